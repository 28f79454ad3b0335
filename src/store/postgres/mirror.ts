import type Database from 'better-sqlite3'
import type { Behind } from '../behind.ts'
import type { InputKey } from '../reading.ts'
import type { StoreWriter } from '../writer.ts'
import { noRows, type SentRows, sendExtraction, sendMember, sendReading, sendRunDiagnostic } from './rows.ts'
import { completeStatements, nameStatements, openStatements } from './runs.ts'
import type { Statement } from './statement.ts'
import { statementsOf } from './statements.ts'

/** What is to be written behind when the transaction that goes on is committed. */
interface Pending {
  rows: SentRows
  before: Statement[]
  after: Statement[]
  run: number
}

/**
 * A writer that writes all that the given one writes into the store behind as well, one transaction there for one here:
 * committed there first.
 */
export function mirrored(writer: StoreWriter, db: Database.Database, behind: Behind): StoreWriter {
  const pending: Pending = { rows: noRows(), before: [], after: [], run: 0 }
  const clear = (): void => void Object.assign(pending, { rows: noRows(), before: [], after: [] })
  const transaction = <Result>(work: () => Result): Result => {
    if (db.inTransaction) return work()
    try {
      return writer.transaction(() => {
        const result = work()
        behind.transact(sentOf(pending))
        return result
      })
    } finally {
      clear()
    }
  }
  return { transaction, ...inputsBehind(writer, transaction, db, pending), ...articlesBehind(writer, transaction, db, pending) }
}

function sentOf({ rows, before, after, run }: Pending): Statement[] {
  const hasRows = Object.values(rows).some(list => list.length > 0)
  return [...before, ...(hasRows ? statementsOf(run, rows) : []), ...after]
}

function inputsBehind(
  writer: StoreWriter,
  transaction: StoreWriter['transaction'],
  db: Database.Database,
  pending: Pending
): Pick<StoreWriter, 'openInput' | 'nameInput' | 'completeInput' | 'putReading'> {
  const keyOf = db.prepare('SELECT sha256, source, reader, options FROM inputs WHERE id = ?')
  return {
    openInput: (key, bytes) =>
      transaction(() => {
        pending.before.push(...openStatements(key, bytes))
        return writer.openInput(key, bytes)
      }),
    nameInput: (key, bytes) =>
      transaction(() => {
        pending.before.push(...nameStatements(key, bytes))
        return writer.nameInput(key, bytes)
      }),
    completeInput: (input, failures) =>
      transaction(() => {
        pending.after.push(...completeStatements([{ ...(keyOf.get(input) as InputKey), failures }]))
        writer.completeInput(input, failures)
      }),
    putReading: (reading, input) =>
      transaction(() => {
        sendReading(pending.rows, reading, input === null ? null : (keyOf.get(input) as InputKey))
        return writer.putReading(reading, input)
      })
  }
}

function articlesBehind(
  writer: StoreWriter,
  transaction: StoreWriter['transaction'],
  db: Database.Database,
  pending: Pending
): Pick<StoreWriter, 'putExtraction' | 'addReading' | 'supersede' | 'noteRun'> {
  const readingName = db.prepare('SELECT identity FROM readings WHERE id = ?').pluck()
  const extractionName = db.prepare('SELECT identity FROM extractions WHERE id = ?').pluck()
  return {
    putExtraction: (identity, article, method, rows) =>
      transaction(() => {
        sendExtraction(pending.rows, identity, article, rows)
        return writer.putExtraction(identity, article, method, rows)
      }),
    addReading: (run, article, reading, extraction) =>
      transaction(() => {
        pending.run = run
        sendMember(pending.rows, article, readingName.get(reading) as string, extractionName.get(extraction) as string)
        writer.addReading(run, article, reading, extraction)
      }),
    supersede: (run, article, by) =>
      transaction(() => {
        pending.run = run
        pending.rows.superseded.push([article, by])
        writer.supersede(run, article, by)
      }),
    noteRun: (run, diagnostic) =>
      transaction(() => {
        pending.run = run
        sendRunDiagnostic(pending.rows, diagnostic)
        writer.noteRun(run, diagnostic)
      })
  }
}
