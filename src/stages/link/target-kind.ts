import type { Chunk, Field, GrammarMatch } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import type { Context } from './context.ts'
import { evidence, none } from './evidence.ts'
import type { ReadTarget } from './target-indicator.ts'
import { isPercent } from './target-unit.ts'

/** What kind of value a number is, and which way it goes. */
export interface Kind {
  readonly value: 'level' | 'change' | 'growth' | 'ratio'
  readonly direction: Field<'up' | 'down' | null>
}

/** Whether the number is a level, a change, a growth rate or a ratio, and which way it goes. */
export function kindOf(context: Context, target: ReadTarget): Kind {
  let kind = known.get(target)
  if (kind === undefined) known.set(target, (kind = decide(context, target, target.best?.reading)))
  return kind
}

/** What was decided of a number: those that its verb says as well ask again. */
const known = new WeakMap<ReadTarget, Kind>()

function decide(context: Context, target: ReadTarget, reading: GrammarMatch | undefined): Kind {
  const { quantity, frame, at, phrase, unit } = target
  const chunks = context.chunksOf(frame.sentence)
  if (quantity.form === 'ratio') return { value: 'ratio', direction: none }
  const text = phrase?.text.toLowerCase() ?? ''
  const isGrowthNoun =
    (isPercent(quantity) || quantity.form === 'double-digit') &&
    ((GROWTH_NOUN.test(text) && !SHARE_IN_GROWTH.test(text) && !/^(?:chiếm|đóng góp)/.test(chunks[at - 1]?.text ?? '')) ||
      (quantity.form === 'percent' &&
        ((/(?:^| )tăng trưởng$/.test(chunks[at - 1]?.text ?? '') && !SHARE_IN_GROWTH.test(text)) ||
          GROWTH_BY_NATURE.test(text) ||
          isProduct(target, text, chunks[at - 1]?.text ?? '') ||
          isItemOfGrowth(chunks, at))))
  const up = (span: { start: number; end: number }, rule = 'direction/word'): Field<'up'> => ({
    value: 'up',
    // The measure may have been named in a sentence before.
    evidence: evidence(span, rule, span.start < (context.sentences[frame.sentence]?.start ?? 0) ? 'carried' : 'same_clause')
  })
  // `117 nghìn tỷ đồng (4% YoY)`: how brokers print a growth over the year before.
  const isOverYear =
    quantity.form === 'percent' && /^ ?yoy(?![a-z])/.test(context.normalized.lower.slice(frame.anchor.end, frame.anchor.end + 6))
  if (quantity.form === 'double-digit' || isGrowthNoun || isOverYear)
    return { value: 'growth', direction: phrase === undefined ? none : up(phrase) }
  const twin = sameVerb(target, reading, chunks)
  if (twin !== undefined) return kindOf(context, twin)
  const added = addedBefore(chunks, at)
  if (added !== undefined && !isPercent(quantity)) return { value: 'change', direction: up(added) }
  const verb = phrase === undefined ? undefined : chunkBefore(chunks, phrase.start)
  // `Giảm phát thải so với kịch bản … ở mức 15%`: by so much, not to it.
  const isSaid =
    target.best?.rule === 'indicator/head-of-clause' || (reading?.rule === 'target/with' && !quantity.comparator.startsWith('<'))
  if (isSaid && verb?.tags.has('Change') && isPercent(quantity)) return changed(verb)
  const lowered = isSaid && quantity.form === 'percent' && phrase !== undefined ? changeOfList(chunks, phrase) : undefined
  if (lowered !== undefined) return changed(lowered)
  // `bãi bỏ 40% giấy phép`: away with so much of it.
  const undone = quantity.form === 'percent' ? undoneBefore(chunks, at) : undefined
  if (undone !== undefined) return { value: 'change', direction: { value: 'down', evidence: evidence(undone, 'direction/word') } }
  if (reading?.yields['kind'] !== 'change' && !isChangeInBrackets(chunks, at))
    // `nhóm hàng dệt đạt 9%/năm`: so much a year of a level is its growth.
    return unit === '%/năm' && chunks[at - 1]?.tags.has('Reach') === true && phrase !== undefined
      ? { value: 'growth', direction: up(phrase) }
      : { value: 'level', direction: none }
  for (let i = at - 1; i >= Math.max(0, at - 12); i--) {
    const c = chunks[i] as Chunk
    if (!c.tags.has('Change')) continue
    // `giảm tổn thất điện năng dưới 6%`: a bound that is apart from the verb is where the fall ends.
    if (c.tags.has('Down') && reading?.rule === 'target/change-in' && i < at - 1 && quantity.comparator.startsWith('<')) break
    const direction: Field<'up' | 'down'> = { value: c.tags.has('Down') ? 'down' : 'up', evidence: evidence(c, 'direction/word') }
    const isShare =
      /tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|phát thải|số vụ|hộ nghèo|tiêu hao|thời gian|số quy định|chi phí|thủ tục|tỷ suất|biên chế|ô nhiễm/.test(
        text
      )
    const isGrowth =
      isPercent(quantity) && quantity.form === 'percent' && !isShare && !c.tags.has('Down') && !/^(?:thêm|bổ sung thêm)$/.test(c.text)
    // `tăng 1,5 lần`: how many times as much.
    return { value: quantity.unit === 'lần' ? 'ratio' : isGrowth ? 'growth' : 'change', direction }
  }
  return { value: 'level', direction: none }
}

function changed(verb: Chunk): Kind {
  return { value: 'change', direction: { value: verb.tags.has('Down') ? 'down' : 'up', evidence: evidence(verb, 'direction/word') } }
}

// A list of measures that one verb governs takes up so many chunks at most.
const LIST_REACH = 20

/** `kéo giảm số vụ cháy, số người chết từ 5-10%`: the verb that governs the list that a phrase ends. */
function changeOfList(chunks: readonly Chunk[], phrase: { readonly start: number }): Chunk | undefined {
  const from = partitionPoint(chunks, k => k.end <= phrase.start)
  if (!chunks[from - 1]?.tags.has('Comma') || !chunks[from]?.tags.has('Head')) return undefined
  for (let i = from - 2; i >= Math.max(0, from - LIST_REACH); i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Change')) return c
    if (!['Noun', 'Comma', 'And', 'Of'].some(t => c.tags.has(t))) return undefined
  }
  return undefined
}

const UNDONE = /^(?:bãi|loại|xóa|cắt)$/

/** The words right before a number that do away with it. */
function undoneBefore(chunks: readonly Chunk[], at: number): { start: number; end: number } | undefined {
  let i = at - 1
  while (i > at - 4 && chunks[i]?.tags.has('Adverb')) i--
  const [first, last] = [chunks[i - 1], chunks[i]]
  return last?.text === 'bỏ' && first !== undefined && UNDONE.test(first.text) ? { start: first.start, end: last.end } : undefined
}

/** The chunk that ends right before an offset, with a space between at most. */
function chunkBefore(chunks: readonly Chunk[], start: number): Chunk | undefined {
  const c = chunks[partitionPoint(chunks, k => k.end < start - 1)]
  return c !== undefined && c.end <= start ? c : undefined
}

const SAYS_ITSELF = ['Reach', 'Level', 'Change', 'Raise', 'Have', 'Do', 'Semicolon', 'Open', 'Close', 'Head', 'Indicator', 'Goal']

const SAYS_OTHER = ['Level', 'Change', 'Raise', 'Goal', 'Semicolon', 'Open', 'Colon', 'Stop', 'Boundary']
// What is said of a share itself is no change of it.
const PREDICATE = / (?:được|có|đạt|là|sử dụng|tham gia)(?: |$)/i

/** `cắt giảm 20% vào năm 2030 và 90% vào năm 2050`, `giảm 20% thời gian, 30% chi phí`: the share before it that the same verb says. */
function sameVerb(target: ReadTarget, reading: GrammarMatch | undefined, chunks: readonly Chunk[]): ReadTarget | undefined {
  const { at, quantity, best } = target
  const isElided = reading?.rule === 'target/elided' && best?.phrase === undefined
  const isItem = reading?.rule === 'target/share-of' && best?.phrase !== undefined && !PREDICATE.test(best.phrase.text)
  if (!(isElided || isItem) || quantity.form !== 'percent') return undefined
  const twin = target.before().next().value
  if (twin === undefined || twin.quantity.form !== 'percent') return undefined
  let mark = at - 1
  while (mark > twin.at && chunks[mark]?.tags.has('Adverb')) mark--
  const between = chunks.slice(twin.at + 1, at)
  // What the first number is said of stands between: only another verb ends what theirs says.
  const isNext =
    /^target\/(?:change-of|share-of)$/.test(twin.best?.reading.rule ?? '') &&
    twin.best?.phrase !== undefined &&
    !PREDICATE.test(twin.best.phrase.text) &&
    (chunks[mark]?.tags.has('And') === true || (isItem && chunks[mark]?.tags.has('Comma') === true))
  const ends = isNext ? SAYS_OTHER : SAYS_ITSELF
  if (isItem && !isNext) return undefined
  return between.some(c => ends.some(t => c.tags.has(t))) ? undefined : twin
}

const GROWTH_NOUN = /tăng trưởng|tốc độ tăng|mức tăng|tốc độ phát triển|nhịp độ tăng/
// `tỷ trọng đóng góp của năng suất vào tăng trưởng` is a share.
const SHARE_IN_GROWTH = /đóng góp|tỷ trọng|tỉ trọng|tỷ lệ (?!tăng)|tỉ lệ (?!tăng)/
// What an economy makes.
const PRODUCT = /^(?:g(?:r)?dp|tổng sản phẩm (?:trong nước|trên địa bàn))(?: \(.{2,8}\))?(?: (?:năm )?20\d\d)?$/

/** `mục tiêu GDP 7%`: in percent, with no base of a share, an economy's product is how it grows. */
function isProduct({ frame, unit }: ReadTarget, text: string, before: string): boolean {
  return (
    PRODUCT.test(text) &&
    frame.anchor.parts['base'] === undefined &&
    unit?.startsWith('% ') !== true &&
    !/^(?:chiếm|đóng góp|bằng)/.test(before)
  )
}

// Rates of change by what they are.
const GROWTH_BY_NATURE = /^(?:chỉ số )?(?:lạm phát|cpi|giá tiêu dùng|chỉ số giá)/

/** `tốc độ tăng năng suất ngành nông, lâm nghiệp đạt 7%`: whether the clause up to its verb is headed by a growth noun. */
function isItemOfGrowth(chunks: readonly Chunk[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 24); i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Semicolon') || c.tags.has('Quantity') || c.tags.has('Open')) return false
    if (c.tags.has('Reach') && i < at - 3) return false
    if (/^(?:tốc độ tăng|tốc độ tăng trưởng|nhịp độ tăng)$/.test(c.text)) return true
  }
  return false
}

/** The words right before a number that say it comes on top: `tăng mới`, `có thêm`, `bổ sung mới`. */
function addedBefore(chunks: readonly Chunk[], at: number): { start: number; end: number } | undefined {
  let i = at - 1
  while (i > at - 5 && (chunks[i]?.tags.has('Adverb') || chunks[i]?.tags.has('Rate'))) i--
  const last = chunks[i]
  const first = chunks[i - 1]
  if (last === undefined) return undefined
  if (/ (?:mới|thêm)$/.test(last.text) && ADDS.test(last.text.replace(/ (?:mới|thêm)$/, ''))) return last
  if (last.text.endsWith(' thêm') && ADDS_MORE.test(last.text.slice(0, -' thêm'.length))) return last
  if (first === undefined || !/^(?:mới|thêm)$/.test(last.text)) return undefined
  return ADDS.test(first.text) || ADDS_MORE.test(first.text) ? { start: first.start, end: last.end } : undefined
}

const ADDS = /^(?:tăng|bổ sung|có|thu hút|trồng)$/
const ADDS_MORE = /^(?:phát triển|xây dựng|quy hoạch|thành lập|hình thành|mở|lắp đặt)$/

/** Whether `mỗi năm` stands behind a date in the clause of the number at `at`. */
function isEachYear(chunks: readonly Chunk[], at: number, said: Chunk): boolean {
  const each = chunks.findLastIndex((c, i) => i < at && c.start > said.start && /^(?:mỗi|hằng|hàng) năm$/.test(c.text))
  if (each < 0 || chunks.slice(each, at).some(c => c.tags.has('Quantity'))) return false
  // Behind a comma another deed goes on with it (`luân phiên, điều động 1.000 bác sĩ`), another measure does not.
  const comma = chunks.findLastIndex((c, i) => i > each && i < at && c.tags.has('Comma'))
  return comma < 0 || !chunks.slice(comma, at).some(c => ['Head', 'Indicator', 'Reach'].some(t => c.tags.has(t)))
}

// The name of what is counted takes up so many chunks at most before its period.
const NAME_REACH = 9

/** Whether the number is a rate for each year, or a sum over years, by its unit and the words of its clause. */
export function spanOfYears(chunks: readonly Chunk[], at: number, quantity: Quantity, unit: string | null): 'rate' | 'sum' | null {
  for (let i = at - 1; i >= Math.max(0, at - 7); i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Comma') || c.tags.has('Semicolon') || c.tags.has('Quantity')) break
    if (c.text === 'năm' && /^(?:\d{1,2}|hai|ba|bốn|năm|mười)$/.test(chunks[i - 1]?.text ?? '')) return 'sum'
    if (c.tags.has('Rate') && /năm|bình quân giai đoạn/.test(c.text)) return 'rate'
    if (c.tags.has('Period') && i >= at - 4 && (quantity.form === 'count' || quantity.form === 'money')) return 'sum'
  }
  // `trồng một tỷ cây giai đoạn 2021-2025`: right behind what is counted, a period is that of a sum.
  // `tiết kiệm 8% tổng năng lượng tiêu thụ giai đoạn 2019-2030`, `đạt 8% trong cả giai đoạn …`: over all its years.
  const isSaved = chunks.slice(Math.max(0, at - 3), at).some(c => /^tiết kiệm(?: |$)/.test(c.text))
  for (let i = at + 1; i < Math.min(chunks.length, at + NAME_REACH); i++) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Period') && (quantity.form === 'count' || quantity.form === 'money' || isSaved || chunks[i - 1]?.text === 'cả'))
      return 'sum'
    if (!(c.tags.has('Noun') || c.tags.has('Country')) || c.tags.has('Subject')) break
  }
  if (isMadeOver(chunks, at, quantity)) return 'sum'
  // `Trong giai đoạn 2025-2030, mỗi năm các địa phương luân chuyển 1.000 bác sĩ`
  const last = chunks.findLastIndex((c, i) => i < at && c.tags.has('Date'))
  const said = chunks[last]
  // `cả giai đoạn 2021 - 2030 giảm 45 triệu tấn`: over all of it.
  if (!isPercent(quantity) && said?.tags.has('Period') && /^(?:cả|riêng|cùng|trong cùng|toàn)$/.test(chunks[last - 1]?.text ?? ''))
    return 'sum'
  if (!isPercent(quantity) && said?.tags.has('Period') && isEachYear(chunks, at, said)) return 'rate'
  // `2,4 triệu tấn/năm` of what is made; an income or turnover of so much a year is a level.
  return unit === '%/năm' || (quantity.form === 'measure' && unit?.endsWith('/năm') === true) ? 'rate' : null
}

const MADE =
  /^(?:xây dựng|xây mới|trồng|trồng mới|đào tạo|phát triển|đầu tư|cải tạo|nâng cấp|hoàn thành|tăng thêm|thêm|bổ sung|thành lập|mở|giải quyết)(?: |$)/
// So many chunks before its number stands the verb, and so many behind it the period.
const VERB_REACH = 4
const PERIOD_REACH = 16

/** `giai đoạn 2021-2025, thành phố cần xây dựng 50 công viên`: what is made in a period is a sum over it, where no other time is said. */
function isMadeOver(chunks: readonly Chunk[], at: number, { form, unit }: Quantity): boolean {
  const isThing = form === 'count' || form === 'money' || (form === 'measure' && /^(?:ha|m2|m²|km)(?: |$)/.test(unit ?? ''))
  const verb = chunks.findLastIndex((c, i) => i < at && i >= at - VERB_REACH && MADE.test(c.text))
  if (!isThing || verb < 0 || chunks.slice(verb + 1, at).some(c => ['Comma', 'Reach', 'Head', 'Indicator'].some(t => c.tags.has(t))))
    return false
  const end = chunks.findIndex((c, i) => i > at && ['Quantity', 'Semicolon', 'Stop'].some(t => c.tags.has(t)))
  const behind = chunks.slice(at + 1, Math.min(end < 0 ? chunks.length : end, at + PERIOD_REACH)).find(c => c.tags.has('Date'))
  const date = behind ?? chunks.slice(0, at).findLast(c => c.tags.has('Date'))
  return date?.tags.has('Period') === true
}

function isChangeInBrackets(chunks: readonly Chunk[], at: number): boolean {
  return (
    chunks[at - 1]?.tags.has('Change') === true ||
    (chunks[at - 1]?.tags.has('Rate') === true && chunks[at - 2]?.tags.has('Change') === true)
  )
}
