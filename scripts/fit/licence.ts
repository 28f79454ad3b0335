/**
 * Fits the points of the reasons for a licence, and of the words around a number, to annotated articles.
 *
 *   node scripts/fit/licence.ts [--write] TEXTS.ndjson GOLD.ndjson [TEXTS GOLD …]
 *
 * TEXTS has `text`, `title`, `published`; GOLD, joined by the SHA-256 of the text layer, `quantities` with `start`, `end` and
 * `status`, and `only: true` where no other number was judged. A number that was read as a goal is right where a goal of the gold
 * overlaps it. The points are ten times the weights of a logistic regression with a ridge, rounded: the same input gives the
 * same. Prints what the articles say of each reason and how well points fitted on five sixths of the articles judge the rest;
 * `--write` puts the points where the program has them. What the numbers around one are is judged with the points at first
 * sight, which are not fitted here.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { LEAST, REASONS } from '../../src/decisions/licence/licence.ts'
import { saidAround } from '../../src/decisions/phrase-table.ts'
import { ZONES } from '../../src/decisions/wording.ts'
import { articleOf } from '../../src/index.ts'
import { licencesIn } from '../../src/pipeline.ts'
import { type Judged, logistic, product } from './logistic.ts'

interface Gold {
  readonly sha256: string
  readonly only?: boolean
  readonly quantities?: readonly { readonly start: number; readonly end: number; readonly status: string }[]
}
interface Row {
  readonly article: string
  readonly names: readonly string[]
  readonly isSo: boolean
  readonly isSampled: boolean
}

// A number that was judged by itself stands for so many: of ordinary news only a sample was.
const SAMPLED = 3
// Words of fewer articles are of what those are about.
const LEAST_ARTICLES = 8
const SCALE = 10
const RIDGE = 60
const PARTS = 6

const linesOf = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as unknown)

async function rowsOf(texts: string, golds: string): Promise<Row[]> {
  const bySum = new Map((linesOf(golds) as Gold[]).map(gold => [gold.sha256, gold]))
  const rows: Row[] = []
  for (const given of linesOf(texts) as { text: string; title?: string | null; published?: string | null }[]) {
    const { text, title, published } = given
    const article = await articleOf({ text, ...(title == null ? {} : { title }), ...(published == null ? {} : { published }) })
    const gold = bySum.get(article.record.sha256)
    if (gold?.quantities === undefined) continue
    for (const { span, licence } of licencesIn(article)) {
      const judged = gold.quantities.filter(q => q.start < span.end && span.start < q.end)
      if (judged.length === 0 && gold.only === true) continue
      const { wording, at } = licence.query
      rows.push({
        article: article.record.sha256,
        names: [
          ...licence.reasons.map(r => r.id),
          ...ZONES.flatMap(zone => [...saidAround(wording, at, zone)].map(words => `${zone}\t${words}`))
        ],
        isSo: judged.some(q => q.status === 'goal'),
        isSampled: gold.only === true
      })
    }
  }
  return rows
}

/** Names that are features: all reasons, and words of enough articles. */
function featuresOf(rows: readonly Row[]): string[] {
  const articles = new Map<string, Set<string>>()
  for (const { names, article } of rows)
    for (const name of names) {
      const seen = articles.get(name) ?? new Set()
      articles.set(name, seen.add(article))
    }
  const ids = REASONS.map(r => r.id)
  const words = [...articles].filter(([name, seen]) => name.includes('\t') && seen.size >= LEAST_ARTICLES).map(([name]) => name)
  return [...ids, ...words.sort()]
}

function judgedOf(rows: readonly Row[], features: readonly string[]): Judged[] {
  const index = new Map(features.map((name, i) => [name, i]))
  return rows.map(({ names, isSo, isSampled }) => ({
    has: names.flatMap(name => index.get(name) ?? []).sort((a, b) => a - b),
    isSo,
    weight: isSampled ? SAMPLED : 1
  }))
}

/** How well rows are judged by points that were fitted without their articles. */
function crossed(rows: readonly Row[], judged: readonly Judged[], features: number): void {
  const articles = [...new Set(rows.map(row => row.article))].sort()
  const part = new Map(articles.map((article, i) => [article, i % PARTS]))
  const count = { whole: [0, 0, 0], sampled: [0, 0, 0] }
  for (let p = 0; p < PARTS; p++) {
    const isIn = (n: number): boolean => part.get(rows[n]?.article as string) === p
    const weights = logistic(
      judged.filter((_, n) => !isIn(n)),
      features,
      RIDGE
    ).map(w => Math.round(w * SCALE) / SCALE)
    for (const [n, { has, isSo }] of judged.entries()) {
      if (!isIn(n)) continue
      const [right, read, so] = rows[n]?.isSampled ? count.sampled : count.whole
      const isRead = product(weights, has) > 0
      const next = [(right as number) + (isRead && isSo ? 1 : 0), (read as number) + (isRead ? 1 : 0), (so as number) + (isSo ? 1 : 0)]
      if (rows[n]?.isSampled) count.sampled = next
      else count.whole = next
    }
  }
  for (const [name, [right = 0, read = 0, so = 0]] of Object.entries(count))
    console.log(`${name} articles: of ${read} read ${right} are goals, of ${so} goals: ${((2 * right) / (read + so)).toFixed(3)}`)
}

function write(features: readonly string[], points: readonly number[], least: number): void {
  const at = (path: string): URL => new URL(`../../src/decisions/licence/${path}`, import.meta.url)
  let reasons = readFileSync(at('reasons.ts'), 'utf8')
  for (const [i, { id }] of REASONS.entries())
    reasons = reasons.replace(new RegExp(`(id: '${id}',\\n(?:    sight: -?\\d+,\\n)?    points: )-?\\d+`), `$1${points[i]}`)
  writeFileSync(at('reasons.ts'), reasons)
  const licence = readFileSync(at('licence.ts'), 'utf8')
  writeFileSync(at('licence.ts'), licence.replace(/(export const LEAST = )-?\d+/, `$1${least}`))
  const table = Object.fromEntries(
    ZONES.map(zone => [
      zone,
      Object.fromEntries(
        features.flatMap((name, i) => (name.startsWith(`${zone}\t`) && points[i] !== 0 ? [[name.slice(zone.length + 1), points[i]]] : []))
      )
    ])
  )
  writeFileSync(at('phrases.json'), `${JSON.stringify(table, null, 1)}\n`)
}

const options = process.argv.slice(2)
const files = options.filter(option => option !== '--write')
if (files.length === 0 || files.length % 2 === 1) {
  console.error('usage: node scripts/fit/licence.ts [--write] TEXTS.ndjson GOLD.ndjson [TEXTS GOLD …]')
  process.exit(2)
}
const rows: Row[] = []
for (let i = 0; i < files.length; i += 2) rows.push(...(await rowsOf(files[i] as string, files[i + 1] as string)))
const features = featuresOf(rows)
const judged = judgedOf(rows, features)
const weights = logistic(judged, features.length, RIDGE)
const points = [...weights].map(w => Math.round(w * SCALE))
const least = Math.round(-(weights[features.length] as number) * SCALE)
console.log(`${rows.length} numbers, ${rows.filter(row => row.isSo).length} goals; least points: ${LEAST} now, ${least} fitted`)
console.log(
  `${points.slice(REASONS.length, features.length).filter(p => p !== 0).length} words of ${features.length - REASONS.length} have points`
)
crossed(rows, judged, features.length)
for (const [i, { id, points: now }] of REASONS.entries()) {
  const held = rows.filter(row => row.names.includes(id))
  console.log([id, now, points[i], `${held.filter(row => row.isSo).length} of ${held.length} goals`].join('\t'))
}
if (options.includes('--write')) write(features, points, least)
