/**
 * What `link` costs beside the least that a linker of the same units could do: cut them, and for each number look once at
 * every unit of its sentence, keep the nearest one of each tag on both sides, and make the record's objects. No rule is asked.
 *
 *   node floor.ts TEXTS.ndjson [ROUNDS]      prints milliseconds of both, each article's least of all rounds
 */
import { readFileSync } from 'node:fs'
import { articleOf } from '../../src/index.ts'
import { MENTIONS } from '../../src/mentions/index.ts'
import { KNOWLEDGE } from '../../src/mentions/knowledge.ts'
import type { Article } from '../../src/model/article.ts'
import type { Frame } from '../../src/model/frame.ts'
import { RECORDS } from '../../src/records/index.ts'
import { compileGrammar, grammar } from '../../src/stages/grammar/grammar.ts'
import { Table } from '../../src/stages/grammar/table.ts'
import { type Linked, link } from '../../src/stages/link/link.ts'
import { normalize } from '../../src/stages/normalize/normalize.ts'
import { placed } from '../../src/stages/normalize/tables.ts'
import { segment } from '../../src/stages/segment/segment.ts'
import { compileTagger, tag } from '../../src/stages/tag/tag.ts'
import type { Units } from '../../src/text/units.ts'
import { renewLexemes } from '../../src/text/word-class.ts'

const WITHOUT: ReadonlySet<string> = new Set()
const ORDER = MENTIONS.map(m => m.type)
const tagger = compileTagger(MENTIONS)
const grammars = compileGrammar(RECORDS.flatMap(r => (r.grammar === undefined ? [] : [{ kind: r.kind, ...r.grammar }])))

const left = new Int32Array(64)
const right = new Int32Array(64)

/** Keeps, by tag, the nearest unit that has it on either side of a number. */
function lookAround({ columns: { low, high }, base, length }: Units, at: number): void {
  left.fill(-1)
  right.fill(-1)
  for (let i = 0; i < at; i++) note(left, low[base + i] as number, high[base + i] as number, i)
  for (let i = length - 1; i > at; i--) note(right, low[base + i] as number, high[base + i] as number, i)
}

function note(side: Int32Array, low: number, high: number, at: number): void {
  for (let bits = low; bits !== 0; bits &= bits - 1) side[31 - Math.clz32(bits & -bits)] = at
  for (let bits = high; bits !== 0; bits &= bits - 1) side[63 - Math.clz32(bits & -bits)] = at
}

/** The least: the units of every sentence in a paragraph with a number, a look at each number's sentence, the objects that come out. */
function least(table: Table, sentences: readonly { readonly line: number }[], frames: readonly Frame[], linked: Linked): object[] {
  const lines = new Set(frames.map(f => sentences[f.sentence]?.line))
  for (const [index, { line }] of sentences.entries()) if (lines.has(line)) table.unitsOf(index)
  for (const { sentence, anchor } of frames) {
    const units = table.unitsOf(sentence)
    lookAround(units, units.at(anchor.start))
  }
  return linked.frames.map(f => ({ ...f, fields: { ...f.fields }, evidence: { ...f.evidence }, rules: [...f.rules] }))
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Milliseconds of `link` and of the least, for one article. */
function measured(article: Article): { link: number; least: number } {
  renewLexemes()
  const text = normalize(article.text)
  const sentences = segment(text)
  const { mentions, tokens } = tag(text, sentences, tagger)
  const tables = placed(article.tables, text)
  const read = { text, sentences, mentions, tokens }
  const table = new Table(read, ORDER)
  const frames = sentences.flatMap(s => grammar(s.index, table, grammars))
  let linked: Linked | undefined
  const input = { article, normalized: text, sentences, mentions, table, tables, knowledge: KNOWLEDGE, without: WITHOUT }
  const whole = timed(() => (linked = link(input, frames)))
  // `link` finds the sentences with numbers cut by the grammar; the least cuts all of its units itself.
  return { link: whole, least: timed(() => least(new Table(read, ORDER), sentences, frames, linked as Linked)) }
}

const [file = '', rounds = '10'] = process.argv.slice(2)
const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
const articles = await Promise.all(
  lines.map(line => {
    const { text, published } = JSON.parse(line) as { text: string; published: string | null }
    return articleOf({ text, ...(published == null ? {} : { published }) })
  })
)
const best = articles.map(() => ({ link: Number.POSITIVE_INFINITY, least: Number.POSITIVE_INFINITY }))
for (let round = 0; round < Number(rounds); round++)
  for (const [i, article] of articles.entries()) {
    const now = measured(article)
    const known = best[i] as { link: number; least: number }
    best[i] = { link: Math.min(known.link, now.link), least: Math.min(known.least, now.least) }
  }
const sum = (key: 'link' | 'least'): number => best.reduce((total, b) => total + b[key], 0)
process.stdout.write(
  `${JSON.stringify({ 'ms link': sum('link'), 'ms least': sum('least'), 'link / least': sum('link') / sum('least') })}\n`
)
