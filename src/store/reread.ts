import type { Article, ArticleRecord } from '../model/article.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Store } from './open.ts'
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
    `SELECT d.id, d.line, d.title_is_text AS titleIsText, t.text, t.sha256 AS textHash, i.source, i.sha256, i.bytes, i.options
     FROM readings d JOIN texts t ON t.article_id = d.article_id LEFT JOIN inputs i ON i.id = d.input
     WHERE d.article_id = ? AND d.line <> '' ORDER BY d.id`
  )
  const said = db.prepare('SELECT line FROM diagnostics WHERE reading = ? ORDER BY id').pluck()
  for (const id of articleIds) {
    for (const row of find.all(id) as Row[]) {
      const { source, sha256, bytes, options } = row
      checkText(store, id, row.textHash, row.text)
      yield {
        article: { text: row.text, record: JSON.parse(row.line) as ArticleRecord, titleIsText: row.titleIsText === 1 },
        diagnostics: (said.all(row.id) as string[]).map(line => JSON.parse(line) as Diagnostic),
        input: sha256 === null ? null : { source: source as string, sha256, bytes: bytes as number, options: options as string }
      }
    }
  }
}

interface Row {
  readonly id: number
  readonly line: string
  readonly titleIsText: number
  readonly text: string
  readonly textHash: string
  readonly source: string | null
  readonly sha256: string | null
  readonly bytes: number | null
  readonly options: string | null
}
