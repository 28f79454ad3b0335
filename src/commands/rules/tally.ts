import { MENTIONS } from '../../mentions/index.ts'
import type { Article } from '../../model/article.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { extract } from '../../pipeline.ts'
import { RECORDS } from '../../records/index.ts'
import { type CompiledGrammar, compileGrammar, grammar } from '../../stages/grammar/grammar.ts'
import { editsOf, STEPS } from '../../stages/normalize/steps.ts'
import { matchKey } from '../../text/fold.ts'
import { applyEdits } from '../../text/offset-map.ts'
import { type Analysis, analyze } from './analysis.ts'
import { type RuleInfo, rules } from './known.ts'

/** The kinds of rules that are data, and `link` for what linking writes, whose rules are code and seen in records only. */
export type RuleKind = RuleInfo['kind'] | 'link'

/** What one rule did on a corpus. */
export interface RuleTally {
  readonly rule: string
  readonly kind: RuleKind
  /** Edits or mentions it made, numbers or ranks it read; null for a rule of linking, which has no hits but records, and for a refusal. */
  readonly hits: number | null
  /** Records that name it. */
  readonly records: number
  /** Candidates refused on its account. */
  readonly refused: number
  /** Articles in which it did anything. */
  readonly articles: number
}

interface Counter {
  readonly kind: RuleKind
  hits: number | null
  records: number
  refused: number
  articles: number
  /** The article counted last. */
  last: string
}

/** Counts what each rule does, article by article. */
export interface RuleCounter {
  add(article: Article): void
  /** Rules in the order of the registries, then those of linking by name. */
  tallies(): RuleTally[]
  /** Phrases of closed lexicons with their hits. */
  phrases(): { readonly rule: string; readonly phrase: string; readonly hits: number }[]
}

/** A counter with every rule of the registries at zero. */
export function ruleCounter(): RuleCounter {
  const counters = new Map<string, Counter>()
  const open = (rule: string, kind: RuleKind): Counter => {
    const known = counters.get(rule)
    if (known !== undefined) return known
    const counter = {
      kind,
      hits: kind === 'link' || kind === 'refusal' || kind === 'header' ? null : 0,
      records: 0,
      refused: 0,
      articles: 0,
      last: ''
    }
    counters.set(rule, counter)
    return counter
  }
  for (const rule of rules()) open(rule.id, rule.kind)
  const grammars = compileGrammar(RECORDS.flatMap(r => (r.grammar === undefined ? [] : [{ kind: r.kind, ...r.grammar }])))
  const lexicon = lexiconPhrases()

  return {
    add(article) {
      const count = (rule: string, what: 'hits' | 'records' | 'refused') => {
        const counter = open(rule, 'link')
        counter[what] = (counter[what] ?? 0) + 1
        if (counter.last !== article.record.id) counter.articles++
        counter.last = article.record.id
      }
      if (article.record.language !== 'vi') return
      for (const step of stepsOf(article.text)) count(step, 'hits')
      const analysis = analyze(article)
      for (const rule of hitsOf(analysis, grammars)) count(rule, 'hits')
      for (const m of analysis.mentions) {
        const key = `${m.rule}\n${analysis.text.lower.slice(m.start, m.end)}`
        const hits = lexicon.get(key)
        if (hits !== undefined) lexicon.set(key, hits + 1)
      }
      const { records, rejections, diagnostics } = extract(article)
      for (const rule of slipsOf(diagnostics)) count(rule, 'hits')
      for (const record of records) for (const rule of rulesOf(record)) count(rule, 'records')
      for (const rejection of rejections) count(rejection.rule, 'refused')
    },
    tallies() {
      const all = [...counters].map(([rule, { kind, hits, records, refused, articles }]) => ({
        rule,
        kind,
        hits,
        records,
        refused,
        articles
      }))
      const byName = (a: RuleTally, b: RuleTally) => (a.rule < b.rule ? -1 : 1)
      return [...all.filter(t => t.kind !== 'link'), ...all.filter(t => t.kind === 'link').toSorted(byName)]
    },
    phrases: () => [...lexicon].map(([key, hits]) => ({ rule: key.split('\n')[0]!, phrase: key.split('\n')[1]!, hits }))
  }
}

/** The step of each edit that makes a text uniform. */
function* stepsOf(source: string): Generator<string> {
  let text = source
  for (const step of STEPS) {
    const edits = editsOf(step, text)
    for (const _ of edits) yield step.id
    text = applyEdits(text, edits).text
  }
}

/** The rule of each slip that was put right. */
function* slipsOf(diagnostics: readonly Diagnostic[]): Generator<string> {
  for (const { code, message } of diagnostics) if (code === 'normalize/slip') yield message.slice(message.lastIndexOf('(') + 1, -1)
}

/** The rule of each mention, and of each reading of a number or rank. */
function* hitsOf({ mentions, sentences, table }: Analysis, grammars: readonly CompiledGrammar[]): Generator<string> {
  for (const m of mentions) yield m.rule
  for (const s of sentences) {
    for (const frame of grammar(s.index, table, grammars)) for (const reading of frame.readings) yield reading.rule
  }
}

function rulesOf(record: Readonly<Record<string, unknown>>): Set<string> {
  const evidence = record['evidence'] as Readonly<Record<string, { readonly rule: string }>>
  return new Set([...(record['rules'] as readonly string[]), ...Object.values(evidence).map(e => e.rule)])
}

// A type that looks at a phrase's surroundings may widen the mention; its phrases are names, not a closed list.
function lexiconPhrases(): Map<string, number> {
  const closed = MENTIONS.filter(m => m.accept === undefined && m.absorbs === undefined)
  return new Map(closed.flatMap(m => (m.entries ?? []).map(e => [`${e.rule}\n${matchKey(e.phrase)}`, 0] as const)))
}
