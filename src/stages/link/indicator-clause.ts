import type { Chunk } from '../../model/frame.ts'
import type { Context } from './context.ts'
import { BODY, type Phrase, trim } from './phrase.ts'

/** What a number measures by how its clause is built, where the words right before it name something else. */
interface Found {
  readonly phrase: Phrase
  readonly rule: string
}

const has = (c: Chunk | undefined, ...tags: readonly string[]): boolean => c !== undefined && tags.some(t => c.tags.has(t))

// So far back a clause is read.
const CLAUSE_REACH = 40
// What is compared with takes up so many chunks at most.
const BASE_REACH = 12

/** The first chunk of the clause of chunk `at`: behind the last mark, number or word that ends another one. */
function clauseStart(chunks: readonly Chunk[], at: number): number {
  let start = at
  while (
    start > Math.max(0, at - CLAUSE_REACH) &&
    !has(chunks[start - 1], 'Semicolon', 'Stop', 'Comma', 'Colon', 'Quantity', 'Boundary', 'Goal')
  )
    start--
  return start
}

/** Whether a chunk opens a clause without naming what it is about. */
const isOpening = (c: Chunk | undefined): boolean => has(c, 'Dash', 'And', 'Date', 'Raise', 'Ensure', 'Weak', 'Change', 'Comma')

// A whole that a measure is a part of; a time or a scenario is not.
const WHOLE = /^(?:tổng|toàn|cả nước|gdp|grdp)/

/** `chi phí vận tải so với tổng sản phẩm trong nước giảm xuống 9%`: a measure, what it is compared with, a verb. */
export function comparedWith(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  let base = at - 1
  while (base > Math.max(0, at - BASE_REACH) && !has(chunks[base], 'Compare', 'Quantity', 'Semicolon', 'Stop', 'Comma')) base--
  if (
    !has(chunks[base], 'Compare') ||
    base + 1 >= at ||
    !chunks.slice(base + 2, at).some(c => has(c, 'Reach', 'Ensure', 'Level', 'Change'))
  )
    return undefined
  let start = clauseStart(chunks, base)
  while (start < base && isOpening(chunks[start])) start++
  if (!has(chunks[start], 'Noun') || chunks.slice(start, base).some(c => has(c, 'Reach', 'Have', 'Quantity', 'Rank'))) return undefined
  let end = base
  if (WHOLE.test(chunks[base + 1]?.text ?? '')) {
    end = base + 1
    while (end < at && has(chunks[end], 'Noun', 'Of', 'Place')) end++
  }
  const phrase = trim(context, (chunks[start] as Chunk).start, (chunks[end - 1] as Chunk).end)
  return phrase === undefined || !phrase.text.includes(' ') || BODY.test(phrase.text) ? undefined : { phrase, rule: 'indicator/compared' }
}

const CONTRIBUTES = /^đóng góp(?: |$)/
// Words that a subject ends before, where they are no tagged verbs.
const VERB = /^(?:trở thành|thực sự|tiếp tục|phát triển|được|phải|cần|thuộc|nằm|có|sẽ)(?: |$)/
// So far back the subject of a sentence is looked for.
const SENTENCE_REACH = 80
// How many chunks the subject of a sentence may take up.
const SUBJECT_REACH = 16

/** Whether chunk `verb` begins its clause: only times and adverbs stand between it and a mark. */
function beginsClause(chunks: readonly Chunk[], verb: number): boolean {
  let i = verb - 1
  while (i >= 0 && has(chunks[i], 'Date', 'Adverb', 'Weak', 'Rate')) i--
  return has(chunks[i], 'Comma', 'Semicolon', 'And')
}

/** `ngành du lịch đón 2 triệu lượt khách, đóng góp 9% GRDP`: who contributes, where its clause does not say it, is the sentence's subject. */
export function contributor(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  let verb = at - 1
  while (verb > 0 && has(chunks[verb], 'Adverb', 'Rate')) verb--
  if (!CONTRIBUTES.test(chunks[verb]?.text ?? '') || !beginsClause(chunks, verb)) return undefined
  // Where the first item has no subject of its own (`là trung tâm lớn; ngành than tăng 4%; đóng góp …`), the next one may.
  const first = Math.max(0, verb - SENTENCE_REACH)
  const before = chunks.slice(first, verb)
  let start = first + before.findLastIndex(c => has(c, 'Goal')) + 1
  while (start < verb) {
    const phrase = subjectFrom(context, chunks, start, verb)
    if (phrase !== undefined) return { phrase, rule: 'indicator/contributor' }
    while (start < verb && !has(chunks[start], 'Semicolon')) start++
    start++
  }
  // `tốc độ tăng trưởng đạt 10%; đóng góp 55% GDP`: where only a rate is named, the deed is what is measured.
  const said = chunks[verb] as Chunk
  return before.some(c => RATE.test(c.text))
    ? { phrase: { start: said.start, end: said.end, text: context.normalized.text.slice(said.start, said.end) }, rule: 'indicator/verb' }
    : undefined
}

const RATE = /^(?:tốc độ|nhịp độ|mức tăng|tăng trưởng|tỷ lệ)/

/** The subject that the words from chunk `from` begin with, before chunk `to`. A country or province alone is none: the whole is its own. */
function subjectFrom(context: Context, chunks: readonly Chunk[], from: number, to: number): Phrase | undefined {
  let start = from
  while (start < to && (isOpening(chunks[start]) || has(chunks[start], 'Boundary', 'Adverb', 'Colon', 'Document', 'Set'))) start++
  let end = start
  while (end < Math.min(to, start + SUBJECT_REACH) && has(chunks[end], 'Noun', 'Of', 'Rate', 'Place') && !isVerb(chunks, end)) end++
  // `tốc độ tăng của kinh tế tư nhân đạt 9%; đóng góp …`: a rate contributes nothing, what it is of does.
  if (RATE.test(chunks[start]?.text ?? '')) {
    const of = chunks.slice(start, end).findIndex(c => has(c, 'Of'))
    if (of < 0) return undefined
    start += of + 1
  }
  if (end - start < 2) return undefined
  if (has(chunks[start], 'Do') || chunks.slice(start, end).every(c => has(c, 'Place', 'Of'))) return undefined
  return trim(context, (chunks[start] as Chunk).start, (chunks[end - 1] as Chunk).end)
}

function isVerb(chunks: readonly Chunk[], i: number): boolean {
  return VERB.test(`${chunks[i]?.text} ${chunks[i + 1]?.text ?? ''}`) || (has(chunks[i], 'Do') && i > 0)
}

const PLAN = /(?:chỉ tiêu|dự toán|kế hoạch)/
// Between a plan's noun and its figure stands who set it, when, and for whom, in so many chunks at most.
const PLAN_REACH = 14
// The head of a body's name, and words too bare to name a measure.
const BARE_HEAD = /^(?:tổng|số|mức|lượng|vốn|đàn|quy mô|cơ cấu|mức độ|tốc độ|giá trị)$/

/** `tăng trưởng tín dụng vượt kế hoạch (12%)`, `thu thuế tại chi cục đã vượt chỉ tiêu 40 tỷ đồng`: what a plan's figure is of is named before the plan. */
export function measureOfPlan(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  let plan = at - 1
  while (plan > Math.max(0, at - PLAN_REACH) && !PLAN.test(chunks[plan]?.text ?? '') && !has(chunks[plan], 'Quantity', 'Semicolon', 'Stop'))
    plan--
  if (!PLAN.test(chunks[plan]?.text ?? '')) return undefined
  for (let i = plan - 1; i >= Math.max(0, plan - CLAUSE_REACH); i--) {
    const c = chunks[i] as Chunk
    if (has(c, 'Quantity', 'Semicolon', 'Stop')) return undefined
    if (!has(c, 'Head', 'Indicator') || BARE_HEAD.test(c.text)) continue
    const start = has(chunks[i - 1], 'Head') ? i - 1 : i
    let end = i + 1
    while (end < plan && has(chunks[end], 'Noun') && !has(chunks[end], 'Preposition', 'Place', 'Subject', 'Do', 'Set')) end++
    const phrase = trim(context, (chunks[start] as Chunk).start, (chunks[end - 1] as Chunk).end)
    return phrase === undefined ? undefined : { phrase, rule: 'indicator/of-plan' }
  }
  return undefined
}

/** `vượt 6% dự toán thu phí năm 2027`: by how much a plan is passed is of what the plan is of. */
export function planPassed(context: Context, chunks: readonly Chunk[], at: number): Found | undefined {
  if (!PLAN.test(chunks[at + 1]?.text ?? '') || !has(chunks[at + 2], 'Head', 'Indicator')) return undefined
  let end = at + 3
  while (end < chunks.length && has(chunks[end], 'Noun') && !has(chunks[end], 'Preposition', 'Subject', 'Set')) end++
  const phrase = trim(context, (chunks[at + 2] as Chunk).start, (chunks[end - 1] as Chunk).end)
  return phrase === undefined ? undefined : { phrase, rule: 'indicator/of-plan' }
}
