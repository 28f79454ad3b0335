import { Ajv2020 } from 'ajv/dist/2020.js'
import { type CodePoints, codePointsOf } from '../../export/code-points.ts'
import { type Finding, placeOf, word } from '../../export/compare.ts'
import { hashOf } from '../../export/published.ts'
import { wrongSpans } from '../../export/spans.ts'
import type { Line, Table } from '../../export/table.ts'
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
  const keys = new Map<string, Set<string>>()
  const rowsOf = (table: Table): readonly (readonly [Line, ReadonlyMap<string, unknown>])[] =>
    (lines.get(table.name) ?? []).map(line => [line, cellsOf(table, line)] as const)
  for (const table of tables) {
    const seen = new Set<string>()
    for (const [i, [line, cells]] of rowsOf(table).entries()) {
      const key = JSON.stringify(table.key.map(column => cells.get(column)))
      if (seen.has(key))
        findings.push({
          kind: 'key',
          path: `data/${table.name}.jsonl`,
          message: `data/${table.name}.jsonl, ${placeOf(table, i + 1, line)}: its key stands there twice.`
        })
      seen.add(key)
    }
    keys.set(table.name, seen)
  }
  for (const table of tables) {
    if (table.foreignKeys.length === 0) continue
    for (const [i, [line, cells]] of rowsOf(table).entries()) {
      for (const { columns, table: to } of table.foreignKeys) {
        const values = columns.map(column => cells.get(column) ?? null)
        if (values.includes(null) || keys.get(to)?.has(JSON.stringify(values))) continue
        const message = `data/${table.name}.jsonl, ${placeOf(table, i + 1, line)}: ${columns.join(', ')} ${values.join(', ')} is not in ${to}.`
        findings.push({ kind: 'key', path: `data/${table.name}.jsonl`, message })
      }
    }
  }
  return findings.slice(0, MOST_PER_TABLE)
}

function cellsOf(table: Table, line: Line): ReadonlyMap<string, unknown> {
  const names = new Set([...table.key, ...table.foreignKeys.flatMap(f => f.columns)])
  const columns = table.columns.filter(c => names.has(c.name))
  return new Map((flatRow({ ...table, columns }, line) ?? []).map((cell, i) => [columns[i]?.name ?? '', cell]))
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
