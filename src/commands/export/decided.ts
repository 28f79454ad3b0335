import type { Line } from '../../export/table.ts'
import type { ArticleRecord } from '../../model/article.ts'
import type { AnyRecord } from '../../model/record.ts'
import type { Decision } from '../../review/decisions/decision.ts'
import { overlayOf } from '../../review/decisions/overlay.ts'
import { decisionsFrom } from '../../store/decisions.ts'
import type { Store } from '../../store/open.ts'

/** Applies what reviewers decided to the records of an article; the cells are rows of the table `decisions`. */
export type Overlay = (
  article: ArticleRecord,
  records: readonly AnyRecord[]
) => { readonly records: readonly AnyRecord[]; readonly cells: readonly Line[] }

/** What reviewers decided, as far as a dataset needs it. */
export interface Decided {
  readonly overlay: Overlay
  readonly count: number
  /** SHA-256 of the log. */
  readonly hash: string
}

/** The decisions of a database; of a log that went on, its first `count` entries. */
export function decidedIn(store: Store, count?: number): Decided {
  const { apply, ...named } = overlayOf((decisionsFrom(store) as Decision[]).slice(0, count))
  return {
    ...named,
    overlay: ({ sha256 }, records) => {
      const { records: settled, cells } = apply(sha256, records)
      // A JSON cell of a dataset holds an object.
      const named = (field: string, value: unknown) => (value === null ? null : { [field]: value })
      return {
        records: settled,
        cells: cells.map(c => ({ ...c, extracted: named(c.field, c.extracted), decided: named(c.field, c.decided) }))
      }
    }
  }
}
