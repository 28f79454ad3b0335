import { CLOSE, COMMA, DATE, DOCUMENT, GOAL, NAMED, NUMBERED, OF, OPEN, QUANTITY, SEMICOLON, SET } from '../../mentions/words/tags.ts'
import type { Mention } from '../../model/mention.ts'
import type { DocumentName, DocumentNumber } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { indexOf, LONGEST } from './document-index.ts'
import { anchored, anothers, type DocumentLink, spansOf } from './document-link.ts'
import { isAdoptedAt } from './document-topic.ts'
import { NOT_SETTING } from './document-verbs.ts'
import { evidence } from './evidence.ts'
import type { LinkedDocument } from './linked-document.ts'
import { antecedent } from './reasons.ts'

const APART = COMMA.or(OF, QUANTITY)

const SETTING = SET.or(GOAL)

// Orders and notices, which drive at aims that others set.
const SERVING = new Set(['chi_thi', 'cong_dien', 'cong_van', 'thong_bao'])
const SERVES = /(?:bảo đảm|đảm bảo|góp phần|phục vụ)(?: [a-zà-ỹđ]+){0,4}? mục tiêu/

// What undoes it: the goal is read from the document all the same.
const READ_FROM =
  /(?:theo|tại|trong)(?: (?:nội dung|tinh thần|dự thảo|các))? ?$|(?:mục|chỉ) tiêu [^.;]{0,72}(?:tại|trong)(?: (?:mục|khoản|điểm|điều|phần|chương) [0-9ivx.a-z]{1,12}){1,3} $/

// How a document behind the number is said to set it.
const SETS_BEHIND = words('theo|trong|tại|của|nêu trong|đề ra trong|như')
const SETS_RIGHT_BEHIND = /theo (?:đúng )?(?:tinh thần|yêu cầu|mục tiêu|nội dung)$/

// What stands in brackets names none.
const NAMING = DOCUMENT.or(OPEN, CLOSE)

const known = new WeakMap<readonly LinkedDocument[], Map<number, DocumentLink | undefined>>()

/** The document that a whole sentence names or points at; read once, for every number behind it may ask. */
export function documentOfSentence(
  context: Context,
  documents: readonly LinkedDocument[],
  named: ReadonlyMap<Mention, LinkedDocument>,
  sentence: number
): DocumentLink | undefined {
  let links = known.get(documents)
  if (links === undefined) known.set(documents, (links = new Map()))
  if (!links.has(sentence)) links.set(sentence, documentInSentence(context, documents, named, sentence, Number.MAX_SAFE_INTEGER))
  return links.get(sentence)
}

/** The document that the words of sentence `sentence` before chunk `at` (or all of it) name or point at. */
export function documentInSentence(
  context: Context,
  documents: readonly LinkedDocument[],
  named: ReadonlyMap<Mention, LinkedDocument>,
  sentence: number,
  at: number
): DocumentLink | undefined {
  const units = context.unitsOf(sentence)
  const inTitle = titleOf(context, documents, units, at)
  if (inTitle !== undefined) return inTitle
  const topic = at < units.length ? undefined : topicOf(context, documents, named, units)
  if (topic !== undefined) return topic
  let depth = 0
  for (let i = units.last(NAMING, at); i >= 0; i = units.last(NAMING, i)) {
    if (depth === 0 && isOtherSetter(units, documents, named, i))
      return anothers([antecedent(units.spanOf(i))], 'document/other-setter', 'same_clause')
    // What stands in brackets before is an aside.
    if (units.is(i, CLOSE)) depth++
    else if (units.is(i, OPEN)) depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const found = linkAt(context, documents, named, units, i)
    if (found !== undefined) return serving(context, found, units.end(i), at < units.length ? units.start(at) : undefined) ?? found
  }
  // Behind the number a document sets it only as `theo Quyết định …`.
  const last = units.last(DOCUMENT)
  for (let i = at + 1; i <= last; i++) {
    if (units.is(i, SEMICOLON)) break
    if (units.is(i, DOCUMENT) && isSetBehind(units, at, i)) {
      const found = linkAt(context, documents, named, units, i)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** What a whole sentence is about, before what else it names: the document that it says was adopted, else the one that it begins with. */
function topicOf(
  context: Context,
  documents: readonly LinkedDocument[],
  named: ReadonlyMap<Mention, LinkedDocument>,
  units: Units
): DocumentLink | undefined {
  const adopted = units.lastThat(NUMBERED, i => isAdoptedAt(context, units.mention(i) as Mention))
  // `ban hành Quyết định số …; Chỉ thị số …`: of several in a row none is the one.
  const row = units.firstThat(NUMBERED, i => isNextOfRow(context, units.mention(i) as Mention), adopted + 1)
  const at = adopted >= 0 && row < 0 ? adopted : units.first(NAMED, 0, OPENING)
  return at < 0 ? undefined : linkAt(context, documents, named, units, at)
}

// A document that a sentence begins with stands among so many of its units.
const OPENING = 3

/** Whether a number's type word stands behind a comma, a semicolon or `và`. */
function isNextOfRow(context: Context, number: Mention): boolean {
  const start = number.parts['head']?.start ?? number.start
  return /(?:[,;]| và) ?$/.test(context.normalized.lower.slice(Math.max(0, start - 5), start))
}

/** Whether the words before chunk `i` say that the document there sets the number at `at`: `theo Quyết định …`. */
function isSetBehind(units: Units, at: number, i: number): boolean {
  if (units.is(i - 1, SETS_BEHIND)) return true
  return SETS_RIGHT_BEHIND.test(units.textOf(Math.max(at + 1, i - 4), i)) && !units.any(COMMA, at + 1, i)
}

/** A document without a number that nothing before stands for, where it sets something itself (`Quy hoạch cảng cá đặt mục tiêu`). */
function isOtherSetter(
  units: Units,
  documents: readonly LinkedDocument[],
  named: ReadonlyMap<Mention, LinkedDocument>,
  i: number
): boolean {
  const m = units.mention(i)
  if (m?.type !== 'document_name' || (m.value as DocumentName).pointing !== null) return false
  const { isName, isDraft } = m.value as DocumentName
  // `Tỉnh ủy đã ban hành nghị quyết về nhiệm vụ năm 2025`: another one than those that have a number.
  const isAdopted = /(?:^| )(?:đã|vừa|mới) (?:ban hành|thông qua)$/.test(units.textOf(i - 2, i)) && units.text(i + 1) === 'về'
  if (!isName && !isDraft && !isAdopted && !isSpecified(units, i)) return false
  const index = indexOf(documents)
  if (named.has(m) || index.isNamedAt(m.start) || index.holds(m)) return false
  return isAdopted || units.any(SETTING, i + 1, i + 20) || /^theo$/i.test(units.text(i - 1))
}

/** `theo quy hoạch sử dụng đất đến năm 2030`: a plan in small letters that its subject and its time tell from others. */
function isSpecified(units: Units, i: number): boolean {
  if (!/^theo$/i.test(units.text(i - 1))) return false
  const date = units.first(DATE, i + 1, i + 8)
  return date > i + 1 && !units.any(APART, i + 1, date)
}

/** `Chỉ thị … nhằm bảo đảm mục tiêu tăng trưởng đạt 8%`: an order that serves an aim, named from `from` on, does not set it. */
function serving(context: Context, link: DocumentLink, from: number, value: number | undefined): DocumentLink | undefined {
  if (value === undefined || !SERVING.has(link.document?.type.value ?? '')) return undefined
  const serves = SERVES.exec(context.normalized.lower.slice(from, Math.max(from, value)))
  if (serves === null) return undefined
  const start = from + serves.index
  return anothers([antecedent({ start, end: start + serves[0].length }), ...spansOf(link)], 'document/serves', 'same_clause')
}

// So near behind a title, in code units, a number belongs to it.
const BEHIND_TITLE = 40

/** The document whose printed title the number stands in (`Kết luận số 141-KL/TW … về Chương trình … với mục tiêu trồng rừng đạt 7%`). */
function titleOf(context: Context, documents: readonly LinkedDocument[], units: Units, at: number): DocumentLink | undefined {
  if (at >= units.length) return undefined
  const document = indexOf(documents)
    .titled(units.start(at) - LONGEST - BEHIND_TITLE, units.start(at))
    .find(
      d =>
        d.title !== null &&
        units.start(at) <= d.title.span.end + BEHIND_TITLE &&
        !/[,;.:]/.test(context.normalized.text.slice(d.title.span.end, Math.max(d.title.span.end, units.start(at))))
    )
  if (document === undefined || document.title === null) return undefined
  const field = {
    value: document.number.value,
    evidence: evidence(document.anchor, 'document/in-title', 'same_clause', document.number.evidence?.via)
  }
  return serving(context, { document, field }, document.title.span.start, units.start(at)) ?? { document, field }
}

function linkAt(
  context: Context,
  documents: readonly LinkedDocument[],
  named: ReadonlyMap<Mention, LinkedDocument>,
  units: Units,
  i: number
): DocumentLink | undefined {
  const m = units.mention(i)
  if (m?.type !== 'document_number' && m?.type !== 'document_name') return undefined
  const before = context.normalized.lower.slice(Math.max(units.start(0), units.start(i) - 72), units.start(i))
  if (NOT_SETTING.test(before) && !READ_FROM.test(before)) return undefined
  if (m.type === 'document_number') {
    const document = indexOf(documents).numbered(m)
    if (document === undefined) return undefined
    // A bare number is completed by another mention.
    const via =
      document.full !== null && (m as Mention<DocumentNumber>).value.isBare && document.full.start !== m.start
        ? [antecedent(document.full)]
        : []
    return {
      document,
      field: {
        value: document.number.value,
        evidence: evidence(units.spanOf(i), 'document/named', via.length > 0 ? 'anaphor' : 'same_clause', via)
      }
    }
  }
  const own = indexOf(documents).beginning(m.start)
  if (own !== undefined) return { document: own, field: { value: own.number.value, evidence: evidence(units.spanOf(i), 'document/named') } }
  const meant = named.get(m)
  if (meant === undefined) return undefined
  return {
    document: meant,
    field: { value: meant.number.value, evidence: evidence(units.spanOf(i), 'document/type-word', 'anaphor', anchored(meant)) }
  }
}

/** Whether anything in a sentence can name a document. */
export function namesDocument(context: Context, sentence: number): boolean {
  return context.mentionsOf(sentence).some(m => m.type === 'document_number' || m.type === 'document_name')
}
