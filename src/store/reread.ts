import type { Article } from '../model/article.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Store } from './open.ts'
import { READING_COLUMNS, type ReadingRow, storedTables, unpackReading } from './packing/reading.ts'
import { checkStore, checkText } from './whole.ts'

/** An article as a database has it from one source, with the file it came from. */
export interface StoredReading {
  readonly article: Article
  readonly diagnostics: readonly Diagnostic[]
  /** Null where it came from a stream. */
  readonly input: { readonly source: string; readonly sha256: string; readonly bytes: number; readonly options: string } | null
}

/** Everything that a database holds of some articles as it was read, source by source. */
export function* storedReadings(store: Store, articleIds: Iterable<string>): Generator<StoredReading> {
  const { db } = store
  checkStore(store)
  const find = db.prepare(
    `SELECT d.id, ${READING_COLUMNS}, t.text, i.source AS inputSource, i.sha256 AS inputHash, i.bytes, i.options
     FROM readings d JOIN texts t ON t.article_id = d.article_id LEFT JOIN inputs i ON i.id = d.input
     WHERE d.article_id = ? AND d.more <> '' ORDER BY d.id`
  )
  const said = db.prepare('SELECT line FROM diagnostics WHERE reading = ? ORDER BY id').pluck()
  for (const id of articleIds) {
    for (const row of find.all(id) as Row[]) {
      const { inputSource, inputHash, bytes, options } = row
      checkText(store, id, row.sha256, row.text)
      yield {
        article: { text: row.text, record: unpackReading(row), titleIsText: row.titleIsText === 1, ...storedTables(row) },
        diagnostics: (said.all(row.id) as string[]).map(line => JSON.parse(line) as Diagnostic),
        input:
          inputHash === null
            ? null
            : { source: inputSource as string, sha256: inputHash, bytes: bytes as number, options: options as string }
      }
    }
  }
}

interface Row extends ReadingRow {
  readonly id: number
  readonly titleIsText: number
  readonly text: string
  readonly inputSource: string | null
  readonly inputHash: string | null
  readonly bytes: number | null
  readonly options: string | null
}
