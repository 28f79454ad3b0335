import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { UsageError } from '../../model/usage-error.ts'
import { makeFolder } from '../../store/folder.ts'
import type { Places } from './places.ts'
import type { RunAs } from './run-as.ts'

/** A PostgreSQL server on this machine that nobody else uses. */
export interface LocalServer {
  readonly places: Places
  /** The folder of its programs. */
  readonly programs: string
  readonly as: RunAs
}

const USER = 'muctieu'
const WAIT_SECONDS = '60'

/**
 * Starts a server, makes its data where there are none, and gives the address at which it is asked, with the password.
 * It listens to this machine alone. A usage error says why it does not start.
 */
export async function startServer(server: LocalServer, port: number | undefined): Promise<string> {
  const { places } = server
  makeFolder(places.home)
  own(places.home, server.as)
  const password = passwordOf(server)
  if (!existsSync(join(places.data, 'PG_VERSION'))) makeData(server, password)
  checkVersion(server)
  // A server that was left running has a port that nobody knows any more.
  stopServer(server)
  const listening = port ?? (await freePort())
  const settings = `-p ${listening} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_wal_size=2GB`
  const done = run(server, 'pg_ctl', ['start', '-D', places.data, '-l', places.log, '-w', '-t', WAIT_SECONDS, '-o', settings])
  if (done.status !== 0) throw new UsageError(`PostgreSQL did not start: ${lastWords(done, places.log)}`)
  return `postgres://${USER}:${password}@127.0.0.1:${listening}/postgres`
}

/** Stops a server as an operator does: what is committed stays. Whether one ran. */
export function stopServer(server: LocalServer): boolean {
  if (!existsSync(join(server.places.data, 'postmaster.pid'))) return false
  return run(server, 'pg_ctl', ['stop', '-D', server.places.data, '-m', 'fast', '-w', '-t', WAIT_SECONDS]).status === 0
}

function own(path: string, { uid, gid }: RunAs): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
  chmodSync(path, 0o700)
}

/** The password of the data: made with them, known to who may read the folder. */
function passwordOf({ places }: LocalServer): string {
  const file = join(places.home, 'password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

function makeData(server: LocalServer, password: string): void {
  const { places, as } = server
  const file = join(places.home, 'password-for-initdb')
  writeFileSync(file, password, { mode: 0o600 })
  own(file, as)
  try {
    const options = [`--username=${USER}`, `--pwfile=${file}`, '--auth=scram-sha-256', '--locale=C', '--encoding=UTF8', '--no-instructions']
    const done = run(server, 'initdb', ['-D', places.data, ...options])
    if (done.status === 0) return
    const words = lastWords(done)
    const hint =
      as.uid !== undefined && /permission denied/i.test(words) ? ' It runs as another user, who must be able to enter that folder.' : ''
    throw new UsageError(`PostgreSQL could not make its data in ${places.data}: ${words}.${hint}`)
  } finally {
    rmSync(file, { force: true })
  }
}

/** The data of one major version are not read by another. */
function checkVersion({ places, programs }: LocalServer): void {
  const made = readFileSync(join(places.data, 'PG_VERSION'), 'utf8').trim()
  const said = spawnSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? ''
  const has = /(?<!\d)(\d{1,3})(?:\.\d|beta|rc)/.exec(said)?.[1]
  if (has === undefined || has === made) return
  throw new UsageError(
    `The data in ${places.data} are of PostgreSQL ${made}, and ${programs} has ${has}: name another folder with --data, or the programs of ${made} with --programs.`
  )
}

function run({ programs, as }: LocalServer, program: string, args: readonly string[]): SpawnSyncReturns<string> {
  // Its own folder may be one that the other user must not enter.
  return spawnSync(join(programs, program), args, { ...as, cwd: '/', encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
}

function lastWords({ stderr, error }: SpawnSyncReturns<string>, log?: string): string {
  const said = log !== undefined && existsSync(log) ? readFileSync(log, 'utf8').slice(-2_000) : (stderr ?? '')
  const lines = said.split('\n').filter(line => line.trim() !== '')
  return (error?.message ?? lines.findLast(line => /error|fatal/i.test(line)) ?? lines.at(-1) ?? 'it does not say why').trim()
}

/** A port that nobody listens at. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
