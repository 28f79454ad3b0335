import { CodeBuffer } from '../../text/codes.ts'

/** What a text may hold that a step of normalization is about. */
export const Need = { MARK: 1, ETH: 2, FULLWIDTH: 4, CYRILLIC: 8, INVISIBLE: 16, LINE_END: 32 } as const

const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [Need.MARK, /[\u0300-\u036f]/],
  [Need.ETH, /[ÐðƉɖ]/],
  [Need.FULLWIDTH, /[\uff01-\uff5e]/],
  [Need.CYRILLIC, /[\u0400-\u04ff]/],
  [Need.INVISIBLE, /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/],
  [Need.LINE_END, /[\r\u0085\u2028\u2029]/]
]
// By code unit, what it makes needed.
const needs = new Uint8Array(65536)
for (let code = 0; code < needs.length; code++) {
  const character = String.fromCharCode(code)
  for (const [need, pattern] of PATTERNS) if (pattern.test(character)) needs[code] = (needs[code] as number) | need
}

/** All needs: of a text that was edited. */
export const ANY_NEED = 63

const buffer = new CodeBuffer()

/** What steps are needed for a text, in one pass over it: most texts need none. */
export function needsOf(text: string): number {
  const codes = buffer.load(text)
  const { length } = text
  let all = 0
  for (let i = 0; i < length; i++) all |= needs[codes[i] as number] as number
  return all
}
