import { CLASSES } from '../diff/change.ts'
import { allChanges, type Diff, diffSides, isSame } from '../diff/diff.ts'
import { type Filter, narrow } from '../diff/filter.ts'
import { diffJson } from '../diff/json.ts'
import { renderMarkdown } from '../diff/markdown.ts'
import { type Summary, summaryOf } from '../diff/summary.ts'
import { renderText } from '../diff/text.ts'
import { judge } from '../diff/verdict.ts'
import { UsageError } from '../model/usage-error.ts'
import type { Command, ExitCode, Io } from './command.ts'
import { checkFilter } from './diff/filters.ts'
import { goldJudge, HEADLINE, type ScoreShift, shiftLines } from './diff/gold-judge.ts'
import { openSides } from './diff/open.ts'
import { renderReport } from './diff/report.ts'
import { loadGold } from './eval/gold-sets.ts'
import { DB_OPTION, JSON_OPTION, pathsOf } from './operands.ts'
import { oneOf, several, wholeNumber } from './option-values.ts'

interface DiffCommandOptions {
  readonly db: string
  readonly format: 'text' | 'json' | 'md' | 'html'
  readonly json?: true
  readonly stat?: true
  readonly evidence?: true
  readonly limit: number
  readonly gold?: readonly string[]
  readonly failOn?: readonly string[]
  readonly minF1?: number
  readonly exitZero?: true
  readonly lang: 'vi' | 'en'
  readonly kind?: readonly string[]
  readonly field?: readonly string[]
  readonly rule?: readonly string[]
  readonly place?: readonly string[]
  readonly article?: readonly string[]
  readonly confidence?: readonly string[]
}

const FORMATS = ['text', 'json', 'md', 'html'] as const
const GATES = [...CLASSES, 'broke', 'fixed', 'still wrong'] as const

/** `muctieu diff`: what a change did to the records. */
export const diffCommand: Command = {
  name: 'diff',
  summary: 'show what was gained, lost and changed from BASE to NEW, field by field, with the cause',
  notes:
    'BASE is what was, NEW is what is: - stands in BASE only, + in NEW only, ~ in both. Each is a run of --db by number or name, or (with a slash, dot or # in it) a database, DATABASE#RUN, NDJSON of extract, an export, or gold. Records are joined by anchor, then by optimal matching. Exit code 0: the same, 1: different (or the gate of --fail-on or --min-f1 failed), 2: an operand cannot be read.',
  operands: [
    { name: '<base>', says: 'what was' },
    { name: '<new>', says: 'what is' }
  ],
  options: [
    DB_OPTION,
    { flags: '--format <format>', says: `${FORMATS.join(', ')}`, parse: oneOf('--format', FORMATS), fallback: 'text' },
    JSON_OPTION,
    { flags: '--stat', says: 'the counts only' },
    { flags: '--evidence', says: 'also list records that say the same, read from other words or by other rules' },
    { flags: '--limit <n>', says: 'list at most n changes (text and md)', parse: wholeNumber('--limit', 0), fallback: 50 },
    { flags: '--kind <kind>', says: 'only this kind of record (this and the next five may be repeated)', parse: several },
    { flags: '--field <field>', says: 'only changes of this field', parse: several },
    { flags: '--rule <rule>', says: 'only records that this rule took part in', parse: several },
    { flags: '--place <id>', says: 'only this place', parse: several },
    { flags: '--article <id>', says: 'only this article: id, key, external id or source', parse: several },
    { flags: '--confidence <band>', says: 'only records of this confidence: high, medium, low', parse: several },
    { flags: '--gold <path>', says: 'judge each change by gold: fixed, broke, still wrong (may be repeated)', parse: several },
    { flags: '--fail-on <what>', says: `exit code 1 only on these, with commas: ${GATES.join(', ')}`, parse: gates },
    { flags: '--min-f1 <f1>', says: `with --gold: exit code 1 where NEW's F1 of "${HEADLINE}" is below this`, parse: fraction },
    { flags: '--exit-zero', says: 'exit code 0 whatever differs: for reports' },
    { flags: '--lang <lang>', says: 'language of the HTML report: vi, en', parse: oneOf('--lang', ['vi', 'en']), fallback: 'vi' }
  ],
  exits: [[1, 'they differ (or, with --fail-on or --min-f1, the gate failed)']],
  examples: [
    ['diff before after', 'two runs of out/muctieu.sqlite, by name'],
    ['diff 1 2 --format html > diff.html', 'the same as one page, for a browser'],
    ['diff old.sqlite new.sqlite --stat', 'the current states of two databases, counts only'],
    ['diff before after --gold corpus/gold --fail-on broke', 'a gate for a rule change: nothing that was right may become wrong'],
    ['diff after corpus/gold --kind target', 'what a run and gold disagree on']
  ],
  async run([base = '', now = ''], given, io): Promise<ExitCode> {
    const options = given as unknown as DiffCommandOptions
    const format = options.json ? 'json' : options.format
    if (options.minF1 !== undefined && options.gold === undefined) throw new UsageError('--min-f1 wants --gold.')
    const sides = await openSides(base, now, options.db, io)
    try {
      const filter = filterOf(options)
      checkFilter(filter, [sides.base, sides.new])
      const whole = diffSides(sides.base, sides.new, sides.comparing)
      const gold = options.gold === undefined ? null : goldJudge(await goldOf(options.gold, io), sides.base, sides.new)
      const judged = gold === null ? whole : judge(whole, a => gold.judgementOf(a))
      const shifts = gold?.shifts() ?? []
      const diff = narrow(judged, filter)
      const summary = summaryOf(diff)
      await (format === 'text' ? io.stdout : io.data).write(await rendered(format, diff, summary, shifts, options))
      return exitCodeOf(diff, summary, shifts, options)
    } finally {
      sides.close()
    }
  }
}

function filterOf({ kind, field, rule, place, article, confidence }: DiffCommandOptions): Filter {
  return {
    kinds: kind ?? [],
    fields: field ?? [],
    rules: rule ?? [],
    places: place ?? [],
    articles: article ?? [],
    confidences: confidence ?? []
  }
}

async function rendered(
  format: DiffCommandOptions['format'],
  diff: Diff,
  summary: Summary,
  shifts: readonly ScoreShift[],
  options: DiffCommandOptions
): Promise<string> {
  const shown = { withChanges: options.stat === undefined, withEvidence: options.evidence ?? false, limit: options.limit }
  const lines = shiftLines(shifts)
  if (format === 'json') return `${JSON.stringify({ ...diffJson(diff, summary, shown), scores: shifts }, null, 1)}\n`
  if (format === 'html') return await renderReport(diff, summary, shifts, { language: options.lang, withEvidence: shown.withEvidence })
  if (format === 'md')
    return `${renderMarkdown(diff, summary, shown)}${lines.length === 0 ? '' : `\n${lines.map(l => `- ${l}\n`).join('')}`}`
  return renderText(diff, summary, shown) + lines.map(l => `${l}\n`).join('')
}

function exitCodeOf(
  diff: Diff,
  summary: Summary,
  shifts: readonly ScoreShift[],
  { failOn, minF1, exitZero }: DiffCommandOptions
): ExitCode {
  if (exitZero) return 0
  if (failOn === undefined && minF1 === undefined) return isSame(diff) ? 0 : 1
  const changes = allChanges(diff)
  const failed = (failOn ?? []).some(gate => changes.some(c => c.class === gate || c.verdict === gate))
  const f1 = shifts.find(s => s.label === HEADLINE)?.new ?? null
  return failed || (minF1 !== undefined && (f1 === null || f1 < minF1)) || summary === undefined ? 1 : 0
}

async function goldOf(paths: readonly string[], io: Io) {
  const sets = await loadGold(pathsOf(paths, io), ['-'])
  return sets.flatMap(s => s.articles)
}

function gates(value: string): string[] {
  return value.split(',').map(oneOf('--fail-on', GATES))
}

function fraction(value: string): number {
  const number = Number(value)
  if (value.trim() !== '' && number >= 0 && number <= 1) return number
  throw new UsageError(`--min-f1 wants a number from 0 to 1, not ${JSON.stringify(value)}.`)
}
