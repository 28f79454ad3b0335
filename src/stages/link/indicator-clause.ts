import {
  ADVERB,
  AND,
  BOUNDARY,
  CHANGE,
  COLON,
  COMMA,
  COMPARE,
  DASH,
  DATE,
  DO,
  DOCUMENT,
  ENSURE,
  GOAL,
  HAVE,
  HEAD,
  INDICATOR,
  LEVEL,
  MEASURE,
  NOUN,
  OF,
  PART_OR_NUMBER,
  PLACE,
  PREPOSITION,
  QUANTITY,
  RAISE,
  RANK,
  RATE,
  REACH,
  SEMICOLON,
  SET,
  STOP,
  SUBJECT,
  WEAK
} from '../../mentions/words/tags.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import type { Found } from './indicator-elsewhere.ts'
import { BODY, type Phrase, trim } from './phrase.ts'

const BEFORE_CLAUSE = SEMICOLON.or(STOP, COMMA, COLON, QUANTITY, BOUNDARY, GOAL)
const BEFORE_BASE = COMPARE.or(QUANTITY, SEMICOLON, STOP, COMMA)
const IN_BASE = NOUN.or(OF, PLACE)
const BY_THE_WAY = DATE.or(ADVERB, WEAK, RATE)
const JOIN = COMMA.or(SEMICOLON, AND)
const HOW = ADVERB.or(RATE)
const BEFORE_SUBJECT = BOUNDARY.or(ADVERB, COLON, DOCUMENT, SET)
const IN_SUBJECT = NOUN.or(OF, RATE, PLACE, INDICATOR)
const BEHIND_MEASURE = PREPOSITION.or(PLACE, SUBJECT, DO, SET)
const BEHIND_PLAN = PREPOSITION.or(SUBJECT, SET)
const VERB_OF_VALUE = REACH.or(ENSURE, LEVEL, CHANGE)
const SAID_ALREADY = REACH.or(HAVE, QUANTITY, RANK)
const OF_PLACE = PLACE.or(OF)

// So far back a clause is read.
const CLAUSE_REACH = 40
// What is compared with takes up so many units at most.
const BASE_REACH = 12

/** The first chunk of the clause of chunk `at`: behind the last mark, number or word that ends another one. */
function clauseStart(units: Units, at: number): number {
  let start = at
  while (start > Math.max(0, at - CLAUSE_REACH) && !units.is(start - 1, BEFORE_CLAUSE)) start--
  return start
}

/** What opens a clause without naming what it is about. */
const OPENING = DASH.or(AND, DATE, RAISE, ENSURE, WEAK, CHANGE, COMMA)

// A whole that a measure is a part of; a time or a scenario is not.
const WHOLE = words(/^(?:tổng|toàn|cả nước|gdp|grdp)/)

/** `chi phí vận tải so với tổng sản phẩm trong nước giảm xuống 9%`: a measure, what it is compared with, a verb. */
export function comparedWith(context: Context, units: Units, at: number): Found | undefined {
  let base = at - 1
  while (base > Math.max(0, at - BASE_REACH) && !units.is(base, BEFORE_BASE)) base--
  if (!units.is(base, COMPARE) || base + 1 >= at || !units.any(VERB_OF_VALUE, base + 2, at)) return undefined
  let start = clauseStart(units, base)
  while (start < base && units.is(start, OPENING)) start++
  if (!units.is(start, NOUN) || units.any(SAID_ALREADY, start, base)) return undefined
  let end = base
  if (units.is(base + 1, WHOLE)) {
    end = base + 1
    while (end < at && units.is(end, IN_BASE)) end++
  }
  const phrase = trim(context, units.start(start), units.end(end - 1))
  return phrase === undefined || !phrase.text.includes(' ') || BODY.test(phrase.text) ? undefined : { phrase, rule: 'indicator/compared' }
}

const CONTRIBUTES = words(/^đóng góp(?: |$)/)
// Words that a subject ends before, where they are no tagged verbs.
const VERB = /^(?:trở thành|thực sự|tiếp tục|phát triển|được|phải|cần|thuộc|nằm|có|sẽ)(?: |$)/
// So far back the subject of a sentence is looked for.
const SENTENCE_REACH = 80
// How many units the subject of a sentence may take up.
const SUBJECT_REACH = 16

/** Whether chunk `verb` begins its clause: only times and adverbs stand between it and a mark. */
function beginsClause(units: Units, verb: number): boolean {
  let i = verb - 1
  while (i >= 0 && units.is(i, BY_THE_WAY)) i--
  return units.is(i, JOIN)
}

/** `ngành du lịch đón 2 triệu lượt khách, đóng góp 9% GRDP`: who contributes, where its clause does not say it, is the sentence's subject. */
export function contributor(context: Context, units: Units, at: number): Found | undefined {
  let verb = at - 1
  while (verb > 0 && units.is(verb, HOW)) verb--
  if (!units.is(verb, CONTRIBUTES) || !beginsClause(units, verb)) return undefined
  // Where the first item has no subject of its own (`là trung tâm lớn; ngành than tăng 4%; đóng góp …`), the next one may.
  const first = Math.max(0, verb - SENTENCE_REACH)
  let start = Math.max(units.last(GOAL, verb, first) + 1, first)
  while (start < verb) {
    const phrase = subjectFrom(context, units, start, verb)
    if (phrase !== undefined) return { phrase, rule: 'indicator/contributor' }
    while (start < verb && !units.is(start, SEMICOLON)) start++
    start++
  }
  // `tốc độ tăng trưởng đạt 10%; đóng góp 55% GDP`: where only a rate is named, the deed is what is measured.
  return units.any(RATE_WORD, first, verb)
    ? {
        phrase: { start: units.start(verb), end: units.end(verb), text: context.normalized.text.slice(units.start(verb), units.end(verb)) },
        rule: 'indicator/verb'
      }
    : undefined
}

/** The name of a rate, as a phrase begins. */
const RATE_WORD = words(/^(?:tốc độ|nhịp độ|mức tăng|tăng trưởng|tỷ lệ)/)

/** The subject that the words from chunk `from` begin with, before chunk `to`. A country or province alone is none: the whole is its own. */
function subjectFrom(context: Context, units: Units, from: number, to: number): Phrase | undefined {
  let start = from
  while (start < to && (units.is(start, OPENING) || units.is(start, BEFORE_SUBJECT))) start++
  let end = start
  while (end < Math.min(to, start + SUBJECT_REACH) && units.is(end, IN_SUBJECT) && !isVerb(units, end)) end++
  // `tốc độ tăng của kinh tế tư nhân đạt 9%; đóng góp …`: a rate contributes nothing, what it is of does.
  if (units.is(start, RATE_WORD)) {
    const of = units.first(OF, start, end)
    if (of < 0) return undefined
    start = of + 1
  }
  // A measure in one word contributes nothing, an economy or a trade does (`kinh tế tư nhân`).
  if (end - start < 2 && !units.is(start, INDICATOR)) return undefined
  if (units.is(start, DO) || units.every(OF_PLACE, start, end)) return undefined
  return trim(context, units.start(start), units.end(end - 1))
}

function isVerb(units: Units, i: number): boolean {
  return VERB.test(`${units.text(i)} ${units.text(i + 1)}`) || (units.is(i, DO) && i > 0)
}

const PLAN = words(/(?:chỉ tiêu|dự toán|kế hoạch)/)
// Between a plan's noun and its figure stands who set it, when, and for whom, in so many units at most.
const PLAN_REACH = 14
// The head of a body's name, and words too bare to name a measure.
const BARE_HEAD = words('tổng|số|mức|lượng|vốn|đàn|quy mô|cơ cấu|mức độ|tốc độ|giá trị')

/** `tăng trưởng tín dụng vượt kế hoạch (12%)`, `thu thuế tại chi cục đã vượt chỉ tiêu 40 tỷ đồng`: what a plan's figure is of is named before the plan. */
export function measureOfPlan(context: Context, units: Units, at: number): Found | undefined {
  let plan = at - 1
  while (plan > Math.max(0, at - PLAN_REACH) && !units.is(plan, PLAN) && !units.is(plan, PART_OR_NUMBER)) plan--
  if (!units.is(plan, PLAN)) return undefined
  for (let i = plan - 1; i >= Math.max(0, plan - CLAUSE_REACH); i--) {
    if (units.is(i, PART_OR_NUMBER)) return undefined
    if (!units.is(i, MEASURE) || units.is(i, BARE_HEAD)) continue
    const start = units.is(i - 1, HEAD) ? i - 1 : i
    let end = i + 1
    while (end < plan && units.is(end, NOUN) && !units.is(end, BEHIND_MEASURE)) end++
    const phrase = trim(context, units.start(start), units.end(end - 1))
    return phrase === undefined ? undefined : { phrase, rule: 'indicator/of-plan' }
  }
  return undefined
}

/** `vượt 6% dự toán thu phí năm 2027`: by how much a plan is passed is of what the plan is of. */
export function planPassed(context: Context, units: Units, at: number): Found | undefined {
  if (!units.is(at + 1, PLAN) || !units.is(at + 2, MEASURE)) return undefined
  let end = at + 3
  while (end < units.length && units.is(end, NOUN) && !units.is(end, BEHIND_PLAN)) end++
  const phrase = trim(context, units.start(at + 2), units.end(end - 1))
  return phrase === undefined ? undefined : { phrase, rule: 'indicator/of-plan' }
}
