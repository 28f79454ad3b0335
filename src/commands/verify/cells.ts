import { readFileSync } from 'node:fs'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { differingCell, type Finding, placeOf } from '../../export/compare.ts'
import { csvCell, parseCsv } from '../../export/csv.ts'
import type { Cell, Line, Table } from '../../export/table.ts'
import { readPublished } from '../../store/published-read.ts'
import type { Dataset } from './dataset.ts'
import type { Lines } from './lines.ts'
import { memberOf } from './members.ts'
import { flatRow } from './rows.ts'

const DATABASE = 'data/muctieu.sqlite'

/** Whether CSV, Parquet and SQLite hold the rows of the JSONL; the first cell of each file that differs is named. */
export async function checkCells(dataset: Dataset, tables: readonly Table[], lines: Lines, ruleset: string): Promise<Finding[]> {
  // Names come from the program's own lists: those of another version may have other ones.
  const isKnown = dataset.manifest.ruleset.hash === ruleset
  const names = tables.flatMap(table => table.columns.flatMap(({ name }) => (/_name_(?:vi|en)$/.test(name) ? [name] : [])))
  const ignored = new Set(isKnown ? [] : names)
  const findings: Finding[] = []
  const say = (path: string, message: string | undefined): void => {
    if (message !== undefined) findings.push({ kind: 'cell', path, message: `${path}, ${message}.` })
  }
  const database = openDatabase(dataset, tables, findings)
  for (const table of tables) {
    const members = table.isCsvOnly ? joined(lines) : (lines.get(table.name) ?? [])
    const rows = members.map(line => flatRow(table, line) ?? [])
    const compare = (
      actual: Iterable<readonly unknown[]>,
      order: readonly number[],
      asStored?: (cell: Cell) => unknown
    ): string | undefined => differingRow(table, members, rows, actual, order, ignored, asStored)
    const inOrder = rows.map((_, i) => i)
    const csv = `data/${table.name}.csv`
    const csvFile = memberOf(dataset.folder, csv)
    if (csvFile !== undefined) say(csv, compareCsv(table, csvFile, inOrder, compare))
    if (table.isCsvOnly) continue
    const parquet = `data/${table.name}.parquet`
    const parquetFile = memberOf(dataset.folder, parquet)
    if (parquetFile !== undefined) say(parquet, await compareParquet(table, parquetFile, inOrder, compare))
    if (database === undefined) continue
    try {
      const key = table.key.map(column => table.columns.findIndex(c => c.name === column))
      const byKey = inOrder.toSorted((a, b) => byCells(key, rows[a] as Cell[], rows[b] as Cell[]))
      const wrong = compare(database.rows(table.name, table.key), byKey)
      say(`${DATABASE}, table ${table.name}`, wrong)
    } catch {
      say(`${DATABASE}, table ${table.name}`, 'it cannot be read')
    }
  }
  database?.close()
  return findings
}

type Compare = (actual: Iterable<readonly unknown[]>, order: readonly number[], asStored?: (cell: Cell) => unknown) => string | undefined

function compareCsv(table: Table, path: string, order: readonly number[], compare: Compare): string | undefined {
  let rows: Generator<string[]>
  try {
    rows = parseCsv(readFileSync(path, 'utf8'))
  } catch {
    return 'it cannot be read'
  }
  const head = rows.next().value as string[] | undefined
  if (head?.join() !== table.columns.map(c => c.name).join()) return 'its header is not that of the table'
  return compare(rows, order, csvCell)
}

async function compareParquet(table: Table, path: string, order: readonly number[], compare: Compare): Promise<string | undefined> {
  try {
    const bytes = readFileSync(path)
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
    // What it says of itself comes first: rows may be packed so that few bytes hold them without number.
    const { num_rows: count, row_groups: groups } = parquetMetadata(file)
    const isLarger = groups.some(group => group.columns.some(({ meta_data: m }) => (m?.num_values ?? 0n) > BigInt(order.length)))
    if (count !== BigInt(order.length) || isLarger) return `it has ${count} rows, the JSONL ${order.length}`
    const rows = await parquetReadObjects({ file })
    return compare(
      rows.map(row => table.columns.map(({ name }) => (row[name] as Cell | undefined) ?? null)),
      order
    )
  } catch {
    return 'it cannot be read'
  }
}

function differingRow(
  table: Table,
  members: readonly Line[],
  rows: readonly (readonly Cell[])[],
  actual: Iterable<readonly unknown[]>,
  order: readonly number[],
  ignored: ReadonlySet<string>,
  asStored?: (cell: Cell) => unknown
): string | undefined {
  let at = 0
  for (const row of actual) {
    const i = order[at++]
    if (i === undefined) return `it has more rows than the JSONL (${rows.length})`
    const wrong = differingCell(table, rows[i] as Cell[], row, ignored, asStored)
    if (wrong !== undefined) return `${placeOf(table, at, members[i] as Line)}, ${wrong}`
  }
  return at < rows.length ? `it has ${at} rows, the JSONL ${rows.length}` : undefined
}

function openDatabase(dataset: Dataset, tables: readonly Table[], findings: Finding[]): ReturnType<typeof readPublished> | undefined {
  const file = memberOf(dataset.folder, DATABASE)
  if (file === undefined) return undefined
  try {
    const database = readPublished(
      file,
      DATABASE,
      tables.filter(table => !table.isCsvOnly)
    )
    if (database.strange.length === 0) return database
    database.close()
    for (const name of database.strange.slice(0, 5))
      findings.push({ kind: 'cell', path: DATABASE, message: `${DATABASE}: ${name} is not as an export makes it; nothing in it was read.` })
    return undefined
  } catch {
    findings.push({ kind: 'cell', path: DATABASE, message: `${DATABASE} cannot be opened.` })
    return undefined
  }
}

function joined(lines: Lines): Line[] {
  const articles = new Map((lines.get('articles') ?? []).map(line => [line['id'], line]))
  const documents = new Map((lines.get('documents') ?? []).map(line => [line['id'], line]))
  return (lines.get('targets') ?? []).map(line => ({
    ...line,
    article: articles.get(line['article_id']) ?? null,
    document: documents.get(line['document_id']) ?? null
  }))
}

// As SQLite orders keys: text by its bytes, numbers by size.
function byCells(key: readonly number[], a: readonly Cell[], b: readonly Cell[]): number {
  for (const at of key) {
    const [x, y] = [a[at] ?? null, b[at] ?? null]
    if (x === y) continue
    if (typeof x !== 'string' || typeof y !== 'string') return Number(x) - Number(y)
    // Only where there are surrogates are code units ordered otherwise than bytes.
    return SURROGATE.test(x) || SURROGATE.test(y) ? Buffer.compare(Buffer.from(x), Buffer.from(y)) : x < y ? -1 : 1
  }
  return 0
}

const SURROGATE = /[\ud800-\udfff]/
