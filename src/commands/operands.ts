import { isAbsolute, join, resolve } from 'node:path'
import { hidePassword, isPostgresAddress } from '../store/postgres/address.ts'
import type { CommandOption, Io } from './command.ts'
import { several } from './option-values.ts'

/** Operands as the reader takes them: relative ones from the caller's folder, `-` as it is. */
export function pathsOf(operands: readonly string[], io: Io): readonly string[] {
  // As typed where that means the same: messages name operands as people wrote them.
  return io.cwd === resolve('.') ? operands : operands.map(operand => pathOf(operand, io))
}

/** A path from the caller's folder; an address of a server is none. */
export function pathOf(path: string, io: Pick<Io, 'cwd'>): string {
  return path === '-' || isAbsolute(path) || isPostgresAddress(path) ? path : join(io.cwd, path)
}

/** The options that `run` and `extract` share: what is read and what is applied to it. */
export const EXTRACTION_OPTIONS: readonly CommandOption[] = [
  { flags: '--published <date>', says: 'publication day (YYYY-MM-DD) of inputs that state none' },
  { flags: '--without <rule>', says: 'leave a rule out (may be repeated)', parse: several }
]

/** `--json`, of every reporting command. */
export const JSON_OPTION: CommandOption = { flags: '--json', says: 'print JSON instead of a table' }

/** `--quiet`, of commands that read inputs. */
export const QUIET_OPTION: CommandOption = { flags: '-q, --quiet', says: 'say nothing but what failed' }

/** `--log`, of commands that read inputs. */
export const LOG_OPTION: CommandOption = { flags: '--log <file>', says: 'write what becomes of every input behind this file, NDJSON' }

/** `--db`, of every command that reads or writes a database. */
export const DB_OPTION: CommandOption = {
  flags: '--db <database>',
  says: 'the database: a file, or postgres://user@host/name',
  parse: hidePassword,
  fallback: 'out/muctieu.sqlite'
}
