import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { csvHead, csvRows } from '../../export/csv.ts'
import { type ParquetSink, parquetSink } from '../../export/parquet.ts'
import type { DatasetFile } from '../../export/sums.ts'
import type { Cell, Table } from '../../export/table.ts'
import { TABLES } from '../../export/tables/index.ts'
import { publishedDatabase } from '../../store/published.ts'
import { type TextFile, textFile, writeWhole, writtenFile } from './files.ts'

/** Some rows of a table. */
export type Rows = readonly (readonly Cell[])[]

/** What sinks made of all rows. */
export interface Written {
  readonly files: readonly DatasetFile[]
  /** The version of SQLite, from the sink that has it. */
  readonly sqlite?: string
}

/** Takes the flat rows of a dataset and writes files of them; equal rows in equal order give equal bytes. */
export interface RowSink {
  take(table: string, rows: Rows): void
  finish(): Written
}

/** What a sink is to write, in words that a thread can be told. */
export interface SinkTask {
  readonly sink: keyof typeof SINKS
  readonly folder: string
  /** Names of tables. */
  readonly tables: readonly string[]
  readonly isForExcel: boolean
}

const DATABASE = 'data/muctieu.sqlite'

/** The sinks of a dataset: work for one processor each. */
export const SINKS = { tables: tableSink, database: databaseSink }

/** Begins to write what a task asks for. */
export function rowSink(task: SinkTask): RowSink {
  return SINKS[task.sink](task)
}

/** A CSV and a Parquet file for each table. */
function tableSink({ folder, tables, isForExcel }: SinkTask): RowSink {
  const files = new Map(tablesNamed(tables).map(table => [table.name, tableFiles(folder, table, isForExcel)]))
  return {
    take: (table, rows) => {
      files.get(table)?.csv.write(csvRows(rows))
      files.get(table)?.parquet?.push(rows)
    },
    finish: () => ({
      files: [...files].flatMap(([name, { csv, parquet }]) => [
        csv.end(),
        ...(parquet === null ? [] : [writeWhole(folder, `data/${name}.parquet`, parquet.finish())])
      ])
    })
  }
}

function tableFiles(folder: string, table: Table, isForExcel: boolean): { readonly csv: TextFile; readonly parquet: ParquetSink | null } {
  const csv = textFile(folder, `data/${table.name}.csv`)
  csv.write(csvHead(table, isForExcel))
  return { csv, parquet: table.isCsvOnly ? null : parquetSink(table) }
}

/** One SQLite file. */
function databaseSink({ folder, tables }: SinkTask): RowSink {
  const scratch = join(folder, 'scratch.sqlite')
  const database = publishedDatabase(
    scratch,
    tablesNamed(tables).filter(table => !table.isCsvOnly)
  )
  return {
    take: database.insert,
    finish: () => {
      database.finish(join(folder, DATABASE))
      rmSync(scratch)
      return { files: [writtenFile(folder, DATABASE)], sqlite: database.version }
    }
  }
}

function tablesNamed(names: readonly string[]): readonly Table[] {
  return Object.values(TABLES).filter(({ name }) => names.includes(name))
}
