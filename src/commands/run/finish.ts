import { diagnostic } from '../../model/diagnostic.ts'
import {
  contentsOf,
  copyDuplicates,
  duplicateCandidates,
  inputSetOf,
  markDuplicates,
  markSuperseded,
  newCasesOf,
  severalDaysOf
} from '../../store/finish.ts'
import type { Store } from '../../store/open.ts'
import { listRuns } from '../../store/runs.ts'
import { storeWriter } from '../../store/write.ts'
import { type DriftCounts, type Measure, measureDrift } from './drift.ts'
import { originalsOf } from './duplicates.ts'
import type { Session } from './session.ts'

/** What a run came to. */
export interface RunResult {
  readonly inputSet: string
  readonly counts: Readonly<Record<string, number>>
  readonly drift: readonly Measure[]
}

/** What is to be known of a run to finish it. */
export interface Finishing {
  /** The ids behind which everything is new in it; null where that is what no earlier run holds. */
  readonly before: { readonly extraction: number; readonly reading: number } | null
  /** Whether it read stored texts again: nothing of them is new, and which replaces which is known. */
  readonly isStored: boolean
}

/** What only the whole set can tell: newer versions, near-duplicates, disagreeing days; then the counts. */
export function finishRun(
  store: Store,
  run: number,
  { outcomes, bands }: Pick<Session, 'outcomes' | 'bands'>,
  { before, isStored }: Finishing
): RunResult {
  const writer = storeWriter(store)
  writer.transaction(() => {
    for (const { articleId, source, days } of severalDaysOf(store, run)) {
      const message = `${source} has several publication days (${days.join(', ')}); the earliest counts.`
      writer.noteRun(run, diagnostic('store', 'several-days', 'info', message, { article_id: articleId, source }))
    }
    if (!isStored) markSuperseded(store, run)
  })
  const inputSet = inputSetOf(store, run)
  if (!writer.transaction(() => copyDuplicates(store, run, inputSet))) {
    // Looked for outside the transaction: it takes a while, and others may be writing.
    const originals = originalsOf(duplicateCandidates(store, run, bands.of))
    writer.transaction(() => markDuplicates(store, run, originals))
  }
  if (isStored) return { inputSet, counts: { ...outcomes, ...contentsOf(store, run) }, drift: [] }
  const fresh = newCasesOf(store, run, before)
  // How many pictures lie about says nothing of the articles.
  const { 'read/skipped': _, ...diagnostics } = fresh.diagnostics
  const cases = { 'failed inputs': outcomes.failed, 'articles without a record': fresh.withoutRecords, ...diagnostics }
  const counts = { ...outcomes, ...contentsOf(store, run), new_articles: fresh.articles, ...prefixed(cases) }
  return { inputSet, counts, drift: driftFrom(store, run, counts) }
}

/** How the new articles of a run, which came to these counts, compare to those of the runs before. */
export function driftFrom(store: Store, run: number, counts: Readonly<Record<string, number>>): readonly Measure[] {
  const earlier = listRuns(store).flatMap(r => (r.id < run && r.status === 'done' && r.what_if === 0 ? [driftCountsOf(r.counts)] : []))
  return measureDrift(driftCountsOf(counts), earlier)
}

/** The counts that drift is judged by, from what a run stored. */
function driftCountsOf(counts: Readonly<Record<string, number>>): DriftCounts {
  const cases = Object.entries(counts).flatMap(([name, count]) =>
    name.startsWith(CASE) ? [[name.slice(CASE.length), count] as const] : []
  )
  return { articles: counts['new_articles'] ?? 0, cases: Object.fromEntries(cases) }
}

const CASE = 'new: '

function prefixed(cases: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(cases).map(([name, count]) => [CASE + name, count]))
}
