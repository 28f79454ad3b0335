import type { AnyRecord } from '../model/record.ts'
import type { Store } from './open.ts'
import { unpackerOf } from './unpacker.ts'
import { checkExtraction } from './whole.ts'

/** A goal with the document that sets it, where there is one. */
export interface Sample {
  readonly record: AnyRecord
  readonly document: AnyRecord | undefined
}

/**
 * Some targets of a run, the complete and sure ones first and no two of one article before every article had its turn.
 * Ids are hashes, so their order is as good as chance and the same on every machine.
 */
export function sampleTargets(store: Store, run: number, count: number): Sample[] {
  const rows = store.db
    .prepare(
      `WITH mine AS (
         SELECT r.extraction, r.ordinal, r.id,
           (r.confidence = 'high') + (r.place IS NOT NULL) + (r.deadline IS NOT NULL) + (r.subject_id IS NOT NULL) + (r.document_number IS NOT NULL) AS worth
         FROM run_articles a JOIN records r ON r.extraction = a.extraction
         WHERE a.run = ? AND a.superseded_by IS NULL AND a.duplicate_of IS NULL AND r.kind = 'target'
       ), turns AS (SELECT *, row_number() OVER (PARTITION BY extraction ORDER BY worth DESC, id) AS turn FROM mine)
       SELECT extraction, ordinal FROM turns ORDER BY turn, worth DESC, id LIMIT ?`
    )
    .all(run, count) as { extraction: number; ordinal: number }[]
  const unpacker = unpackerOf(store)
  return rows.map(({ extraction, ordinal }) => {
    checkExtraction(store, extraction, 'records')
    const records = unpacker.records(extraction, unpacker.unpacking(extraction))
    const record = records[ordinal] as AnyRecord
    return { record, document: records.find(r => r.id === record['document_id']) }
  })
}
