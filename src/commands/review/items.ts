import type { Change } from '../../diff/change.ts'
import type { ArticleDiff, Diff } from '../../diff/diff.ts'
import { placeOf } from '../../diff/words.ts'
import type { ArticleRecord } from '../../model/article.ts'
import type { AnyRecord } from '../../model/record.ts'
import { rulesOf } from '../../review/decisions/tally.ts'
import type { About, Excerpt, Item } from '../../review/item.ts'
import { inShort } from '../../review/sentence.ts'
import { recordsOf } from '../../store/contents.ts'
import type { Store } from '../../store/open.ts'
import { articlesOf, type Scope } from '../../store/read.ts'
import { shortHash } from '../../text/hash.ts'
import { alikeOf } from './alike.ts'
import { excerptAt } from './excerpt.ts'

/** The changes of a diff as items; those that are only read from other words are left out. */
export function changeItems(diff: Diff): Item[] {
  return diff.articles.flatMap(article => article.changes.filter(c => c.class !== 'evidence').map(c => changeItem(article, c)))
}

function changeItem(article: ArticleDiff, c: Change): Item {
  const record = (c.after ?? c.before) as AnyRecord
  const isOld = c.after === null && article.isTextChanged
  const { id, sha256 } = isOld ? article.before : article.after
  const cause = causeSaid(c.cause)
  return {
    id: c.id,
    queue: 'changes',
    class: c.class,
    kind: c.kind,
    articleId: article.after.id,
    sha256: isOld ? sha256 : article.after.sha256,
    where: placeOf(article, c),
    before: c.before,
    after: c.after,
    at: null,
    quote: record.anchor.quote,
    fields: c.fields,
    rules: [...new Set([...c.rules.lost, ...c.rules.gained, ...rulesOf(record)])],
    ...alikeOf(c, cause),
    isShared: c.isShared,
    isLocated: !isOld || id === article.after.id,
    verdict: c.verdict,
    cause,
    says: null,
    about: aboutOf(article.after, article.texts.after),
    sentences: { before: excerptOf(c.before, article.texts.before), after: excerptOf(c.after, article.texts.after) }
  }
}

// Groups are told apart by the cause: what is not named is at least counted.
const NAMED = 3

function causeSaid({ kind, names }: Change['cause']): string | null {
  if (kind === 'unknown') return null
  const more = names.length > NAMED ? [`+${names.length - NAMED}`] : []
  return names.length === 0 ? kind : `${kind}: ${[...names.slice(0, NAMED), ...more].join(', ')}`
}

/** What is said of an item's article beside its text. */
export function aboutOf({ title, published, url, sources }: ArticleRecord, text: string | null): About {
  // An article without a title is known by how it begins.
  const begin = text === null ? null : inShort(text.slice(0, 200).split('\n')[0] as string, 80)
  return {
    title: title ?? begin,
    published: published ?? sources[0]?.published ?? null,
    url: url ?? sources.find(s => s.url !== null)?.url ?? null
  }
}

function excerptOf(record: AnyRecord | null, text: string | null): Excerpt | null {
  return record === null || text === null ? null : excerptAt(text, record.anchor)
}

const BANDS = ['low', 'medium', 'high']

/** The records of a scope as items, the least sure first. */
export function recordItems(store: Store, scope: Scope): Item[] {
  const items: Item[] = []
  for (const article of articlesOf(store, scope)) {
    const { record, text } = article
    items.push(...itemsOfArticle(recordsOf(store, article.extraction), nameOf(record, text), 'records'))
  }
  const band = (item: Item) => BANDS.indexOf(String(item.after?.['confidence']))
  return items.toSorted((a, b) => band(a) - band(b))
}

/** An article as its items name it. */
export interface ArticleName {
  readonly articleId: string
  readonly sha256: string
  readonly source: string
  readonly text: string
  readonly about: About
}

/** How an article's items name it. */
export function nameOf(record: ArticleRecord, text: string): ArticleName {
  return {
    articleId: record.id,
    sha256: record.sha256,
    source: record.sources[0]?.source ?? record.key,
    text,
    about: aboutOf(record, text)
  }
}

/** The records of one article as items. */
export function itemsOfArticle(records: readonly AnyRecord[], name: ArticleName, queue: 'records' | 'sample'): Item[] {
  const { articleId, sha256, text, about } = name
  const place = (r: AnyRecord) => `${r.kind} ${r.anchor.start} ${r.anchor.end}`
  const several = new Map<string, number>()
  for (const r of records) several.set(place(r), (several.get(place(r)) ?? 0) + 1)
  return records.map(
    (record): Item => ({
      id: shortHash(queue, articleId, record.id),
      queue,
      class: 'record',
      kind: record.kind,
      articleId,
      sha256,
      where: whereOf(name.source, text, record.anchor.start),
      before: null,
      after: record,
      at: null,
      quote: record.anchor.quote,
      fields: [],
      rules: rulesOf(record),
      group: null,
      gathering: null,
      alike: null,
      same: null,
      shape: null,
      isShared: (several.get(place(record)) ?? 0) > 1,
      isLocated: true,
      verdict: null,
      cause: null,
      says: null,
      about,
      sentences: { before: null, after: excerptAt(text, record.anchor) }
    })
  )
}

/** A place in a text as editors take it: `source:line:column`. */
export function whereOf(source: string, text: string, offset: number): string {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return `${source}:${line}:${offset - text.lastIndexOf('\n', offset - 1)}`
}
