import { Ajv2020 } from 'ajv/dist/2020.js'
import { type CodePoints, codePointsOf } from '../../export/code-points.ts'
import { type Finding, placeOf, word } from '../../export/compare.ts'
import { hashOf } from '../../export/published.ts'
import { wrongSpans } from '../../export/spans.ts'
import type { Cell, Line, Table } from '../../export/table.ts'
import { type Dataset, linesIn } from './dataset.ts'
import { flatRow } from './rows.ts'
import { validatorOf } from './schema.ts'

// A broken file has the same thing wrong in every line.
const MOST_PER_TABLE = 20

/** The lines of a dataset by table. */
export type Lines = ReadonlyMap<string, readonly Line[]>

/** Reads the JSONL of every table; what is no line, not of its schema or no row of its table is a finding. The last two kinds of lines are not among those that are given. */
export function checkSchemas(dataset: Dataset, tables: readonly Table[]): { readonly lines: Lines; readonly findings: readonly Finding[] } {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false, logger: false })
  const findings: Finding[] = []
  const lines = new Map<string, readonly Line[]>()
  for (const table of tables) {
    if (table.isCsvOnly) continue
    const path = `data/${table.name}.jsonl`
    const content = linesIn(dataset.folder, path)
    if (content === null) continue
    const validate = validatorOf(ajv, dataset.folder, table, findings)
    const broken = new Set<Line>()
    const found = content.flatMap((line, i) => {
      if (line === undefined) return [{ kind: 'schema' as const, path, message: `${path}, line ${i + 1}, is no JSON object.` }]
      const problem = validate?.(line)
      if (flatRow(table, line) === undefined) broken.add(line)
      else if (problem === undefined) return []
      const message = `${path}, ${placeOf(table, i + 1, line)}: ${problem ?? 'it is no row of its table'}.`
      return [{ kind: 'schema' as const, path, message }]
    })
    findings.push(...found.slice(0, MOST_PER_TABLE))
    lines.set(table.name, content.filter(line => line !== undefined && !broken.has(line)) as readonly Line[])
    const expected = dataset.manifest.tables[table.name]?.rows
    if (expected !== content.length)
      findings.push({
        kind: 'manifest',
        path,
        message: `${path} has ${content.length} lines; manifest.json says ${expected ?? 'nothing of it'}.`
      })
  }
  return { lines, findings }
}

/** Whether keys are unique and what they point at is there. */
export function checkKeys(lines: Lines, tables: readonly Table[]): Finding[] {
  const findings: Finding[] = []
  const say = (table: Table, i: number, line: Line, what: string): void => {
    const path = `data/${table.name}.jsonl`
    findings.push({ kind: 'key', path, message: `${path}, ${placeOf(table, i + 1, line)}: ${what}.` })
  }
  const read = tables.map(table => ({ table, ...keyedLines(table, lines.get(table.name) ?? []) }))
  const keys = new Map<string, ReadonlySet<string>>()
  for (const { table, members, cells } of read) {
    const seen = new Set<string>()
    for (const [i, line] of members.entries()) {
      const key = JSON.stringify(cells(i, table.key))
      if (seen.has(key)) say(table, i, line, 'its key stands there twice')
      seen.add(key)
    }
    keys.set(table.name, seen)
  }
  for (const { table, members, cells } of read)
    for (const [i, line] of table.foreignKeys.length === 0 ? [] : members.entries())
      for (const { columns, table: to } of table.foreignKeys) {
        const values = cells(i, columns)
        if (values.includes(null) || keys.get(to)?.has(JSON.stringify(values))) continue
        say(table, i, line, `${columns.join(', ')} ${values.join(', ')} is not in ${to}`)
      }
  return findings.slice(0, MOST_PER_TABLE)
}

/** The lines of a table with the cells of theirs that are keys or point at some. */
function keyedLines(table: Table, members: readonly Line[]) {
  const names = new Set([...table.key, ...table.foreignKeys.flatMap(f => f.columns)])
  const columns = table.columns.filter(c => names.has(c.name))
  const places = new Map(columns.map(({ name }, i) => [name, i]))
  const narrow = { ...table, columns }
  const rows = members.map(line => flatRow(narrow, line) ?? [])
  const cells = (row: number, wanted: readonly string[]): Cell[] => wanted.map(name => rows[row]?.[places.get(name) ?? -1] ?? null)
  return { members, cells }
}

/** Whether spans lie in their articles; where the texts are there, whether quotes, hashes and code points are right. */
export function checkSpans(lines: Lines): Finding[] {
  const articles = new Map((lines.get('articles') ?? []).map(line => [line['id'], line]))
  const findings: Finding[] = []
  for (const article of articles.values()) {
    const { text, sha256, id } = article
    if (typeof text === 'string' && (hashOf(text) !== sha256 || !word(sha256).startsWith(word(id))))
      findings.push({
        kind: 'span',
        path: 'data/articles.jsonl',
        message: `data/articles.jsonl, article ${word(id)}: its text is not the one its hash is of.`
      })
  }
  let last: { readonly article: Line; readonly codePoints: CodePoints | null } | undefined
  for (const [table, members] of lines) {
    for (const [i, line] of members.entries()) {
      const article = articles.get(line['article_id'])
      if (article === undefined || table === 'changes') continue
      const text = typeof article['text'] === 'string' ? article['text'] : null
      // The lines of an article stand together.
      if (article !== last?.article) last = { article, codePoints: text === null ? null : codePointsOf(text) }
      const [wrong] = wrongSpans(line, Number(article['chars']), text, last.codePoints)
      if (wrong === undefined) continue
      const name = word(line['id'] ?? line['record_id'] ?? '')
      const message = `data/${table}.jsonl, row ${i + 1} (${name}, article ${word(line['article_id'])}): ${wrong}.`
      findings.push({ kind: 'span', path: `data/${table}.jsonl`, message })
    }
  }
  return findings.slice(0, MOST_PER_TABLE)
}
