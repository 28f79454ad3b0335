import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { UsageError } from '../model/usage-error.ts'
import { stateStatus } from '../store/contents.ts'
import { openDatabaseToRead } from '../store/database.ts'
import { makeFolder } from '../store/folder.ts'
import { runNamed } from '../store/read.ts'
import type { Command } from './command.ts'
import { datasetSource } from './export/source.ts'
import { DB_OPTION, JSON_OPTION, pathOf } from './operands.ts'
import { oneOf } from './option-values.ts'
import { noState, tellStanding } from './standing.ts'

interface ReportOptions {
  readonly db: string
  readonly run?: string
  readonly to: string
  readonly lang: 'vi' | 'en'
  readonly json?: true
}

/** `muctieu report`: what is in a database, at a glance. */
export const reportCommand: Command = {
  name: 'report',
  summary: 'write one HTML page with a map, plots and every sentence behind them',
  notes:
    'The page needs no network and speaks Vietnamese and English. It holds sentences of the articles: mind their copyright before you pass it on.',
  options: [
    { flags: '--to <file>', says: 'the page to write', fallback: 'out/report.html' },
    DB_OPTION,
    { flags: '--run <run>', says: 'only what this run holds' },
    { flags: '--lang <language>', says: 'vi or en: the language it opens in', fallback: 'vi', parse: oneOf('--lang', ['vi', 'en']) },
    JSON_OPTION
  ],
  examples: [
    ['report', 'out/report.html of the current state of out/muctieu.sqlite'],
    ['report --run may --to may.html --lang en', 'one run, in English']
  ],
  async run(_operands, given, io) {
    const options = given as unknown as ReportOptions
    const store = await openDatabaseToRead(pathOf(options.db, io), options.db)
    try {
      const scope = options.run === undefined ? ('current' as const) : { run: runNamed(store, options.db, options.run) }
      const source = datasetSource(store, scope, { allVersions: false })
      if (source === undefined)
        throw new UsageError(
          scope === 'current' ? noState(store, options.db) : `The database ${options.db} holds no article in run ${options.run}.`
        )
      if (scope === 'current') await tellStanding(store, io)
      const [{ page }, { reportData }, { pageParts }] = await Promise.all([
        import('../report/page.ts'),
        import('./report/data.ts'),
        import('./report/client.ts')
      ])
      const isUnfinished = (scope === 'current' ? stateStatus(store) : scope.run.status) !== 'done'
      if (isUnfinished) await io.stderr.write('muctieu: the run did not come to its end: what it has not read is missing in the report.\n')
      const data = reportData(source, options.lang, { ...namesFor(options), isUnfinished })
      const path = pathOf(options.to, io)
      write(path, page(data, await pageParts()), options.to)
      const counts = {
        articles: data.articles.length,
        goals: data.goals.length,
        documents: data.documents.length,
        contradictions: data.contradictions.length
      }
      const { articles, goals, documents, contradictions } = counts
      await (options.json ? io.data : io.stdout).write(
        options.json
          ? `${JSON.stringify({ path: options.to, ...counts }, null, 1)}\n`
          : `${options.to}: ${articles} articles, ${goals} goals, ${documents} documents, ${contradictions} contradictions\n`
      )
      return 0
    } finally {
      store.db.close()
    }
  }
}

/** What the page calls its data, and how they are reviewed. Where a database lies on this machine is nobody's business. */
function namesFor({ db, run }: ReportOptions): { readonly of: string; readonly review: string } {
  const file = db.split(/[\\/]/).at(-1) ?? ''
  const review = [
    'muctieu review',
    db === DB_OPTION.fallback ? '' : `--db ${quoted(file)}`,
    run === undefined ? '' : `--run ${quoted(run)}`
  ]
  return { of: run ?? file, review: review.filter(part => part !== '').join(' ') }
}

const quoted = (text: string): string => (/^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)

function write(path: string, content: string, shown: string): void {
  try {
    makeFolder(dirname(path))
    writeFileSync(path, content)
  } catch (error) {
    throw new UsageError(`${shown} cannot be written (${String((error as NodeJS.ErrnoException).code).toLowerCase()}).`)
  }
}
