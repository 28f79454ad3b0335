import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { thorough } from '../thorough.ts'
import { folderWith, many, muctieu } from './harness.ts'

const CLI = join(process.cwd(), 'src/cli.ts')
const ARTICLES = thorough(600, 3000)

async function cli(folder: string, args: readonly string[]): Promise<void> {
  const { code, stderr } = await muctieu(folder, args)
  expect([code, stderr]).toEqual([0, ''])
}

async function sums(folder: string, db: string): Promise<string> {
  await cli(folder, ['export', '--db', db, '--to', `${db}-dataset`])
  return readFileSync(join(folder, `${db}-dataset`, 'SHA256SUMS'), 'utf8')
}

const stored = (folder: string, db: string): number => {
  if (!existsSync(join(folder, db))) return 0
  const open = new Database(join(folder, db), { timeout: 5000 })
  try {
    return open.prepare('SELECT count(*) FROM extractions').pluck().get() as number
  } catch {
    return 0
  } finally {
    open.close()
  }
}

test('a run that was killed and continued gives the bytes of one that was not, with one thread and with two', async () => {
  const folder = folderWith({ 'in/a.ndjson': many(ARTICLES) })
  await cli(folder, ['run', 'in', '--db', 'whole.sqlite', '--workers', '1'])
  const child = spawn(process.execPath, [CLI, 'run', 'in', '--db', 'killed.sqlite', '--workers', '2'], { cwd: folder, stdio: 'ignore' })
  const exit = once(child, 'exit')
  while (child.exitCode === null && stored(folder, 'killed.sqlite') < 50) await new Promise(resolve => setTimeout(resolve, 20))
  child.kill('SIGKILL')
  expect((await exit)[1]).toBe('SIGKILL')
  const before = stored(folder, 'killed.sqlite')
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(ARTICLES)
  await cli(folder, ['run', 'in', '--db', 'killed.sqlite', '--workers', '2'])
  expect(await sums(folder, 'killed.sqlite')).toBe(await sums(folder, 'whole.sqlite'))
})
