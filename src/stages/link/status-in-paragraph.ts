import { MET_PLAN, PLAN_NOUN } from '../../mentions/words/plans.ts'
import type { Chunk } from '../../model/frame.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { nearest } from './nearest.ts'
import { readStatus } from './status.ts'
import type { StatusQuery, StatusReading } from './status-reading.ts'

const CONTINUES =
  /^(?:["'(\-+*•\s]*)(?:theo đó|trong đó|cụ thể|bên cạnh đó|ngoài ra|đồng thời|cùng với đó|song song|về |đến năm|riêng|tỷ lệ|tỉ lệ|tầm nhìn|tỷ trọng|tổng|giá trị|thu hút|100%|tiếp đó|các chỉ tiêu)/

/**
 * The status of the last number in an earlier sentence of the paragraph, which a sentence without words of its own goes on
 * with; before the paragraph only for a sentence that says so.
 */
export function paragraphStatus(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const line = context.lineOf(query.sentence)
  const first = line.sentences[0]?.index ?? query.sentence
  const opening = context.sentences[query.sentence]
  const text = opening === undefined ? '' : context.normalized.lower.slice(opening.start, opening.start + 30)
  const from = CONTINUES.test(text) && opening?.kind !== 'bullet' && query.isPercent ? 0 : first
  const given = { query, now }
  const kind = query.isPercent ? 'percent' : 'number'
  const near = LAST_STATUS[kind].near(context, query.sentence - 1, given)
  if (near !== undefined && near.sentence >= Math.max(first, from)) return near.found
  const far = from < first ? LAST_STATUS[kind].far(context, first - 1, given) : undefined
  return far?.found
}

// A header that names no goal itself goes on with what stands right before it.
const BEFORE_HEADER = 2

/** `… phấn đấu đến năm 2030 … Cụ thể như sau:`: what a header without words of its own takes from the sentences before it. */
export function statusBefore(context: Context, header: number, given: Given): StatusReading | undefined {
  const kind = given.query.isPercent ? 'percent' : 'number'
  const before = LAST_STATUS[kind].far(context, header - 1, given)
  return before !== undefined && before.sentence >= header - BEFORE_HEADER ? before.found : undefined
}

/** The number that asks, and the day that tells past from future. */
export interface Given {
  readonly query: StatusQuery
  readonly now: string | null
}

/** The last sentence before that decides the status of a share or of another number, inside its paragraph and before it. */
const LAST_STATUS = {
  percent: { near: nearest(lastStatus(true, false)), far: nearest(lastStatus(true, true)) },
  number: { near: nearest(lastStatus(false, false)), far: nearest(lastStatus(false, true)) }
}

function lastStatus(isPercent: boolean, isFar: boolean) {
  return (context: Context, sentence: number, { query, now }: Given): StatusReading | undefined => {
    const chunks = context.chunksOf(sentence)
    const outer = outside(chunks)
    const isNumber = (c: Chunk, i: number): boolean => outer[i] === true && (c.tags.has('Quantity') || c.tags.has('Rank'))
    const last = chunks.findLastIndex(isNumber)
    const at = isComparedPlan(chunks, last) ? chunks.findLastIndex((c, i) => i < last && isNumber(c, i)) : last
    const goal = chunks.findLast((c, i) => outer[i] === true && c.tags.has('Goal') && !isMentioned(chunks, i))
    const announced = announcedGoals(chunks)
    if (announced !== undefined) return { status: 'goal', evidence: evidence(announced, 'status/carried', 'carried'), isOwn: false }
    if (at < 0 && goal === undefined) return undefined
    const own = at < 0 ? undefined : readStatus(context, { ...query, isPercent, sentence, at }, now)
    const found = own ?? besides(context, { ...query, sentence, at }, chunks, now)
    // What a number is compared with dates neither it nor what follows it.
    if (found?.evidence.rule === 'status/compared' && !found.isOwn) return undefined
    if (found !== undefined && found.status !== 'other' && (found.isOwn || found.status !== 'goal'))
      return { status: found.status, evidence: { ...found.evidence, source: 'carried', rule: 'status/carried' }, isOwn: false }
    if (goal !== undefined && (at < 0 || isFar || isPercent))
      return { status: 'goal', evidence: evidence(goal, 'status/carried', 'carried'), isOwn: false }
    return undefined
  }
}

// So many numbers before the last may say what it does not say itself.
const BESIDE = 3

/** `tăng 6% trong 9 tháng đầu năm, đạt 2 triệu tỷ đồng, chiếm 19% dư nợ`: the last number is told with those before it. */
function besides(context: Context, query: StatusQuery, chunks: readonly Chunk[], now: string | null): StatusReading | undefined {
  let at = query.at
  for (let n = 0; n < BESIDE && at > 0; n++) {
    at = chunks.findLastIndex((c, i) => i < at && c.tags.has('Quantity'))
    const found = at < 0 ? undefined : readStatus(context, { ...query, isPercent: chunks[at]?.tags.has('Percent') === true, at }, now)
    if (found !== undefined) return found.isOwn && found.status === 'result' ? found : undefined
  }
  return undefined
}

/** `đạt 33% so với chỉ tiêu thu nợ năm 2023 là 65.000 tỷ đồng`: what the number before is compared with is not what the text goes on with. */
function isComparedPlan(chunks: readonly Chunk[], at: number): boolean {
  for (let i = at - 1; i > 0; i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Comma') || c.tags.has('Semicolon') || c.tags.has('Quantity')) return false
    // `đã có 76%, vượt chỉ tiêu ban đầu là 67%`: what was reached stands before the aim.
    if (MET_PLAN.test(c.text)) return c.tags.has('Result') && chunks[i - 1]?.tags.has('Comma') === true
    if (PLAN_NOUN.test(c.text)) return chunks[i - 1]?.tags.has('Compare') === true && chunks[i - 2]?.tags.has('Quantity') === true
  }
  return false
}

/** `dự thảo nghị quyết nêu 17 chỉ tiêu.`, `với bốn chỉ tiêu.`: goals that are counted at a sentence's end, to be told next. */
function announcedGoals(chunks: readonly Chunk[]): Chunk | undefined {
  const last = chunks.findLastIndex(c => !c.tags.has('Stop') && !c.tags.has('Colon'))
  const count = chunks[last - 1]
  const verb = chunks[last - 2]
  const isGoal = /^(?:chỉ tiêu|mục tiêu)(?: cụ thể| chủ yếu)?$/.test(chunks[last]?.text ?? '')
  if (!isGoal || !count?.tags.has('Quantity')) return undefined
  return /^(?:nêu|nêu rõ|đề ra|đặt ra|với|gồm|bao gồm|có|xác định|đưa ra)$/.test(verb?.text ?? '') ? chunks[last] : undefined
}

/** `các chỉ tiêu đều trong giới hạn`, `vượt chỉ tiêu ban đầu`: aims that are spoken of, not set. */
function isMentioned(chunks: readonly Chunk[], i: number): boolean {
  const { text } = chunks[i] as Chunk
  // `vượt 6% kế hoạch đề ra`: what a share is of.
  if (chunks.slice(Math.max(0, i - 2), i).some(c => c.tags.has('Percent'))) return true
  // `thấp hơn so với mục tiêu kịch bản`: what something is compared with.
  if (chunks.slice(Math.max(0, i - 3), i).some(c => c.tags.has('Compare'))) return true
  if (/^(?:quyết tâm|khát vọng|tham vọng|mong muốn)$/.test(text) && chunks[i + 1]?.tags.has('Of')) return true
  return (
    /^các (?:chỉ tiêu|mục tiêu)$/.test(text) &&
    !chunks.slice(i + 1).some(c => c.tags.has('Colon') || /^(?:như|gồm|là|cụ thể|sau)$/.test(c.text))
  )
}

/** For each chunk whether it stands outside brackets. */
function outside(chunks: readonly Chunk[]): boolean[] {
  let depth = 0
  return chunks.map(c => {
    if (c.tags.has('Open')) depth++
    const isOutside = depth === 0
    if (c.tags.has('Close')) depth = Math.max(0, depth - 1)
    return isOutside
  })
}
