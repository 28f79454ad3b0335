import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { article, contentsOf, folderWith, line, linesOf } from './harness.ts'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const MANY = Array.from({ length: 2_000 }, (_, i) => line({ id: `n${i}`, text: `${article(i)}${'Tin thêm về rừng. '.repeat(20)}` })).join(
  ''
)

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

async function ended(child: ChildProcess): Promise<Ended> {
  const [stdout, stderr]: [string[], string[]] = [[], []]
  child.stdout?.on('data', chunk => stdout.push(String(chunk)))
  child.stderr?.on('data', chunk => stderr.push(String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout: stdout.join(''), stderr: stderr.join('') }
}

const start = (folder: string, argv: readonly string[]): ChildProcess => spawn(process.execPath, [CLI, ...argv], { cwd: folder })

test('the exit code of a command is that of the process, its data on stdout, its talk on stderr', async () => {
  const folder = folderWith({ 'a.txt': article(60) })
  const done = await ended(start(folder, ['extract', 'a.txt', 'missing.txt']))
  expect(done).toMatchObject({ code: 3, stderr: 'muctieu: missing.txt does not exist.\n' })
  expect(linesOf(done.stdout)).toHaveLength(2)
})

describe('Ctrl-C', () => {
  test('in the middle of a run ends it with 130 and its counts; what is committed stays', async () => {
    const folder = folderWith({ 'a.ndjson': MANY })
    const child = start(folder, ['run', 'a.ndjson', '--json'])
    const done = ended(child)
    while (!existsSync(join(folder, 'out/muctieu.sqlite-wal'))) await sleep(5)
    await sleep(150)
    child.kill('SIGINT')
    const { code, stdout } = await done
    expect(code).toBe(130)
    const { counts, status } = JSON.parse(stdout) as { counts: Record<string, number>; status: string }
    expect(status).toBe('interrupted')
    expect(counts['articles']).toBeLessThan(2_000)
    const stored = contentsOf(join(folder, 'out/muctieu.sqlite'))
    expect(stored === '' ? 0 : stored.split('\n').length).toBe(counts['articles'])
  })

  test.each(['run', 'extract'])('ends %s that waits for standard input', async command => {
    const folder = folderWith()
    const child = start(folder, [command, '-'])
    const done = ended(child)
    child.stdin?.on('error', () => undefined)
    child.stdin?.write(MANY)
    // It has begun: the database is there, the first article is printed.
    if (command === 'extract') await once(child.stdout!, 'data')
    else while (!existsSync(join(folder, 'out/muctieu.sqlite'))) await sleep(20)
    await sleep(200)
    child.kill('SIGINT')
    expect(await done).toMatchObject({ code: 130, stderr: '' })
  })
})

test('a reader that has seen enough is no error', async () => {
  const child = start(folderWith({ 'a.ndjson': MANY }), ['extract', 'a.ndjson'])
  child.stdout?.once('data', () => child.stdout?.destroy())
  const { stderr } = await ended(child)
  expect(stderr).toBe('')
})

test.runIf(existsSync('/proc/self/status'))('NDJSON is extracted in little memory', async () => {
  const child = start(folderWith(), ['extract', '-'])
  const texts = readdirSync('corpus/articles').map(name => readFileSync(join('corpus/articles', name), 'utf8'))
  for (let i = 0; i < 900; i++) child.stdin?.write(line({ text: `${texts[i % texts.length]}\nBản in ${i}` }))
  let bytes = 0
  child.stdout?.on('data', chunk => (bytes += chunk.length))
  // All but the last that was sent has come back; the process waits for more.
  while (bytes < 30_000_000) {
    const before = bytes
    await sleep(1_000)
    if (bytes === before) break
  }
  const [, kilobytes] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
  child.stdin?.end()
  await ended(child)
  expect(Number(kilobytes) / 1024).toBeLessThan(300)
})
