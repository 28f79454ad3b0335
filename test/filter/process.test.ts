import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { article, ask, folderWith, line, many, muctieu } from '../cli/harness.ts'
import { PROGRAM, shell, sums } from './harness.ts'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const FILTER = `${PROGRAM} extract --as articles -`

test('where nobody reads on it ends quietly', async () => {
  const folder = folderWith({ 'news.ndjson': many(400) })
  const done = await shell(folder, `${FILTER} < news.ndjson | head -n 1 > one; echo \${PIPESTATUS[0]}`)
  expect(done).toEqual({ code: 0, stdout: '141\n', stderr: '' })
  expect(readFileSync(`${folder}/one`, 'utf8')).toMatch(/^\{"kind":"extraction".*\}\n$/)
})

function stored(folder: string): number {
  try {
    return ask<{ n: number }>(folder, 'SELECT count(*) AS n FROM extractions', 'x.sqlite')[0]?.n ?? 0
  } catch {
    // The database is not there yet.
    return 0
  }
}

test('an import that was killed is repeated, and is one that was not', async () => {
  const folder = folderWith({ 'news.ndjson': many(1_500) })
  await muctieu(folder, ['run', '-', '--db', 'run.sqlite'], { input: many(1_500) })
  await shell(folder, `${FILTER} < news.ndjson > all`)
  const child = spawn(process.execPath, [CLI, 'import', 'all', '--db', 'x.sqlite'], { cwd: folder, stdio: 'ignore' })
  const exit = once(child, 'exit')
  while (child.exitCode === null && stored(folder) < 50) await new Promise(resolve => setTimeout(resolve, 5))
  child.kill('SIGKILL')
  expect((await exit)[1]).toBe('SIGKILL')
  expect(stored(folder)).toBeGreaterThan(0)
  expect(stored(folder)).toBeLessThan(1_500)
  expect((await muctieu(folder, ['import', 'all', '--db', 'x.sqlite'])).code).toBe(0)
  expect(await sums(folder, 'x.sqlite')).toBe(await sums(folder, 'run.sqlite'))
})

/** MiB of a process and those that it started. */
function memoryOf(pid: number): number {
  const read = (of: number, file: string): string => {
    try {
      return readFileSync(`/proc/${of}/${file}`, 'utf8')
    } catch {
      return ''
    }
  }
  const children = readdirSync('/proc').filter(
    name => /^\d+$/.test(name) && / \d+ /.exec(read(Number(name), 'stat').split(')').at(-1)?.slice(2) ?? '')?.[0].trim() === String(pid)
  )
  return [pid, ...children.map(Number)].reduce((sum, of) => sum + Number(/VmRSS:\s+(\d+)/.exec(read(of, 'status'))?.[1] ?? 0) / 1024, 0)
}

test.skipIf(process.platform !== 'linux')('its memory does not grow with its input', async () => {
  const child = spawn(process.execPath, [CLI, 'extract', '--as', 'articles', '-'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const more = 'Tin thêm về rừng của tỉnh, nơi người dân trồng cây. '
  const most: number[] = []
  let lines = 0
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 0x0a) lines++
  })
  // Each eighth of the input is let through before the next one is written.
  for (let eighth = 0; eighth < 8; eighth++) {
    for (let n = 0; n < 500; n++) {
      const at = eighth * 500 + n
      if (!child.stdin.write(line({ id: `n${at}`, text: `${article(at)}${more.repeat(30 + (n % 50))}` }))) await once(child.stdin, 'drain')
    }
    while (lines < (eighth + 1) * 500 - 1) await new Promise(resolve => setTimeout(resolve, 20))
    most.push(memoryOf(child.pid as number))
  }
  child.stdin.end()
  await once(child, 'close')
  expect(lines).toBe(4_000)
  const [early, late] = [Math.max(...most.slice(1, 4)), Math.max(...most.slice(5))]
  expect(late - early, most.map(Math.round).join(' ')).toBeLessThan(40)
})
