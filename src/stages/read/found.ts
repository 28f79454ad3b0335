import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, isAbsolute, sep } from 'node:path'
import { oneLine } from './tidy.ts'
import { type Cut, type Refusal, SKIPPED } from './types.ts'

/** A path as the file system has it: where its name is no UTF-8, the bytes of the whole path. */
export type Path = string | Buffer

/** A file to read, or the reason why an operand gave none. */
export type Found =
  /** `-`, or what somebody calls it; `isNdjson` where it is NDJSON whatever it begins with. */
  | { readonly kind: 'stdin'; readonly source: string; readonly isNdjson?: true }
  | {
      readonly kind: 'file'
      readonly path: Path
      readonly source: string
      readonly stats: Stats
      /** Present where only a part of it is to be read. */
      readonly cut?: Cut
    }
  | { readonly kind: 'none'; readonly source: string; readonly refusal: Refusal }

/** A name that stands for nothing to be read, with the reason. */
export function none(source: string, code: string, message: string, severity?: 'info'): Found {
  const refusal = { code, message: oneLine(message), ...(severity === undefined ? {} : { severity }) }
  return { kind: 'none', source: isAbsolute(source) ? sourceName(source) : slashes(source), refusal }
}

/** A file of a folder that is not opened, since its name is that of no text. */
export function left(source: string, why: string): Found {
  return none(source, SKIPPED, `${source} was skipped, ${why}.`, 'info')
}

/** Whether that is a file that is not opened, by its name. */
export function isLeft(found: Found): boolean {
  return found.kind === 'none' && found.refusal.code === SKIPPED
}

/** What the file system tells of a path, links followed. */
export function statOf(path: Path): Promise<Stats | Error> {
  return stat(path).catch((error: Error) => error)
}

/** A system error in a few words. */
export function reason(error: Error): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  if (code === 'ENOENT') return 'it does not exist'
  if (code === 'ELOOP') return 'its links run in a circle'
  if (code === 'ENAMETOOLONG') return 'its name is too long'
  return (code ?? error.message).toLowerCase()
}

/** The name that a path given by itself is told by. */
export function sourceName(path: string): string {
  return (basename(path) || path).toWellFormed()
}

/** A path with slashes, whatever the system writes. */
export function slashes(path: string): string {
  return (sep === '\\' ? path.replaceAll('\\', '/') : path).toWellFormed()
}

/** Order of strings by code point, the same everywhere. */
export function byCodePoint(a: string, b: string): number {
  if (a === b) return 0
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x === y) continue
    // Surrogates stand for code points above all others.
    const [sx, sy] = [x >= 0xd800 && x <= 0xdfff, y >= 0xd800 && y <= 0xdfff]
    return sx === sy ? x - y : sx ? 1 : -1
  }
  return a.length - b.length
}
