import type { Chunk, Field } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Issuer, Place } from '../../model/values.ts'
import { lastBefore } from '../../text/last-before.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { lastChunk } from './last-chunk.ts'
import { spanOf } from './linked-date.ts'
import type { LinkedDocument } from './linked-document.ts'
import { namedBy } from './place-before.ts'
import { companyOf } from './place-of-company.ts'
import { spokenOf } from './place-spoken-of.ts'
import { viaOf, withVia } from './reasons.ts'
import { wordsOf } from './sentence-words.ts'
import { zipped } from './zip.ts'

/** Whether a mention is a place. */
export const isPlace = (m: Mention | null): m is Mention<Place> => m?.type === 'place'
/** Whether a mention is a body of the whole country. */
export const isNationalIssuer = (m: Mention | null): m is Mention<Issuer> =>
  m?.type === 'issuer' && (m.value as Issuer).level === 'national'

/** A place chunk that says where something ranks or what it is compared with, not whose goal it is. */
function isScope(chunks: readonly Chunk[], i: number): boolean {
  const before = wordsOf(chunks.slice(Math.max(0, i - 3), i))
  // `Cục Đường bộ Việt Nam` is a body, not a road.
  if (/(?:^| )(?:cục|hiệp hội) /.test(before)) return false
  return /(?:so với|bình quân|trung bình|mức|sang|từ|thị trường|xuất khẩu|nhập khẩu|ga|cầu|đường|tuyến|cao tốc|đi|gồm|với|ngoài|không chỉ|khu vực|khu vực thủ đô)(?: [a-zà-ỹđ]+)?$/.test(
    before
  )
}

/** Whether a place stands in a row with one before it that is only a scope: `nối với Quảng Ninh (1 tuyến) và Hải Dương`. */
function isNextOfScope(chunks: readonly Chunk[], i: number): boolean {
  if (!chunks[i - 1]?.tags.has('And') && !chunks[i - 1]?.tags.has('Comma')) return false
  let k = i - 2
  if (chunks[k]?.tags.has('Close')) k = chunks.findLastIndex((c, n) => n < k && c.tags.has('Open')) - 1
  return k >= 0 && isPlace(chunks[k]?.mention ?? null) && (isScope(chunks, k) || isNextOfScope(chunks, k))
}

/** A number of a list that is paired with a list of places (`Hà Nội và Huế … lần lượt 7% và 7,5%`). */
export function placeOfZip(context: Context, sentence: number, at: number): Field<string> | undefined {
  const pair = zipped(context.chunksOf(sentence), at)
  const mention = pair?.place?.mention ?? null
  if (pair === undefined || !isPlace(mention)) return undefined
  return {
    value: mention.value.id,
    evidence: evidence(spanOf(mention), 'place/zip', 'same_clause', [{ start: pair.by.start, end: pair.by.end, role: 'zip' }])
  }
}

/** A number inside a document's printed title is said of that document's place. */
export function placeOfTitle(
  context: Context,
  sentence: number,
  at: number,
  document: LinkedDocument | undefined
): Field<string> | undefined {
  const value = context.chunksOf(sentence)[at]
  const title = document?.title
  const place = document?.about ?? document?.place
  if (value === undefined || title == null || place?.value == null || place.evidence === null) return undefined
  if (title.span.start > value.start || value.start > title.span.end + 40) return undefined
  return { value: place.value, evidence: { ...place.evidence, source: 'document', rule: 'place/of-document' } }
}

/** Whose goal the number at chunk `at` is, as far as its own sentence says: the nearest place before it, else one behind it. */
export function placeInSentence(context: Context, sentence: number, at: number): Field<string> | undefined {
  const chunks = context.chunksOf(sentence)
  const behind = placeBehind(context, chunks, at)
  if (behind !== undefined) return behind
  const company = companyOf(context, chunks, at)
  if (company !== undefined && company.value !== null) return { value: company.value, evidence: company.evidence }
  const before = placeBeforeValue(context, chunks, at)
  const found =
    before === undefined || before.evidence?.rule === 'place/national-body' ? (mainSubject(context, chunks, at) ?? before) : before
  return found && withVia(found, viaOf(company?.evidence))
}

/** `Để đạt mục tiêu tăng trưởng 9%, tỉnh Hòa Bình đang triển khai …`: who does what the sentence is about. */
function mainSubject(context: Context, chunks: readonly Chunk[], at: number): Field<string> | undefined {
  if (!/^(?:để|nhằm|hướng tới|hướng đến)(?: |$)/.test(chunks[0]?.text ?? '')) return undefined
  for (let i = at + 2; i < chunks.length - 1; i++) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Semicolon') || c.tags.has('Stop')) return undefined
    if (!chunks[i - 1]?.tags.has('Comma')) continue
    const next = chunks[i + 1] as Chunk
    const isSubject = c.mention !== null && !['Comma', 'And', 'Open', 'Of'].some(t => next.tags.has(t))
    const found = isSubject ? placeAt(context, chunks, i) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

const MINISTRY = /^(?:bộ(?! chính trị)|ngân hàng nhà nước)/

/** The province or ministry that stands right before the goal word of a number: `TP.HCM phấn đấu 50% …`, `Bộ Công Thương cũng đã đặt mục tiêu`. */
export function setterNamed(context: Context, sentence: number, at: number): Mention | undefined {
  const chunks = context.chunksOf(sentence)
  for (let i = at - 1; i > 0; i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Semicolon') || c.tags.has('Quantity')) return undefined
    if (!c.tags.has('Goal')) continue
    let k = i - 1
    while (/^(?:cũng|đã|đang|vừa|cũng đã|tiếp tục)$/.test(chunks[k]?.text ?? '')) k--
    const before = chunks[k]?.mention ?? null
    const isMinistry = isNationalIssuer(before) && MINISTRY.test(chunks[k]?.text ?? '') && /^(?:đặt|đề ra|xác định)/.test(c.text)
    return (isPlace(before) && before.value.level === 'province') || isMinistry ? (before ?? undefined) : undefined
  }
  return undefined
}

/** A place behind the number that says whose what it counts is. */
function placeBehind(context: Context, chunks: readonly Chunk[], at: number): Field<string> | undefined {
  // In what the number counts a place says whose it is: `74.000 lượt khách đến huyện Na Rì`.
  for (let i = at + 1; i < Math.min(chunks.length, at + 14); i++) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Comma') || c.tags.has('Semicolon') || c.tags.has('Stop') || c.tags.has('Quantity')) break
    // `8% trong năm 2025 của tỉnh`
    if (c.tags.has('Date') && !chunks[i + 1]?.tags.has('Of')) break
    const isOwn =
      c.mention?.type === 'place' &&
      ((c.mention.value as Place).level !== 'country' || (!chunks[at]?.tags.has('Rank') && chunks[i - 1]?.text === 'của'))
    // `12% GRDP của tỉnh`, `nhu cầu việc làm trong toàn tỉnh`
    const spoken = /^(?:của|trong)$/.test(chunks[i - 1]?.text ?? '') ? spokenOf(context, chunks, i) : undefined
    if (spoken !== undefined) return spoken
    // `423 xe tại TP.HCM và 200 xe tại Hà Nội`; what stands in a ward is still the city's.
    const isIn = (c.mention?.value as Place | undefined)?.level === 'province' && /^(?:tại|ở)$/.test(chunks[i - 1]?.text ?? '')
    if (c.mention?.type === 'place' && isOwn && (isIn || /^(?:của|đến)$/.test(chunks[i - 1]?.text ?? '')))
      return { value: (c.mention.value as Place).id, evidence: namedBy(c.mention, 'place/behind-value') }
  }
  return undefined
}

const lastPlaced = lastBefore<Chunk, Context>((_, context, i, chunks) => placeAt(context, chunks, i) !== undefined)
const lastNational = lastBefore<Chunk>((c, _, i, chunks) => isNationalIssuer(c.mention) && !isOfDocument(chunks, i))
const lastSetting = lastChunk(['Goal', 'Set'])

/** The nearest place before the number in its sentence, else a national body that sets the goal. */
function placeBeforeValue(context: Context, chunks: readonly Chunk[], at: number): Field<string> | undefined {
  const placed = lastPlaced(chunks, at, context)
  if (placed >= 0) return placeAt(context, chunks, placed)
  // A national body that sets the goal itself, before the goal word.
  for (let i = lastNational(chunks, at); i >= 0; i = lastNational(chunks, i))
    if (lastSetting(chunks, at) > i || chunks[i + 1]?.tags.has('Do'))
      return { value: 'vn', evidence: evidence(spanOf((chunks[i] as Chunk).mention as Mention), 'place/national-body', 'inferred') }
  return undefined
}

/** Whether an issuer only says whose document is meant (`Nghị quyết của Bộ Chính trị`, `được Thủ tướng giao`). */
function isOfDocument(chunks: readonly Chunk[], i: number): boolean {
  return chunks[i - 1]?.tags.has('Of') === true || /^(?:được|do|theo)$/.test(chunks[i - 1]?.text ?? '')
}

/** Whether a body has goals of its own: one that sets them by name, a company right before the goal word, or a government that does something here (`vốn vay của Chính phủ Nhật Bản` is no goal of theirs). */
function setsGoals(chunks: readonly Chunk[], i: number): boolean {
  const rule = chunks[i]?.mention?.rule
  if (rule === 'organization/sets-goals' || rule === 'organization/country') return true
  if (rule !== 'organization/government') return isBeforeGoal(chunks, i)
  return (
    !/^(?:của|với|cùng|do|từ|và)$/.test(chunks[i - 1]?.text ?? '') &&
    chunks.slice(i + 1, i + 6).some(c => ['Goal', 'Weak', 'Set', 'Ensure', 'Expect'].some(t => c.tags.has(t)))
  )
}

/** Whether a goal word follows right behind a name. */
function isBeforeGoal(chunks: readonly Chunk[], i: number): boolean {
  const next = chunks.slice(i + 1, i + 5).find(c => !c.tags.has('Adverb') && !/^(?:cũng|đã|đang|vừa|đều|tiếp tục)$/.test(c.text))
  return next?.tags.has('Goal') === true
}

/** `Tổng công ty Đường sắt Việt Nam đặt mục tiêu`: the company whose name the country ends. */
function companyNamed(context: Context, chunks: readonly Chunk[], i: number, m: Mention<Place>): Field<string> | undefined {
  if (m.value.level !== 'country' || !isBeforeGoal(chunks, i)) return undefined
  const company = context.mentionsOf(m.sentence).find(o => o.type === 'organization' && o.start < m.start && o.end === m.end)
  return company === undefined
    ? undefined
    : { value: `other:${(company.value as { name: string }).name}`, evidence: evidence(spanOf(company), 'place/sets-goals') }
}

/** What each chunk of a sentence says whose goal it is; every number of the sentence asks. */
const known = new WeakMap<readonly Chunk[], (Field<string> | null | undefined)[]>()

/** What a chunk says whose goal a number behind it is; every number of the sentence asks. */
export function placeAt(context: Context, chunks: readonly Chunk[], i: number): Field<string> | undefined {
  let fields = known.get(chunks)
  if (fields === undefined) known.set(chunks, (fields = new Array(chunks.length)))
  if (fields[i] === undefined) fields[i] = placeAtAnew(context, chunks, i) ?? null
  return fields[i] ?? undefined
}

function placeAtAnew(context: Context, chunks: readonly Chunk[], i: number): Field<string> | undefined {
  const m = chunks[i]?.mention ?? null
  const spoken = spokenOf(context, chunks, i)
  if (spoken !== undefined) return spoken
  if (m?.type === 'organization' && setsGoals(chunks, i))
    return { value: `other:${(m.value as { name: string }).name}`, evidence: evidence(spanOf(m), 'place/sets-goals') }
  if (isPlace(m) && isAssigner(chunks, i)) return undefined
  const company = isPlace(m) ? companyNamed(context, chunks, i, m) : undefined
  if (company !== undefined) return company
  if (!isPlace(m) || isScope(chunks, i) || isNextOfScope(chunks, i) || isExplained(chunks, i) || isRankScope(chunks, i, m)) return undefined
  const office = officeOf(context, m)
  if (office !== undefined) return office
  if (m.value.level === 'country') return { value: 'vn', evidence: evidence(spanOf(m), 'place/country') }
  return { value: m.value.id, evidence: namedBy(m, 'place/named') }
}

// So many chunks those who assign a quota may take up.
const ASSIGNERS = 12

/** `chỉ tiêu được Bộ Tài chính và HĐND tỉnh giao`: who assigns a quota to somebody else. */
function isAssigner(chunks: readonly Chunk[], i: number): boolean {
  if (chunks[i + 1]?.tags.has('Assign') !== true) return false
  for (let k = i - 1; k >= Math.max(0, i - ASSIGNERS); k--) {
    const c = chunks[k] as Chunk
    if (/^(?:được|do)$/.test(c.text)) return true
    const isRow = c.tags.has('Comma') && ['Issuer', 'Place', 'Organization'].some(t => chunks[k - 1]?.tags.has(t))
    if (!isRow && ['Quantity', 'Comma', 'Semicolon', 'Stop', 'Reach', 'Do', 'Have', 'Date'].some(t => c.tags.has(t))) return false
  }
  return false
}

const OFFICE = /(?:(?:chi |tổng )?cục hải quan|hải quan|ngành (?:hải quan|thuế))(?: khu vực)? $/

/** `Cục Hải quan tỉnh Kiên Giang`, `ngành thuế Cần Thơ`: an office of the state in a province has a quota of its own. */
function officeOf(context: Context, m: Mention<Place>): Field<string> | undefined {
  const { lower, text } = context.normalized
  if (m.value.level === 'country') return undefined
  const found = OFFICE.exec(lower.slice(Math.max(0, m.start - 40), m.start))
  if (found === null) return undefined
  const start = m.start - found[0].length
  return { value: `other:${text.slice(start, m.end)}`, evidence: evidence({ start, end: m.end }, 'place/office') }
}

/** `dẫn đầu về chuyển đổi số … của cả nước`: the country is where somebody ranks. */
function isRankScope(chunks: readonly Chunk[], i: number, m: Mention<Place>): boolean {
  if (m.value.level !== 'country') return false
  for (let k = i - 1; k >= 0 && !chunks[k]?.tags.has('Semicolon'); k--) if (chunks[k]?.tags.has('Rank')) return true
  return false
}

/** `xã Nậm Lùng (huyện Sông Đà)`: the brackets tell where the place before them is. */
function isExplained(chunks: readonly Chunk[], i: number): boolean {
  return chunks[i - 1]?.tags.has('Open') === true && chunks[i - 2]?.tags.has('Place') === true
}
