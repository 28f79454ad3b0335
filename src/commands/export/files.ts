import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatasetFile } from '../../export/sums.ts'
import { sha256 } from '../../text/hash.ts'

const CHUNK = 1 << 18

/** A text file that is being written, with its hash. */
export interface TextFile {
  write(text: string): void
  /** Closes it. */
  end(): DatasetFile
}

/** Begins a text file of a dataset. */
export function textFile(folder: string, path: string): TextFile {
  const full = join(folder, path)
  mkdirSync(dirname(full), { recursive: true })
  const file = openSync(full, 'w')
  const hash = createHash('sha256')
  let bytes = 0
  let waiting = ''
  const flush = (): void => {
    const buffer = Buffer.from(waiting)
    waiting = ''
    hash.update(buffer)
    bytes += buffer.length
    for (let at = 0; at < buffer.length; ) at += writeSync(file, buffer, at)
  }
  return {
    write: text => {
      waiting += text
      if (waiting.length >= CHUNK) flush()
    },
    end: () => {
      flush()
      closeSync(file)
      return { path, bytes, sha256: hash.digest('hex') }
    }
  }
}

/** Writes a whole file of a dataset. */
export function writeWhole(folder: string, path: string, content: string | Uint8Array): DatasetFile {
  const full = join(folder, path)
  mkdirSync(dirname(full), { recursive: true })
  const buffer = Buffer.from(content as Uint8Array)
  const file = openSync(full, 'w')
  for (let at = 0; at < buffer.length; ) at += writeSync(file, buffer, at)
  closeSync(file)
  return { path, bytes: buffer.length, sha256: sha256(buffer) }
}

/** What is known of a file that something else wrote. */
export function writtenFile(folder: string, path: string): DatasetFile {
  const content = readFileSync(join(folder, path))
  return { path, bytes: content.length, sha256: sha256(content) }
}
