import type { Lot } from './format.ts'
import { FELT, HEADLINES } from './measures.ts'
import type { Figure, Figures, Result } from './results.ts'

/** The page of results: Markdown, made of what is kept in `results.json` and `lots.json` and of nothing else. */
export function resultsPage(lots: readonly Lot[], results: readonly Result[]): string {
  const own = results.filter(isOwn)
  const others = results.filter(r => !isOwn(r))
  const unseen = lots.filter(l => !l.seen).map(l => l.name)
  return `${[
    '# Results on the benchmark',
    'Made by `npm run benchmark`; do not edit. What the figures are of: [benchmark/](../benchmark/README.md). Each is F1 or a share with its 95 % interval over resampled texts; — is nothing to measure. **Unseen** are lots that the present rules were not made with sight of' +
      `${unseen.length === 0 ? ': at the moment none' : `: ${unseen.join(', ')}`}.`,
    '## This program, by version',
    'Unseen lots, pooled. A version marked † had learnt from some of them.',
    table(HEADLINES, own.map(column('unseen', lots))),
    'Lots that the present rules have learnt from, pooled: how well what was read is remembered, no promise for new text.',
    table(HEADLINES, own.map(column('seen', lots))),
    '## What a user feels',
    'Of 100 targets exported as `high`, how many are right in every field; of 100 articles, how many are right in all their goals, and in everything that was annotated. Unseen lots, pooled.',
    table(
      FELT.map(m => m.label),
      own.map(column('unseen', lots))
    ),
    '## Other systems',
    ...otherSystems(own.at(-1), others),
    '## By lot',
    'The newest version on each lot. Lots marked * were learnt from.',
    byLot(lots, own.at(-1)),
    '## Learning curve',
    'Each lot as it was read before anything was learnt from it, in the order in which the lots were drawn, by the version of that moment: whether learning from lots helps on the next one. Where that version was scored again its figures of today stand here, with their intervals. Lots differ much.',
    learningCurve(lots, own)
  ].join('\n\n')}\n`
}

const isOwn = (r: Result): boolean => /^muctieu\b/.test(r.system)

interface Column {
  readonly title: string
  readonly figures: Figures | null
}

const column =
  (pool: 'unseen' | 'seen', lots: readonly Lot[]) =>
  (r: Result): Column => {
    const hadSome = pool === 'unseen' && lots.some(l => !l.seen && r.learnt_from.includes(l.name))
    return { title: `${r.system}${hadSome ? ' †' : ''}`, figures: r.pooled[pool] }
  }

function table(labels: readonly string[], columns: readonly Column[]): string {
  const measured = columns.filter(c => c.figures !== null)
  if (measured.length === 0) return 'Not measured.'
  const rows = labels.flatMap(label => {
    const cells = measured.map(c => cell(c.figures?.measures[label]))
    return cells.every(c => c === '—') ? [] : [`| ${label} | ${cells.join(' | ')} |`]
  })
  const head = ['', ...measured.map(c => c.title)]
  const size = ['texts', ...measured.map(c => `${c.figures?.texts} of ${c.figures?.of}`)]
  return [line(head), line(head.map(() => '---')), line(size), ...rows].join('\n')
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function cell(figure: Figure | undefined): string {
  if (figure === undefined || figure[0] === null) return '—'
  const [value, low, high] = figure
  return `${value.toFixed(2)}${low === null || high === null ? '' : ` (${low.toFixed(2)}–${high.toFixed(2)})`}`
}

/** Other systems beside the newest version, on what they claim to read: all lots, unseen by them. */
function otherSystems(newest: Result | undefined, others: readonly Result[]): string[] {
  const words =
    'On what they claim to read. They have seen none of the lots, this program has seen most: only the unseen lots compare like with like. Figures of a system come from its own output (`muctieu eval benchmark --system NAME OUTPUT`); what is not here was not run.'
  if (others.length === 0) return [words, 'Not measured.']
  const labels = [...new Set(others.flatMap(o => [o.pooled.unseen, o.pooled.seen].flatMap(p => Object.keys(p?.measures ?? {}))))]
  const all = [...others, ...(newest === undefined ? [] : [newest])]
  const of = (pool: 'unseen' | 'seen') =>
    table(
      labels,
      all.map(r => ({ title: r.system, figures: r.pooled[pool] }))
    )
  return [words, 'Unseen lots:', of('unseen'), 'Seen lots:', of('seen')]
}

const BY_LOT: readonly (readonly [title: string, label: string])[] = [
  ['document number', HEADLINES[0]!],
  ['date', HEADLINES[1]!],
  ['goal detected', HEADLINES[2]!],
  ['core', HEADLINES[3]!],
  ['full', HEADLINES[4]!],
  ['rank goal core', HEADLINES[5]!],
  ['judged numbers', 'judged number: goal or not, right']
]

function byLot(lots: readonly Lot[], newest: Result | undefined): string {
  if (newest === undefined) return 'Not measured.'
  const head = ['lot', 'texts', ...BY_LOT.map(([title]) => title)]
  const rows = lots.flatMap(({ name, seen }) => {
    const figures = newest.lots[name]
    if (figures === undefined) return []
    return [
      line([`${name}${seen ? ' *' : ''}`, `${figures.texts} of ${figures.of}`, ...BY_LOT.map(([, label]) => cell(figures.measures[label]))])
    ]
  })
  return [line(head), line(head.map(() => '---')), ...rows].join('\n')
}

/** What `lots.json` says of first sight, and the measure that it is. */
const CURVE: readonly (readonly [key: string, label: string])[] = [
  ['document_number', HEADLINES[0]!],
  ['date', HEADLINES[1]!],
  ['goal_detected', HEADLINES[2]!],
  ['goal_core', HEADLINES[3]!],
  ['goal_full', HEADLINES[4]!],
  ['rank_goal_core', HEADLINES[5]!],
  ['status_five_ways', HEADLINES[6]!]
]

function learningCurve(lots: readonly Lot[], own: readonly Result[]): string {
  const head = ['lot', 'drawn', 'texts', 'read by', ...CURVE.map(([key]) => key.replaceAll('_', ' '))]
  const rows = lots.flatMap(({ name, date, count, first_sight: first }) => {
    if (first === undefined || !CURVE.some(([key]) => key in first)) return []
    // The same version scored again has intervals; where several versions read a lot first, only the scores of that day are known.
    const kept = own.find(r => r.system === `muctieu@${first.commit}`)?.lots[name]
    const values = CURVE.map(([key, label]) => {
      const value = first[key]
      return kept !== undefined ? cell(kept.measures[label]) : typeof value === 'number' ? value.toFixed(2) : '—'
    })
    return [line([name, date, String(count), first.commit, ...values])]
  })
  return [line(head), line(head.map(() => '---')), ...rows].join('\n')
}
