import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyConnection } from '../../src/store/read-connection.ts'
import { contents, exported, ndjson } from '../commands/export/dataset.ts'
import { folderWith, muctieu } from './harness.ts'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
// To the superuser everything is writable.
const [program = '', ...before] =
  process.getuid?.() === 0
    ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, CLI]
    : [process.execPath, CLI]

let folder: string
let locked: string
beforeAll(async () => {
  folder = folderWith({ 'in/a.ndjson': ndjson() })
  await exported(folder)
  locked = join(folder, 'locked')
  mkdirSync(locked)
  copyFileSync(join(folder, 'dataset.sqlite'), join(locked, 'a.sqlite'))
  mkdirSync(join(folder, 'free'))
  chmodSync(join(folder, 'free'), 0o777)
  chmodSync(folder, 0o755)
  chmodSync(join(locked, 'a.sqlite'), 0o444)
  chmodSync(locked, 0o555)
})
afterAll(() => chmodSync(locked, 0o755))

const asNobody = (...argv: string[]) => {
  const { status, stdout, stderr } = spawnSync(program, [...before, ...argv], { cwd: join(folder, 'free'), encoding: 'utf8' })
  return { code: status, stdout, stderr }
}
// Where this checkout may not be read by everybody, nobody can run it.
const canRun = process.platform !== 'win32' && spawnSync(program, [...before, '--version']).status === 0

describe.runIf(canRun)('a database where nothing can be written', () => {
  const db = '../locked/a.sqlite'
  test('is exported as anywhere else', () => {
    expect(asNobody('export', '--db', db, '--to', 'dataset')).toMatchObject({ code: 0, stderr: '' })
    expect(contents(join(folder, 'free/dataset'))).toEqual(contents(join(folder, 'dataset')))
  })

  test.each([
    ['runs', '--db', db],
    ['report', '--to', 'a.html', '--db', db],
    ['diff', `${db}#1`, db],
    ['doctor', db]
  ])('is read by %s', (...argv) => {
    expect(asNobody(...argv)).toMatchObject({ code: 0, stderr: '' })
  })

  test('is written by none: one sentence, and nothing beside it', () => {
    for (const argv of [
      ['run', '../in', '--db', db],
      ['remove', 'url:https://bao.vn/0', '--reason', 'x', '--db', db]
    ]) {
      const { code, stderr } = asNobody(...argv)
      expect(code).toBe(2)
      expect(stderr).toMatch(/^muctieu: The database \S+a\.sqlite cannot be opened or written \([^)]+\): .*\n$/)
    }
    expect(readdirSync(locked)).toEqual(['a.sqlite'])
  })
})

describe('a copy of a database', () => {
  test('has what stands in the log of the original only, which stays as it is, and goes when it is closed', async () => {
    const path = join(folder, 'b.sqlite')
    await muctieu(folder, ['run', 'in', '--db', 'b.sqlite'])
    const writer = new Database(path)
    writer.pragma('journal_mode = WAL')
    writer.exec("UPDATE runs SET name = 'late'")
    const stood = [readFileSync(path), readFileSync(`${path}-wal`)]
    const there = () => readdirSync(tmpdir()).filter(name => name.startsWith('muctieu-read-'))
    const others = there()
    const db = copyConnection(path, 1000)
    expect(db.prepare('SELECT name FROM runs').pluck().get()).toBe('late')
    expect(() => db.exec('DELETE FROM runs')).toThrow(/readonly/)
    db.close()
    expect(there().filter(name => !others.includes(name))).toEqual([])
    expect([readFileSync(path), readFileSync(`${path}-wal`)]).toEqual(stood)
    writer.close()
    renameSync(path, `${path}.done`)
  })
})
