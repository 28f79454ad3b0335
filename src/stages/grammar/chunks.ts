import type { Chunk } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { NormalizedText, Sentence } from '../../model/text.ts'
import { type Tokens, tokenAt } from '../../text/tokens.ts'
import { tagsOf, tagsOfToken } from './tag-sets.ts'

// What something equals, where it is not a number.
const EQUALLED = /^(?:không|mức|số|hoặc|nửa|gần|so|với|cả|trung|bình|một|hai|ba|tổng|kế|dự|giá|chỉ)$/

/** A mention with the tokens it would own, counted from the sentence's first. */
interface Claim {
  readonly mention: Mention
  readonly first: number
  readonly last: number
}

/**
 * Cuts a sentence into chunks: each mention is one with its tags (earlier types of `order` keep shared words), any other
 * token is a word (#Noun), a number (#Number) or a punctuation mark.
 */
export function chunk(
  { lower }: NormalizedText,
  sentence: Sentence,
  mentions: readonly Mention[],
  tokens: Tokens,
  order: readonly string[]
): Chunk[] {
  const from = tokenAt(tokens, sentence.start)
  const to = tokenAt(tokens, sentence.end)
  const owner = ownersOf(mentions, tokens, from, to, order)
  const chunks: Chunk[] = []
  for (let i = 0; i < owner.length; i++) {
    const mention = owner[i] ?? null
    const start = tokens.start[from + i] as number
    if (mention !== null) while (owner[i + 1] === mention) i++
    const end = tokens.end[from + i] as number
    const tags = mention === null ? tagsOfToken(lower.charCodeAt(start)) : tagsOf(mention)
    const text = lower.slice(start, end)
    const last = chunks[chunks.length - 1]
    // `xử lý rác bằng công nghệ đốt đạt 80%`: by which means; `bằng 80%` says how much.
    if (mention === null && last?.text === 'bằng' && tags.has('Noun') && !EQUALLED.test(text)) chunks[chunks.length - 1] = { ...last, tags }
    chunks.push({ start, end, text, mention, tags })
    // `bằng “0” vào năm 2050`: quotation marks around a number alone say nothing.
    const number = chunks[chunks.length - 2]
    if (mention === null && tags.has('Quote') && number?.tags.has('Quantity') && chunks[chunks.length - 3]?.tags.has('Quote'))
      chunks.splice(-3, 3, number)
  }
  return chunks
}

/** The mention that owns each token of `[from, to)`. A mention that finds one of its tokens taken owns none. */
function ownersOf(
  mentions: readonly Mention[],
  tokens: Tokens,
  from: number,
  to: number,
  order: readonly string[]
): (Mention | undefined)[] {
  const owner: (Mention | undefined)[] = new Array(to - from).fill(undefined)
  const claims: Claim[] = []
  let isShared = false
  let behind = 0
  for (const mention of mentions) {
    const claim = claimOf(mention, tokens, from, to)
    if (claim === undefined) continue
    isShared ||= claim.first < behind
    behind = Math.max(behind, claim.last)
    claims.push(claim)
  }
  if (isShared) rank(claims, order)
  for (const { mention, first, last } of claims) if (!isShared || isFree(owner, first, last)) owner.fill(mention, first, last)
  return owner
}

/** The tokens of a mention's chunk: a count's unit stays outside, since it begins the indicator phrase. */
function claimOf(mention: Mention, tokens: Tokens, from: number, to: number): Claim | undefined {
  const { start } = mention.outer
  const end = mention.parts['number']?.end ?? mention.outer.end
  let first = tokenAt(tokens, start, from, to)
  // A span that begins in front of the sentence has no chunk.
  if (first === from && from > 0 && (tokens.start[from - 1] as number) >= start) return undefined
  // A span may begin inside a token (`số31-QĐ`): the token counts as its own.
  if (first > from && (tokens.end[first - 1] as number) > start) first--
  let last = first
  while (last < to && (tokens.start[last] as number) < end) last++
  return { mention, first: first - from, last: last - from }
}

function isFree(owner: readonly (Mention | undefined)[], first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (owner[i] !== undefined) return false
  return true
}

// Words without a number or a name of their own give way to the longer phrase (`đặt kế hoạch` over `kế hoạch`).
const LIGHT_TYPES = new Set(['cue', 'indicator', 'document_name'])

/** Puts claims in the order in which they are granted. */
function rank(claims: Claim[], order: readonly string[]): void {
  const rankOf = (m: Mention): number => Math.max(0, order.indexOf(m.type))
  const weightOf = (m: Mention): number => (LIGHT_TYPES.has(m.type) ? order.length : rankOf(m))
  claims.sort(({ mention: a }, { mention: b }) => {
    const weight = weightOf(a)
    return (
      weight - weightOf(b) ||
      (weight === order.length ? b.end - b.start - (a.end - a.start) : 0) ||
      a.start - b.start ||
      rankOf(a) - rankOf(b)
    )
  })
}
