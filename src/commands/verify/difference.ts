import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { differingField, type Finding, word } from '../../export/compare.ts'
import { type Manifest, manifestSchema } from '../../export/manifest.ts'
import { parseSums } from '../../export/sums.ts'
import type { Line, Table } from '../../export/table.ts'
import { hashOfFile } from '../../stages/read/streams.ts'
import { type Dataset, linesIn } from './dataset.ts'
import { memberOf } from './members.ts'

/** The first difference between a dataset and the one that was rebuilt: article, field, reason. Undefined where all bytes are equal. */
export async function firstDifference(
  dataset: Dataset,
  rebuilt: string,
  tables: readonly Table[],
  findings: readonly Finding[]
): Promise<Finding | undefined> {
  const sums = parseSums(readFileSync(join(rebuilt, 'SHA256SUMS'), 'utf8')) ?? new Map<string, string>()
  const changed: string[] = []
  for (const [path, sum] of sums) {
    const file = memberOf(dataset.folder, path)
    const actual = file === undefined ? null : await hashOfFile(file)
    if (actual?.sha256 !== sum) changed.push(path)
  }
  if (changed.length === 0) return undefined
  const now = manifestSchema.parse(JSON.parse(readFileSync(join(rebuilt, 'manifest.json'), 'utf8')))
  for (const table of tables) {
    const path = `data/${table.name}.jsonl`
    if (!changed.includes(path)) continue
    const where = differingLine(table, linesIn(dataset.folder, path) ?? [], linesIn(rebuilt, path) ?? [])
    if (where !== undefined)
      return { kind: 'rebuilt', path, message: `${path}, ${where}. ${reasonOf(dataset.manifest, now, path, findings)}` }
  }
  const path = changed.includes('manifest.json') ? 'manifest.json' : (changed[0] as string)
  const field = path === 'manifest.json' ? differingField(dataset.manifest, now) : undefined
  return {
    kind: 'rebuilt',
    path,
    message: `${path} is not what is rebuilt${field === undefined ? '' : `; ${field}`}. ${reasonOf(dataset.manifest, now, path, findings)}`
  }
}

function differingLine(table: Table, before: readonly (Line | undefined)[], now: readonly (Line | undefined)[]): string | undefined {
  for (let i = 0; i < Math.max(before.length, now.length); i++) {
    const [a, b] = [before[i], now[i]]
    if (JSON.stringify(a) === JSON.stringify(b)) continue
    if (a === undefined || b === undefined || !isSame(table, a, b)) {
      const isGone = a === undefined || (b !== undefined && now.some(line => line !== undefined && isSame(table, line, a)))
      const line = (isGone ? b : a) as Line
      return `line ${i + 1}, ${nameOf(table, line)}: it is ${isGone ? 'missing here and rebuilt' : 'here and not rebuilt'}`
    }
    return `line ${i + 1}, ${nameOf(table, a)}, field ${differingField(a, b)}`
  }
  return undefined
}

function isSame(table: Table, a: Line, b: Line): boolean {
  return table.key.every(column => a[column] === b[column])
}

function nameOf(table: Table, line: Line): string {
  const article = table.name === 'articles' ? line['id'] : line['article_id']
  const key = table.key.map(column => word(line[column])).join(', ')
  return `${article === undefined ? '' : `article ${word(article)}, `}${key}`
}

function reasonOf(before: Manifest, now: Manifest, path: string, findings: readonly Finding[]): string {
  if (findings.some(f => f.kind === 'sum' && f.path === path)) return 'Reason: the file was changed after the export.'
  if (before.ruleset.hash !== now.ruleset.hash)
    return `Reason: it was made by ruleset ${before.ruleset.hash.slice(0, 12)}; this program has ${now.ruleset.hash.slice(0, 12)}.`
  if (before.code.version !== now.code.version) return `Reason: it was made by muctieu ${before.code.version}; this is ${now.code.version}.`
  if (before.reader !== now.reader) return 'Reason: it was read by another version of the reader.'
  return 'Reason: these inputs and rules do not give what the dataset holds.'
}
