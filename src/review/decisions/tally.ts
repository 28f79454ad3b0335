import type { AnyRecord } from '../../model/record.ts'
import { threadKey } from './apply.ts'
import { sameClaim } from './claim.ts'
import { type Decision, isDecisive, standing } from './decision.ts'

/** How often what a rule took part in was right. */
export interface RuleTally {
  readonly rule: string
  readonly accepted: number
  readonly rejected: number
}

/** The decisions that stand, the last of each reviewer on each thing, oldest first. */
function lastOfEach(log: readonly Decision[]): Decision[] {
  const last = new Map<string, Decision>()
  for (const d of standing(log)) if (isDecisive(d)) last.set(`${d.reviewer} ${threadKey(d)}`, d)
  return [...last.values()].toSorted((a, b) => a.id - b.id)
}

/** Counts, for each rule behind an output that was judged, how often that output held; the worst first. */
export function tallyRules(log: readonly Decision[]): RuleTally[] {
  const tallies = new Map<string, { accepted: number; rejected: number }>()
  for (const { before, after, truth } of lastOfEach(log)) {
    if (after === null) continue
    const held = sameClaim(after, truth)
    for (const rule of answerable(after, held ? before : truth)) {
      const tally = tallies.get(rule) ?? { accepted: 0, rejected: 0 }
      if (held) tally.accepted++
      else tally.rejected++
      tallies.set(rule, tally)
    }
  }
  const share = (t: RuleTally) => t.rejected / (t.accepted + t.rejected)
  return [...tallies]
    .map(([rule, t]) => ({ rule, ...t }))
    .toSorted((a, b) => share(b) - share(a) || b.rejected - a.rejected || (a.rule < b.rule ? -1 : 1))
}

/** The rules that answer for an output: those of the fields in which it differs from `other`, else all of them. */
function answerable(after: AnyRecord, other: AnyRecord | null): string[] {
  if (other === null || sameClaim(after, other)) return rulesOf(after)
  const differs = (name: string) => JSON.stringify(after[name] ?? null) !== JSON.stringify(other[name] ?? null)
  const evidence = (after['evidence'] ?? {}) as Readonly<Record<string, { readonly rule: string }>>
  const fields = Object.keys(after)
    .filter(differs)
    .map(name => SHARED[name] ?? name)
  const rules = [...new Set(fields.flatMap(f => evidence[f]?.rule ?? []))]
  return rules.length > 0 ? rules : rulesOf(after)
}

// Fields that are read together.
const SHARED: Readonly<Record<string, string>> = {
  low: 'value',
  high: 'value',
  unit: 'value',
  value_kind: 'direction',
  rank_kind: 'rank',
  n_low: 'rank',
  n_high: 'rank',
  total: 'rank',
  band: 'rank',
  document_number: 'document',
  document_id: 'document',
  deadline_mod: 'deadline'
}

/** Every rule behind a record. */
export function rulesOf(record: AnyRecord | null): string[] {
  if (record === null) return []
  const evidence = (record['evidence'] ?? {}) as Readonly<Record<string, { readonly rule: string }>>
  return [...new Set([...((record['rules'] ?? []) as readonly string[]), ...Object.values(evidence).map(e => e.rule)])].toSorted()
}

/** How two reviewers agree on what both decided. */
export interface Agreement {
  readonly reviewers: readonly [string, string]
  readonly both: number
  readonly agreed: number
  /** Cohen's kappa on whether the new side holds; null where chance alone would agree as well. */
  readonly kappa: number | null
  /** Pairs of decisions that say different things. */
  readonly disagreements: readonly (readonly [Decision, Decision])[]
}

/** The agreement of every two reviewers who decided something in common. */
export function agreements(log: readonly Decision[]): Agreement[] {
  const byReviewer = [...Map.groupBy(lastOfEach(log), d => d.reviewer)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const found: Agreement[] = []
  for (const [i, [first, mine]] of byReviewer.entries()) {
    for (const [second, theirs] of byReviewer.slice(i + 1)) {
      const others = new Map(theirs.map(d => [threadKey(d), d]))
      const pairs = mine.flatMap(d => {
        const other = others.get(threadKey(d))
        return other === undefined ? [] : [[d, other] as const]
      })
      if (pairs.length === 0) continue
      const disagreements = pairs.filter(([a, b]) => !sameClaim(a.truth, b.truth))
      found.push({
        reviewers: [first, second],
        both: pairs.length,
        agreed: pairs.length - disagreements.length,
        kappa: kappa(pairs),
        disagreements
      })
    }
  }
  return found
}

function kappa(pairs: readonly (readonly [Decision, Decision])[]): number | null {
  const holds = (d: Decision) => sameClaim(d.after, d.truth)
  const n = pairs.length
  const seen = pairs.filter(([a, b]) => holds(a) === holds(b)).length / n
  const [p, q] = [pairs.filter(([a]) => holds(a)).length / n, pairs.filter(([, b]) => holds(b)).length / n]
  const chance = p * q + (1 - p) * (1 - q)
  return chance === 1 ? null : (seen - chance) / (1 - chance)
}

/** Precision, recall and F1 of one side, measured on what was decided. */
export interface SideScore {
  readonly right: number
  readonly read: number
  readonly gold: number
  readonly f1: number | null
}

/** How both sides do on what was decided: what holds is what reviewers said. */
export function scoresOfDecided(log: readonly Decision[]): { readonly base: SideScore; readonly new: SideScore; readonly decided: number } {
  // The last word counts, whoever says it.
  const last = [...new Map(lastOfEach(log).map(d => [threadKey(d), d])).values()]
  const side = (of: (d: Decision) => AnyRecord | null): SideScore => {
    const read = last.filter(d => of(d) !== null).length
    const gold = last.filter(d => d.truth !== null).length
    const right = last.filter(d => d.truth !== null && sameClaim(of(d), d.truth)).length
    return { right, read, gold, f1: read + gold === 0 ? null : (2 * right) / (read + gold) }
  }
  return { base: side(d => d.before), new: side(d => d.after), decided: last.length }
}

// A longer pause is not part of deciding.
const PAUSE_MILLISECONDS = 5 * 60_000

/** The median time between two decisions of a reviewer, in seconds; null where there are no two. */
export function medianSeconds(log: readonly Decision[]): number | null {
  const gaps: number[] = []
  for (const own of Map.groupBy(log.filter(isDecisive), d => d.reviewer).values()) {
    const singles = own.filter(d => d.batch === null)
    for (let i = 1; i < singles.length; i++) {
      const gap = Date.parse((singles[i] as Decision).at) - Date.parse((singles[i - 1] as Decision).at)
      if (gap >= 0 && gap < PAUSE_MILLISECONDS) gaps.push(gap / 1000)
    }
  }
  const sorted = gaps.toSorted((a, b) => a - b)
  return sorted.length === 0 ? null : (sorted[Math.floor(sorted.length / 2)] as number)
}
