import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { article, contentsOf, folderWith, many, muctieu } from './harness.ts'

const DB = 'out/muctieu.sqlite'

test('a backup is the database, in one file that can take its place', async () => {
  const folder = folderWith({ 'a.ndjson': many(3) })
  await muctieu(folder, ['run', 'a.ndjson'])
  const done = await muctieu(folder, ['backup', 'deep/er/copy.sqlite'])
  expect(done).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^deep\/er\/copy\.sqlite: 1 runs, 3 articles, schema \d, /),
    stderr: ''
  })
  expect(readdirSync(join(folder, 'deep/er'))).toEqual(['copy.sqlite'])
  expect(contentsOf(join(folder, 'deep/er/copy.sqlite'))).toBe(contentsOf(join(folder, DB)))
  expect(await muctieu(folder, ['doctor', 'deep/er/copy.sqlite'])).toMatchObject({ code: 0 })
  expect(await muctieu(folder, ['run', 'a.ndjson', '--db', 'deep/er/copy.sqlite'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/0 new, 3 known/)
  })
})

test('it is made while somebody writes, and holds what was committed', async () => {
  const folder = folderWith({ 'a.ndjson': many(3) })
  await muctieu(folder, ['run', 'a.ndjson'])
  const other = new Database(join(folder, DB))
  other.exec("BEGIN IMMEDIATE; INSERT INTO removals VALUES ('x', 'y', 'z')")
  expect(await muctieu(folder, ['backup', 'copy.sqlite', '--json'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/"articles": 3/)
  })
  other.exec('COMMIT')
  other.close()
  const copy = new Database(join(folder, 'copy.sqlite'), { readonly: true })
  expect(copy.prepare('SELECT count(*) FROM removals').pluck().get()).toBe(0)
  copy.close()
})

test('a database of an older schema is copied as it is', async () => {
  const folder = folderWith({ 'a.sqlite': gunzipSync(readFileSync('fixtures/store/schema-3.sqlite.gz')) })
  expect(await muctieu(folder, ['backup', 'copy.sqlite', '--db', 'a.sqlite'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/schema 3/)
  })
  expect(await muctieu(folder, ['runs', '--db', 'copy.sqlite'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/older schema 3/) })
})

test('what is there is never overwritten, and what fails leaves nothing', async () => {
  const folder = folderWith({ 'a.txt': article(60), 'there.sqlite': 'mine', file: '', 'odd.sqlite': 'no database at all' })
  await muctieu(folder, ['run', 'a.txt'])
  for (const [argv, says] of [
    [['there.sqlite'], /there already/],
    [['file/copy.sqlite'], /cannot be opened or written/],
    [['copy.sqlite', '--db', 'none.sqlite'], /none\.sqlite does not exist/],
    [['copy.sqlite', '--db', 'odd.sqlite'], /no database of this program/]
  ] as const)
    expect(await muctieu(folder, ['backup', ...argv])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(says) })
  expect(readFileSync(join(folder, 'there.sqlite'), 'utf8')).toBe('mine')
  expect(existsSync(join(folder, 'copy.sqlite'))).toBe(false)
  expect(readdirSync(folder).filter(name => name.startsWith('.'))).toEqual([])
})

test('a damaged database is told of, and no copy made', async () => {
  const folder = folderWith({ 'a.ndjson': many(20) })
  await muctieu(folder, ['run', 'a.ndjson'])
  const bytes = readFileSync(join(folder, DB))
  bytes.fill(0xff, 4096 * 3)
  writeFileSync(join(folder, DB), bytes)
  expect(await muctieu(folder, ['backup', 'copy.sqlite'])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/muctieu\.sqlite.* damaged/)
  })
  expect(existsSync(join(folder, 'copy.sqlite'))).toBe(false)
})
