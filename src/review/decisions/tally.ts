import type { AnyRecord } from '../../model/record.ts'
import { evidenceOf } from '../evidence-of.ts'
import { threadKey } from './apply.ts'
import { sameClaim } from './claim.ts'
import { type Decision, isDecisive, standing } from './decision.ts'

/** How often what a rule read was right, of what was decided. */
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

/**
 * Counts, for each rule, how often what it read held: of a change the rules of the fields in question, on both sides; of a
 * record that only one side has all of its rules. The worst come first.
 */
export function tallyRules(log: readonly Decision[]): RuleTally[] {
  const tallies = new Map<string, { accepted: number; rejected: number }>()
  for (const decision of lastOfEach(log)) {
    for (const side of ['before', 'after'] as const) {
      const { right, wrong } = judgedRules(decision, side)
      for (const rule of right) tallyOf(tallies, rule).accepted++
      for (const rule of wrong) tallyOf(tallies, rule).rejected++
    }
  }
  const share = (t: RuleTally) => t.rejected / (t.accepted + t.rejected)
  return [...tallies]
    .map(([rule, t]) => ({ rule, ...t }))
    .toSorted((a, b) => share(b) - share(a) || b.rejected - a.rejected || (a.rule < b.rule ? -1 : 1))
}

function tallyOf(tallies: Map<string, { accepted: number; rejected: number }>, rule: string): { accepted: number; rejected: number } {
  const known = tallies.get(rule) ?? { accepted: 0, rejected: 0 }
  tallies.set(rule, known)
  return known
}

/** The rules whose reading a decision says was wrong, on either side. */
export function rulesWrongIn(decision: Decision): ReadonlySet<string> {
  return new Set([...judgedRules(decision, 'before').wrong, ...judgedRules(decision, 'after').wrong])
}

/** The rules of one side that a decision says something of: those that were right, and those that were wrong. */
function judgedRules({ before, after, truth }: Decision, name: 'before' | 'after'): { right: Set<string>; wrong: Set<string> } {
  const side = name === 'before' ? before : after
  const [right, wrong] = [new Set<string>(), new Set<string>()]
  if (side === null) return { right, wrong }
  const isWhole = before === null || after === null
  if (isWhole && (truth === null || sameClaim(side, truth))) {
    for (const rule of rulesOf(side)) (truth === null ? wrong : right).add(rule)
    return { right, wrong }
  }
  const others = [before, after, truth].filter(r => r !== null)
  for (const field of factsOf([side, ...others])) {
    if (others.every(other => isSameFact(side, other, field))) continue
    const rule = evidenceOf(side, field)?.rule
    if (rule !== undefined) (truth !== null && isSameFact(side, truth, field) ? right : wrong).add(rule)
  }
  // What one field of a rule got wrong the rule got wrong.
  return { right: new Set([...right].filter(rule => !wrong.has(rule))), wrong }
}

// What says who a record is and why, not what it claims.
const NO_FACT = new Set(['kind', 'id', 'article_id', 'anchor', 'evidence', 'rules', 'mentions', 'document_id', 'confidence', 'place_units'])

function factsOf(records: readonly AnyRecord[]): Set<string> {
  return new Set(records.flatMap(r => Object.keys(r)).filter(name => !NO_FACT.has(name)))
}

function isSameFact(a: AnyRecord, b: AnyRecord, field: string): boolean {
  return JSON.stringify(a[field] ?? null) === JSON.stringify(b[field] ?? null)
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
