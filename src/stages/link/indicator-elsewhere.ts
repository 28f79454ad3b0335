import {
  ADVERB,
  AND,
  BOUNDARY,
  CHANGE,
  COLON,
  COMMA,
  DATE,
  DO,
  DOCUMENT,
  ENSURE,
  GOAL,
  HAVE,
  LEVEL,
  MEASURE,
  NOUN,
  OF,
  PLACE,
  QUANTITY,
  RATE,
  REACH,
  SEMICOLON,
  STOP,
  SUBJECT
} from '../../mentions/words/tags.ts'
import type { Frame, GrammarMatch } from '../../model/frame.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { usablePhrase } from './indicator-slot.ts'
import { once } from './nearest.ts'
import { type Phrase, trim } from './phrase.ts'

const NO_TOPIC = GOAL.or(DATE, BOUNDARY, QUANTITY, DOCUMENT, STOP)
const IN_NAME = NOUN.or(OF, AND)
const DEED = DO.or(HAVE)
const SAYS_HOW_MUCH = REACH.or(CHANGE, DO, HAVE, LEVEL, ENSURE, RATE)
const NO_NAME = DO.or(SUBJECT, COMMA, PLACE)
const ENDS_WORK = QUANTITY.or(SEMICOLON, COLON, STOP, GOAL, REACH, CHANGE, BOUNDARY, DATE, OF)
const NEXT_ITEM = COMMA.or(QUANTITY)

const COUNT_VERB = words(/^(?:huy động|thu hút|giải ngân|phân bổ|kết nạp|xuất siêu|giải quyết|tiết kiệm|tuyển dụng|vay|phát hành)/)

/** What a number measures, found outside its reading's own slot, and the rule that found it. */
export interface Found {
  readonly phrase: Phrase
  readonly rule: string
}

const LEVEL_OF = words('ở|mức|ở mức|với|là|khoảng')

/** The measure inside a plan's name: `kế hoạch lãi 74 tỷ đồng`, `kế hoạch chia cổ tức năm 2026 ở mức 17%`. */
export function insideCue(context: Context, units: Units, at: number): Found | undefined {
  let cue = at - 1
  while (cue > 0 && (units.is(cue, DATE) || units.is(cue, LEVEL_OF))) cue--
  const inner =
    /^(?:(?:đặt )?(?:kế hoạch|chỉ tiêu) (?:chia )?|muốn |đạt )(mức tăng trưởng|doanh thu|lợi nhuận|cổ tức|lãi|sản lượng|tăng trưởng)$/.exec(
      units.text(cue)
    )?.[1]
  if (inner === undefined) return undefined
  const phrase = trim(context, units.end(cue) - inner.length, units.end(cue))
  return phrase === undefined ? undefined : { phrase, rule: 'indicator/inside-plan' }
}

/** A verb that itself names what is counted, with nothing else named: `cần huy động khoảng 62.000 tỷ đồng`. */
export function countedVerb(context: Context, units: Units, at: number): Found | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    if (units.is(i, COUNT_VERB))
      return {
        phrase: { start: units.start(i), end: units.end(i), text: context.normalized.text.slice(units.start(i), units.end(i)) },
        rule: 'indicator/verb'
      }
    if (!units.is(i, ADVERB) && !units.is(i, REACH) && units.text(i) !== 'được') return undefined
  }
  return undefined
}

/** What an item is about by its first words: `PAR INDEX: đạt trên 84%`. */
export function topicOf(context: Context, units: Units, at: number): Found | undefined {
  const colon = units.first(COLON)
  const isSaid = colon + 1 === at || units.is(colon + 1, SAYS_HOW_MUCH)
  if (colon < 1 || colon > at || colon > 16 || !isSaid || units.any(NO_TOPIC, 0, colon)) return undefined
  const phrase = trim(context, units.start(0), units.end(colon - 1))
  return phrase === undefined ? undefined : { phrase, rule: 'indicator/topic' }
}

/** What a sentence says by its first words that it is about, in the unit's own words: `Về nhu cầu buồng lưu trú, năm 2030, khoảng 2 triệu buồng`. */
export function subjectOf(context: Context, units: Units, at: number, unit: string | null): Found | undefined {
  if (units.text(0) !== 'về') return undefined
  const comma = units.first(COMMA)
  const isPlain = units.every(IN_NAME, 1, comma)
  if (comma < 2 || comma > 12 || comma > at || !isPlain) return undefined
  const phrase = trim(context, units.start(1), units.end(comma - 1))
  const isOfUnit =
    phrase?.text
      .toLowerCase()
      .split(' ')
      .includes((unit ?? '').split('/')[0] as string) === true
  return phrase === undefined || !isOfUnit ? undefined : { phrase, rule: 'indicator/subject' }
}

/** `tạo việc làm mới cho 6.300 lao động`: jobs are counted by the people who get them. */
export function jobs(context: Context, units: Units, at: number): Found | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    if (units.is(i, NEXT_ITEM)) return undefined
    const inner = /việc làm(?: mới)?/.exec(units.text(i))
    if (inner === null) continue
    const start = units.start(i) + inner.index
    return {
      phrase: { start, end: start + inner[0].length, text: context.normalized.text.slice(start, start + inner[0].length) },
      rule: 'indicator/jobs'
    }
  }
  return undefined
}

const RECEIVES = words('cho|tại|đối với')

/** `đào tạo trình độ thạc sĩ cho 20% giảng viên`, `triển khai bệnh án điện tử tại 100% bệnh viện`: what is done, not who gets it. */
export function givenTo(context: Context, units: Units, at: number): Found | undefined {
  let to = at - 1
  while (to > 0 && units.is(to, ADVERB)) to--
  if (!units.is(to, RECEIVES)) return undefined
  for (let i = to - 1; i >= Math.max(0, to - LONGEST_DEED); i--) {
    if (units.is(i, ENDS_WORK) && !units.is(i, DO)) return undefined
    if (!units.is(i, DO)) continue
    // `xây dựng hệ thống xử lý nước thải`: what the system does is part of its name.
    const isInside = units.is(i - 1, NOUN) && !units.is(i - 1, NO_NAME)
    if (isInside && units.any(DEED, i - 4, i - 1)) continue
    // A deed in two words (`triển khai thực hiện`) is one.
    if (units.is(i + 1, DO)) return undefined
    const phrase = to - i < 3 ? undefined : trim(context, units.start(i + 1), units.end(to - 1))
    return phrase === undefined || !phrase.text.includes(' ') ? undefined : { phrase, rule: 'indicator/given-to' }
  }
  return undefined
}

// So many units the words for what is done may take up.
const LONGEST_DEED = 16

const HOME = /^nhà ở(?: (?:xã hội|công nhân|thương mại|tái định cư|công vụ|lực lượng vũ trang))?/

const homes = once((context, _): readonly number[] => [...context.normalized.lower.matchAll(/nhà ở/g)].map(m => m.index))

/** Where housing was last spoken of before an offset, or -1. */
function homeBefore(context: Context, before: number): number {
  const starts = homes(context, 0)
  return starts[partitionPoint(starts, start => start <= before) - 1] ?? -1
}

/** Flats are counted without saying of what: of the housing that was last spoken of. */
export function home(context: Context, units: Units, at: number, unit: string | null): Found | undefined {
  const { lower, text } = context.normalized
  const start = /^căn/.test(unit ?? '') ? homeBefore(context, units.start(at)) : -1
  const words = start < 0 ? null : HOME.exec(lower.slice(start, start + 40))
  if (words === null) return undefined
  const end = start + words[0].length
  return { phrase: { start, end, text: text.slice(start, end) }, rule: 'indicator/housing' }
}

const NAMES_NONE = DO.or(HAVE, words('năm|cả|mỗi'))

/** What another reading of the number found in front of it. */
export function leftPhrase(context: Context, frame: Frame, chosen: GrammarMatch): Found | undefined {
  for (const reading of frame.readings) {
    if (reading === chosen || !/^target\/(?:with|reach-from-base|headed|colon)$/.test(reading.rule)) continue
    const phrase = usablePhrase(context, frame, reading)
    const units = context.unitsOf(frame.sentence)
    const { from, to } = reading.slots['indicator'] ?? { from: -1, to: 0 }
    // `mỗi phường có ít nhất một hồ bơi`, `đảo đón 2 triệu lượt khách`: who has it is not what is counted.
    if (units.is(to - 1, HAVE) && !units.is(from, MEASURE)) continue
    if (units.is(from, NAMES_NONE)) continue
    if (phrase !== undefined && phrase !== 'none' && phrase.end <= frame.anchor.start && phrase.text.includes(' '))
      return { phrase, rule: reading.rule }
  }
  return undefined
}

/** `trồng cây bóng mát 40 nghìn cây`: work that names the thing counted, where its unit only says it again. */
export function workOn(context: Context, frame: Frame, chosen: GrammarMatch, unit: string | null): Found | undefined {
  const reading = frame.readings.find(r => r !== chosen && r.rule === 'target/with')
  const slot = reading?.slots['indicator']
  if (reading === undefined || slot === undefined || unit === null) return undefined
  const units = context.unitsOf(frame.sentence)
  const { from, to } = slot
  if (!units.is(from, DO) || to - from < 3) return undefined
  let named = from
  while (named < to && units.text(named) !== unit) named++
  const phrase = named === to ? undefined : trim(context, units.start(from), units.end(to - 1))
  return phrase === undefined ? undefined : { phrase, rule: 'indicator/work' }
}
