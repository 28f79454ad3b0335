import type { Command } from './command.ts'
import { extractCommand } from './extract.ts'

/** The registry: every command, one line each, in the order of the help. */
export const COMMANDS: readonly Command[] = [extractCommand]
