import type { ArticleRecord } from '../model/article.ts'
import { hashOf } from './published.ts'
import type { Line } from './table.ts'

// What is known over articles, as far as a table shows it (the room of claims is not this one's to import).
interface Report {
  readonly article: ArticleRecord
}
interface AcrossArticles {
  readonly documents: readonly {
    readonly id: string
    readonly number: string | null
    readonly type: string | null
    readonly issuer: string | null
    readonly place: string | null
    readonly place_units: number | null
    readonly numbered_in: string | null
    readonly issued: string | null
    readonly title: string | null
    readonly reports: readonly Report[]
  }[]
  readonly claims: readonly {
    readonly id: string
    readonly kind: string
    readonly record: Line
    readonly officialDocument: string | null
    readonly reports: readonly Report[]
  }[]
  readonly contradictions: readonly {
    readonly id: string
    readonly documents: string
    readonly claims: readonly { readonly id: string }[]
  }[]
  readonly targetChanges: readonly {
    readonly id: string
    readonly steps: readonly { readonly claim: { readonly id: string }; readonly since: string | null; readonly until: string | null }[]
  }[]
}

/** The lines of the tables over all articles. */
export function acrossLines({ documents, claims, contradictions, targetChanges }: AcrossArticles, withText: boolean) {
  return {
    official_documents: documents.map(({ id, title, reports, number, type, issuer, place, place_units, numbered_in, issued }): Line => {
      const shown = { title: withText ? title : null, title_sha256: hashOf(title) }
      return { id, number, type, issuer, place, place_units, numbered_in, issued, ...shown, ...countsOf(reports) }
    }),
    claims: claims.map(({ id, kind, record, officialDocument, reports }): Line => {
      const of = (...fields: string[]): Line => Object.fromEntries(fields.map(field => [field, record[field] ?? null]))
      return {
        id,
        kind,
        ...of('place', 'place_units'),
        subject: record['indicator'] ?? record['subject'] ?? null,
        ...of('comparator', 'low', 'high', 'unit', 'value_kind', 'rank_kind', 'n_low', 'n_high', 'deadline'),
        official_document_id: officialDocument,
        ...countsOf(reports)
      }
    }),
    contradictions: contradictions.flatMap(({ id, documents: named, claims: parts }) =>
      parts.map((claim): Line => ({ id, claim_id: claim.id, documents: named }))
    ),
    target_changes: targetChanges.flatMap(({ id, steps }) =>
      steps.map(({ claim, since, until }, i): Line => ({ id, claim_id: claim.id, step: i + 1, since, until }))
    )
  }
}

function countsOf(reports: readonly Report[]): Line {
  const articles = new Map(reports.map(({ article }) => [article.id, article]))
  const days = [...articles.values()].flatMap(a => (a.published === null ? [] : [a.published])).toSorted()
  return {
    reports: reports.length,
    articles: articles.size,
    originals: [...articles.values()].filter(a => a.duplicate_of === null).length,
    first_published: days[0] ?? null,
    last_published: days.at(-1) ?? null
  }
}
