import type { Chunk, Via } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { type Headers, headersAbove, openingOf } from './headers.ts'
import { nearest } from './nearest.ts'
import { antecedent, viaOf } from './reasons.ts'
import { readStatus } from './status.ts'
import type { StatusQuery, StatusReading } from './status-reading.ts'

/**
 * The status of a number: by its own sentence, else by what leads it: the header of its list, the sentence before in its
 * paragraph, and for a sentence that says it goes on, the paragraph before.
 */
export function statusInContext(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const sentence = context.sentences[query.sentence]
  if (sentence?.kind === 'related' || sentence?.kind === 'caption') {
    const c = context.chunksOf(query.sentence)[query.at] as Chunk
    return {
      status: 'other',
      evidence: evidence(
        { start: c.start, end: c.end },
        sentence.kind === 'caption' ? 'status/caption' : 'status/related-link',
        'inferred',
        sentence.kind === 'caption' ? [] : relatedBy(context, query.sentence)
      ),
      isOwn: true
    }
  }
  const own = readStatus(context, query, now)
  const survey = query.isPercent && own?.evidence.rule !== 'status/goal-word' ? surveyOf(context, query.sentence) : undefined
  if (survey !== undefined) return { status: 'other', evidence: evidence(survey, 'status/survey', 'carried'), isOwn: true }
  if (own?.isOwn && !(own.status === 'forecast' && isPlanned(context, own))) return own
  if (own?.isOwn) {
    const list = listStatus(context, query, now)
    return plannedByDocument(context, query, own) ?? list.status ?? past(own, list.ended)
  }
  const part = partStatus(context, query, now) ?? (own === undefined ? besideStatus(context, query, now) : undefined)
  if (part !== undefined) return part
  const headers = headersAbove(context, context.lineOf(query.sentence))
  const header = headerStatus(context, headers)
  if (header !== undefined) return header
  const unled = unledStatus(context, query, now, own)
  return unled === undefined ? undefined : past(unled, headers.past)
}

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

/** `nông nghiệp chỉ tăng 0,32% so với cùng kỳ, dịch vụ đạt 8,2%`: a number goes on with what its sentence says of the one before. */
function besideStatus(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const chunks = context.chunksOf(query.sentence)
  let shares = 0
  for (let i = query.at - 1; i >= 0; i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Stop') || c.tags.has('Open') || c.tags.has('Close')) return undefined
    if (!c.tags.has('Percent')) continue
    if (++shares > MOST_BESIDE) return undefined
    const found = readStatus(context, { ...query, at: i, isPercent: true }, now)
    if (found === undefined) continue
    return found.isOwn && (found.status === 'result' || found.status === 'other') && found.evidence.rule !== 'status/margin'
      ? { ...found, isOwn: false }
      : undefined
  }
  return undefined
}

/** What leads the parts of a number: `…, trong đó có 6 tuyến`, `… gồm 21.049 tỷ đồng`. */
const PARTS = /^(?:trong đó|bao gồm|gồm)$/

/** `quy hoạch 38 tuyến xe buýt, trong đó có 6 tuyến …`: a part is what its whole is. */
function partStatus(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const chunks = context.chunksOf(query.sentence)
  for (let i = query.at - 1; i > 0; i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Stop') || c.tags.has('Weak') || c.tags.has('Ensure')) return undefined
    if (!PARTS.test(c.text)) continue
    const whole = chunks.findLastIndex((k, n) => n < i && k.tags.has('Quantity'))
    const found = whole < 0 ? undefined : statusInContext(context, { ...query, at: whole, isPercent: true }, now)
    if (found?.status !== 'goal') return undefined
    const via = [...found.evidence.via, antecedent(chunks[whole] as Chunk)]
    return { status: 'goal', evidence: { ...found.evidence, source: 'carried', rule: 'status/part', via }, isOwn: false }
  }
  return undefined
}

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
  // `cao hơn 2,5 lần so với năm 2020` says what it is compared with, not when it is so.
  const isCompared = own?.evidence.rule === 'status/compared'
  if (own?.status === 'result' && !isCompared) return own
  const found = paragraphStatus(context, query, now) ?? (isCompared ? undefined : own)
  if (found !== undefined) return found
  const list = listStatus(context, query, now)
  const other = own ?? documentStatus(context, query)
  return list.status ?? (other === undefined ? undefined : past(other, list.ended))
}

/** `Theo Nghị quyết số …, giai đoạn này phát triển thành 22 tuyến xe buýt`: what a plan is cited for is its goal. */
function documentStatus(context: Context, { sentence, at }: StatusQuery): StatusReading | undefined {
  const chunks = context.chunksOf(sentence)
  const source = chunks.findIndex(c => c.mention?.type === 'document_number' || c.mention?.type === 'document_name')
  if (source < 0 || source > 4 || source >= at || !PLAN_NAME.test(chunks[source]?.text ?? '')) return undefined
  const before = chunks.slice(source, at)
  const isCited = chunks.slice(0, source).some(c => /^(?:theo|tại|trong)$/.test(c.text)) || before.some(c => c.tags.has('Set'))
  const last = before.at(-1)
  const isReached =
    chunks[at]?.tags.has('Percent') === true || last?.tags.has('Do') === true || (last?.tags.has('Reach') === true && last.text !== 'còn')
  if (
    !isCited ||
    !isReached ||
    before.some(c => c.text === 'chỉ' || ['Result', 'Forecast', 'Other', 'Compare', 'Compared', 'Open'].some(t => c.tags.has(t)))
  )
    return undefined
  return { status: 'goal', evidence: evidence(chunks[source] as Chunk, 'status/by-document'), isOwn: false }
}

/** A header that sets goals makes goals of what stands under it. */
function headerStatus(context: Context, { above }: Headers): StatusReading | undefined {
  for (const { line, via } of above) {
    for (const s of line.sentences.toReversed()) {
      const chunks = context.chunksOf(s.index)
      const last = chunks.findLast(c => c.tags.has('Goal') || c.tags.has('Result'))
      const isHeading = s.kind === 'heading' || /:$/.test(context.normalized.text.slice(s.start, s.end))
      if (!isHeading) continue
      if (last !== undefined)
        return {
          status: last.tags.has('Goal') ? 'goal' : 'result',
          evidence: evidence(last, 'status/header', 'heading', via),
          isOwn: false
        }
      const due = chunks.find(c => c.tags.has('Deadline'))
      if (due !== undefined) return { status: 'goal', evidence: evidence(due, 'status/header-date', 'heading', via), isOwn: false }
    }
  }
  return undefined
}

const CONTINUES =
  /^(?:["'(\-+*•\s]*)(?:theo đó|trong đó|cụ thể|bên cạnh đó|ngoài ra|đồng thời|cùng với đó|song song|về |đến năm|riêng|tỷ lệ|tỉ lệ|tầm nhìn|tỷ trọng|tổng|giá trị|thu hút|100%|tiếp đó|các chỉ tiêu)/

/**
 * The status of the last number in an earlier sentence of the paragraph, which a sentence without words of its own goes on
 * with; before the paragraph only for a sentence that says so.
 */
function paragraphStatus(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const line = context.lineOf(query.sentence)
  const first = line.sentences[0]?.index ?? query.sentence
  const opening = context.sentences[query.sentence]
  const text = opening === undefined ? '' : context.normalized.lower.slice(opening.start, opening.start + 30)
  const from = CONTINUES.test(text) && opening?.kind !== 'bullet' ? 0 : first
  const given = { query, now }
  const kind = query.isPercent ? 'percent' : 'number'
  const near = LAST_STATUS[kind].near(context, query.sentence - 1, given)
  if (near !== undefined && near.sentence >= Math.max(first, from)) return near.found
  const far = from < first ? LAST_STATUS[kind].far(context, first - 1, given) : undefined
  return far?.found
}

interface Given {
  readonly query: StatusQuery
  readonly now: string | null
}

/** The last sentence before that decides the status of a share or of another number, inside its paragraph and before it. */
const LAST_STATUS = {
  percent: { near: nearest(lastStatus(true, false)), far: nearest(lastStatus(true, true)) },
  number: { near: nearest(lastStatus(false, false)), far: nearest(lastStatus(false, true)) }
}

function lastStatus(isPercent: boolean, isFar: boolean) {
  return (context: Context, sentence: number, { query, now }: Given): StatusReading | undefined => {
    const chunks = context.chunksOf(sentence)
    const outer = outside(chunks)
    const at = chunks.findLastIndex((c, i) => outer[i] === true && (c.tags.has('Quantity') || c.tags.has('Rank')))
    const goal = chunks.findLast((c, i) => outer[i] === true && c.tags.has('Goal') && !isMentioned(chunks, i))
    const announced = announcedGoals(chunks)
    if (announced !== undefined) return { status: 'goal', evidence: evidence(announced, 'status/carried', 'carried'), isOwn: false }
    if (at < 0 && goal === undefined) return undefined
    const found = at < 0 ? undefined : readStatus(context, { ...query, isPercent, sentence, at }, now)
    // What a number is compared with dates neither it nor what follows it.
    if (found?.evidence.rule === 'status/compared' && !found.isOwn) return undefined
    if (found !== undefined && found.status !== 'other' && (found.isOwn || found.status !== 'goal'))
      return { status: found.status, evidence: { ...found.evidence, source: 'carried', rule: 'status/carried' }, isOwn: false }
    if (goal !== undefined && (at < 0 || isFar || isPercent))
      return { status: 'goal', evidence: evidence(goal, 'status/carried', 'carried'), isOwn: false }
    return undefined
  }
}

/** `dự thảo nghị quyết nêu 19 chỉ tiêu.`, `với bốn chỉ tiêu.`: goals that are counted at a sentence's end, to be told next. */
function announcedGoals(chunks: readonly Chunk[]): Chunk | undefined {
  const last = chunks.findLastIndex(c => !c.tags.has('Stop') && !c.tags.has('Colon'))
  const count = chunks[last - 1]
  const verb = chunks[last - 2]
  const isGoal = /^(?:chỉ tiêu|mục tiêu)(?: cụ thể| chủ yếu)?$/.test(chunks[last]?.text ?? '')
  if (
    !isGoal ||
    count === undefined ||
    !(count.tags.has('Quantity') || count.tags.has('Number') || /^(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)$/.test(count.text))
  )
    return undefined
  return /^(?:nêu|nêu rõ|đề ra|đặt ra|với|gồm|bao gồm|có|xác định|đưa ra)$/.test(verb?.text ?? '') ? chunks[last] : undefined
}

/** `các chỉ tiêu đều trong giới hạn`, `vượt chỉ tiêu ban đầu`: aims that are spoken of, not set. */
function isMentioned(chunks: readonly Chunk[], i: number): boolean {
  const { text } = chunks[i] as Chunk
  if (/^vượt /.test(text)) return true
  if (/^(?:quyết tâm|khát vọng|tham vọng|mong muốn)$/.test(text) && chunks[i + 1]?.tags.has('Of')) return true
  return (
    /^các (?:chỉ tiêu|mục tiêu)$/.test(text) &&
    !chunks.slice(i + 1).some(c => c.tags.has('Colon') || /^(?:như|gồm|là|cụ thể|sau)$/.test(c.text))
  )
}

/** For each chunk whether it stands outside brackets. */
function outside(chunks: readonly Chunk[]): boolean[] {
  let depth = 0
  return chunks.map(c => {
    if (c.tags.has('Open')) depth++
    const isOutside = depth === 0
    if (c.tags.has('Close')) depth = Math.max(0, depth - 1)
    return isOutside
  })
}

/** The status by a list of goals that goes on, or what ended the last one before. */
interface ListStatus {
  readonly status: StatusReading | undefined
  readonly ended: readonly Via[]
}
const NO_LIST: ListStatus = { status: undefined, ended: [] }

const EACH = /^(?:trung bình |bình quân )?mỗi /
const FLOOR = /(?:tối thiểu|ít nhất|không dưới|không thấp hơn|trở lên)/

/**
 * A number without a word of its own in a text whose last decided number was a goal: a printed floor (`tối thiểu 40 Mbit/s`)
 * or a round share (`95% người dân tham gia …`) goes on with the list of goals. Headings and quotations end it.
 */
function listStatus(context: Context, query: StatusQuery, now: string | null): ListStatus {
  const chunks = context.chunksOf(query.sentence)
  const mention = chunks[query.at]?.mention
  if (
    mention?.type !== 'quantity' ||
    chunks.some(
      c =>
        (c.tags.has('Forecast') && !/^dự kiến/.test(c.text)) ||
        ['Result', 'Compare', 'Compared'].some(t => c.tags.has(t)) ||
        (c.tags.has('Other') && c.start < mention.start) ||
        /^(?:khảo|lãi)$/.test(c.text)
    )
  )
    return NO_LIST
  const value = mention.value as Quantity
  const printed = context.normalized.lower.slice(mention.outer.start, mention.outer.end)
  const isRound =
    query.isPercent &&
    value.form === 'percent' &&
    value.comparator !== '~' &&
    Number.isInteger(value.low) &&
    (value.low % 5 === 0 || value.low > 95)
  const isShare = chunks[query.at + 1]?.tags.has('Noun') === true
  const isEach = EACH.test(context.normalized.lower.slice((chunks[0] as Chunk).start, (chunks[0] as Chunk).start + 24))
  const isAim = FLOOR.test(printed) || (isRound && isShare) || isEach
  if (!isAim && !isStatement(context, query, chunks)) return NO_LIST
  const own = context.lineOf(query.sentence).index
  const hit = listBefore(context, query.sentence - 1, { query, now })
  // What only goes on with a list does so with the paragraph before, or with others that do.
  const barrier = isAim ? -1 : barrierBetween(context, hit?.sentence ?? -1, own)
  if (barrier >= 0) return endedBy(context, context.lines[barrier]?.sentences[0]?.index ?? 0)
  if (hit === undefined) return NO_LIST
  const { item } = hit.found
  if (item === null) return endedBy(context, hit.sentence)
  const { reading, at } = item
  if (reading.status !== 'goal') return { status: undefined, ended: viaOf({ ...reading.evidence, source: 'carried' }) }
  const status: StatusReading = {
    status: 'goal',
    evidence: {
      ...reading.evidence,
      source: 'carried',
      rule: 'status/list',
      via: [...reading.evidence.via, antecedent(context.chunksOf(hit.sentence)[at] as Chunk)]
    },
    isOwn: false
  }
  return { status, ended: [] }
}

// So many paragraphs of numbers without words of their own a list may go on with.
const LIST_REACH = 6

/** The nearest line between a list's item and line `own` that keeps the list from going on: one without a number, or one too many; else -1. */
function barrierBetween(context: Context, item: number, own: number): number {
  const first = item < 0 ? 0 : context.lineOf(item).index + 1
  for (let i = own - 1; i >= first; i--) {
    const hasNumber = context.lines[i]?.sentences.some(s => context.chunksOf(s.index).some(c => c.tags.has('Quantity'))) === true
    if (!hasNumber || own - i > LIST_REACH) return i
  }
  return -1
}

/** What a sentence is to a list that may go on behind it: its end, or an item with the status of its last number. */
interface ListPart {
  readonly item: { readonly reading: StatusReading; readonly at: number } | null
}

const listBefore = nearest((context, sentence, { query, now }: Given): ListPart | undefined => {
  const { kind } = context.sentences[sentence] ?? {}
  if (kind === 'heading' || kind === 'caption' || kind === 'related') return { item: null }
  const at = context.chunksOf(sentence).findLastIndex(c => c.tags.has('Quantity'))
  const earlier = { ...query, sentence, at, isPercent: true }
  const reading = at < 0 ? undefined : (readStatus(context, earlier, now) ?? paragraphStatus(context, earlier, now))
  return reading === undefined || reading.evidence.rule === 'status/compared' ? undefined : { item: { reading, at } }
})

/** A list that goes on no further than the line of a sentence. */
const endedBy = (context: Context, sentence: number): ListStatus => ({
  status: undefined,
  ended: [openingOf(context, context.lineOf(sentence).index)]
})

/** Whether a paragraph states a measure and its value and no more (`Tốc độ tăng giá trị xuất khẩu đạt 5 - 6%/năm.`): how lists of goals go on. */
function isStatement(context: Context, { sentence, at }: StatusQuery, chunks: readonly Chunk[]): boolean {
  const first = context.lineOf(sentence).sentences[0]?.index
  const opening = first === undefined ? undefined : context.chunksOf(first)[0]
  const isMeasure = ['Head', 'Indicator', 'Change', 'Raise', 'Do'].some(t => opening?.tags.has(t))
  return (
    isMeasure &&
    chunks.slice(Math.max(0, at - 4), at).some(c => c.tags.has('Reach') || c.tags.has('Change') || c.tags.has('Level')) &&
    !chunks.some(c => c.tags.has('Date') && c.mention?.outer !== undefined && !c.tags.has('Deadline'))
  )
}

const RATE_OF_LAW = /(?:^|[^a-zà-ỹđ])(?:thuế suất|mức thuế|tỷ lệ đóng|mức đóng|mức phạt)(?![a-zà-ỹđ]| góp)/

const SURVEY =
  /(?:^|[^a-zà-ỹđ])(?:khảo sát|người được hỏi|doanh nghiệp được hỏi|người trả lời|số người được phỏng vấn|phiếu khảo sát)(?![a-zà-ỹđ])/

/** The words that make a paragraph's shares those of a survey, in the sentence or before it in its paragraph. */
function surveyOf(context: Context, sentence: number): { start: number; end: number } | undefined {
  const first = context.lineOf(sentence).sentences[0]?.index ?? sentence
  const survey = surveyBefore(context, sentence, null)
  return survey !== undefined && survey.sentence >= first ? survey.found : undefined
}

const surveyBefore = nearest((context, sentence) => {
  const { start, end } = context.sentences[sentence] ?? { start: 0, end: 0 }
  const words = context.normalized.lower.slice(start, end)
  const found = SURVEY.exec(words) ?? RATE_OF_LAW.exec(words)
  return found === null ? undefined : { start: start + found.index, end: start + found.index + found[0].length }
})

/** Whether a forecast is worded as a plan is (`dự kiến đạt …`): in a list of goals or under a plan it is one. */
function isPlanned(context: Context, { evidence: { start, end } }: StatusReading): boolean {
  return start !== null && end !== null && /^dự kiến/.test(context.normalized.lower.slice(start, end))
}

const PLAN_NAME = /(?:quy hoạch|kế hoạch|chiến lược|đề án|chương trình|nghị quyết|quyết định|phương án)/

/** `Theo Quy hoạch điện VIII, công suất dự kiến đạt …`: what a plan expects is its goal. */
function plannedByDocument(context: Context, { sentence, at }: StatusQuery, own: StatusReading): StatusReading | undefined {
  const chunks = context.chunksOf(sentence)
  for (let i = at - 1; i >= 0; i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Semicolon') || c.tags.has('Stop')) return undefined
    const isDocument = c.mention?.type === 'document_number' || c.mention?.type === 'document_name'
    const leads = i <= 3 || chunks[i - 2]?.tags.has('Comma') === true
    if (isDocument && leads && /^(?:theo|tại|trong)$/.test(chunks[i - 1]?.text ?? '') && PLAN_NAME.test(c.text))
      return { status: 'goal', evidence: { ...own.evidence, start: c.start, end: c.end, rule: 'status/by-plan' }, isOwn: true }
  }
  return undefined
}
