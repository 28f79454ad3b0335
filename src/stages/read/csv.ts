import { stripMarks } from '../../text/fold.ts'
import { decode } from './encoding/decode.ts'
import { dayOfPage } from './html/when.ts'
import { hostOf } from './site.ts'
import { type Context, type Note, type Part, plainDraft, refusal } from './types.ts'

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

/** The articles of a table with a text column: one a row, its columns known by their names. */
export async function* csvParts(bytes: Uint8Array, source: string, { limits }: Context): AsyncGenerator<Part> {
  const decoded = await decode(bytes)
  if (decoded === undefined) return yield refusal(source, 'invalid-bytes', `${source} has bytes that are text in no known encoding.`)
  const rows = rowsOf(decoded.text, delimiterOf(decoded.text), limits.cells)
  const header = rows.next()
  if (header.done) return yield refusal(source, 'empty', `${source} is empty.`)
  const columns = columnsOf(header.value.cells)
  if (!columns.has('text')) {
    const names = header.value.cells
      .slice(0, 8)
      .map(name => JSON.stringify(name.slice(0, 40)))
      .join(', ')
    return yield refusal(source, 'no-text-column', `${source} has no text column among ${names}.`)
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

function delimiterOf(text: string): string {
  const head = text
    .slice(0, 4000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]/, 1)[0] as string
  const counts = [',', ';', '\t', '|'].map(c => ({ c, count: head.split(c).length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.c ?? ','
}

interface Row {
  readonly cells: readonly string[]
  readonly line: number
  readonly isCutOff: boolean
  /** Whether it has more cells than are kept. */
  readonly isTooWide: boolean
}

/** The rows of RFC 4180: quotes may hold delimiters, line ends and doubled quotes. */
function* rowsOf(text: string, delimiter: string, mostCells: number): Generator<Row> {
  let cells: string[] = []
  let isTooWide = false
  let line = 1
  let start = 1
  let at = 0
  while (at < text.length) {
    let cell = ''
    let isCutOff = false
    if (text[at] === '"') {
      const end = endOfQuote(text, at + 1)
      isCutOff = end < 0
      cell = text.slice(at + 1, isCutOff ? text.length : end).replaceAll('""', '"')
      for (const c of cell) if (c === '\n') line++
      at = isCutOff ? text.length : end + 1
    }
    let stop = at
    while (stop < text.length && text[stop] !== delimiter && text[stop] !== '\n' && text[stop] !== '\r') stop++
    if (cells.length < mostCells) cells.push(cell + text.slice(at, stop))
    else isTooWide = true
    at = stop
    if (text[at] === delimiter) {
      at++
      if (at < text.length) continue
      cells.push('')
    }
    yield { cells, line: start, isCutOff, isTooWide }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    line++
    start = line
    cells = []
    isTooWide = false
  }
}

function endOfQuote(text: string, from: number): number {
  for (let end = text.indexOf('"', from); end >= 0; end = text.indexOf('"', end + 2)) if (text[end + 1] !== '"') return end
  return -1
}
