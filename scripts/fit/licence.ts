/**
 * Fits the points of the reasons for a licence to annotated articles, and prints them beside the present ones.
 *
 *   node scripts/fit/licence.ts TEXTS.ndjson GOLD.ndjson [TEXTS GOLD …]
 *
 * TEXTS has `text`, `title`, `published`; GOLD, joined by the SHA-256 of the text layer, `quantities` with `start`, `end` and
 * `status`, and `only: true` where no other number was judged. A number that was read as a goal is right where a goal of the gold
 * overlaps it. The points are twice the weights of a logistic regression with a ridge, rounded: the same input gives the same.
 */
import { readFileSync } from 'node:fs'
import { LEAST, REASONS } from '../../src/decisions/licence/licence.ts'
import { articleOf } from '../../src/index.ts'
import { licencesIn } from '../../src/pipeline.ts'
import { logistic } from './logistic.ts'

interface Gold {
  readonly sha256: string
  readonly only?: boolean
  readonly quantities?: readonly { readonly start: number; readonly end: number; readonly status: string }[]
}
interface Row {
  readonly reasons: ReadonlySet<string>
  readonly isGoal: boolean
  readonly weight: number
}

// A number that was judged by itself stands for so many: of ordinary news only a sample was.
const SAMPLED = 3

const SCALE = 2
const RIDGE = 3

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
      rows.push({
        reasons: new Set(licence.reasons.map(r => r.id)),
        isGoal: judged.some(q => q.status === 'goal'),
        weight: gold.only === true ? SAMPLED : 1
      })
    }
  }
  return rows
}

const files = process.argv.slice(2)
if (files.length === 0 || files.length % 2 === 1) {
  console.error('usage: node scripts/fit/licence.ts TEXTS.ndjson GOLD.ndjson [TEXTS GOLD …]')
  process.exit(2)
}
const rows: Row[] = []
for (let i = 0; i < files.length; i += 2) rows.push(...(await rowsOf(files[i] as string, files[i + 1] as string)))
const counted = rows.flatMap(row => Array.from({ length: row.weight }, () => row))
const weights = logistic(
  counted.map(row => [1, ...REASONS.map(r => (row.reasons.has(r.id) ? 1 : 0))]),
  counted.map(row => (row.isGoal ? 1 : 0)),
  RIDGE
)
const points = weights.map(w => Math.round(w * SCALE))
console.log(
  `${rows.length} numbers, ${rows.filter(row => row.isGoal).length} goals; least points: ${LEAST} now, ${-(points[0] as number)} fitted`
)
for (const [i, reason] of REASONS.entries()) {
  const held = rows.filter(row => row.reasons.has(reason.id))
  const right = held.filter(row => row.isGoal).length
  console.log(
    [reason.id, reason.points, points[i + 1], (weights[i + 1] as number).toFixed(2), `${right} of ${held.length} goals`].join('\t')
  )
}
