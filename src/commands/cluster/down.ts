import { kill } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { UsageError } from '../../model/usage-error.ts'
import type { Command } from '../command.ts'
import { stopServer } from './local-server.ts'
import { DATA_OPTION } from './options.ts'
import { placesOf } from './places.ts'
import { serverUser } from './run-as.ts'
import { forgetState, readState } from './state.ts'
import { isAlive } from './up.ts'

const WAIT_MILLISECONDS = 60_000
const LOOK_MILLISECONDS = 100

/** `muctieu cluster down`. */
export const clusterDown: Command = {
  name: 'down',
  summary: 'end the cluster of this machine; what is committed stays',
  options: [DATA_OPTION, { flags: '--as <user>', says: 'whom the server runs as where this program runs as root', fallback: 'postgres' }],
  examples: [['cluster down', 'ends the workers, then the server']],
  async run(_operands, given, io) {
    const options = given as { readonly data?: string; readonly as: string }
    const places = placesOf(options.data, io)
    const running = readState(places)
    if (running === undefined) throw new UsageError(`No cluster of this machine runs (${places.home}).`)
    if (isAlive(running.pid)) {
      kill(running.pid, 'SIGTERM')
      for (let waited = 0; isAlive(running.pid) && waited < WAIT_MILLISECONDS; waited += LOOK_MILLISECONDS) await pause(LOOK_MILLISECONDS)
      if (isAlive(running.pid))
        throw new UsageError(`Process ${running.pid} does not end; "kill -9 ${running.pid}" and "cluster down" again.`)
    }
    // Where it was killed its server is left.
    if (running.programs !== null) stopServer({ places, programs: running.programs, as: serverUser(options.as) })
    forgetState(places)
    await io.stderr.write('muctieu: The cluster is down.\n')
    return 0
  }
}
