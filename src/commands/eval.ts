import { readFile, writeFile } from 'node:fs/promises'
import { type Baseline, baselineOf, type Fall, fallen, parseBaseline } from '../eval/baseline.ts'
import { RESAMPLES, SEED } from '../eval/bootstrap.ts'
import { renderError } from '../eval/listing.ts'
import { FIELDS, type Selection } from '../eval/measures.ts'
import { type Disagreement, KINDS, type Kind } from '../eval/sheet.ts'
import { type Summary, summarize } from '../eval/summary.ts'
import { cell, renderSets, renderSummary } from '../eval/table.ts'
import { UsageError } from '../model/usage-error.ts'
import { openDatabaseToRead } from '../store/database.ts'
import { runNamed } from '../store/read.ts'
import type { Command, ExitCode, Io } from './command.ts'
import { evalBenchmark } from './eval/benchmark.ts'
import { loadGold } from './eval/gold-sets.ts'
import { type ScoredSet, scoreSets } from './eval/readings.ts'
import { figuresInWords, sampleFigures } from './eval/sample.ts'
import { extractorOf } from './extractor.ts'
import { DB_OPTION, JSON_OPTION, pathOf, pathsOf } from './operands.ts'
import { oneOf, several, wholeNumber } from './option-values.ts'

interface EvalOptions {
  readonly sample?: true
  readonly db: string
  readonly run?: string
  readonly json?: true
  readonly errors?: number
  readonly kind?: Kind
  readonly field?: string
  readonly inputs?: readonly string[]
  readonly without?: readonly string[]
  readonly baseline?: string
  readonly updateBaseline?: true
}

// With more sets than this a column for each would not be read.
const MOST_COLUMNS = 6

export const evalCommand: Command = {
  name: 'eval',
  summary: 'compare what is extracted with human annotation',
  notes:
    'Gold is a file X.gold.ndjson with the texts in X.ndjson beside it, a folder of such pairs (scored together as one set, and each), or corpus/gold with the texts in corpus/articles. Texts are joined by the sha256 of their text layer. Undefined is — (in JSON null). Intervals are 95 % over resampled articles.',
  operands: [{ name: '[gold...]', says: 'gold files or folders of them' }],
  subcommands: [evalBenchmark],
  options: [
    JSON_OPTION,
    { flags: '--errors <n>', says: 'list the first n disagreements', parse: wholeNumber('--errors', 0) },
    { flags: '--kind <kind>', says: `only one kind: ${KINDS.join(', ')}`, parse: oneOf('--kind', KINDS) },
    {
      flags: '--field <field>',
      says: `only one field, e.g. ${['deadline', 'place', 'edtf', 'status'].join(', ')}`,
      parse: oneOf('--field', FIELDS)
    },
    { flags: '--inputs <path>', says: 'where the texts are (may be repeated)', parse: several },
    { flags: '--without <rule>', says: 'leave a rule out (may be repeated)', parse: several },
    { flags: '--baseline <file>', says: 'end with exit code 1 when a score is below this file by more than 0.0005' },
    { flags: '--update-baseline', says: 'write the scores to the baseline file' },
    { flags: '--sample', says: 'instead of gold: the articles drawn by "review --sample" from --db, and judged to the end' },
    DB_OPTION,
    { flags: '--run <run>', says: 'with --sample: the run they were drawn from (default: the current state)' }
  ],
  exits: [
    [1, 'a score is below the baseline'],
    [3, 'some texts of the gold were not found']
  ],
  examples: [
    ['eval corpus/gold', 'precision, recall and F1 by kind and field'],
    ['eval corpus/gold --errors 20 --kind target --field deadline', 'twenty wrong deadlines, with sentence, gold and reading'],
    ['eval corpus/gold --baseline corpus/baseline.json', 'fail when a score has fallen'],
    ['eval --sample', 'precision and recall on your own data, from articles that were drawn and judged']
  ],
  async run(operands, given, io): Promise<ExitCode> {
    const options = given as unknown as EvalOptions
    if (options.sample) return await evalSample(options, io)
    if (operands.length === 0) throw new UsageError('Name gold to compare with, or --sample.')
    const selection: Selection = { kind: options.kind ?? null, field: options.field ?? null }
    if (options.updateBaseline && options.baseline === undefined) throw new UsageError('--update-baseline wants --baseline FILE.')
    if (options.updateBaseline && (selection.kind ?? selection.field) !== null)
      throw new UsageError('A baseline holds all scores: leave out --kind and --field.')
    const baseline = options.updateBaseline ? null : await readBaseline(options.baseline, io)
    const sets = await loadGold(pathsOf(operands, io), pathsOf(options.inputs ?? [], io))
    const scored = await scoreSets(
      sets,
      extractorOf({ without: options.without ?? [] }),
      sentence => void io.stderr.write(`muctieu: ${sentence}\n`)
    )
    const articles = scored.flatMap(s => s.articles)
    if (scored.every(s => s.missing.length === s.articles.length))
      throw new UsageError('None of the texts of the gold was found; name them with --inputs.')
    const together = summarize(articles, selection, { intervals: true })
    const each = scored.map(s => ({
      ...s,
      summary: scored.length === 1 ? together : summarize(s.articles, selection, { intervals: scored.length <= MOST_COLUMNS })
    }))
    const errors = options.errors === undefined ? [] : articles.flatMap(a => a.errors).filter(e => isSelected(e, selection))
    const falls = baseline === null ? [] : fallen(baseline, together)
    const shown = errors.slice(0, options.errors)
    await (options.json ? io.data : io.stdout).write(
      options.json ? toJson(together, each, shown, falls) : toText(together, each, shown, errors.length)
    )
    if (options.updateBaseline) await writeFile(pathOf(options.baseline!, io), `${JSON.stringify(baselineOf(together), null, 1)}\n`)
    for (const { label, before, now } of falls)
      await io.stderr.write(`muctieu: ${label} fell from ${cell(before)} to ${cell(now).trim()}.\n`)
    return falls.length > 0 ? 1 : scored.some(s => s.missing.length > 0) ? 3 : 0
  }
}

/** Figures of a drawn sample; without one it is said that nothing was measured. */
async function evalSample({ db, run, json }: EvalOptions, io: Io): Promise<ExitCode> {
  const store = await openDatabaseToRead(pathOf(db, io), db)
  try {
    const figures = sampleFigures(store, run === undefined ? 'current' : { run: runNamed(store, db, run) })
    if (json) await io.data.write(`${JSON.stringify({ sample: figures }, null, 1)}\n`)
    else
      await io.stdout.write(
        figures === null ? `Not measured on this data: "muctieu review --sample N" draws articles to judge.\n` : figuresInWords(figures)
      )
    return 0
  } finally {
    store.db.close()
  }
}

type Scored = ScoredSet & { readonly summary: Summary }

function toText(together: Summary, each: readonly Scored[], errors: readonly Disagreement[], total: number): string {
  const parts = [renderSummary(each.length <= MOST_COLUMNS ? each.map(s => s.name).join(' + ') : `${each.length} sets`, together)]
  if (each.length > 1 && each.length <= MOST_COLUMNS) parts.push(renderSets(each))
  if (errors.length > 0) parts.push(errors.map(renderError).join('\n'), `${errors.length} of ${total} disagreements shown\n`)
  return parts.join('\n')
}

/** `scores`, `slots` and `missing` are as the independent scorer prints them. */
function toJson(together: Summary, each: readonly Scored[], errors: readonly Disagreement[], falls: readonly Fall[]): string {
  const body = (summary: Summary) => ({
    articles: summary.articles,
    scores: summary.scores,
    slots: Object.fromEntries(Object.entries(summary.shares).map(([label, s]) => [label, s.value])),
    counts: Object.fromEntries(Object.entries(summary.shares).map(([label, s]) => [label, { right: s.right, of: s.of }])),
    intervals: summary.intervals,
    bands: summary.bands
  })
  const document = {
    scorer: { version: 1, alignment: 'maximum weight, one to one', resamples: RESAMPLES, seed: SEED },
    ...body(together),
    missing: each.flatMap(s => s.missing),
    sets: each.map(s => ({ name: s.name, ...body(s.summary), missing: s.missing })),
    errors,
    falls
  }
  return `${JSON.stringify(document, null, 1)}\n`
}

function isSelected(e: Disagreement, { kind, field }: Selection): boolean {
  return (kind === null || e.kind === kind) && (field === null || e.field === field)
}

async function readBaseline(path: string | undefined, io: Io): Promise<Baseline | null> {
  if (path === undefined) return null
  const content = await readFile(pathOf(path, io), 'utf8').catch(() => undefined)
  if (content === undefined) throw new UsageError(`The baseline ${path} cannot be read; --update-baseline writes it.`)
  const baseline = parseBaseline(content)
  if (typeof baseline === 'string') throw new UsageError(`${path} is no baseline: ${baseline}.`)
  return baseline
}
