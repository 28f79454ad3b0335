/**
 * How fast each stage is, beside chrono-node's Vietnamese dates on the same text in the same run. No assertion: machines
 * differ, ratios of one run do not.
 *
 *   npm run bench                 the bundled corpus
 *   npm run bench -- PATH [...]   what `muctieu extract` would read; at most 8 MB of it
 */
import { resolve } from 'node:path'
import { vi } from 'chrono-node'
import { MENTIONS } from '../src/mentions/index.ts'
import { KNOWLEDGE } from '../src/mentions/knowledge.ts'
import type { Article } from '../src/model/article.ts'
import { extract } from '../src/pipeline.ts'
import { RECORDS } from '../src/records/index.ts'
import { compileGrammar, grammar } from '../src/stages/grammar/grammar.ts'
import { Table } from '../src/stages/grammar/table.ts'
import { link } from '../src/stages/link/link.ts'
import { normalize } from '../src/stages/normalize/normalize.ts'
import { read } from '../src/stages/read/read.ts'
import { segment } from '../src/stages/segment/segment.ts'
import { compileTagger, tag } from '../src/stages/tag/tag.ts'
import { publish } from '../src/stages/validate/publish.ts'
import { validate } from '../src/stages/validate/validate.ts'

const MOST_BYTES = 8e6
// Code runs at full speed after some hundred articles only; each phase ends by its time, in milliseconds, or its rounds.
const WARM_UP = { time: 15_000, rounds: 30 }
const MEASURED = { time: 25_000, rounds: 25 }

const given = process.argv.slice(2)
const operands = given.length > 0 ? given.map(path => resolve(process.env['INIT_CWD'] ?? '.', path)) : ['corpus/articles']

async function readAll(): Promise<Article[]> {
  const articles: Article[] = []
  let bytes = 0
  for await (const result of read(operands, { published: null })) {
    if (result.kind !== 'article') continue
    articles.push(result.article)
    bytes += Buffer.byteLength(result.article.text)
    if (bytes > MOST_BYTES) break
  }
  return articles
}

/** Milliseconds of one round, by what was timed; chunks and readings are made when link asks for them. */
type Round = Record<string, number>
const timer =
  (round: Round) =>
  <V>(name: string, work: () => V): V => {
    const start = performance.now()
    const value = work()
    round[name] = (round[name] ?? 0) + performance.now() - start
    return value
  }

const tagger = compileTagger(MENTIONS)
const grammars = compileGrammar(RECORDS.flatMap(r => (r.grammar === undefined ? [] : [{ kind: r.kind, ...r.grammar }])))
const order = MENTIONS.map(m => m.type)

/** The stages of `extract`, one by one. */
function stages(article: Article, round: Round): void {
  const time = timer(round)
  const text = time('normalize', () => normalize(article.text))
  const sentences = time('segment', () => segment(text))
  const { mentions, tokens } = time('tag', () => tag(text, sentences, tagger))
  const table = new Table({ text, sentences, mentions, tokens }, order)
  const frames = time('grammar', () => sentences.flatMap(s => grammar(s.index, table, grammars)))
  const linked = time('link', () => link({ article, normalized: text, sentences, mentions, table, knowledge: KNOWLEDGE }, frames))
  const valid = time('validate', () => validate(article, text, linked.frames, linked.rejected, RECORDS))
  time('publish', () => publish(article, text, sentences, mentions, linked.values, MENTIONS, valid))
}

const OURS = 'extract'
const THEIRS = 'chrono-node vi'

async function measure(articles: readonly Article[]): Promise<Round> {
  const round: Round = {}
  const time = timer(round)
  const start = performance.now()
  await readAll()
  round['read'] = performance.now() - start
  for (const article of articles) stages(article, round)
  time(OURS, () => articles.map(article => extract(article).records.length))
  // chrono-node knows no lines: a whole article as one text would be unfair to it.
  time(THEIRS, () => articles.map(({ text }) => text.split('\n').map(line => vi.parse(line).length)))
  return round
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

const articles = await readAll()
const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)

async function repeat({ time, rounds }: { readonly time: number; readonly rounds: number }): Promise<Round[]> {
  const done: Round[] = []
  for (const end = performance.now() + time; done.length < rounds && (done.length < 2 || performance.now() < end); )
    done.push(await measure(articles))
  return done
}

await repeat(WARM_UP)
const rounds = await repeat(MEASURED)
const names = Object.keys(rounds[0] ?? {})
const times = new Map(names.map(name => [name, median(rounds.map(round => round[name] ?? 0))]))
const print = (name: string, ...columns: readonly string[]) =>
  process.stdout.write(`${name.padEnd(16)}${columns.map(c => c.padStart(12)).join('')}\n`)
process.stdout.write(`${articles.length} articles, ${(bytes / 1e6).toFixed(2)} MB, median of ${rounds.length} rounds\n\n`)
print('', 'MB/s', 'articles/s', 'ms')
for (const [name, ms] of times) print(name, (bytes / 1e3 / ms).toFixed(1), ((articles.length * 1e3) / ms).toFixed(0), ms.toFixed(1))
const [ours, theirs] = [times.get(OURS) ?? 0, times.get(THEIRS) ?? 0]
process.stdout.write(`\nextract / chrono-node vi: ${(theirs / ours).toFixed(2)} of its speed\n`)
