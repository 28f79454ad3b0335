import type { Chunk } from '../../model/frame.ts'
import type { DateValue } from '../../model/values.ts'
import { lastBefore } from '../../text/last-before.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import { lastChunk } from './last-chunk.ts'
import { when } from './past-or-future.ts'
import { wordsOf } from './sentence-words.ts'
import type { StatusQuery } from './status-reading.ts'
import { MET_PLAN, NOW, PLAN_NOUN } from './status-words.ts'

/** Whether a comma is followed, within its clause, by the time the goal is due: `…, làm xong trước năm 2027`. */
function isDueBehind(chunks: readonly Chunk[], comma: number): boolean {
  for (let i = comma + 1; i < Math.min(chunks.length, comma + 5); i++) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Quantity') || c.tags.has('Comma') || c.tags.has('Stop')) return false
    const use = (c.mention?.value as DateValue | undefined)?.use
    // `…, dự kiến đến năm 2030 tăng lên 305.000`: the date is the next number's.
    if (c.tags.has('Date') && (use === 'before' || (use === 'by' && i > comma + 1)))
      return !chunks.slice(i + 1, i + 4).some((k, n, rest) => k.tags.has('Quantity') && rest.slice(0, n).some(r => r.tags.has('Reach')))
  }
  return false
}

/** The words to the right of a number in its clause, or around it, that speak of its status. */
interface RightMarks {
  compared?: Chunk
  past?: Chunk
  future?: Chunk
  margin?: Chunk
  planShare?: Chunk
  /** The plan that what follows says how much of the number is of. */
  planMeasured?: Chunk
  /** `26% hiện nay`: how things are, beside a goal. */
  now?: Chunk
  /** A word behind the number that it is so already. */
  result?: Chunk
  planBracket?: Chunk
  /** The word that calls what was said a goal: `… hai con số là mục tiêu khó`. */
  aim?: Chunk | undefined
  /** The verb with which a rule waives, lends or allows it: `giảm 30% tiền thuê đất`, `cho phép trích tối đa 20% …`. */
  granted?: Chunk | undefined
  /** The plan, target or quota that the number is the figure of. */
  plan?: Chunk
}

const PLAN =
  /^(?:(?:vượt |hoàn thành |đạt )?(?:các )?(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu|chỉ tiêu phấn đấu|dự toán pháp lệnh|mục tiêu đề ra|kế hoạch năm))$/

/** `cao hơn mục tiêu 18% đặt ra từ đầu năm`: the number is what was set, not how far off something is. */
function isSetBehind(chunks: readonly Chunk[], at: number): boolean {
  const words = wordsOf(chunks.slice(at + 1, at + 3))
  return /^(?:được |đã )?(?:đề ra|đặt ra|đưa ra|được giao|giao)(?: |$)/.test(words)
}

/** A plan named right before the number: `vượt mục tiêu 26 triệu`, `kế hoạch là 3.400 tỷ`, `dự toán (87.000 tỷ)`. */
function planBefore(chunks: readonly Chunk[], at: number): Chunk | undefined {
  const before = chunks[at - 1]
  if (before === undefined) return undefined
  if (PLAN.test(before.text)) return chunks[at - 2]?.text === 'hơn' && !isSetBehind(chunks, at) ? undefined : before
  if (before.text !== 'là' && !before.tags.has('Open')) return undefined
  // Between them only whose plan it is and of when: `kế hoạch HĐND tỉnh giao năm 2025 là 3.400 tỷ`, not `kế hoạch vốn đầu tư công … là`.
  for (let i = at - 2; i >= Math.max(0, at - 7); i--) {
    const c = chunks[i] as Chunk
    // `đã đạt kế hoạch là 211,5 nghìn tỷ`: what was reached.
    if (PLAN.test(c.text)) return /^(?:đã đạt|đã)$/.test(chunks[i - 1]?.text ?? '') ? undefined : c
    if (
      !['Date', 'Place', 'Of', 'Issuer', 'Assign', 'Subject', 'Set'].some(t => c.tags.has(t)) &&
      !/^(?:đề|đặt|ra|cũ|mới|này|đó|phấn đấu|đề ra|đặt ra|của|cả|năm|ban|đầu|ban đầu|đầu năm|pháp|lệnh|trung|ương|tw|tỉnh|quyết định)$/.test(
        c.text
      )
    )
      return undefined
  }
  return undefined
}

const CHARGE = /^(?:tiền (?:thuê|sử dụng)|thuế|lệ phí|phí|mức thu|lãi suất|học phí|giá vé|giá thuê)(?: |$)/

const lastEnd = lastChunk(['Comma', 'Semicolon', 'Stop', 'Dash'])

/** The verb that makes a share one of what a rule charges or allows. */
function grantOf(chunks: readonly Chunk[], at: number): Chunk | undefined {
  const before = chunks[at - 1]
  const charged = wordsOf(chunks.slice(at + 1, at + 4))
  if (/^(?:giảm|miễn|miễn giảm|hỗ trợ|ưu đãi)$/.test(before?.text ?? '') && CHARGE.test(charged)) return before
  const first = lastEnd(chunks, at) + 1
  return chunks[first]?.text === 'cho' && chunks[first + 1]?.text === 'phép' ? chunks[first] : undefined
}

/** `… là mục tiêu`, `… chính là mục tiêu mà ngành hướng tới`, behind the number in its sentence. */
function aimOf(chunks: readonly Chunk[], at: number): Chunk | undefined {
  let aims = known.get(chunks)
  if (aims === undefined) known.set(chunks, (aims = chunks.flatMap((_, i) => (isAim(chunks, i) ? [i] : []))))
  const aim = aims[partitionPoint(aims, i => i <= at)]
  return aim === undefined || lastStop(chunks, aim) > at ? undefined : chunks[aim + 1]
}

/** Where a sentence calls numbers aims. */
const known = new WeakMap<readonly Chunk[], readonly number[]>()
const lastStop = lastChunk(['Semicolon', 'Stop'])

const isAim = (chunks: readonly Chunk[], i: number): boolean =>
  chunks[i]?.text === 'là' &&
  /^(?:mục tiêu|chỉ tiêu|các mục tiêu|một mục tiêu)(?: |$)/.test(chunks[i + 1]?.text ?? '') &&
  !/^(?:mục tiêu|chỉ tiêu)/.test(chunks[i - 1]?.text ?? '')

const isDateNext = (chunks: readonly Chunk[], i: number): boolean => chunks[i + 1]?.tags.has('Date') === true

/** `đưa doanh thu đóng tàu vượt 13 tỷ USD`: what something is to be brought past is no margin. */
function isBroughtPast(chunks: readonly Chunk[], at: number): boolean {
  for (let i = at - 2; i >= Math.max(0, at - 10); i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Raise'))
      return !chunks.slice(at + 1, at + 5).some(k => PLAN_NOUN.test(k.text) || k.tags.has('Compare') || k.tags.has('Compared'))
    if (c.tags.has('Comma') || c.tags.has('Semicolon') || c.tags.has('Quantity')) return false
  }
  return false
}

const lastPlan = lastBefore<Chunk>((c, _, i, chunks) => PLAN_NOUN.test(c.text) || (c.tags.has('Compare') && !isDateNext(chunks, i)))
const lastStriving = lastChunk(['Open', 'Comma'], c => /^(?:phấn đấu|quyết tâm)/.test(c.text))

/** Reads the words to the right of a number in its clause, and those that make it a margin over a plan or the plan itself. */
export function scanRight(
  chunks: readonly Chunk[],
  { at, dates, issued }: StatusQuery,
  now: string | null,
  isPublished: boolean,
  lower: string
): RightMarks {
  const marks: RightMarks = {}
  const before = chunks[at - 1]
  const text = (i: number) => chunks[i]?.text ?? ''
  const comparator = chunks[at]?.mention?.parts['comparator']
  const printed = comparator === undefined ? '' : lower.slice(comparator.start, comparator.end)
  const isOfPlan = chunks.slice(at + 1, at + 5).some(c => PLAN_NOUN.test(c.text))
  const strives = lastStriving(chunks, at)
  const isToExceed = text(at - 1) === 'vượt' && /^(?:phấn đấu|quyết tâm|cần|phải|yêu cầu)/.test(text(at - 2))
  const isStriven =
    isToExceed ||
    (!isOfPlan && (/^(?:cao|thấp|nhiều|ít) hơn/.test(printed) || text(at - 1) === 'vượt') && /^(?:phấn đấu|quyết tâm)/.test(text(strives)))
  if (before && !isStriven && (before.text === 'vượt' || /^(?:cao|thấp|nhiều|ít) hơn/.test(printed))) {
    for (let i = at + 1; i < Math.min(chunks.length, at + 8) && !chunks[i]?.tags.has('Comma') && !chunks[i]?.tags.has('Stop'); i++) {
      if (
        /^(?:so|mục tiêu|các mục tiêu|kế hoạch|chỉ tiêu|dự toán|bình quân|mức|chỉ tiêu được giao)$/.test(text(i)) ||
        text(i).startsWith('so ') ||
        chunks[i]?.tags.has('Compared')
      )
        marks.margin ??= chunks[at] as Chunk
    }
  }
  // `tăng 4,6%, thấp hơn 6,1 điểm phần trăm`: how far off what was planned.
  if (
    /^(?:thấp|cao) hơn/.test(printed) &&
    before?.tags.has('Comma') &&
    chunks[at - 2]?.tags.has('Percent') &&
    (chunks[at]?.mention?.value as { form?: string } | undefined)?.form === 'points'
  )
    marks.margin ??= chunks[at] as Chunk
  // `vượt 5% mục tiêu` is a margin, unless one strives to exceed.
  const hasPlan = lastPlan(chunks, at + 6) >= 0
  if (
    before?.tags.has('Exceed') &&
    !chunks[at - 2]?.tags.has('Goal') &&
    !isToExceed &&
    !isBroughtPast(chunks, at) &&
    (hasPlan || chunks[at]?.tags.has('Percent') === false)
  )
    marks.margin ??= before
  // `vượt dự toán khoảng 12 tỷ đồng`: about how much it was passed by; `vượt dự toán 12 tỷ đồng` may be what was passed.
  const isAbout = printed !== '' && /^(?:khoảng|gần|hơn|trên|tới|đến)/.test(printed)
  const isPassed =
    before !== undefined &&
    ((PLAN.test(before.text) && chunks[at - 2]?.tags.has('Exceed')) || /^vượt (?:dự toán|kế hoạch|chỉ tiêu|mục tiêu)$/.test(before.text))
  // `vượt xa mục tiêu 5% được đưa ra`: how far it was passed is said already, or the number is what was set.
  const isSet = text(at - 2) === 'vượt xa' || isSetBehind(chunks, at)
  if (before && PLAN.test(before.text) && chunks[at - 2]?.tags.has('Exceed') && chunks[at]?.tags.has('Percent') && !isSet)
    marks.margin ??= before
  if (isPassed && isAbout && !chunks[at]?.tags.has('Percent')) marks.margin ??= before as Chunk
  // `vượt mục tiêu 85% người dân có thẻ`: with what it is a share of, the number is the goal that was passed.
  const { low = 0 } = (chunks[at]?.mention?.value ?? {}) as { low?: number }
  const isShare =
    (low >= 30 && chunks[at + 1]?.tags.has('Noun') === true && !PLAN_NOUN.test(text(at + 1))) ||
    // `vượt mục tiêu 15,2% GDP`
    /g(?:r)?dp$/.test(text(at))
  if (before && /^vượt /.test(before.text) && MET_PLAN.test(before.text) && chunks[at]?.tags.has('Percent') && !isShare && !isSet)
    marks.margin ??= before
  if (
    before?.tags.has('Change') &&
    /^so /.test(lower.slice(chunks[at + 1]?.start ?? 0, (chunks[at + 1]?.start ?? 0) + 3)) &&
    chunks.slice(at + 1, at + 5).some(c => c.tags.has('Document'))
  )
    marks.margin ??= before
  if (before && /^(?:chỉ tiêu|mục tiêu|kế hoạch|dự toán)$/.test(before.text) && text(at - 2) === 'hơn' && !isSet) marks.margin ??= before
  marks.granted = grantOf(chunks, at)
  const plan = marks.margin ? undefined : planBefore(chunks, at)
  if (plan && !(chunks[at]?.tags.has('Percent') && chunks[at - 1]?.tags.has('Open') && plan !== chunks[at - 2])) marks.plan = plan
  // `so với mức 70 phút`, `thay vì 40% GDP`: what a goal is compared with.
  const isBase = (i: number): boolean => chunks[i]?.tags.has('Compare') === true
  if (isBase(at - 1) || (isBase(at - 2) && /^(?:mức|con số|tỷ lệ)$/.test(text(at - 1))))
    marks.now = chunks[isBase(at - 1) ? at - 1 : at - 2] as Chunk
  // `đạt 2,6 tỷ USD, bằng 116% kế hoạch`: how much of the plan was reached.
  if (
    chunks[at + 1]?.tags.has('Comma') &&
    !chunks[at]?.tags.has('Percent') &&
    /^(?:đạt|bằng|bằng khoảng|vượt|đạt khoảng|tương đương)$/.test(text(at + 2)) &&
    chunks[at + 3]?.tags.has('Percent') &&
    PLAN_NOUN.test(text(at + 4))
  )
    marks.planMeasured = chunks[at + 4] as Chunk
  marks.aim = aimOf(chunks, at)
  const next = chunks[at + 1]
  if (/^(?:miễn|miễn phí|được miễn)$/.test(next?.text ?? '') && chunks[at]?.tags.has('Percent')) marks.margin ??= next as Chunk
  if (next !== undefined && NOW.test(next.text) && (chunks[at]?.mention?.value as { form?: string } | undefined)?.form !== 'ratio')
    marks.now = next
  // `tăng từ 6,5 triệu tấn dầu thô hiện nay lên …`: where a change starts from.
  if (chunks[at]?.tags.has('From')) {
    const rise = chunks.findIndex((c, i) => i > at && (c.tags.has('Reach') || c.tags.has('Quantity') || c.tags.has('Comma')))
    const today = chunks.slice(at + 1, rise < 0 ? at + 1 : rise).find(c => /^(?:hiện nay|hiện tại|hiện)$/.test(c.text))
    if (today !== undefined) marks.now ??= today
  }
  for (let i = at + 1; i < chunks.length; i++) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Comma') && isDueBehind(chunks, i)) continue
    // `giảm 8.260 tỷ đồng (tương ứng 16,2%) so với cùng kỳ`: brackets that add a number.
    const close = i === at + 1 && c.tags.has('Open') ? chunks.findIndex((k, n) => n > i && k.tags.has('Close')) : -1
    if (close > 0 && close - i <= 4 && chunks[close + 1]?.tags.has('Compared')) {
      i = close
      continue
    }
    // `lên gần 70% (2024)`: brackets that hold its time alone.
    const own = c.tags.has('Open') && chunks[i + 1]?.tags.has('Date') && chunks[i + 2]?.tags.has('Close') ? chunks[i + 1] : undefined
    const side = own === undefined ? undefined : when(dates.get(own.mention), now, isPublished)
    if (own !== undefined && side === 'past') marks.past ??= own
    if (own !== undefined && side === 'future') marks.future ??= own
    if (
      c.tags.has('Comma') ||
      c.tags.has('Semicolon') ||
      c.tags.has('Stop') ||
      c.tags.has('Quantity') ||
      c.tags.has('Open') ||
      c.tags.has('Close')
    )
      break
    if (PLAN_NOUN.test(c.text) && (i === at + 1 || (i === at + 2 && chunks[at + 1]?.tags.has('Compare')))) marks.planShare ??= c
    if (c.tags.has('Goal') && (i - at > 2 || chunks[i - 1]?.tags.has('And'))) break
    if (c.tags.has('Compare') && !PLAN_NOUN.test(text(i + 1))) break
    if (c.tags.has('Date')) {
      const value = c.mention?.value as DateValue | undefined
      if (value?.use === 'compared') marks.compared ??= c
      else if (value?.use !== 'from' && !issued.has(c.mention)) {
        const side = when(dates.get(c.mention), now, isPublished)
        if (side === 'past') marks.past ??= c
        if (side === 'future' && !(c.tags.has('Period') && value?.use === null)) marks.future ??= c
      }
    }
    if (c.text === 'hiện nay' && chunks[i - 1]?.text === 'như') marks.now ??= c
    if (/^(?:đã|đã có|đã được|hiện đã)$/.test(c.text) && i - at <= 10) marks.result ??= c
  }
  return marks
}
