import type { Mention } from '../../model/mention.ts'
import type { MentionType } from '../../model/rule.ts'
import { bySpan } from '../../model/span.ts'
import type { NormalizedText, Sentence } from '../../model/text.ts'
import { type Tokens, tokenize } from '../../text/tokens.ts'
import { absorb } from './absorb.ts'
import { type Found, UNPLACED } from './found.ts'
import { PhraseFinder } from './phrase-finder.ts'
import { repeat } from './repeat.ts'
import { type Places, RuleFinder } from './rule-finder.ts'
import { compileSlips, type Slips } from './slips.ts'

/** The knowledge of all mention types, compiled once: a rule finder for each form of the text, one phrase finder. */
export interface Tagger {
  readonly types: readonly MentionType[]
  /** Rules of types that mind case, and of those that do not. */
  readonly rules: { readonly match: RuleFinder; readonly lower: RuleFinder }
  readonly phrases: PhraseFinder
  readonly slips: Slips
}

/** What `tag` found: mentions in order of start, and the tokens that later stages cut chunks from. */
export interface Tagged {
  readonly mentions: readonly Mention[]
  readonly tokens: Tokens
}

/** Compiles the registry of mention types. */
export function compileTagger(types: readonly MentionType[]): Tagger {
  const rules = {
    match: new RuleFinder(types.map(t => (t.isCaseSensitive ? t : { ...t, rules: [] }))),
    lower: new RuleFinder(types.map(t => (t.isCaseSensitive ? { ...t, rules: [] } : t)))
  }
  const phrases = new PhraseFinder(types)
  return { types, rules, phrases, slips: compileSlips(types, phrases.words) }
}

/**
 * Finds all mentions of all types. A type's rule hits claim their characters, so that a date is no quantity; phrases may
 * overlap mentions of other types, and of one type the longest wins. Linear in the text.
 */
export function tag(normalized: NormalizedText, sentences: readonly Sentence[], tagger: Tagger): Tagged {
  const { match, lower } = normalized
  // Who claimed a character: the index of the type + 1.
  const taken = new Uint8Array(lower.length)
  const isFree = (start: number, end: number) => {
    for (let i = start; i < end; i++) if (taken[i] !== 0) return false
    return true
  }
  const isOwn = (type: number, start: number, end: number) => {
    for (let i = start; i < end; i++) if (taken[i] === type + 1) return true
    return false
  }
  const found: Found[] = []
  const tokens = tokenize(lower, tagger.phrases.words)
  const places = { match: tagger.rules.match.places(match, tokens), lower: tagger.rules.lower.places(lower, tokens) }
  for (const [index, type] of tagger.types.entries()) {
    const form = type.isCaseSensitive ? 'match' : 'lower'
    tagger.rules[form].find(places[form][index] as Places, normalized[form], match, isFree, ({ rule, span, outer, parts, value }) => {
      taken.fill(index + 1, outer.start, outer.end)
      const { start, end } = span
      found.push({ type: type.type, start, end, outer, parts, value, rule: rule.id, tags: type.tags(value, parts), sentence: UNPLACED })
    })
  }
  tagger.phrases.find(normalized, tokens, isOwn, found)
  absorb(found, tagger.types, lower)
  repeat(found, tagger.types, match)
  return { mentions: place(found.sort(bySpan), sentences), tokens }
}

/** Gives each mention the sentence it stands in; one that crosses a sentence's end is none. */
function place(found: readonly Found[], sentences: readonly Sentence[]): Mention[] {
  const mentions: Mention[] = []
  let at = 0
  for (const mention of found) {
    while (at < sentences.length && (sentences[at] as Sentence).end <= mention.start) at++
    const sentence = sentences[at]
    if (sentence === undefined || mention.start < sentence.start || mention.end > sentence.end) continue
    mention.sentence = at
    mentions.push(mention)
  }
  return mentions
}
