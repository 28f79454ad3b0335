import { leadSays, NO_GOALS, type Saying } from '../../../decisions/table/headers.ts'
import type { Via } from '../../../model/frame.ts'
import { overlaps, type Span } from '../../../model/span.ts'
import { partitionPoint } from '../../../text/partition-point.ts'
import type { Context } from '../context.ts'
import { headersAbove } from '../headers.ts'
import type { LinkedDate } from '../linked-date.ts'
import type { Grid } from './grid.ts'
import { timeIn } from './header.ts'
import { wordsOf } from './words.ts'

/** What stands above a table and says something of all of it. */
export interface Lead {
  /** What its figures are, and what it was reached by. */
  readonly says: (Saying & { readonly via: readonly Via[] }) | undefined
  readonly time: { readonly date: LinkedDate; readonly via: readonly Via[] } | undefined
  /** `Đơn vị tính: %` */
  readonly unit: Span | undefined
  /** The words that name the table, the nearest that name anything. */
  readonly name: Span | undefined
  /** Whether it is a table of something that is no goal, whatever its headers say. */
  readonly isOfNone: boolean
}

// So many lines above a table are its titles.
const MOST_TITLES = 4
// A longer line is prose, which leads a table only with a colon.
const LONGEST_TITLE = 200
// So many headers above it are asked.
const MOST_HEADERS = 3

const UNIT = /(?:đơn vị(?: tính)?|đvt) ?: ?([^\n;,()]{1,30})/

interface Title {
  readonly span: Span
  readonly via: readonly Via[]
}

/** Reads the lines above a table from near to far: rows of one cell in it, titles, then the headers of its section. */
export function leadOf(context: Context, { captions, first, rows }: Grid, dates: readonly LinkedDate[], tables: readonly Span[]): Lead {
  const titles = [...captions.toReversed().map((span): Title => ({ span, via: [] })), ...titlesAbove(context, first, tables)]
  let [says, time, unit, name]: [Lead['says'], Lead['time'], Lead['unit'], Lead['name']] = [undefined, undefined, undefined, undefined]
  const heads = new Set(rows.map(row => row.head))
  let isOfNone = [...heads].some(head => head.cells.some(cell => NO_GOALS.test(wordsOf(context, cell))))
  for (const { span, via } of titles) {
    const lower = wordsOf(context, span)
    const said = leadSays(lower)
    if (says === undefined && said !== undefined) says = { ...said, start: span.start + said.start, end: span.start + said.end, via }
    const date: LinkedDate | undefined = time === undefined ? timeIn(dates, span, lower) : undefined
    if (date !== undefined) time = { date, via }
    const found = UNIT.exec(lower)
    if (unit === undefined && found?.[1] !== undefined) {
      const start = span.start + found.index + found[0].indexOf(found[1])
      unit = { start, end: start + found[1].trimEnd().length }
    }
    isOfNone ||= via.length === 0 && NO_GOALS.test(lower)
    if (found === null && via.length === 0 && lower.length > 8 && !/^(?:biểu|bảng|phụ lục)(?: số)? ?\S{0,4}$|^\(/.test(lower)) name ??= span
  }
  return { says, time, unit, name, isOfNone }
}

function titlesAbove(context: Context, { start }: Span, tables: readonly Span[]): Title[] {
  const sentence = partitionPoint(context.sentences, s => s.end <= start)
  if (sentence >= context.sentences.length) return []
  const own = context.lineOf(sentence)
  const titles: Title[] = []
  for (let i = own.index - 1; i >= 0 && titles.length < MOST_TITLES; i--) {
    const { sentences = [] } = context.lines[i] ?? {}
    const [begin, last] = [sentences[0], sentences.at(-1)]
    if (begin === undefined || last === undefined || isInTable(tables, last)) break
    const whole = { start: begin.start, end: last.end }
    const text = wordsOf(context, last)
    const isTitle = whole.end - whole.start <= LONGEST_TITLE && !text.endsWith('.')
    if (!isTitle && !text.endsWith(':')) break
    titles.push({ span: isTitle ? whole : { start: last.start, end: last.end }, via: [] })
    if (!isTitle) break
  }
  const seen = new Set(titles.map(t => t.span.start))
  let headers = 0
  for (const { line, via } of headersAbove(context, own).above) {
    const span = line.sentences.at(-1)
    if (span === undefined || ++headers > MOST_HEADERS) break
    if (!seen.has(span.start) && !isInTable(tables, span)) titles.push({ span: { start: span.start, end: span.end }, via })
  }
  return titles
}

/** Whether a line is a row of a table: a title of one does not stand above others. */
function isInTable(tables: readonly Span[], line: Span): boolean {
  const next = tables[partitionPoint(tables, t => t.end <= line.start)]
  return next !== undefined && overlaps(next, line)
}
