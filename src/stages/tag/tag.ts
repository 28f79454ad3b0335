import type { Mention } from '../../model/mention.ts'
import type { Entry, MentionType } from '../../model/rule.ts'
import { bySpan } from '../../model/span.ts'
import type { NormalizedText, Sentence } from '../../model/text.ts'
import { isLetterAt } from '../../text/characters.ts'
import { matchKey } from '../../text/fold.ts'
import { PhraseSet } from '../../text/phrases.ts'
import { type Tokens, tokenize } from '../../text/tokens.ts'
import { type Places, RuleFinder } from './rule-finder.ts'

/** The knowledge of all mention types, compiled once: a finder for each form of the text, one phrase set for all phrases. */
export interface Tagger {
  readonly types: readonly MentionType[]
  /** Rules of types that mind case, and of those that do not. */
  readonly finders: { readonly match: RuleFinder; readonly lower: RuleFinder }
  readonly phrases: PhraseSet<{ readonly type: number; readonly entry: Entry }>
}

/** What `tag` found: mentions in order of start, and the tokens that later stages cut chunks from. */
export interface Tagged {
  readonly mentions: readonly Mention[]
  readonly tokens: Tokens
}

/** Compiles the registry of mention types. Entry phrases are keyed as the text is. */
export function compileTagger(types: readonly MentionType[]): Tagger {
  const phrases = new PhraseSet<{ type: number; entry: Entry }>()
  const finders = {
    match: new RuleFinder(types.map(t => (t.isCaseSensitive ? t : { ...t, rules: [] }))),
    lower: new RuleFinder(types.map(t => (t.isCaseSensitive ? { ...t, rules: [] } : t)))
  }
  types.forEach((t, type) => {
    for (const entry of t.entries ?? []) phrases.add(matchKey(entry.phrase), { type, entry })
  })
  return { types, finders, phrases }
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
  const found: Omit<Mention, 'sentence'>[] = []
  const tokens = tokenize(lower, tagger.phrases.vocabulary)
  const places = { match: tagger.finders.match.places(match, tokens), lower: tagger.finders.lower.places(lower, tokens) }
  for (const [index, type] of tagger.types.entries()) {
    const form = type.isCaseSensitive ? 'match' : 'lower'
    tagger.finders[form].find(places[form][index] as Places, normalized[form], match, isFree, hit => {
      taken.fill(index + 1, hit.outer.start, hit.outer.end)
      const { span, outer, parts, value } = hit
      found.push({
        type: type.type,
        start: span.start,
        end: span.end,
        outer,
        parts,
        value,
        rule: hit.rule.id,
        tags: type.tags(value, parts)
      })
    })
  }
  findPhrases(normalized, tokens, tagger, isOwn, mention => found.push(mention))
  absorb(found, tagger, lower)
  repeat(found, tagger, match)
  return { mentions: place(found.toSorted(bySpan), sentences), tokens }
}

/** Longest accepted phrase of each type at each token; a type goes on behind its last phrase. */
function findPhrases(
  { match, lower }: NormalizedText,
  tokens: Tokens,
  tagger: Tagger,
  isOwn: (type: number, start: number, end: number) => boolean,
  visit: (mention: Omit<Mention, 'sentence'>) => void
): void {
  const next = new Int32Array(tagger.types.length)
  const best: ({ entry: Entry; end: number } | undefined)[] = new Array(tagger.types.length).fill(undefined)
  let seen: number[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.word[i] === 0) continue
    tagger.phrases.at(tokens, i, ({ type, entry }, end) => {
      if ((next[type] as number) > i) return
      if (best[type] === undefined) seen.push(type)
      if (best[type] === undefined || best[type].end < end) best[type] = { entry, end }
    })
    if (seen.length === 0) continue
    for (const type of seen) {
      const { entry, end } = best[type] as { entry: Entry; end: number }
      best[type] = undefined
      next[type] = end
      const mentionType = tagger.types[type] as MentionType
      const start = tokens.start[i] as number
      const stop = tokens.end[end - 1] as number
      const accepted = mentionType.accept
        ? mentionType.accept({ start, end: stop, match, lower }, entry)
        : { span: { start, end: stop }, value: entry.value }
      if (accepted === undefined) continue
      const { span, value } = accepted
      // A place inside `phường Bắc Giang` is part of that name: the type's own rules read it with more context.
      if (isOwn(type, span.start, span.end)) continue
      visit({
        type: mentionType.type,
        start: span.start,
        end: span.end,
        outer: span,
        parts: {},
        value,
        rule: entry.rule,
        tags: entry.tags ?? mentionType.tags(value, {})
      })
    }
    seen = []
  }
}

// How far behind a mention one that it absorbs may begin, in code units.
const ABSORB_REACH = 16

/** Joins a mention with one right behind it where its type says so: `UBND` + `tỉnh Bắc Giang`. */
function absorb(found: Omit<Mention, 'sentence'>[], tagger: Tagger, lower: string): void {
  for (const type of tagger.types) {
    const { absorbs } = type
    if (absorbs === undefined) continue
    const others = found.filter(m => m.type === absorbs.type).toSorted(bySpan)
    for (const [index, mention] of found.entries()) {
      if (mention.type !== type.type) continue
      // The other may begin inside this one's last word: `Đảng bộ tỉnh` and `tỉnh Nghệ An`.
      const other = others.find(o => o.end > mention.end && o.start > mention.start && o.start <= mention.end + ABSORB_REACH)
      if (other === undefined || !absorbs.gap.test(lower.slice(mention.end, Math.max(mention.end, other.start)))) continue
      const value = absorbs.merge(mention.value, other.value)
      if (value === undefined) continue
      const absorbed = { start: other.start, end: other.end }
      found[index] = {
        ...mention,
        end: other.end,
        outer: { start: mention.outer.start, end: other.end },
        value,
        parts: { ...mention.parts, absorbed }
      }
    }
  }
}

/** Finds names that a mention introduced where they stand alone behind it (`huyện Văn Chấn` … `Văn Chấn`). */
function repeat(found: Omit<Mention, 'sentence'>[], tagger: Tagger, match: string): void {
  for (const type of tagger.types) {
    if (type.names === undefined) continue
    const own = found.filter(m => m.type === type.type)
    const done = new Set<string>()
    for (const mention of own) {
      for (const { name, value, rule } of type.names(mention.value)) {
        if (done.has(name)) continue
        done.add(name)
        for (let at = match.indexOf(name, mention.end); at >= 0; at = match.indexOf(name, at + name.length)) {
          const end = at + name.length
          if (isLetterAt(match, at - 1) || isLetterAt(match, end) || own.some(m => m.start < end && at < m.end)) continue
          const span = { start: at, end }
          found.push({ type: type.type, ...span, outer: span, parts: { introduced: { start: mention.start, end: mention.end } }, value, rule, tags: type.tags(value, {}) })
        }
      }
    }
  }
}

/** Gives each mention the sentence it stands in; one that crosses a sentence's end is none. */
function place(found: readonly Omit<Mention, 'sentence'>[], sentences: readonly Sentence[]): Mention[] {
  const mentions: Mention[] = []
  let at = 0
  for (const mention of found) {
    while (at < sentences.length && (sentences[at] as Sentence).end <= mention.start) at++
    const sentence = sentences[at]
    if (sentence !== undefined && mention.start >= sentence.start && mention.end <= sentence.end)
      mentions.push({ ...mention, sentence: at })
  }
  return mentions
}
