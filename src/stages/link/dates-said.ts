import { FORECAST, GOAL, WEAK } from '../../mentions/words/tags.ts'
import type { Mention } from '../../model/mention.ts'
import type { DateUse, DateValue } from '../../model/values.ts'
import { edtfPrecision } from '../../text/edtf.ts'
import type { Context } from './context.ts'
import type { LinkedDate } from './linked-date.ts'
import { once } from './nearest.ts'

/** What a date may be reckoned from: the last of each kind that was said before it, for no date looks far back. */
export interface Said {
  readonly day: () => LinkedDate | undefined
  /** A month that is compared with nothing. */
  readonly month: () => LinkedDate | undefined
  /** A year that is compared with nothing and no goal is due in. */
  readonly year: () => LinkedDate | undefined
  /** What is compared with nothing and is no day. */
  readonly noDay: () => LinkedDate | undefined
  readonly term: () => LinkedDate | undefined
  /** What a number of the same period may be compared with. */
  readonly period: () => LinkedDate | undefined
  /** A part of a year that results are told of. */
  readonly part: () => LinkedDate | undefined
  /** The latest year that dates what the text tells: none that is compared with, still to come or due. */
  readonly told: () => LinkedDate | undefined
}

// A month, a quarter, a half, or months from one to another.
const PART = /^\d{4}-\d\d(?:\/\d{4}-\d\d)?$/

export function saidSoFar(context: Context, linked: readonly LinkedDate[]): Said {
  const { lower } = context.normalized
  const isCompared = (d: LinkedDate): boolean => d.mention.value.use === 'compared'
  const isOf = (d: LinkedDate, precision: string): boolean => edtfPrecision(d.edtf as string) === precision
  return {
    day: lastOf(linked, d => isOf(d, 'day')),
    month: lastOf(linked, d => isOf(d, 'month') && !isCompared(d)),
    year: lastOf(linked, d => isOf(d, 'year') && !isCompared(d) && d.mention.value.use !== 'by'),
    noDay: lastOf(linked, d => !isCompared(d) && !isOf(d, 'day')),
    term: lastOf(linked, d => /^nhiệm kỳ/.test(lower.slice(d.mention.start, d.mention.end))),
    period: lastOf(linked, d => !isCompared(d) && !(isOf(d, 'day') && d.mention.value.use !== 'as-of') && d.mention.value.use !== 'by'),
    part: lastOf(
      linked,
      d => !isCompared(d) && d.mention.value.use !== 'by' && d.mention.value.use !== 'before' && PART.test(d.edtf as string)
    ),
    told: lastOf(linked, d => tellsYear(context, d))
  }
}

/** The last date of a growing list that is on the calendar and fits; it looks at each date once. */
function lastOf(linked: readonly LinkedDate[], fits: (d: LinkedDate) => boolean): () => LinkedDate | undefined {
  let seen = 0
  let last: LinkedDate | undefined
  return () => {
    for (; seen < linked.length; seen++) {
      const date = linked[seen] as LinkedDate
      if (date.edtf !== null && fits(date)) last = date
    }
    return last
  }
}

/** Whether an expression is known once its year is: a day, month, quarter or part of a year, or a year itself. */
export function isWithinYear({ partial }: DateValue): boolean {
  if (partial === null) return false
  return (
    ['day', 'day-range', 'month', 'quarter', 'months', 'half'].includes(partial.unit) ||
    (partial.unit === 'relative' && partial.of === 'year')
  )
}

/**
 * Finds the first year behind a date that dates what the text tells: in a text without a day of its own, whose first date
 * names none. Dates are asked for in order.
 */
export function yearsBehind(context: Context): (date: Mention<DateValue>) => LinkedDate | undefined {
  let at = 0
  let told: LinkedDate | undefined
  return date => {
    if (told !== undefined && told.mention.start > date.start) return told
    told = undefined
    for (; at < context.mentions.length && told === undefined; at++) {
      const mention = context.mentions[at] as Mention<DateValue>
      if (mention.type !== 'date' || mention.start <= date.start) continue
      const later: LinkedDate = { mention, edtf: mention.value.edtf, via: [], byMetadata: false }
      if (tellsYear(context, later)) told = later
    }
    return told
  }
}

const NOT_TOLD = new Set<DateUse | null>(['compared', 'by', 'before', 'vision', 'orientation'])

/** Whether a date says of its own which year the text tells of. */
function tellsYear(context: Context, { mention, edtf }: LinkedDate): boolean {
  const { use, partial } = mention.value
  if (edtf === null || edtf.endsWith('X') || NOT_TOLD.has(use) || edtfPrecision(edtf) === 'interval' || partial !== null) return false
  return !isOfGoal(context, mention.sentence)
}

const TO_COME = GOAL.or(WEAK, FORECAST)

const isOfGoal = once((context, sentence) => context.mayHold(sentence, TO_COME) && context.unitsOf(sentence).any(TO_COME))
