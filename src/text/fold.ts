/** Folding for matching: what two spellings of one word have in common. None of these reaches stored text. */

import { CodeBuffer } from './codes.ts'

const TONE_PAIRS = 'oà òa oá óa oả ỏa oã õa oạ ọa oè òe oé óe oẻ ỏe oẽ õe oẹ ọe uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy'.split(' ')
const TONES = new Map<string, string>()
// Whether a code unit is the second letter of such a pair.
const isSecond = new Uint8Array(65536)
for (let i = 0; i < TONE_PAIRS.length; i += 2) {
  const from = TONE_PAIRS[i] as string
  const to = TONE_PAIRS[i + 1] as string
  for (const f of [from, from.toUpperCase(), from[0]!.toUpperCase() + from[1]]) {
    const upperFirst = f[0] !== from[0]
    const upperSecond = f[1] !== from[1]
    isSecond[f.charCodeAt(1)] = 1
    TONES.set(f, (upperFirst ? to[0]!.toUpperCase() : to[0]!) + (upperSecond ? to[1]!.toUpperCase() : to[1]!))
  }
}
const buffer = new CodeBuffer()
const LOWER_Q = 113
const UPPER_Q = 81

/**
 * Old and new placement of the tone mark made equal (`hoà` = `hòa`, `uỷ` = `ủy`). Keeps the length, so offsets stay.
 * Source: domain knowledge of the two spelling conventions; both occur inside one page.
 */
export function foldTonePlacement(text: string): string {
  const parts: string[] = []
  let done = 0
  const codes = buffer.load(text)
  const { length } = text
  for (let i = 1; i < length; i++) {
    if (isSecond[codes[i] as number] === 0) continue
    const moved = TONES.get(text.slice(i - 1, i + 1))
    // Not after q (quý, quỹ keep) and not before a letter (toàn, hoán keep): the tone moves only in open syllables.
    if (moved === undefined || (i > 1 && isQ(codes[i - 2] as number)) || (i + 1 < length && LETTER.test(text.charAt(i + 1)))) continue
    parts.push(text.slice(done, i - 1), moved)
    done = i + 1
  }
  if (done === 0) return text
  // Joined, since a string that was added to piece by piece is slow to read by character.
  parts.push(text.slice(done))
  return parts.join('')
}

const LETTER = /\p{L}/u
const isQ = (code: number): boolean => code === LOWER_Q || code === UPPER_Q

const FOLDED: Readonly<Record<string, string>> = {
  '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad',
  '"': '\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033',
  "'": '\u2018\u2019\u201a\u201b\u2032'
}
// The form of each mark that has one, by its code unit.
const forms = new Uint16Array(65536)
for (const [form, marks] of Object.entries(FOLDED)) for (const mark of marks) forms[mark.charCodeAt(0)] = form.charCodeAt(0)

/** Dashes and quotation marks in one form each. Keeps the length. */
export function foldPunctuation(text: string): string {
  const parts: string[] = []
  let done = 0
  const codes = buffer.load(text)
  const { length } = text
  for (let i = 0; i < length; i++) {
    const form = forms[codes[i] as number] as number
    if (form === 0) continue
    parts.push(text.slice(done, i), String.fromCharCode(form))
    done = i + 1
  }
  if (done === 0) return text
  parts.push(text.slice(done))
  return parts.join('')
}

/** Lower case that keeps the length (the few characters whose lower case is longer stay as they are). */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : [...text].map(c => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('')
}

/** The key under which a phrase is looked up: composed, single form of dashes, quotes and tone placement, lower case. */
export function matchKey(text: string): string {
  return lowerCase(foldTonePlacement(foldPunctuation(text.normalize('NFC'))))
}

/** Letters without tone and vowel marks, `đ` as `d`. For searching and slugs, never for deciding a place or a type. */
export function stripMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
}
