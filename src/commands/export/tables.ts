import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { csvHead, csvRows } from '../../export/csv.ts'
import { type ParquetSink, parquetSink } from '../../export/parquet.ts'
import type { DatasetFile } from '../../export/sums.ts'
import { type Line, rowOf, type Table } from '../../export/table.ts'
import { publishedDatabase } from '../../store/published.ts'
import { type TextFile, textFile, writeWhole, writtenFile } from './files.ts'
import { NAMES } from './names.ts'

/** What a table came to. */
export interface WrittenTable {
  readonly rows: number
  /** Of its JSONL file. */
  readonly sha256: string
}

/** Takes lines by table and writes them in every format. */
export interface TableWriter {
  push(table: string, lines: readonly Line[]): void
  /** The files, and what each table came to. */
  finish(): { readonly files: readonly DatasetFile[]; readonly tables: Readonly<Record<string, WrittenTable>>; readonly sqlite: string }
}

interface Sinks {
  readonly table: Table
  readonly jsonl: TextFile | null
  readonly csv: TextFile
  readonly parquet: ParquetSink | null
  rows: number
}

const DATABASE = 'data/muctieu.sqlite'
const ROWS_AT_ONCE = 2000

/** Begins to write tables into a folder. Equal lines in equal order give equal bytes. */
export function tableWriter(folder: string, tables: readonly Table[], isForExcel: boolean): TableWriter {
  const sinks = new Map(tables.map(table => [table.name, sinksOf(folder, table, isForExcel)]))
  const scratch = join(folder, 'scratch.sqlite')
  const database = publishedDatabase(
    scratch,
    tables.filter(table => !table.isCsvOnly)
  )
  return {
    push: (name, lines) => {
      const sink = sinks.get(name)
      if (sink === undefined) return
      sink.rows += lines.length
      for (let at = 0; at < lines.length; at += ROWS_AT_ONCE) {
        const some = lines.slice(at, at + ROWS_AT_ONCE)
        for (const line of some) sink.jsonl?.write(`${JSON.stringify(line)}\n`)
        const rows = some.map(line => rowOf(sink.table, line, NAMES))
        sink.csv.write(csvRows(rows))
        sink.parquet?.push(rows)
        if (!sink.table.isCsvOnly) database.insert(name, rows)
      }
    },
    finish: () => {
      const files: DatasetFile[] = []
      const written: Record<string, WrittenTable> = {}
      for (const [name, { jsonl, csv, parquet, rows }] of sinks) {
        files.push(csv.end())
        if (parquet !== null) files.push(writeWhole(folder, `data/${name}.parquet`, parquet.finish()))
        if (jsonl === null) continue
        const file = jsonl.end()
        files.push(file)
        written[name] = { rows, sha256: file.sha256 }
      }
      database.finish(join(folder, DATABASE))
      rmSync(scratch)
      return { files: [...files, writtenFile(folder, DATABASE)], tables: written, sqlite: database.version }
    }
  }
}

function sinksOf(folder: string, table: Table, isForExcel: boolean): Sinks {
  const csv = textFile(folder, `data/${table.name}.csv`)
  csv.write(csvHead(table, isForExcel))
  const whole = table.isCsvOnly !== true
  return {
    table,
    csv,
    jsonl: whole ? textFile(folder, `data/${table.name}.jsonl`) : null,
    parquet: whole ? parquetSink(table) : null,
    rows: 0
  }
}
