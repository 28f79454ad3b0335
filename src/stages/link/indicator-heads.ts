import type { Chunk } from '../../model/frame.ts'
import type { Context } from './context.ts'
import type { Found } from './indicator-elsewhere.ts'
import { BODY, trim } from './phrase.ts'

const AIM =
  /^(?:(?:đặt|đề ra|hoàn thành|đạt|vượt|thực hiện|với|hướng tới|hướng đến|để đạt|giao|đạt và vượt|hạ) )?(?:các )?(?:mục tiêu|chỉ tiêu|kế hoạch|dự toán|chỉ tiêu kế hoạch|chỉ tiêu phấn đấu)$/
const ENDS_MEASURE = [
  'Quantity',
  'Semicolon',
  'Stop',
  'Colon',
  'Comma',
  'Date',
  'Of',
  'Reach',
  'Boundary',
  'Rank',
  'Open',
  'Issuer',
  'Document',
  'Change',
  'Level',
  'Assign',
  'Compare',
  'Adopt',
  'Exceed'
]

// Whose aim it is, not what of.
const SETTER =
  /^(?:Tổng cục|Cục|Bộ|Sở|UBND|HĐND|Ủy ban|Hội đồng|Chính phủ|Thủ tướng|Quốc hội|Trung ương|TW|Tổng công ty|Tập đoàn|Tỉnh ủy|Thành ủy)(?: |$)/

// The one word that says what an economy makes.
const PRODUCT = /^G(?:R)?DP$/

/** What an aim is of, where its time or whose it is stands between: `mục tiêu trồng cây năm 2026 của thành phố là 7,4%`. */
export function measureOfAim(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 20); i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Quantity') || c.tags.has('Semicolon') || c.tags.has('Stop')) return undefined
    if (!AIM.test(c.text)) continue
    let end = i + 1
    while (end < at && !ENDS_MEASURE.some(t => chunks[end]?.tags.has(t))) end++
    const first = chunks[i + 1]
    const last = chunks[end - 1]
    if (end === i + 1 || first === undefined || last === undefined) return undefined
    const phrase = first.tags.has('Set') || first.tags.has('Weak') ? undefined : trim(context, first.start, last.end)
    return phrase === undefined || !(phrase.text.includes(' ') || PRODUCT.test(phrase.text)) || SETTER.test(phrase.text)
      ? undefined
      : { phrase, rule: 'indicator/of-aim' }
  }
  return undefined
}

const OPENS_CLAUSE = ['Dash', 'Document', 'Issuer', 'Goal', 'Ensure', 'Raise', 'Weak', 'Place', 'Reach']

/** `lần lượt là: 8%; …`, `tăng dần: đến năm 2027 đạt 8%; …`: a colon before the number, and perhaps its time, opens a list; what it is of stands in front. */
function beforeList(chunks: readonly Chunk[], at: number): number {
  let i = at - 1
  while (i > 0 && ['Reach', 'Adverb', 'Date', 'Comma'].some(t => chunks[i]?.tags.has(t))) i--
  return chunks[i]?.tags.has('Colon') ? i : at
}

/** The measure that a clause begins with, with no other number between: `Tổng số cây năm 2026 ngành lâm nghiệp được giao là …`. */
export function headOfClause(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  // `Tốc độ tăng GRDP từ quý I đến quý IV lần lượt là: 8%; …`: a colon right before the number opens its list.
  let start = beforeList(chunks, at)
  while (start > 0 && !['Semicolon', 'Stop', 'Comma', 'Colon', 'Quantity', 'Boundary'].some(t => chunks[start - 1]?.tags.has(t))) start--
  if (chunks[start - 1]?.tags.has('Quantity')) return undefined
  // `Mục tiêu là duy trì tỷ lệ phủ xanh ổn định từ 9% đến 10%`: what only announces the measure.
  while (start < at && OPENS_CLAUSE.some(t => chunks[start]?.tags.has(t)) && !chunks[start]?.tags.has('Noun')) start++
  // `Giảm phát thải khí nhà kính so với kịch bản … ở mức 15%`: the verb says which way.
  if (chunks[start]?.tags.has('Change') && chunks.slice(start, at).some(c => c.tags.has('Reach'))) start++
  else if (!(chunks[start]?.tags.has('Head') || chunks[start]?.tags.has('Indicator'))) return undefined
  if (at - start < 2) return undefined
  let end = start
  while (end < at && !ENDS_MEASURE.some(t => chunks[end]?.tags.has(t))) end++
  const phrase = trim(context, (chunks[start] as Chunk).start, (chunks[end - 1] as Chunk).end)
  return phrase === undefined || BODY.test(phrase.text) ? undefined : { phrase, rule: 'indicator/head-of-clause' }
}

/** `nâng tỷ lệ xe dán thẻ qua trạm, phấn đấu đạt 90%`: a clause that only says how much is of the measure of the clause before it. */
export function headOfClauseBefore(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  let i = at - 1
  while (i >= 0 && ['Reach', 'Adverb', 'Goal', 'Date', 'Weak', 'Rate', 'Ensure'].some(t => chunks[i]?.tags.has(t))) i--
  // `sẽ tăng nhanh để đạt mục tiêu 40%`: what for is said of the same.
  if (i < 1 || i === at - 1 || !(chunks[i]?.tags.has('Comma') || /^(?:để|nhằm)$/.test(chunks[i]?.text ?? ''))) return undefined
  let start = i
  while (start > 0 && !['Semicolon', 'Stop', 'Comma', 'Colon', 'Quantity', 'Boundary'].some(t => chunks[start - 1]?.tags.has(t))) start--
  if (chunks[start - 1]?.tags.has('Quantity')) return undefined
  while (start < i && ['Raise', 'Goal', 'Date', 'Adverb', 'Change'].some(t => chunks[start]?.tags.has(t))) start++
  if (!chunks[start]?.tags.has('Head') && !chunks[start]?.tags.has('Indicator')) return undefined
  let end = start
  while (end < i && !ENDS_MEASURE.some(t => chunks[end]?.tags.has(t))) end++
  const phrase = trim(context, (chunks[start] as Chunk).start, (chunks[end - 1] as Chunk).end)
  return phrase === undefined || !phrase.text.includes(' ') || BODY.test(phrase.text)
    ? undefined
    : { phrase, rule: 'indicator/head-of-clause-before' }
}

// So far before a list of parts the rate that they are of is named, in chunks.
const PARTS_REACH = 60

/** `tăng tỷ lệ khám bằng y học cổ truyền; đến năm 2025: tuyến tỉnh đạt 20%; tuyến huyện đạt 25%`: a rate, a colon, and what it is in each part. */
export function rateOfParts(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  const colon = chunks.findLastIndex((c, i) => i < at && c.tags.has('Colon'))
  for (let i = colon - 1; i >= Math.max(0, colon - PARTS_REACH); i--) {
    if (chunks[i]?.tags.has('Quantity')) return undefined
    if (!/^(?:tỷ|tỉ) (?:lệ|trọng)(?: |$)/.test(chunks[i]?.text ?? '')) continue
    let end = i + 1
    while (end < colon && !['Semicolon', 'Stop', 'Date', 'Goal', 'Reach'].some(t => chunks[end]?.tags.has(t))) end++
    const phrase = trim(context, (chunks[i] as Chunk).start, (chunks[end - 1] as Chunk).end)
    return phrase === undefined ? undefined : { phrase, rule: 'indicator/rate-of-parts' }
  }
  return undefined
}
