import type { Edit } from '../../model/text.ts'
import { LETTER, LOWER, UPPER } from '../../text/letters.ts'
import { hasVietnameseLetter, isSyllable } from '../../text/syllable.ts'

const TONED = '[àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]'
// Two toned vowels in one word, or a word longer than any syllable: no single syllable is spelled so.
const CANDIDATE = new RegExp(`[${LETTER}]*${TONED}[a-zăâêôơưđ]*${TONED}[${LETTER}]*|[${LETTER}]{8,}`, 'gi')
// A lower-case syllable with a capitalised one behind it: `tỉnhBắc`.
const CASE_CHANGE = new RegExp(`(?<![${LETTER}])[${LOWER}]{2,7}(?=[${UPPER}][${LOWER}])`, 'g')

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

/** Inserts a space between words that were glued together. */
export function glued(text: string): Edit[] {
  const places: number[] = []
  for (const m of text.matchAll(CANDIDATE)) {
    const lower = m[0].toLowerCase()
    if (lower.length !== m[0].length || !hasVietnameseLetter(lower)) continue
    const at = splitGlued(lower)
    if (at !== undefined) places.push(m.index + at)
  }
  for (const m of text.matchAll(CASE_CHANGE)) {
    if (hasVietnameseLetter(m[0]) || FREQUENT.has(m[0])) if (isSyllable(m[0])) places.push(m.index + m[0].length)
  }
  return [...new Set(places)].toSorted((a, b) => a - b).map(at => ({ start: at, end: at, to: ' ' }))
}
