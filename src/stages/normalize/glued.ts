import type { Edit } from '../../model/text.ts'
import { isLetterAt, isLowerAt, isUpperAt } from '../../text/characters.ts'
import { hasVietnameseLetter, isSyllable } from '../../text/syllable.ts'

// Tone-marked vowels in lower case, as flags by code unit.
const toned = new Uint8Array(65536)
for (const c of 'àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ') {
  toned[c.charCodeAt(0)] = 1
  toned[c.toUpperCase().charCodeAt(0)] = 1
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
export function splitGlued(word: string): number | undefined {
  if (isSyllable(word)) return undefined
  const cuts: number[] = []
  for (let at = 2; at <= word.length - 2; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)]
    if (isSyllable(left) && isSyllable(right) && (FREQUENT.has(left) || FREQUENT.has(right))) cuts.push(at)
  }
  if (cuts.length === 1) return cuts[0]
  const both = cuts.filter(at => FREQUENT.has(word.slice(0, at)) && FREQUENT.has(word.slice(at)))
  return both.length === 1 ? both[0] : undefined
}

/**
 * Inserts a space between words that were glued together. Only a word with two toned vowels, one longer than any syllable,
 * and a lower-case syllable in front of a capital (`tỉnhBắc`) are looked at.
 */
export function glued(text: string): Edit[] {
  const places: number[] = []
  for (let i = 0; i < text.length; ) {
    if (!isLetterAt(text, i)) {
      i++
      continue
    }
    const start = i
    let tones = 0
    let hasInnerCapital = false
    for (; isLetterAt(text, i); i++) {
      tones += toned[text.charCodeAt(i)] as number
      if (i > start && isUpperAt(text, i) && isLowerAt(text, i - 1)) hasInnerCapital = true
    }
    if (tones > 1 || hasInnerCapital || i - start > LONGEST_SYLLABLE) splitWord(text, start, i, places)
  }
  return places.map(at => ({ start: at, end: at, to: ' ' }))
}

/** Adds the places in one word where a space was lost, in order. */
function splitWord(text: string, start: number, end: number, places: number[]): void {
  const word = text.slice(start, end)
  const lower = word.toLowerCase()
  const found = new Set<number>()
  if (lower.length === word.length && hasVietnameseLetter(lower)) {
    const at = splitGlued(lower)
    if (at !== undefined) found.add(at)
  }
  let capital = 0
  while (isLowerAt(word, capital)) capital++
  const head = word.slice(0, capital)
  if (
    capital >= 2 &&
    capital <= LONGEST_SYLLABLE &&
    isUpperAt(word, capital) &&
    isLowerAt(word, capital + 1) &&
    (hasVietnameseLetter(head) || FREQUENT.has(head)) &&
    isSyllable(head)
  )
    found.add(capital)
  for (const at of [...found].toSorted((a, b) => a - b)) places.push(start + at)
}
