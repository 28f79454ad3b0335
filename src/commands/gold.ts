import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../model/usage-error.ts'
import { holding, type Policy } from '../review/decisions/apply.ts'
import { type Decision, standing } from '../review/decisions/decision.ts'
import { type GoldLine, goldLine } from '../review/decisions/gold.ts'
import { logLines } from '../review/decisions/overlay.ts'
import { recordsOf } from '../store/contents.ts'
import { openDatabaseToRead } from '../store/database.ts'
import { decisionsFrom } from '../store/decisions.ts'
import { makeFolder } from '../store/folder.ts'
import type { Store } from '../store/open.ts'
import { articlesOf, runNamed, type Scope, type StoredArticle } from '../store/read.ts'
import type { Command, Io } from './command.ts'
import { lineOf, writeLot } from './gold/benchmark-lot.ts'
import { DB_OPTION, JSON_OPTION, pathOf } from './operands.ts'
import { oneOf, several } from './option-values.ts'

interface ExportOptions {
  readonly db: string
  readonly to: string
  readonly lot?: string
  readonly run?: string
  readonly fold: Policy
  readonly reviewer?: readonly string[]
  readonly reviewedOnly?: true
  readonly json?: true
}

const goldExport: Command = {
  name: 'export',
  summary: 'write what reviewers decided as gold, with the texts beside it',
  notes:
    'Writes NAME.gold.ndjson and NAME.ndjson, the format of corpus/gold: an article for each text that was decided about. What nobody decided in such an article is taken over from the run with the note "unreviewed", so that eval counts what was decided; --reviewed-only leaves such articles out. --lot writes a lot of the open benchmark instead: places and values without any text, an article whole where it was gone through to the end, else what was decided of its numbers. How many entries came from whom is told on stderr: gold made of a program’s own output flatters it.',
  options: [
    DB_OPTION,
    { flags: '--to <path>', says: 'where to: PATH.gold.ndjson and PATH.ndjson', fallback: 'out/gold/review' },
    { flags: '--lot <name>', says: 'write a lot of the benchmark into the folder --to (lots.json, lots/NAME.ndjson)', parse: lotName },
    { flags: '--run <run>', says: 'the run that was reviewed (default: the current state)' },
    {
      flags: '--fold <policy>',
      says: 'last: the last decision holds; agree: two reviewers have to say the same',
      parse: oneOf('--fold', ['last', 'agree']),
      fallback: 'last'
    },
    { flags: '--reviewer <name>', says: 'only decisions of this reviewer (may be repeated)', parse: several },
    { flags: '--reviewed-only', says: 'only articles in which every entry was decided' },
    JSON_OPTION
  ],
  examples: [
    ['gold export --run after --to out/gold/mine', 'gold of what was decided about the run "after"'],
    ['gold export --lot review-1 --to benchmark', 'a reviewer’s day as a lot of the benchmark, without the texts'],
    ['gold export --run after --fold agree --reviewed-only', 'only what two reviewers decided alike, in articles decided to the end']
  ],
  async run(_operands, given, io) {
    const options = given as unknown as ExportOptions
    const store = await openDatabaseToRead(pathOf(options.db, io), options.db)
    try {
      const lines = foldedGold(store, options)
      if (lines.length === 0)
        throw new UsageError(`Nothing was decided about ${options.run === undefined ? options.db : `run ${options.run}`}.`)
      const unusable = options.lot === undefined ? await writeGold(lines, options.to, io) : await writeReview(lines, options, io)
      const sum = (pick: (g: GoldLine) => number) => lines.reduce((n, l) => n + pick(l.gold), 0)
      const counts = {
        articles: lines.length,
        as_read: sum(g => g.asRead),
        otherwise: sum(g => g.otherwise),
        unreviewed: sum(g => g.unreviewed)
      }
      const files = filesOf(options)
      if (options.json) await io.data.write(`${JSON.stringify({ ...files, ...counts }, null, 1)}\n`)
      await io.stderr.write(
        'lot' in files
          ? `muctieu: wrote ${files.lot}.\n`
          : `muctieu: wrote ${files.gold} and ${files.texts}; "muctieu eval ${files.gold}" scores by them.\n`
      )
      if (unusable > 0) await io.stderr.write(`muctieu: ${unusable} articles are not in the lot: no number of them was decided.\n`)
      await io.stderr.write(
        `muctieu: ${counts.articles} articles: ${counts.as_read} entries decided as the program read them, ${counts.otherwise} otherwise, ${counts.unreviewed} taken over unreviewed.\n`
      )
      return 0
    } finally {
      store.db.close()
    }
  }
}

/** What is written, as JSON names it. */
function filesOf({ to, lot }: ExportOptions): { readonly gold: string; readonly texts: string } | { readonly lot: string } {
  if (lot !== undefined) return { lot: join(to, 'lots', `${lot}.ndjson`) }
  return { gold: `${baseOf(to)}.gold.ndjson`, texts: `${baseOf(to)}.ndjson` }
}

// Who names one of the two files means both.
function baseOf(to: string): string {
  return to.replace(/(?:\.gold)?\.ndjson$/, '')
}

/** Gold with its texts beside it; gives how many articles could not be written, which is none. */
async function writeGold(lines: readonly Folded[], to: string, io: Io): Promise<number> {
  const base = pathOf(baseOf(to), io)
  makeFolder(join(base, '..'))
  const texts = lines.map(({ article: { record, text } }) => ({
    id: record.external_id ?? record.id,
    url: record.url,
    title: record.title,
    published: record.published,
    text
  }))
  await writeFile(`${base}.gold.ndjson`, lines.map(l => `${JSON.stringify(l.gold.line)}\n`).join(''), 'utf8')
  await writeFile(`${base}.ndjson`, texts.map(t => `${JSON.stringify(t)}\n`).join(''), 'utf8')
  return 0
}

/** A lot of the benchmark; gives how many articles are not in it. */
async function writeReview(folded: readonly Folded[], { to, lot }: ExportOptions, io: Io): Promise<number> {
  const lines = folded.flatMap(({ article: { record, text }, gold, isDone }) => lineOf({ record, text, gold, isDone }) ?? [])
  if (lines.length === 0) throw new UsageError('Nothing that was decided is of a number: there is no lot to write.')
  const reviewers = new Set(folded.flatMap(f => f.reviewers)).size
  await writeLot(pathOf(to, io), { name: lot!, lines, reviewers, day: io.now().toISOString().slice(0, 10) })
  return folded.length - lines.length
}

function lotName(value: string): string {
  if (/^[a-z0-9][a-z0-9-]*$/.test(value)) return value
  throw new UsageError(`--lot wants a name of small letters, digits and hyphens, not ${JSON.stringify(value)}.`)
}

const goldLog: Command = {
  name: 'log',
  summary: 'print the log of decisions as JSON lines, oldest first',
  options: [DB_OPTION],
  examples: [['gold log > decisions.jsonl', 'every decision ever made, with who made it and when']],
  async run(_operands, given, io) {
    const { db } = given as unknown as { readonly db: string }
    const store = await openDatabaseToRead(pathOf(db, io), db)
    try {
      await io.data.write(logLines(decisionsFrom(store) as Decision[]))
      return 0
    } finally {
      store.db.close()
    }
  }
}

/** `muctieu gold`: decisions as gold. */
export const goldCommand: Command = {
  name: 'gold',
  summary: 'make gold of what reviewers decided',
  subcommands: [goldExport, goldLog],
  examples: [['gold export --to out/gold/mine', 'decisions of the current state as gold']]
}

/** An article with what was decided about it, and by whom. */
interface Folded {
  readonly article: StoredArticle
  readonly gold: GoldLine
  /** Whether somebody said that all of it was looked at. */
  readonly isDone: boolean
  readonly reviewers: readonly string[]
}

/** The gold lines of a scope, by article. */
function foldedGold(store: Store, options: ExportOptions): Folded[] {
  const scope: Scope = options.run === undefined ? 'current' : { run: runNamed(store, options.db, options.run) }
  const log = (decisionsFrom(store) as Decision[]).filter(d => options.reviewer === undefined || options.reviewer.includes(d.reviewer))
  const bySha = Map.groupBy(holding(log, options.fold), d => d.sha256)
  // A drawn article that somebody went through is gold also where nothing was found in it.
  const done = new Set(standing(log).flatMap(d => (d.action === 'done' ? [d.sha256] : [])))
  return [...articlesOf(store, scope)].flatMap(article => {
    const { sha256, external_id, id } = article.record
    const decisions = bySha.get(sha256)
    if (decisions === undefined && !done.has(sha256)) return []
    const source = {
      name: external_id ?? id,
      sha256,
      text: article.text,
      records: recordsOf(store, article.extraction),
      decisions: decisions ?? []
    }
    const gold = goldLine(source)
    const reviewers = (decisions ?? []).map(d => d.reviewer)
    return options.reviewedOnly && gold.unreviewed > 0 ? [] : [{ article, gold, isDone: done.has(sha256), reviewers }]
  })
}
