import type { Evidence, Field, Source, Via } from '../../model/frame.ts'
import type { DateValue } from '../../model/values.ts'
import { edtfEndYear, edtfPrecision, edtfRange } from '../../text/edtf.ts'
import { evidence, none } from './evidence.ts'
import { type LinkedDate, spanOf } from './linked-date.ts'
import type { LinkedDocument } from './linked-document.ts'

/** The time by which a goal is to be reached, with the word that says how strictly. */
export interface Deadline {
  readonly value: Field<string | null>
  readonly mod: 'by' | 'before' | 'in' | null
}

export const NO_DEADLINE: Deadline = { value: none, mod: null }

export interface DeadlineQuery {
  readonly sentence: number
  readonly at: number
  /** Rates and sums run over their whole period; a level is due at its end. */
  readonly isOverPeriod: boolean
}

/** What deadlines are read from: all dates of the article, and which of them say something else. */
export interface DeadlineDates {
  readonly all: readonly LinkedDate[]
  readonly byMention: ReadonlyMap<unknown, LinkedDate>
  readonly issued: ReadonlySet<unknown>
  /** The article's day, or null. */
  readonly now: string | null
}

/** Whether a date can be the time of a goal: not one that a value is compared with, starts from or was counted at. */
export function canBeDue(date: LinkedDate | undefined): date is LinkedDate {
  if (date === undefined || date.edtf === null) return false
  const { use, partial } = date.mention.value
  return (
    use !== 'compared' && use !== 'as-of' && partial?.unit !== 'same-period' && partial?.unit !== 'same-day' && !date.edtf.endsWith('X')
  )
}

/** Whether a word makes a date the end of something to be done. */
export function isDueWord({ use }: DateValue): boolean {
  return use === 'by' || use === 'before' || use === 'vision' || use === 'orientation'
}

/** A day on which something happened (`ngày 17/5/2021, tỉnh ban hành`) is no deadline unless a word makes it one. */
export function isEventDay(date: LinkedDate): boolean {
  return edtfPrecision(date.edtf as string) === 'day' && !isDueWord(date.mention.value)
}

/** Whether a date is a year or longer: shorter times are due in their own clause only. */
export function isYearly(date: LinkedDate): boolean {
  const precision = edtfPrecision(date.edtf as string)
  return precision === 'year' || (precision === 'interval' && /^(?:\.\.|\d{4})\/(?:\.\.|\d{4})$/.test(date.edtf as string))
}

/** Whether a date lies wholly before the article's day. */
export function isPast(date: LinkedDate, now: string | null): boolean {
  const { last } = edtfRange(date.edtf as string)
  return now !== null && last !== null && last < now
}

/** A date's value as a deadline: the end of a period, unless the value runs over it. */
function due(edtf: string, { use }: DateValue, isOverPeriod: boolean): string {
  if (!edtf.includes('/') || use === 'season') return edtf
  const [from = '', to = ''] = edtf.split('/')
  // `7 tháng cuối năm` stays the interval; a span of years ends with its last year, one of quarters with its last quarter.
  if (/^\d{4}-3[3-6]$/.test(to)) return to
  return !isOverPeriod && /^\d{4}$/.test(from) && to !== '..' ? to : edtf
}

function modOf(value: DateValue): 'by' | 'before' | 'in' | null {
  if (value.use === 'before') return 'before'
  if (value.use === 'in') return 'in'
  return isDueWord(value) ? 'by' : null
}

/** The deadline that a date makes for a number. */
export function deadlineFrom(date: LinkedDate, query: DeadlineQuery, source: Source, rule: string, via: readonly Via[] = []): Deadline {
  const entry: Evidence = evidence(spanOf(date.mention), rule, source, [...via, ...date.via])
  return {
    value: { value: due(date.edtf as string, date.mention.value, query.isOverPeriod), evidence: entry },
    mod: modOf(date.mention.value)
  }
}

/** The end of the period of the goal's document, where its title tells one. */
export function deadlineOfDocument(document: LinkedDocument | undefined, query: DeadlineQuery): Deadline | undefined {
  const title = document?.title
  if (title == null) return undefined
  const { period, horizon } = title
  if (period !== null) {
    const [, to] = period.value.split('/')
    const isWhole = to === undefined || period.isSeason || (query.isOverPeriod && !period.value.startsWith('..'))
    const value = isWhole ? period.value : to
    return { value: { value, evidence: evidence(period.span, 'deadline/document-period', 'document') }, mod: 'by' }
  }
  return horizon === null
    ? undefined
    : { value: { value: horizon.value, evidence: evidence(horizon.span, 'deadline/document-horizon', 'document') }, mod: 'by' }
}

/** What is issued at the turn of a year without a period of its own is that year's plan (`Nghị quyết số 01/NQ-CP ngày 3-1-2019`). */
export function yearOfIssue(document: LinkedDocument | undefined): Deadline | undefined {
  const issued = document?.issued
  const [, year, month] = /^(\d{4})-(\d\d)-\d\d$/.exec(issued?.value ?? '') ?? []
  if (issued?.evidence == null || year === undefined || (month !== '01' && month !== '02')) return undefined
  return { value: { value: year, evidence: { ...issued.evidence, source: 'document', rule: 'deadline/year-of-issue' } }, mod: 'in' }
}

/** Why a value runs over its whole period: a rate for each year, a sum, or growth. */
export type Over = 'rate' | 'sum' | 'growth'

/**
 * A rate or sum over a period is due over all of it: the period, told elsewhere in the article, that ends in the year
 * found (`đến năm 2026 … tăng bình quân 6%/năm` in a plan of `2022-2026`).
 */
export function overPeriod(deadline: Deadline, over: Over, document: LinkedDocument | undefined, dates: DeadlineDates): Deadline {
  const year = deadline.value.value
  // Growth runs over a period only where that is the time printed for it.
  if (over === 'growth') return deadline
  if (year === null || deadline.value.evidence === null || !/^\d{4}$/.test(year)) return deadline
  const entry = deadline.value.evidence
  // A year said in the rate's own sentence is meant.
  if (over === 'rate' && (entry.source === 'same_clause' || entry.rule === 'deadline/before-value')) return deadline
  const period = document?.title?.period
  if (period != null && /^\d{4}\//.test(period.value) && edtfEndYear(period.value) === Number(year)) {
    return {
      ...deadline,
      value: { value: period.value, evidence: { ...entry, via: [...entry.via, { ...period.span, role: 'antecedent' }] } }
    }
  }
  const told = periodsOf(dates).get(Number(year))
  return told === undefined
    ? deadline
    : {
        ...deadline,
        value: { value: told.edtf, evidence: { ...entry, via: [...entry.via, { ...spanOf(told.mention), role: 'antecedent' }] } }
      }
}

const known = new WeakMap<DeadlineDates, ReadonlyMap<number, LinkedDate>>()

/** The first period of years, by the year it ends in, that an article tells of. */
function periodsOf(dates: DeadlineDates): ReadonlyMap<number, LinkedDate> {
  let periods = known.get(dates)
  if (periods === undefined) {
    const told = dates.all.filter(d => d.edtf !== null && /^\d{4}\/\d{4}$/.test(d.edtf))
    periods = new Map(told.toReversed().map(d => [edtfEndYear(d.edtf as string) as number, d]))
    known.set(dates, periods)
  }
  return periods
}
