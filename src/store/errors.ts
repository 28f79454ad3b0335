import { UsageError } from '../model/usage-error.ts'

// What the codes of SQLite and of the file system mean to people, and what is to be done about it.
const SAYS: readonly (readonly [codes: RegExp, says: (shown: string, code: string) => string])[] = [
  [/^SQLITE_NOTADB/, shown => `${shown} is not a SQLite database, or its first page is damaged; take a copy of it from before.`],
  [/^SQLITE_CORRUPT/, shown => `The database ${shown} is damaged; "muctieu doctor ${shown}" says what is whole in it, and can save that.`],
  [
    /^SQLITE_(?:BUSY|LOCKED|PROTOCOL)/,
    shown => `The database ${shown} is being written by another process; try again when that has ended.`
  ],
  [
    /^(?:SQLITE_FULL|ENOSPC|EDQUOT)/,
    shown => `The database ${shown} cannot be written: the disk is full; make room and do the same again, what was committed is kept.`
  ],
  [
    /^(?:SQLITE_IOERR|EIO)/,
    (shown, code) => `The database ${shown} cannot be read or written: the disk reports an error (${code}); copy it to another disk.`
  ],
  [/^SQLITE_(?:TOOBIG|NOMEM)/, (shown, code) => `The database ${shown} holds more than fits in memory (${code}).`],
  [
    /^(?:SQLITE_(?:CANTOPEN|READONLY|PERM|AUTH)|EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR|EEXIST|ENAMETOOLONG|ELOOP)/,
    (shown, code) => `The database ${shown} cannot be opened or written (${code}): look at its path, its folder and who may write there.`
  ]
]

/** The usage error for what SQLite or the file system refused, or undefined where it is something else. */
export function asUsageError(shown: string, error: unknown): UsageError | undefined {
  if (error instanceof UsageError) return error
  // Columns are made of JSON that this program wrote.
  if (isFromSqlite(error) && /malformed JSON/.test((error as Error).message)) return damaged(shown, 'a row holds no JSON any more')
  const code = String((error as NodeJS.ErrnoException | null)?.code ?? '')
  const [, says] = SAYS.find(([codes]) => codes.test(code)) ?? []
  return says === undefined ? undefined : new UsageError(says(shown, code.toLowerCase().replaceAll('_', ' ')))
}

/** Whether an error comes from SQLite, for reasons that are not a mistake in a statement of this program. */
export function isFromSqlite(error: unknown): boolean {
  return String((error as NodeJS.ErrnoException | null)?.code ?? '').startsWith('SQLITE_')
}

/** Runs `work`; what the disk or another process makes impossible becomes a usage error that names the database. */
export function guarded<Result>(shown: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw asUsageError(shown, error) ?? error
  }
}

/** The usage error for a database that holds something else than was written into it; `what` goes on after "The database X is damaged:". */
export function damaged(shown: string, what: string): UsageError {
  return new UsageError(`The database ${shown} is damaged: ${what}; "muctieu doctor ${shown}" says all that is, and can save the rest.`)
}
