import { COMPARE, DATE, ENSURE, GOAL, LINK, NOUN, QUANTITY, WEAK } from '../../mentions/words/tags.ts'
import type { Via } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import { edtfEndYear } from '../../text/edtf.ts'
import { lastBefore } from '../../text/last-before.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import type { Context } from './context.ts'
import { datesBefore, type Range } from './dates-within.ts'
import {
  canBeDue,
  type Deadline,
  type DeadlineDates,
  type DeadlineQuery,
  deadlineFrom,
  deadlineOfDocument,
  isDueWord,
  isEventDay,
  isPast,
  isYearly,
  NO_DEADLINE,
  yearOfIssue
} from './deadline.ts'
import { isIssueDate, leadsClause } from './deadline-in-sentence.ts'
import type { DocumentLink } from './document-link.ts'
import { evidence } from './evidence.ts'
import { headersAbove } from './headers.ts'
import { type LinkedDate, spanOf } from './linked-date.ts'
import { antecedent, because, viaOf, withheld } from './reasons.ts'
import { silenceBetween } from './silence.ts'

const COUNTED = NOUN.or(QUANTITY)

/** The deadline of a number whose sentence prints none: of what stands near above, of its document, of a list that goes on. */
export function deadlineAbove(context: Context, query: DeadlineQuery, dates: DeadlineDates, document: DocumentLink | undefined): Deadline {
  const near = deadlineNear(context, query, dates)
  if (near.deadline !== undefined) return near.deadline
  const { value, mod } =
    deadlineOfDocument(document?.document, query) ?? deadlineFar(context, query, dates) ?? yearOfIssue(document?.document) ?? NO_DEADLINE
  return { value: because(value, [...near.past, ...viaOf(document?.field.evidence)], 'deadline/kept-away'), mod }
}

/** A deadline near a number, or what kept the headers further up from giving one. */
interface Near {
  readonly deadline: Deadline | undefined
  readonly past: readonly Via[]
}

/** The last deadline of an earlier sentence of the same paragraph, else of the headers above, nearest first. */
function deadlineNear(context: Context, query: DeadlineQuery, dates: DeadlineDates): Near {
  const line = context.lineOf(query.sentence)
  const first = line.sentences[0]?.index ?? query.sentence
  const inParagraph = lastPlan(context, dates, { from: first, to: query.sentence }, NEAR)
  if (inParagraph !== undefined) return { deadline: deadlineFrom(inParagraph, query, 'carried', 'deadline/carried-in-paragraph'), past: [] }
  const { above, past } = headersAbove(context, line)
  for (const { line: header, via } of above) {
    const { sentences } = header
    const from = sentences[0]?.index ?? 0
    const lastLeading = sentences[0]?.kind === 'heading' ? lastOfHeading : lastOfPlan
    const found = dateIn(dates.all, { from, to: from + sentences.length }, (list, before) => lastLeading(list, before, context))
    if (found !== undefined) return { deadline: deadlineFrom(found, query, 'heading', 'deadline/header', via), past: [] }
  }
  return { deadline: undefined, past }
}

const lastOfPlan = lastBefore<LinkedDate, Context>((d, context) => isPlanDate(context, d))
const lastOfHeading = lastBefore<LinkedDate, Context>((d, context) => isPlanDate(context, d) || (canBeDue(d) && isYearly(d)))

/** Further up, the last time that goals were set for: a list of paragraphs under one time prints it once. */
function deadlineFar(context: Context, query: DeadlineQuery, dates: DeadlineDates): Deadline | undefined {
  const value = context.unitsOf(query.sentence).mention(query.at)?.value as Quantity | undefined
  // `tăng trưởng hai con số`: an aim for years to come, which has only the time that is said of it.
  if (value?.form === 'double-digit') return undefined
  const first = context.lineOf(query.sentence).sentences[0]?.index ?? query.sentence
  const own = context.sentences[query.sentence]
  const isPledge = own !== undefined && NET_ZERO.test(context.normalized.lower.slice(own.start, own.end))
  const earlier = lastPlan(context, dates, { from: 0, to: first }, isPledge ? FAR_OF_PLEDGE : FAR)
  if (earlier === undefined) return undefined
  // Growth and sums are reckoned by the year, and an aim that is called one has its plan's time; what is only asked for goes with what is near.
  const isOfPlan =
    query.isOverPeriod || own?.kind === 'bullet' || (own !== undefined && CALLED.test(context.normalized.lower.slice(own.start, own.end)))
  const between = silenceBetween(context, earlier.mention.sentence, first, isOfPlan ? SILENCE : SHORT_SILENCE)
  if (between.isSilent) return { value: withheld([...between.via, antecedent(earlier.mention)], 'deadline/silence'), mod: null }
  return deadlineFrom(earlier, query, 'carried', 'deadline/carried', between.via)
}

// So many paragraphs without a number end a list of goals; fewer end it for a number that is not called an aim.
const SILENCE = 4
const SHORT_SILENCE = 2
const CALLED = /mục tiêu|chỉ tiêu|phấn đấu|kế hoạch|tăng trưởng/

/** The last date of a range that a table finds. */
function dateIn(
  dates: readonly LinkedDate[],
  { from, to }: Range,
  last: (dates: readonly LinkedDate[], before: number) => number
): LinkedDate | undefined {
  const at = last(dates, datesBefore(dates, to))
  return at < datesBefore(dates, from) ? undefined : dates[at]
}

/** Tables of the dates that fit: of those that govern what follows them, and of all. */
interface Fitting {
  readonly governing: (dates: readonly LinkedDate[], before: number, context: Context) => number
  readonly any: (dates: readonly LinkedDate[], before: number, context: Context) => number
}

const fitting = (fits: (d: LinkedDate, context: Context) => boolean): Fitting => ({
  governing: lastBefore<LinkedDate, Context>((d, context) => fits(d, context) && governs(context, d)),
  any: lastBefore<LinkedDate, Context>(fits)
})

const isVision = ({ mention: { value } }: LinkedDate): boolean => value.use === 'vision' || value.use === 'orientation'
const NEAR = fitting((d, context) => isYearly(d) || (isDueWord(d.mention.value) && governs(context, d)))
const FAR = fitting((d, context) => isYearly(d) && !isVision(d) && !isOfPledge(context, d))
const FAR_OF_PLEDGE = fitting(d => isYearly(d) && !isVision(d))

/** The dates of an article's plans to come; each goal without a time of its own asks for them. */
const plansOf = new WeakMap<DeadlineDates, readonly LinkedDate[]>()

/** The last date of plans to come in a range that fits: one that governs what follows it before one said of a single number. */
function lastPlan(context: Context, dates: DeadlineDates, range: Range, { governing, any }: Fitting): LinkedDate | undefined {
  let plans = plansOf.get(dates)
  if (plans === undefined) {
    plans = dates.all.filter(d => canBeDue(d) && isPlanDate(context, d) && !isPast(d, dates.now) && !isListed(context, d))
    plansOf.set(dates, plans)
  }
  const last = (table: Fitting['any']) => dateIn(plans, range, (list, before) => table(list, before, context))
  return last(governing) ?? last(any)
}

const NET_ZERO = /(?:phát thải ròng|net ?zero|trung hòa (?:carbon|các-?bon|cacbon))/

/** `phát thải ròng bằng 0 vào năm 2050`: the time of what the country pledged is no other goal's. */
function isOfPledge(context: Context, d: LinkedDate): boolean {
  const from = Math.max(context.sentences[d.mention.sentence]?.start ?? 0, d.mention.start - 60)
  const before = context.normalized.lower.slice(from, d.mention.start)
  return NET_ZERO.test(before.slice(Math.max(...['.', ';', ','].map(mark => before.lastIndexOf(mark))) + 1))
}

/** Whether a date is a later one of a list of times, each of which goes with a number of its own. */
function isListed(context: Context, d: LinkedDate): boolean {
  const units = context.unitsOf(d.mention.sentence)
  const at = units.placeOf(d.mention)
  return units.is(at - 1, LINK) && units.is(at - 2, DATE)
}

/** Whether a date leads its clause (`đến năm 2025, …`, `mục tiêu năm 2025 …`) and so what comes after it; between an indicator and its value it is said of these alone. */
function governs(context: Context, d: LinkedDate): boolean {
  const units = context.unitsOf(d.mention.sentence)
  const at = units.placeOf(d.mention)
  return at >= 0 && leadsClause(units, at)
}

const PLAN = /(?:kế hoạch|mục tiêu|chỉ tiêu|nhiệm vụ|thường niên|dự toán|đhđcđ|đại hội đồng cổ đông)(?: [^.;:]{0,24})?$/

const AIM = GOAL.or(ENSURE, WEAK)

/** A date that carries over sentences: a time said of goals or plans, not a day of events or a date of results. */
export function isPlanDate(context: Context, d: LinkedDate): boolean {
  if (!canBeDue(d) || isEventDay(d) || d.mention.value.use === 'from') return false
  if (isDueWord(d.mention.value)) return true
  const units = context.unitsOf(d.mention.sentence)
  const at = units.placeOf(d.mention)
  if (at < 0 || isIssueDate(units, at)) return false
  // A term of office or a school year names a congress or a school, not the time of a plan.
  if (/^(?:nhiệm kỳ|khóa|năm học|niên khóa)/.test(context.normalized.lower.slice(d.mention.start, d.mention.end))) return false
  const from = Math.max(context.sentences[d.mention.sentence]?.start ?? 0, d.mention.start - 48)
  if (PLAN.test(context.normalized.lower.slice(from, d.mention.start).trimEnd())) return true
  // A bare year or period carries when a goal word or a plan governs it.
  return units.any(AIM, at - 11, at + 12) || d.edtf?.includes('/') === true
}

// A quarter or a half, in EDTF.
const PART_OF_YEAR = /^\d{4}-(?:3[3-6]|4[01])$/

/** `(so với 29% năm 2023)`: the time of a number that another is compared with. */
function isOfComparedNumber(context: Context, d: LinkedDate): boolean {
  const units = context.unitsOf(d.mention.sentence)
  const at = units.placeOf(d.mention)
  let i = at - 1
  while (i > 0 && units.is(i, COUNTED)) i--
  return at - i <= 5 && units.is(i, COMPARE) && units.any(QUANTITY, i, at)
}

const lastSaid = lastBefore<LinkedDate, { readonly context: Context; readonly dates: DeadlineDates }>(
  (d, { context, dates }) =>
    d.edtf !== null && d.mention.value.use !== 'compared' && !isOfComparedNumber(context, d) && !dates.issued.has(d.mention)
)

/**
 * The year of a plan that a result is measured by (`tính đến ngày 31/8/2020 đạt 143% so với chỉ tiêu 1.930 tỷ đồng`): that of
 * the last time said before, in its sentence or earlier in its paragraph; where the result is of a part of the year (`isOfPart`)
 * and is compared with what was aimed at, that part.
 */
export function planYear(context: Context, dates: DeadlineDates, sentence: number, at: number, isOfPart: boolean): Deadline | undefined {
  const value = context.unitsOf(sentence).start(at)
  const first = context.lineOf(sentence).sentences[0]?.start ?? 0
  const last =
    dates.all[
      lastSaid(
        dates.all,
        partitionPoint(dates.all, d => d.mention.start < value),
        { context, dates }
      )
    ]
  const said = last !== undefined && last.mention.start >= first ? last : undefined
  const year = said === undefined ? null : edtfEndYear(said.edtf as string)
  if (said === undefined || year === null) return undefined
  const time = isOfPart && PART_OF_YEAR.test(said.edtf as string) ? (said.edtf as string) : String(year)
  return { value: { value: time, evidence: evidence(spanOf(said.mention), 'deadline/plan-year', 'carried', said.via) }, mod: 'in' }
}
