import type { Acknowledgement } from './noted.ts'
import type { Store } from './open.ts'
import { acknowledgeStatements, unacknowledgeStatements } from './postgres/changes.ts'

export type { Acknowledgement } from './noted.ts'

// Empty files have the same bytes all: one is not told for another.
const IS_IT = 'sha256 = ? AND (bytes > 0 OR name = ?)'

/** All acknowledgements, by the files' names. */
export function acknowledgements({ db }: Store): Acknowledgement[] {
  return db
    .prepare('SELECT sha256, name, bytes, reason, acknowledged FROM acknowledgements ORDER BY name, sha256')
    .all() as Acknowledgement[]
}

/** Acknowledges a file, or gives it another reason. */
export function acknowledge({ db, behind }: Store, acknowledgement: Acknowledgement): void {
  const { sha256, name, bytes, reason, acknowledged } = acknowledgement
  const put = db.transaction(() => {
    db.prepare(`DELETE FROM acknowledgements WHERE ${IS_IT}`).run(sha256, name)
    const insert = 'INSERT INTO acknowledgements (sha256, name, bytes, reason, acknowledged) VALUES (?, ?, ?, ?, ?)'
    db.prepare(insert).run(sha256, name, bytes, reason, acknowledged)
    behind?.transact(acknowledgeStatements(acknowledgement))
  })
  put.immediate()
}

/** Takes an acknowledgement back; says whether there was one. */
export function unacknowledge({ db, behind }: Store, { sha256, name }: Pick<Acknowledgement, 'sha256' | 'name'>): boolean {
  const take = db.transaction(() => {
    const { changes } = db.prepare(`DELETE FROM acknowledgements WHERE ${IS_IT}`).run(sha256, name)
    behind?.transact(unacknowledgeStatements({ sha256, name }))
    return changes > 0
  })
  return take.immediate()
}

/** Asks why a file may fail: gives the reason of its acknowledgement, where there is one. `source` ends with its name. */
export function acknowledgementReader({ db }: Store): (sha256: string, source: string) => string | undefined {
  const find = db.prepare(`SELECT reason FROM acknowledgements WHERE ${IS_IT}`).pluck()
  return (sha256, source) => find.get(sha256, source.slice(source.lastIndexOf('/') + 1)) as string | undefined
}
