import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect } from 'vitest'
import { folderWith, line } from '../cli/harness.ts'
import { ask, sumsOf } from './harness.ts'

const CLI = join(import.meta.dirname, '../../src/cli.ts')

/** A process of the program. */
export interface Process {
  readonly child: ChildProcess
  /** What it said until now. */
  said(): string
  /** Waits for its end; gives the exit code, or the signal that ended it. */
  ended(): Promise<number | string>
}

/** Starts the program, or another, as a process of its own; tests end what they start. */
export function start(cwd: string, argv: readonly string[], program = CLI): Process {
  const child = spawn(process.execPath, [program, ...argv], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const hear = (chunk: Buffer): void => void (said += String(chunk))
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const end = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string)
  return { child, said: () => said, ended: () => end }
}

/** Leases in tests are short: what a lost worker had is somebody else's a moment later. */
export const LEASE = 3

/** Starts a worker with one process that extracts, until nothing is left. */
export function startWorker(cwd: string, address: string, ...more: readonly string[]): Process {
  return start(cwd, ['worker', '--db', address, '-w', '1', '--once', '--lease', String(LEASE), ...more])
}

/** A folder with `news.ndjson`, of so many articles made of those of the corpus, and some lines that are none. */
export function manyArticles(count: number): string {
  const texts = readdirSync('corpus/articles').flatMap(name => {
    const text = name.endsWith('.txt') ? readFileSync(join('corpus/articles', name), 'utf8') : ''
    return text === '' ? [] : [text]
  })
  const lines = Array.from({ length: count }, (_, i) => {
    const text = `${texts[i % texts.length]}\n\nBản tin số ${i}.\n`
    const bad = i % 40 === 39 ? '{"id": "none", "text": ""}\n' : ''
    return bad + line({ id: `a${i}`, title: `Bản tin ${i}`, published: `2021-06-${String((i % 28) + 1).padStart(2, '0')}`, text })
  })
  return folderWith({ 'news.ndjson': lines.join('') })
}

/**
 * Lets a store take the same row twice: what keeps it from that is a second fence, and the first one is to be tried. A record
 * that is there twice is seen then.
 */
export async function withoutKeys(address: string): Promise<void> {
  for (const table of ['records', 'rejections', 'shard_failures'])
    await ask(address, `ALTER TABLE muctieu.${table} DROP CONSTRAINT ${table}_pkey CASCADE`)
}

/** Plans a run and gives the process that waits for it; the store is there when this returns. */
export async function planned(folder: string, address: string, articlesAShard: number, ...more: readonly string[]): Promise<Process> {
  const run = start(folder, [
    ...['run', 'news.ndjson', '--db', address, '--engine', 'postgres', '--lease', String(LEASE)],
    ...['--shard', String(articlesAShard), '--json', ...more]
  ])
  await until(async () => (await shards(address)).length > 0, run)
  return run
}

/** The shards of all runs; none where the store is not there yet. */
export async function shards(address: string): Promise<readonly Record<string, unknown>[]> {
  try {
    return await ask(address, 'SELECT run, number, parent, state, counts FROM muctieu.shards ORDER BY run, number')
  } catch {
    return []
  }
}

/** How many shards some worker has taken and not completed. */
export async function active(address: string): Promise<number> {
  const [row] = await ask(address, "SELECT count(*)::integer AS n FROM muctieu_boss10.job WHERE state = 'active' AND name LIKE 'shards-%'")
  return row?.['n'] as number
}

/** Waits until something holds; fails with what a process said where that ends before. */
export async function until(holds: () => Promise<boolean>, whose?: Process): Promise<void> {
  for (;;) {
    if (await holds()) return
    if (whose !== undefined && whose.child.exitCode !== null) throw new Error(`It ended (${whose.child.exitCode}): ${whose.said()}`)
    await passing(50)
  }
}

/** Lets some time pass. */
export function passing(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}

/** Checks that a run of so many articles lost nothing and has nothing twice: what a local run of the same has, to the byte. */
export async function expectLikeLocal(folder: string, address: string, articles: number, localSums: string): Promise<void> {
  const all = await shards(address)
  const sum = (name: string): number => all.reduce((total, { counts }) => total + (JSON.parse(String(counts))[name] ?? 0), 0)
  expect(all.filter(({ state }) => state === 'planned')).toEqual([])
  expect({ done: sum('done'), skipped: sum('skipped') }).toEqual({ done: articles, skipped: 0 })
  const twice = (table: string) =>
    `SELECT count(*)::integer AS n FROM (SELECT 1 FROM muctieu.${table} GROUP BY extraction, ordinal HAVING count(*) > 1) t`
  for (const table of ['records', 'rejections']) expect(await ask(address, twice(table)), table).toEqual([{ n: 0 }])
  expect(await sumsOf(folder, address)).toBe(localSums)
}

/** A way to a server that can be cut: nothing passes then, and nobody is told. */
export interface Proxy {
  readonly address: string
  cut(): void
  mend(): void
  close(): void
}

/** Opens a way to the server of an address. */
export async function openProxy(address: string): Promise<Proxy> {
  const target = new URL(address)
  const sockets = new Set<Socket>()
  let isCut = false
  const server: Server = createServer(near => {
    const far = connect(Number(target.port), target.hostname)
    for (const [from, to] of [
      [near, far],
      [far, near]
    ] as const) {
      sockets.add(from)
      from.on('data', chunk => to.write(chunk))
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        // A cut line does not carry the news that somebody hung up.
        if (!isCut) to.destroy()
      })
      if (isCut) from.pause()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const near = new URL(address)
  near.port = String((server.address() as { port: number }).port)
  return {
    address: near.toString(),
    cut: () => {
      isCut = true
      for (const socket of sockets) socket.pause()
    },
    mend: () => {
      isCut = false
      // Connections of before are gone; new ones are let through.
      for (const socket of sockets) socket.destroy()
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    }
  }
}
