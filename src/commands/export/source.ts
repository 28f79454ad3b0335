import { type Across, across } from '../../claims/across.ts'
import type { DatasetArticle } from '../../export/article-lines.ts'
import type { ArticleRecord } from '../../model/article.ts'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { AnyRecord } from '../../model/record.ts'
import {
  type DatasetInput,
  type DatasetMember,
  datasetArticle,
  datasetInputs,
  datasetMembers,
  datasetRecords,
  methodOf,
  textOf
} from '../../store/dataset.ts'
import type { Store } from '../../store/open.ts'
import type { Scope } from '../../store/read.ts'
import { checkStore } from '../../store/whole.ts'
import { originalsOf } from '../run/duplicates.ts'
import type { Overlay } from './decided.ts'
import { indicatorNames } from './names.ts'

/** The articles of a dataset with what made them; the articles can be read several times, always by id. */
export interface DatasetSource {
  readonly count: number
  readonly ruleset: string
  readonly options: string
  readonly inputs: readonly DatasetInput[]
  /** Articles that came from streams. */
  readonly streamed: number
  articles(): Iterable<DatasetArticle>
  /** The records alone of the articles that no newer version speaks for. */
  records(): Iterable<{ readonly article: ArticleRecord; readonly records: readonly AnyRecord[] }>
  /** One article; undefined where the dataset does not have it. */
  article(id: string): DatasetArticle | undefined
  ids(): readonly string[]
}

/** What a dataset is taken from a database with. */
export interface SourceOptions {
  readonly allVersions: boolean
  readonly overlay?: Overlay
}

/** The dataset of a scope; undefined where the database holds no article in it. */
export function datasetSource(store: Store, scope: Scope, { allVersions, overlay }: SourceOptions): DatasetSource | undefined {
  checkStore(store)
  const method = methodOf(store, scope)
  const members = method === undefined ? [] : datasetMembers(store, scope, allVersions)
  if (method === undefined || members.length === 0) return undefined
  const byId = new Map(members.map(m => [m.articleId, m]))
  const originals = originalsOf(members.flatMap(m => (m.supersededBy === null ? [textOf(store, m)] : [])))
  const { files, streamed } = datasetInputs(store, members)
  const load = (member: DatasetMember): DatasetArticle => {
    const { text, extraction } = datasetArticle(store, member)
    const duplicate_of = originals.get(member.articleId) ?? null
    const { records, cells } =
      overlay === undefined ? { records: extraction.records, cells: [] } : overlay(extraction.article, extraction.records)
    const diagnostics = [...extraction.diagnostics, ...severalDays(extraction.article.sources, member.articleId)]
    return {
      text,
      supersededBy: member.supersededBy,
      decided: cells,
      extraction: { ...extraction, article: { ...extraction.article, duplicate_of }, records, diagnostics }
    }
  }
  const recordsIn = (member: DatasetMember) => {
    const { article, records } = datasetRecords(store, member)
    const shown = { ...article, duplicate_of: originals.get(member.articleId) ?? null }
    return { article: shown, records: overlay === undefined ? records : overlay(shown, records).records }
  }
  return {
    count: members.length,
    ...method,
    inputs: files,
    streamed,
    articles: function* () {
      for (const member of members) yield load(member)
    },
    records: function* () {
      for (const member of members) if (member.supersededBy === null) yield recordsIn(member)
    },
    article: id => {
      const member = byId.get(id)
      return member === undefined ? undefined : load(member)
    },
    ids: () => members.map(m => m.articleId)
  }
}

/** What the articles of a dataset tell together. Newer versions speak for superseded ones. */
export function acrossOf(source: DatasetSource): Across {
  return across(source.records(), indicatorNames)
}

// Said of a run there; a dataset says it of the article.
function severalDays(sources: readonly { readonly source: string; readonly published: string | null }[], article_id: string): Diagnostic[] {
  const days = [...new Set(sources.flatMap(s => s.published ?? []))].toSorted()
  if (days.length < 2) return []
  const source = sources[0]?.source ?? null
  const message = `${source} has several publication days (${days.join(', ')}); the earliest counts.`
  return [diagnostic('store', 'several-days', 'info', message, { article_id, source })]
}
