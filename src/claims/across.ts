import type { ArticleRecord } from '../model/article.ts'
import type { AnyRecord } from '../model/record.ts'
import { type Claim, claimsOf, type GoalReport } from './claims.ts'
import { differingPairs } from './comparison.ts'
import { type Contradiction, contradictionsOf } from './contradictions.ts'
import { type DocumentReport, type OfficialDocument, officialDocuments } from './official-documents.ts'
import type { NamesOf } from './subject.ts'
import { type TargetChange, targetChanges } from './target-changes.ts'

/** What only many articles together tell. */
export interface Across {
  readonly documents: readonly OfficialDocument[]
  readonly claims: readonly Claim[]
  readonly contradictions: readonly Contradiction[]
  readonly targetChanges: readonly TargetChange[]
  /** Official documents by the ids of document records. */
  readonly documentOf: ReadonlyMap<string, string>
  /** Claims by the ids of targets and rank goals. */
  readonly claimOf: ReadonlyMap<string, string>
}

/**
 * Documents over articles, claims, contradictions and changes of targets; the order of the articles does not matter. `namesOf`
 * gives the names of catalogued indicators.
 */
export function across(
  articles: Iterable<{ readonly article: ArticleRecord; readonly records: readonly AnyRecord[] }>,
  namesOf: NamesOf
): Across {
  const named: DocumentReport[] = []
  const goals: { readonly article: ArticleRecord; readonly record: AnyRecord }[] = []
  for (const { article, records } of articles) {
    for (const record of records) {
      if (record.kind === 'document') named.push({ article, record })
      else if (record.kind === 'target' || record.kind === 'rank_goal') goals.push({ article, record })
    }
  }
  const documents = officialDocuments(named)
  const documentOf = new Map(documents.flatMap(d => d.reports.map(r => [r.record.id, d.id] as const)))
  const reports = goals.map((goal): GoalReport => {
    const id = goal.record['document_id']
    return { ...goal, officialDocument: typeof id === 'string' ? (documentOf.get(id) ?? null) : null }
  })
  const claims = claimsOf(reports, namesOf)
  const pairs = differingPairs(claims, documents)
  return {
    documents,
    claims,
    contradictions: contradictionsOf(pairs),
    targetChanges: targetChanges(pairs),
    documentOf,
    claimOf: new Map(claims.flatMap(c => c.reports.map(r => [r.record.id, c.id] as const)))
  }
}
