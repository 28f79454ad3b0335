import type { Chunk } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { DocumentName, DocumentNumber } from '../../model/values.ts'
import type { Context } from './context.ts'
import { indexOf, LONGEST } from './document-index.ts'
import { anchored, anothers, type DocumentLink, spansOf } from './document-link.ts'
import { isAdoptedAt } from './document-topic.ts'
import { NOT_SETTING } from './document-verbs.ts'
import { evidence } from './evidence.ts'
import { lastChunk } from './last-chunk.ts'
import type { LinkedDocument } from './linked-document.ts'
import { antecedent } from './reasons.ts'
import { wordsOf } from './sentence-words.ts'

// Orders and notices, which drive at aims that others set.
const SERVING = new Set(['chi_thi', 'cong_dien', 'cong_van', 'thong_bao'])
const SERVES = /(?:bảo đảm|đảm bảo|góp phần|phục vụ)(?: [a-zà-ỹđ]+){0,4}? mục tiêu/

// What undoes it: the goal is read from the document all the same.
const READ_FROM =
  /(?:theo|tại|trong)(?: (?:nội dung|tinh thần|dự thảo|các))? ?$|(?:mục|chỉ) tiêu [^.;]{0,72}(?:tại|trong)(?: (?:mục|khoản|điểm|điều|phần|chương) [0-9ivx.a-z]{1,12}){1,3} $/

// How a document behind the number is said to set it.
const SETS_BEHIND = /^(?:theo|trong|tại|của|nêu trong|đề ra trong|như)$/
const SETS_RIGHT_BEHIND = /theo (?:đúng )?(?:tinh thần|yêu cầu|mục tiêu|nội dung)$/

const isDocument = ({ mention }: Chunk): boolean => mention?.type === 'document_number' || mention?.type === 'document_name'
const lastDocument = lastChunk([], isDocument)
// What stands in brackets names none.
const lastNaming = lastChunk(['Open', 'Close'], isDocument)

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
  const chunks = context.chunksOf(sentence)
  const inTitle = titleOf(context, documents, chunks, at)
  if (inTitle !== undefined) return inTitle
  const topic = at < chunks.length ? undefined : topicOf(context, documents, named, chunks)
  if (topic !== undefined) return topic
  let depth = 0
  for (let i = lastNaming(chunks, at); i >= 0; i = lastNaming(chunks, i)) {
    if (depth === 0 && isOtherSetter(chunks, documents, named, i))
      return anothers([antecedent(chunks[i] as Chunk)], 'document/other-setter', 'same_clause')
    // What stands in brackets before is an aside.
    if (chunks[i]?.tags.has('Close')) depth++
    else if (chunks[i]?.tags.has('Open')) depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const found = linkAt(context, documents, named, chunks, i)
    if (found !== undefined) return serving(context, found, chunks[i]?.end ?? 0, chunks[at]) ?? found
  }
  // Behind the number a document sets it only as `theo Quyết định …`.
  const last = lastDocument(chunks, chunks.length)
  for (let i = at + 1; i <= last; i++) {
    if (chunks[i]?.tags.has('Semicolon')) break
    if (isDocument(chunks[i] as Chunk) && isSetBehind(chunks, at, i)) {
      const found = linkAt(context, documents, named, chunks, i)
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
  chunks: readonly Chunk[]
): DocumentLink | undefined {
  const isNumber = (c: Chunk): boolean => c.mention?.type === 'document_number'
  const adopted = chunks.findLastIndex(c => isNumber(c) && isAdoptedAt(context, c.mention as Mention))
  // `ban hành Quyết định số …; Chỉ thị số …`: of several in a row none is the one.
  const isRow = chunks.some((c, i) => i > adopted && isNumber(c) && isNextOfRow(context, c.mention as Mention))
  const at = adopted >= 0 && !isRow ? adopted : chunks.slice(0, OPENING).findIndex(c => c.mention?.type === 'document_name')
  return at < 0 ? undefined : linkAt(context, documents, named, chunks, at)
}

// A document that a sentence begins with stands among so many of its chunks.
const OPENING = 3

/** Whether a number's type word stands behind a comma, a semicolon or `và`. */
function isNextOfRow(context: Context, number: Mention): boolean {
  const start = number.parts['head']?.start ?? number.start
  return /(?:[,;]| và) ?$/.test(context.normalized.lower.slice(Math.max(0, start - 5), start))
}

/** Whether the words before chunk `i` say that the document there sets the number at `at`: `theo Quyết định …`. */
function isSetBehind(chunks: readonly Chunk[], at: number, i: number): boolean {
  if (SETS_BEHIND.test(chunks[i - 1]?.text ?? '')) return true
  const between = chunks.slice(at + 1, i)
  const words = wordsOf(between.slice(-4))
  return SETS_RIGHT_BEHIND.test(words) && !between.some(c => c.tags.has('Comma'))
}

/** A document without a number that nothing before stands for, where it sets something itself (`Quy hoạch cảng cá đặt mục tiêu`). */
function isOtherSetter(
  chunks: readonly Chunk[],
  documents: readonly LinkedDocument[],
  named: ReadonlyMap<Mention, LinkedDocument>,
  i: number
): boolean {
  const m = chunks[i]?.mention
  if (m?.type !== 'document_name' || (m.value as DocumentName).pointing !== null) return false
  const { isName, isDraft } = m.value as DocumentName
  // `Tỉnh ủy đã ban hành nghị quyết về nhiệm vụ năm 2025`: another one than those that have a number.
  const isAdopted =
    /(?:^| )(?:đã|vừa|mới) (?:ban hành|thông qua)$/.test(wordsOf(chunks.slice(Math.max(0, i - 2), i))) && chunks[i + 1]?.text === 'về'
  if (!isName && !isDraft && !isAdopted && !isSpecified(chunks, i)) return false
  const index = indexOf(documents)
  if (named.has(m) || index.isNamedAt(m.start) || index.holds(m)) return false
  return (
    isAdopted || chunks.slice(i + 1, i + 20).some(c => c.tags.has('Set') || c.tags.has('Goal')) || /^theo$/i.test(chunks[i - 1]?.text ?? '')
  )
}

/** `theo quy hoạch sử dụng đất đến năm 2030`: a plan in small letters that its subject and its time tell from others. */
function isSpecified(chunks: readonly Chunk[], i: number): boolean {
  if (!/^theo$/i.test(chunks[i - 1]?.text ?? '')) return false
  const next = chunks.slice(i + 1, i + 8)
  const date = next.findIndex(c => c.tags.has('Date'))
  return date > 0 && !next.slice(0, date).some(c => c.tags.has('Comma') || c.tags.has('Of') || c.tags.has('Quantity'))
}

/** `Chỉ thị … nhằm bảo đảm mục tiêu tăng trưởng đạt 8%`: an order that serves an aim, named from `from` on, does not set it. */
function serving(context: Context, link: DocumentLink, from: number, value: Chunk | undefined): DocumentLink | undefined {
  if (value === undefined || !SERVING.has(link.document?.type.value ?? '')) return undefined
  const serves = SERVES.exec(context.normalized.lower.slice(from, Math.max(from, value.start)))
  if (serves === null) return undefined
  const start = from + serves.index
  return anothers([antecedent({ start, end: start + serves[0].length }), ...spansOf(link)], 'document/serves', 'same_clause')
}

// So near behind a title, in code units, a number belongs to it.
const BEHIND_TITLE = 40

/** The document whose printed title the number stands in (`Kết luận số 141-KL/TW … về Chương trình … với mục tiêu trồng rừng đạt 7%`). */
function titleOf(context: Context, documents: readonly LinkedDocument[], chunks: readonly Chunk[], at: number): DocumentLink | undefined {
  const value = chunks[at]
  if (value === undefined) return undefined
  const document = indexOf(documents)
    .titled(value.start - LONGEST - BEHIND_TITLE, value.start)
    .find(
      d =>
        d.title !== null &&
        value.start <= d.title.span.end + BEHIND_TITLE &&
        !/[,;.:]/.test(context.normalized.text.slice(d.title.span.end, Math.max(d.title.span.end, value.start)))
    )
  if (document === undefined || document.title === null) return undefined
  const field = {
    value: document.number.value,
    evidence: evidence(document.anchor, 'document/in-title', 'same_clause', document.number.evidence?.via)
  }
  return serving(context, { document, field }, document.title.span.start, value) ?? { document, field }
}

function linkAt(
  context: Context,
  documents: readonly LinkedDocument[],
  named: ReadonlyMap<Mention, LinkedDocument>,
  chunks: readonly Chunk[],
  i: number
): DocumentLink | undefined {
  const c = chunks[i] as Chunk
  if (c.mention?.type !== 'document_number' && c.mention?.type !== 'document_name') return undefined
  const before = context.normalized.lower.slice(Math.max(chunks[0]?.start ?? 0, c.start - 72), c.start)
  if (NOT_SETTING.test(before) && !READ_FROM.test(before)) return undefined
  if (c.mention.type === 'document_number') {
    const document = indexOf(documents).numbered(c.mention)
    if (document === undefined) return undefined
    // A bare number is completed by another mention.
    const via =
      document.full !== null && (c.mention as Mention<DocumentNumber>).value.isBare && document.full.start !== c.mention.start
        ? [antecedent(document.full)]
        : []
    return {
      document,
      field: { value: document.number.value, evidence: evidence(c, 'document/named', via.length > 0 ? 'anaphor' : 'same_clause', via) }
    }
  }
  const own = indexOf(documents).beginning(c.mention.start)
  if (own !== undefined) return { document: own, field: { value: own.number.value, evidence: evidence(c, 'document/named') } }
  const meant = named.get(c.mention)
  if (meant === undefined) return undefined
  return {
    document: meant,
    field: { value: meant.number.value, evidence: evidence(c, 'document/type-word', 'anaphor', anchored(meant)) }
  }
}

/** Whether anything in a sentence can name a document. */
export function namesDocument(context: Context, sentence: number): boolean {
  return context.mentionsOf(sentence).some(m => m.type === 'document_number' || m.type === 'document_name')
}
