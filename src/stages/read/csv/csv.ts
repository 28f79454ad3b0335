import { stripMarks } from '../../../text/fold.ts'
import { decode } from '../encoding/decode.ts'
import { dayOfPage } from '../html/when.ts'
import { hostOf } from '../site.ts'
import { type Context, type Note, type Part, plainDraft, refusal } from '../types.ts'
import { delimiterOf, rowsOf } from './rows.ts'
import { tableDraft } from './table.ts'

type Field = 'text' | 'title' | 'published' | 'url' | 'id' | 'author' | 'site'

/** Names that columns go by, without marks, the more telling first. */
const COLUMNS: Readonly<Record<Field, readonly string[]>> = {
  text: [
    'text',
    'content',
    'body',
    'noi dung',
    'noi dung bai viet',
    'noi dung chi tiet',
    'article',
    'full text',
    'fulltext',
    'van ban',
    'bai viet',
    'chi tiet'
  ],
  title: ['title', 'tieu de', 'headline', 'ten bai', 'ten bai viet'],
  published: [
    'published',
    'published at',
    'date',
    'ngay dang',
    'ngay',
    'publish date',
    'published date',
    'ngay xuat ban',
    'ngay phat hanh',
    'pubdate',
    'thoi gian',
    'time',
    'created at'
  ],
  url: ['url', 'link', 'duong dan', 'lien ket', 'address', 'dia chi'],
  id: ['id', 'external id', 'ma', 'ma bai', 'ma bai viet', 'stt'],
  author: ['author', 'tac gia', 'nguoi viet'],
  site: ['site', 'domain', 'bao', 'source', 'nguon']
}

/** The articles of a table with a text column: one a row, its columns known by their names. A table of figures is one article. */
export async function* csvParts(bytes: Uint8Array, source: string, { limits }: Context): AsyncGenerator<Part> {
  const decoded = await decode(bytes)
  if (decoded === undefined) return yield refusal(source, 'invalid-bytes', `${source} has bytes that are text in no known encoding.`)
  const delimiter = delimiterOf(decoded.text)
  const rows = rowsOf(decoded.text, delimiter, limits.cells)
  const header = rows.next()
  if (header.done) return yield refusal(source, 'empty', `${source} is empty.`)
  const columns = columnsOf(header.value.cells)
  // A column `Nội dung` holds articles or names of indicators.
  const isOfArticles = columns.has('text') && (['title', 'url', 'published'] as const).some(field => columns.has(field))
  const table = isOfArticles ? undefined : tableDraft(rowsOf(decoded.text, delimiter, limits.cells), decoded.encoding)
  if (table !== undefined) return yield { kind: 'draft', place: { source, inside: false }, draft: table }
  if (!columns.has('text')) {
    const names = header.value.cells
      .slice(0, 8)
      .map(name => JSON.stringify(name.slice(0, 40)))
      .join(', ')
    return yield refusal(
      source,
      'no-text-column',
      `${source} has no text column among ${names}, and it is no table of figures that could be read as one article.`
    )
  }
  let some = false
  for (const { cells, line, isCutOff, isTooWide } of rows) {
    if (cells.every(cell => cell.trim() === '')) continue
    some = true
    const where = `${source}, line ${line}`
    if (isTooWide) yield inside(source, 'too-many-cells', `${where}, has more than ${limits.cells} cells.`)
    else if (isCutOff) yield inside(source, 'truncated', `${where}, has a quotation that does not end.`)
    else yield partOf(cells, columns, source, where, decoded.encoding)
  }
  if (!some) yield refusal(source, 'empty', `${source} has a header and no rows.`)
}

function partOf(cells: readonly string[], columns: ReadonlyMap<Field, number>, source: string, where: string, encoding: string): Part {
  const cell = (field: Field) => {
    const index = columns.get(field)
    const value = index === undefined ? '' : (cells[index] ?? '')
    return value.trim() === '' ? null : value
  }
  const text = cell('text')
  if (text === null) return inside(source, 'no-text', `${where}, has no text.`)
  const notes: Note[] = []
  const told = cell('published')
  const published = told === null ? null : (dayOfPage(told) ?? null)
  if (told !== null && published === null) {
    notes.push({
      code: 'bad-published',
      severity: 'warning',
      message: `${where}, has a date that is none: ${JSON.stringify(told.slice(0, 60))}.`
    })
  }
  const url = cell('url')?.trim() ?? null
  const draft = {
    ...plainDraft(text, encoding),
    title: cell('title'),
    author: cell('author'),
    url,
    site: cell('site')?.trim() ?? hostOf(url),
    externalId: cell('id')?.trim() ?? null,
    published,
    notes
  }
  return { kind: 'draft', place: { source, inside: true }, draft }
}

function inside(source: string, code: string, message: string): Part {
  return { kind: 'refusal', place: { source, inside: true }, refusal: { code, message } }
}

function columnsOf(header: readonly string[]): ReadonlyMap<Field, number> {
  const names = header.map(name =>
    stripMarks(name)
      .toLowerCase()
      .replace(/[_\-.]+/g, ' ')
      .replace(/([a-z])\s+/g, '$1 ')
      .trim()
  )
  const columns = new Map<Field, number>()
  for (const [field, known] of Object.entries(COLUMNS) as [Field, readonly string[]][]) {
    const name = known.find(k => names.includes(k))
    if (name !== undefined) columns.set(field, names.indexOf(name))
  }
  return columns
}
