import { QUANTITY } from '../../mentions/words/tags.ts'
import type { Frame } from '../../model/frame.ts'
import type { Context } from './context.ts'
import type { Phrase } from './phrase.ts'

// What is left out of what is measured, or counted with it.
const WORDS =
  '(?:(?:nếu )?(?:không|chưa) (?:bao gồm|kể|tính)(?! (?:đến|tới) (?:nay|thời|cuối|hết))|(?:đã )?(?:bao gồm|tính|kể) cả|kể cả|loại trừ|ngoại trừ|trừ)'
// What each of them holds: most sentences do not.
const MAY_LIMIT = /bao gồm|kể|tính|trừ/
/** A limit ends at a mark, a verb that brings the number, or a time. */
const END = '(?=$|[,.;:()\\n]| (?:đạt|chiếm|còn|là|tăng|giảm|ở mức|khoảng|trên|dưới|hơn|đến năm|vào năm|trong năm|năm(?= 20)|phải|sẽ) )'
const IN_BRACKETS = new RegExp(`\\( ?${WORDS} [^()]{2,120}\\)`, 'g')
const IN_WORDS = new RegExp(`(?<=[,(] ?)${WORDS} [^,.;:()\\n]{2,80}?${END}`, 'g')
/** So far before a number a limit of it stands at most: more would make long sentences slow. */
const BEFORE = 400
/** Letters between a number and the limit behind it: those of a base. */
const BEHIND = 30

/**
 * What a number is limited to by words of exception or inclusion (`trừ thủy điện`, `(không kể dầu thô)`) between its measure
 * and itself, or right behind it. Undefined where nothing limits it, or where another number stands between.
 */
export function limitOf(context: Context, frame: Frame, phrase: Phrase | undefined): Phrase | undefined {
  const sentence = context.sentences[frame.sentence]
  const { anchor } = frame
  if (sentence === undefined || phrase === undefined || phrase.start < sentence.start || phrase.start >= sentence.end) return undefined
  const { lower, text } = context.normalized
  const from = Math.max(Math.min(phrase.start, anchor.start), anchor.start - BEFORE)
  const to = Math.min(sentence.end, Math.max(phrase.end, anchor.end) + 160)
  const words = lower.slice(from, to)
  if (!MAY_LIMIT.test(words)) return undefined
  for (const pattern of [IN_BRACKETS, IN_WORDS])
    for (const match of words.matchAll(pattern)) {
      const [start, end] = [from + match.index, from + match.index + match[0].trimEnd().length]
      if (start < anchor.end && end > anchor.start) continue
      if (isBeside(context, frame, phrase, start, end)) return { start, end, text: text.slice(start, end) }
    }
  return undefined
}

/** Whether no other number stands between the limit and the number, and the limit is near enough. */
function isBeside(context: Context, { anchor, sentence }: Frame, phrase: Phrase, start: number, end: number): boolean {
  const last = Math.max(phrase.end, anchor.end)
  if (start >= last && start - last > BEHIND) return false
  const [from, to] = start < anchor.start ? [start, anchor.start] : [anchor.end, end]
  const units = context.unitsOf(sentence)
  const at = units.placeOf(anchor)
  const [first, behind] = start < anchor.start ? [units.at(from), at] : [at + 1, units.at(to)]
  return units.first(QUANTITY, first, behind) < 0
}
