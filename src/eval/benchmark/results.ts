import * as z from 'zod'
import type { ScoreMeasure, ShareMeasure } from '../measures.ts'
import type { Counts } from '../sheet.ts'
import { measure } from '../summary.ts'
import { jsonOf } from './format.ts'

const number = z.number().nullable()
/** F1 or a share with its 95 % interval and the counts behind it: right, read (of a share: of), gold (of a share: null). */
const figureSchema = z.tuple([number, number, number, z.int(), z.int(), z.int().nullable()])
const figuresSchema = z.strictObject({
  /** Texts that were scored, and that there are. */
  texts: z.int(),
  of: z.int(),
  measures: z.record(z.string(), figureSchema)
})
const resultSchema = z.strictObject({
  system: z.string(),
  /** Of our own versions: the hash of everything that decides a result. */
  ruleset: z.string().nullable(),
  day: z.string(),
  guidelines: z.int(),
  /** The lots that nobody had learnt from when this was scored, and those that this version had. */
  unseen: z.array(z.string()),
  learnt_from: z.array(z.string()),
  lots: z.record(z.string(), figuresSchema),
  pooled: z.strictObject({ unseen: figuresSchema.nullable(), seen: figuresSchema.nullable() })
})

export type Figure = z.output<typeof figureSchema>
export type Figures = z.output<typeof figuresSchema>
/** What one system scored on one day, by lot and pooled. */
export type Result = z.output<typeof resultSchema>

/** The figures of some scored texts; measures that nothing was counted for are left out. */
export function figuresOf(
  texts: readonly { readonly counts: Counts }[],
  of: number,
  { scores, shares }: { readonly scores: readonly ScoreMeasure[]; readonly shares: readonly ShareMeasure[] }
): Figures {
  const measured = measure(texts, scores, shares, { intervals: true })
  const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10000) / 10000)
  const ends = (label: string) => (measured.intervals[label] ?? [null, null]).map(rounded) as [number | null, number | null]
  const measures: Record<string, Figure> = {}
  for (const [label, s] of Object.entries(measured.scores))
    if (s.pred + s.gold > 0) measures[label] = [rounded(s.f1), ...ends(label), s.tp, s.pred, s.gold]
  for (const [label, s] of Object.entries(measured.shares))
    if (s.of > 0) measures[label] = [rounded(s.value), ...ends(label), s.right, s.of, null]
  return { texts: texts.length, of, measures }
}

/** Reads a file of results; a sentence says what is wrong with it. */
export function parseResults(content: string): readonly Result[] | string {
  const parsed = z.array(resultSchema).safeParse(jsonOf(content))
  return parsed.success ? parsed.data : z.prettifyError(parsed.error).replaceAll('\n', ' ')
}

/** Results as they are kept: one a line, a system's newer result in the place of its older one. */
export function resultsWith(
  kept: readonly Result[],
  added: readonly Result[]
): { readonly results: readonly Result[]; readonly content: string } {
  const bySystem = new Map([...kept, ...added].map(r => [r.system, r]))
  const results = [...bySystem.values()]
  return { results, content: `[\n${results.map(r => JSON.stringify(r)).join(',\n')}\n]\n` }
}
