import { isUtf8 } from 'node:buffer'
import type { Codec } from './legacy.ts'
import { undoMojibake } from './mojibake.ts'
import { better, isVietnamese, score } from './score.ts'
import { bytesOf, textOf } from './windows-1252.ts'

/** A text with the name of the encoding it was in. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
}

/** What of a decoded text is to be judged: of a page its words, not its markup. */
export type Visible = (text: string) => string

const all: Visible = text => text

/**
 * The text of a file's bytes: by its byte order mark, as UTF-8, as UTF-16, else in whichever legacy encoding it reads as
 * Vietnamese; undefined where it is text in none of them. The mark is not part of the text.
 */
export async function decode(bytes: Uint8Array, visible: Visible = all): Promise<Decoded | undefined> {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return isUtf8(bytes) ? repaired(utf8(bytes.subarray(3)), 'utf-8', visible) : undefined
  if (a === 0xff && b === 0xfe) return utf16(bytes.subarray(2), 'utf-16le')
  if (a === 0xfe && b === 0xff) return utf16(bytes.subarray(2), 'utf-16be')
  if (isUtf8(bytes) && !bytes.includes(0)) return repaired(utf8(bytes), 'utf-8', visible)
  if (bytes.includes(0)) return unmarkedUtf16(bytes)
  const { LEGACY } = await import('./legacy.ts')
  return best(bytes, LEGACY, visible) ?? western(bytes)
}

/**
 * A decoded text, read anew where its characters are those of another encoding's bytes (mojibake, old fonts); a sound
 * text comes back as it is, after a look at its letters.
 */
export async function repaired(text: string, encoding: string, visible: Visible = all): Promise<Decoded> {
  if (looksSound(text)) return { text, encoding }
  const sample = text.slice(0, SAMPLE_CHARS)
  const before = score(visible(sample))
  if (isVietnamese(before)) return { text, encoding }
  const { LEGACY } = await import('./legacy.ts')
  const unwound = undoMojibake(sample)
  const repairs: Repair[] = LEGACY.map(codec => ({ name: codec.name, read: whole => inOldFont(whole, codec) }))
  if (unwound.layers > 0) {
    const name = unwound.layers === 1 ? 'mojibake' : `mojibake-${unwound.layers}`
    repairs.unshift({ name, read: whole => undoMojibake(whole).text })
  }
  const candidates = repairs.map(repair => {
    const shown = repair.read(sample)
    return { repair, shown, score: score(visible(shown)) }
  })
  const [first] = candidates.toSorted((x, y) => better(x.score, y.score))
  if (first === undefined || better(before, first.score) <= 0 || !isVietnamese(first.score)) return { text, encoding }
  const read = sample.length === text.length ? first.shown : first.repair.read(text)
  return read === text ? { text, encoding } : { text: read, encoding: `${encoding}+${first.repair.name}` }
}

// What a long text is in shows at its beginning; reading the whole of it in every way would take many times its memory.
const SAMPLE_CHARS = 2_000_000

interface Repair {
  readonly name: string
  read(text: string): string
}

// A character for private use, which no encoding has and no text of news.
const BETWEEN = '\uf8fe'

/** The same for a text with what stands beside it (title, author), which is too short to tell an encoding alone. */
export async function repairedTogether(
  text: string,
  beside: readonly (string | null)[]
): Promise<Decoded & { readonly beside: readonly (string | null)[] }> {
  if (looksSound(text)) return { text, encoding: 'utf-8', beside }
  const joined = [text, ...beside.map(b => b ?? '')].join(BETWEEN)
  const decoded = await repaired(joined, 'utf-8')
  if (decoded.text === joined) return { text, encoding: 'utf-8', beside }
  const pieces = decoded.text.split(BETWEEN)
  const last = pieces.splice(pieces.length - beside.length)
  return { text: pieces.join(BETWEEN), encoding: decoded.encoding, beside: beside.map((b, i) => (b === null ? null : (last[i] ?? null))) }
}

const OWN = new Set([...'đĐăĂơƠưƯ'].map(c => c.charCodeAt(0)))
const BEYOND_ASCII = /[^\u0000-\u007f]/
const LOOK_CHARS = 4000

/** Whether a look at a text shows that it needs no repair: every second word of Vietnamese has a letter of its own. */
export function looksSound(text: string): boolean {
  let [beyond, own] = [0, 0]
  const end = Math.min(text.length, LOOK_CHARS)
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    beyond++
    if ((code >= 0x1ea0 && code <= 0x1ef9) || (code >= 0x300 && code <= 0x323) || OWN.has(code)) own++
  }
  if (beyond * 100 < end) return beyond === 0 && (text.length === end || !BEYOND_ASCII.test(text))
  return own * 4 >= beyond
}

// Characters that no one-byte encoding has (quotes, dashes of a word processor) stand between the pieces.
function inOldFont(text: string, codec: Codec): string {
  return text.replace(/[\u0000-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]+/g, run => {
    const bytes = bytesOf(run)
    return bytes === undefined ? run : codec.decode(bytes)
  })
}

function best(bytes: Uint8Array, codecs: readonly Codec[], visible: Visible): Decoded | undefined {
  const sample = bytes.subarray(0, SAMPLE_CHARS)
  const readings = codecs.map(codec => ({ codec, score: score(visible(codec.decode(sample))) }))
  const [first] = readings.toSorted((x, y) => better(x.score, y.score))
  if (first === undefined || !isVietnamese(first.score)) return undefined
  return { text: first.codec.decode(bytes), encoding: first.codec.name }
}

const MOST_DAMAGE = 20

/** UTF-8 with a few damaged places, each as U+FFFD; undefined where there are more. For pages, which nobody validates. */
export function nearlyUtf8(bytes: Uint8Array): Decoded | undefined {
  if (bytes.includes(0)) return undefined
  const text = utf8(bytes)
  const damage = text.split('\ufffd').length - 1
  const isSlight = text.length > 200 && damage <= MOST_DAMAGE && damage * 500 <= text.length
  return isSlight ? { text, encoding: 'utf-8' } : undefined
}

// Text of western Europe: letters beyond ASCII stand at letters, and nothing is a character of damaged UTF-8.
function western(bytes: Uint8Array): Decoded | undefined {
  const text = textOf(bytes)
  const sample = text.slice(0, SAMPLE_CHARS)
  const beyond = sample.match(/[\u0080-\u{10ffff}]/gu)?.length ?? 0
  const letters = sample.match(/(?<=[A-Za-z])[À-ÖØ-öø-ÿ]|[À-ÖØ-öø-ÿ](?=[A-Za-z])/g)?.length ?? 0
  if (/[\u0080-\u009f]|[\u0000-\u0008\u000e-\u001f]/.test(text) || letters * 2 < beyond || undoMojibake(sample).layers > 0) return undefined
  return { text, encoding: 'windows-1252' }
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
}

// Half characters stay: the text layer's own check reports them.
function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded | undefined {
  if (bytes.length % 2 !== 0) return undefined
  const copy = Buffer.from(bytes)
  const text = (encoding === 'utf-16be' ? copy.swap16() : copy).toString('utf16le')
  return text.includes('\0') ? undefined : { text, encoding }
}

const TEXT_CHARACTER = /[\t\n\r\u0020-\u007e\u00a0-\u024f\u0300-\u036f\u1e00-\u1eff\u2010-\u2044]/g

function unmarkedUtf16(bytes: Uint8Array): Decoded | undefined {
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const decoded = utf16(bytes, encoding)
    if (decoded === undefined) continue
    const sample = decoded.text.slice(0, LOOK_CHARS)
    if ((sample.match(TEXT_CHARACTER)?.length ?? 0) >= sample.length * 0.95) return decoded
  }
  return undefined
}
