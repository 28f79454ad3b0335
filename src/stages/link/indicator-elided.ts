import type { Chunk, GrammarMatch, Slot } from '../../model/frame.ts'
import type { Context } from './context.ts'
import type { Phrase } from './phrase.ts'

/** Whether between the mark that ends the clause before and chunk `at` stand only times and adverbs. */
export function isBareClause(chunks: readonly Chunk[], at: number): boolean {
  let i = at - 1
  while (
    i >= 0 &&
    (['Date', 'Adverb', 'Weak', 'Goal', 'Rate'].some(t => chunks[i]?.tags.has(t)) || (isMark(chunks[i]) && chunks[i - 1]?.tags.has('Date')))
  )
    i--
  return isMark(chunks[i])
}

/** Whether the number before is a share of the same. */
export function isSameBase(context: Context, chunks: readonly Chunk[], at: number, phrase: Phrase): boolean {
  const before = chunks.slice(Math.max(0, at - 24), at).findLast(c => c.tags.has('Percent'))
  const words = before === undefined ? '' : context.normalized.lower.slice(before.end, (chunks[at] as Chunk).start)
  return words.startsWith(` ${phrase.text.toLowerCase()}`)
}

const isMark = (c: Chunk | undefined): boolean => c?.tags.has('Comma') === true || c?.tags.has('Semicolon') === true

/** `tổng thu 85 tỷ đồng, đạt tỷ lệ tăng trưởng 157%`: the growth of what was just said. */
export function isGrowthOfBefore(chunks: readonly Chunk[], at: number, reading: GrammarMatch, phrase: Phrase): boolean {
  const slot = reading.slots['indicator'] as Slot
  if (slot.to > at || !/^(?:(?:mức|tỷ lệ|tỉ lệ|tốc độ) )?tăng trưởng$/i.test(phrase.text)) return false
  let i = slot.from - 1
  while (
    i > 0 &&
    (chunks[i]?.tags.has('Reach') || /^(?:với|ứng với|tương ứng|mức|tỷ lệ|tốc độ|tương đương với)$/.test(chunks[i]?.text ?? ''))
  )
    i--
  const isSaid = i < slot.from - 1
  const number = chunks.slice(Math.max(0, i - 6), i).findLast(c => c.tags.has('Quantity'))
  return (
    isSaid && chunks[i]?.tags.has('Comma') === true && number !== undefined && !number.tags.has('Percent') && !/ năm$/.test(number.text)
  )
}

const ENDS_STATEMENT = ['Reach', 'Change', 'Level', 'Semicolon', 'Colon', 'Stop', 'Goal', 'Result', 'Boundary', 'Date', 'Open']

/**
 * Whether the words before a number belong to the number before them: its base (`24% GDP và đến năm 2040 đạt 41%`), or
 * all that it is said of (`88% bảo vệ được tập huấn về chữa cháy, cứu hộ và đạt tỷ lệ 97% vào năm 2033`).
 */
export function isSecondOf(chunks: readonly Chunk[], at: number, reading: GrammarMatch): boolean {
  const slot = reading.slots['indicator'] as Slot
  if (slot.to > at || !/^target\/(?:with|reach-from-base|headed)$/.test(reading.rule)) return false
  if (chunks[slot.from - 1]?.tags.has('Percent') && (slot.to - slot.from === 1 || /^(?:gdp|grdp)$/.test(chunks[slot.from]?.text ?? '')))
    return true
  const isJoined = chunks.slice(slot.to - 1, at).some(c => c.tags.has('And'))
  if (!isJoined) return false
  for (let i = slot.from - 1; i >= 0; i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Quantity')) return chunks[i + 1]?.tags.has('Noun') === true
    if (ENDS_STATEMENT.some(t => c.tags.has(t))) return false
  }
  return false
}
