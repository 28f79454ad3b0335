import type { Evidence, Field } from '../../../model/frame.ts'
import type { Span } from '../../../model/span.ts'
import type { Context } from '../context.ts'
import { evidence } from '../evidence.ts'
import type { Phrase } from '../phrase.ts'
import type { Row } from './grid.ts'
import type { Header, Headers } from './header.ts'
import type { Lead } from './lead.ts'
import { wordsOf } from './words.ts'

/** What a figure measures, of which part, and whose it is, as its headers name them. */
export interface Subject {
  readonly indicator: (Phrase & { readonly evidence: Evidence }) | undefined
  readonly qualifier: (Phrase & { readonly evidence: Evidence }) | undefined
  readonly place: Field<string> | undefined
}

// Words that measure something by themselves, also in a row that is a part of another.
const MEASURE =
  /^(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|số |tổng|giá trị|diện tích|sản lượng|thu nhập|tốc độ|mức |chỉ số|năng suất|mật độ|tuổi thọ|kim ngạch|doanh thu|lợi nhuận|vốn |thu ngân sách|chi ngân sách)/
// What leads a name: a number, a bullet, `trong đó`.
const LEADING = /^(?:(?:[-–+*•]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[ivx]{1,5})[.)]) ?|(?:trong đó|bao gồm|gồm)(?:[:,])? ?)+/

/** Reads what is measured from the row's name and the headers over it. */
export function subjectOf(context: Context, headers: Headers, row: Row, columns: readonly Header[], lead: Lead): Subject {
  if (row.name === undefined) return { indicator: undefined, qualifier: undefined, place: undefined }
  const name = headers.of(row.name)
  const column = columns.find(c => c.subject !== undefined)
  const place = placeOf(context, row, name) ?? placeOfColumn(columns)
  const isPlaced = place !== undefined && place.evidence?.rule !== 'table/column-place'
  const own = isPlaced || isTime(name) ? undefined : phraseOf(context, row.name)
  const over = column?.subject && phraseOf(context, column.subject)
  const byRow = (phrase: Phrase | undefined) => phrase && { ...phrase, evidence: evidence(phrase, 'table/row-header') }
  const byColumn = (phrase: Phrase | undefined) => phrase && { ...phrase, evidence: evidence(phrase, 'table/column-header', 'heading') }
  if (own === undefined) {
    const named = byColumn(over) ?? byLead(context, headers, lead)
    return { indicator: named, qualifier: undefined, place }
  }
  const whole = row.parent?.name
  if (whole !== undefined && !MEASURE.test(own.text.toLowerCase())) {
    const phrase = phraseOf(context, whole)
    return { indicator: phrase && { ...phrase, evidence: evidence(phrase, 'table/row-above', 'heading') }, qualifier: byRow(own), place }
  }
  // Whatever a column of names is called, what it lists is measured; else a column that names a measure does.
  const isNamed = row.head.roleOf(row.name.column) === 'name' || over === undefined || MEASURE.test(own.text.toLowerCase())
  return isNamed ? { indicator: byRow(own), qualifier: byColumn(over), place } : { indicator: byColumn(over), qualifier: byRow(own), place }
}

const isTime = ({ subject, time, says }: Header): boolean =>
  subject === undefined && (time !== undefined || (says !== undefined && says.rule.says !== 'other'))

/** A table whose rows and columns are places and times is named by its title. */
function byLead(context: Context, headers: Headers, { name }: Lead): Subject['indicator'] {
  const subject = name && headers.of(name).subject
  const phrase = subject && phraseOf(context, subject)
  return phrase && { ...phrase, evidence: evidence(phrase, 'table/title', 'heading') }
}

function placeOf({ normalized }: Context, { head, name }: Row, header: Header): Field<string> | undefined {
  if (header.place !== undefined) return { value: header.place.value.id, evidence: evidence(header.place, 'table/row-place') }
  if (name === undefined || head.roleOf(name.column) !== 'owner') return undefined
  return {
    value: `other:${normalized.text.slice(name.start, name.end).replaceAll('\n', ' ')}`,
    evidence: evidence(name, 'table/row-place')
  }
}

function placeOfColumn(columns: readonly Header[]): Field<string> | undefined {
  const found = columns.find(c => c.place !== undefined)?.place
  return found && { value: found.value.id, evidence: evidence(found, 'table/column-place', 'heading') }
}

// What stands behind a name, and how much of it at most: its unit, marks.
const BEHIND = /(?: ?\([^()]{1,30}\)| ?, ?[%‰]| ?[:;,.])$/
const MOST_BEHIND = 3

/** The words of a name without its number, its bullet and the unit behind it. */
function phraseOf(context: Context, span: Span): Phrase | undefined {
  const lower = wordsOf(context, span)
  const start = span.start + (LEADING.exec(lower)?.[0].length ?? 0)
  let end = span.end
  for (let i = 0; i < MOST_BEHIND; i++) end -= BEHIND.exec(lower.slice(0, end - span.start))?.[0].length ?? 0
  return start >= end ? undefined : { start, end, text: context.normalized.text.slice(start, end).replaceAll('\n', ' ') }
}
