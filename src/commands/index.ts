import type { Command } from './command.ts'
import { evalCommand } from './eval.ts'
import { explainCommand } from './explain.ts'
import { extractCommand } from './extract.ts'
import { removeCommand } from './remove.ts'
import { rulesCommand } from './rules.ts'
import { runCommand } from './run.ts'
import { runsCommand } from './runs.ts'

/** The registry: every command, one line each, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  runCommand,
  extractCommand,
  explainCommand,
  runsCommand,
  removeCommand,
  rulesCommand,
  evalCommand
]
