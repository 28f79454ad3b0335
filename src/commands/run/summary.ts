import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Sample } from '../../store/samples.ts'
import type { Standing } from '../../store/standing.ts'
import { oneLine, visible } from '../../text/visible.ts'
import { tableOfRows } from '../columns.ts'
import type { Measure } from './drift.ts'

/** What the closing words of a run are made of. */
export interface Summary {
  readonly run: number
  readonly name: string | null
  readonly db: string
  readonly ruleset: string
  /** Whether it is an experiment, which never becomes the current state. */
  readonly what_if: boolean
  /** Whether it read stored texts again. */
  readonly stored: boolean
  readonly status: 'done' | 'interrupted'
  readonly milliseconds: number
  readonly threads: number
  readonly counts: Readonly<Record<string, number>>
  readonly drift: readonly Measure[]
  /** Where the current state of the database stands; null where there is none. */
  readonly standing: Standing | null
  readonly samples: readonly Sample[]
  /** What was said of inputs that gave no article. */
  readonly diagnostics: readonly Diagnostic[]
}

const FOUND: readonly (readonly [key: string, name: string])[] = [
  ['articles', 'articles'],
  ['documents', 'documents'],
  ['targets', 'targets'],
  ['rank_goals', 'rank goals'],
  ['observations', 'observations'],
  ['rejections', 'refused candidates'],
  ['without_records', 'articles without a record'],
  ['duplicates', 'near-duplicates'],
  ['superseded', 'replaced by a newer version']
]

/** What is told only where there is some of it. */
const REST: readonly (readonly [key: string, label: string])[] = [
  ['acknowledged', 'acknowledged (muctieu runs ack)'],
  ['refused', 'refused (removed before)'],
  ['left', 'skipped, not a text format']
]

/** The closing words of a run: what was done, what its set holds, what is unusual, and samples in words. */
export function summaryInWords(summary: Summary, inWords: (sample: Sample) => string): string {
  const { counts } = summary
  const name = summary.name === null ? '' : ` "${summary.name}"`
  const state = summary.status === 'interrupted' ? 'interrupted; what is listed here is kept' : 'done'
  const head = `Run ${summary.run}${name} ${state}, ${(summary.milliseconds / 1000).toFixed(1)} s, in ${summary.db}, ruleset ${summary.ruleset.slice(0, 12)}`
  const rest = REST.map(([key, label]) => (counts[key] ? `, ${counts[key]} ${label}` : '')).join('')
  const done = `${counts['done']} ${summary.stored ? 'read again' : 'new'}, ${counts['skipped']} known, ${counts['failed']} failed${rest}\n`
  const rows = FOUND.flatMap(([key, label], i) => {
    const count = counts[key] ?? 0
    return count === 0 && i > 4 ? [] : [[`  ${label}`, String(count)]]
  })
  return `${visible(head)}\n${done}\n${tableOfRows(rows, new Set([1]))}${driftInWords(summary.drift)}${standingInWords(summary)}${samplesInWords(summary.samples.map(inWords))}`
}

function driftInWords(drift: readonly Measure[]): string {
  const shown = drift.filter(m => m.count > 0 || m.isOutside)
  if (shown.length === 0) return ''
  const rows = shown.map(m => [
    `  ${m.name}`,
    String(m.count),
    m.per100.toFixed(1),
    m.median === null ? '' : m.median.toFixed(1),
    m.low === null || m.high === null ? '' : `${m.low.toFixed(1)}–${m.high.toFixed(1)}`,
    m.isOutside ? 'unusual' : ''
  ])
  const head = ['  among new articles', 'cases', 'per 100', 'median', 'usual', '']
  return `\n${tableOfRows([head, ...rows], new Set([1, 2, 3, 4]))}`
}

/** What the run means for the current state, where that is not simply this. */
function standingInWords({ run, what_if: isWhatIf, standing, ruleset, db }: Summary): string {
  if (isWhatIf)
    return `\nA what-if run: views, exports and reports stay as they were. "muctieu diff ${db}#RUN ${db}#${run}" compares it with another run.\n`
  if (standing === null || standing.ruleset === ruleset) return ''
  const { articles } = standing
  const unread = standing.newer === ruleset ? standing.unread : articles
  return `\n${unread} stored articles are still of the ruleset before (${standing.ruleset.slice(0, 12)}). Views, exports and reports show its ${articles} articles until "muctieu run --stored" has read them again by the present rules.\n`
}

function samplesInWords(samples: readonly string[]): string {
  if (samples.length === 0) return ''
  return `\nSome of the targets:\n${samples.map(sample => `  - ${oneLine(sample)}\n`).join('')}`
}
