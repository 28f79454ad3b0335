import type { Chunk, Slot } from '../../model/frame.ts'
import type { Context } from './context.ts'

/** `thợ có tay nghề, thẻ nghề đạt …`: what follows a comma without a head of its own belongs to the phrase before it. */
export function extendLeft(context: Context, sentence: number, slot: Slot): Slot {
  const chunks = context.chunksOf(sentence)
  let from = behindOwner(chunks, slot.from)
  // `đóng góp vào GDP trên 60%`: what is contributed.
  const isOfIndex = chunks[from + 1]?.text.startsWith('chỉ') === true
  if (chunks[from]?.text === 'vào' && chunks[from - 1]?.text === 'đóng góp' && !isOfIndex) return { from: from - 1, to: slot.to }
  // `tỷ lệ hồ sơ được xử lý thông qua cổng dịch vụ công đạt 90%`
  if (chunks[from - 1]?.text === 'thông qua') {
    from = withPhraseBefore(chunks, from, 1)
  }
  // `sản lượng sắn dùng để chế biến sâu chiếm 85%`
  if (chunks[from - 1]?.text === 'để' && /^(?:dùng|sử dụng)$/.test(chunks[from - 2]?.text ?? '')) {
    from = withPhraseBefore(chunks, from, 2)
  }
  // `số bác sĩ trên 10.000 dân đạt 15`: what is counted for so many of them.
  const per = perSoMany(chunks, from)
  if (per !== undefined) return { from: per, to: slot.to }
  const ratio = chunks[from]?.tags.has('Head') || chunks[from]?.tags.has('Indicator') ? undefined : ratioBefore(chunks, from)
  if (ratio !== undefined) return { from: ratio, to: slot.to }
  // `lao động nông nghiệp trong tổng lao động xã hội còn 15%`: the part is measured, of a whole.
  if (chunks[from - 1]?.text === 'trong' && chunks[from]?.text.startsWith('tổng')) {
    from = withPhraseBefore(chunks, from, 1)
  }
  for (let n = 0; n < 3; n++) {
    const words = chunks.slice(from, slot.to)
    const comma = words.findIndex(c => c.tags.has('Comma'))
    if (
      !chunks[from - 1]?.tags.has('Comma') ||
      (comma < 0 ? words.length : comma) > 4 ||
      words[0]?.tags.has('Head') ||
      words[0]?.tags.has('Indicator')
    )
      break
    const start = phraseStart(chunks, from - 1)
    if (start === from - 1) break
    const before = chunks[start - 1]
    // A number or verb in front means that the comma ends another statement.
    if (
      before !== undefined &&
      (before.tags.has('Quantity') || before.tags.has('Reach') || before.tags.has('Change') || before.tags.has('Rank'))
    )
      break
    from = start
  }
  return { from, to: slot.to }
}

// Before the number that something is counted for: `trên 10.000 dân`, also where both are one chunk.
const PER = /^(?:trên|cho|\/)(?: |$)/

/** Where the measure begins that is counted by the number in front of chunk `from`. */
function perSoMany(chunks: readonly Chunk[], from: number): number | undefined {
  const number = chunks[from - 1]
  if (number === undefined || !(number.tags.has('Quantity') || number.tags.has('Number'))) return undefined
  const to = PER.test(number.text) ? from - 1 : from - 2
  const start = PER.test(chunks[to]?.text ?? '') ? phraseStart(chunks, to) : to
  return start < to && chunks[start]?.tags.has('Head') ? start : undefined
}

/** `tốc độ tăng trưởng trung bình của ngành than đạt 6%`: behind `của`, or behind `bình quân` in a phrase, the measure began before. */
function behindOwner(chunks: readonly Chunk[], from: number): number {
  // `tốc độ tăng trưởng doanh thu ngành than đạt 9%`: a head behind another one goes on with it.
  if (
    chunks[from]?.tags.has('Head') &&
    (chunks[from - 1]?.tags.has('Head') || /^(?:tốc độ|nhịp độ|mức)(?: |$)/.test(chunks[from - 1]?.text ?? ''))
  )
    return from - 1
  let to = from
  if (chunks[to - 1]?.tags.has('Of')) to--
  if (/^(?:bình quân|trung bình)$/.test(chunks[to - 1]?.text ?? '') && chunks[to - 2]?.tags.has('Noun')) to--
  if (to === from) return from
  const start = phraseStart(chunks, to)
  return start < to ? start : from
}

// A list of what a ratio is of takes up so many chunks at most.
const RATIO_REACH = 24

/** `tỷ lệ diện tích rau an toàn, tập trung, bảo đảm truy xuất nguồn gốc đạt 20%`: the ratio that a list of properties began with. */
function ratioBefore(chunks: readonly Chunk[], from: number): number | undefined {
  if (!chunks[from - 1]?.tags.has('Comma') && !chunks[from - 1]?.tags.has('Ensure')) return undefined
  for (let i = from - 1; i >= Math.max(0, from - RATIO_REACH); i--) {
    const c = chunks[i] as Chunk
    if (/^(?:tỷ lệ|tỉ lệ)$/.test(c.text)) return i === 0 || ENDS_PHRASE.some(t => chunks[i - 1]?.tags.has(t)) ? i : undefined
    const next = chunks[i + 1]
    if (c.tags.has('Comma') ? next?.tags.has('Head') || next?.tags.has('Indicator') : !isPhraseChunk(c)) return undefined
  }
  return undefined
}

const ENDS_PHRASE = ['Comma', 'Semicolon', 'Dash', 'Date', 'Goal', 'Open', 'Colon']

/** Where the phrase ends that begins at chunk `from`; `from` where none does. */
export function phraseEnd(chunks: readonly Chunk[], from: number): number {
  let end = from
  while (end < chunks.length && isPhraseChunk(chunks[end] as Chunk)) end++
  return end
}

/** Where the phrase begins that ends before chunk `to`; `to` where none does. */
function phraseStart(chunks: readonly Chunk[], to: number): number {
  let start = to
  while (start > 0 && isPhraseChunk(chunks[start - 1] as Chunk)) start--
  return start
}

/** The beginning of the phrase in front of the `words` chunks that join it to chunk `from`; `from` where there is none. */
function withPhraseBefore(chunks: readonly Chunk[], from: number, words: number): number {
  const start = phraseStart(chunks, from - words)
  return start < from - words ? start : from
}

function isPhraseChunk(c: Chunk): boolean {
  return (
    c.tags.has('Noun') ||
    c.tags.has('Of') ||
    c.tags.has('And') ||
    c.tags.has('Have') ||
    c.tags.has('Dash') ||
    c.tags.has('Ensure') ||
    c.tags.has('Place') ||
    c.tags.has('Quote')
  )
}
