import type { AnyRecord } from '../model/record.ts'
import type { Change } from './change.ts'
import type { ArticleDiff, Diff } from './diff.ts'
import { rulesOf } from './facts.ts'

/** What a report is narrowed to; of a list one has to fit, an empty list is everything. */
export interface Filter {
  readonly kinds: readonly string[]
  readonly fields: readonly string[]
  readonly rules: readonly string[]
  readonly places: readonly string[]
  readonly articles: readonly string[]
  readonly confidences: readonly string[]
}

/** No filter at all. */
export const EVERYTHING: Filter = { kinds: [], fields: [], rules: [], places: [], articles: [], confidences: [] }

/** A diff with those changes only that fit. */
export function narrow(diff: Diff, filter: Filter): Diff {
  if (Object.values(filter).every(list => list.length === 0)) return diff
  const articles = diff.articles
    .filter(a =>
      fits(filter.articles, [a.after.id, a.before.id, a.after.key, a.after.external_id ?? '', ...a.after.sources.map(s => s.source)])
    )
    .map((a): ArticleDiff => ({ ...a, changes: a.changes.filter(c => isWanted(c, filter)) }))
    .filter(a => a.changes.length > 0)
  return { ...diff, articles }
}

/** Whether a change is one of those asked for. */
function isWanted(change: Change, { kinds, fields, rules, places, confidences }: Filter): boolean {
  const sides = [change.before, change.after].filter(r => r !== null)
  const values = (name: string) => sides.map(r => String(r[name] ?? ''))
  return (
    fits(
      kinds,
      sides.map(r => r.kind)
    ) &&
    fits(fields, change.fields) &&
    fits(rules, [...sides.flatMap((r: AnyRecord) => rulesOf(r)), ...change.cause.names]) &&
    fits(places, values('place')) &&
    fits(confidences, values('confidence'))
  )
}

function fits(wanted: readonly string[], values: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some(w => values.includes(w))
}
