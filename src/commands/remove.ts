import { asUsageError, closeStore, openExistingStore } from '../store/open.ts'
import { removeArticles } from '../store/remove.ts'
import type { Command } from './command.ts'
import { DB_OPTION, JSON_OPTION, pathOf } from './operands.ts'

/** `muctieu remove`: a text out of the database for good. */
export const removeCommand: Command = {
  name: 'remove',
  summary: 'delete a text and all that was extracted from it, and refuse it from now on',
  operands: [{ name: '<article>', says: 'the id of an article, or a key: url:…, id:…, source:…' }],
  options: [DB_OPTION, { flags: '--reason <text>', says: 'why, kept with the tombstone', isRequired: true }, JSON_OPTION],
  examples: [
    ['remove url:https://example.vn/a.html --reason "publisher asked, 2026-03-01"', 'every version under that address'],
    ['remove 3f2a9c1b7e5d4a60 --reason "private data"', 'one text, under whatever name it comes again']
  ],
  async run([value = ''], given, io) {
    const options = given as { readonly db: string; readonly reason: string; readonly json?: true }
    const store = openExistingStore(pathOf(options.db, io), options.db, io.now)
    try {
      const removal = removeArticles(store, value, options.reason, io.now())
      const { length } = removal.articles
      const words = `Removed ${length === 1 ? 'one text' : `${length} texts`} under ${value}: ${removal.articles.join(', ')}\n`
      await (options.json ? io.data : io.stdout).write(options.json ? `${JSON.stringify(removal, null, 1)}\n` : words)
      return 0
    } catch (error) {
      throw asUsageError(options.db, error) ?? error
    } finally {
      closeStore(store)
    }
  }
}
