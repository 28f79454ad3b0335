import { CharacterClass, classAt } from '../../text/characters.ts'
import { isSyllable } from '../../text/syllable.ts'
import { CONFUSED_WORDS, isOcrDebris, isSpun } from './debris.ts'
import type { Note } from './types.ts'

const SAMPLE_CHARS = 5_000

/**
 * Why a Vietnamese text is of low quality; empty for a sound one. The thresholds stand far from real articles: of 7,000
 * measured, the lowest share of toned letters was 0.11 but for lists of foreign names, the highest of words without a
 * vowel 0.09; a text that lost its letters has 0.00 and 0.25 or more.
 */
export function judgeQuality(text: string, source: string): readonly Note[] {
  const sample = text.slice(0, SAMPLE_CHARS).normalize('NFC')
  const counts = countsOf(sample)
  const notes: Note[] = []
  const lost = lossOf(counts)
  if (lost !== undefined) notes.push(low('lost-letters', `${source} ${lost}; what is read from it is of low confidence.`))
  else if (isOcrDebris(sample, counts)) {
    notes.push(low('ocr-debris', `${source} reads like badly recognized or converted text; what is read from it is of low confidence.`))
  }
  if (isSpun(sample))
    notes.push(low('spun-text', `${source} reads like text rewritten by a machine; what is read from it is of low confidence.`))
  return notes
}

function low(code: string, message: string): Note {
  return { code, severity: 'warning', message }
}

interface Counts {
  readonly letters: number
  /** Letters of the block U+1EA0–1EF9, which every Vietnamese sentence has. */
  readonly toned: number
  /** Words in lower case. */
  readonly words: number
  readonly vowelless: number
  /** Question marks and replacement characters where a letter should be. */
  readonly holes: number
  /** Different words with Vietnamese letters that are spelled as no syllable. */
  readonly misspelled: ReadonlyMap<string, number>
  /** Words that bad recognition makes of others. */
  readonly confused: number
}

function lossOf({ letters, toned, words, vowelless, holes }: Counts): string | undefined {
  if (holes >= 5 && holes > words * 0.02) return 'has question marks in place of letters'
  if (letters < 120) return undefined
  if (toned < letters * 0.03)
    return toned === 0 && vowelless < words * 0.1 ? 'has no Vietnamese tone marks' : 'has lost its Vietnamese letters'
  if (words < 40) return undefined
  const isThin = toned < letters * 0.125
  return vowelless > words * (isThin ? 0.045 : 0.12) ? 'has lost some of its Vietnamese letters' : undefined
}

const VOWEL = new Set<number>()
for (const c of 'aeiouyăâêôơư')
  for (const tone of ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']) VOWEL.add((c + tone).normalize('NFC').charCodeAt(0))

function countsOf(text: string): Counts {
  const misspelled = new Map<string, number>()
  let [letters, toned, words, vowelless, holes, confused] = [0, 0, 0, 0, 0, 0]
  let start = -1
  let [hasVowel, isLower, hasOwn] = [false, true, false]
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32
    if (i < text.length && classAt(text, i) === CharacterClass.LETTER) {
      if (start < 0) [start, hasVowel, isLower, hasOwn] = [i, false, true, false]
      letters++
      if (code >= 0x1ea0 && code <= 0x1ef9) toned++
      if (code > 127) hasOwn = true
      if (VOWEL.has(code)) hasVowel = true
      if (isCapital(code)) isLower = false
      continue
    }
    if (start >= 0 && isLower) {
      words++
      if (!hasVowel) vowelless++
      if (hasOwn || !hasVowel) {
        const word = text.slice(start, i)
        if (CONFUSED_WORDS.has(word)) confused++
        addMisspelled(misspelled, word)
      }
    }
    if ((code === 0x3f || code === 0xfffd) && start >= 0 && (isLetter(text, i + 1) || (text[i + 1] === ' ' && isLowerLetter(text, i + 2))))
      holes++
    start = -1
  }
  return { letters, toned, words, vowelless, holes, misspelled, confused }
}

// Among the letters of Vietnamese beyond Latin-1 capitals and small letters alternate.
function isCapital(code: number): boolean {
  if (code < 0x80) return code <= 90
  if (code < 0x100) return code < 0xdf
  return code === 0x1af || (code !== 0x1b0 && code % 2 === 0)
}

function isLetter(text: string, at: number): boolean {
  return classAt(text, at) === CharacterClass.LETTER
}

function isLowerLetter(text: string, at: number): boolean {
  const c = text[at]
  return c !== undefined && isLetter(text, at) && c === c.toLowerCase()
}

const KNOWN = new Map<string, boolean>()
const MOST_KNOWN = 20_000

// Longer words are two that were glued together, which is a typist's slip.
function addMisspelled(misspelled: Map<string, number>, word: string): void {
  if (word.length > 7) return
  let isWord = KNOWN.get(word)
  if (isWord === undefined) {
    isWord = isSyllable(word.replaceAll('ð', 'đ'))
    if (KNOWN.size < MOST_KNOWN) KNOWN.set(word, isWord)
  }
  if (!isWord) misspelled.set(word, (misspelled.get(word) ?? 0) + 1)
}
