import * as z from 'zod'
import { SCORES, SHARES } from './measures.ts'
import type { Summary } from './summary.ts'

/** How far a score may fall before it counts: less than rounding to three digits. */
const TOLERANCE = 0.0005

const baselineSchema = z.strictObject({
  articles: z.int(),
  scores: z.record(z.string(), z.number()),
  shares: z.record(z.string(), z.number())
})

/** The scores that may not fall: F1 and shares by label. */
export type Baseline = z.output<typeof baselineSchema>

/** A score that fell, or that is no longer measured (null). */
export interface Fall {
  readonly label: string
  readonly before: number
  readonly now: number | null
}

/** Reads a baseline file; a sentence says what is wrong with it. */
export function parseBaseline(content: string): Baseline | string {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return 'it is not JSON'
  }
  const parsed = baselineSchema.safeParse(value)
  return parsed.success ? parsed.data : z.prettifyError(parsed.error).replaceAll('\n', ' ')
}

/** The baseline that a summary sets: every measured score, to six digits. */
export function baselineOf(summary: Summary): Baseline {
  const measured = (entries: readonly (readonly [string, number | null])[]) =>
    Object.fromEntries(entries.flatMap(([label, value]) => (value === null ? [] : [[label, round(value)]])))
  return {
    articles: summary.articles,
    scores: measured(Object.entries(summary.scores).map(([label, s]) => [label, s.f1])),
    shares: measured(Object.entries(summary.shares).map(([label, s]) => [label, s.value]))
  }
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6

const KNOWN = new Set([...SCORES, ...SHARES].map(m => m.label))

/** Scores of the baseline that are lower now by more than the tolerance; those the summary was not asked for are left out. */
export function fallen(baseline: Baseline, summary: Summary): Fall[] {
  const falls: Fall[] = []
  const compare = (label: string, before: number, now: number | null | undefined): void => {
    if (now === undefined && KNOWN.has(label)) return
    if (now == null || now < before - TOLERANCE) falls.push({ label, before, now: now ?? null })
  }
  for (const [label, before] of Object.entries(baseline.scores)) compare(label, before, summary.scores[label]?.f1)
  for (const [label, before] of Object.entries(baseline.shares)) compare(label, before, summary.shares[label]?.value)
  return falls
}
