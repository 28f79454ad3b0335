import type { Mention } from '../../model/mention.ts'
import type { Sentence } from '../../model/text.ts'
import { lexemeAt } from '../../text/lexemes.ts'
import { type Tokens, tokenAt } from '../../text/tokens.ts'
import type { Columns } from '../../text/units.ts'
import { type TagBits, type TagSet, tagged, tagSetOf, words } from '../../text/word-class.ts'
import { tagsOfToken } from './tag-sets.ts'

const BY = words('bằng')
// What something equals, where it is not a number.
const EQUALLED = words('không|mức|số|hoặc|nửa|gần|so|với|cả|trung|bình|một|hai|ba|tổng|kế|dự|giá|chỉ')
const NOUN = tagged('Noun')
const QUOTE = tagged('Quote')
const QUANTITY = tagged('Quantity')

/** Some of an article's mentions: those of one sentence. */
export interface Mentions {
  readonly mentions: readonly Mention[]
  /** By mention, its combination of tags. */
  readonly sets: readonly TagSet[]
  readonly from: number
  readonly to: number
}

const has = (tags: TagBits, { low, high }: TagBits): boolean => (tags.low & low) !== 0 || (tags.high & high) !== 0

// Which mention owns each token of the sentence that is being cut, -1 for none.
let owner = new Int32Array(1024)
// The claims of its mentions: a mention, by its index, and the tokens it would own, counted from the sentence's first.
let claims = new Int32Array(1024)
const CLAIM = 3

/**
 * Cuts a sentence into units and writes them into the columns from its first token's place on: each mention is one with its
 * tags (earlier types of `order` keep shared words), any other token is a word (#Noun), a number (#Number) or a mark.
 */
export function cut(
  sentence: Sentence,
  given: Mentions,
  tokens: Tokens,
  order: readonly string[],
  columns: Columns
): { readonly base: number; readonly length: number } {
  const base = tokenAt(tokens, sentence.start, 0, tokens.length)
  const to = tokenAt(tokens, sentence.end, base, tokens.length)
  settle(given, tokens, base, to, order)
  const { codes } = tokens
  let next = base
  for (let i = base; i < to; i++) {
    const mention = owner[i - base] as number
    const first = i
    if (mention >= 0) while (i + 1 < to && owner[i + 1 - base] === mention) i++
    const start = tokens.start[first] as number
    const end = tokens.end[i] as number
    const tags = mention < 0 ? tagsOfToken(codes[start] as number) : (given.sets[mention] as TagSet)
    const lexeme = (first === i && tokens.lexeme[i]) || lexemeAt(codes, start, end)
    columns.start[next] = start
    columns.end[next] = end
    columns.lexeme[next] = lexeme
    columns.mention[next] = mention
    retag(columns, next, tags)
    if (mention < 0) next = settled(columns, base, next, tags)
    next++
  }
  return { base, length: next - base }
}

/** Looks back from a unit without a mention that was written at `at`; says where it stands in the end. */
function settled(columns: Columns, base: number, at: number, tags: TagSet): number {
  // `xử lý rác bằng công nghệ đốt đạt 80%`: by which means; `bằng 80%` says how much.
  if (at > base && BY.spells(columns.lexeme[at - 1] as number) && has(tags, NOUN) && !EQUALLED.spells(columns.lexeme[at] as number))
    retag(columns, at - 1, tags)
  // `bằng “0” vào năm 2050`: quotation marks around a number alone say nothing.
  if (at - 1 > base && has(tags, QUOTE) && hasAt(columns, at - 1, QUANTITY) && hasAt(columns, at - 2, QUOTE)) {
    copy(columns, at - 1, at - 2)
    return at - 2
  }
  return at
}

function retag(columns: Columns, at: number, tags: TagSet): void {
  columns.tags[at] = tags.id
  columns.low[at] = tags.low
  columns.high[at] = tags.high
}

function copy(columns: Columns, from: number, to: number): void {
  const { start, end, lexeme, mention, tags } = columns
  start[to] = start[from] as number
  end[to] = end[from] as number
  lexeme[to] = lexeme[from] as number
  mention[to] = mention[from] as number
  retag(columns, to, tagSetOf(tags[from] as number))
}

const hasAt = ({ low, high }: Columns, at: number, bits: TagBits): boolean =>
  ((low[at] as number) & bits.low) !== 0 || ((high[at] as number) & bits.high) !== 0

/** Finds the mention that owns each token of `[from, to)`. A mention that finds one of its tokens taken owns none. */
function settle(given: Mentions, tokens: Tokens, from: number, to: number, order: readonly string[]): void {
  if (owner.length < to - from) owner = new Int32Array((to - from) * 2)
  owner.fill(-1, 0, to - from)
  const most = (given.to - given.from) * CLAIM
  if (claims.length < most) claims = new Int32Array(most * 2)
  const length = claim(given, tokens, from, to)
  let isShared = false
  let behind = 0
  for (let c = 0; c < length; c += CLAIM) {
    isShared ||= (claims[c + 1] as number) < behind
    behind = Math.max(behind, claims[c + 2] as number)
  }
  if (isShared) rank(length, given.mentions, order)
  for (let c = 0; c < length; c += CLAIM) {
    const first = claims[c + 1] as number
    const last = claims[c + 2] as number
    if (!isShared || isFree(first, last)) for (let i = first; i < last; i++) owner[i] = claims[c] as number
  }
}

/**
 * Notes the claims of the mentions on the tokens in `[from, to)`, and says how long they are: a count's unit of measure stays
 * outside, since it begins the indicator phrase.
 */
function claim({ mentions, from: firstMention, to: lastMention }: Mentions, { start, end }: Tokens, from: number, to: number): number {
  let length = 0
  // No mention before begins behind it.
  let at = from
  for (let m = firstMention; m < lastMention; m++) {
    const mention = mentions[m] as Mention
    const begin = mention.outer.start
    while (at < to && (start[at] as number) < begin) at++
    let first = at
    while (first > from && (start[first - 1] as number) >= begin) first--
    // A span that begins in front of the sentence has no unit.
    if (first === from && from > 0 && (start[from - 1] as number) >= begin) continue
    // A span may begin inside a token (`số31-QĐ`): the token counts as its own.
    if (first > from && (end[first - 1] as number) > begin) first--
    const behind = mention.parts['number']?.end ?? mention.outer.end
    let last = first
    while (last < to && (start[last] as number) < behind) last++
    claims[length++] = m
    claims[length++] = first - from
    claims[length++] = last - from
  }
  return length
}

function isFree(first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (owner[i] !== -1) return false
  return true
}

// Words without a number or a name of their own give way to the longer phrase (`đặt kế hoạch` over `kế hoạch`).
const LIGHT_TYPES = new Set(['cue', 'indicator', 'document_name'])

interface Ranked {
  readonly index: number
  readonly first: number
  readonly last: number
  readonly mention: Mention
  readonly weight: number
}

/** Puts the claims, which are so long, in the order in which they are granted. */
function rank(length: number, mentions: readonly Mention[], order: readonly string[]): void {
  const rankOf = (m: Mention): number => Math.max(0, order.indexOf(m.type))
  const ranked: Ranked[] = []
  for (let c = 0; c < length; c += CLAIM) {
    const index = claims[c] as number
    const mention = mentions[index] as Mention
    const weight = LIGHT_TYPES.has(mention.type) ? order.length : rankOf(mention)
    ranked.push({ index, first: claims[c + 1] as number, last: claims[c + 2] as number, mention, weight })
  }
  ranked.sort(
    ({ mention: a, weight }, { mention: b, weight: other }) =>
      weight - other || (weight === order.length ? b.end - b.start - (a.end - a.start) : 0) || a.start - b.start || rankOf(a) - rankOf(b)
  )
  let next = 0
  for (const { index, first, last } of ranked) {
    claims[next++] = index
    claims[next++] = first
    claims[next++] = last
  }
}
