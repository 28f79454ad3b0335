import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { UsageError } from '../../src/model/usage-error.ts'
import { APPLICATION_ID, closeStore, openStore, openStoreToRead, SCHEMA_VERSION } from '../../src/store/open.ts'
import { article, folderWith, muctieu } from '../cli/harness.ts'

const now = () => new Date('2026-01-02T03:04:05Z')
const fresh = () => join(folderWith(), 'a.sqlite')

test('a new database has its version, its mark, and its migrations written down', () => {
  const path = fresh()
  const store = openStore(path, path, now)
  expect(store.db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
  expect(store.db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
  expect(store.db.prepare('SELECT version, applied FROM migrations').all()).toEqual(
    Array.from({ length: SCHEMA_VERSION }, (_, i) => ({ version: i + 1, applied: '2026-01-02T03:04:05.000Z' }))
  )
  closeStore(store)
})

test('opening it again migrates nothing', () => {
  const path = fresh()
  closeStore(openStore(path, path, now))
  const store = openStore(path, path, () => new Date('2027-01-01T00:00:00Z'))
  expect(store.db.prepare('SELECT count(*) FROM migrations WHERE applied > ?').pluck().get('2026-12-31')).toBe(0)
  closeStore(store)
})

test('every table is strict', () => {
  const path = fresh()
  const store = openStore(path, path, now)
  const loose = store.db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*' AND strict = 0")
    .all()
  expect(loose).toEqual([])
  closeStore(store)
})

test('every view can be asked', () => {
  const path = fresh()
  const store = openStore(path, path, now)
  const views = store.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'view'").pluck().all() as string[]
  expect(views.length).toBeGreaterThan(8)
  for (const view of views) expect(store.db.prepare(`SELECT * FROM ${view}`).all(), view).toEqual([])
  closeStore(store)
})

test('closing leaves one file', () => {
  const path = fresh()
  closeStore(openStore(path, path, now))
  const db = new Database(path, { readonly: true })
  expect(db.prepare('SELECT count(*) FROM migrations').pluck().get()).toBe(SCHEMA_VERSION)
  db.close()
})

test('what is to be read only is not written', () => {
  const path = fresh()
  closeStore(openStore(path, path, now))
  const store = openStoreToRead(path, path)
  expect(() => store.db.exec('DELETE FROM migrations')).toThrow(/readonly/)
  store.db.close()
})

test('a database that another process holds is told of, not waited for without end', () => {
  const path = fresh()
  closeStore(openStore(path, path, now))
  const other = new Database(path)
  other.exec('BEGIN IMMEDIATE')
  const store = openStore(path, path, now)
  store.db.pragma('busy_timeout = 10')
  expect(() => store.db.prepare("INSERT INTO removals VALUES ('a', 'b', 'c')").run()).toThrow(/locked/)
  other.exec('ROLLBACK')
  other.close()
  closeStore(store)
})

test('an empty file becomes a database, and reading one that is empty is wrong usage', () => {
  const path = join(folderWith({ 'a.sqlite': '' }), 'a.sqlite')
  expect(() => openStoreToRead(path, 'a.sqlite')).toThrow(new UsageError('The database a.sqlite is empty.'))
  closeStore(openStore(path, path, now))
  openStoreToRead(path, path).db.close()
})

test('a run looks at the pages of a database before it adds to it', async () => {
  const folder = folderWith({ 'a.txt': article(60), 'b.txt': article(61) })
  await muctieu(folder, ['run', 'a.txt', '--db', 'a.sqlite'])
  const path = join(folder, 'a.sqlite')
  const bytes = readFileSync(path)
  // Nothing but the check looks there.
  const db = new Database(path, { readonly: true })
  const page = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'input_failures'").pluck().get() as number
  db.close()
  bytes.fill(0xff, (page - 1) * 4096, page * 4096)
  writeFileSync(path, bytes)
  const done = await muctieu(folder, ['run', 'b.txt', '--db', 'a.sqlite'])
  expect([done.code, done.stdout]).toEqual([2, ''])
  expect(done.stderr).toMatch(/^muctieu: The database a\.sqlite is damaged: .*"muctieu doctor a\.sqlite".*\n$/)
  expect(readFileSync(path)).toEqual(bytes)
})
