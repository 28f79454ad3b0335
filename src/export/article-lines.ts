import type { Extraction } from '../model/extraction.ts'
import { codePointsOf } from './code-points.ts'
import { type Form, publishedLine } from './published.ts'
import type { Line } from './table.ts'

/** An article of a dataset with all that was extracted from it. */
export interface DatasetArticle {
  readonly extraction: Extraction
  readonly text: string
  readonly supersededBy: string | null
  /** What reviewers decided about its records: rows of the table `decisions`. */
  readonly decided?: readonly Line[]
}

/** Where records stand among those of other articles. */
export interface Links {
  /** Official documents by the ids of document records. */
  readonly documentOf: ReadonlyMap<string, string>
  /** Claims by the ids of targets and rank goals. */
  readonly claimOf: ReadonlyMap<string, string>
}

/** The lines of one article by table. */
export type ArticleLines = Readonly<
  Record<
    | 'articles'
    | 'documents'
    | 'targets'
    | 'rank_goals'
    | 'observations'
    | 'evidence'
    | 'mentions'
    | 'rejections'
    | 'diagnostics'
    | 'decisions'
    | 'targets_flat',
    readonly Line[]
  >
>

const RECORD_TABLES = { document: 'documents', target: 'targets', rank_goal: 'rank_goals', observation: 'observations' } as const

/** What an article comes to in the dataset. */
export function linesOf({ extraction, text, supersededBy, decided = [] }: DatasetArticle, links: Links, withText: boolean): ArticleLines {
  const form: Form = { withText, codePoints: codePointsOf(text) }
  const publish = (line: object): Line => publishedLine(line as Line, form)
  const article = { ...publish(extraction.article), superseded_by: supersededBy, text: withText ? text : null }
  const lines = { documents: [] as Line[], targets: [] as Line[], rank_goals: [] as Line[], observations: [] as Line[] }
  const evidence: Line[] = []
  for (const record of extraction.records) {
    const line = publish(record)
    lines[RECORD_TABLES[record.kind as keyof typeof RECORD_TABLES]].push({ ...line, ...linksOf(line, links) })
    evidence.push(...evidenceOf(line))
  }
  const documents = new Map(lines.documents.map(line => [line['id'], line]))
  return {
    ...lines,
    articles: [article],
    evidence,
    mentions: extraction.mentions.map(publish),
    rejections: extraction.rejections.map(publish),
    decisions: decided.map(cell => publish(withText ? cell : withoutPhrases(cell))),
    diagnostics: extraction.diagnostics.map((diagnostic, ordinal) =>
      publish({ ...diagnostic, article_id: extraction.article.id, ordinal })
    ),
    targets_flat: lines.targets.map(line => ({ ...line, article, document: documents.get(line['document_id']) ?? null }))
  }
}

// What is text of the article stays with it.
function withoutPhrases(cell: Line): Line {
  return cell['field'] === 'title' || cell['field'] === 'qualifier' ? { ...cell, extracted: null, decided: null } : cell
}

function linksOf({ kind, id }: Line, { documentOf, claimOf }: Links): Line {
  if (kind === 'document') return { official_document_id: documentOf.get(String(id)) ?? null }
  return kind === 'observation' ? {} : { claim_id: claimOf.get(String(id)) ?? null }
}

/** The evidence of a published record as rows: one a field. */
export function evidenceOf(line: Line): Line[] {
  return Object.entries(line['evidence'] as Readonly<Record<string, Line>>)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, { source, rule, via, ...span }]) => ({
      record_id: line['id'],
      article_id: line['article_id'],
      record_kind: line['kind'],
      field,
      ...span,
      source,
      rule,
      via: via ?? []
    }))
}
