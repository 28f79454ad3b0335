/**
 * Fits how sure a target is to annotated articles: the points of what it was read from, for each question by itself.
 *
 *   node scripts/fit/confidence.ts [--write] TEXTS.ndjson GOLD.ndjson [TEXTS GOLD …]
 *
 * TEXTS has `text`, `title`, `published`; GOLD is joined by the SHA-256 of the text layer and has all fields of all goals. A
 * target is right where `eval` finds all fields of it right. The points are ten times the weights of a logistic regression with
 * a ridge, rounded: the same input gives the same. Prints how targets do, by how sure they are, in articles that took no part in
 * the fit; `--write` puts the points where the program has them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { type GoldArticle, parseGold } from '../../src/eval/gold.ts'
import { scoreArticle } from '../../src/eval/score.ts'
import { articleOf, extract } from '../../src/index.ts'
import type { Article } from '../../src/model/article.ts'
import { overlaps } from '../../src/model/span.ts'
import { traitsIn } from '../../src/pipeline.ts'
import { chanceOf, HIGH, MEDIUM } from '../../src/stages/validate/certainty.ts'
import { QUESTIONS, type Question } from '../../src/stages/validate/traits.ts'
import { logistic, product } from './logistic.ts'

interface Row {
  readonly article: string
  readonly set: string
  readonly traits: Readonly<Record<Question, readonly string[]>>
  /** Questions whose answer is no; of what is no goal nothing else is known. */
  readonly wrong: ReadonlySet<Question>
}

/** The points of one question. */
interface Fitted {
  readonly constant: number
  readonly points: Readonly<Record<string, number>>
}

// What fewer articles have says more of those than of itself.
const LEAST_ARTICLES = 8
const SCALE = 10
const RIDGE = 6
const PARTS = 8
const COVERAGES = [10, 15, 20, 25, 30, 35, 40, 50, 100]
// The question that an error of a field is one of.
const QUESTION_OF: Readonly<Record<string, Question>> = {
  value: 'goal',
  comparator: 'goal',
  indicator: 'indicator',
  place: 'place',
  deadline: 'deadline',
  document: 'document'
}

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
    if (gold?.quantities !== undefined) rows.push(...judgedBy(article, gold, texts))
  }
  return rows
}

function judgedBy(article: Article, gold: GoldArticle, set: string): Row[] {
  const errors = scoreArticle(gold, { text: article.text, extraction: extract(article) }).errors.filter(e => e.kind === 'target')
  return traitsIn(article).map(({ span, traits }) => {
    const own = errors.filter(e => overlaps(e, span))
    const wrong = own.flatMap(e => (e.problem === 'spurious' ? 'goal' : (QUESTION_OF[e.field ?? ''] ?? [])))
    return { article: article.record.sha256, set, traits, wrong: new Set(wrong) }
  })
}

/** What enough articles have. */
function featuresOf(rows: readonly Row[], question: Question): string[] {
  const articles = new Map<string, Set<string>>()
  for (const { traits, article } of rows)
    for (const name of traits[question]) articles.set(name, (articles.get(name) ?? new Set()).add(article))
  return [...articles].flatMap(([name, seen]) => (seen.size >= LEAST_ARTICLES ? [name] : [])).sort()
}

/** The points of a question, of targets that are goals for all but the first. */
function pointsFor(all: readonly Row[], question: Question): Fitted {
  const rows = question === 'goal' ? all : all.filter(row => !row.wrong.has('goal'))
  const features = featuresOf(rows, question)
  const index = new Map(features.map((name, i) => [name, i]))
  const judged = rows.map(({ traits, wrong }) => ({
    has: [...new Set(traits[question].flatMap(name => index.get(name) ?? []))].sort((a, b) => a - b),
    isSo: !wrong.has(question),
    weight: 1
  }))
  const points = logistic(judged, features.length, RIDGE).map(w => Math.round(w * SCALE))
  return {
    constant: product(points, []),
    points: Object.fromEntries(features.flatMap((name, i) => (points[i] === 0 ? [] : [[name, points[i] as number]])))
  }
}

type Table = Readonly<Record<Question, Fitted>>

const tableOf = (rows: readonly Row[]): Table => Object.fromEntries(QUESTIONS.map(q => [q, pointsFor(rows, q)])) as Table

const chanceBy = (table: Table, { traits }: Row): number =>
  chanceOf(q => traits[q].reduce((sum, name) => sum + (table[q].points[name] ?? 0), table[q].constant))

/** The chance of each target by points that were fitted without its article. */
function crossed(rows: readonly Row[]): number[] {
  const part = new Map([...new Set(rows.map(row => row.article))].sort().map((article, i) => [article, i % PARTS]))
  const chances = new Array<number>(rows.length).fill(0)
  for (let p = 0; p < PARTS; p++) {
    const table = tableOf(rows.filter(row => part.get(row.article) !== p))
    for (const [n, row] of rows.entries()) if (part.get(row.article) === p) chances[n] = chanceBy(table, row)
  }
  return chances
}

/** Prints the share that is right of the surest targets, and of each band. */
function tell(name: string, rows: readonly Row[], chances: readonly number[]): void {
  const judged = rows.map((row, n) => ({ isSo: row.wrong.size === 0, chance: chances[n] as number })).sort((a, b) => b.chance - a.chance)
  const share = (part: typeof judged): string => (part.filter(row => row.isSo).length / part.length).toFixed(3)
  const at = COVERAGES.map(c => {
    const part = judged.slice(0, Math.max(1, Math.round((judged.length * c) / 100)))
    return `${c}% ${share(part)} (${part.at(-1)?.chance})`
  })
  console.log(`${name}: ${rows.length} targets; surest ${at.join(', ')}`)
  const bands = { high: [HIGH, 1001], medium: [MEDIUM, HIGH], low: [-1, MEDIUM] } as const
  for (const [band, [least, below]] of Object.entries(bands)) {
    const part = judged.filter(({ chance }) => chance >= least && chance < below)
    console.log(`  ${band}: ${share(part)} of ${part.length} right, ${((100 * part.length) / judged.length).toFixed(0)} % of all`)
  }
}

const options = process.argv.slice(2)
const files = options.filter(option => option !== '--write')
if (files.length === 0 || files.length % 2 === 1) {
  console.error('usage: node scripts/fit/confidence.ts [--write] TEXTS.ndjson GOLD.ndjson [TEXTS GOLD …]')
  process.exit(2)
}
const rows: Row[] = []
for (let i = 0; i < files.length; i += 2) rows.push(...(await rowsOf(files[i] as string, files[i + 1] as string)))
if (options.includes('--write')) {
  const table = tableOf(rows)
  for (const q of QUESTIONS) console.log(`${q}: ${Object.keys(table[q].points).length} traits have points`)
  writeFileSync(new URL('../../src/stages/validate/certainty.json', import.meta.url), `${JSON.stringify(table, null, 1)}\n`)
}
const chances = crossed(rows)
tell('all', rows, chances)
for (const set of new Set(rows.map(row => row.set))) {
  const own = [...rows.keys()].filter(n => rows[n]?.set === set)
  tell(
    set,
    own.map(n => rows[n] as Row),
    own.map(n => chances[n] as number)
  )
}
