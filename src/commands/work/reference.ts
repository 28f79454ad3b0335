import type { Stats } from 'node:fs'
import type { Found } from '../../stages/read/found.ts'
import type { Cut } from '../../stages/read/types.ts'

/** A file of a shard: where it is, under which name it is read, and which part of it. */
export interface ShardInput {
  /** Absolute; where it is no UTF-8, its bytes in base64 behind `base64:`. */
  readonly path: string
  readonly source: string
  readonly size: number
  readonly isFile: boolean
  readonly cut?: Cut
}

/** Where the articles of a shard are, as it is stored: never the text. */
export interface ShardReference {
  readonly inputs: readonly ShardInput[]
}

type File = Extract<Found, { readonly kind: 'file' }>

const BYTES = 'base64:'

/** A file as a shard refers to it. */
export function inputOf({ path, source, stats, cut }: Omit<File, 'path'> & { readonly path: string | Buffer }): ShardInput {
  const named = typeof path === 'string' ? path : BYTES + path.toString('base64')
  return { path: named, source, size: stats.size, isFile: stats.isFile(), ...(cut === undefined ? {} : { cut }) }
}

/** What a shard refers to, to be read. */
export function foundOf({ path, source, size, isFile, cut }: ShardInput): File {
  const stats = { size, isFile: () => isFile } as Stats
  return { kind: 'file', path: pathOf(path), source, stats, ...(cut === undefined ? {} : { cut }) }
}

/** The path of a file of a shard. */
export function pathOf(path: string): string | Buffer {
  return path.startsWith(BYTES) ? Buffer.from(path.slice(BYTES.length), 'base64') : path
}
