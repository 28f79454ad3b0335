import { AND, CLOSE, COLON, COMMA, DASH, INNER, ISSUER, MEASURE, NOUN, OF, OPEN, PLACE, RANK, SUBJECT } from '../../mentions/words/tags.ts'
import type { Frame, Slot } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { Rank } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { type Phrase, trim } from './phrase.ts'
import { isAspiration } from './rank-aspiration.ts'

const OWNER = PLACE.or(ISSUER, SUBJECT)
const NAME = PLACE.or(ISSUER)
const IN_WHAT = words('về|trong')
const AT_LEVEL = words(/^đạt (?:mức|trình độ)$/)

/** What a rank is said of, by which rule, and whether its own clause names it. */
export interface Subjects {
  readonly subjects: readonly Phrase[]
  readonly rule: string
  readonly source: 'same_clause' | 'carried'
}

/**
 * The subjects of a rank: what stands inside it (`có tỷ lệ giải ngân cao nhất`), behind `về`, before its verb, or what the
 * ranks around it in the sentence are said of.
 */
export function subjectsOf(context: Context, frame: Frame, at: number, previous: readonly Phrase[]): Subjects {
  const units = context.unitsOf(frame.sentence)
  const { anchor } = frame
  const inside = anchor.parts['inside'] ?? anchor.parts['field']
  // `quốc gia phát triển` is said of the country as a whole.
  if (anchor.rule === 'rank/developed-country') return { subjects: [], rule: anchor.rule, source: 'same_clause' }
  // `hàng đầu cả nước về du lịch`: what it is about is told behind it.
  const isAbout = isAspiration(anchor) && units.text(at + 1) === 'về'
  if (inside !== undefined && !isAbout) {
    const own = isAspiration(anchor) ? becoming(context, inside) : inside
    const name = trim(context, own.start, own.end, LEADING)
    // Who is to be among the first is named, or nothing is: the sentence tells of others too.
    if (name === undefined && isAspiration(anchor)) return { subjects: [], rule: anchor.rule, source: 'same_clause' }
    if (name !== undefined && !isRanked(name.text) && !/^(?:kết quả|điểm số|điểm|thứ hạng|vị trí|chỉ số)$/i.test(name.text))
      return { subjects: [name], rule: anchor.rule, source: 'same_clause' }
  }
  const ranking = rankingBehind(context, units, at)
  if (ranking !== undefined) return { subjects: [ranking], rule: 'rank_goal/by-ranking', source: 'same_clause' }
  for (const reading of frame.readings) {
    const slot = reading.slots['subject']
    if (slot === undefined) continue
    if (reading.rule === 'rank_goal/improve-of' && (anchor as Mention<Rank>).value.rank_kind !== 'improve') continue
    const subjects = (reading.rule === 'rank_goal/of-subject' ? before(context, units, slot) : behind(context, units, slot)).filter(
      p => !isRanked(p.text)
    )
    if (subjects.length === 0) continue
    const isVague =
      reading.rule === 'rank_goal/of-subject' &&
      !subjects.some(s => isKnown(context, s) || context.knowledge.identifyMeasure(s.text) !== null)
    const shared = isVague ? behindNext(context, units, at) : []
    if (shared.length > 0) return { subjects: shared, rule: 'rank_goal/shared-subject', source: 'carried' }
    return { subjects, rule: reading.rule, source: 'same_clause' }
  }
  const shared = behindNext(context, units, at)
  if (shared.length > 0) return { subjects: shared, rule: 'rank_goal/shared-subject', source: 'carried' }
  const topic = topicOf(context, units, at)
  if (topic !== undefined) return { subjects: [topic], rule: 'rank_goal/topic', source: 'same_clause' }
  // `đến năm 2026 nhóm 18 …; đến năm 2031 nhóm 12 …`: the second is of the first's subject.
  if (previous.length > 0) return { subjects: previous, rule: 'rank_goal/same-subject', source: 'carried' }
  return { subjects: [], rule: 'rank_goal/alone', source: 'same_clause' }
}

/** What of the words for who is to be among the first names the thing: `nhà in có quy mô vốn` has the capital, else what stands before a comma. */
function becoming(context: Context, { start, end }: Span): Span {
  const words = context.normalized.lower.slice(start, end)
  const inner = words.lastIndexOf(' thành ') + ' thành '.length
  if (inner > ' thành '.length && !words.startsWith('phố', inner)) return becoming(context, { start: start + inner, end })
  const had = /^(?:[^,]{0,80} )?có (?!tầm |uy tín|vị thế|vai trò|thương hiệu)/.exec(words)
  const from = had?.[0].length ?? /^ ?(?:một trong (?:những|các|số|số các) |một )?/.exec(words)?.[0].length ?? 0
  const own = /^[^,]{0,200}?(?=,| mang tầm| có tầm| có uy tín|$)/.exec(words.slice(from))?.[0].length ?? end - start - from
  return { start: start + from, end: start + from + own }
}

/** The list that the rank is taken from: `… theo bảng xếp hạng QS`. */
function rankingBehind(context: Context, units: Units, at: number): Phrase | undefined {
  const words = units.textOf(at + 1, at + 5)
  if (!/^(?:theo|trên|trong) (?:bảng xếp hạng|xếp hạng|chỉ số) /.test(words)) return undefined
  let to = at + 2
  while (to < units.length && units.is(to, INNER)) to++
  return phrase(context, units, { from: at + 2, to })
}

/** What an item is about by its first words: `PCI: đạt 64,8 điểm, xếp vị trí 22 - 27/63`. */
function topicOf(context: Context, units: Units, at: number): Phrase | undefined {
  const colon = units.first(COLON)
  if (colon < 1 || colon > at || colon > 16) return undefined
  return phrase(context, units, { from: units.is(0, DASH) ? 1 : 0, to: colon })
}

/** Words for who is ranked, which are never what the rank is about. */
function isRanked(text: string): boolean {
  return /^(?:tỉnh|thành phố|địa phương|huyện|công tác|cả nước|phấn đấu|xếp hạng|năm|nước|việt nam|trường|các trường|doanh nghiệp|công ty|đơn vị|quốc gia|nhóm|thứ hạng|vị trí)$/i.test(
    text
  )
}

// Words at the front of a subject that name nothing; verbs stay (`thu hút đầu tư`).
const LEADING =
  /^(?:(?:về|tại|theo|đối với|trong|trên|ở|cho|là|các|những|mặt|việc|lĩnh vực|bảng|phấn đấu|đưa|đạt|cũng|được|rằng|phải|có|như|với) )+/

/** The words of a slot as a subject. */
function phrase(context: Context, units: Units, { from, to }: Slot): Phrase | undefined {
  if (from < 0 || from >= units.length || to < 1 || to > units.length) return undefined
  // `Đại học X trở thành trường thuộc nhóm …`: what it is to become is in the group.
  const become = units.last(BECOME, to - 1, from)
  if (become >= 0) return phrase(context, units, { from: become + 1, to })
  const behind = units.first(BY_WHAT, from + 1, to)
  return trim(context, units.start(from), units.end((behind > 0 ? behind : to) - 1), LEADING)
}

/** What stands between the items of a list. */
const LINK = COMMA.or(AND)
const IN_LIST = LINK.or(NOUN)
const BECOME = words('trở thành|thành')
const BY_WHAT = words('theo|trong năm|so với')
const IN_SUBJECTS = INNER.or(LINK)
const IN_STATEMENT = IN_SUBJECTS.or(OF)
// The last word of who is spoken of.
const WHO = PLACE.or(ISSUER, words('gia|nước|phương|tỉnh|phố'))

/** `nhóm 4 nước dẫn đầu ASEAN và nhóm 7 nước mạnh nhất châu Á về …`: the first is said of what follows the second. */
function behindNext(context: Context, units: Units, at: number): Phrase[] {
  const next = units.first(RANK, at + 1)
  const isJoined = next > 0 && next - at <= 3 && units.every(IN_LIST, at + 1, next)
  if (!isJoined || !units.is(next + 1, IN_WHAT)) return []
  let to = next + 2
  while (to < units.length && units.is(to, IN_SUBJECTS)) to++
  return to === next + 2 ? [] : behind(context, units, { from: next + 2, to })
}

interface Part extends Slot {
  /** Whether a conjunction, not a comma, leads it. */
  readonly isAnd: boolean
}

/** Cuts a slot at its commas and conjunctions outside brackets. A comma behind a conjunction ends the list. */
function parts(context: Context, units: Units, slot: Slot): Part[] {
  const found: Part[] = []
  let { from } = slot
  let depth = 0
  let isAnd = false
  for (let i = slot.from; i < slot.to; i++) {
    if (units.is(i, OPEN)) depth++
    else if (units.is(i, CLOSE)) depth--
    else if (depth === 0 && units.is(i, LINK)) {
      if (i > from) found.push({ from, to: i, isAnd })
      from = i + 1
      isAnd = units.is(i, AND)
    }
  }
  if (from < slot.to) found.push({ from, to: slot.to, isAnd })
  const joined = rejoined(context, units, found)
  const last = joined.findIndex(p => p.isAnd)
  return last < 0 ? joined : joined.slice(0, last + 1)
}

// Two words that go together, of what follows the second (`an toàn, an ninh mạng`).
const PAIR =
  /^(?:an toàn, an ninh|an ninh, an toàn|hiệu lực, hiệu quả|khoa học, công nghệ|khoa học, kỹ thuật|khoa học và công nghệ)(?: |$)/i

/** Puts names that hold a conjunction back together (`quản trị và hành chính công`). */
function rejoined(context: Context, units: Units, found: readonly Part[]): Part[] {
  const joined: Part[] = []
  for (const part of found) {
    const last = joined.at(-1)
    const both = last === undefined ? undefined : phrase(context, units, { from: last.from, to: part.to })
    const alone = last === undefined ? undefined : phrase(context, units, last)
    const isOne =
      both !== undefined &&
      ((context.knowledge.identifySubject(both.text, null)?.isCompound === true && !(alone !== undefined && isKnown(context, alone))) ||
        (alone?.text.split(' ').length === 2 && PAIR.test(both.text)))
    if (last !== undefined && isOne) joined[joined.length - 1] = { ...last, to: part.to }
    else joined.push(part)
  }
  return joined
}

const VERBAL =
  /^(?:nghiên cứu|phát triển|xây dựng|ứng dụng|quản lý|sử dụng|thực hiện|cải thiện|bảo vệ|khai thác|tiếp cận|đào tạo|giải phóng|thông quan|thời gian|thu hút|sản xuất|xuất khẩu|chế biến|nuôi trồng)(?: |$)/i
const PREDICATE = /(?:^| )(?:là|trở thành|đưa|có|được|sẽ|động lực|trung tâm|góp phần|đồng thời|nơi)(?: |$)/i

/** Subjects behind a rank: each part of a list (`về A, B và C`), the whole where several verbs share one object. */
function behind(context: Context, units: Units, slot: Slot): Phrase[] {
  const slots = parts(context, units, slot)
  // From the first part that states something the sentence goes on with another matter.
  const stated = slots.findIndex((s, i) => i > 0 && PREDICATE.test(units.textOf(s.from, s.to)))
  const own = stated < 0 ? slots : slots.slice(0, stated)
  const last = own.at(-1)
  if (last === undefined) return []
  const phrases = own.flatMap(s => phrase(context, units, withoutOwner(units, s)) ?? [])
  const isVerbal = VERBAL.test(units.textOf(own[0]?.from ?? 0, own[0]?.to ?? 0))
  const isList =
    phrases.length > 1 &&
    !isVerbal &&
    phrases.every((p, i) => isKnown(context, p) || (p.text.includes(' ') && (i === 0 || p.text.split(' ').length <= 8)))
  if (isList) return phrases
  const whole = phrase(context, units, withoutOwner(units, { from: slot.from, to: last.to }))
  return whole === undefined ? [] : [whole]
}

/** `trình độ công nghệ đạt mức tiên tiến ở nhiều lĩnh vực, thuộc nhóm dẫn đầu`: what the statement before the rank is of. */
function beforeStatement(context: Context, units: Units, slot: Slot): Phrase | undefined {
  const to = slot.from - 1
  if (!units.is(to, AT_LEVEL) || !units.is(slot.to, COMMA)) return undefined
  let from = to
  while (from > 0 && units.is(from - 1, IN_STATEMENT)) from--
  while (units.is(from, COMMA)) from++
  return from < to ? phrase(context, units, { from, to }) : undefined
}

/** Subjects before a rank's verb: the last noun phrase, and those it is coordinated with when each names a measure. */
function before(context: Context, units: Units, slot: Slot): Phrase[] {
  const stated = beforeStatement(context, units, slot)
  if (stated !== undefined) return [stated]
  let { from } = slot
  // A list of indexes runs on to the left over commas.
  while (units.is(from - 1, COMMA)) {
    let start = from - 1
    while (start > 0 && units.is(start - 1, INNER)) start--
    const name = start === from - 1 ? undefined : phrase(context, units, { from: start, to: from - 1 })
    if (name === undefined || !isKnown(context, name)) break
    from = start
  }
  const slots = parts(context, units, { from, to: slot.to }).map(s => withoutWho(units, s))
  const measures = slots.map(s => isMeasure(context, units, s))
  const named = (s: Slot): Phrase | undefined => phrase(context, units, withoutOwner(units, s))
  if (slots.length > 1 && measures.every(Boolean)) return slots.flatMap(s => named(s) ?? [])
  const last = slots.findLast(s => s.from < s.to)
  if (last === undefined) return []
  const isWhole = slots.length > 1 && !measures.at(-1)
  return [named(isWhole ? { from, to: slot.to } : last)].filter(p => p !== undefined)
}

const isKnown = (context: Context, p: Phrase): boolean => context.knowledge.identifySubject(p.text, null) !== null

function isMeasure(context: Context, units: Units, slot: Slot): boolean {
  if (units.is(slot.from, MEASURE)) return true
  const name = phrase(context, units, slot)
  return name !== undefined && isKnown(context, name)
}

/** Without a place or body at the front: `tỉnh Lào Cai`, `Việt Nam có`. */
function withoutWho(units: Units, { from, to }: Slot): Slot {
  const at = units.lastThat(WHO, i => units.text(i + 1) === 'có', to - 1, from)
  let start = at >= 0 ? at + 2 : from
  while (start < to && units.is(start, NAME)) start++
  return { from: start, to }
}

function isOwner(units: Units, at: number): boolean {
  return units.is(at, OWNER) || /^liên (?:hợp|minh)/.test(units.textOf(at, at + 2))
}

/** Without the owner at the end: `của tỉnh`, `của Liên hợp quốc`. */
function withoutOwner(units: Units, { from, to }: Slot): Slot {
  const at = units.firstThat(OF, i => isOwner(units, i + 1), from + 1, to - 1)
  return at > 0 ? { from, to: at } : { from, to }
}
