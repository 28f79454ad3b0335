import type { Licence } from './decisions/licence/licence.ts'
import type { Observed } from './decisions/observed/observed.ts'
import { type ExtractedMention, MENTIONS } from './mentions/index.ts'
import { KNOWLEDGE } from './mentions/knowledge.ts'
import type { Article } from './model/article.ts'
import type { Extraction } from './model/extraction.ts'
import type { Span } from './model/span.ts'
import type { NormalizedText } from './model/text.ts'
import { type ExtractedRecord, RECORDS } from './records/index.ts'
import { compileGrammar, grammar } from './stages/grammar/grammar.ts'
import { Table } from './stages/grammar/table.ts'
import { type Linked, link } from './stages/link/link.ts'
import { normalize, repaired } from './stages/normalize/normalize.ts'
import { placed } from './stages/normalize/tables.ts'
import { segment } from './stages/segment/segment.ts'
import { findSlips } from './stages/tag/slips.ts'
import { compileTagger, type Tagger, tag } from './stages/tag/tag.ts'
import { publish } from './stages/validate/publish.ts'
import { type Question, traitsOf } from './stages/validate/traits.ts'
import { toldOf, validate } from './stages/validate/validate.ts'
import { toSource } from './text/offset-map.ts'
import { renewLexemes } from './text/word-class.ts'

/** What changes a result beside the article. */
export interface ExtractOptions {
  /** Ids of rules that are left out. */
  readonly without?: ReadonlySet<string>
}

function compile(without: ReadonlySet<string>) {
  const keeps = (rule: { readonly id: string }): boolean => !without.has(rule.id)
  const mentions = MENTIONS.map(m => ({
    ...m,
    rules: m.rules.filter(keeps),
    ...(m.entries === undefined ? {} : { entries: m.entries.filter(e => !without.has(e.rule)) }),
    ...(m.slips === undefined || keeps(m.slips) ? {} : { slips: undefined })
  }))
  const grammars = RECORDS.flatMap(r =>
    r.grammar === undefined ? [] : [{ kind: r.kind, ...r.grammar, rules: r.grammar.rules.filter(keeps) }]
  )
  return { without, tagger: compileTagger(mentions), grammars: compileGrammar(grammars) }
}

/** What `extract` gives, with the fields of every kind. */
export type Extracted = Extraction<ExtractedRecord, ExtractedMention>

type Compiled = ReturnType<typeof compile>
type Read = ReturnType<typeof tagged>

const NOTHING: ReadonlySet<string> = new Set()
// Callers keep to one set of rules; another one is compiled anew.
let compiled = compile(NOTHING)
const order = MENTIONS.map(m => m.type)

function tagged(text: NormalizedText, tagger: Tagger) {
  const sentences = segment(text)
  return { text, sentences, ...tag(text, sentences, tagger) }
}

/** The table and what is found in it go when the frames are linked: a long text has much of both. */
function linkedOf(article: Article, read: Read, { grammars, without }: Compiled): Linked {
  const { text, sentences, mentions } = read
  const table = new Table(read, order)
  const frames = sentences.flatMap(s => grammar(s.index, table, grammars))
  const tables = placed(article.tables, text)
  return link({ article, normalized: text, sentences, mentions, table, tables, knowledge: KNOWLEDGE, without }, frames)
}

/**
 * Everything that one article says. Pure: the same article gives the same bytes.
 *
 *   Article ─normalize→ text ─segment→ sentences ─tag→ mentions (slips put right: once more) ─grammar→ frames ─link→ frames ─validate→ records | rejections
 */
export function extract(article: Article, options?: ExtractOptions): Extracted {
  const uniform = normalize(article.text)
  if (article.record.language !== 'vi')
    return publish(article, uniform, segment(uniform), [], new Map(), MENTIONS, { records: [], rejections: [], diagnostics: [] })
  const rules = compiledFor(options)
  const read = taggedOf(uniform, rules)
  const { text, sentences, mentions } = read
  const linked = linkedOf(article, read, rules)
  return publish(
    article,
    text,
    sentences,
    mentions,
    linked.values,
    MENTIONS,
    validate(article, text, sentences, linked.frames, linked.rejected, RECORDS)
  )
}

/** What spoke for and against each number of an article that was read as a goal, by its span in the text layer. */
export function licencesIn(article: Article): { readonly span: Span; readonly licence: Licence }[] {
  const rules = compiledFor(undefined)
  const read = taggedOf(normalize(article.text), rules)
  const { licences } = linkedOf(article, read, rules)
  return [...licences()].map(([{ start, end }, licence]) => ({ span: toSource(read.text.map, start, end), licence }))
}

/** What each target of an article was read from, by its span in the text layer: what its confidence is fitted to. */
export function traitsIn(article: Article): { readonly span: Span; readonly traits: Readonly<Record<Question, readonly string[]>> }[] {
  const rules = compiledFor(undefined)
  const read = taggedOf(normalize(article.text), rules)
  return linkedOf(article, read, rules)
    .frames.filter(frame => frame.kind === 'target')
    .map(frame => ({
      span: toSource(read.text.map, frame.anchor.start, frame.anchor.end),
      traits: traitsOf(toldOf(article, read.text, read.sentences, frame))
    }))
}

/** What the shares of an article that are no goals are told by, by their spans in the text layer. */
export function observedIn(article: Article): { readonly span: Span; readonly observed: Observed }[] {
  const rules = compiledFor(undefined)
  const read = taggedOf(normalize(article.text), rules)
  const { observed } = linkedOf(article, read, rules)
  return [...observed()].map(([{ start, end }, told]) => ({ span: toSource(read.text.map, start, end), observed: told }))
}

function compiledFor(options: ExtractOptions | undefined): Compiled {
  const without = options?.without ?? NOTHING
  renewLexemes()
  if (compiled.without !== without) compiled = compile(without)
  return compiled
}

/** Tags a text, and once more where slips of the pen in it were put right. */
function taggedOf(uniform: NormalizedText, { tagger }: Compiled): Read {
  const printed = tagged(uniform, tagger)
  const slips = findSlips(uniform, printed.tokens, tagger.slips)
  return slips.length === 0 ? printed : tagged(repaired(uniform, slips), tagger)
}
