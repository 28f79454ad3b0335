import { edtfPrecision, edtfRange } from '../text/edtf.ts'
import type { Column, ColumnType, Line, Name, Names } from './table.ts'

/** A column that stands in the line under its own name. */
export function plain(name: string, type: ColumnType, says: string): Column {
  return { name, type, says, from: line => line[name] }
}

/** A column that is never null. */
export function required(name: string, type: ColumnType, says: string): Column {
  return { ...plain(name, type, says), isRequired: true }
}

/** A span of the text layer with its quote: UTF-16 and code-point offsets. `of` gives the object that holds them. */
export function spanColumns(of: (line: Line) => Line | null, isRequired: boolean): Column[] {
  const at = (name: string, type: ColumnType, says: string, must = isRequired): Column => ({
    name,
    type,
    says,
    ...(must ? { isRequired: true as const } : {}),
    from: line => of(line)?.[name]
  })
  return [
    at('start', 'integer', 'First UTF-16 code unit of the span in the text layer'),
    at('end', 'integer', 'The code unit behind the span'),
    at('start_cp', 'integer', 'The same in code points (Python, R, SQLite)'),
    at('end_cp', 'integer', 'The same in code points'),
    at('quote', 'string', 'The text of the span; null where the dataset is without text', false),
    at('quote_sha256', 'string', 'SHA-256 of the text of the span in UTF-8')
  ]
}

/** A phrase that is text of the article: itself or its hash, and where it was read. */
export function phraseColumns(name: string, says: string): Column[] {
  const evidence = (line: Line): Line | null => ((line['evidence'] as Line | undefined)?.[name] as Line | undefined) ?? null
  return [
    plain(name, 'string', `${says}; null where the dataset is without text`),
    plain(`${name}_sha256`, 'string', `SHA-256 of the ${name} in UTF-8`),
    ...(['start', 'end', 'start_cp', 'end_cp'] as const).map(
      (offset): Column => ({
        name: `${name}_${offset}`,
        type: 'integer',
        says: `Where it was read (${offset.endsWith('cp') ? 'code points' : 'UTF-16'})`,
        from: line => evidence(line)?.[offset]
      })
    )
  ]
}

/** A date in EDTF with its first and last day and what it is precise to. */
export function edtfColumns(name: string, says: string): Column[] {
  const value = (line: Line): string | null => (typeof line[name] === 'string' ? line[name] : null)
  return [
    plain(name, 'string', `${says} (EDTF)`),
    column(`${name}_from`, 'string', 'Its first day', line => ifThere(value(line), v => edtfRange(v).first)),
    column(`${name}_to`, 'string', 'Its last day', line => ifThere(value(line), v => edtfRange(v).last)),
    column(`${name}_precision`, 'string', 'day, month, quarter, half, year, decade or interval', line =>
      ifThere(value(line), edtfPrecision)
    )
  ]
}

/** The names of an id that stands in a column of its own. */
export function nameColumns(prefix: string, id: (line: Line) => unknown, look: keyof Names): Column[] {
  const name = (key: keyof Name, language: string): Column =>
    column(
      `${prefix}_name_${key}`,
      'string',
      `${language} name of the ${prefix.replaceAll('_', ' ')}`,
      (line, names) => names[look](id(line))?.[key]
    )
  return [name('vi', 'Vietnamese'), name('en', 'English')]
}

/** Place, the list that it is to be read in, and its names. */
export const placeColumns: readonly Column[] = [
  plain('place', 'string', 'Province id, vn, or other:<name as printed>'),
  plain('place_units', 'integer', '63 or 34: the list of provinces in which the id is to be read'),
  ...nameColumns('place', line => line['place'], 'place')
]

/** A catalogued thing that the line names as `{id, text}`. */
export function namedColumns(field: string, says: string): Column[] {
  const part = (key: string) => (line: Line) => (line[field] as Line | null | undefined)?.[key]
  return [
    column(`${field}_id`, 'string', `${says}: id in the table indicators, or null`, part('id')),
    column(`${field}_text`, 'string', `${says} as printed (normalized)`, part('text')),
    ...nameColumns(field, part('id'), 'indicator')
  ]
}

/** A column with a value of its own. */
export function column(name: string, type: ColumnType, says: string, from: Column['from']): Column {
  return { name, type, says, from }
}

function ifThere<Value>(value: string | null, work: (value: string) => Value): Value | null {
  return value === null ? null : work(value)
}
