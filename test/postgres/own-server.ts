import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalServer, startServer, stopServer } from '../../src/commands/cluster/local-server.ts'
import { placesOf } from '../../src/commands/cluster/places.ts'
import { serverUser } from '../../src/commands/cluster/run-as.ts'
import { until } from './processes.ts'

/** A server that a test may stop as it likes; it listens at the same place after each start. */
export interface OwnServer {
  /** Starts it, again where it was stopped; gives its address. */
  start(): Promise<string>
  /** Stops it as a machine that loses its power. */
  stopAtOnce(): Promise<void>
  /** Stops it and removes all it has. */
  remove(): void
}

/** A server by the programs in a folder, not started yet. */
export async function ownServer(programs: string): Promise<OwnServer> {
  const home = mkdtempSync(join(tmpdir(), 'muctieu-own-server-'))
  const server: LocalServer = { places: placesOf(home, { cwd: '/', env: {} }), programs, as: serverUser('postgres') }
  let port: number | undefined
  return {
    start: async () => {
      const address = await startServer(server, port)
      port = Number(new URL(address).port)
      return address
    },
    stopAtOnce: async () => {
      const pid = Number(readFileSync(join(server.places.data, 'postmaster.pid'), 'utf8').split('\n')[0])
      process.kill(pid, 'SIGQUIT')
      await until(async () => !isThere(pid))
    },
    remove: () => {
      stopServer(server)
      rmSync(home, { recursive: true, force: true })
    }
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
