import type { Article, ArticleRecord } from '../../model/article.ts'
import type { DataTable } from '../../model/table.ts'
import { packTables, shapeOf, unpackTables } from './tables.ts'

/** The columns of a reading that make up its article line, with the text's own. */
export interface ReadingRow {
  readonly article_id: string
  readonly sha256: string
  readonly source: string
  readonly key: string
  readonly url: string | null
  readonly external_id: string | null
  readonly site: string | null
  readonly title: string | null
  readonly published: string | null
  readonly more: string
}

/** SQL for these columns, of readings `d` and texts `t`. */
export const READING_COLUMNS =
  't.article_id, t.sha256, d.source, d.key, d.url, d.external_id, d.site, d.title, d.published, d.more, d.title_is_text & 1 AS titleIsText'

/** The key of an article line where it is not made of its url, else null. */
export function ownKey({ key, url }: { readonly key: string; readonly url: string | null }): string | null {
  return url !== null && key === `url:${url}` ? null : key
}

/** What the columns do not say of an article line: see the column `more`. */
export function packReading(record: ArticleRecord, line = JSON.stringify(record), tables?: readonly DataTable[]): string {
  const { id, sha256, key, url, external_id, site, title, published, author, language, encoding, quality, chars } = record
  const cells = tables === undefined ? [] : [packTables(tables)]
  const more = JSON.stringify([author, language, encoding, quality, chars, ...cells])
  const row = { article_id: id, sha256, source: record.sources[0]?.source ?? '', key, url, external_id, site, title, published, more }
  return JSON.stringify(unpackReading(row)) === line ? more : line
}

/** The columns of a stored reading that it decides itself, in the order of `readingCells`. */
export const READING_CELLS = [
  'identity',
  'article_id',
  'source',
  'own_key',
  'url',
  'external_id',
  'site',
  'title',
  'published',
  'title_is_text',
  'more'
] as const

/** The cells of a reading in these columns. */
export function readingCells({ record, titleIsText, tables }: Omit<Article, 'text'>, identity: string): (string | number | null)[] {
  const { id, url, external_id, site, title, published } = record
  const named = [identity, id, record.sources[0]?.source ?? '', ownKey(record), url, external_id, site, title, published]
  return [...named, shapeOf(titleIsText, tables), packReading(record, undefined, tables)]
}

/** Where the cells of a reading's tables stand, as an article has them; nothing where it has none. */
export function storedTables({ more }: Pick<ReadingRow, 'more'>): Pick<Article, 'tables'> {
  const cells = more.startsWith('[') ? (JSON.parse(more) as readonly unknown[])[TABLES_AT] : undefined
  return cells === undefined ? {} : { tables: unpackTables(cells as number[][]) }
}

// Behind what the article line has.
const TABLES_AT = 5

/** The article line of a reading. */
export function unpackReading(row: ReadingRow): ArticleRecord {
  const more = JSON.parse(row.more) as unknown
  if (!Array.isArray(more)) return more as ArticleRecord
  const { article_id, sha256, source, key, url, external_id, site, title, published } = row
  const [author, language, encoding, quality, chars] = more as [string | null, string, string, ArticleRecord['quality'], number]
  return {
    kind: 'article',
    id: article_id,
    key,
    external_id,
    url,
    site,
    author,
    title,
    published,
    language,
    encoding,
    quality,
    chars,
    sha256,
    duplicate_of: null,
    sources: [{ source, external_id, url, published }]
  }
}
