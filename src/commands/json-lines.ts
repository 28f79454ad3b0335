import { closeSync, openSync, readSync } from 'node:fs'

/** A line of a file of JSON lines; `value` is undefined where it is no JSON object, is endless or nested without measure. */
export interface JsonLine {
  /** From 1. */
  readonly number: number
  readonly value: Readonly<Record<string, unknown>> | undefined
  readonly isBlank: boolean
}

const CHUNK = 1 << 18
/** Bytes of a line: four times the longest line that the reader takes: a text with every letter escaped, and what stands around it. */
export const LONGEST = 128 << 20
/** The program's own lines are nested six deep. */
const DEEPEST = 64

/** The lines of a file one after the other, in memory for one line. The last line may lack its line feed. */
export function* jsonLines(path: string): Generator<JsonLine> {
  let number = 0
  for (const bytes of linesOf(path)) {
    const line = bytes?.toString('utf8') ?? ''
    yield { number: ++number, value: parsed(line), isBlank: bytes !== null && line.trim() === '' }
  }
}

/** The object that a line holds; undefined where it holds none, or one that is nested without measure. */
export function parsed(given: string): JsonLine['value'] {
  const line = given.trim()
  if (!line.startsWith('{') || isDeep(line)) return undefined
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>
  } catch {
    return undefined
  }
}

// What walks over a value calls itself once a level.
function isDeep(line: string): boolean {
  let depth = 0
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    if (code === 0x22) {
      for (at++; at < line.length && line.charCodeAt(at) !== 0x22; at++) if (line.charCodeAt(at) === 0x5c) at++
    } else if (code === 0x7b || code === 0x5b) {
      if (++depth > DEEPEST) return true
    } else if (code === 0x7d || code === 0x5d) depth--
  }
  return false
}

/** The lines of a file as bytes; null for one that is too long. */
function* linesOf(path: string): Generator<Buffer | null> {
  const file = openSync(path, 'r')
  try {
    let parts: Buffer[] = []
    let length = 0
    const line = (): Buffer | null => {
      const whole = length > LONGEST ? null : Buffer.concat(parts, length)
      parts = []
      length = 0
      return whole
    }
    const take = (part: Buffer): void => {
      length += part.length
      if (length <= LONGEST) parts.push(part)
      else parts = []
    }
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK)
      const read = readSync(file, chunk, 0, CHUNK, null)
      if (read === 0) break
      let from = 0
      for (let end = chunk.indexOf(0x0a); end >= 0 && end < read; end = chunk.indexOf(0x0a, from)) {
        take(chunk.subarray(from, end))
        yield line()
        from = end + 1
      }
      take(chunk.subarray(from, read))
    }
    if (length > 0) yield line()
  } finally {
    closeSync(file)
  }
}
