import {
  CHANGE,
  CLAUSE_OR_NUMBER,
  COMPARE,
  COMPARED,
  DATE,
  DEADLINE,
  DO,
  FORECAST,
  HEAD,
  INDICATOR,
  NOUN,
  OTHER,
  PERCENT,
  QUANTITY,
  RAISE,
  REACH,
  RESULT
} from '../../mentions/words/tags.ts'
import type { Via } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { openingOf } from './headers.ts'
import { nearest, once } from './nearest.ts'
import { antecedent, viaOf } from './reasons.ts'
import { readStatus } from './status.ts'
import { type Given, paragraphStatus } from './status-in-paragraph.ts'
import type { StatusQuery, StatusReading } from './status-reading.ts'

const SAYS_HOW_MUCH = REACH.or(CHANGE)

/** The status by a list of goals that goes on, or what ended the last one before. */
interface ListStatus {
  readonly status: StatusReading | undefined
  readonly ended: readonly Via[]
}
const NO_LIST: ListStatus = { status: undefined, ended: [] }

const EACH = /^(?:trung bình |bình quân )?mỗi /
const FLOOR = /(?:tối thiểu|ít nhất|không dưới|không thấp hơn|trở lên)/

/**
 * A number without a word of its own in a text whose last decided number was a goal: a printed floor (`tối thiểu 35 Mbit/s`)
 * or a round share (`93% người dân tham gia …`) goes on with the list of goals. A share goes on with the
 * paragraph before or others that do, a count with the nearest goal.
 */
export function listStatus(context: Context, query: StatusQuery, now: string | null): ListStatus {
  const units = context.unitsOf(query.sentence)
  const mention = units.mention(query.at)
  if (mention?.type !== 'quantity' || isTelling(units) || units.last(OTHER, query.at) >= 0) return NO_LIST
  const item = itemAt(context, query, units)
  if (item === undefined) return NO_LIST
  const isAim = item === 'aim'
  const own = context.lineOf(query.sentence).index
  const hit = (query.isPercent ? listBefore : goalBefore)(context, query.sentence - 1, { query, now })
  // What only goes on with a list does so with the paragraph before, or with others that do.
  const barrier = isAim || !query.isPercent ? -1 : barrierBetween(context, hit?.sentence ?? -1, own)
  if (barrier >= 0) return endedBy(context, context.lines[barrier]?.sentences[0]?.index ?? 0)
  if (hit === undefined) return NO_LIST
  if (hit.found.item === null) return endedBy(context, hit.sentence)
  const { reading, at } = hit.found.item
  if (reading.status !== 'goal') return { status: undefined, ended: viaOf({ ...reading.evidence, source: 'carried' }) }
  const status: StatusReading = {
    status: 'goal',
    evidence: {
      ...reading.evidence,
      source: 'carried',
      rule: 'status/list',
      via: [...reading.evidence.via, antecedent(context.unitsOf(hit.sentence).spanOf(at))]
    },
    isOwn: false
  }
  return { status, ended: [] }
}

/** Words with which a sentence tells of what is or is reckoned with, so that it lists no goals. */
const TOLD_WORDS = RESULT.or(COMPARE, COMPARED, words('khảo|lãi'))
const PLANNED = words(/^dự kiến/)

function isTelling(units: Units): boolean {
  if (units.any(TOLD_WORDS)) return true
  return units.lastThat(FORECAST, at => !units.is(at, PLANNED)) >= 0
}

// So many shares before a number in its sentence may be what it goes on with.
const MOST_BESIDE = 6

/**
 * What makes a number an item of a list of goals: that it is an aim by itself, or that its paragraph only states it. Else it
 * goes on with the shares before it in its sentence (`…, đóng góp 55-58% GDP, giải quyết việc làm cho 84% lao động`).
 */
export function itemAt(context: Context, query: StatusQuery, units: Units): 'aim' | 'statement' | undefined {
  let { at } = query
  for (let n = 0; n <= MOST_BESIDE && at >= 0; n++) {
    if (isAimAt(context, { ...query, at }, units)) return 'aim'
    if (isStatement(context, { ...query, at }, units)) return 'statement'
    if (!query.isPercent) return undefined
    const from = at
    at = units.last(PERCENT, from)
  }
  return undefined
}

/** Whether a number is worded as an aim: with a printed floor, as a round share of something, or for each of some. */
function isAimAt(context: Context, { at, isPercent }: StatusQuery, units: Units): boolean {
  const mention = units.mention(at)
  if (mention?.type !== 'quantity') return false
  const value = mention.value as Quantity
  const isRound =
    isPercent &&
    value.form === 'percent' &&
    value.comparator !== '~' &&
    value.comparator !== '<=' &&
    Number.isInteger(value.low) &&
    (value.low % 5 === 0 || value.low > 95)
  const isShare = units.is(at + 1, NOUN) || units.mention(at + 1)?.type === 'document_name'
  const start = units.start(0)
  // `70% thiết bị vẫn phải nhập khẩu`, `50% đường chưa được cứng hóa`: how things are.
  if (FLOOR.test(context.normalized.lower.slice(mention.outer.start, mention.outer.end))) return true
  if (isRound && TOLD.test(clauseFrom(context, units, at))) return false
  return (isRound && isShare) || EACH.test(context.normalized.lower.slice(start, start + 24))
}

// Words that tell how things are or were, behind a share.
const TOLD =
  /(?:^| )(?:chưa|vẫn|đang(?! (?:hoạt động|sinh sống|làm việc|học|công tác|điều trị|theo học|khai thác|quản lý|sử dụng))|đã|(?<!thực |thể |phát |xuất )hiện(?! (?:đại|hữu|thực|hóa))|còn (?:thiếu|phải|chưa|lại)|không có)(?: |$)/

/** The words of a clause from a number on. */
function clauseFrom(context: Context, units: Units, at: number): string {
  let end = at + 1
  while (end < units.length && !units.is(end, CLAUSE_OR_NUMBER)) end++
  return context.normalized.lower.slice(units.end(at), end < units.length ? units.start(end) : units.end(end - 1))
}

// So many paragraphs of numbers without words of their own a list may go on with.
const LIST_REACH = 6

const hasNumber = once((context, line) => context.lines[line]?.sentences.some(s => context.unitsOf(s.index).any(QUANTITY)) === true)

/** The nearest line between a list's item and line `own` that keeps the list from going on: one without a number, or one too many; else -1. */
function barrierBetween(context: Context, item: number, own: number): number {
  const first = item < 0 ? 0 : context.lineOf(item).index + 1
  for (let i = own - 1; i >= first; i--) {
    if (!hasNumber(context, i) || own - i > LIST_REACH) return i
  }
  return -1
}

/** What a sentence is to a list that may go on behind it: its end, or an item with the status of its last number. */
interface ListPart {
  readonly item: { readonly reading: StatusReading; readonly at: number } | null
}

const listBefore = nearest(partAt)
function partAt(context: Context, sentence: number, { query, now }: Given): ListPart | undefined {
  const { kind } = context.sentences[sentence] ?? {}
  if (kind === 'heading' || kind === 'caption' || kind === 'related') return { item: null }
  const at = context.unitsOf(sentence).last(QUANTITY)
  const earlier = { ...query, sentence, at, isPercent: true }
  const reading = at < 0 ? undefined : (readStatus(context, earlier, now) ?? paragraphStatus(context, earlier, now))
  // `dự kiến đạt` among goals is one of them.
  const isPlanned = reading?.status === 'forecast' && /^dự kiến/.test(context.normalized.lower.slice(reading.evidence.start ?? 0))
  return reading === undefined || isPlanned || reading.evidence.rule === 'status/compared' ? undefined : { item: { reading, at } }
}

const goalBefore = nearest((context, sentence, given: Given): ListPart | undefined => {
  const part = partAt(context, sentence, given)
  return part?.item?.reading.status === 'goal' ? part : undefined
})

/** A list that goes on no further than the line of a sentence. */
const endedBy = (context: Context, sentence: number): ListStatus => ({
  status: undefined,
  ended: [openingOf(context, context.lineOf(sentence).index)]
})

const OPENS_MEASURE = HEAD.or(INDICATOR, CHANGE, RAISE, DO)

/** Whether a sentence names a time that is no deadline. */
function isDated(units: Units): boolean {
  return units.lastThat(DATE, at => !units.is(at, DEADLINE)) >= 0
}

/** Whether a paragraph states a measure and its value and no more (`Tốc độ tăng số bến thuyền đạt 3 - 4%/năm.`): how lists of goals go on. */
function isStatement(context: Context, { sentence, at }: StatusQuery, units: Units): boolean {
  const first = context.lineOf(sentence).sentences[0]?.index
  const isMeasure =
    (first !== undefined && context.unitsOf(first).is(0, OPENS_MEASURE)) ||
    units.is(0, OPENS_MEASURE) ||
    (at <= 8 && units.every(NOUN, 0, at - 1) && units.text(at - 1) === 'đạt')
  return isMeasure && units.any(SAYS_HOW_MUCH, at - 4, at) && !isDated(units)
}
