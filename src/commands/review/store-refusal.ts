import type { Say, WordKey } from '../../review/words/index.ts'
import { asUsageError } from '../../store/open.ts'

// What the codes of SQLite and of the file system mean to a reviewer.
const SAYS: readonly (readonly [codes: RegExp, says: WordKey])[] = [
  [/^SQLITE_(?:NOTADB|CORRUPT)/, 'store_damaged'],
  [/^SQLITE_(?:BUSY|LOCKED|PROTOCOL)/, 'store_busy'],
  [/^(?:SQLITE_FULL|ENOSPC|EDQUOT)/, 'store_full'],
  [/^(?:SQLITE_IOERR|EIO)/, 'store_disk'],
  [/^SQLITE_(?:TOOBIG|NOMEM)/, 'store_memory']
]

/** Why the database did not take a decision or give an item, in words of the page; undefined where it is something else. */
export function storeRefusal(error: unknown, say: Say): string | undefined {
  const cause = asUsageError('', error)
  if (cause === undefined) return undefined
  const code = String((error as NodeJS.ErrnoException | null)?.code ?? '')
  const [, says] = SAYS.find(([codes]) => codes.test(code)) ?? []
  // Without a code: rows that are not what was written.
  return say(says ?? (code === '' ? 'store_damaged' : 'store_closed'))
}
