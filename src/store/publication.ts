import type { StoredPublication } from './noted.ts'
import { guarded, type Store } from './open.ts'
import { publicationStatements } from './postgres/changes.ts'

export type { StoredPublication } from './noted.ts'

/** What was said of the last export; nothing where nothing was. */
export function publicationOf({ db }: Store): StoredPublication {
  const row = db.prepare('SELECT license, creators, url FROM publication').get() as
    | { readonly license: string | null; readonly creators: string; readonly url: string | null }
    | undefined
  return row === undefined
    ? { license: null, creators: [], url: null }
    : { ...row, creators: JSON.parse(row.creators) as readonly string[] }
}

/** Keeps what was said of an export for the next one. */
export function rememberPublication({ db, shown, behind }: Store, publication: StoredPublication): void {
  const { license, creators, url } = publication
  const put = db.transaction(() => {
    db.prepare('INSERT OR REPLACE INTO publication (id, license, creators, url) VALUES (1, ?, ?, ?)').run(
      license,
      JSON.stringify(creators),
      url
    )
    behind?.transact(publicationStatements(publication))
  })
  guarded(shown, () => put.immediate())
}
