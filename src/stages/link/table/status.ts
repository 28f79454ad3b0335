import type { Evidence } from '../../../model/frame.ts'
import type { Span } from '../../../model/span.ts'
import { edtfEndYear } from '../../../text/edtf.ts'
import { evidence } from '../evidence.ts'
import type { LinkedDate } from '../linked-date.ts'
import type { Status } from '../status-reading.ts'
import type { Header } from './header.ts'
import type { Lead } from './lead.ts'

/** What the headers around a figure are, and what stands above its table. */
export interface Around {
  /** Over it, from the lowest up. */
  readonly columns: readonly Header[]
  readonly name: Header
  readonly lead: Lead
  /** The words of another column of the table that call it one of goals. */
  readonly goals: Span | undefined
  /** The time of its column, else of its row. */
  readonly time: LinkedDate | undefined
  /** The year that the text was written in, with what says so, if anything does. */
  readonly year: { readonly value: number; readonly evidence: Evidence | null } | undefined
}

export interface Said {
  readonly status: Status
  readonly evidence: Evidence
}

const LONGEST_SAYING = 40

/** What a figure is, by the headers over it, beside it, and by what stands above its table; undefined where none of them says. */
export function statusOf(around: Around): Said | undefined {
  return byColumn(around) ?? byRow(around) ?? byLead(around) ?? byTime(around) ?? byNeighbour(around)
}

function byColumn({ columns, lead, time }: Around): Said | undefined {
  const header = columns.find(column => column.says !== undefined)
  if (header?.says === undefined) return undefined
  const { rule, start, end } = header.says
  // A column of goals without any time may hold anything that is called so.
  const isTimed = time !== undefined || lead.time !== undefined || lead.says?.rule.says === 'goal'
  const status = rule.says === 'goal' && (lead.isOfNone || !isTimed) ? 'other' : rule.says
  return { status, evidence: evidence({ start, end }, rule.id, 'heading') }
}

/** `Kế hoạch năm 2021 | 58%`: a row that is named by its time and what it is. */
function byRow({ name, lead }: Around): Said | undefined {
  if (name.says === undefined || name.subject !== undefined || (name.says.rule.says === 'goal' && lead.isOfNone)) return undefined
  // `Giá điện` names a row, `So với cùng kỳ` says what it is.
  if (name.says.rule.says === 'other' && (name.says.start > name.start || name.end - name.start > LONGEST_SAYING)) return undefined
  return { status: name.says.rule.says, evidence: evidence(name.says, name.says.rule.id.replace('-column', '-row')) }
}

function byLead({ lead, time, year }: Around): Said | undefined {
  const { says } = lead
  const isDue = time !== undefined && isDueWord(time)
  if (says === undefined) {
    if (!isDue || lead.isOfNone || (year !== undefined && endOf(time) < year.value)) return undefined
    // `Đến năm 2030` over a column, in a text written before.
    return { status: 'goal', evidence: evidence(time.mention, 'table/due-column', 'heading', viaOf(year?.evidence)) }
  }
  const { rule, start, end, via } = says
  const read = (status: Status): Said => ({
    status,
    evidence: evidence({ start, end }, rule.id, 'heading', [
      ...via,
      ...(time === undefined ? [] : [{ start: time.mention.start, end: time.mention.end, role: 'header' as const }]),
      ...viaOf(year?.evidence)
    ])
  })
  if (rule.says !== 'goal') return read(rule.says)
  if (lead.isOfNone) return read('other')
  if (time === undefined) return read('goal')
  // Under a title of goals a year that is over is where they start from.
  if (year !== undefined) return read(endOf(time) >= year.value ? 'goal' : 'result')
  if (isDue || lead.time === undefined) return read('goal')
  return read(lies(time, lead.time.date) ? 'goal' : 'other')
}

/** A year that is over, where nothing else is said. */
function byTime({ time, year }: Around): Said | undefined {
  if (time === undefined || year === undefined || endOf(time) >= year.value) return undefined
  return { status: 'result', evidence: evidence(time.mention, 'table/past-column', 'heading', viaOf(year.evidence)) }
}

/** `Giai đoạn 2026-2030 | Tầm nhìn 2045`: what is to come, beside a column of goals. */
function byNeighbour({ time, year, goals, lead }: Around): Said | undefined {
  if (goals === undefined || lead.isOfNone || time === undefined || year === undefined || endOf(time) <= year.value) return undefined
  const via = [{ start: time.mention.start, end: time.mention.end, role: 'header' as const }, ...viaOf(year.evidence)]
  return { status: 'goal', evidence: evidence(goals, 'table/beside-goals', 'heading', via) }
}

const isDueWord = ({ mention: { value } }: LinkedDate): boolean => value.use === 'by' || value.use === 'before'

const endOf = ({ edtf }: LinkedDate): number => edtfEndYear(edtf ?? '') ?? Number.POSITIVE_INFINITY

/** Whether a column's time lies in the time that the whole table is for. */
function lies(time: LinkedDate, whole: LinkedDate): boolean {
  const from = /^(\d{4})\//.exec(whole.edtf ?? '')?.[1]
  return endOf(time) === endOf(whole) || (from !== undefined && endOf(time) >= Number(from) && endOf(time) <= endOf(whole))
}

const viaOf = (e: Evidence | null | undefined) =>
  e === null || e === undefined || e.start === null || e.end === null
    ? []
    : [{ start: e.start, end: e.end, role: 'date_anchor' as const }, ...e.via]
