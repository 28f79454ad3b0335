import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { article, folderWith } from './harness.ts'

const CLI = resolve('src/cli.ts')
let folder: string
beforeAll(() => {
  folder = folderWith({ 'a.txt': article(60), file: '' })
})

/** What a start prints that is told where to keep what it compiles. */
function printed(env: Readonly<Record<string, string>>): string {
  const done = spawnSync(process.execPath, [CLI, 'extract', 'a.txt'], { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } })
  expect([done.status, done.stderr]).toEqual([0, ''])
  return done.stdout
}

test('what is compiled is kept, by the workers too, and changes nothing that is printed', () => {
  const kept = { NODE_COMPILE_CACHE: join(folder, 'kept') }
  const first = printed(kept)
  // Node has a folder for each version and set of flags; the rules are loaded by workers only, which are killed at the end.
  const count = readdirSync(kept.NODE_COMPILE_CACHE).flatMap(name => readdirSync(join(kept.NODE_COMPILE_CACHE, name))).length
  expect(count).toBeGreaterThan(500)
  expect(printed(kept)).toBe(first)
  expect(first).toContain('"kind":"target"')
})

test('where nothing can be kept or is to be kept, all goes on without a word', () => {
  const first = printed({ NODE_COMPILE_CACHE: join(folder, 'file') })
  expect(printed({ NODE_DISABLE_COMPILE_CACHE: '1', NODE_COMPILE_CACHE: join(folder, 'none') })).toBe(first)
  expect(readdirSync(folder).toSorted()).toEqual(['a.txt', 'file', 'kept'])
})
