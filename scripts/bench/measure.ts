import { spawn } from 'node:child_process'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Checkout, HERE } from './checkout.ts'
import { watchMemory } from './memory.ts'

/** Measures by name: milliseconds (`ms …`), bytes, shares of the time. */
export type Measures = Record<string, number>

const CONTENDER = resolve('scripts/bench/contender.ts')
const FLOOR = resolve('scripts/bench/floor.ts')
const USAGE = resolve('scripts/bench/usage.mjs')

interface Ended {
  readonly stdout: string
  readonly ms: number
  /** Milliseconds until the first byte of stdout. */
  readonly first: number
  /** The most memory that it held with all its processes, in megabytes. */
  readonly held: number
}

/** Runs node on a checkout to its end; fails with its stderr where it does. */
function node(root: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const start = performance.now()
  let first = Number.NaN
  let stdout = ''
  let stderr = ''
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  const held = watchMemory(child.pid)
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (stdout === '') first = performance.now() - start
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', code => {
      const most = held()
      if (code === 0) done({ stdout, ms: performance.now() - start, first, held: most })
      else fail(new Error(`${args.join(' ')} ended with ${code}: ${stderr}`))
    })
  })
}

/** One contender in a process of its own: cold, warm, what it allocates and what the garbage collector takes, stage by stage. */
export async function measure(contender: 'extract' | 'chrono', checkout: Checkout, texts: string): Promise<Measures> {
  const { stdout } = await node(checkout.root, ['--expose-gc', CONTENDER, contender, checkout.root, resolve(texts)])
  return JSON.parse(stdout) as Measures
}

/** What `link` takes here, and the least that a linker of the same units could take. */
export async function floor(texts: string): Promise<Measures> {
  const { stdout } = await node(HERE.root, [FLOOR, resolve(texts)])
  return JSON.parse(stdout) as Measures
}

/** `muctieu run` as a whole process into a new database. */
export async function run({ root, name }: Checkout, texts: string, workers: number, folder: string): Promise<Measures> {
  const db = resolve(join(folder, `${name}.sqlite`))
  const usage = resolve(join(folder, 'usage.json'))
  writeFileSync(usage, '{}')
  const cli = ['--import', USAGE, join(root, 'src/cli.ts'), 'run', resolve(texts), '--db', db, '--workers', String(workers)]
  const { ms, held } = await node(root, cli, { MUCTIEU_BENCH_USAGE: usage })
  const { peak = Number.NaN } = JSON.parse(readFileSync(usage, 'utf8')) as { peak?: number }
  const bytes = statSync(db).size
  for (const suffix of ['', '-wal', '-shm']) rmSync(db + suffix, { force: true })
  return { ms, 'peak MB': peak / 1e3, 'all peak MB': held, 'db bytes': bytes }
}

/** From the command's start to its version, and to the first record of a small file. */
export async function startUp({ root }: Checkout): Promise<Measures> {
  const cli = join(root, 'src/cli.ts')
  const version = await node(root, [cli, '--version'])
  const record = await node(root, [cli, 'extract', join(root, 'fixtures/read/article.txt')])
  return { 'ms to version': version.ms, 'ms to first record': record.first }
}
