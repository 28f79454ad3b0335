import type { Mention } from '../../model/mention.ts'
import type { Sentence } from '../../model/text.ts'
import { type Tokens, tokenAt } from '../../text/tokens.ts'
import type { Columns } from '../../text/units.ts'
import { lexemeOf, spellingOf, type TagSet, tagged, tagSetOf, words } from '../../text/word-class.ts'
import { tagsOf, tagsOfToken } from './tag-sets.ts'

// What something equals, where it is not a number.
const EQUALLED = words('không|mức|số|hoặc|nửa|gần|so|với|cả|trung|bình|một|hai|ba|tổng|kế|dự|giá|chỉ')
const NOUN = tagged('Noun')
const QUOTE = tagged('Quote')
const QUANTITY = tagged('Quantity')

/** Some of an article's mentions: those of one sentence. */
export interface Mentions {
  readonly mentions: readonly Mention[]
  readonly from: number
  readonly to: number
}

/** A mention, by its index, with the tokens it would own, counted from the sentence's first. */
interface Claim {
  readonly mention: number
  readonly first: number
  readonly last: number
}

const has = (tags: TagSet, { low, high }: { readonly low: number; readonly high: number }): boolean =>
  (tags.low & low) !== 0 || (tags.high & high) !== 0

// Which mention owns each token of the sentence that is being cut, -1 for none.
let owner = new Int32Array(1024)

/**
 * Cuts a sentence into units and writes them into the columns from its first token's place on: each mention is one with its
 * tags (earlier types of `order` keep shared words), any other token is a word (#Noun), a number (#Number) or a mark.
 */
export function cut(
  lower: string,
  sentence: Sentence,
  given: Mentions,
  tokens: Tokens,
  order: readonly string[],
  columns: Columns
): { readonly base: number; readonly length: number } {
  const base = tokenAt(tokens, sentence.start, 0, tokens.length)
  const to = tokenAt(tokens, sentence.end, base, tokens.length)
  settle(given, tokens, base, to, order)
  let next = base
  for (let i = 0; i < to - base; i++) {
    const mention = owner[i] as number
    const start = tokens.start[base + i] as number
    if (mention >= 0) while (i + 1 < to - base && owner[i + 1] === mention) i++
    const end = tokens.end[base + i] as number
    const tags = mention < 0 ? tagsOfToken(lower.charCodeAt(start)) : tagsOf(given.mentions[mention] as Mention)
    const lexeme = lexemeOf(lower, start, end)
    // `xử lý rác bằng công nghệ đốt đạt 80%`: by which means; `bằng 80%` says how much.
    if (
      mention < 0 &&
      next > base &&
      has(tags, NOUN) &&
      !EQUALLED.spells(lexeme) &&
      spellingOf(columns.lexeme[next - 1] as number) === 'bằng'
    )
      retag(columns, next - 1, tags)
    write(columns, next++, { start, end, lexeme, mention, tags })
    // `bằng “0” vào năm 2050`: quotation marks around a number alone say nothing.
    if (mention < 0 && next - 2 > base && has(tags, QUOTE) && hasAt(columns, next - 2, QUANTITY) && hasAt(columns, next - 3, QUOTE)) {
      copy(columns, next - 2, next - 3)
      next -= 2
    }
  }
  return { base, length: next - base }
}

interface Unit {
  readonly start: number
  readonly end: number
  readonly lexeme: number
  readonly mention: number
  readonly tags: TagSet
}

function write(columns: Columns, at: number, { start, end, lexeme, mention, tags }: Unit): void {
  columns.start[at] = start
  columns.end[at] = end
  columns.lexeme[at] = lexeme
  columns.mention[at] = mention
  retag(columns, at, tags)
}

function retag(columns: Columns, at: number, tags: TagSet): void {
  columns.tags[at] = tags.id
  columns.low[at] = tags.low
  columns.high[at] = tags.high
}

function copy(columns: Columns, from: number, to: number): void {
  const { start, end, lexeme, mention, tags } = columns
  const tagSet = tagSetOf(tags[from] as number)
  write(columns, to, {
    start: start[from] as number,
    end: end[from] as number,
    lexeme: lexeme[from] as number,
    mention: mention[from] as number,
    tags: tagSet
  })
}

const hasAt = ({ low, high }: Columns, at: number, bits: { readonly low: number; readonly high: number }): boolean =>
  ((low[at] as number) & bits.low) !== 0 || ((high[at] as number) & bits.high) !== 0

/** Finds the mention that owns each token of `[from, to)`. A mention that finds one of its tokens taken owns none. */
function settle(
  { mentions, from: firstMention, to: lastMention }: Mentions,
  tokens: Tokens,
  from: number,
  to: number,
  order: readonly string[]
): void {
  if (owner.length < to - from) owner = new Int32Array((to - from) * 2)
  owner.fill(-1, 0, to - from)
  const claims: Claim[] = []
  let isShared = false
  let behind = 0
  for (let m = firstMention; m < lastMention; m++) {
    const claim = claimOf(mentions[m] as Mention, m, tokens, from, to)
    if (claim === undefined) continue
    isShared ||= claim.first < behind
    behind = Math.max(behind, claim.last)
    claims.push(claim)
  }
  if (isShared) rank(claims, mentions, order)
  for (const { mention, first, last } of claims) if (!isShared || isFree(first, last)) owner.fill(mention, first, last)
}

/** The tokens of a mention's unit: a count's unit of measure stays outside, since it begins the indicator phrase. */
function claimOf(mention: Mention, index: number, tokens: Tokens, from: number, to: number): Claim | undefined {
  const { start } = mention.outer
  const end = mention.parts['number']?.end ?? mention.outer.end
  let first = tokenAt(tokens, start, from, to)
  // A span that begins in front of the sentence has no unit.
  if (first === from && from > 0 && (tokens.start[from - 1] as number) >= start) return undefined
  // A span may begin inside a token (`số31-QĐ`): the token counts as its own.
  if (first > from && (tokens.end[first - 1] as number) > start) first--
  let last = first
  while (last < to && (tokens.start[last] as number) < end) last++
  return { mention: index, first: first - from, last: last - from }
}

function isFree(first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (owner[i] !== -1) return false
  return true
}

// Words without a number or a name of their own give way to the longer phrase (`đặt kế hoạch` over `kế hoạch`).
const LIGHT_TYPES = new Set(['cue', 'indicator', 'document_name'])

/** Puts claims in the order in which they are granted. */
function rank(claims: Claim[], mentions: readonly Mention[], order: readonly string[]): void {
  const rankOf = (m: Mention): number => Math.max(0, order.indexOf(m.type))
  const weightOf = (m: Mention): number => (LIGHT_TYPES.has(m.type) ? order.length : rankOf(m))
  claims.sort((one, other) => {
    const a = mentions[one.mention] as Mention
    const b = mentions[other.mention] as Mention
    const weight = weightOf(a)
    return (
      weight - weightOf(b) ||
      (weight === order.length ? b.end - b.start - (a.end - a.start) : 0) ||
      a.start - b.start ||
      rankOf(a) - rankOf(b)
    )
  })
}
