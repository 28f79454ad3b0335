import type { Cell, Line, Table } from './table.ts'

/** Something that is not as it should be in a dataset. */
export interface Finding {
  readonly kind: 'sum' | 'missing' | 'unlisted' | 'manifest' | 'schema' | 'key' | 'span' | 'cell' | 'input' | 'rebuilt'
  readonly path: string
  readonly message: string
}

/** Where a row stands, in words: its number (from 1) and its key. */
export function placeOf(table: Table, row: number, line: Line): string {
  const key = table.key.map(column => word(line[column])).join(', ')
  const article = line['article_id']
  return `row ${row} (${key}${typeof article === 'string' ? `, article ${article}` : ''})`
}

/** The first cell of a row that is not the one expected, as words; undefined where all are. Cells in `ignored` columns, by name, pass. */
export function differingCell(
  table: Table,
  expected: readonly Cell[],
  actual: readonly unknown[],
  ignored: ReadonlySet<string>,
  asStored: (cell: Cell) => unknown = cell => cell
): string | undefined {
  if (actual.length !== expected.length) return `it has ${actual.length} cells, not ${expected.length}`
  for (let at = 0; at < actual.length; at++) {
    const cell = asStored(expected[at] ?? null)
    const name = table.columns[at]?.name ?? ''
    if (cell !== actual[at] && !ignored.has(name)) return `column ${name}: ${shown(actual[at])} where the JSONL has ${shown(cell)}`
  }
  return undefined
}

/** The first field in which two lines differ, with both values, as words. */
export function differingField(before: unknown, now: unknown, path = ''): string | undefined {
  if (JSON.stringify(before) === JSON.stringify(now)) return undefined
  if (!isObject(before) || !isObject(now)) return `${path === '' ? 'line' : path}: ${shown(before)} here, ${shown(now)} rebuilt`
  for (const key of [...new Set([...Object.keys(before), ...Object.keys(now)])]) {
    const found = differingField(before[key], now[key], path === '' ? key : `${path}.${key}`)
    if (found !== undefined) return found
  }
  return `${path === '' ? 'line' : path}: another order of keys`
}

/** A value as a word of a sentence: text as it is, anything else as JSON. */
export function word(value: unknown): string {
  return typeof value === 'string' ? (value.length <= 200 ? value : `${value.slice(0, 199)}…`) : shown(value)
}

/** A value in a sentence, cut where it is long. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object'
}
