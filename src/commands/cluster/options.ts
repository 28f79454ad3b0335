import type { CommandOption } from '../command.ts'

/** `--data`, of all that deals with the cluster of this machine. */
export const DATA_OPTION: CommandOption = {
  flags: '--data <folder>',
  says: 'where the server keeps its data',
  fallbackSays: 'the user’s own, for root /var/lib/muctieu/cluster'
}
