import type { Store } from './open.ts'

/** A file that gives no article, as somebody has acknowledged: known by its bytes. */
export interface Acknowledgement {
  readonly sha256: string
  /** The file's own name, without folders. */
  readonly name: string
  readonly bytes: number
  readonly reason: string
  /** When, in ISO 8601. */
  readonly acknowledged: string
}

// Empty files have the same bytes all: one is not told for another.
const IS_IT = 'sha256 = ? AND (bytes > 0 OR name = ?)'

/** All acknowledgements, by the files' names. */
export function acknowledgements({ db }: Store): Acknowledgement[] {
  return db
    .prepare('SELECT sha256, name, bytes, reason, acknowledged FROM acknowledgements ORDER BY name, sha256')
    .all() as Acknowledgement[]
}

/** Acknowledges a file, or gives it another reason. */
export function acknowledge({ db }: Store, { sha256, name, bytes, reason, acknowledged }: Acknowledgement): void {
  const put = db.transaction(() => {
    db.prepare(`DELETE FROM acknowledgements WHERE ${IS_IT}`).run(sha256, name)
    const insert = 'INSERT INTO acknowledgements (sha256, name, bytes, reason, acknowledged) VALUES (?, ?, ?, ?, ?)'
    db.prepare(insert).run(sha256, name, bytes, reason, acknowledged)
  })
  put.immediate()
}

/** Takes an acknowledgement back; says whether there was one. */
export function unacknowledge({ db }: Store, { sha256, name }: Pick<Acknowledgement, 'sha256' | 'name'>): boolean {
  return db.prepare(`DELETE FROM acknowledgements WHERE ${IS_IT}`).run(sha256, name).changes > 0
}

/** Asks why a file may fail: gives the reason of its acknowledgement, where there is one. `source` ends with its name. */
export function acknowledgementReader({ db }: Store): (sha256: string, source: string) => string | undefined {
  const find = db.prepare(`SELECT reason FROM acknowledgements WHERE ${IS_IT}`).pluck()
  return (sha256, source) => find.get(sha256, source.slice(source.lastIndexOf('/') + 1)) as string | undefined
}
