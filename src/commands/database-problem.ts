import { closeSync, openSync, readSync } from 'node:fs'
import { UsageError } from '../model/usage-error.ts'
import { asUsageError, damaged, isFromSqlite } from '../store/errors.ts'
import { openStoreToCheck } from '../store/open.ts'
import { problemsIn } from '../store/problems.ts'
import type { Io } from './command.ts'
import { contractJudge } from './doctor/judge.ts'
import { pathOf } from './operands.ts'

/**
 * What a command that broke off says where a database was the reason: SQLite refused something, or what stands in the
 * database is not what was written into it. Undefined where it is a bug.
 */
export function databaseProblem(error: unknown, names: readonly string[], io: Io): UsageError | undefined {
  if (error instanceof UsageError || !(error instanceof Error)) return undefined
  const databases = names.map(name => name.replace(/#[^#/\\]+$/, '')).filter(name => isDatabase(pathOf(name, io)))
  if (isFromSqlite(error)) {
    const said = asUsageError(databases[0] ?? names[0] ?? 'that was named', error)
    if (said !== undefined) return said
  }
  for (const name of databases) {
    const problem = firstProblem(pathOf(name, io), name)
    if (problem !== undefined) return problem
  }
  return undefined
}

function firstProblem(path: string, shown: string): UsageError | undefined {
  try {
    const store = openStoreToCheck(path, shown)
    try {
      for (const { message } of problemsIn(store, contractJudge())) return damaged(shown, message.replace(/\.$/, ''))
      return undefined
    } finally {
      store.db.close()
    }
  } catch (error) {
    return error instanceof UsageError ? error : undefined
  }
}

/** Whether a file begins as SQLite files do. */
export function isDatabase(path: string): boolean {
  try {
    const file = openSync(path, 'r')
    try {
      const head = Buffer.alloc(16)
      return readSync(file, head, 0, 16, 0) === 16 && head.toString('latin1') === 'SQLite format 3\0'
    } finally {
      closeSync(file)
    }
  } catch {
    return false
  }
}
