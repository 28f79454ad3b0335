import type { ArticleRecord } from '../model/article.ts'
import type { AnyRecord } from '../model/record.ts'
import { matchKey } from '../text/fold.ts'
import { shortHash } from '../text/hash.ts'
import { type NamesOf, subjectWords, wholeOf } from './subject.ts'

/** A target or rank goal in its article, with the official document that sets it, where one is known. */
export interface GoalReport {
  readonly article: ArticleRecord
  readonly record: AnyRecord
  readonly officialDocument: string | null
}

/** One goal, whatever many articles report it. */
export interface Claim {
  readonly id: string
  readonly kind: string
  /** What it is a goal for, without the value: claims of one topic can contradict each other. Null where that is not known. */
  readonly topic: string | null
  /** The record that speaks for it: the first by article and place. */
  readonly record: AnyRecord
  readonly officialDocument: string | null
  readonly reports: readonly GoalReport[]
}

/**
 * The claims behind targets and rank goals. Reports of one topic and value are one claim; two official documents that set
 * the same are two claims, and a report that names none joins the only one there is. What has no place or no subject is
 * merged within its article alone.
 */
export function claimsOf(reports: readonly GoalReport[], namesOf: NamesOf): Claim[] {
  const claims: Claim[] = []
  const identity = (report: GoalReport): string => JSON.stringify([identityOf(report, namesOf), goalValue(report.record)])
  for (const [key, group] of Map.groupBy(reports, identity)) {
    const byDocument = Map.groupBy(group, report => report.officialDocument)
    const unnamed = byDocument.get(null) ?? []
    if (byDocument.size === 2 && unnamed.length > 0) {
      const [only] = [...byDocument.keys()].filter(document => document !== null)
      claims.push(claim(key, only as string, group, namesOf))
    } else for (const [document, members] of byDocument) claims.push(claim(key, document, members, namesOf))
  }
  return claims.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** What a goal is about: place, subject, unit, kind and time; the same for goals that can be compared. */
function topicOf({ record }: GoalReport, namesOf: NamesOf): string | null {
  const subject = subjectOf(record, namesOf)
  if (subject === null || typeof record['place'] !== 'string') return null
  const qualifier = typeof record['qualifier'] === 'string' ? matchKey(record['qualifier']) : null
  const own =
    record.kind === 'rank_goal'
      ? [record['scope'], record['total']]
      : [qualifier, record['unit'], record['value_kind'], record['direction'], record['baseline']]
  return JSON.stringify([record.kind, record['place'], record['place_units'], subject, ...own, record['deadline']])
}

function identityOf(report: GoalReport, namesOf: NamesOf): string {
  const { article, record } = report
  return topicOf(report, namesOf) ?? JSON.stringify([article.id, record.kind, subjectOf(record, namesOf), unplaced(record)])
}

// Of a goal whose topic is not known everything counts that is.
function unplaced(record: AnyRecord): unknown {
  return ['place', 'place_units', 'qualifier', 'unit', 'value_kind', 'direction', 'baseline', 'scope', 'total', 'deadline'].map(
    field => record[field] ?? null
  )
}

// What the catalogue knows by an id may be said of a part (productivity in farming); fields of ranks go by many names.
function subjectOf(record: AnyRecord, namesOf: NamesOf): string | null {
  const named = (record['indicator'] ?? record['subject'] ?? null) as { readonly id: string | null; readonly text: string } | null
  if (named === null) return null
  if (record.kind === 'rank_goal') return named.id ?? `text:${matchKey(named.text)}`
  const words = subjectWords(named.id, named.text, namesOf)
  // `tỷ trọng công nghiệp trong GDP` is another share than that of industry in something else.
  const whole = named.id === null && record['unit'] === '%' && record['value_kind'] === 'level' ? wholeOf(named.text) : null
  return JSON.stringify([named.id, words, ...(whole === null ? [] : [whole])])
}

/** The value alone: two claims of one topic with different values cannot both be meant. */
function goalValue(record: AnyRecord): string {
  return record.kind === 'rank_goal'
    ? JSON.stringify([record['rank_kind'], record['n_low'], record['n_high'], record['band']])
    : JSON.stringify([record['comparator'], record['low'], record['high']])
}

function claim(key: string, officialDocument: string | null, reports: readonly GoalReport[], namesOf: NamesOf): Claim {
  const sorted = reports.toSorted(byPlace)
  const first = sorted[0] as GoalReport
  return {
    id: shortHash('claim', key, officialDocument ?? ''),
    kind: first.record.kind,
    topic: topicOf(first, namesOf),
    record: first.record,
    officialDocument,
    reports: sorted
  }
}

function byPlace(a: GoalReport, b: GoalReport): number {
  if (a.article.id !== b.article.id) return a.article.id < b.article.id ? -1 : 1
  return a.record.anchor.start - b.record.anchor.start || (a.record.id < b.record.id ? -1 : 1)
}
