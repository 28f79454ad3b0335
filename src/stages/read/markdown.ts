import type { Cell, DataTable } from '../../model/table.ts'
import { decode } from './encoding/decode.ts'
import { dayOfPage } from './html/when.ts'
import { hostOf } from './site.ts'
import { titleLine } from './tidy.ts'
import { type Part, plainDraft, refusal } from './types.ts'

/** The article of a Markdown file: its text without the markup, its title from the front matter or the first heading. */
export async function markdownPart(bytes: Uint8Array, source: string): Promise<Part> {
  const decoded = await decode(bytes)
  if (decoded === undefined) return refusal(source, 'invalid-bytes', `${source} has bytes that are text in no known encoding.`)
  const { fields, body } = frontMatter(decoded.text.replace(/\r\n?/g, '\n'))
  const { lines, heading, rows } = linesOf(body)
  const text = lines.join('\n')
  if (text.trim() === '') return refusal(source, 'empty', `${source} is empty.`)
  const told = fields.get('title') ?? null
  const firstLine = told === null || told === lines[0] ? (heading ?? titleLine(text)) : null
  const url = fields.get('url') ?? fields.get('canonical') ?? fields.get('source') ?? null
  const web = url !== null && hostOf(url) !== null ? url : null
  return {
    kind: 'draft',
    place: { source, inside: false },
    draft: {
      ...plainDraft(text, decoded.encoding),
      title: told ?? firstLine,
      titleIsText: firstLine !== null && lines[0] === firstLine,
      author: fields.get('author') ?? null,
      url: web,
      site: fields.get('site') ?? hostOf(web),
      published: dayOfPage(fields.get('published') ?? fields.get('date') ?? '') ?? null,
      tables: tablesOf(lines, rows)
    }
  }
}

function frontMatter(text: string): { fields: ReadonlyMap<string, string>; body: string } {
  const fields = new Map<string, string>()
  const m = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  if (m === null) return { fields, body: text }
  for (const line of (m[1] as string).split('\n')) {
    const field = /^([A-Za-z_]{1,40}):[ \t]+(\S.*)$/.exec(line)
    if (field !== null) fields.set((field[1] as string).toLowerCase(), (field[2] as string).trim().replace(/^"(.*)"$|^'(.*)'$/, '$1$2'))
  }
  return { fields, body: text.slice(m[0].length) }
}

// Soft line breaks inside a paragraph are spaces in Markdown, so that a paragraph is a line.
function linesOf(body: string): { lines: readonly string[]; heading: string | null; rows: readonly RowLine[] } {
  const lines: string[] = []
  const rows: RowLine[] = []
  let heading: string | null = null
  let open = false
  let fence = ''
  for (const raw of body.split('\n')) {
    const line = raw.trimEnd()
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1]?.[0]
    if (mark !== undefined && (fence === '' || fence === mark)) {
      fence = fence === '' ? mark : ''
      open = false
      continue
    }
    if (line.trim() === '' || /^\s{0,3}(?:[-*_]\s*){3,}$/.test(line) || /^[\s:|-][\s:-]*\|[\s:|-]*$/.test(line)) {
      const above = rows.at(-1)
      if (above?.line === lines.length - 1 && line.includes('|')) above.isHeader = true
      if (open && /^\s{0,3}-{3,}$/.test(line)) heading ??= lines.length === 1 ? (lines[0] as string) : null
      open = false
      continue
    }
    if (open && /^\s{0,3}={2,}$/.test(line)) {
      heading ??= lines.length === 1 ? (lines[0] as string) : null
      open = false
      continue
    }
    const title = /^\s{0,3}(#{1,6})\s+(\S.*)?$/.exec(line)
    const isItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line)
    const isRow = line.trimStart().startsWith('|')
    const plain = inline(title === null ? (isRow ? row(line) : line.replace(/^\s{0,3}(?:>\s?)+/, '')) : unclosed(title[2] ?? ''))
    const shown = plain.trim()
    if (shown === '') continue
    if (open && title === null && !isItem && !isRow && fence === '') lines[lines.length - 1] += ` ${shown}`
    else lines.push(shown)
    if (isRow && title === null && fence === '') rows.push({ line: lines.length - 1, skipped: leadingTabs(plain), isHeader: false })
    if (title !== null && (title[1] as string).length === 1) heading ??= shown
    open = title === null && !isRow && fence === '' && !/ {2}$|\\$/.test(raw)
  }
  return { lines, heading, rows }
}

// `## Title ##`: the marks that close a heading are none of its words.
const unclosed = (heading: string): string => heading.replace(/(?:^|\s)#{1,100}$/, '')

/** A line that is a row of a table: how many empty cells it begins with, and whether the line of dashes stands below it. */
interface RowLine {
  readonly line: number
  readonly skipped: number
  isHeader: boolean
}

const leadingTabs = (text: string): number => (/^\s*/.exec(text)?.[0] ?? '').split('\t').length - 1

/** The tables of a text: rows that follow each other, the first of which is the header. */
function tablesOf(lines: readonly string[], rows: readonly RowLine[]): readonly DataTable[] {
  const tables: Cell[][] = []
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    starts.push(at)
    at += line.length + 1
  }
  let first = 0
  let isOpen = false
  for (const [i, { line, skipped, isHeader }] of rows.entries()) {
    isOpen = isHeader || (isOpen && rows[i - 1]?.line === line - 1)
    if (!isOpen) continue
    if (isHeader) {
      tables.push([])
      first = i
    }
    let start = starts[line] as number
    for (const [k, cell] of (lines[line] as string).split('\t').entries()) {
      const place = { row: i - first, column: skipped + k, rows: 1, columns: 1, isHeader }
      if (cell.trim() !== '') tables.at(-1)?.push({ start, end: start + cell.length, ...place })
      start += cell.length + 1
    }
  }
  return tables.map(cells => ({ cells }))
}

function row(line: string): string {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(cell => cell.trim())
    .join('\t')
}

// Only marks that come in pairs are markup; `*` and `_` elsewhere are text.
function inline(text: string): string {
  return text
    .replace(/!\[[^[\]]{0,500}\]\([^()]{0,2000}\)/g, '')
    .replace(/\[([^[\]]{1,1000})\]\([^()]{0,2000}\)/g, '$1')
    .replace(/\[([^[\]]{1,1000})\]\[[^[\]]{0,100}\]/g, '$1')
    .replace(/<(https?:[^<>\s]{1,2000})>/g, '$1')
    .replace(/<\/?[a-z][^>]{0,500}>/gi, '')
    .replace(/\*\*\*(?=\S)(.{0,300}?\S)\*\*\*|\*\*(?=\S)(.{0,300}?\S)\*\*|__(?=\S)(.{0,300}?\S)__/g, '$1$2$3')
    .replace(/(?<![\p{L}\p{N}*_])(?:\*(?=\S)([^*_]{1,300})(?<=\S)\*|_(?=\S)([^*_]{1,300})(?<=\S)_)(?![\p{L}\p{N}*_])/gu, '$1$2')
    .replace(/`([^`]{1,2000})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/g, '$1')
}
