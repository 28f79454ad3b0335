import type { DatasetFile } from '../../export/sums.ts'
import { type Line, rowOf, type Table } from '../../export/table.ts'
import { type TextFile, textFile } from './files.ts'
import { NAMES } from './names.ts'
import { SINKS, type SinkTask } from './row-sinks.ts'
import { type Sinks, sinksHere, sinksInThreads } from './sink-threads.ts'

/** What a table came to. */
export interface WrittenTable {
  readonly rows: number
  /** Of its JSONL file. */
  readonly sha256: string
}

/** Takes lines by table and writes them in every format. */
export interface TableWriter {
  push(table: string, lines: readonly Line[]): Promise<void>
  /** The files, and what each table came to. */
  finish(): Promise<{
    readonly files: readonly DatasetFile[]
    readonly tables: Readonly<Record<string, WrittenTable>>
    readonly sqlite: string
  }>
  /** Ends what is under way; must be called, also after `finish`. */
  close(): Promise<void>
}

/** How tables are written. */
export interface TableSettings {
  readonly isForExcel: boolean
  /** So many other threads write all but the JSONL; the bytes are the same. */
  readonly threads: number
}

interface Growing {
  readonly table: Table
  readonly jsonl: TextFile | null
  rows: number
}

const ROWS_AT_ONCE = 2000

/** Begins to write tables into a folder. Equal lines in equal order give equal bytes. */
export function tableWriter(folder: string, tables: readonly Table[], { isForExcel, threads }: TableSettings): TableWriter {
  const names = tables.map(table => table.name)
  const tasks = (Object.keys(SINKS) as (keyof typeof SINKS)[]).map((sink): SinkTask => ({ sink, folder, tables: names, isForExcel }))
  const growing = new Map(
    tables.map((table): [string, Growing] => {
      const jsonl = table.isCsvOnly ? null : textFile(folder, `data/${table.name}.jsonl`)
      return [table.name, { table, jsonl, rows: 0 }]
    })
  )
  const sinks: Sinks = threads > 0 ? sinksInThreads(tasks, threads) : sinksHere(tasks)
  return {
    push: async (name, lines) => {
      const one = growing.get(name)
      if (one === undefined) return
      one.rows += lines.length
      for (let at = 0; at < lines.length; at += ROWS_AT_ONCE) {
        const some = lines.slice(at, at + ROWS_AT_ONCE)
        for (const line of some) one.jsonl?.write(`${JSON.stringify(line)}\n`)
        await sinks.take(
          name,
          some.map(line => rowOf(one.table, line, NAMES))
        )
      }
    },
    finish: async () => {
      const others = await sinks.finish()
      const { files, written } = ended(growing)
      const sqlite = others.flatMap(other => other.sqlite ?? [])[0] ?? ''
      return { files: [...files, ...others.flatMap(other => other.files)], tables: written, sqlite }
    },
    close: () => sinks.close()
  }
}

function ended(growing: ReadonlyMap<string, Growing>) {
  const files: DatasetFile[] = []
  const written: Record<string, WrittenTable> = {}
  for (const [name, { jsonl, rows }] of growing) {
    if (jsonl === null) continue
    const file = jsonl.end()
    files.push(file)
    written[name] = { rows, sha256: file.sha256 }
  }
  return { files, written }
}
