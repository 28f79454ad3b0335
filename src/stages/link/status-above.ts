import { RATE_OF_LAW } from '../../mentions/words/results.ts'
import { CLOSE, DO, ENSURE, HAVE, LINK, OPEN, OTHER, PERCENT, QUANTITY, RAISE, REACH, STOP, WEAK } from '../../mentions/words/tags.ts'
import type { Via } from '../../model/frame.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { headersAbove, openingOf } from './headers.ts'
import { nearest } from './nearest.ts'
import { antecedent } from './reasons.ts'
import { oncePerNumber, readStatus } from './status.ts'
import { documentStatus, plannedByDocument } from './status-by-document.ts'
import { headerStatus } from './status-by-header.ts'
import { itemAt, listStatus } from './status-in-list.ts'
import { paragraphStatus } from './status-in-paragraph.ts'
import type { StatusQuery, StatusReading } from './status-reading.ts'
import { surveyOf } from './survey.ts'

const SHARE_OR_END = PERCENT.or(STOP, OPEN, CLOSE)
const VERB = DO.or(HAVE, REACH, RAISE, ENSURE)
const NOT = words(/^(?:không|chưa|hụt|thiếu)/)
const ENDS_PARTS = STOP.or(WEAK, ENSURE)
const END = STOP.or(OPEN, CLOSE)

/**
 * The status of a number: by its own sentence, else by what leads it: the header of its list, the sentence before in its
 * paragraph, and for a sentence that says it goes on, the paragraph before. Remembered per article, as the reading is.
 */
export const statusInContext = oncePerNumber(statusAnew)

function statusAnew(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const sentence = context.sentences[query.sentence]
  if (sentence?.kind === 'related' || sentence?.kind === 'caption') {
    const span = context.unitsOf(query.sentence).spanOf(query.at)
    return {
      status: 'other',
      evidence: evidence(
        span,
        sentence.kind === 'caption' ? 'status/caption' : 'status/related-link',
        'inferred',
        sentence.kind === 'caption' ? [] : relatedBy(context, query.sentence)
      ),
      isOwn: true
    }
  }
  const read = readStatus(context, query, now)
  const tax = read?.status === 'goal' && query.isPercent ? taxBefore(context, query, read) : undefined
  const own = tax ?? read
  const survey = query.isPercent && own?.evidence.rule !== 'status/goal-word' ? surveyOf(context, query.sentence) : undefined
  if (survey !== undefined) return { status: 'other', evidence: evidence(survey, 'status/survey', 'carried'), isOwn: true }
  if (own?.isOwn && !(own.status === 'forecast' && isPlanned(context, own))) return own
  if (own?.isOwn) {
    const list = listStatus(context, query, now)
    return plannedByDocument(context, query, own) ?? goesOnWith(context, query, now) ?? list.status ?? past(own, list.ended)
  }
  const part = partStatus(context, query, now) ?? (own === undefined ? besideStatus(context, query, now) : undefined)
  if (part !== undefined) return part
  const headers = headersAbove(context, context.lineOf(query.sentence))
  const header = headerStatus(context, headers, query, now)
  // What a header tells of results ends where its paragraph itself sets a goal.
  const beside = header?.status === 'result' ? paragraphStatus(context, query, now) : undefined
  if (beside?.status === 'goal') return beside
  if (header !== undefined && !(header.status === 'goal' && isOnlyTold(context, query))) return header
  const criterion = criterionOf(context, query)
  if (criterion !== undefined) return criterion
  const unled = unledStatus(context, query, now, own)
  return unled === undefined ? undefined : past(unled, headers.past)
}

// So near before a number stands the verb that makes it an aim, in units.
const VERB_REACH = 4

/** Whether a count in prose is only told (`rác dạt vào bờ hơn 40 tấn`): nothing is to be done, had or reached by it, and it is no item of a list. A header makes no goal of it. */
function isOnlyTold(context: Context, query: StatusQuery): boolean {
  const units = context.unitsOf(query.sentence)
  const { at } = query
  if (query.isPercent || context.sentences[query.sentence]?.kind !== 'text' || !units.is(at, QUANTITY)) return false
  if (itemAt(context, query, units) !== undefined) return false
  const isNext = units.is(at - 1, LINK)
  if (isNext && units.last(QUANTITY, at) >= 0) return false
  return !units.any(VERB, at - VERB_REACH, at)
}

const GOES_ON_WITH_RATE = /^(?:đối với|với|riêng|còn|trong khi|phương án)(?: |,)/

/** `Đối với rượu dưới 20 độ sẽ tăng lên 40%`, after a sentence on a tax: its rates go on, whatever year they hold from. */
function taxBefore(context: Context, query: StatusQuery, read: StatusReading): StatusReading | undefined {
  const { start } = context.sentences[query.sentence] ?? { start: 0 }
  if (read.evidence.rule === 'status/goal-word' || !GOES_ON_WITH_RATE.test(context.normalized.lower.slice(start, start + 16)))
    return undefined
  const first = context.lineOf(query.sentence).sentences[0]?.index ?? query.sentence
  const tax = taxFrom(context, query.sentence - 1, undefined)
  return tax !== undefined && tax.sentence >= first
    ? { status: 'other', evidence: evidence(tax.found, 'status/tax', 'carried'), isOwn: true }
    : undefined
}

const taxFrom = nearest((context, sentence) => {
  const units = context.unitsOf(sentence)
  const i = units.firstThat(OTHER, at => units.is(at, RATE_OF_LAW))
  return i < 0 ? undefined : units.spanOf(i)
})

/** What keeps a number from the words further up that would give it a status: what ends the reach of headers and lists. */
export function unsaidBecause(context: Context, query: StatusQuery, now: string | null): readonly Via[] {
  const { past: headers } = headersAbove(context, context.lineOf(query.sentence))
  return [...headers, ...listStatus(context, query, now).ended]
}

/** A status that holds because other words were kept away by those in between. */
function past(reading: StatusReading, via: readonly Via[]): StatusReading {
  return via.length === 0 ? reading : { ...reading, evidence: { ...reading.evidence, via: [...reading.evidence.via, ...via] } }
}

// So many shares before a number may say nothing of themselves.
const MOST_BESIDE = 6

/** `trồng trọt chỉ tăng 0,46% so với vụ trước, chăn nuôi đạt 6,9%`: a number goes on with what its sentence says of the one before. */
function besideStatus(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const units = context.unitsOf(query.sentence)
  let shares = 0
  for (let i = units.last(SHARE_OR_END, query.at); i >= 0; i = units.last(SHARE_OR_END, i)) {
    if (units.is(i, END)) return undefined
    if (++shares > MOST_BESIDE) return undefined
    const found = readStatus(context, { ...query, at: i, isPercent: true }, now)
    if (found === undefined) continue
    return found.isOwn && found.status !== 'goal' && found.status !== 'current' && found.evidence.rule !== 'status/margin'
      ? { ...found, isOwn: false }
      : undefined
  }
  return undefined
}

/** What leads the parts of a number: `…, trong đó có 3 bến`, `… gồm 12.364 tỷ đồng`. */
const PARTS = words('trong đó|bao gồm|gồm')
const PARTS_OR_END = STOP.or(WEAK, ENSURE, PARTS)

/** `quy hoạch 17 bến thuyền, trong đó có 3 bến …`: a part is what its whole is. */
function partStatus(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const units = context.unitsOf(query.sentence)
  const i = units.last(PARTS_OR_END, query.at)
  if (i <= 0 || units.is(i, ENDS_PARTS)) return undefined
  const whole = units.last(QUANTITY, i)
  const found = whole < 0 ? undefined : statusInContext(context, { ...query, at: whole, isPercent: true }, now)
  if (found?.status !== 'goal') return undefined
  const via = [...found.evidence.via.slice(0, MOST_WHOLES), antecedent(units.spanOf(whole))]
  return { status: 'goal', evidence: { ...found.evidence, source: 'carried', rule: 'status/part', via }, isOwn: false }
}

// So many wholes of wholes are told with a part.
const MOST_WHOLES = 16

/** The line that begins the related links which a sentence stands among (`Tin liên quan`). */
function relatedBy(context: Context, sentence: number): Via[] {
  const first = relatedFrom(context, sentence, undefined)?.sentence ?? sentence
  return first < sentence ? [openingOf(context, context.lineOf(first).index, 'header')] : []
}

const relatedFrom = nearest((context, sentence) => (context.sentences[sentence - 1]?.kind === 'related' ? undefined : true))

/** The status of a number that no header says anything of. */
function unledStatus(context: Context, query: StatusQuery, now: string | null, own: StatusReading | undefined): StatusReading | undefined {
  // `phải`, `sẽ` in the sentence itself speak louder than the sentence before; a comparison does not.
  if (own?.status === 'goal') return own
  // `cao hơn 1,8 lần so với năm 2021` says what it is compared with, not when it is so.
  const isCompared = own?.evidence.rule === 'status/compared'
  if (own?.status === 'result' && !isCompared) return own
  const found = paragraphStatus(context, query, now) ?? (isCompared ? undefined : own)
  if (found !== undefined) return found
  const list = listStatus(context, query, now)
  const other = own ?? documentStatus(context, query)
  return list.status ?? (other === undefined ? undefined : past(other, list.ended))
}

const CRITERION = /^(?:[-+–•*] ?)?(?:tiêu chí|tiêu chuẩn|điều kiện) \d+(?:\.\d+)*[.:]/

/** `Tiêu chí 6.2. Số bài báo trên một giảng viên không thấp hơn 0,3`: what a standard asks for. */
function criterionOf(context: Context, query: StatusQuery): StatusReading | undefined {
  const first = context.lineOf(query.sentence).sentences[0]
  if (first === undefined) return undefined
  const found = CRITERION.exec(context.normalized.lower.slice(first.start, first.start + 30))
  if (found === null) return undefined
  const source = first.index === query.sentence ? 'same_clause' : 'carried'
  return {
    status: 'other',
    evidence: evidence({ start: first.start, end: first.start + found[0].length }, 'status/criterion', source),
    isOwn: false
  }
}

const GOES_ON = /^(?:bên cạnh đó|cạnh đó|ngoài ra|đồng thời|cùng với đó|trong đó)(?: |,)/

/** `Bên cạnh đó, doanh thu dự kiến đạt …`, after a goal: what is expected besides is planned with it. */
function goesOnWith(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const start = context.sentences[query.sentence]?.start ?? 0
  if (!GOES_ON.test(context.normalized.lower.slice(start, start + 20))) return undefined
  const units = context.unitsOf(query.sentence)
  const { comparator } = (units.mention(query.at)?.value ?? {}) as { comparator?: string }
  // `Ngoài ra, 233 dự án dự kiến giải ngân dưới 95%`: nobody plans to fall short.
  if (comparator?.startsWith('<') || units.any(NOT, 0, query.at)) return undefined
  const found = paragraphStatus(context, query, now)
  return found?.status === 'goal' ? found : undefined
}

/** Whether a forecast is worded as a plan is (`dự kiến đạt …`): in a list of goals or under a plan it is one. */
function isPlanned(context: Context, { evidence: { start, end } }: StatusReading): boolean {
  return start !== null && end !== null && /^dự kiến/.test(context.normalized.lower.slice(start, end))
}
