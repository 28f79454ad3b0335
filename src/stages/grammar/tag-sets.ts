import type { Mention } from '../../model/mention.ts'
import { type TagSet, tagSet } from '../../text/word-class.ts'

/** A combination of tags as a path from tag to tag: finding the set of some tags makes no string. */
interface Path {
  readonly next: Map<string, Path>
  readonly plain: TagSet
  /** The tags with `Inner`, or without where one of them ends a noun phrase. */
  readonly inner: TagSet
}

// Mentions that can stand inside a noun phrase, and the tags of words that end one.
const INNER_TYPES = new Set(['cue', 'indicator', 'place', 'issuer', 'organization'])
const ENDS = new Set(['Goal', 'Result', 'Forecast', 'Expect', 'Compare', 'Boundary', 'Reach', 'Weak', 'And', 'Of'])

const root = pathOf([])

function pathOf(tags: readonly string[]): Path {
  const plain = tagSet(new Set(tags))
  return { next: new Map(), plain, inner: tags.some(t => ENDS.has(t)) ? plain : tagSet(new Set([...tags, 'Inner'])) }
}

/** The tags of a mention's chunk. One set a combination of tags: who gets it only reads it. */
export function tagsOf({ type, tags }: Mention): TagSet {
  let path = root
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i] as string
    let next = path.next.get(tag)
    if (next === undefined) {
      next = pathOf(tags.slice(0, i + 1))
      path.next.set(tag, next)
    }
    path = next
  }
  return INNER_TYPES.has(type) ? path.inner : path.plain
}

export const NOUN = tagSet(new Set(['Noun', 'Inner']))
export const NUMBER = tagSet(new Set(['Number', 'Noun', 'Inner']))

const PUNCTUATION: Readonly<Record<string, string>> = {
  Comma: ',',
  Semicolon: ';',
  Colon: ':',
  Open: '([',
  Close: ')]',
  Dash: '-+*•',
  Quote: '"\'',
  Stop: '.…!?'
}
const marks = new Map<number, TagSet>()
for (const [tag, characters] of Object.entries(PUNCTUATION)) {
  const set = tagSet(new Set([tag]))
  for (const character of characters) marks.set(character.charCodeAt(0), set)
}

/** The tags of a word, number or mark that no mention holds, by its first code unit. */
export function tagsOfToken(code: number): TagSet {
  return code >= 48 && code <= 57 ? NUMBER : (marks.get(code) ?? NOUN)
}
