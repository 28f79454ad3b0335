import type { ArticleRecord } from '../model/article.ts'
import type { AnyRecord } from '../model/record.ts'
import { type Claim, claimsOf, type GoalReport } from './claims.ts'
import { type Contradiction, contradictionsOf } from './contradictions.ts'
import { type DocumentReport, type OfficialDocument, officialDocuments } from './official-documents.ts'

/** What only many articles together tell. */
export interface Across {
  readonly documents: readonly OfficialDocument[]
  readonly claims: readonly Claim[]
  readonly contradictions: readonly Contradiction[]
  /** Official documents by the ids of document records. */
  readonly documentOf: ReadonlyMap<string, string>
  /** Claims by the ids of targets and rank goals. */
  readonly claimOf: ReadonlyMap<string, string>
}

/** One document over articles, claims and contradictions; the order of the articles does not matter. */
export function across(articles: Iterable<{ readonly article: ArticleRecord; readonly records: readonly AnyRecord[] }>): Across {
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
  const claims = claimsOf(reports)
  return {
    documents,
    claims,
    contradictions: contradictionsOf(claims),
    documentOf,
    claimOf: new Map(claims.flatMap(c => c.reports.map(r => [r.record.id, c.id] as const)))
  }
}
