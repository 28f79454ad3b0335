import type { Chunk } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { NormalizedText, Sentence } from '../../model/text.ts'
import { type Tokens, tokenAt } from '../../text/tokens.ts'

const PUNCTUATION: Readonly<Record<string, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  ':': 'Colon',
  '(': 'Open',
  ')': 'Close',
  '[': 'Open',
  ']': 'Close',
  '-': 'Dash',
  '"': 'Quote',
  "'": 'Quote',
  '.': 'Stop',
  '…': 'Stop',
  '!': 'Stop',
  '?': 'Stop',
  '+': 'Dash',
  '*': 'Dash',
  '•': 'Dash'
}

const tagSets = new Map<string, ReadonlySet<string>>()
/** One set a combination of tags: the matcher only reads it. */
function tagSet(tags: readonly string[]): ReadonlySet<string> {
  const key = tags.join(' ')
  const known = tagSets.get(key)
  if (known !== undefined) return known
  const set = new Set(tags)
  tagSets.set(key, set)
  return set
}

const NOUN = tagSet(['Noun', 'Inner'])
const NUMBER = tagSet(['Number', 'Noun', 'Inner'])

// Mentions that can stand inside a noun phrase, and the tags of words that end one.
const INNER_TYPES = new Set(['cue', 'indicator', 'place', 'issuer', 'organization'])
const ENDS = ['Goal', 'Result', 'Forecast', 'Expect', 'Compare', 'Boundary', 'Reach', 'Weak', 'And', 'Of']

function tagsOf(mention: Mention): ReadonlySet<string> {
  const isInner = INNER_TYPES.has(mention.type) && !mention.tags.some(t => ENDS.includes(t))
  return tagSet(isInner ? [...mention.tags, 'Inner'] : mention.tags)
}

/** The span of a mention's chunk: a count's unit stays outside, since it begins the indicator phrase. */
function chunkSpan(mention: Mention): { start: number; end: number } {
  const number = mention.parts['number']
  return number === undefined ? mention.outer : { start: mention.outer.start, end: number.end }
}

/**
 * Cuts a sentence into chunks: each mention is one with its tags (earlier types of `order` keep shared words), any other
 * token is a word (#Noun), a number (#Number) or a punctuation mark.
 */
export function chunk(
  normalized: NormalizedText,
  sentence: Sentence,
  mentions: readonly Mention[],
  tokens: Tokens,
  order: readonly string[]
): Chunk[] {
  const from = tokenAt(tokens, sentence.start)
  const to = tokenAt(tokens, sentence.end)
  const owner: (Mention | undefined)[] = new Array(to - from).fill(undefined)
  const rank = new Map(order.map((type, index) => [type, index]))
  // Words without a number or a name of their own give way to the longer phrase (`đặt kế hoạch` over `kế hoạch`).
  const weight = (m: Mention): number =>
    m.type === 'cue' || m.type === 'indicator' || m.type === 'document_name' ? order.length : (rank.get(m.type) ?? 0)
  const ranked = mentions.toSorted(
    (a, b) =>
      weight(a) - weight(b) ||
      (weight(a) === order.length ? b.end - b.start - (a.end - a.start) : 0) ||
      a.start - b.start ||
      (rank.get(a.type) ?? 0) - (rank.get(b.type) ?? 0)
  )
  for (const mention of ranked) {
    const { start, end } = chunkSpan(mention)
    let first = tokenAt(tokens, start) - from
    // A span may begin inside a token (`số31-QĐ`): the token counts as its own.
    if (first > 0 && (tokens.end[from + first - 1] as number) > start) first--
    let last = first
    let isFree = first >= 0
    while (isFree && last < owner.length && (tokens.start[from + last] as number) < end) {
      if (owner[last] !== undefined) isFree = false
      last++
    }
    if (isFree) owner.fill(mention, first, last)
  }
  const chunks: Chunk[] = []
  for (let i = 0; i < owner.length; i++) {
    const mention = owner[i]
    const start = tokens.start[from + i] as number
    if (mention === undefined) {
      const end = tokens.end[from + i] as number
      const text = normalized.lower.slice(start, end)
      const mark = PUNCTUATION[text]
      chunks.push({ start, end, text, mention: null, tags: mark !== undefined ? tagSet([mark]) : /^\d/.test(text) ? NUMBER : NOUN })
      continue
    }
    let j = i
    while (j + 1 < owner.length && owner[j + 1] === mention) j++
    const end = tokens.end[from + j] as number
    chunks.push({ start, end, text: normalized.lower.slice(start, end), mention, tags: tagsOf(mention) })
    i = j
  }
  return chunks
}
