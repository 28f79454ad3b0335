/**
 * Fits how sure a target is to annotated articles: the points of what it was read from.
 *
 *   node scripts/fit/confidence.ts [--write] TEXTS.ndjson GOLD.ndjson [TEXTS GOLD …]
 *
 * TEXTS has `text`, `title`, `published`; GOLD is joined by the SHA-256 of the text layer and has all fields of all goals. A
 * target is right where `eval` finds all fields of it right. The points are ten times the weights of a logistic regression with
 * a ridge, rounded: the same input gives the same. Prints how the bands do on articles that they were not fitted to; `--write`
 * puts the points where the program has them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { type GoldArticle, parseGold } from '../../src/eval/gold.ts'
import { scoreArticle } from '../../src/eval/score.ts'
import { articleOf, extract } from '../../src/index.ts'
import type { Article } from '../../src/model/article.ts'
import { overlaps } from '../../src/model/span.ts'
import { traitsIn } from '../../src/pipeline.ts'
import { HIGH, MEDIUM } from '../../src/stages/validate/certainty.ts'
import { type Judged, logistic, product } from './logistic.ts'

interface Row {
  readonly article: string
  readonly names: readonly string[]
  readonly isSo: boolean
}

// What fewer articles have says more of those than of itself.
const LEAST_ARTICLES = 6
const SCALE = 10
const RIDGE = 12
const PARTS = 8
// A target is right where these are.
const FIELDS = new Set(['value', 'comparator', 'indicator', 'deadline', 'place', 'document'])

async function rowsOf(texts: string, golds: string): Promise<Row[]> {
  const { articles, problems } = parseGold(readFileSync(golds, 'utf8'))
  for (const problem of problems) console.error(problem)
  const bySum = new Map(articles.map(gold => [gold.sha256, gold]))
  const rows: Row[] = []
  for (const line of readFileSync(texts, 'utf8').split('\n')) {
    if (line === '') continue
    const { text, title, published } = JSON.parse(line) as { text: string; title?: string | null; published?: string | null }
    const article = await articleOf({ text, ...(title == null ? {} : { title }), ...(published == null ? {} : { published }) })
    const gold = bySum.get(article.record.sha256)
    if (gold?.quantities !== undefined) rows.push(...judgedBy(article, gold))
  }
  return rows
}

function judgedBy(article: Article, gold: GoldArticle): Row[] {
  const { errors } = scoreArticle(gold, { text: article.text, extraction: extract(article) })
  const wrong = errors.filter(e => e.kind === 'target' && (e.problem === 'spurious' || FIELDS.has(e.field ?? '')))
  return traitsIn(article).map(({ span, traits }) => ({
    article: article.record.sha256,
    names: traits,
    isSo: !wrong.some(e => overlaps(e, span))
  }))
}

/** What enough articles have. */
function featuresOf(rows: readonly Row[]): string[] {
  const articles = new Map<string, Set<string>>()
  for (const { names, article } of rows) for (const name of names) articles.set(name, (articles.get(name) ?? new Set()).add(article))
  return [...articles].flatMap(([name, seen]) => (seen.size >= LEAST_ARTICLES ? [name] : [])).sort()
}

/** The share that is right of each band, of targets that were judged without their articles. */
function crossed(rows: readonly Row[], judged: readonly Judged[], features: number): void {
  const part = new Map([...new Set(rows.map(row => row.article))].sort().map((article, i) => [article, i % PARTS]))
  const bands = { high: [0, 0], medium: [0, 0], low: [0, 0] }
  for (let p = 0; p < PARTS; p++) {
    const isIn = (n: number): boolean => part.get(rows[n]?.article as string) === p
    const weights = logistic(
      judged.filter((_, n) => !isIn(n)),
      features,
      RIDGE
    ).map(w => Math.round(w * SCALE))
    for (const [n, { has, isSo }] of judged.entries()) {
      if (!isIn(n)) continue
      const points = product(weights, has)
      const band = bands[points >= HIGH ? 'high' : points >= MEDIUM ? 'medium' : 'low']
      band[0] = (band[0] as number) + (isSo ? 1 : 0)
      band[1] = (band[1] as number) + 1
    }
  }
  for (const [name, [right = 0, all = 0]] of Object.entries(bands))
    console.log(
      `${name}: ${right} of ${all} right (${((100 * right) / all).toFixed(0)} %), ${((100 * all) / rows.length).toFixed(0)} % of all`
    )
}

const options = process.argv.slice(2)
const files = options.filter(option => option !== '--write')
if (files.length === 0 || files.length % 2 === 1) {
  console.error('usage: node scripts/fit/confidence.ts [--write] TEXTS.ndjson GOLD.ndjson [TEXTS GOLD …]')
  process.exit(2)
}
const rows: Row[] = []
for (let i = 0; i < files.length; i += 2) rows.push(...(await rowsOf(files[i] as string, files[i + 1] as string)))
const features = featuresOf(rows)
const index = new Map(features.map((name, i) => [name, i]))
const judged = rows.map(({ names, isSo }) => ({ has: names.flatMap(name => index.get(name) ?? []).sort((a, b) => a - b), isSo, weight: 1 }))
const points = logistic(judged, features.length, RIDGE).map(w => Math.round(w * SCALE))
console.log(
  `${rows.length} targets, ${rows.filter(row => row.isSo).length} right; ${points.filter(p => p !== 0).length} of ${features.length} traits have points`
)
crossed(rows, judged, features.length)
if (options.includes('--write')) {
  const table = {
    constant: points[features.length],
    points: Object.fromEntries(features.flatMap((name, i) => (points[i] === 0 ? [] : [[name, points[i]]])))
  }
  writeFileSync(new URL('../../src/stages/validate/certainty.json', import.meta.url), `${JSON.stringify(table, null, 1)}\n`)
}
