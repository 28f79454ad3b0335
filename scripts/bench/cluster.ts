import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { type LocalServer, startServer, stopServer } from '../../src/commands/cluster/local-server.ts'
import { placesOf } from '../../src/commands/cluster/places.ts'
import { installedPrograms } from '../../src/commands/cluster/programs.ts'
import { serverUser } from '../../src/commands/cluster/run-as.ts'

/**
 * How fast two workers of the engine postgres are against a local run with two processes, on the same articles:
 *
 *   node scripts/bench/cluster.ts FILE.ndjson [ARTICLES] [ROUNDS]
 *
 * Rounds alternate, since a machine has better and worse moments; a round is a whole command, from its start to its end, on
 * an empty database, that of workers with two that are up and wait. Prints articles a second of each round, the ratio of the medians, and what an article takes on the server.
 */

const [file, articles = '1000', rounds = '5'] = process.argv.slice(2)
// The built program, as users have it; where it is not built, its sources, which take longer to start.
const CLI = ['dist/cli.js', 'src/cli.ts'].map(path => join(import.meta.dirname, '../..', path)).find(existsSync) as string
const programs = installedPrograms({ env: process.env })
if (file === undefined || programs === undefined) {
  process.stderr.write('usage: node scripts/bench/cluster.ts FILE.ndjson [ARTICLES] [ROUNDS], with an installed PostgreSQL\n')
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'muctieu-bench-'))
// Whom the server runs as must be able to enter it.
chmodSync(folder, 0o755)
const server: LocalServer = { places: placesOf(join(folder, 'server'), { cwd: '/', env: {} }), programs, as: serverUser('postgres') }
const env = { ...process.env, HOME: folder }
const lines = readFileSync(file, 'utf8').split('\n')
// A few for the first round, which compiles for all others.
const inputs = [40, Number(articles)].map(count => {
  const path = join(folder, `${count}.ndjson`)
  writeFileSync(path, `${lines.slice(0, count).join('\n')}\n`)
  return path
})
const inputOf = (round: number): string => inputs[round === 0 ? 0 : 1] as string

function start(argv: readonly string[]): ChildProcess {
  return spawn(process.execPath, [CLI, ...argv], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function seconds(begin: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await begin()
  return (performance.now() - from) / 1000
}

async function ended(child: ChildProcess): Promise<void> {
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`A command ended with ${code}.`)
}

function local(round: number): Promise<number> {
  return seconds(() => ended(start(['run', inputOf(round), '--db', `local-${round}.sqlite`, '--workers', '2', '--quiet'])))
}

// So long workers may take to be up and waiting, in milliseconds.
const UP = 4000

async function shared(address: string, round: number): Promise<number> {
  const workers = [1, 2].map(() => start(['worker', '--db', address, '-w', '1']))
  await setTimeout(UP)
  const run = ['run', inputOf(round), '--db', address, '--engine', 'postgres', '--quiet']
  const taken = await seconds(() => ended(start(run)))
  for (const worker of workers) worker.kill('SIGKILL')
  await Promise.all(workers.map(worker => worker.exitCode ?? once(worker, 'close')))
  return taken
}

async function ask(address: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] as number

try {
  const address = await startServer(server, undefined)
  const [here, there]: [number[], number[]] = [[], []]
  let last = address
  for (let round = 0; round <= Number(rounds); round++) {
    const url = new URL(address)
    await ask(address, `CREATE DATABASE round_${round}`)
    url.pathname = `/round_${round}`
    last = url.toString()
    const [a, b] = [await local(round), await shared(last, round)]
    if (round === 0) continue
    here.push(Number(articles) / a)
    there.push(Number(articles) / b)
    console.log(`round ${round}: local ${(Number(articles) / a).toFixed(1)}/s, shared out ${(Number(articles) / b).toFixed(1)}/s`)
  }
  console.log(
    `median: local ${median(here).toFixed(1)}/s, shared out ${median(there).toFixed(1)}/s, ratio ${(median(there) / median(here)).toFixed(2)}`
  )
  const size = `SELECT relname, pg_total_relation_size(c.oid)::float8 / ${articles} AS bytes, (SELECT reltuples FROM pg_class WHERE oid = c.oid) AS rows
    FROM pg_class c WHERE relnamespace = 'muctieu'::regnamespace AND relkind = 'r' ORDER BY 2 DESC LIMIT 12`
  await ask(last, 'ANALYZE')
  for (const row of await ask(last, size))
    console.log(
      `${String(row['relname']).padEnd(16)} ${Math.round(Number(row['bytes']))} bytes, ${(Number(row['rows']) / Number(articles)).toFixed(2)} rows an article`
    )
} finally {
  stopServer(server)
  rmSync(folder, { recursive: true, force: true })
}
