import type { SchemaElement } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Cell, ColumnType, Table } from './table.ts'

/** Takes rows and gives the bytes of a Parquet file; equal rows in equal order give equal bytes. */
export interface ParquetSink {
  push(rows: readonly (readonly Cell[])[]): void
  finish(): Uint8Array
}

const TYPES: Readonly<Record<ColumnType, Partial<SchemaElement>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  json: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' }
}
// Fixed, so that the bytes do not depend on the batches in which rows come.
const GROUP_ROWS = 20_000

/** A Parquet file of a table that is being written. */
export function parquetSink(table: Table): ParquetSink {
  const schema: SchemaElement[] = [
    { name: 'root', num_children: table.columns.length },
    ...table.columns.map(
      ({ name, type, isRequired }): SchemaElement => ({ name, ...TYPES[type], repetition_type: isRequired ? 'REQUIRED' : 'OPTIONAL' })
    )
  ]
  const writer = new ByteWriter()
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'muctieu' })
  let columns = table.columns.map((): Cell[] => [])
  const count = (): number => columns[0]?.length ?? 0

  function writeGroup(): void {
    parquet.write({ columnData: table.columns.map(({ name }, i) => ({ name, data: columns[i] as Cell[] })), rowGroupSize: GROUP_ROWS })
    columns = table.columns.map(() => [])
  }

  return {
    push: rows => {
      for (const row of rows) {
        for (const [i, cell] of row.entries()) (columns[i] as Cell[]).push(cell)
        if (count() === GROUP_ROWS) writeGroup()
      }
    },
    finish: () => {
      if (count() > 0) writeGroup()
      parquet.finish()
      return writer.getBytes()
    }
  }
}
