import { alignSpans, type Match } from '../text/assignment.ts'
import type { Quoted } from './gold.ts'
import type { QuantityOutput } from './output.ts'
import { sameNumber, sameText } from './same.ts'
import { count, type FieldCheck, type Kind, report, type Sheet } from './sheet.ts'

interface Anchored {
  readonly anchor: Quoted
}

/** Gold entries and the records that stand for them. */
export interface Aligned<G, R> {
  readonly pairs: readonly { readonly gold: G; readonly record: R }[]
  readonly missed: readonly G[]
  readonly spurious: readonly R[]
}

/** Aligns gold entries with records by their anchors; any overlap beats none, `weight` chooses among overlapping ones. */
export function alignRecords<G extends Quoted, R extends Anchored>(
  gold: readonly G[],
  records: readonly R[],
  weight: (gold: G, record: R) => number
): Aligned<G, R> {
  const matches: readonly Match[] = alignSpans(
    { items: gold, span: g => g },
    { items: records, span: r => r.anchor },
    (g, r) => 1 + weight(g, r)
  )
  const taken = new Set(matches.map(m => m.left))
  const used = new Set(matches.map(m => m.right))
  return {
    pairs: matches.map(m => ({ gold: gold[m.left]!, record: records[m.right]! })),
    missed: gold.filter((_, i) => !taken.has(i)),
    spurious: records.filter((_, j) => !used.has(j))
  }
}

/** Counts gold, read and found entries of a kind and reports those without a partner. */
export function countAligned<
  G extends Quoted & { readonly note?: string | undefined },
  R extends Anchored & Pick<QuantityOutput, 'confidence' | 'rules'>
>(
  sheet: Sheet,
  {
    kind,
    prefix,
    says,
    reads
  }: { readonly kind: Kind; readonly prefix: string; readonly says: (gold: G) => unknown; readonly reads: (record: R) => unknown },
  { pairs, missed, spurious }: Aligned<G, R>
): void {
  count(sheet, `${prefix}.gold`, pairs.length + missed.length)
  count(sheet, `${prefix}.read`, pairs.length + spurious.length)
  count(sheet, `${prefix}.found`, pairs.length)
  for (const g of missed) report(sheet, g, { kind, problem: 'missed', expected: says(g), note: g.note ?? null })
  for (const r of spurious) {
    report(sheet, r.anchor, { kind, problem: 'spurious', read: reads(r), rule: r.rules.at(-1) ?? null, confidence: r.confidence })
  }
}

/** What gold may say of an entry beside the fields that all gold has: checked where its key is there. */
export interface Extras {
  readonly qualifier?: string | null | undefined
  readonly direction?: string | null | undefined
  readonly baseline?: { readonly low: number; readonly high: number; readonly unit: string | null } | null | undefined
  readonly band?: string | null | undefined
  readonly as_of?: string | null | undefined
}

/** The checks of the extra fields that a gold entry has. */
export function extraFields(gold: Extras, read: Extras): Record<string, FieldCheck> {
  const fields: Record<string, FieldCheck> = {}
  for (const name of ['qualifier', 'band', 'direction', 'as_of'] as const) {
    const expected = gold[name]
    if (expected === undefined) continue
    fields[name] = { isRight: sameText(expected, read[name] ?? null), expected, read: read[name] ?? null }
  }
  if (gold.baseline !== undefined) {
    fields['baseline'] = {
      isRight: sameBaseline(gold.baseline, read.baseline ?? null),
      expected: gold.baseline,
      read: read.baseline ?? null
    }
  }
  return fields
}

function sameBaseline(a: NonNullable<Extras['baseline']> | null, b: NonNullable<Extras['baseline']> | null): boolean {
  if (a === null || b === null) return a === b
  return sameNumber(a.low, b.low) && sameNumber(a.high, b.high)
}
