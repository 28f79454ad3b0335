import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { article, ask, folderWith } from './cli/harness.ts'

const ROOT = resolve('.')

const packageScripts = () => (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts

/** Runs the launcher as npm does: in the checkout, and told where the command was typed. */
function launch(typedIn: string, ...argv: readonly string[]) {
  const done = spawnSync(process.execPath, [join(ROOT, 'scripts/with-node.mjs'), ...argv], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: typedIn }
  })
  return { code: done.status, stdout: done.stdout, stderr: done.stderr }
}

test('the npm script muctieu works on the folder in which it was typed', () => {
  const folder = folderWith({ 'x/a.txt': article(1) })
  mkdirSync(join(folder, 'sub'))
  const words = (packageScripts()['muctieu'] ?? '').replace('node scripts/with-node.mjs ', '').split(' ')
  const done = launch(join(folder, 'sub'), ...words, 'run', '../x', '--json')
  expect([done.code, done.stderr]).toEqual([0, ''])
  expect(ask(folder, 'SELECT source FROM articles', 'sub/out/muctieu.sqlite')).toEqual([{ source: 'a.txt' }])
  expect(launch(join(folder, 'gone'), ...words, '--version').code).toBe(0)
})

test('other scripts work in the checkout, wherever they were typed', () => {
  const folder = folderWith()
  writeFileSync(join(folder, 'where.mjs'), 'console.log(process.cwd())')
  expect(launch(folder, join(folder, 'where.mjs')).stdout).toBe(`${ROOT}\n`)
  expect(
    Object.entries(packageScripts())
      .filter(([, script]) => script.includes('--here'))
      .map(([name]) => name)
  ).toEqual(['muctieu'])
})
