import { UsageError } from '../model/usage-error.ts'
import { openExistingDatabase } from '../store/database.ts'
import { asUsageError, closeStore } from '../store/open.ts'
import { type NamedText, type Removal, removeArticles, textsNamed } from '../store/remove.ts'
import { oneLine } from '../text/visible.ts'
import type { Command, ExitCode, Io } from './command.ts'
import { DB_OPTION, JSON_OPTION, pathOf } from './operands.ts'

interface Options {
  readonly db: string
  readonly reason: string
  readonly all?: true
  readonly json?: true
}

/** `muctieu remove`: a text out of the database for good. */
export const removeCommand: Command = {
  name: 'remove',
  summary: 'delete a text and all that was extracted from it, and refuse it from now on',
  notes:
    'An address (url:…) names an article in all its versions. Any other name that several texts have takes none of them: on a terminal it is asked which are meant, else they are listed and the exit code is 2.',
  operands: [{ name: '<article>', says: 'the id of an article, a key (url:…, id:…, source:…), or the file it was read from' }],
  options: [
    DB_OPTION,
    { flags: '--reason <text>', says: 'why, kept with the tombstone', isRequired: true },
    { flags: '--all', says: 'all texts of that name' },
    JSON_OPTION
  ],
  examples: [
    ['remove url:https://example.vn/a.html --reason "publisher asked, 2026-03-01"', 'every version under that address'],
    ['remove 3f2a9c1b7e5d4a60 --reason "private data"', 'one text, under whatever name it comes again'],
    ['remove source:tin.txt --reason "private data"', 'the text of that file; where several files had the name, lists them']
  ],
  async run([value = ''], given, io) {
    const options = given as unknown as Options
    const store = await openExistingDatabase(pathOf(options.db, io), options.db, io.now)
    try {
      const named = textsNamed(store, value)
      if (named.length === 0)
        throw new UsageError(`Nothing is stored under ${value}; give the id of an article or a key such as url:https://… .`)
      const isOne = named.length === 1 || value.startsWith('url:') || options.all
      const meant = isOne ? named : await asked(value, named, io)
      if (meant.length === 0) return await nothingDone(io)
      const articles = meant.map(({ articleId }) => articleId)
      const removal = removeArticles(store, value, articles, options.reason, io.now())
      await (options.json ? io.data : io.stdout).write(options.json ? `${JSON.stringify(removal, null, 1)}\n` : inWords(removal, meant))
      return 0
    } catch (error) {
      throw asUsageError(options.db, error) ?? error
    } finally {
      closeStore(store)
    }
  }
}

async function nothingDone(io: Io): Promise<ExitCode> {
  await io.stderr.write('muctieu: Nothing was removed.\n')
  return 2
}

function inWords({ value, articles }: Removal, texts: readonly NamedText[]): string {
  const { length } = articles
  const read = texts.flatMap(({ sources }) => (sources.length > 1 ? [`It was read from ${sources.join(', ')}.\n`] : []))
  return `Removed ${length === 1 ? 'one text' : `${length} texts`} under ${value}: ${articles.join(', ')}\n${length === 1 ? read.join('') : ''}`
}

/** Which of several texts of one name are meant. Throws where nobody can be asked. */
async function asked(value: string, named: readonly NamedText[], io: Io): Promise<readonly NamedText[]> {
  const says = `${value} is the name of ${named.length} texts; name one by its id, or take --all.`
  const list = named.map(inOneLine)
  if (io.terminal === null) throw new UsageError(says, ...list)
  await io.stderr.write(`muctieu: ${says}\n`)
  for (const [i, line] of list.entries()) await io.stderr.write(`  ${i + 1}  ${line}\n`)
  await io.stderr.write('Which? Numbers, "all", or nothing: ')
  const answer = (await firstLine(io.stdin)).trim().toLowerCase()
  if (answer === 'all') return named
  const numbers = answer.split(/[\s,]+/).filter(word => word !== '')
  const chosen = numbers.map(number => named[/^\d{1,6}$/.test(number) ? Number(number) - 1 : -1])
  // Half of an answer that is not understood is none.
  return chosen.some(text => text === undefined) ? [] : [...new Set(chosen as NamedText[])]
}

function inOneLine({ articleId, title, published, sources }: NamedText): string {
  return oneLine([articleId, published ?? 'no day', sources.join(', '), title ?? 'no title'].join(' · '))
}

async function firstLine(stdin: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) {
    chunks.push(chunk)
    if (chunk.includes(10)) break
  }
  return Buffer.concat(chunks).toString('utf8').split('\n', 1)[0] ?? ''
}
