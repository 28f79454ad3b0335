import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { APPLICATION_ID, SCHEMA_VERSION } from '../../src/store/open.ts'
import { article, contentsOf, folderWith, line, linesOf, muctieu } from './harness.ts'

const BINARY = Uint8Array.from({ length: 512 }, (_, i) => (i * 7) % 256)
const INVALID = Buffer.concat([Buffer.from('{"text":"Ph'), Buffer.from([0xc3, 0x28, 0xff, 0xfe]), Buffer.from('"}\n')])

// Each input that gives no article, with the words that its sentence must have.
const BAD: readonly (readonly [claim: string, files: Readonly<Record<string, string | Uint8Array>>, operand: string, says: RegExp])[] = [
  ['a missing file', {}, 'missing.txt', /missing\.txt does not exist/],
  ['an empty file', { 'empty.txt': '' }, 'empty.txt', /empty\.txt is empty/],
  ['a binary file named .txt', { 'binary.txt': BINARY }, 'binary.txt', /binary\.txt/],
  ['a line of invalid UTF-8', { 'invalid.ndjson': INVALID }, 'invalid.ndjson', /invalid\.ndjson, line 1/],
  ['a line that is not JSON', { 'bad.ndjson': 'not json\n' }, 'bad.ndjson', /bad\.ndjson, line 1, is not JSON/],
  ['a record without text', { 'none.ndjson': line({ id: 'a' }) }, 'none.ndjson', /none\.ndjson, line 1, has no "text"/]
]

describe.each(BAD)('%s', (_claim, files, operand, says) => {
  test.each(['extract', 'run'])('alone ends %s with 2 and one sentence', async command => {
    const done = await muctieu(folderWith(files), [command, operand])
    expect(done.code).toBe(2)
    expect(done.stderr).toMatch(says)
    expect(done.stderr.trim().split('\n')).toHaveLength(1)
  })

  test('beside a good one ends extract with 3, and the good one is printed', async () => {
    const done = await muctieu(folderWith({ ...files, 'good.txt': article(60) }), ['extract', operand, 'good.txt'])
    expect(done.code).toBe(3)
    expect(done.stderr).toMatch(says)
    expect(linesOf(done.stdout)[0]).toMatchObject({ kind: 'article', key: 'source:good.txt' })
  })

  test('beside a good one ends run with 3, and the good one is committed', async () => {
    const folder = folderWith({ ...files, 'good.txt': article(60) })
    const done = await muctieu(folder, ['run', operand, 'good.txt', '--db', 'a.sqlite'])
    expect(done.code).toBe(3)
    expect(done.stderr).toMatch(says)
    expect(contentsOf(join(folder, 'a.sqlite'))).toContain('source:good.txt')
  })

  test('is tried again by the next run, with the same end', async () => {
    const folder = folderWith({ ...files, 'good.txt': article(60) })
    await muctieu(folder, ['run', operand, 'good.txt'])
    const again = await muctieu(folder, ['run', operand, 'good.txt'])
    expect(again.code).toBe(3)
    expect(again.stderr).toMatch(says)
  })
})

test('a bad line among good ones ends with 3, also when the file is known', async () => {
  const folder = folderWith({ 'a.ndjson': `${line({ text: article(1) })}no json\n${line({ text: article(2) })}` })
  for (const counts of [
    { done: 2, skipped: 0, failed: 1 },
    { done: 0, skipped: 2, failed: 1 }
  ]) {
    const done = await muctieu(folder, ['run', 'a.ndjson', '--json'])
    expect(done.code).toBe(3)
    expect(done.stderr).toMatch(/a\.ndjson, line 2, is not JSON/)
    expect((JSON.parse(done.stdout) as { counts: object }).counts).toMatchObject(counts)
  }
})

test('a folder without articles ends with 2', async () => {
  const folder = folderWith({ 'inbox/note.xyz': 'x' })
  for (const command of ['extract', 'run']) {
    const done = await muctieu(folder, [command, 'inbox'])
    expect([done.code, done.stdout]).toEqual([2, ''])
    expect(done.stderr).toMatch(/^muctieu: The folder \S*inbox has no articles in it\. What is in it was skipped \(note\.xyz\)\.\n$/)
  }
})

test('a pattern that matches nothing ends with 2', async () => {
  const done = await muctieu(folderWith(), ['run', '*.txt'])
  expect(done.code).toBe(2)
  expect(done.stderr).toMatch(/Nothing matches/)
})

test('a folder named x.txt is a folder', async () => {
  const done = await muctieu(folderWith({ 'x.txt/a.txt': article(60) }), ['extract', 'x.txt'])
  expect(done.code).toBe(0)
  expect(linesOf(done.stdout)[0]).toMatchObject({ key: 'source:a.txt' })
})

describe('a database that cannot be used ends with 2 before anything is done:', () => {
  const files = { 'good.txt': article(60) }
  const run = async (folder: string, db: string) => {
    const done = await muctieu(folder, ['run', 'good.txt', '--db', db])
    expect([done.code, done.stdout]).toEqual([2, ''])
    expect(done.stderr.trim().split('\n')).toHaveLength(1)
    return done.stderr
  }

  test.runIf(existsSync('/proc/self'))('a path under which nothing can be made', async () => {
    expect(await run(folderWith(files), '/proc/none/a.sqlite')).toMatch(/a\.sqlite/)
    const folder = folderWith(files)
    await muctieu(folder, ['run', 'good.txt'])
    for (const argv of [
      ['export', '--to', '/proc/none/dataset'],
      ['report', '--to', '/proc/none/a.html']
    ])
      expect(await muctieu(folder, argv)).toMatchObject({ code: 2, stderr: expect.stringMatching(/^muctieu: .*\/proc\/none.*\n$/) })
  })

  test('a path that is a folder', async () => {
    const folder = folderWith(files)
    mkdirSync(join(folder, 'db'))
    expect(await run(folder, 'db')).toMatch(/db is a folder/)
  })

  test('a path below a file', async () => {
    expect(await run(folderWith(files), 'good.txt/a.sqlite')).toMatch(/good\.txt\/a\.sqlite cannot be opened or written/)
  })

  test('a file that is no database', async () => {
    const folder = folderWith({ ...files, 'a.sqlite': 'this is a text and certainly no database, however long it may go on'.repeat(20) })
    expect(await run(folder, 'a.sqlite')).toMatch(/a\.sqlite is not a SQLite database/)
  })

  test('a database of another program', async () => {
    const folder = folderWith(files)
    const db = new Database(join(folder, 'a.sqlite'))
    db.exec('CREATE TABLE t (x)')
    db.close()
    expect(await run(folder, 'a.sqlite')).toMatch(/a\.sqlite is a database of another program/)
  })

  test('a database of a newer schema', async () => {
    const folder = folderWith(files)
    const db = new Database(join(folder, 'a.sqlite'))
    db.exec('CREATE TABLE t (x)')
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
    db.close()
    expect(await run(folder, 'a.sqlite')).toMatch(new RegExp(`a\\.sqlite has schema ${SCHEMA_VERSION + 1}.*Update`))
    const runs = await muctieu(folder, ['runs', '--db', 'a.sqlite'])
    expect(runs.code).toBe(2)
  })

  test('a database that is not there, where it is only read', async () => {
    for (const argv of [
      ['runs'],
      ['runs', 'show', 'x'],
      ['runs', 'prune'],
      ['explain', '0123456789abcdef'],
      ['remove', 'x', '--reason', 'y']
    ]) {
      const done = await muctieu(folderWith(), argv)
      expect([done.code, done.stderr]).toEqual([2, 'muctieu: The database out/muctieu.sqlite does not exist.\n'])
    }
  })
})

describe('wrong usage ends with 2 and a sentence:', () => {
  test.each([
    [['extract', '--bogus', 'a.txt'], /unknown option '--bogus'/],
    [['extract'], /missing required argument/],
    [['bogus'], /unknown command 'bogus'/],
    [['extract', 'a.txt', '--format', 'xml'], /--format wants one of ndjson, json, table/],
    [['extract', 'a.txt', '--published', '2026-13-40'], /2026-13-40 is not a day/],
    [['extract', 'a.txt', '--without', 'no/such'], /There is no rule no\/such/],
    [['run', 'a.txt', '--without', 'no/such'], /There is no rule no\/such/],
    [
      ['run', 'a.txt', '--without', 'place/gazeteer'],
      /There is no rule place\/gazeteer that can be left out; did you mean place\/gazetteer\?/
    ],
    [['run', 'a.txt', '--workers', '0'], /--workers wants a whole number of at least 1/],
    [['run', 'a.txt', '--fail-on', 'rain'], /--fail-on wants one of drift/],
    [['explain'], /Name what to explain/],
    [['rules', 'list', 'no-such-rule'], /No rule has/],
    [['remove', 'url:x'], /required option '--reason/],
    [['review', '--sample', '3', '--tty'], /A sample is judged in the browser/]
  ])('%j', async (argv, says) => {
    const done = await muctieu(folderWith({ 'a.txt': article(60) }), argv)
    expect(done.code).toBe(2)
    expect(done.stdout).toBe('')
    expect(done.stderr).toMatch(says)
    expect(done.stderr).toMatch(/^muctieu: /)
  })

  test('no command at all shows the help', async () => {
    const done = await muctieu(folderWith(), [])
    expect([done.code, done.stdout]).toEqual([2, ''])
    expect(done.stderr).toMatch(/Usage: muctieu/)
  })
})

test('help and version are data and end with 0', async () => {
  const help = await muctieu(folderWith(), ['--help'])
  expect([help.code, help.stderr]).toEqual([0, ''])
  const version = await muctieu(folderWith(), ['--version'])
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('the folder of a database is made', async () => {
  const folder = folderWith({ 'a.txt': article(60) })
  const done = await muctieu(folder, ['run', 'a.txt', '--db', 'deep/er/a.sqlite'])
  expect(done.code).toBe(0)
  expect(contentsOf(join(folder, 'deep/er/a.sqlite'))).toContain('source:a.txt')
})
