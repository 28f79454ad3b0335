import type { Command } from './command.ts'
import { diffCommand } from './diff.ts'
import { doctorCommand } from './doctor.ts'
import { evalCommand } from './eval.ts'
import { explainCommand } from './explain.ts'
import { exportCommand } from './export.ts'
import { extractCommand } from './extract.ts'
import { goldCommand } from './gold.ts'
import { removeCommand } from './remove.ts'
import { reportCommand } from './report.ts'
import { reviewCommand } from './review.ts'
import { rulesCommand } from './rules.ts'
import { runCommand } from './run.ts'
import { runsCommand } from './runs.ts'
import { verifyCommand } from './verify.ts'

/** The registry: every command, one line each, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  runCommand,
  extractCommand,
  explainCommand,
  exportCommand,
  verifyCommand,
  reportCommand,
  runsCommand,
  removeCommand,
  doctorCommand,
  rulesCommand,
  diffCommand,
  reviewCommand,
  goldCommand,
  evalCommand
]
