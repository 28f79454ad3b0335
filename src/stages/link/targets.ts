import type { Chunk, Evidence, Field, Frame, GrammarMatch, LinkedFrame, RejectedFrame } from '../../model/frame.ts'
import type { ValueClass } from '../../model/knowledge.ts'
import type { Mention } from '../../model/mention.ts'
import type { Quantity } from '../../model/values.ts'
import type { Context } from './context.ts'
import { spanOf } from './dates.ts'
import { type Deadline, NO_DEADLINE } from './deadline.ts'
import { evidence, none } from './documents.ts'
import { bestReading, isAnaphor, type Phrase } from './indicator.ts'
import type { Scopes } from './scopes.ts'
import type { Status, StatusReading } from './status.ts'

/** A number that was read, kept for what later numbers say of the same indicator. */
export interface ReadTarget {
  readonly frame: Frame
  readonly at: number
  readonly quantity: Quantity
  readonly phrase: Phrase | undefined
  readonly indicatorField: Field<{ id: string | null; text: string } | null>
  readonly unit: string | null
  readonly status: StatusReading | undefined
}

// Units that only count time or the text's own parts: they make no goal by themselves.
const NO_GOAL_UNIT = /^(?:năm|tháng|ngày|tuần|giờ|phút|giây|tuổi|độ|cấp|điều|khoản|chương|mục|nhóm|loại|trang|giai đoạn|đợt|kỳ|bước|phần|lần|bậc|điểm)$/
const PROJECT_SIZE = /^(?:tổng vốn ngân sách|vốn ngân sách|vốn đầu tư công|vốn sự nghiệp|nguồn vốn|số vốn|nguồn lực|tổng nguồn lực|nguồn kinh phí|dự toán|tổng dự toán|tổng mức đầu tư|tổng vốn đầu tư|mức đầu tư|kinh phí|tổng kinh phí|chiều dài|tổng chiều dài|diện tích|tổng diện tích|công suất|chiều rộng|quy mô|vốn điều lệ|độ sâu|độ cao)/i
const META_UNIT = /^(?:hướng|trọng|vấn|trường|chỉ tiêu|nhiệm vụ|giải pháp|tiêu chí|mục tiêu|nội dung|lĩnh vực|trụ cột|đột phá|chương|phiếu)$/
const LOCATION = /^(?:trừ|ngoại trừ|khoảng cách|tại|ở|của|trong|trên|giữa|thuộc|cùng|từ|gồm|trong số|trong tổng số|trên tổng số|với|cho|theo|trước|sau|qua|đến|\/)$/

/** Reads all numbers of an article, in reading order: targets, observations, and what was refused. */
export function linkTargets(context: Context, frames: readonly Frame[], scopes: Scopes): { linked: LinkedFrame[]; rejected: RejectedFrame[] } {
  const linked: LinkedFrame[] = []
  const rejected: RejectedFrame[] = []
  const read: ReadTarget[] = []
  const baselines = new Set(frames.flatMap(f => baselineMention(context, f) ?? []))
  for (const frame of frames) {
    const chunks = context.chunksOf(frame.sentence)
    const at = chunks.findIndex(c => c.mention === frame.anchor)
    if (at < 0) continue
    const quantity = frame.anchor.value as Quantity
    const best = bestReading(context, frame)
    const said = scopes.status(frame.sentence, at, isPercent(quantity))
    // Where a goal starts from is how things are.
    const status = baselines.has(frame.anchor) && said?.status === 'goal' ? { ...said, status: 'current' as const } : said
    const target = describe(context, frame, at, quantity, best, status, read)
    read.push(target)
    const isGoal = status?.status === 'goal' && !baselines.has(frame.anchor)
    if (!isPercent(quantity)) {
      const refusal = isGoal ? refuse(target, chunks, best?.reading) : undefined
      if (!isGoal) continue
      if (refusal !== undefined) {
        rejected.push({ kind: 'target', anchor: spanOf(frame.anchor), ...refusal, rule: best?.reading.rule ?? frame.anchor.rule })
        continue
      }
    }
    linked.push(assemble(context, target, best?.reading, status, scopes, read))
  }
  return { linked, rejected }
}

function baselineMention(context: Context, frame: Frame): Mention | undefined {
  const slot = frame.readings[0]?.rule === 'target/from-to' ? frame.readings[0].slots['baseline'] : undefined
  return slot === undefined ? undefined : (context.chunksOf(frame.sentence)[slot.from]?.mention ?? undefined)
}

const isPercent = (q: Quantity): boolean => q.form === 'percent' || q.form === 'points'

/** Why a number with a goal in view is none, or undefined. */
function refuse(target: ReadTarget, chunks: readonly Chunk[], reading: GrammarMatch | undefined): { reason: string; message: string } | undefined {
  const { frame, quantity, at, phrase, status } = target
  const before = chunks[at - 1]
  const { unit, form } = quantity
  const lead = chunks.slice(Math.max(0, at - 3), at)
  const isStated = before !== undefined && (before.tags.has('Have') || before.tags.has('Do') || before.tags.has('Reach'))
  // `đào tạo nghề cho 200.000 lao động`, `giữ ổn định ở 28 triệu con`: the preposition belongs to the verb.
  const isDone = lead.some(c => c.tags.has('Do') || c.tags.has('Ensure') || c.tags.has('Raise'))
  const isLed = before !== undefined && LOCATION.test(before.text) && reading?.rule !== 'target/from-to' && !(isDone && /^(?:cho|ở|với)$/.test(before.text))
  if (isDenominator(chunks, at, quantity)) return { reason: 'value/denominator', message: 'The number is what another one is counted by' }
  if (unit !== null && form !== 'ratio' && NO_GOAL_UNIT.test(unit) && !measuresTime(target, chunks, reading)) {
    return { reason: 'unit/no-goal', message: `Unexpected unit "${unit}": it counts time or parts of a text` }
  }
  if (form === 'count' && unit !== null && META_UNIT.test(unit) && before?.text !== 'hoàn thành') return { reason: 'unit/meta', message: `"${unit}" counts the plan's own parts` }
  if (form === 'count' && isLed) return { reason: 'value/location', message: 'The number stands in a phrase of place or comparison' }
  if (phrase === undefined && reading?.yields['link'] === undefined) return { reason: 'indicator/missing', message: 'Nothing is named that the number measures' }
  if (status?.evidence.rule === 'status/weak-goal-word' && (form === 'count' || form === 'money') && quantity.comparator === '=' && !before?.tags.has('Do') && !(form === 'money' && (before?.tags.has('Reach') || /(?:đạt|có)$/.test(before?.text ?? '')))) return { reason: 'status/weak', message: 'Only a weak word makes it a goal' }
  if (frame.anchor.rule === 'quantity/count-open' && !isStated && quantity.comparator === '=') return { reason: 'unit/unknown', message: `"${unit}" is no known unit and nothing is done with it` }
  const isFar = status !== undefined && !status.isOwn
  const byGoalWord = status?.evidence.rule === 'status/goal-word'
  if (before?.tags.has('Process')) return { reason: 'value/process', message: 'The number counts what is being worked on' }
  if (unit !== null && /^(?:m|mét|cm)$/.test(unit) && !byGoalWord) return { reason: 'value/dimension', message: 'A dimension is no goal by itself' }
  if (form === 'count' && reading !== undefined && /^target\/(?:with|change-in|colon)$/.test(reading.rule)) return { reason: 'value/inside-phrase', message: 'The count stands inside another phrase' }
  if (isFar && status.evidence.source === 'carried' && (form === 'count' || (form === 'money' && !isMeasured(chunks, reading))) && !isStated) return { reason: 'status/far', message: 'The goal word of the count stands in another sentence' }
  if (isFar && status.evidence.rule !== 'status/header' && phrase !== undefined && PROJECT_SIZE.test(phrase.text) && !/xã hội/.test(phrase.text)) return { reason: 'value/project-size', message: 'The size of a project is no goal by itself' }
  if (isFar && status.evidence.source === 'carried' && reading?.yields['link'] !== undefined) return { reason: 'status/far', message: 'The goal word stands in another sentence and nothing is named that the number measures' }
  return undefined
}

/** Whether the phrase in front of a number begins with the name of a measure, or its sentence with the phrase. */
function isMeasured(chunks: readonly Chunk[], reading: GrammarMatch | undefined): boolean {
  const slot = reading?.slots['indicator']
  if (slot === undefined) return false
  const first = chunks[slot.from]
  return first?.tags.has('Head') === true || first?.tags.has('Indicator') === true || slot.from === 0 || ['Colon', 'Semicolon', 'Boundary'].some(t => chunks[slot.from - 1]?.tags.has(t))
}

/** Whether a unit of time, points or times is what a goal measures: a length of life or work, a score, a growth by so many times. */
function measuresTime({ quantity, phrase }: ReadTarget, chunks: readonly Chunk[], reading: GrammarMatch | undefined): boolean {
  const unit = quantity.unit ?? ''
  if (quantity.form !== 'measure') return false
  if (reading?.rule === 'target/reach-from-base' && /^(?:điểm|phút|tuổi|ngày|giờ|lần)$/.test(unit)) return true
  if (/^(?:ngày|giờ|phút|tuổi|tháng)$/.test(unit) && phrase !== undefined) return /thời gian|tuổi thọ|thời hạn|lưu trú|thời lượng/i.test(phrase.text)
  if (unit === 'lần') return reading?.yields['kind'] === 'change'
  // An item that begins with what it is about (`PAPI: đạt từ 42,5 điểm`).
  return unit === 'điểm' && (chunks.slice(0, 16).some(c => c.tags.has('Colon')) || /chỉ số|index|pci|papi|sipas|dti/i.test(phrase?.text ?? ''))
}

/** `12 bác sĩ trên một vạn dân`: what the number before it is counted by. */
function isDenominator(chunks: readonly Chunk[], at: number, quantity: Quantity): boolean {
  return quantity.form === 'count' && /^(?:dân|người|người dân|trẻ|trẻ em|hộ)$/.test(quantity.unit ?? '') && /^(?:trên|cho|tính trên|\/)$/.test(chunks[at - 1]?.text ?? '') && /^10*$/.test(String(quantity.low)) && quantity.low >= 100 && chunks.slice(Math.max(0, at - 5), at).some(c => c.tags.has('Quantity') || c.tags.has('Number'))
}

/** The indicator, unit and class of one number. */
function describe(context: Context, frame: Frame, at: number, quantity: Quantity, best: ReturnType<typeof bestReading>, status: StatusReading | undefined, read: readonly ReadTarget[]): ReadTarget {
  const phrase = best?.phrase
  const antecedent = antecedentOf(context, frame, best, read)
  const unit = unitOf(context, frame, at, quantity, antecedent)
  if (phrase !== undefined && !isAnaphor(phrase)) {
    return { frame, at, quantity, phrase, unit, status, indicatorField: { value: { id: null, text: phrase.text }, evidence: evidence(phrase, best?.reading.rule ?? 'target/elided') } }
  }
  if (antecedent?.indicatorField.value != null && antecedent.indicatorField.evidence !== null) {
    const { value, evidence: e } = antecedent.indicatorField
    const pointing = phrase === undefined ? [] : [{ start: phrase.start, end: phrase.end, role: 'antecedent' as const }]
    const isSame = antecedent.frame.sentence === frame.sentence
    const entry: Evidence = { ...e, source: phrase === undefined ? (isSame ? 'carried' : 'carried') : 'anaphor', rule: phrase === undefined ? 'indicator/elided' : 'indicator/anaphor', via: [...e.via, ...pointing] }
    return { frame, at, quantity, phrase: antecedent.phrase, unit, status, indicatorField: { value, evidence: entry } }
  }
  return { frame, at, quantity, phrase: undefined, unit, status, indicatorField: none }
}

/** The number said before of the same indicator: the one that brackets hang on, else the last in the sentence, else in the paragraph for a pronoun. */
function antecedentOf(context: Context, frame: Frame, best: ReturnType<typeof bestReading>, read: readonly ReadTarget[]): ReadTarget | undefined {
  const link = best?.reading.yields['link']
  const isPronoun = best?.phrase !== undefined && isAnaphor(best.phrase)
  if (link === undefined && !isPronoun) return undefined
  if (link === 'after') {
    const slot = best?.reading.slots['after']
    const chunk = slot === undefined ? undefined : context.chunksOf(frame.sentence)[slot.from]
    return read.find(t => t.frame.anchor === chunk?.mention)
  }
  const inSentence = read.findLast(t => t.frame.sentence === frame.sentence && t.phrase !== undefined)
  if (inSentence !== undefined) return inSentence
  const line = context.lineOf(frame.sentence)
  return read.findLast(t => context.lineOf(t.frame.sentence) === line && t.phrase !== undefined)
}

const BASES: Readonly<Record<string, string>> = { grdp: 'GRDP', gdp: 'GDP', 'kế hoạch': 'kế hoạch', 'dự toán': 'dự toán' }

/** The unit as records name it: `%` with its printed base, `/năm` from a word for each year. */
function unitOf(context: Context, frame: Frame, at: number, quantity: Quantity, antecedent: ReadTarget | undefined): string | null {
  if (quantity.form === 'fraction') return '%'
  if (!isPercent(quantity) || quantity.unit === null) return quantity.unit
  const base = frame.anchor.parts['base']
  const printed = base === undefined ? undefined : BASES[context.normalized.lower.slice(base.start, base.end)]
  if (printed !== undefined) return `${quantity.unit} ${printed}`
  if (quantity.unit === '%') {
    const chunks = context.chunksOf(frame.sentence)
    const near = [chunks[at - 1], chunks[at - 2]].some(c => c?.tags.has('Rate') && /năm/.test(c.text)) && [chunks[at - 1], chunks[at - 2], chunks[at - 3]].some(c => c?.tags.has('Change'))
    if (near) return '%/năm'
    if (antecedent?.unit?.startsWith('% ')) return antecedent.unit
  }
  return quantity.unit
}

interface Kind {
  readonly value: 'level' | 'change' | 'growth' | 'ratio'
  readonly direction: Field<'up' | 'down' | null>
}

/** Whether the number is a level, a change, a growth rate or a ratio, and which way it goes. */
function kindOf(context: Context, target: ReadTarget, reading: GrammarMatch | undefined): Kind {
  const { quantity, frame, at, phrase } = target
  const chunks = context.chunksOf(frame.sentence)
  if (quantity.form === 'ratio') return { value: 'ratio', direction: none }
  const text = phrase?.text.toLowerCase() ?? ''
  const isGrowthNoun = /tăng trưởng|tốc độ tăng|mức tăng|tốc độ phát triển|nhịp độ tăng/.test(text)
  const up = (span: { start: number; end: number }, rule = 'direction/word'): Field<'up'> => ({ value: 'up', evidence: evidence(span, rule) })
  if (quantity.form === 'double-digit' || isGrowthNoun) return { value: 'growth', direction: phrase === undefined ? none : up(phrase) }
  if (reading?.yields['kind'] !== 'change' && !isChangeInBrackets(chunks, at)) return { value: 'level', direction: none }
  for (let i = at - 1; i >= Math.max(0, at - 12); i--) {
    const c = chunks[i] as Chunk
    if (!c.tags.has('Change')) continue
    const direction: Field<'up' | 'down'> = { value: c.tags.has('Down') ? 'down' : 'up', evidence: evidence(c, 'direction/word') }
    const isShare = /tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|phát thải|số vụ|hộ nghèo|tiêu hao|thời gian|số quy định|chi phí|thủ tục|tỷ suất|biên chế|ô nhiễm/.test(text)
    const isGrowth = isPercent(quantity) && quantity.form === 'percent' && !isShare && !/^(?:thêm|cắt giảm|tiết kiệm|tiết giảm|cắt giảm được|tiết kiệm thêm|đơn giản hóa|bổ sung thêm|kéo giảm)$/.test(c.text)
    return { value: isGrowth ? 'growth' : 'change', direction }
  }
  return { value: 'level', direction: none }
}

/** Whether the number is a rate for each year, or a sum over years, by its unit and the words of its clause. */
function spanOfYears(chunks: readonly Chunk[], at: number, quantity: Quantity, unit: string | null): 'rate' | 'sum' | null {
  for (let i = at - 1; i >= Math.max(0, at - 7); i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Comma') || c.tags.has('Semicolon') || c.tags.has('Quantity')) break
    if (/^(?:\d{1,2}|hai|ba|bốn|năm|mười) năm$/.test(c.text) || (c.text === 'năm' && /^(?:\d{1,2}|hai|ba|bốn|năm|mười)$/.test(chunks[i - 1]?.text ?? ''))) return 'sum'
    if (c.tags.has('Rate') && /năm|bình quân giai đoạn/.test(c.text)) return 'rate'
    if (c.tags.has('Period') && i >= at - 4 && (quantity.form === 'count' || quantity.form === 'money')) return 'sum'
  }
  return unit === '%/năm' ? 'rate' : null
}

function isChangeInBrackets(chunks: readonly Chunk[], at: number): boolean {
  return chunks[at - 1]?.tags.has('Change') === true || (chunks[at - 1]?.tags.has('Rate') === true && chunks[at - 2]?.tags.has('Change') === true)
}

function classOf(quantity: Quantity, unit: string | null, kind: Kind['value'], phrase: string, base: string | undefined): (wanted: ValueClass) => boolean {
  const lower = phrase.toLowerCase()
  const percent = isPercent(quantity) || quantity.form === 'fraction' || quantity.form === 'double-digit'
  const isGrdp = base === 'GRDP' || /grdp/.test(lower)
  const isGdp = base === 'GDP' || (/gdp/.test(lower) && !isGrdp)
  return wanted => {
    switch (wanted) {
      case 'any':
        return true
      case 'percent':
        return percent
      case 'share':
        return percent && kind === 'level' && base === undefined
      case 'growth':
        return percent && (kind === 'growth' || kind === 'change')
      case 'gdp':
        return percent && kind === 'level' && isGdp
      case 'grdp':
        return percent && kind === 'level' && isGrdp
      case 'base':
        return percent && (isGdp || isGrdp)
      case 'money':
        return quantity.form === 'money'
      case 'count':
        return quantity.form === 'count'
      case 'rate':
        return quantity.form === 'count' || quantity.form === 'measure' || quantity.form === 'plain'
      case 'speed':
        return unit !== null && /bps|bit\/s/.test(unit)
      case 'visitors':
        return unit !== null && /khách|lượt/.test(unit)
      case 'index':
        return quantity.form === 'plain' || unit === 'điểm'
      case 'years':
        return unit === 'tuổi' || unit === 'năm'
      default:
        return false
    }
  }
}

function assemble(context: Context, target: ReadTarget, reading: GrammarMatch | undefined, status: StatusReading | undefined, scopes: Scopes, _read: readonly ReadTarget[]): LinkedFrame {
  const { frame, at, quantity, unit, phrase } = target
  const isGoal = status?.status === 'goal'
  const kind = kindOf(context, target, reading)
  const document = isGoal ? scopes.document(frame.sentence, at) : undefined
  const place = scopes.place(frame.sentence, at, document?.document)
  const over = spanOfYears(context.chunksOf(frame.sentence), at, quantity, unit)
  const deadline: Deadline = isGoal ? scopes.deadline(frame.sentence, at, over, document?.document) : NO_DEADLINE
  const baseline = baselineOf(context, frame, reading)
  const indicator = target.indicatorField
  const id = phrase === undefined ? null : identify(context, target, kind.value, place.value)
  const rules = [frame.anchor.rule, ...(reading === undefined ? [] : [reading.rule])]
  const entries: Record<string, Evidence> = {}
  const add = (name: string, entry: Evidence | null | undefined): void => {
    if (entry != null) entries[name] = entry
  }
  add('value', evidence(spanOf(frame.anchor), frame.anchor.rule))
  if (isGoal || status !== undefined) add('status', status?.evidence)
  else add('status', evidence(spanOf(frame.anchor), 'status/no-cue', 'inferred'))
  const comparator = comparatorSpan(frame.anchor)
  if (quantity.comparator !== '=') add('comparator', evidence(comparator ?? spanOf(frame.anchor), frame.anchor.rule))
  add('indicator', indicator.evidence)
  add('direction', kind.direction.evidence)
  add('deadline', deadline.value.evidence)
  add('place', place.evidence)
  add('document', document?.field.evidence)
  add('baseline', baseline.evidence)
  const units = scopes.placeUnits(place, document?.document)
  add('place_units', units.evidence)
  const isTarget = isGoal
  const asOf = isTarget ? none : scopes.asOf(frame.sentence, at)
  add('as_of', asOf.evidence)
  return {
    kind: isTarget ? 'target' : 'observation',
    anchor: spanOf(frame.anchor),
    order: [indicator.evidence?.start ?? null, null, deadline.value.evidence?.start ?? null],
    fields: {
      ...(isTarget ? {} : { measure: 'quantity' }),
      status: (status?.status ?? 'other') satisfies Status,
      place: place.value,
      place_units: units.value,
      document: document?.document ?? null,
      document_number: document?.field.value ?? null,
      indicator: indicator.value === null ? null : { id, text: indicator.value.text },
      qualifier: null,
      comparator: comparatorOf(quantity, reading),
      low: quantity.low,
      high: quantity.high,
      unit,
      value_kind: kind.value,
      direction: kind.direction.value,
      baseline: baseline.value,
      deadline: deadline.value.value,
      deadline_mod: deadline.mod,
      ...(isTarget ? {} : { as_of: asOf.value, reason: scopes.reason(frame.sentence) })
    },
    evidence: entries,
    rules: [...new Set([...rules, ...Object.values(entries).map(e => e.rule)])]
  }
}

/** `từ 8%` is a floor; with a `lên` behind it would have been a baseline and another number the value. */
function comparatorOf(quantity: Quantity, _reading: GrammarMatch | undefined): Quantity['comparator'] {
  return quantity.comparator
}

function comparatorSpan(mention: Mention): { start: number; end: number } | undefined {
  return mention.parts['behind'] ?? mention.parts['comparator'] ?? mention.parts['from']
}

function baselineOf(context: Context, frame: Frame, reading: GrammarMatch | undefined): Field<{ low: number; high: number; unit: string | null } | null> {
  const slot = reading?.slots['baseline']
  if (slot === undefined) return none
  const mention = context.chunksOf(frame.sentence)[slot.from]?.mention
  if (mention?.type !== 'quantity') return none
  const { low, high, unit } = mention.value as Quantity
  return { value: { low, high, unit }, evidence: evidence(spanOf(mention), 'target/from-to') }
}

function identify(context: Context, target: ReadTarget, kind: Kind['value'], place: string | null): string | null {
  const { quantity, unit, phrase } = target
  const base = unit?.startsWith('% ') ? unit.slice(2) : undefined
  const accepts = classOf(quantity, unit, kind, phrase?.text ?? '', base)
  const text = phrase?.text ?? ''
  const id = context.knowledge.identifyIndicator(text, accepts)
  // `tăng trưởng kinh tế` is of the country or of the province, by whose goal it is.
  if ((id === 'gdp_growth' || id === 'grdp_growth') && !/gdp|grdp|tổng sản phẩm/i.test(text)) return place === 'vn' ? 'gdp_growth' : place === null ? null : 'grdp_growth'
  return id
}
