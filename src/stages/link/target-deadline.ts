import { COMPARE, PERCENT } from '../../mentions/words/tags.ts'
import type { Evidence } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'
import { edtfEndYear, edtfPrecision } from '../../text/edtf.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import type { Deadline } from './deadline.ts'
import type { DocumentLink } from './document-link.ts'
import { none } from './evidence.ts'
import { openingOf } from './headers.ts'
import { antecedent, viaOf, withVia } from './reasons.ts'
import type { Scopes } from './scopes.ts'
import { spanOfYears } from './span-of-years.ts'
import type { ReadTarget } from './target-indicator.ts'
import { kindOf } from './target-kind.ts'

const PLAN_FIGURE = words(/^(?:chỉ tiêu|kế hoạch|dự toán)/)
const AIM = words(/^(?:mục tiêu|kịch bản)/)

/** Whether a sentence splits up what the one before it says: `Trong đó, khu vực I tăng …`. */
export function isBreakdown(context: Context, sentence: number): boolean {
  const s = context.sentences[sentence]
  return (
    s !== undefined &&
    /^(?:["'(\-+*•\s]*)(?:trong đó|bao gồm|gồm|cụ thể)(?: là)?[,: ]/.test(context.normalized.lower.slice(s.start, s.start + 24))
  )
}

/** Whether the time of the goal before stands nearer than what was found; of a period and its last year the number's kind decides. */
function isFarther(context: Context, own: Deadline, { deadline, isList }: Due): boolean {
  const { value, evidence: entry } = own.value
  if (value === null) return isList
  const year = edtfEndYear(deadline.value.value ?? '')
  // What was to be done by a year that is over is no longer the list's time.
  if (year === null || year === edtfEndYear(value) || year < Number(context.article.record.published?.slice(0, 4) ?? 0)) return false
  return (
    entry?.source === 'document' ||
    (isList && entry?.rule === 'deadline/carried' && (entry.start ?? 0) < (deadline.value.evidence?.start ?? 0))
  )
}

/** How many lines stand between those of two sentences. */
function linesBetween(context: Context, from: number, to: number): number {
  return context.lineOf(to).index - context.lineOf(from).index - 1
}

/** The time of the goal before, with that goal's sentence. */
export interface Due {
  readonly sentence: number
  readonly of: Span
  /** Whether the goal at hand goes on with a list of goals. */
  readonly isList: boolean
  readonly deadline: Deadline
  /** What the list's time was read from where it began. */
  readonly begun: Evidence | null
}

/** Whether a goal is the plan that a result is a share of: `đạt 104,36% so với chỉ tiêu Bộ Công Thương giao 2.700 tỷ đồng`. */
function isMeasuringPlan(context: Context, { frame, status }: ReadTarget): boolean {
  if (status === undefined) return false
  const { rule, start } = status.evidence
  if (rule === 'status/plan-word' || rule === 'status/actual-and-target') return true
  const units = context.unitsOf(frame.sentence)
  const word = units.placeAt(start ?? -1)
  return rule === 'status/goal-word' && units.is(word, PLAN_FIGURE) && units.any(PERCENT, word - 3, word)
}

/** `GDP quý 1/2023 tăng 3,32%, thấp hơn nhiều so với mục tiêu 5,6%`: an aim for the time that the result is of. */
function isComparedAim(context: Context, { frame, at, status }: ReadTarget): boolean {
  const units = context.unitsOf(frame.sentence)
  const word = units.placeAt(status?.evidence.start ?? -1)
  const isAim = word > 0 && units.is(word, AIM) && units.is(word - 1, COMPARE)
  return isAim && at - word <= COMPARED_REACH && units.any(PERCENT, 0, word)
}

// An aim that a result is compared with is named so many units before its number at most.
const COMPARED_REACH = 3

/** A whole that a number may be a part of, with its time. */
interface Whole {
  readonly target: ReadTarget
  readonly deadline: Deadline
}

/** When a goal is due. A quota without any time is one of the year that the text is of. */
export function deadlineOf(
  context: Context,
  target: ReadTarget,
  document: DocumentLink | undefined,
  scopes: Scopes,
  whole: Whole | undefined,
  last: Due | undefined
): Deadline {
  const said = deadlineSaid(context, target, document, scopes, whole, last)
  const year = said.value.value === null && isQuota(context, target) ? scopes.yearOfText() : undefined
  return year === undefined ? said : { ...year, value: withVia(year.value, viaOf(said.value.evidence)) }
}

const QUOTA = /chỉ tiêu|dự toán/

/** `hoàn thành chỉ tiêu thu 900 tỷ đồng`: whether the number is a goal by a word for what is set for a year. */
function isQuota({ normalized: { lower }, sentences }: Context, { status, frame }: ReadTarget): boolean {
  const { start, end } = status?.evidence ?? { start: null, end: null }
  const isNear = start !== null && start >= (sentences[frame.sentence]?.start ?? 0)
  return isNear && end !== null && QUOTA.test(lower.slice(start, end))
}

/** What the time of a goal may be read from. */
interface Said {
  readonly context: Context
  readonly target: ReadTarget
  readonly scopes: Scopes
  readonly own: Deadline
  readonly whole: Whole | undefined
  readonly last: Due | undefined
}

/** The time that the text says; the parts of a goal are due with it. */
function deadlineSaid(
  context: Context,
  target: ReadTarget,
  document: DocumentLink | undefined,
  scopes: Scopes,
  whole: Whole | undefined,
  last: Due | undefined
): Deadline {
  const { frame, at, quantity, unit } = target
  const over =
    spanOfYears(context.unitsOf(frame.sentence), at, quantity, unit) ?? (kindOf(context, target).value === 'growth' ? 'growth' : null)
  const said: Said = { context, target, scopes, own: scopes.deadline(frame.sentence, at, over, document), whole, last }
  return planOfResult(said) ?? listGoesOn(said) ?? wholeOfParts(said) ?? said.own
}

/** A plan that a result is measured by is that year's. */
function planOfResult({ context, target, scopes, own, last }: Said): Deadline | undefined {
  const { frame, at } = target
  const { evidence: entry, value } = own.value
  if (entry?.rule === 'deadline/closing' || (entry?.source === 'same_clause' && edtfPrecision(value ?? '') !== 'day')) return undefined
  const isOfPart = isComparedAim(context, target)
  if (!isOfPart && !isMeasuringPlan(context, target)) return undefined
  const year = scopes.planYear(frame.sentence, at, isOfPart)
  if (year !== undefined) return year
  // The plan of the sentences before, with its year.
  return value === null && last?.deadline.value.evidence?.rule === 'deadline/plan-year'
    ? { ...last.deadline, value: withVia(last.deadline.value, [antecedent(last.of)]) }
    : own
}

/** A list of goals goes on: its time is said where the list began, not in a title or further away. */
function listGoesOn({ context, target: { frame }, own, last }: Said): Deadline | undefined {
  if (last === undefined) return undefined
  const { value, evidence: entry } = last.deadline.value
  // Nor has the goal that the list began with a time: for its reasons.
  if (last.isList && own.value.value === null && value === null && own.value.evidence !== null && last.begun !== null)
    return { ...own, value: withVia(own.value, [antecedent(last.of), ...viaOf(last.begun)]) }
  if (value === null || entry === null || !isFarther(context, own, last)) return undefined
  const between = last.isList ? 0 : linesBetween(context, last.sentence, frame.sentence)
  if (between > 0)
    return { ...own, value: withVia(own.value, between > 1 ? [] : [openingOf(context, context.lineOf(frame.sentence).index - 1)]) }
  const begun: Evidence = { ...(last.begun ?? entry), source: 'carried', rule: 'deadline/goes-on' }
  return { value: withVia({ value, evidence: begun }, [antecedent(last.of), ...viaOf(own.value.evidence)]), mod: last.deadline.mod }
}

/** What the sentence before is split up into is due with it, where it has no time of its own. */
function wholeOfParts({ context, target: { frame }, own, whole }: Said): Deadline | undefined {
  const { value, evidence: entry } = whole?.deadline.value ?? none
  const { value: time, evidence: said } = own.value
  if (said?.source === 'same_clause' || whole === undefined || value === null || entry === null || !isBreakdown(context, frame.sentence))
    return undefined
  if (time !== null && said !== null && (said.start ?? 0) >= (context.sentences[frame.sentence]?.start ?? 0)) return undefined
  const { sentence } = whole.target.frame
  if (sentence !== frame.sentence - 1 || context.lineOf(frame.sentence) !== context.lineOf(sentence)) return undefined
  return { value: { value, evidence: { ...entry, source: 'carried', rule: 'deadline/of-whole' } }, mod: whole.deadline.mod }
}
