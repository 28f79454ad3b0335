import type { Edit } from '../../model/text.ts'
import { isLetterAt, isLowerAt, isUpperAt } from '../../text/characters.ts'
import { CodeBuffer } from '../../text/codes.ts'
import { hasVietnameseLetter, isSyllable } from '../../text/syllable.ts'

const LETTER = 1
const UPPER = 2
const SMALL = 4
const TONED = 8
// What each code unit is, as flags.
const flags = new Uint8Array(65536)
for (let code = 0; code < flags.length; code++) {
  const character = String.fromCharCode(code)
  if (!isLetterAt(character, 0)) continue
  const isToned = 'àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ'.includes(character.toLowerCase())
  flags[code] = LETTER | (isUpperAt(character, 0) ? UPPER : 0) | (isLowerAt(character, 0) ? SMALL : 0) | (isToned ? TONED : 0)
}
const LONGEST_SYLLABLE = 7

/**
 * Words that news pages glue to a neighbour: the frequent function words and verbs of the genre. A glued pair is split
 * only when one half is among them, so that names and foreign words stay whole.
 */
const FREQUENT = new Set(
  'và của là có các được cho trong với không những một đã để này người khi từ trên đến vào ra như về sẽ tại theo do năm cũng đó lại số nước tỉnh thành ủy bộ phố việc công nhiều hiện tế kinh chiếm đạt tăng giảm hơn còn phải nên mà thì bị bởi ban hành hướng dẫn xã hội huyện quyết nghị định mục tiêu phấn đấu thực triển khai ngày tháng hay hoặc đầu tư quy lệ tỷ mức độ phần dự án dân nghiệp doanh'.split(
    ' '
  )
)

/** Where one glued lower-case word falls apart into two syllables, one of them frequent; undefined when it is not sure. */
function splitGlued(word: string): number | undefined {
  if (isSyllable(word)) return undefined
  const cuts: number[] = []
  const last = Math.min(word.length - 2, LONGEST_SYLLABLE)
  for (let at = Math.max(2, word.length - LONGEST_SYLLABLE); at <= last; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)]
    if (isSyllable(left) && isSyllable(right) && (FREQUENT.has(left) || FREQUENT.has(right))) cuts.push(at)
  }
  if (cuts.length === 1) return cuts[0]
  const both = cuts.filter(at => FREQUENT.has(word.slice(0, at)) && FREQUENT.has(word.slice(at)))
  return both.length === 1 ? both[0] : undefined
}

/**
 * Inserts a space between words that were glued together. Only a word with two toned vowels, one longer than any syllable,
 * a lower-case syllable in front of a capital (`tỉnhBắc`) and a frequent word behind a date (`1/1/2021và`) are looked at.
 */
export function glued(text: string): Edit[] {
  const places: number[] = []
  let start = -1
  let tones = 0
  let hasInnerCapital = false
  let previous = 0
  // A space stands behind the text.
  const codes = buffer.load(text)
  const { length } = text
  for (let i = 0; i <= length; i++) {
    const flag = flags[codes[i] as number] as number
    if ((flag & LETTER) !== 0) {
      if (start < 0) {
        start = i
        tones = 0
        hasInnerCapital = false
      } else if ((flag & UPPER) !== 0 && (previous & SMALL) !== 0) hasInnerCapital = true
      if ((flag & TONED) !== 0) tones++
    } else if (start >= 0) {
      if (isDigit(codes, start - 1) && isBehindYear(text, start) && FREQUENT.has(text.slice(start, i))) places.push(start)
      if (tones > 1 || hasInnerCapital || i - start > LONGEST_SYLLABLE) splitWord(text, start, i, places)
      start = -1
    }
    previous = flag
  }
  return places.map(at => ({ start: at, end: at, to: ' ' }))
}

const buffer = new CodeBuffer()

const isDigit = (codes: Uint16Array, i: number): boolean => i >= 0 && (codes[i] as number) >= 48 && (codes[i] as number) <= 57

/** Whether a word begins right behind a date: `1/1/2021và`. */
function isBehindYear(text: string, at: number): boolean {
  return text[at - 5] === '/' && /\/\d{4}$/.test(text.slice(at - 5, at))
}

/** Adds the places in one word where a space was lost, in order. */
function splitWord(text: string, start: number, end: number, places: number[]): void {
  const word = text.slice(start, end)
  const lower = word.toLowerCase()
  const at = lower.length === word.length && hasVietnameseLetter(lower) ? splitGlued(lower) : undefined
  let capital = 0
  while (isLowerAt(word, capital)) capital++
  const head = word.slice(0, capital)
  const isSplit =
    capital >= 2 &&
    capital <= LONGEST_SYLLABLE &&
    isUpperAt(word, capital) &&
    isLowerAt(word, capital + 1) &&
    (hasVietnameseLetter(head) || FREQUENT.has(head)) &&
    isSyllable(head)
  const cuts = [at, isSplit ? capital : undefined].filter(cut => cut !== undefined)
  for (const cut of [...new Set(cuts)].toSorted((a, b) => a - b)) places.push(start + cut)
}
