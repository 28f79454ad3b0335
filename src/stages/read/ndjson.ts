import { isUtf8 } from 'node:buffer'
import { repairedTogether } from './encoding/decode.ts'
import { bytesInWords } from './limits.ts'
import { type Line, linesOf } from './lines.ts'
import { dayOfIso } from './published.ts'
import { hostOf } from './site.ts'
import type { Context, Note, Part, Place } from './types.ts'
import { plainDraft } from './types.ts'

/**
 * The articles of NDJSON, one JSON object a line, read in flat memory; a bad line is a refusal and the next is read. The
 * lines of a part of a file begin with the number `firstLine`.
 */
export async function* ndjsonParts(
  chunks: AsyncIterable<Uint8Array>,
  source: string,
  context: Context,
  {
    stopAtLongLine,
    firstLine,
    mayBeEmpty
  }: { readonly stopAtLongLine: boolean; readonly firstLine?: number; readonly mayBeEmpty?: boolean }
): AsyncGenerator<Part> {
  const place: Place = { source, inside: true }
  let some = false
  for await (const line of linesOf(chunks, context.limits.lineBytes, firstLine)) {
    const part = await partOf(line, place, context)
    if (part === undefined) continue
    some = true
    yield part
    // A packed line without end may be a bomb.
    if (line.bytes === null && stopAtLongLine) return
  }
  if (!some && !mayBeEmpty) yield { kind: 'refusal', place, refusal: { code: 'empty', message: `${source} is empty.` } }
}

const LONG = 1024 * 1024
// Each costs ten times its two characters in memory.
const MOST_CONTAINERS = 500_000

async function partOf(line: Line, place: Place, context: Context): Promise<Part | undefined> {
  const where = `${place.source}, line ${line.number}`
  const refuse = (code: string, message: string): Part => ({ kind: 'refusal', place, refusal: { code, message: `${where}, ${message}` } })
  if (line.bytes === null) return refuse('line-too-long', `is longer than the limit of ${bytesInWords(context.limits.lineBytes)}.`)
  const bytes = line.number === 1 ? withoutMark(line.bytes) : line.bytes
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const json = buffer.toString('utf8')
  if (isBlank(json)) return undefined
  if (json.includes('\ufffd') && !isUtf8(buffer)) return refuse('invalid-bytes', 'is not valid UTF-8.')
  if (json.length > LONG && (json.match(/[[{]/g)?.length ?? 0) > MOST_CONTAINERS) {
    return refuse('bad-json', `has more than ${MOST_CONTAINERS} lists and objects.`)
  }
  const value = parsed(json)
  if (value === undefined) return refuse('bad-json', 'is not JSON.')
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return refuse('bad-json', 'is not a JSON object.')
  return articleOf(value as Readonly<Record<string, unknown>>, where, place)
}

async function articleOf(value: Readonly<Record<string, unknown>>, where: string, place: Place): Promise<Part> {
  const text = value['text']
  if (typeof text !== 'string' || text.trim() === '') {
    const what =
      text === undefined ? 'has no "text"' : typeof text === 'string' ? 'has an empty "text"' : 'has a "text" that is not a string'
    return { kind: 'refusal', place, refusal: { code: 'no-text', message: `${where}, ${what}.` } }
  }
  const notes: Note[] = []
  const url = word(value['url'])
  const decoded = await repairedTogether(text, [words(value['title']), words(value['author'])])
  return {
    kind: 'draft',
    place,
    draft: {
      ...plainDraft(decoded.text, decoded.encoding),
      title: decoded.beside[0] ?? null,
      author: decoded.beside[1] ?? null,
      url,
      site: word(value['site']) ?? hostOf(url),
      externalId: word(value['id']),
      published: publishedOf(value['published'], notes),
      notes
    }
  }
}

function publishedOf(value: unknown, notes: Note[]): string | null {
  if (value === undefined || value === null || value === '') return null
  const day = typeof value === 'string' ? dayOfIso(value) : undefined
  if (day !== undefined) return day
  const shown = typeof value === 'object' ? 'a list or object' : JSON.stringify(value).slice(0, 60)
  // Not by the number of its line: it is stored with the article, which is the same wherever its line stands.
  const message = (source: string): string => `${source} has a "published" that is no date: ${shown}.`
  notes.push({ code: 'bad-published', severity: 'warning', message })
  return null
}

/** Whether a line is none that could hold an article. */
export function isBlank(line: string): boolean {
  return line.trim() === ''
}

function words(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function word(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return null
  const trimmed = value.toWellFormed().trim()
  return trimmed === '' ? null : trimmed
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}
