/**
 * Fits the kind of a share that is no goal, a result, a standing fact, a forecast or another number, to annotated articles.
 *
 *   node scripts/fit/observed.ts [--write] TEXTS.ndjson GOLD.ndjson [TEXTS GOLD …]
 *
 * TEXTS has `text`, `title`, `published`; GOLD is joined by the SHA-256 of the text layer and has `quantities` with `start`,
 * `end` and `status`. For each kind a logistic regression with a ridge tells it from the others by how a share was read and the
 * words around it; the points are ten times its weights, rounded. Prints how often they are right of articles that they were
 * not fitted to, beside how the words were read; `--write` puts the points where the program has them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { KINDS, type Kind, saidOf } from '../../src/decisions/observed/observed.ts'
import { ZONES } from '../../src/decisions/wording.ts'
import { parseGold } from '../../src/eval/gold.ts'
import { articleOf } from '../../src/index.ts'
import { overlaps } from '../../src/model/span.ts'
import { observedIn } from '../../src/pipeline.ts'
import { logistic, product } from './logistic.ts'

interface Row {
  readonly article: string
  readonly names: readonly string[]
  readonly kind: Kind
  readonly read: string
}

// Words of fewer articles are of what those are about.
const LEAST_ARTICLES = 8
const SCALE = 10
const RIDGE = 20
const PARTS = 6

async function rowsOf(texts: string, golds: string): Promise<Row[]> {
  const bySum = new Map(parseGold(readFileSync(golds, 'utf8')).articles.map(gold => [gold.sha256, gold]))
  const rows: Row[] = []
  for (const line of readFileSync(texts, 'utf8').split('\n')) {
    if (line === '') continue
    const { text, title, published } = JSON.parse(line) as { text: string; title?: string | null; published?: string | null }
    const article = await articleOf({ text, ...(title == null ? {} : { title }), ...(published == null ? {} : { published }) })
    const quantities = bySum.get(article.record.sha256)?.quantities ?? []
    for (const { span, observed } of quantities.length === 0 ? [] : observedIn(article)) {
      const kind = KINDS.find(k => k === quantities.find(q => overlaps(q, span))?.status)
      if (kind === undefined) continue
      rows.push({ article: article.record.sha256, names: saidOf(observed), kind, read: observed.reading?.status ?? 'result' })
    }
  }
  return rows
}

/** How a share was read, and words of enough articles. */
function featuresOf(rows: readonly Row[]): string[] {
  const articles = new Map<string, Set<string>>()
  for (const { names, article } of rows) for (const name of names) articles.set(name, (articles.get(name) ?? new Set()).add(article))
  return [...articles].flatMap(([name, seen]) => (seen.size >= LEAST_ARTICLES ? [name] : [])).sort()
}

/** Points of each feature, the constant's last, for each kind. */
function fitted(rows: readonly Row[], has: readonly (readonly number[])[], features: number): Float64Array[] {
  return KINDS.map(kind =>
    logistic(
      rows.map((row, n) => ({ has: has[n] as number[], isSo: row.kind === kind, weight: 1 })),
      features,
      RIDGE
    ).map(w => Math.round(w * SCALE))
  )
}

function crossed(rows: readonly Row[], has: readonly (readonly number[])[], features: number): void {
  const part = new Map([...new Set(rows.map(row => row.article))].sort().map((article, i) => [article, i % PARTS]))
  const right = new Map<string, number>()
  const add = (name: string, by: boolean): unknown => right.set(name, (right.get(name) ?? 0) + (by ? 1 : 0))
  for (let p = 0; p < PARTS; p++) {
    const isIn = (n: number): boolean => part.get(rows[n]?.article as string) === p
    const points = fitted(
      rows.filter((_, n) => !isIn(n)),
      has.filter((_, n) => !isIn(n)),
      features
    )
    for (const [n, row] of rows.entries()) {
      if (!isIn(n)) continue
      const sums = points.map(weights => product(weights, has[n] as number[]))
      add('by words', KINDS[sums.indexOf(Math.max(...sums))] === row.kind)
      add('as read', row.read === row.kind)
    }
  }
  for (const [name, count] of right)
    console.log(`${name}: ${count} of ${rows.length} right (${((100 * count) / rows.length).toFixed(1)} %)`)
}

function write(features: readonly string[], points: readonly Float64Array[]): void {
  const at = (i: number): number[] => points.map(weights => weights[i] as number)
  const rowsIn = (belongs: (name: string) => boolean, short: (name: string) => string): string =>
    features
      .flatMap((name, i) =>
        belongs(name) && at(i).some(p => p !== 0) ? [`  ${JSON.stringify(short(name))}: ${JSON.stringify(at(i))}`] : []
      )
      .join(',\n')
  const parts = [
    ` "constants": ${JSON.stringify(at(features.length))}`,
    ` "traits": {\n${rowsIn(
      name => !name.includes('\t'),
      name => name
    )}\n }`,
    ...ZONES.map(
      zone =>
        ` "${zone}": {\n${rowsIn(
          name => name.startsWith(`${zone}\t`),
          name => name.slice(zone.length + 1)
        )}\n }`
    )
  ]
  writeFileSync(new URL('../../src/decisions/observed/points.json', import.meta.url), `{\n${parts.join(',\n')}\n}\n`)
}

const options = process.argv.slice(2)
const files = options.filter(option => option !== '--write')
if (files.length === 0 || files.length % 2 === 1) {
  console.error('usage: node scripts/fit/observed.ts [--write] TEXTS.ndjson GOLD.ndjson [TEXTS GOLD …]')
  process.exit(2)
}
const rows: Row[] = []
for (let i = 0; i < files.length; i += 2) rows.push(...(await rowsOf(files[i] as string, files[i + 1] as string)))
const features = featuresOf(rows)
const index = new Map(features.map((name, i) => [name, i]))
const has = rows.map(({ names }) => names.flatMap(name => index.get(name) ?? []).sort((a, b) => a - b))
console.log(
  `${rows.length} shares, ${KINDS.map(kind => `${kind} ${rows.filter(row => row.kind === kind).length}`).join(', ')}; ${features.length} features`
)
crossed(rows, has, features.length)
if (options.includes('--write')) write(features, fitted(rows, has, features.length))
