/**
 * Measures the corpus and writes down what was found: corpus/baseline.json, below which no score may fall, and the tables of
 * corpus/README.md between their markers.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { main } from '../src/cli.ts'
import type { Disagreement } from '../src/eval/sheet.ts'
import { plainIo } from './plain-io.ts'

interface Entry {
  readonly file: string
  readonly title: string
  readonly published: string | null
  readonly exercises: string
}

const root = new URL('../', import.meta.url)
const printed: string[] = []
const code = await main(
  ['eval', 'corpus/gold', '--baseline', 'corpus/baseline.json', '--update-baseline', '--json', '--errors', '999999'],
  plainIo(fileURLToPath(root), text => void printed.push(text))
)
if (code === 0) {
  const { errors } = JSON.parse(printed.join('')) as { errors: readonly Disagreement[] }
  const manifest = readFileSync(new URL('corpus/manifest.ndjson', root), 'utf8').trimEnd().split('\n')
  const path = new URL('corpus/README.md', root)
  const tables = { articles: articleTable(manifest.map(line => JSON.parse(line) as Entry)), errors: errorTable(errors) }
  writeFileSync(
    path,
    Object.entries(tables).reduce((page, [name, table]) => between(page, name, table), readFileSync(path, 'utf8'))
  )
} else process.exitCode = code

function between(page: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  return `${page.slice(0, page.indexOf(begin) + begin.length)}\n${table}${page.slice(page.indexOf(end))}`
}

function articleTable(entries: readonly Entry[]): string {
  const rows = entries.map(e => `| ${e.published ?? '—'} | [${e.title}](${encodeURI(e.file)}) | ${e.exercises} |\n`)
  return `| published | article | what it exercises |\n| --- | --- | --- |\n${rows.join('')}`
}

// By kind: what was missed, what is too much, and the fields of the rest from the worst on.
function errorTable(errors: readonly Disagreement[]): string {
  const rows = [...Map.groupBy(errors, e => e.kind)].map(([kind, own]) => {
    const count = (problem: Disagreement['problem']) => own.filter(e => e.problem === problem).length
    const fields = [
      ...Map.groupBy(
        own.filter(e => e.problem === 'wrong').map(e => e.field ?? ''),
        f => f
      )
    ]
      .map(([field, found]) => [field, found.length] as const)
      .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([field, n]) => `${field} ${n}`)
    return { size: own.length, text: `| \`${kind}\` | ${count('missed')} | ${count('spurious')} | ${fields.join(', ') || '—'} |\n` }
  })
  const sorted = rows.toSorted((a, b) => b.size - a.size).map(r => r.text)
  return `| kind | missed | too much | wrong in |\n| --- | ---: | ---: | --- |\n${sorted.join('')}`
}
