import type { Chunk, Evidence } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'
import type { DateValue } from '../../model/values.ts'
import { edtfEndYear, edtfRange } from '../../text/edtf.ts'
import { parseDigits } from '../../text/numerals.ts'
import type { Context } from './context.ts'
import type { LinkedDate } from './dates.ts'
import { evidence } from './evidence.ts'

export type Status = 'goal' | 'result' | 'current' | 'forecast' | 'other'

/** What a number's clause says of its status: decided by words of its own, or open to what leads it. */
export interface StatusReading {
  readonly status: Status
  readonly evidence: Evidence
  /** Whether words of the sentence itself decide it. */
  readonly isOwn: boolean
}

export interface StatusQuery {
  readonly sentence: number
  /** Chunk index of the value. */
  readonly at: number
  readonly dates: ReadonlyMap<unknown, LinkedDate>
  /** Dates on which documents were issued: they say nothing of the number. */
  readonly issued: ReadonlySet<unknown>
  readonly isPercent: boolean
}

const span = (c: Chunk): Span => ({ start: c.start, end: c.end })

/** The day that tells past from future: publication, else the latest complete date of the text. */
export function nowOf(context: Context, dates: readonly LinkedDate[]): string | null {
  const { published } = context.article.record
  if (published !== null) return published
  const days = dates
    .filter(d => d.edtf !== null && /^\d{4}-\d\d-\d\d$/.test(d.edtf) && d.mention.value.use !== 'by' && d.mention.value.use !== 'before')
    .map(d => d.edtf as string)
  return days.toSorted().at(-1) ?? null
}

/** Whether a date lies ahead of, around or behind the article's day; undefined when it cannot be told. */
function when(date: LinkedDate | undefined, now: string | null, isPublished: boolean): 'past' | 'present' | 'future' | undefined {
  if (date === undefined || date.edtf === null) return undefined
  const isAhead = date.mention.value.use === 'by' || date.mention.value.use === 'before'
  if (now === null) return isAhead ? 'future' : undefined
  const { first, last } = edtfRange(date.edtf)
  if (last === null) return undefined
  if (last < now) return 'past'
  // Without a publication day the text's own latest day says only what is past; what is to come says so itself.
  if (!isPublished && !isAhead) return undefined
  if (first !== null && first > now) return 'future'
  // A quarter or half that has just begun holds no results yet.
  if (
    first !== null &&
    /^\d{4}-(?:3[3-6]|4[01])$/.test(date.edtf) &&
    Date.parse(last) - Date.parse(now) > Date.parse(now) - Date.parse(first)
  )
    return 'future'
  return (edtfEndYear(date.edtf) as number) > Number(now.slice(0, 4)) ? 'future' : 'present'
}

const isDay = (date: LinkedDate | undefined): boolean => date?.edtf != null && /^\d{4}-\d\d-\d\d$/.test(date.edtf)

/** Whether a comma is followed, within its clause, by the time the goal is due: `…, hoàn thành trước năm 2027`. */
function isDueBehind(chunks: readonly Chunk[], comma: number): boolean {
  for (let i = comma + 1; i < Math.min(chunks.length, comma + 5); i++) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Quantity') || c.tags.has('Comma') || c.tags.has('Stop')) return false
    const use = (c.mention?.value as DateValue | undefined)?.use
    if (c.tags.has('Date') && (use === 'before' || (use === 'by' && i > comma + 1))) return true
  }
  return false
}

const LOCAL_RESULT = new Set([
  'đã',
  'đang',
  'từng',
  'hiện',
  'vừa qua',
  'đã có',
  'kết quả',
  'còn có',
  'hiện có',
  'vẫn còn',
  'trước đó',
  'trước đây',
  'đạt được',
  'thời gian qua',
  'đã hoàn thành',
  'bước đầu',
  'đang có'
])

interface Marks {
  goal?: Chunk | undefined
  weak?: Chunk
  /** A period that has not ended, without a word that makes it a deadline. */
  period?: Chunk
  forecast?: Chunk
  /** `Hiện nay,` at the sentence's beginning. */
  opening?: Chunk
  /** A forecast word before a semicolon: a list of times goes on with it. */
  forecastFar?: Chunk
  result?: Chunk
  other?: Chunk
  future?: Chunk
  past?: Chunk
  present?: Chunk
  /** Whether the value stands in brackets that open before it. */
  isInside?: boolean
  /** Whether the past date was written as a deadline. */
  isPastDue?: boolean
  /** Whether a comma or more lies between the goal word and the value. */
  isGoalFar?: boolean
  /** Whether the goal word is a plan that something was compared with (`đạt 112% so với chỉ tiêu`). */
  isPlanCompared?: boolean
  /** Whether the goal word governs the forecast word: both stand in one clause (`mục tiêu công suất dự kiến đạt 183 GW`). */
  isForecastAimed?: boolean
  /** A word of the present or past in another clause of the sentence. */
  aside?: Chunk
  /** `nhằm giảm`, `để đưa`: what is done is done for the number's sake, whatever was done already. */
  purpose?: Chunk
}

/**
 * Reads the status of a number from its own sentence: the words to its left from near to far, then those to its right
 * in its clause. Undefined when none of them decides. The rows follow the decision table of the genre: first match wins.
 */
export function readStatus(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const chunks = context.chunksOf(query.sentence)
  const isPublished = context.article.record.published !== null
  const marks = scan(chunks, query, now, isPublished)
  const right = scanRight(chunks, query, now, isPublished, context.normalized.lower)
  const own = (status: Status, c: Chunk, rule: string): StatusReading => ({ status, evidence: evidence(span(c), rule), isOwn: true })
  const pair = pairOf(context, chunks, query.at)
  if (pair !== undefined) return own(pair.status, pair.slash, 'status/actual-and-target')
  if (right.plan) return own('goal', right.plan, 'status/plan-word')
  if (right.aim) return own('goal', right.aim, 'status/called-goal')
  if (right.planBracket) return own('goal', right.planBracket, 'status/goal-of-comparison')
  if (right.margin) return own('other', right.margin, 'status/margin')
  if (right.now) return own('current', right.now, 'status/now')
  // A past year or period said nearer than the goal word dates a result (`đến năm` would make it the goal's own year).
  if (marks.past && marks.goal && marks.past.start > marks.goal.start && !marks.isPastDue && !right.future)
    return own('result', marks.past, 'status/past-date')
  if (marks.other && !marks.goal) return own('other', marks.other, 'status/other-word')
  if (marks.result && (marks.goal === undefined || marks.result.start > marks.goal.start))
    return own('result', marks.result, 'status/result-word')
  // A forecast or a past time nearer than the goal word, in another clause, is what the number says.
  if (marks.goal && marks.forecast && marks.forecast.start > marks.goal.start && marks.isGoalFar && !marks.isForecastAimed)
    return own('forecast', marks.forecast, 'status/forecast-word')
  if (marks.goal && right.past && marks.isGoalFar && !marks.future) return own('result', right.past, 'status/past-date')
  // `136% so với chỉ tiêu …`, after other such shares: the plan named before is what they are shares of.
  if (
    marks.goal &&
    right.planShare &&
    query.isPercent &&
    PLAN_NOUN.test(marks.goal.text) &&
    marks.isGoalFar &&
    !/^(?:kế hoạch|dự toán)$/.test(chunks[query.at + 1]?.text ?? '')
  )
    return own('result', right.planShare, 'status/share-of-plan')
  if (
    marks.goal &&
    (marks.isGoalFar || marks.isPlanCompared) &&
    (marks.isPlanCompared || isMeasured(chunks, marks.goal, query.at)) &&
    right.compared &&
    isSamePeriod(right.compared)
  )
    return own('result', right.compared, 'status/compared')
  if (marks.goal) return own('goal', marks.goal, 'status/goal-word')
  if (marks.forecast) return own('forecast', marks.forecast, 'status/forecast-word')
  if (right.result && !right.future) return own('result', right.result, 'status/result-word')
  if (right.compared && !marks.future && !right.future)
    return { ...own('result', right.compared, 'status/compared'), isOwn: isSamePeriod(right.compared) }
  // `đến 2020, phải xây dựng xong …`: what was to be done by a year that is over.
  if (marks.past && marks.isPastDue && marks.weak && marks.weak.start > marks.past.start)
    return { ...own('goal', marks.weak, 'status/weak-goal-word'), isOwn: true }
  if (marks.purpose) return own('goal', marks.purpose, 'status/purpose')
  if (marks.past && !right.future) return own('result', marks.past, 'status/past-date')
  if (right.past) return own('result', right.past, 'status/past-date')
  if (marks.future && marks.forecastFar) return own('forecast', marks.forecastFar, 'status/forecast-word')
  if (marks.future && isOfWorld(context, chunks, query.at)) return own('forecast', marks.future, 'status/world')
  if (marks.future) return own('goal', marks.future, 'status/future-date')
  if (right.future) return own('goal', right.future, 'status/future-date')
  // `Giai đoạn 2021 - 2025, trồng 1.178 nghìn ha`: what is to be done in a time that goes on.
  if (marks.period && !query.isPercent && isToDo(chunks, query.at))
    return { status: 'goal', evidence: evidence(span(marks.period), 'status/period'), isOwn: false }
  if (right.planShare && query.isPercent && !marks.weak) return own('result', right.planShare, 'status/share-of-plan')
  if (marks.opening && !right.future) return own('current', marks.opening, 'status/now')
  if (marks.isInside) return outside(context, query, now)
  if (marks.weak) return { status: 'goal', evidence: evidence(span(marks.weak), 'status/weak-goal-word'), isOwn: false }
  // `Hiện 11.300 ha đã có chứng nhận, bằng khoảng 42% …`: what the sentence says of now holds before what others say.
  if (marks.aside) return { status: 'result', evidence: evidence(span(marks.aside), 'status/result-word'), isOwn: false }
  return undefined
}

/** Whether a number is what a verb of doing is to bring about. */
function isToDo(chunks: readonly Chunk[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Do') && !/^được /.test(c.text)) return true
    if (c.tags.has('Comma') || c.tags.has('Quantity') || c.tags.has('Of')) return false
  }
  return false
}

/** Whether a date stands right behind another number, as that number's own time (`hai căn trong quý 1 và bốn căn …`). */
function belongsToOther(chunks: readonly Chunk[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 5); k--) {
    if (chunks[k]?.tags.has('Quantity')) return true
    if (['Comma', 'Semicolon', 'Open', 'Close'].some(t => chunks[k]?.tags.has(t))) return false
  }
  return false
}

/** A number in brackets without words of its own has the status of the number that the brackets follow. */
function outside(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const chunks = context.chunksOf(query.sentence)
  for (let i = query.at - 1; i >= 0; i--) {
    if (!chunks[i]?.tags.has('Open')) continue
    const at = chunks.findLastIndex((c, k) => k < i && (c.tags.has('Quantity') || c.tags.has('Rank')))
    // What has been said to be so since is not of that number.
    if (at >= 0 && chunks.slice(at + 1, i).some(c => c.tags.has('Result'))) return undefined
    return readStatus(context, { ...query, at: at >= 0 ? at : i, isPercent: false }, now)
  }
  return undefined
}

function scan(chunks: readonly Chunk[], { at, dates, issued, isPercent }: StatusQuery, now: string | null, isPublished: boolean): Marks {
  const marks: Marks = {}
  let commas = 0
  let forecastCommas = 0
  let semicolons = 0
  let brackets = 0
  for (let i = at - 1; i >= 0; i--) {
    const c = chunks[i] as Chunk
    const { tags } = c
    if (tags.has('Close')) brackets++
    else if (tags.has('Open')) {
      // The value itself stands in brackets: only their own words speak of it, or the aim that they give the figure of.
      if (brackets === 0) {
        marks.isInside = true
        marks.goal = aimBefore(chunks, i)
        break
      }
      brackets--
    }
    // What stands in brackets before is an aside.
    if (brackets > 0) continue
    if (tags.has('Comma')) commas++
    else if (tags.has('Semicolon')) semicolons++
    else if (isSetter(chunks, i) || (tags.has('Goal') && !isCounted(chunks, i))) {
      marks.goal ??= c
      marks.isGoalFar = commas > 0 || semicolons > 0
      marks.isForecastAimed = commas === forecastCommas && semicolons === 0
      marks.isPlanCompared =
        (PLAN_NOUN.test(c.text) && (chunks[i - 1]?.tags.has('Compare') === true || chunks[i - 1]?.tags.has('Percent') === true)) ||
        (/(?:phấn đấu|giao)$/.test(c.text) && chunks.slice(Math.max(0, i - 4), i).some(k => k.tags.has('Percent')))
      break
    } else if (
      tags.has('Result') &&
      MET_PLAN.test(c.text) &&
      commas === 0 &&
      semicolons === 0 &&
      brackets === 0 &&
      at - i > 1 &&
      !chunks.slice(i + 1, at).some(k => k.tags.has('Colon'))
    ) {
      // `hoàn thành chỉ tiêu thu 293.000 tỷ đồng`: the aim itself is named, whether it was met or not.
      marks.goal ??= c
      break
    } else if (tags.has('Exceed') && /^đã /.test(c.text) && commas === 0 && semicolons === 0) {
      marks.result ??= c
      break
    } else if (isPurpose(chunks, i, at)) {
      if (commas === 0 && semicolons === 0) marks.purpose ??= c
    } else if (tags.has('Result')) {
      if (marks.purpose) continue
      // `mục tiêu trước đây là 100%`: an aim given up is one still.
      if (/^(?:trước đây|trước đó|hiện nay|hiện tại)$/.test(c.text) && chunks.slice(Math.max(0, i - 2), i).some(k => k.tags.has('Goal')))
        continue
      // `đó là đạt được mức …`, `nhằm đạt được`: still to be reached.
      if (c.text === 'đạt được' && /(?:^| )(?:là|để|nhằm|sẽ|phải|cần|muốn|có thể|sớm)$/.test(chunks[i - 1]?.text ?? '')) continue
      const isLocal = LOCAL_RESULT.has(c.text) || marks.weak !== undefined
      // `Hiện nay, tỷ lệ lô hàng phải kiểm tra khoảng 19,4%`: what opens a sentence dates all of it.
      if (i === 0 && NOW.test(c.text) && chunks[1]?.tags.has('Comma') && semicolons === 0 && marks.future === undefined) marks.opening ??= c
      if (isLocal ? commas === 0 && semicolons === 0 && marks.future === undefined : semicolons === 0 && marks.future === undefined) {
        marks.result ??= c
        break
      }
      if (semicolons === 0 && marks.future === undefined) marks.aside ??= c
    } else if (tags.has('Forecast')) {
      if (semicolons > 0 && /^(?:dự kiến|ước)/.test(c.text)) marks.forecastFar ??= c
      // What a body or a plan intends to do it means to reach: `tỉnh dự kiến xây dựng 78.000 m2 nhà ở`.
      if (c.text === 'dự kiến' && semicolons === 0 && isIntended(chunks, i)) {
        marks.weak ??= c
        continue
      }
      // `có thể` foresees only before a verb of reaching; else it tells an ability.
      const isAbility = c.text === 'có thể' && !['Reach', 'Change', 'Level', 'Exceed', 'Weak'].some(t => chunks[i + 1]?.tags.has(t))
      if (semicolons === 0 && !isAbility && marks.forecast === undefined) {
        marks.forecast = c
        forecastCommas = commas
      }
    } else if (tags.has('Expect')) {
      // The wish of whoever acts is a goal; of an analyst it is a forecast.
      if (semicolons === 0) {
        if (chunks.slice(0, i).some(k => k.tags.has('Place') || k.tags.has('Issuer') || k.tags.has('Subject'))) marks.weak ??= c
        else marks.forecast ??= c
      }
    } else if (tags.has('Other')) {
      if (isPercent && ((commas === 0 && semicolons === 0) || TAX.test(c.text))) marks.other ??= c
    } else if (tags.has('Assign')) {
      const isLand = /^(?:m2|m²|ha|hecta)$/.test((chunks[at]?.mention?.value as { unit?: string } | undefined)?.unit ?? '')
      const isPlan = /giao (?:dự toán|kế hoạch|vốn|chỉ tiêu)/.test(c.text) && chunks[at - 1]?.text === 'là'
      if (commas === 0 && (at - i <= 2 || isPlan) && !isLand) {
        marks.goal ??= c
        break
      }
    } else if (tags.has('Weak')) {
      if (semicolons === 0) marks.weak ??= c
    } else if (tags.has('Date')) {
      const value = c.mention?.value as DateValue | undefined
      if (value?.use === 'as-of' && semicolons === 0 && marks.weak === undefined && marks.future === undefined) {
        marks.result ??= c
        break
      }
      if (value === undefined || value.use === 'compared' || value.use === 'from' || issued.has(c.mention)) continue
      if (marks.future || marks.past || marks.present || marks.period) continue
      const side = value.use === 'vision' || value.use === 'orientation' ? 'future' : when(dates.get(c.mention), now, isPublished)
      // A day on which something is to happen is no time of an aim.
      if (side === 'future' && isDay(dates.get(c.mention)) && value.use !== 'by' && value.use !== 'before') continue
      if (side === 'future' && c.tags.has('Period') && value.use === null) marks.period ??= c
      else if (side === 'future') marks.future = c
      else if (side === 'past' && belongsToOther(chunks, i)) continue
      else if (side === 'past') {
        marks.past = c
        marks.isPastDue = value.use === 'by' || value.use === 'before'
      } else if (side === 'present') marks.present = c
    }
  }
  return marks
}

/** Whether a clause speaks of the world, which nobody here sets goals for. */
function isOfWorld(context: Context, chunks: readonly Chunk[], at: number): boolean {
  const from = chunks.findLastIndex((c, i) => i < at && (c.tags.has('Semicolon') || c.tags.has('Stop')))
  const words = context.normalized.lower.slice(chunks[from + 1]?.start ?? 0, chunks[at]?.start ?? 0)
  return /(?:toàn cầu|thế giới)(?: sẽ| có thể| dự kiến)? (?:đạt|tăng|giảm|chiếm|lên|là)/.test(words)
}

/** Whether `dự kiến` stands between who acts (a body, a place, a plan) and a verb of doing. */
function isIntended(chunks: readonly Chunk[], i: number): boolean {
  const verb = chunks[i + 1]
  const isDeed =
    verb !== undefined &&
    (verb.tags.has('Do') || verb.tags.has('Raise') || /^(?:tạo|tạo ra|có thêm)/.test(verb.text)) &&
    verb.text !== 'giải ngân'
  const before = chunks.slice(Math.max(0, i - 4), i).filter(c => !c.tags.has('Adverb'))
  const actor = before.at(-1)
  return isDeed && actor !== undefined && ['Subject', 'Place', 'Issuer', 'Document', 'Organization'].some(t => actor.tags.has(t))
}

/** Whether a share of a plan is said between a goal word and a number: the number goes on with results. */
function isMeasured(chunks: readonly Chunk[], goal: Chunk, at: number): boolean {
  return chunks.some(
    (c, i) =>
      i < at && c.start > goal.start && c.tags.has('Percent') && PLAN_NOUN.test((chunks[i + 1]?.text ?? '').replace(/ pháp lệnh$/, ''))
  )
}

/** `nhằm giảm 55% …`, `để sớm đưa … lên 8%`: words of purpose with the verb that reaches the number. */
function isPurpose(chunks: readonly Chunk[], i: number, at: number): boolean {
  if (!/^(?:nhằm|để|tiến tới)$/.test(chunks[i]?.text ?? '')) return false
  const verb = chunks.findIndex((c, k) => k > i && !/^(?:sớm|từng|bước|dần|góp phần|tiếp tục)$/.test(c.text))
  if (verb < 0 || verb >= at) return false
  const verbs = chunks[at]?.tags.has('Percent') ? ['Change', 'Raise', 'Reach', 'Ensure', 'Exceed'] : ['Change', 'Raise', 'Exceed']
  return verbs.some(t => chunks[verb]?.tags.has(t)) && !/^(?:là|bằng|đáp ứng)$/.test(chunks[verb]?.text ?? '')
}

/** `đạt 19/25 chỉ tiêu`: goals counted set none. */
function isCounted(chunks: readonly Chunk[], i: number): boolean {
  const before = chunks[i - 1]
  return (
    /^(?:các )?(?:chỉ tiêu|mục tiêu)/.test(chunks[i]?.text ?? '') &&
    before !== undefined &&
    (before.tags.has('Quantity') || before.tags.has('Number'))
  )
}

/** A verb of setting behind a document or a body: `Quyết định số 1722/QĐ-TTg … xác định:`, `Quốc hội giao`. */
function isSetter(chunks: readonly Chunk[], i: number): boolean {
  if (!chunks[i]?.tags.has('Set')) return false
  const next = chunks[i + 1]
  // `kế hoạch Thủ tướng giao đầu năm`, `đáp ứng yêu cầu`: nothing is set here.
  if (next === undefined || ['And', 'Comma', 'Stop', 'Close', 'Date'].some(t => next.tags.has(t))) return false
  if (/^(?:đáp ứng|theo|với|của|các|những|một số)$/.test(chunks[i - 1]?.text ?? '')) return false
  // `mức đóng được xác định như sau`: a rule of reckoning.
  if (/^xác định/.test(chunks[i]?.text ?? '') && chunks[i - 1]?.text === 'được') return false
  if (chunks.slice(Math.max(0, i - 5), i).some(c => /^(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|vốn|nhiệm vụ|mức)$/.test(c.text))) return false
  if (
    /^(?:xác định|đặt)/.test(chunks[i]?.text ?? '') &&
    (chunks[i - 1]?.tags.has('Place') || chunks.slice(Math.max(0, i - 4), i).some(c => c.tags.has('Subject')))
  )
    return true
  for (let k = i - 1; k >= Math.max(0, i - 24); k--) {
    const c = chunks[k] as Chunk
    if (c.tags.has('Semicolon') || c.tags.has('Quantity') || c.tags.has('Result') || c.tags.has('Stop')) return false
    if (c.mention?.type === 'document_number' || c.mention?.type === 'document_name') return true
    if (c.mention?.type === 'issuer') return i - k <= 3
  }
  return false
}

/** What was reached and what was to be reached, in one: `62,7/58 triệu đồng`, `66,3%/65%`, `8.215/7.500 đảng viên`. */
function pairOf(context: Context, chunks: readonly Chunk[], at: number): { status: Status; slash: Chunk } | undefined {
  const value = chunks[at]?.mention?.value as { form?: string; low: number } | undefined
  const read = (i: number): number | undefined => {
    const c = chunks[i]
    if (c === undefined || (c.mention !== null && c.mention.type !== 'quantity')) return undefined
    return c.mention === null ? parseDigits(c.text) : (c.mention.value as { low: number }).low
  }
  const slash = (i: number): Chunk | undefined => (chunks[i]?.text === '/' ? chunks[i] : undefined)
  const before = slash(at - 1)
  const after = slash(at + 1)
  if (value === undefined) return undefined
  if (before !== undefined) {
    const actual = read(at - 2)
    const printed = parseDigits(/[\d.,]*\d/.exec(context.normalized.lower.slice(chunks[at]?.start, chunks[at]?.end))?.[0] ?? '')
    if (actual === undefined || printed === undefined || actual > 4 * printed || printed > 4 * actual) return undefined
    return value.form === 'money' || value.form === 'percent' || actual > printed ? { status: 'goal', slash: before } : undefined
  }
  if (after !== undefined && value.form === 'percent' && chunks[at + 2]?.tags.has('Percent')) return { status: 'result', slash: after }
  return undefined
}

/** The aim named in front of brackets that give its figure: `mục tiêu của nghị quyết (đến năm 2021, khoảng 28%)`. */
function aimBefore(chunks: readonly Chunk[], open: number): Chunk | undefined {
  for (let i = open - 1; i >= Math.max(0, open - 14); i--) {
    const c = chunks[i] as Chunk
    if (['Quantity', 'Comma', 'Semicolon', 'Stop', 'Colon', 'Close', 'Result'].some(t => c.tags.has(t))) return undefined
    if (c.tags.has('Goal') && /mục tiêu|chỉ tiêu/.test(c.text)) return c
  }
  return undefined
}

interface RightMarks {
  compared?: Chunk
  past?: Chunk
  future?: Chunk
  margin?: Chunk
  planShare?: Chunk
  /** `26% hiện nay`: how things are, beside a goal. */
  now?: Chunk
  /** A word behind the number that it is so already. */
  result?: Chunk
  planBracket?: Chunk
  /** The word that calls what was said a goal: `… hai con số là mục tiêu rất lớn`. */
  aim?: Chunk | undefined
  /** The plan, target or quota that the number is the figure of. */
  plan?: Chunk
}

/** `so với cùng kỳ` is said of results; `so với năm 2024` also of goals. */
function isSamePeriod(c: Chunk): boolean {
  const value = c.mention?.value as DateValue | undefined
  return value?.partial?.unit === 'same-period' || (value?.partial?.unit === 'relative' && value.partial.of !== 'year')
}

// Rates set by law go on over a list of years (`2027 là 75%; 2028 là 80%`).
const TAX = /^(?:mức )?thuế suất|^mức thuế|^thuế suất/
const MET_PLAN =
  /^(?:hoàn thành|hoàn thành vượt|hoàn thành vượt mức|đạt|đạt và vượt|vượt) (?:chỉ tiêu|mục tiêu|kế hoạch)(?: đề ra| được giao)?$/
const NOW = /^(?:hiện nay|hiện tại|hiện có|như hiện nay|hiện)$/

const PLAN_NOUN =
  /^(?:các )?(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu|nhiệm vụ|giao|được giao|chỉ tiêu phấn đấu|chỉ tiêu kế hoạch|mục tiêu đề ra|dự toán pháp lệnh|chỉ tiêu (?:được )?giao|chỉ tiêu đề ra)$/

const PLAN =
  /^(?:(?:vượt |hoàn thành |đạt )?(?:các )?(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu|chỉ tiêu phấn đấu|dự toán pháp lệnh|mục tiêu đề ra|kế hoạch năm))$/

/** A plan named right before the number: `vượt mục tiêu 40 triệu`, `kế hoạch là 7.000 tỷ`, `dự toán (115.000 tỷ)`. */
function planBefore(chunks: readonly Chunk[], at: number): Chunk | undefined {
  const before = chunks[at - 1]
  if (before === undefined) return undefined
  if (PLAN.test(before.text)) return chunks[at - 2]?.text === 'hơn' ? undefined : before
  if (before.text !== 'là' && !before.tags.has('Open')) return undefined
  // Between them only whose plan it is and of when: `kế hoạch HĐND tỉnh giao năm 2024 là 7.000 tỷ`, not `kế hoạch vốn đầu tư công … là`.
  for (let i = at - 2; i >= Math.max(0, at - 7); i--) {
    const c = chunks[i] as Chunk
    if (PLAN.test(c.text)) return c
    if (
      !['Date', 'Place', 'Of', 'Issuer', 'Assign', 'Subject', 'Set'].some(t => c.tags.has(t)) &&
      !/^(?:đề|đặt|ra|cũ|mới|này|đó|phấn đấu|đề ra|đặt ra|của|cả|ban|đầu|pháp|lệnh|trung|ương|tw|tỉnh|quyết định)$/.test(c.text)
    )
      return undefined
  }
  return undefined
}

/** `… là mục tiêu`, `… chính là mục tiêu mà ngành hướng tới`, behind the number in its sentence. */
function aimOf(chunks: readonly Chunk[], at: number): Chunk | undefined {
  for (let i = at + 1; i < chunks.length; i++) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Semicolon') || c.tags.has('Stop')) return undefined
    if (
      c.text === 'là' &&
      /^(?:mục tiêu|chỉ tiêu|các mục tiêu|một mục tiêu)(?: |$)/.test(chunks[i + 1]?.text ?? '') &&
      !/^(?:mục tiêu|chỉ tiêu)/.test(chunks[i - 1]?.text ?? '')
    )
      return chunks[i + 1]
  }
  return undefined
}

const isDateNext = (chunks: readonly Chunk[], i: number): boolean => chunks[i + 1]?.tags.has('Date') === true

/** `đưa quy mô nền kinh tế vượt 500 tỷ USD`: what something is to be brought past is no margin. */
function isBroughtPast(chunks: readonly Chunk[], at: number): boolean {
  for (let i = at - 2; i >= Math.max(0, at - 10); i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Raise'))
      return !chunks.slice(at + 1, at + 5).some(k => PLAN_NOUN.test(k.text) || k.tags.has('Compare') || k.tags.has('Compared'))
    if (c.tags.has('Comma') || c.tags.has('Semicolon') || c.tags.has('Quantity')) return false
  }
  return false
}

function scanRight(
  chunks: readonly Chunk[],
  { at, dates, issued }: StatusQuery,
  now: string | null,
  isPublished: boolean,
  lower: string
): RightMarks {
  const marks: RightMarks = {}
  const before = chunks[at - 1]
  const text = (i: number) => chunks[i]?.text ?? ''
  const comparator = chunks[at]?.mention?.parts['comparator']
  const printed = comparator === undefined ? '' : lower.slice(comparator.start, comparator.end)
  const isOfPlan = chunks.slice(at + 1, at + 5).some(c => PLAN_NOUN.test(c.text))
  const strives = chunks.findLastIndex((c, k) => k < at && (/^phấn đấu/.test(c.text) || c.tags.has('Open') || c.tags.has('Comma')))
  const isStriven = !isOfPlan && /^(?:cao|thấp|nhiều|ít) hơn/.test(printed) && /^phấn đấu/.test(text(strives))
  if (before && !isStriven && (before.text === 'vượt' || /^(?:cao|thấp|nhiều|ít) hơn/.test(printed))) {
    for (let i = at + 1; i < Math.min(chunks.length, at + 8) && !chunks[i]?.tags.has('Comma') && !chunks[i]?.tags.has('Stop'); i++) {
      if (
        /^(?:so|mục tiêu|các mục tiêu|kế hoạch|chỉ tiêu|dự toán|bình quân|mức|chỉ tiêu được giao)$/.test(text(i)) ||
        text(i).startsWith('so ') ||
        chunks[i]?.tags.has('Compared')
      )
        marks.margin ??= chunks[at] as Chunk
    }
  }
  // `vượt 5% mục tiêu` is a margin, unless one strives to exceed.
  const hasPlan = chunks
    .slice(0, at + 6)
    .some(
      (c, i) =>
        (i > at || c.tags.has('Compare') || PLAN_NOUN.test(c.text)) &&
        (PLAN_NOUN.test(c.text) || (c.tags.has('Compare') && !isDateNext(chunks, i)))
    )
  if (
    before?.tags.has('Exceed') &&
    !chunks[at - 2]?.tags.has('Goal') &&
    !isBroughtPast(chunks, at) &&
    (hasPlan || chunks[at]?.tags.has('Percent') === false)
  )
    marks.margin ??= before
  if (before && PLAN.test(before.text) && chunks[at - 2]?.tags.has('Exceed') && chunks[at]?.tags.has('Percent')) marks.margin ??= before
  if (before && /^vượt /.test(before.text) && MET_PLAN.test(before.text) && chunks[at]?.tags.has('Percent')) marks.margin ??= before
  if (
    before?.tags.has('Change') &&
    /^so /.test(lower.slice(chunks[at + 1]?.start ?? 0, (chunks[at + 1]?.start ?? 0) + 3)) &&
    chunks.slice(at + 1, at + 5).some(c => c.tags.has('Document'))
  )
    marks.margin ??= before
  if (before && /^(?:chỉ tiêu|mục tiêu|kế hoạch|dự toán)$/.test(before.text) && text(at - 2) === 'hơn') marks.margin ??= before
  const plan = marks.margin ? undefined : planBefore(chunks, at)
  if (plan && !(chunks[at]?.tags.has('Percent') && chunks[at - 1]?.tags.has('Open') && plan !== chunks[at - 2])) marks.plan = plan
  // `so với mức 70 phút`, `thay vì 40% GDP`: what a goal is compared with.
  const isBase = (i: number): boolean => chunks[i]?.tags.has('Compare') === true
  if (isBase(at - 1) || (isBase(at - 2) && /^(?:mức|con số|tỷ lệ)$/.test(text(at - 1))))
    marks.now = chunks[isBase(at - 1) ? at - 1 : at - 2] as Chunk
  marks.aim = aimOf(chunks, at)
  const next = chunks[at + 1]
  if (next !== undefined && NOW.test(next.text) && (chunks[at]?.mention?.value as { form?: string } | undefined)?.form !== 'ratio')
    marks.now = next
  for (let i = at + 1; i < chunks.length; i++) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Comma') && isDueBehind(chunks, i)) continue
    // `giảm 11.440 tỷ đồng (tương ứng 20,7%) so với cùng kỳ`: brackets that add a number.
    const close = i === at + 1 && c.tags.has('Open') ? chunks.findIndex((k, n) => n > i && k.tags.has('Close')) : -1
    if (close > 0 && close - i <= 4 && chunks[close + 1]?.tags.has('Compared')) {
      i = close
      continue
    }
    if (
      c.tags.has('Comma') ||
      c.tags.has('Semicolon') ||
      c.tags.has('Stop') ||
      c.tags.has('Quantity') ||
      c.tags.has('Open') ||
      c.tags.has('Close')
    )
      break
    if (PLAN_NOUN.test(c.text) && (i === at + 1 || (i === at + 2 && chunks[at + 1]?.tags.has('Compare')))) marks.planShare ??= c
    if (c.tags.has('Goal') && i - at > 2) break
    if (c.tags.has('Compare') && !PLAN_NOUN.test(text(i + 1))) break
    if (c.tags.has('Date')) {
      const value = c.mention?.value as DateValue | undefined
      if (value?.use === 'compared') marks.compared ??= c
      else if (value?.use !== 'from' && !issued.has(c.mention)) {
        const side = when(dates.get(c.mention), now, isPublished)
        if (side === 'past') marks.past ??= c
        if (side === 'future' && !(c.tags.has('Period') && value?.use === null)) marks.future ??= c
      }
    }
    if (c.text === 'hiện nay' && chunks[i - 1]?.text === 'như') marks.now ??= c
    if (/^(?:đã|đã có|đã được|hiện đã)$/.test(c.text) && i - at <= 10) marks.result ??= c
  }
  return marks
}
