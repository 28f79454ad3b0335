import type { Chunk, Evidence, Field, Source, Via } from '../../model/frame.ts'
import type { DateValue } from '../../model/values.ts'
import { edtfRange } from '../../text/edtf.ts'
import type { Context } from './context.ts'
import { type LinkedDate, spanOf } from './dates.ts'
import { evidence, type LinkedDocument, none } from './documents.ts'

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

const isDateChunk = (c: Chunk): boolean => c.mention?.type === 'date'

/** Whether a date can be the time of a goal: not one that a value is compared with, starts from or was counted at. */
function canBeDue(date: LinkedDate | undefined): date is LinkedDate {
  if (date === undefined || date.edtf === null) return false
  const { use, partial } = date.mention.value
  return use !== 'compared' && use !== 'as-of' && partial?.unit !== 'same-period' && partial?.unit !== 'same-day' && !date.edtf.endsWith('X')
}

/** A date's value as a deadline: the end of a period, unless the value runs over it. */
function due(edtf: string, isOverPeriod: boolean): string {
  if (!edtf.includes('/')) return edtf
  const [from = '', to = ''] = edtf.split('/')
  // `7 tháng cuối năm` stays the interval; a span of years ends with its last year, one of quarters with its last quarter.
  if (/^\d{4}-3[3-6]$/.test(to)) return to
  return !isOverPeriod && /^\d{4}$/.test(from) && /^\d{4}$/.test(to) ? to : edtf
}

function modOf(value: DateValue): 'by' | 'before' | 'in' | null {
  if (value.use === 'before') return 'before'
  if (value.use === 'in') return 'in'
  if (value.use === 'by' || value.use === 'vision' || value.use === 'orientation') return 'by'
  return null
}

function deadlineFrom(date: LinkedDate, query: DeadlineQuery, source: Source, rule: string, via: readonly Via[] = []): Deadline {
  const entry: Evidence = evidence(spanOf(date.mention), rule, source, [...via, ...date.via])
  return { value: { value: due(date.edtf as string, query.isOverPeriod), evidence: entry }, mod: modOf(date.mention.value) }
}

/** The deadline printed in the number's own sentence: right behind it, else the last one before it. */
export function deadlineInSentence(context: Context, query: DeadlineQuery, dates: ReadonlyMap<unknown, LinkedDate>): Deadline | undefined {
  const chunks = context.chunksOf(query.sentence)
  const behind = behindValue(chunks, query, dates)
  const before = beforeValue(chunks, query, dates)
  // A plan's year behind the number (`100% kế hoạch năm 2024`) or an older year there gives way to the time said before.
  const isBase = behind !== undefined && /^(?:kế hoạch|dự toán)$/.test(chunks[behind.at - 1]?.text ?? '')
  if (behind !== undefined && (before === undefined || (!isBase && !isOlder(behind.date, before.date)))) return deadlineFrom(behind.date, query, 'same_clause', 'deadline/behind-value')
  return before === undefined ? undefined : deadlineFrom(before.date, query, before.isCarried ? 'carried' : 'same_clause', 'deadline/before-value')
}

const isOlder = (a: LinkedDate, b: LinkedDate): boolean => (edtfRange(a.edtf as string).last ?? '') < (edtfRange(b.edtf as string).first ?? '')

/** The last date before the value that can be its time; over a semicolon it is carried. */
function beforeValue(chunks: readonly Chunk[], query: DeadlineQuery, dates: ReadonlyMap<unknown, LinkedDate>): { date: LinkedDate; isCarried: boolean } | undefined {
  let crossed = false
  for (let i = query.at - 1; i >= 0; i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Semicolon')) crossed = true
    if (!isDateChunk(c)) continue
    const date = dates.get(c.mention)
    if (!canBeDue(date) || isIssueDate(chunks, i) || isEventDay(date) || isInAside(chunks, i, query.at)) continue
    // `đến năm 2025, định hướng đến năm 2030`: an orientation is due only where nothing nearer is.
    const { use } = date.mention.value
    const isAside = (use === 'orientation' || use === 'vision') && chunks[i + 1]?.tags.has('Comma') === true
    const main = isAside ? dates.get(chunks.slice(Math.max(0, i - 2), i).findLast(isDateChunk)?.mention) : undefined
    return { date: canBeDue(main) && !isEventDay(main) ? main : date, isCarried: crossed }
  }
  return undefined
}

/** A day on which something happened (`ngày 11/6/2021, tỉnh ban hành`) is no deadline unless a word makes it one. */
function isEventDay(date: LinkedDate): boolean {
  const { use } = date.mention.value
  return /^\d{4}-\d\d-\d\d$/.test(date.edtf as string) && use !== 'by' && use !== 'before'
}

function isIssueDate(chunks: readonly Chunk[], i: number): boolean {
  const previous = chunks[i - 1]
  return previous !== undefined && (previous.mention?.type === 'document_number' || (previous.tags.has('Comma') && chunks[i - 2]?.mention?.type === 'document_number'))
}

/** Whether a date before the value stands in brackets that close before it. */
function isInAside(chunks: readonly Chunk[], from: number, at: number): boolean {
  let depth = 0
  for (let i = from + 1; i < at; i++) {
    if (chunks[i]?.tags.has('Open')) depth++
    if (chunks[i]?.tags.has('Close')) depth--
  }
  return depth < 0
}

/** A date behind the value in its clause, before another number: `20% vào năm 2025`, `8% trong năm nay`. */
function behindValue(chunks: readonly Chunk[], { at }: DeadlineQuery, dates: ReadonlyMap<unknown, LinkedDate>): { date: LinkedDate; at: number } | undefined {
  for (let i = at + 1; i < chunks.length; i++) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Quantity') || c.tags.has('Semicolon') || c.tags.has('Stop') || c.tags.has('Compare') || c.mention?.type === 'rank') return undefined
    // Over a comma only `vào năm …` still belongs to the number; `đến năm …` begins the next goal.
    if (c.tags.has('Comma') || c.tags.has('And') || c.tags.has('Goal')) {
      const next = chunks[i + 1]
      const use = (next?.mention?.value as DateValue | undefined)?.use
      if (isDoneBy(chunks, i)) continue
      if (next === undefined || !isDateChunk(next) || (use !== 'in' && (use !== 'before' || !c.tags.has('Comma')))) return undefined
    }
    if (!isDateChunk(c)) continue
    const date = dates.get(c.mention)
    if (!canBeDue(date) || date.mention.value.use === 'from' || isEventDay(date)) continue
    return { date, at: i }
  }
  return undefined
}

/** A comma before `hoàn thành trước năm 2027`: the doing of the goal, with its time. */
function isDoneBy(chunks: readonly Chunk[], comma: number): boolean {
  for (let i = comma + 1; i < Math.min(chunks.length, comma + 4); i++) {
    if (chunks[i]?.tags.has('Quantity') || chunks[i]?.tags.has('Comma')) return false
    if (isDateChunk(chunks[i] as Chunk)) return i > comma + 1 && (chunks[i]?.mention?.value as DateValue).use === 'before'
  }
  return false
}

/** The last deadline of an earlier sentence of the same paragraph, else of the headers above, nearest first. */
export function deadlineAbove(context: Context, query: DeadlineQuery, dates: readonly LinkedDate[]): Deadline | undefined {
  const line = context.lineOf(query.sentence)
  const first = line.sentences[0]?.index ?? query.sentence
  const inParagraph = dates.findLast(d => d.mention.sentence >= first && d.mention.sentence < query.sentence && isPlanDate(context, d))
  if (inParagraph !== undefined) return deadlineFrom(inParagraph, query, 'carried', 'deadline/carried-in-paragraph')
  for (let header = line.header; header >= 0; header = context.lines[header]?.header ?? -1) {
    const sentences = context.lines[header]?.sentences ?? []
    const found = dates.findLast(d => sentences.some(s => s.index === d.mention.sentence) && isPlanDate(context, d))
    if (found !== undefined) return deadlineFrom(found, query, 'heading', 'deadline/header')
  }
  // Further up, the last time that goals were set for: a list of paragraphs under one time prints it once.
  const earlier = dates.findLast(d => d.mention.sentence < first && isPlanDate(context, d) && (d.mention.value.use === 'by' || d.mention.value.use === 'vision' || d.mention.value.use === 'before' || d.mention.value.use === null || d.mention.value.use === 'in'))
  return earlier === undefined ? undefined : deadlineFrom(earlier, query, 'carried', 'deadline/carried')
}

/** A date that carries over sentences: a year or later time said of goals, not a day of events or a date of results. */
export function isPlanDate(context: Context, d: LinkedDate): boolean {
  if (!canBeDue(d) || isEventDay(d)) return false
  const { use } = d.mention.value
  if (use === 'by' || use === 'before' || use === 'vision' || use === 'orientation') return true
  const chunks = context.chunksOf(d.mention.sentence)
  const at = chunks.findIndex(c => c.mention === d.mention)
  if (at < 0 || isIssueDate(chunks, at)) return false
  // A bare year or period carries when a goal word or a plan governs it.
  return chunks.some((c, i) => Math.abs(i - at) < 12 && (c.tags.has('Goal') || c.tags.has('Ensure'))) || d.edtf?.includes('/') === true
}

/** The end of the period of the goal's document, where its title tells one. */
export function deadlineOfDocument(document: LinkedDocument | undefined, query: DeadlineQuery): Deadline | undefined {
  const title = document?.title
  if (title == null) return undefined
  const { period, horizon } = title
  if (period !== null) {
    const [, to] = period.value.split('/')
    const value = to === undefined ? period.value : query.isOverPeriod && !period.value.startsWith('..') ? period.value : to
    return { value: { value, evidence: evidence(period.span, 'deadline/document-period', 'document') }, mod: 'by' }
  }
  return horizon === null ? undefined : { value: { value: horizon.value, evidence: evidence(horizon.span, 'deadline/document-horizon', 'document') }, mod: 'by' }
}

/** Whether a deadline lies wholly before a day. */
export function isOver(deadline: string, day: string): boolean {
  const { last } = edtfRange(deadline)
  return last !== null && last < day
}
