import { MET_PLAN, PLAN_NOUN } from '../../mentions/words/plans.ts'
import {
  CLOSE,
  COLON,
  COMMA,
  COMPARE,
  GOAL,
  OF,
  OPEN,
  PAUSE_OR_NUMBER,
  PERCENT,
  QUANTITY,
  RANK,
  RESULT,
  STOP
} from '../../mentions/words/tags.ts'
import type { Span } from '../../model/span.ts'
import type { Units } from '../../text/units.ts'
import { type WordClass, words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { nearest } from './nearest.ts'
import { readStatus } from './status.ts'
import type { StatusQuery, StatusReading } from './status-reading.ts'

const VALUE = QUANTITY.or(RANK)
// Without a value or a goal word a sentence says nothing of what is behind it.
const SAYS_STATUS = VALUE.or(GOAL)
const FINAL = STOP.or(COLON)

const AS_FOLLOWS = words('như|gồm|là|cụ thể|sau')
const LISTS_THEM = COLON.or(AS_FOLLOWS)
const AIMS = words(/^(?:chỉ tiêu|mục tiêu)(?: cụ thể| chủ yếu)?$/)

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
    if (!context.mayHold(sentence, SAYS_STATUS)) return undefined
    const units = context.unitsOf(sentence)
    const outer = outside(units)
    const last = lastOutside(units, outer, VALUE, units.length)
    const at = isComparedPlan(units, last) ? lastOutside(units, outer, VALUE, last) : last
    let goal = lastOutside(units, outer, GOAL, units.length)
    while (goal >= 0 && isMentioned(units, goal)) goal = lastOutside(units, outer, GOAL, goal)
    const announced = announcedGoals(units)
    if (announced !== undefined) return { status: 'goal', evidence: evidence(announced, 'status/carried', 'carried'), isOwn: false }
    if (at < 0 && goal < 0) return undefined
    const own = at < 0 ? undefined : readStatus(context, { ...query, isPercent, sentence, at }, now)
    const found = own ?? besides(context, { ...query, sentence, at }, units, now)
    // What a number is compared with dates neither it nor what follows it.
    if (found?.evidence.rule === 'status/compared' && !found.isOwn) return undefined
    if (found !== undefined && found.status !== 'other' && (found.isOwn || found.status !== 'goal'))
      return { status: found.status, evidence: { ...found.evidence, source: 'carried', rule: 'status/carried' }, isOwn: false }
    if (goal >= 0 && (at < 0 || isFar || isPercent))
      return { status: 'goal', evidence: evidence(units.spanOf(goal), 'status/carried', 'carried'), isOwn: false }
    return undefined
  }
}

// So many numbers before the last may say what it does not say itself.
const BESIDE = 3

/** `tăng 6% trong 9 tháng đầu năm, đạt 2 triệu tỷ đồng, chiếm 19% dư nợ`: the last number is told with those before it. */
function besides(context: Context, query: StatusQuery, units: Units, now: string | null): StatusReading | undefined {
  let at = query.at
  for (let n = 0; n < BESIDE && at > 0; n++) {
    at = units.last(QUANTITY, at)
    const found = at < 0 ? undefined : readStatus(context, { ...query, isPercent: units.is(at, PERCENT), at }, now)
    if (found !== undefined) return found.isOwn && found.status === 'result' ? found : undefined
  }
  return undefined
}

/** `đạt 33% so với chỉ tiêu thu nợ năm 2023 là 65.000 tỷ đồng`: what the number before is compared with is not what the text goes on with. */
function isComparedPlan(units: Units, at: number): boolean {
  for (let i = at - 1; i > 0; i--) {
    if (units.is(i, PAUSE_OR_NUMBER)) return false
    // `đã có 76%, vượt chỉ tiêu ban đầu là 67%`: what was reached stands before the aim.
    if (units.is(i, MET_PLAN)) return units.is(i, RESULT) && units.is(i - 1, COMMA)
    if (units.is(i, PLAN_NOUN)) return units.is(i - 1, COMPARE) && units.is(i - 2, QUANTITY)
  }
  return false
}

/** `dự thảo nghị quyết nêu 17 chỉ tiêu.`, `với bốn chỉ tiêu.`: goals that are counted at a sentence's end, to be told next. */
function announcedGoals(units: Units): Span | undefined {
  let last = units.length - 1
  while (units.is(last, FINAL)) last--
  const isGoal = units.is(last, AIMS)
  if (!isGoal || !units.is(last - 1, QUANTITY)) return undefined
  return /^(?:nêu|nêu rõ|đề ra|đặt ra|với|gồm|bao gồm|có|xác định|đưa ra)$/.test(units.text(last - 2)) ? units.spanOf(last) : undefined
}

/** `các chỉ tiêu đều trong giới hạn`, `vượt chỉ tiêu ban đầu`: aims that are spoken of, not set. */
function isMentioned(units: Units, i: number): boolean {
  const text = units.text(i)
  // `vượt 6% kế hoạch đề ra`: what a share is of.
  if (units.any(PERCENT, i - 2, i)) return true
  // `thấp hơn so với mục tiêu kịch bản`: what something is compared with.
  if (units.any(COMPARE, i - 3, i)) return true
  if (/^(?:quyết tâm|khát vọng|tham vọng|mong muốn)$/.test(text) && units.is(i + 1, OF)) return true
  return /^các (?:chỉ tiêu|mục tiêu)$/.test(text) && !units.any(LISTS_THEM, i + 1)
}

/** The last unit before `before` that is of a class and stands outside brackets, or -1. */
function lastOutside(units: Units, outer: Uint8Array | undefined, c: WordClass, before: number): number {
  return outer === undefined ? units.last(c, before) : units.lastThat(c, at => outer[at] === 1, before)
}

/** For each unit whether it stands outside brackets; undefined where there are none. */
function outside(units: Units): Uint8Array | undefined {
  if (!units.any(OPEN)) return undefined
  const outer = new Uint8Array(units.length)
  let depth = 0
  for (let i = 0; i < units.length; i++) {
    if (units.is(i, OPEN)) depth++
    outer[i] = depth === 0 ? 1 : 0
    if (units.is(i, CLOSE)) depth = Math.max(0, depth - 1)
  }
  return outer
}
