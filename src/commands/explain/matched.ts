import type { Article } from '../../model/article.ts'
import { overlaps, type Span } from '../../model/span.ts'
import { RECORDS } from '../../records/index.ts'
import { compileGrammar, grammar } from '../../stages/grammar/grammar.ts'
import { toSource } from '../../text/offset-map.ts'
import { type Analysis, analyze } from '../rules/analysis.ts'

/** A part of a rule's pattern with the words it matched. */
export interface MatchedPart extends Span {
  readonly part: string
  readonly text: string
}

/** Finds what parts of a rule's pattern matched at a place of an article's text. */
export type Matcher = (rule: string, at: Span) => readonly MatchedPart[]

const grammars = compileGrammar(RECORDS.flatMap(r => (r.grammar === undefined ? [] : [{ kind: r.kind, ...r.grammar }])))

/** The matcher of an article, by this program's rules: tagging rules give their named groups, grammar rules their slots. */
export function matcherOf(article: Article): Matcher {
  let analysis: Analysis | undefined
  return (rule, at) => {
    analysis ??= analyze(article)
    const { text, mentions, sentences, table } = analysis
    const part = (name: string, span: Span): MatchedPart => {
      const source = toSource(text.map, span.start, span.end)
      return { part: name, ...source, text: article.text.slice(source.start, source.end) }
    }
    const isHere = (span: Span) => overlaps(toSource(text.map, span.start, span.end), at)
    const mention = mentions.find(m => m.rule === rule && isHere(m.outer))
    if (mention !== undefined)
      return [part('match', mention.outer), ...Object.entries(mention.parts).map(([name, span]) => part(name, span))]
    const sentence = sentences.find(s => isHere(s))
    if (sentence === undefined) return []
    const units = table.unitsOf(sentence.index)
    const readings = grammar(sentence.index, table, grammars).flatMap(frame =>
      frame.readings
        .filter(r => r.rule === rule)
        .map(({ slots }) => ({
          isAnchored: isHere(frame.anchor),
          parts: Object.entries(slots).flatMap(([name, { from, to }]) => {
            return from < to ? [part(name, { start: units.start(from), end: units.end(to - 1) })] : []
          })
        }))
    )
    // A field may be read far from the value; then the place is that of another part.
    const found = readings.find(r => r.isAnchored) ?? readings.find(r => r.parts.some(p => overlaps(p, at)))
    return found?.parts ?? []
  }
}
