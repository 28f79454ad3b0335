import {
  ADVERB,
  AND,
  CLAUSE_OR_NUMBER,
  CLOSE,
  COMMA,
  DATE,
  DO,
  ENSURE,
  EXPECT,
  GOAL,
  NATIONAL,
  OF,
  OPEN,
  PART_END,
  PLACE,
  QUANTITY,
  RANK,
  SEMICOLON,
  SET,
  SUBJECT,
  WEAK
} from '../../mentions/words/tags.ts'
import type { Field } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Issuer, Place } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import { isAssigner } from './assigner.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { keeper } from './kept.ts'
import { spanOf } from './linked-date.ts'
import type { LinkedDocument } from './linked-document.ts'
import { once } from './nearest.ts'
import { ownerAround } from './owners.ts'
import { namedBy, organizationAs } from './place-before.ts'
import { companyOf } from './place-of-company.ts'
import { spokenOf } from './place-spoken-of.ts'
import { isSubject } from './place-subject.ts'
import { viaOf, withVia } from './reasons.ts'
import { zipped } from './zip.ts'

const SETTING = GOAL.or(SET)
const AIMING = GOAL.or(WEAK, SET, ENSURE, EXPECT)
const IN_ORDER = words(/^(?:để|nhằm|hướng tới|hướng đến)(?: |$)/)
const ALREADY = words('cũng|đã|đang|vừa|cũng đã|tiếp tục')
const OF_OR_IN = words('của|trong')
const AT = words('tại|ở')
const OF_OR_TO = words('của|đến')
const BY = words('được|do|theo')
const BESIDE = words('của|với|cùng|do|từ|và')
const BEHIND_NAME = COMMA.or(AND, OPEN, OF)
const ITEM_END = SEMICOLON.or(QUANTITY)
const WHOSE = OF.or(BY)

/** Whether a mention is a place. */
export const isPlace = (m: Mention | null): m is Mention<Place> => m?.type === 'place'
/** Whether a mention is a body of the whole country. */
export const isNationalIssuer = (m: Mention | null): m is Mention<Issuer> =>
  m?.type === 'issuer' && (m.value as Issuer).level === 'national'

/** A place chunk that says where something ranks or what it is compared with, not whose goal it is. */
function isScope(units: Units, i: number): boolean {
  const before = units.textOf(i - 3, i)
  // `Cục Đường bộ Việt Nam` is a body, not a road.
  if (/(?:^| )(?:cục|hiệp hội) /.test(before)) return false
  return /(?:so với|bình quân|trung bình|mức|sang|từ|thị trường|xuất khẩu|nhập khẩu|ga|cầu|đường|tuyến|cao tốc|đi|gồm|với|ngoài|không chỉ|khu vực|khu vực thủ đô)(?: [a-zà-ỹđ]+)?$/.test(
    before
  )
}

/** Whether a place stands in a row with one before it that is only a scope: `nối với Quảng Ninh (1 tuyến) và Hải Dương`. */
function isNextOfScope(units: Units, i: number): boolean {
  if (!units.is(i - 1, AND) && !units.is(i - 1, COMMA)) return false
  let k = i - 2
  if (units.is(k, CLOSE)) k = units.last(OPEN, k) - 1
  return k >= 0 && isPlace(units.mention(k) ?? null) && (isScope(units, k) || isNextOfScope(units, k))
}

/** A number of a list that is paired with a list of places (`Hà Nội và Huế … lần lượt 7% và 7,5%`). */
export function placeOfZip(context: Context, sentence: number, at: number): Field<string> | undefined {
  const pair = zipped(context.unitsOf(sentence), at)
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
  const start = context.unitsOf(sentence).start(at)
  const title = document?.title
  const place = document?.about ?? document?.place
  if (title == null || place?.value == null || place.evidence === null) return undefined
  if (title.span.start > start || start > title.span.end + 40) return undefined
  return { value: place.value, evidence: { ...place.evidence, source: 'document', rule: 'place/of-document' } }
}

/** Whose goal the number at chunk `at` is, as far as its own sentence says: the nearest place before it, else one behind it. */
export function placeInSentence(context: Context, sentence: number, at: number): Field<string> | undefined {
  const units = context.unitsOf(sentence)
  const behind = placeBehind(context, units, at)
  if (behind !== undefined) return behind
  const company = companyOf(context, units, at)
  if (company !== undefined && company.value !== null) return { value: company.value, evidence: company.evidence }
  const before = placeBeforeValue(context, units, at)
  const found =
    before === undefined || before.evidence?.rule === 'place/national-body' ? (mainSubject(context, units, at) ?? before) : before
  return found && withVia(found, viaOf(company?.evidence))
}

/** `Để đạt mục tiêu tăng trưởng 9%, tỉnh Hòa Bình đang triển khai …`: who does what the sentence is about. */
function mainSubject(context: Context, units: Units, at: number): Field<string> | undefined {
  if (!units.is(0, IN_ORDER)) return undefined
  for (let i = at + 2; i < units.length - 1; i++) {
    if (units.is(i, PART_END)) return undefined
    if (!units.is(i - 1, COMMA)) continue
    const isSubject = units.mention(i) !== null && !units.is(i + 1, BEHIND_NAME)
    const found = isSubject ? placeAt(context, units, i) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

const MINISTRY = words(/^(?:bộ(?! chính trị)|ngân hàng nhà nước)/)

/** The province or ministry that stands right before the goal word of a number: `TP.HCM phấn đấu 50% …`, `Bộ Công Thương cũng đã đặt mục tiêu`. */
export function setterNamed(context: Context, sentence: number, at: number): Mention | undefined {
  const units = context.unitsOf(sentence)
  for (let i = at - 1; i > 0; i--) {
    if (units.is(i, ITEM_END)) return undefined
    if (!units.is(i, GOAL)) continue
    let k = i - 1
    while (units.is(k, ALREADY)) k--
    const before = units.mention(k) ?? null
    const isMinistry = isNationalIssuer(before) && units.is(k, MINISTRY) && /^(?:đặt|đề ra|xác định)/.test(units.text(i))
    return (isPlace(before) && before.value.level === 'province') || isMinistry ? (before ?? undefined) : undefined
  }
  return undefined
}

/** A place behind the number that says whose what it counts is. */
function placeBehind(context: Context, units: Units, at: number): Field<string> | undefined {
  // In what the number counts a place says whose it is: `74.000 lượt khách đến huyện Na Rì`.
  for (let i = at + 1; i < Math.min(units.length, at + 14); i++) {
    if (units.is(i, CLAUSE_OR_NUMBER)) break
    // `8% trong năm 2025 của tỉnh`
    if (units.is(i, DATE) && !units.is(i + 1, OF)) break
    const m = units.mention(i)
    // `mục tiêu 2% của Fed`
    if (m?.type === 'organization' && units.is(i - 1, OF)) return organizationAs(context, m, 'place/behind-value')
    const isOwn = isPlace(m) && (m.value.level !== 'country' || (!units.is(at, RANK) && units.text(i - 1) === 'của'))
    // `12% GRDP của tỉnh`, `nhu cầu việc làm trong toàn tỉnh`
    const spoken = units.is(i - 1, OF_OR_IN) ? spokenOf(context, units, i) : undefined
    if (spoken !== undefined) return spoken
    // `423 xe tại TP.HCM và 200 xe tại Hà Nội`; what stands in a ward is still the city's.
    const isIn = isPlace(m) && m.value.level === 'province' && units.is(i - 1, AT)
    if (isPlace(m) && isOwn && (isIn || units.is(i - 1, OF_OR_TO))) return { value: m.value.id, evidence: namedBy(m, 'place/behind-value') }
  }
  return undefined
}

/** By a long sentence: for each unit the last one before it that says whose goal a number is, or -1; all its numbers ask. */
const placedBefore = once((context, sentence): Int32Array => {
  const units = context.unitsOf(sentence)
  const before = new Int32Array(units.length + 1).fill(-1)
  for (let i = 0; i < units.length; i++) before[i + 1] = placeAt(context, units, i) === undefined ? (before[i] as number) : i
  return before
})

/** The last unit before `at` that says whose goal a number behind it is, or -1. */
function lastPlaced(context: Context, units: Units, at: number): number {
  if (units.length <= SHORT) {
    let i = at - 1
    while (i >= 0 && placeAt(context, units, i) === undefined) i--
    return i
  }
  return placedBefore(context, units.sentence)[Math.min(at, units.length)] as number
}

// In so many units one is looked for faster than a table is made.
const SHORT = 32

/** The nearest place before the number in its sentence, else a national body that sets the goal. */
function placeBeforeValue(context: Context, units: Units, at: number): Field<string> | undefined {
  const placed = lastPlaced(context, units, at)
  if (placed >= 0) return placeAt(context, units, placed)
  // A national body that sets the goal itself, before the goal word.
  const set = units.last(SETTING, at)
  for (let i = units.last(NATIONAL, at); i >= 0; i = units.last(NATIONAL, i))
    if (!isOfDocument(units, i) && (set > i || units.is(i + 1, DO)))
      return { value: 'vn', evidence: evidence(spanOf(units.mention(i) as Mention), 'place/national-body', 'inferred') }
  return undefined
}

/** Whether an issuer only says whose document is meant (`Nghị quyết của Bộ Chính trị`, `được Thủ tướng giao`). */
function isOfDocument(units: Units, i: number): boolean {
  return units.is(i - 1, WHOSE)
}

const SETS_BY_NAME: ReadonlySet<string> = new Set(['sets-goals', 'aims', 'country', 'country-aims'].map(rule => `organization/${rule}`))

/** Whether a body has goals of its own: one that sets them by name, a company right before the goal word, or a government that does something here (`vốn vay của Chính phủ Nhật Bản` is no goal of theirs). */
function setsGoals(units: Units, i: number): boolean {
  const rule = units.mention(i)?.rule
  if (rule !== undefined && SETS_BY_NAME.has(rule)) return true
  if (rule !== 'organization/government') return isBeforeGoal(units, i)
  const isSubject = i === 0 || units.is(i - 1, COMMA)
  return !units.is(i - 1, BESIDE) && (isSubject || units.any(AIMING, i + 1, i + 6))
}

const IN_BETWEEN = ADVERB.or(words('cũng|đã|đang|vừa|đều|tiếp tục'))

/** Whether a goal word follows right behind a name. */
function isBeforeGoal(units: Units, i: number): boolean {
  let next = i + 1
  while (next < i + 4 && units.is(next, IN_BETWEEN)) next++
  return units.is(next, GOAL)
}

/** `Tổng công ty Đường sắt Việt Nam đặt mục tiêu`: the company whose name the country ends. */
function companyNamed(context: Context, units: Units, i: number, m: Mention<Place>): Field<string> | undefined {
  if (m.value.level !== 'country' || !isBeforeGoal(units, i)) return undefined
  const company = context.mentionsOf(m.sentence).find(o => o.type === 'organization' && o.start < m.start && o.end === m.end)
  return company && organizationAs(context, company, 'place/sets-goals')
}

/** By unit of the article, what it says whose goal a number is. */
const known = keeper((): Map<number, Field<string> | null> => new Map())

/** What a chunk says whose goal a number behind it is; every number of the sentence asks. */
export function placeAt(context: Context, units: Units, i: number): Field<string> | undefined {
  // Most units are plain words.
  if (units.mention(i) === null && !units.is(i, SUBJECT)) return undefined
  const fields = known(context)
  let field = fields.get(units.base + i)
  if (field === undefined) fields.set(units.base + i, (field = placeAtAnew(context, units, i) ?? null))
  return field ?? undefined
}

function placeAtAnew(context: Context, units: Units, i: number): Field<string> | undefined {
  const m = units.mention(i) ?? null
  const spoken = spokenOf(context, units, i)
  if (spoken !== undefined) return spoken
  if (m?.type === 'organization' && (setsGoals(units, i) || isSubject(units, i))) return organizationAs(context, m, 'place/sets-goals')
  if (isPlace(m) && (isAssigner(units, i) || isDelegation(context, m))) return undefined
  const company = isPlace(m) ? companyNamed(context, units, i, m) : undefined
  if (company !== undefined) return company
  if (!isPlace(m) || isScope(units, i) || isNextOfScope(units, i) || isExplained(units, i)) return undefined
  const body = officeOf(context, m) ?? ownerAround(context, m.sentence, m)
  if (body !== undefined) return body
  if (m.value.level === 'country') return { value: 'vn', evidence: evidence(spanOf(m), 'place/country') }
  return { value: m.value.id, evidence: namedBy(m, 'place/named') }
}

const DELEGATION = /(?:^|[\s(,])đoàn(?: đại biểu quốc hội| đbqh)?(?: (?:tỉnh|thành phố|tp\.?))? ?$/

/** `đại biểu …, đoàn tỉnh Bình Dương, cho biết`: where a deputy is from, who speaks of the country. */
function isDelegation(context: Context, { start }: Mention): boolean {
  return DELEGATION.test(context.normalized.lower.slice(Math.max(0, start - 40), start))
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

/** `xã Nậm Lùng (huyện Sông Đà)`: the brackets tell where the place before them is. */
function isExplained(units: Units, i: number): boolean {
  return units.is(i - 1, OPEN) && units.is(i - 2, PLACE)
}
