import { guarded, type Store } from './open.ts'

/** What the publisher said of a dataset. */
export interface StoredPublication {
  /** An SPDX identifier or an address; null where none was named. */
  readonly license: string | null
  readonly creators: readonly string[]
  readonly url: string | null
}

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
export function rememberPublication({ db, shown }: Store, { license, creators, url }: StoredPublication): void {
  guarded(shown, () =>
    db
      .prepare('INSERT OR REPLACE INTO publication (id, license, creators, url) VALUES (1, ?, ?, ?)')
      .run(license, JSON.stringify(creators), url)
  )
}
