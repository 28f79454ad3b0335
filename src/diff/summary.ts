import { CAUSES, type Cause } from './cause.ts'
import { type Change, type ChangeClass, CLASSES, VERDICTS, type Verdict } from './change.ts'
import { allChanges, type Diff } from './diff.ts'
import { shiftOf } from './group.ts'

/** What happened to one kind of record. */
export interface KindSummary {
  readonly kind: string
  readonly same: number
  readonly counts: Readonly<Record<ChangeClass, number>>
  /** How often each field changed. */
  readonly fields: Readonly<Record<string, number>>
}

/** Changes that are alike, with the first of them. */
export interface Group {
  readonly id: string
  readonly count: number
  readonly articles: number
  readonly class: ChangeClass
  readonly kind: string
  /** What became of each field, `status goal → result`. */
  readonly shifts: readonly string[]
  readonly rules: Change['rules']
  readonly cause: Cause
  readonly first: Change
}

/** Counts of a diff. */
export interface Summary {
  readonly kinds: readonly KindSummary[]
  readonly classes: Readonly<Record<ChangeClass, number>>
  readonly causes: readonly { readonly kind: Cause['kind']; readonly names: readonly string[]; readonly count: number }[]
  readonly rules: readonly { readonly rule: string; readonly lost: number; readonly gained: number }[]
  readonly places: readonly { readonly place: string; readonly count: number }[]
  readonly verdicts: Readonly<Record<Verdict, number>> | null
  readonly groups: readonly Group[]
}

/** Counts the changes of a diff by kind, field, cause, rule, place, verdict, and groups of like changes, the largest first. */
export function summaryOf(diff: Diff): Summary {
  const changes = allChanges(diff)
  const kinds = [...new Set([...Object.keys(diff.same), ...changes.map(c => c.kind)])].toSorted(byKind)
  const judged = changes.some(c => c.verdict !== null)
  return {
    kinds: kinds.map(kind =>
      kindSummary(
        kind,
        diff.same[kind] ?? 0,
        changes.filter(c => c.kind === kind)
      )
    ),
    classes: tally(
      CLASSES,
      changes.map(c => c.class)
    ),
    causes: causesOf(changes),
    rules: rulesOf(changes),
    places: counted(changes.flatMap(c => [...new Set([c.before?.['place'], c.after?.['place']])].filter(p => typeof p === 'string'))).map(
      ([place, count]) => ({ place, count })
    ),
    verdicts: judged
      ? tally(
          VERDICTS,
          changes.flatMap(c => (c.verdict === null ? [] : [c.verdict]))
        )
      : null,
    groups: groupsOf(diff)
  }
}

/** The groups of like changes of a diff, the largest first. */
function groupsOf(diff: Diff): Group[] {
  const articleOf = new Map(diff.articles.flatMap(a => a.changes.map(c => [c, a.after.id] as const)))
  const groups = [...Map.groupBy(allChanges(diff), c => c.group)].map(([id, all]): Group => {
    const first = all[0] as Change
    return {
      id,
      count: all.length,
      articles: new Set(all.map(c => articleOf.get(c))).size,
      class: first.class,
      kind: first.kind,
      shifts: first.fields.map(f => shiftOf(f, first.before, first.after)),
      rules: first.rules,
      cause: first.cause,
      first
    }
  })
  return groups.toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
}

function kindSummary(kind: string, same: number, changes: readonly Change[]): KindSummary {
  const facts = changes.filter(c => c.class !== 'evidence')
  return {
    kind,
    same,
    counts: tally(
      CLASSES,
      changes.map(c => c.class)
    ),
    fields: Object.fromEntries(counted(facts.flatMap(c => c.fields)))
  }
}

function causesOf(changes: readonly Change[]): Summary['causes'] {
  const groups = [...Map.groupBy(changes, c => JSON.stringify(c.cause)).values()]
  return groups
    .map(group => ({ ...(group[0] as Change).cause, count: group.length }))
    .toSorted((a, b) => b.count - a.count || CAUSES.indexOf(a.kind) - CAUSES.indexOf(b.kind))
}

function rulesOf(changes: readonly Change[]): Summary['rules'] {
  const lost = new Map(counted(changes.flatMap(c => c.rules.lost)))
  const gained = new Map(counted(changes.flatMap(c => c.rules.gained)))
  const rules = [...new Set([...lost.keys(), ...gained.keys()])].map(rule => ({
    rule,
    lost: lost.get(rule) ?? 0,
    gained: gained.get(rule) ?? 0
  }))
  return rules.toSorted((a, b) => b.lost + b.gained - a.lost - a.gained || (a.rule < b.rule ? -1 : 1))
}

function tally<Name extends string>(names: readonly Name[], values: readonly Name[]): Record<Name, number> {
  const counts = Object.fromEntries(names.map(name => [name, 0])) as Record<Name, number>
  for (const value of values) counts[value]++
  return counts
}

function counted(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
}

const KINDS = ['document', 'target', 'rank_goal', 'observation']
const byKind = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : 1)
const rank = (kind: string): number => (KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length)
