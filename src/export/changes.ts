import type { AnyRecord } from '../model/record.ts'
import type { Line } from './table.ts'

/** The records of one article in two runs; null where a run does not have the article. */
export interface Sides {
  readonly before: readonly AnyRecord[] | null
  readonly after: readonly AnyRecord[] | null
}

// How a value was read is no part of it.
const NOT_VALUES = new Set(['evidence', 'rules', 'mentions'])

/** What was gained, lost or changed in one article, by id. Lines of records go through `publish`. */
export function changesOf({ before, after }: Sides, publish: (record: AnyRecord) => Line): Line[] {
  const old = new Map((before ?? []).map(r => [r.id, r]))
  const now = new Map((after ?? []).map(r => [r.id, r]))
  const reason = before === null || after === null ? 'article' : 'extraction'
  const ids = [...new Set([...old.keys(), ...now.keys()])].toSorted()
  return ids.flatMap(id => {
    const [a, b] = [old.get(id), now.get(id)]
    const fields = a === undefined || b === undefined ? [] : differing(a, b)
    if (a !== undefined && b !== undefined && fields.length === 0) return []
    const { kind, article_id } = (b ?? a) as AnyRecord
    return [
      {
        id,
        change: a === undefined ? 'gained' : b === undefined ? 'lost' : 'changed',
        kind,
        article_id,
        reason,
        fields,
        before: a === undefined ? null : publish(a),
        after: b === undefined ? null : publish(b)
      }
    ]
  })
}

/** The fields whose values differ. */
function differing(a: AnyRecord, b: AnyRecord): string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return names.filter(name => !NOT_VALUES.has(name) && JSON.stringify(a[name]) !== JSON.stringify(b[name])).toSorted()
}
