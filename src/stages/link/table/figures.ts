import type { LinkedFrame, RejectedFrame } from '../../../model/frame.ts'
import { contains, overlaps, type Span } from '../../../model/span.ts'
import type { Cell } from '../../../model/table.ts'
import { partitionPoint } from '../../../text/partition-point.ts'
import type { Context } from '../context.ts'
import { evidence } from '../evidence.ts'
import type { LinkedDate } from '../linked-date.ts'
import type { Scopes } from '../scopes.ts'
import type { Status } from '../status-reading.ts'
import { isPercent } from '../target-unit.ts'
import { type Figure, figureOf, isFigure } from './figure.ts'
import { gridOf, type Row } from './grid.ts'
import { type Header, Headers } from './header.ts'
import { type Lead, leadOf } from './lead.ts'
import { noGoal } from './no-goal.ts'
import { type ReadFigure, recordOf } from './record.ts'
import type { Role } from './roles.ts'
import { type Said, statusOf } from './status.ts'
import { subjectOf } from './subject.ts'
import { unitIn, unitWords } from './unit.ts'
import { wordsOf } from './words.ts'

/** What was made of numbers: records, and what was refused. */
export interface Made {
  readonly linked: readonly LinkedFrame[]
  readonly rejected: readonly RejectedFrame[]
}

/**
 * Reads the figures of an article's tables by their headers. `made` is what their lines say as sentences: of a figure that has
 * headers it is put aside, of everything else it stands as it is.
 */
export function withTables(context: Context, made: Made, scopes: Scopes, dates: readonly LinkedDate[]): Made {
  if (context.tables.length === 0) return made
  const before = new Numbers(made)
  const linked: LinkedFrame[] = []
  const rejected: RejectedFrame[] = []
  const read: Span[] = []
  for (const { cell, figure } of figuresIn(context, scopes, dates, before)) {
    read.push(cell)
    const { said, anchor } = figure
    const no = said.status === 'goal' ? noGoal(figure) : undefined
    const own = no === undefined ? figure : { ...figure, said: { ...said, status: 'other' as const } }
    if (own.said.status === 'goal' || isPercent(own.figure.quantity)) linked.push(recordOf(context, own, scopes))
    else if (no !== undefined || before.isOfGoal(cell)) rejected.push({ kind: 'target', anchor, ...(no ?? refusedBy(said)) })
  }
  const stays = staying(context, read)
  return {
    linked: [...made.linked.filter(stays), ...linked].toSorted((a, b) => a.anchor.start - b.anchor.start),
    rejected: [...made.rejected.filter(stays), ...rejected]
  }
}

/**
 * Which of the records and refusals that sentences gave stay: those outside of cells that were read. A number that begins in
 * one cell and ends in another (`15`, `125%`) is none, but a share is given up only for one that was read.
 */
function staying({ tables, normalized }: Context, read: readonly Span[]): (frame: { readonly anchor: Span }) => boolean {
  const cells = tables.flatMap(table => table.cells).toSorted((a, b) => a.start - b.start)
  const at = (sorted: readonly Span[], offset: number): Span | undefined => {
    const cell = sorted[partitionPoint(sorted, c => c.end <= offset)]
    return cell !== undefined && cell.start <= offset ? cell : undefined
  }
  const ordered = read.toSorted((a, b) => a.start - b.start)
  return ({ anchor: { start, end } }) => {
    if (at(ordered, end - 1) !== undefined) return false
    const last = at(cells, end - 1)
    const isTorn = at(cells, start) !== last
    if (!isTorn) return true
    const own = normalized.lower.slice(Math.max(start, last?.start ?? start), end)
    return HAS_DIGIT.test(own) && SHARE.test(own)
  }
}

const HAS_DIGIT = /\d/
const SHARE = /%|phần trăm/

const refusedBy = ({ evidence: { rule }, status }: Said) => ({
  reason: 'table/no-goal',
  message: `The table says that it is no goal (${status})`,
  rule
})

/** What sentences say of numbers, by where they stand. */
class Numbers {
  readonly #frames: readonly LinkedFrame[]
  readonly #rejected: readonly RejectedFrame[]

  constructor({ linked, rejected }: Made) {
    this.#frames = linked.toSorted((a, b) => a.anchor.start - b.anchor.start)
    this.#rejected = rejected.toSorted((a, b) => a.anchor.start - b.anchor.start)
  }

  /** The first record that shares something with a cell. */
  at(cell: Span): LinkedFrame | undefined {
    return firstAt(this.#frames, cell)
  }

  /** Whether a goal was read in a cell, or refused. */
  isOfGoal(cell: Span): boolean {
    return this.at(cell)?.kind === 'target' || firstAt(this.#rejected, cell) !== undefined
  }
}

function firstAt<F extends { readonly anchor: Span }>(frames: readonly F[], cell: Span): F | undefined {
  const frame = frames[partitionPoint(frames, f => f.anchor.end <= cell.start)]
  return frame !== undefined && overlaps(frame.anchor, cell) ? frame : undefined
}

// Columns that hold numbers of other kinds.
const NO_FIGURES: ReadonlySet<Role> = new Set<Role>(['ordinal', 'unit', 'note'])

interface Found {
  readonly cell: Cell
  readonly figure: ReadFigure
}

function* figuresIn(context: Context, scopes: Scopes, dates: readonly LinkedDate[], before: Numbers): Generator<Found> {
  const headers = new Headers(context, dates)
  const now = scopes.yearOfText()
  const year = now === undefined ? undefined : { value: Number(now.value.value), evidence: now.value.evidence }
  const lines = linesOf(context.tables)
  for (const table of context.tables) {
    const grid = gridOf(context, table)
    if (grid === undefined) continue
    const lead = leadOf(context, grid, dates, lines)
    // A cell may reach down over several rows.
    const seen = new Set<Cell>()
    for (const row of grid.rows) {
      if (row.name === undefined || row.head.isEmpty) continue
      const name = headers.of(row.name)
      for (const cell of row.cells) {
        if (cell.column <= row.name.column || seen.has(cell) || NO_FIGURES.has(row.head.roleOf(cell.column))) continue
        seen.add(cell)
        const words = wordsOf(context, cell)
        if (!isFigure(context, words)) continue
        const columns = row.head
          .over(cell)
          .toReversed()
          .map(h => headers.of(h))
        const unit = unitOf(context, row, columns, lead)
        const figure = figureOf(context, words, unit && unitWords(wordsOf(context, unit)))
        if (figure === undefined || columns.length === 0) continue
        const read = readFigure(context, { headers, cell, row, name, columns, lead, figure, unit, year, before })
        yield { cell, figure: read }
      }
    }
  }
}

/** Where tables stand, in order. */
function linesOf(tables: Context['tables']): readonly Span[] {
  const spans = tables.map(({ cells }) => ({ start: cells[0]?.start ?? 0, end: Math.max(0, ...cells.slice(-1).map(c => c.end)) }))
  return spans.toSorted((a, b) => a.start - b.start)
}

interface Look {
  readonly headers: Headers
  readonly cell: Cell
  readonly row: Row
  readonly name: Header
  readonly columns: readonly Header[]
  readonly lead: Lead
  readonly figure: Figure
  readonly unit: Span | undefined
  readonly year: Parameters<typeof statusOf>[0]['year']
  readonly before: Numbers
}

/** All that is read of a figure. */
function readFigure(context: Context, look: Look): ReadFigure {
  const { headers, cell, row, name, columns, lead, figure, unit, year, before } = look
  const anchor = { start: cell.start + figure.span.start, end: cell.start + figure.span.end }
  const asSentence = before.at(cell)
  const sentence = partitionPoint(context.sentences, s => s.end <= anchor.start)
  const units = context.unitsOf(sentence)
  const at = units.at(anchor.start)
  const behindName = contains(context.sentences[sentence] as Span, name) ? units.at(name.end) : 0
  const over = columns.find(c => c.time !== undefined)?.time
  const time = over ?? name.time
  const timeRule = over === undefined ? 'table/row-header' : 'table/column-header'
  const said = statusOf({ columns, name, lead, goals: goalsIn(headers, row), time, year }) ?? saidBySentence(cell, asSentence, row, anchor)
  const subject = subjectOf(context, headers, row, columns, lead)
  return { figure, anchor, sentence, at, behindName, said, subject, time, timeRule, unit: figure.isByUnit ? unit : undefined, lead }
}

/** Where a header over the figures of a row says that there are goals under it. */
function goalsIn(headers: Headers, { head, name }: Row): Span | undefined {
  const last = name?.column ?? 0
  return head.goals(last, cell => {
    const { says } = headers.of(cell)
    return says?.rule.says === 'goal' ? { start: says.start, end: says.end } : undefined
  })
}

/** Where no header says what a figure is: what its line says as a sentence; a goal only by the words that name its row. */
function saidBySentence(cell: Cell, frame: LinkedFrame | undefined, { name }: Row, anchor: Span): Said {
  const silent: Said = { status: 'other', evidence: evidence(anchor, 'table/silent', 'inferred') }
  if (frame === undefined || !contains(cell, frame.anchor)) return silent
  const entry = frame.evidence['status']
  const status = frame.fields['status'] as Status | undefined
  const isOwn = entry?.start != null && name !== undefined && entry.start >= name.start && entry.start < name.end
  if (entry !== undefined && status !== undefined && (status !== 'goal' || isOwn)) return { status, evidence: entry }
  return silent
}

/** The unit of a figure: of its row, its name, its column, of the row that it is a part of, of the whole table. */
function unitOf(context: Context, row: Row, columns: readonly Header[], lead: Lead): Span | undefined {
  return (
    unitOfRow(context, row) ??
    columns.find(c => c.unit !== undefined)?.unit ??
    (row.parent && unitOfRow(context, row.parent)) ??
    unitOfNames(context, row) ??
    lead.unit
  )
}

/** `Chỉ tiêu (tỷ đồng)`: the unit of all rows, over the column of their names. */
function unitOfNames(context: Context, { head, name }: Row): Span | undefined {
  for (const header of name === undefined ? [] : head.over(name)) {
    const found = unitIn(context, wordsOf(context, header))
    if (found !== undefined) return { start: header.start + found.start, end: header.start + found.end }
  }
  return undefined
}

function unitOfRow(context: Context, { unit, name }: Row): Span | undefined {
  if (unit !== undefined) return unit
  const found = name && unitIn(context, wordsOf(context, name))
  return found && name && { start: name.start + found.start, end: name.start + found.end }
}
