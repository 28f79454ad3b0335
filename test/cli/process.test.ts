import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../src/text/hash.ts'
import { IS_THOROUGH } from '../thorough.ts'
import { article, ask, contentsOf, folderWith, line, linesOf, muctieu } from './harness.ts'
import { makeOlder, OLDER } from './older.ts'
import { ENDLESS, sickNet } from './sick-worker.ts'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const MANY = Array.from({ length: 2_000 }, (_, i) => line({ id: `n${i}`, text: `${article(i)}${'Tin thêm về rừng. '.repeat(20)}` })).join(
  ''
)

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

async function ended(child: ChildProcess): Promise<Ended> {
  const [stdout, stderr]: [string[], string[]] = [[], []]
  child.stdout?.on('data', chunk => stdout.push(String(chunk)))
  child.stderr?.on('data', chunk => stderr.push(String(chunk)))
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  return { code, signal, stdout: stdout.join(''), stderr: stderr.join('') }
}

const start = (folder: string, argv: readonly string[]): ChildProcess => spawn(process.execPath, [CLI, ...argv], { cwd: folder })

async function until(isSo: () => boolean): Promise<void> {
  for (;;) {
    try {
      if (isSo()) return
    } catch {
      // The database is not there yet.
    }
    await sleep(50)
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc').flatMap(name => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1] === String(parent)
        ? [Number(name)]
        : []
    } catch {
      return []
    }
  })
}

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

describe.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129]
] as const)('%s', (signal, code) => {
  test(`ends a run as Ctrl-C does, with ${code}`, async () => {
    const folder = folderWith()
    const child = start(folder, ['run', '-', '--json'])
    const done = ended(child)
    child.stdin?.on('error', () => undefined)
    child.stdin?.write(MANY)
    await until(() => ask<{ n: number }>(folder, 'SELECT count(*) AS n FROM extractions')[0]?.n !== 0)
    child.kill(signal)
    expect(await done).toMatchObject({ code, stderr: '' })
    expect(ask(folder, 'SELECT status FROM runs')).toEqual([{ status: 'interrupted' }])
    expect(ask<{ n: number }>(folder, 'SELECT count(*) AS n FROM articles')[0]?.n).toBeGreaterThan(0)
  })
})

test('a command that has nothing to keep is ended by Ctrl-C at once, whatever it does', async () => {
  // It waits for an article that never comes.
  const child = start(folderWith(), ['explain', '--', '-:1'])
  const done = ended(child)
  await sleep(1_000)
  child.kill('SIGINT')
  expect(await done).toMatchObject({ code: null, signal: 'SIGINT' })
})

// The command line with a worker that hangs, and patience without end.
const startSick = (folder: string, argv: readonly string[]): ChildProcess => {
  const { worker } = sickNet(folder, 0)
  const net = `{ worker: new URL(${JSON.stringify(worker.href)}), heapMib: 1000, extractionSeconds: () => 1e9, readingSeconds: () => 1e9 }`
  writeFileSync(
    join(folder, 'sick.mjs'),
    `const { start } = await import(${JSON.stringify(pathToFileURL(CLI).href)})\nawait start(${net})\n`
  )
  return spawn(process.execPath, [join(folder, 'sick.mjs'), ...argv], { cwd: folder })
}

describe('an article that hangs', () => {
  const files = { 'a.ndjson': `${line({ text: article(1) })}${line({ text: ENDLESS })}` }
  const isStored = (folder: string) => ask<{ n: number }>(folder, 'SELECT count(*) AS n FROM extractions')[0]?.n === 1

  test('and a second Ctrl-C end a run at once; what was done before is stored', async () => {
    const folder = folderWith(files)
    const child = startSick(folder, ['run', 'a.ndjson'])
    const done = ended(child)
    await until(() => isStored(folder))
    child.kill('SIGINT')
    await sleep(700)
    expect(child.exitCode).toBe(null)
    child.kill('SIGINT')
    expect(await done).toMatchObject({ code: 130, stdout: '', stderr: '' })
    expect(isStored(folder)).toBe(true)
  })

  test('is waited for no longer than some seconds after the first Ctrl-C', async () => {
    const folder = folderWith(files)
    const child = startSick(folder, ['run', 'a.ndjson'])
    const done = ended(child)
    await until(() => isStored(folder))
    child.kill('SIGINT')
    expect(await done).toMatchObject({ code: 130, stderr: '', stdout: expect.stringMatching(/interrupted[\s\S]*1 new, 0 known, 0 failed/) })
    expect(ask(folder, 'SELECT status FROM runs')).toEqual([{ status: 'interrupted' }])
  })

  test.runIf(existsSync('/proc/self/stat'))('does not outlive its run, however that ends', async () => {
    const folder = folderWith(files)
    const child = startSick(folder, ['run', 'a.ndjson'])
    const done = ended(child)
    await until(() => isStored(folder))
    const workers = childrenOf(child.pid as number)
    expect(workers.length).toBeGreaterThan(0)
    child.kill('SIGKILL')
    await done
    await until(() => workers.every(pid => !existsSync(`/proc/${pid}`)))
  })
})

// Stored texts are read in the order of their ids: one that comes before the one that hangs.
const EARLY = article(Array.from({ length: 1_000 }, (_, n) => n).find(n => sha256(article(n)) < sha256(ENDLESS)) as number)

describe.each(['SIGKILL', 'SIGINT'] as const)('run --stored ended by %s', signal => {
  test('shows what was shown before; the next one goes on from there', async () => {
    const folder = folderWith({ 'a.ndjson': line({ text: EARLY }) + line({ text: ENDLESS }) })
    await muctieu(folder, ['run', 'a.ndjson', '--without', 'quantity/percent'])
    makeOlder(folder)
    const before = contentsOf(join(folder, 'out/muctieu.sqlite'))
    const child = startSick(folder, ['run', '--stored'])
    const done = ended(child)
    // Two of the older ruleset, and one that was read again.
    await until(() => ask<{ n: number }>(folder, 'SELECT count(*) AS n FROM extractions')[0]?.n === 3)
    child.kill(signal)
    expect(await done).toMatchObject(signal === 'SIGKILL' ? { code: null, signal } : { code: 130 })
    expect(contentsOf(join(folder, 'out/muctieu.sqlite'))).toBe(before)
    expect(await muctieu(folder, ['doctor', 'out/muctieu.sqlite'])).toMatchObject({ code: 0 })
    expect(await muctieu(folder, ['run', '--stored'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/1 read again, 1 known/) })
    expect(
      ask(
        folder,
        'SELECT ruleset <> ? AS isNew, (SELECT count(*) FROM articles) AS articles FROM current_method'.replace('?', `'${OLDER}'`)
      )
    ).toEqual([{ isNew: 1, articles: 2 }])
  })
})

describe('a reader that has seen enough', () => {
  test('ends extract quietly, with the code of a closed pipe', async () => {
    const child = start(folderWith({ 'a.ndjson': MANY }), ['extract', 'a.ndjson'])
    child.stdout?.once('data', () => child.stdout?.destroy())
    expect(await ended(child)).toMatchObject({ code: 141, stderr: '' })
  })

  test.each(['stdout', 'stderr'] as const)('of %s does not keep a run from storing everything', async stream => {
    const folder = folderWith({ 'a.ndjson': `no json\n${MANY.slice(0, MANY.indexOf('\n') + 1)}` })
    const child = start(folder, ['run', 'a.ndjson'])
    child[stream]?.destroy()
    expect((await ended(child)).code).toBe(3)
    expect(ask(folder, 'SELECT status, (SELECT count(*) FROM articles) AS n FROM runs')).toEqual([{ status: 'done', n: 1 }])
  })
})

test.runIf(existsSync('/dev/full'))('a full disk behind stdout is one sentence and 2', async () => {
  const folder = folderWith({ 'a.txt': article(60) })
  const full = openSync('/dev/full', 'w')
  for (const argv of [['extract', 'a.txt'], ['run', 'a.txt'], ['runs'], ['--help']]) {
    const { code, stderr } = await ended(spawn(process.execPath, [CLI, ...argv], { cwd: folder, stdio: ['ignore', full, 'pipe'] }))
    expect([code, stderr], argv[0]).toEqual([
      2,
      'muctieu: Standard output cannot be written: the disk is full. What was printed is not whole.\n'
    ])
  }
  closeSync(full)
})

test.runIf(IS_THOROUGH && existsSync('/proc/self/status'))('NDJSON is extracted in little memory', async () => {
  const child = start(folderWith(), ['extract', '-'])
  const texts = readdirSync('corpus/articles').map(name => readFileSync(join('corpus/articles', name), 'utf8'))
  for (let i = 0; i < 900; i++) child.stdin?.write(line({ text: `${texts[i % texts.length]}\nBản in ${i}` }))
  let bytes = 0
  child.stdout?.on('data', chunk => (bytes += chunk.length))
  // All but the last that was sent has come back; the process waits for more.
  while (bytes < 30_000_000) {
    const before = bytes
    await sleep(1_000)
    if (bytes > 0 && bytes === before) break
  }
  const kilobytes = [child.pid as number, ...childrenOf(child.pid as number)].map(pid =>
    Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  )
  child.stdin?.end()
  await ended(child)
  // The program, its reader and its extractor.
  expect(kilobytes).toHaveLength(3)
  for (const most of kilobytes) expect(most / 1024).toBeLessThan(250)
})
