import type { AnyRecord, Rejection } from '../model/record.ts'
import { damaged } from './errors.ts'
import type { Store } from './open.ts'
import { storedTerms } from './packing/term-ids.ts'
import type { Term } from './packing/terms.ts'
import { type RecordRow, type RejectionRow, type Unpacking, unpackRecord, unpackRejection } from './packing/unpack.ts'

/** The columns that a record is unpacked from. */
export const RECORD_ROW = 'r.id, r.kind, r.start, r."end", r.facts, r.evidence, r.rules'
/** The columns that a rejection is unpacked from. */
export const REJECTION_ROW = 'r.id, r.record_kind, r.start, r."end", r.reason, r.rule, r.message, r.line'

/** Reads the rows of extractions. */
export interface Unpacker {
  /** What the rows of an extraction are read with. */
  unpacking(extraction: number): Unpacking
  /** Its records, in their order. */
  records(extraction: number, unpacking: Unpacking): AnyRecord[]
  rejections(extraction: number, unpacking: Unpacking): Rejection[]
}

const unpackers = new WeakMap<Store['db'], Unpacker>()

/** The reader of a database's packed rows, prepared once. */
export function unpackerOf(store: Pick<Store, 'db' | 'shown'>): Unpacker {
  const { db, shown } = store
  const made = unpackers.get(db)
  if (made !== undefined) return made
  const find = db.prepare(
    'SELECT x.article_id AS articleId, x.terms, t.text FROM extractions x JOIN texts t ON t.article_id = x.article_id WHERE x.id = ?'
  )
  const records = db.prepare(`SELECT ${RECORD_ROW} FROM records r WHERE r.extraction = ? ORDER BY r.ordinal`)
  const rejections = db.prepare(`SELECT ${REJECTION_ROW} FROM rejections r WHERE r.extraction = ? ORDER BY r.ordinal`)
  let known: ReadonlyMap<number, Term> = new Map()
  const termOf = (id: number, extraction: number): Term => {
    // Another process may have brought it.
    if (!known.has(id)) known = storedTerms(db)
    const term = known.get(id)
    if (term === undefined) throw damaged(shown, `a term that extraction ${extraction} names is not as it was stored`)
    return term
  }
  const unpacker: Unpacker = {
    unpacking: extraction => {
      const row = find.get(extraction) as { articleId: string; terms: string; text: string } | undefined
      if (row === undefined) throw damaged(shown, `the text that extraction ${extraction} is of is missing`)
      const ids = JSON.parse(row.terms) as number[]
      return { articleId: row.articleId, text: row.text, terms: ids.map(id => termOf(id, extraction)) }
    },
    records: (extraction, unpacking) => (records.all(extraction) as RecordRow[]).map(row => unpackRecord(row, unpacking)),
    rejections: (extraction, unpacking) => (rejections.all(extraction) as RejectionRow[]).map(row => unpackRejection(row, unpacking))
  }
  unpackers.set(db, unpacker)
  return unpacker
}
