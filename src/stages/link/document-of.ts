import type { Chunk, Field, Source, Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Sentence } from '../../model/text.ts'
import type { DocumentName, DocumentNumber, Issuer } from '../../model/values.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { headersAbove } from './headers.ts'
import type { LinkedDocument } from './linked-document.ts'
import { nearest } from './nearest.ts'
import { antecedent, withheld, withVia } from './reasons.ts'
import { silenceBetween } from './silence.ts'

/** Which document sets a goal, and by which words; without a document, the words that say that none of those named does. */
export interface DocumentLink {
  readonly document: LinkedDocument | undefined
  readonly field: Field<string | null>
}

// A document that is carried out, explained or amended is not the one that sets the goal.
const NOT_SETTING =
  /(?:thực hiện|triển khai|cụ thể hóa|quán triệt|căn cứ|sửa đổi|bổ sung|thay thế|phù hợp với|hướng dẫn|tuyên truyền|so với|sơ kết|tổng kết|học tập|thi hành|bám sát|nội dung|liên quan đến|chấm dứt hiệu lực của|góp ý|tinh thần|quy định (?:tại|của|trong))(?: [a-zà-ỹđ,]+){0,7} ?$| về $/
// What undoes it: the goal is read from the document all the same.
const READ_FROM = /(?:theo|tại|trong)(?: (?:nội dung|tinh thần|dự thảo|các))? ?$/

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
  let depth = 0
  for (let i = Math.min(at, chunks.length) - 1; i >= 0; i--) {
    if (depth === 0 && isOtherSetter(chunks, documents, named, i))
      return anothers([antecedent(chunks[i] as Chunk)], 'document/other-setter', 'same_clause')
    // What stands in brackets before is an aside.
    if (chunks[i]?.tags.has('Close')) depth++
    else if (chunks[i]?.tags.has('Open')) depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const found = linkAt(context, documents, named, chunks, i)
    if (found !== undefined) return found
  }
  // Behind the number a document sets it only as `theo Quyết định …`.
  for (let i = at + 1; i < chunks.length; i++) {
    if (chunks[i]?.tags.has('Semicolon')) break
    if (/^(?:theo|trong|tại|của|nêu trong|đề ra trong|như)$/.test(chunks[i - 1]?.text ?? '')) {
      const found = linkAt(context, documents, named, chunks, i)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** A document without a number that nothing before stands for, where it sets something itself (`Quy hoạch điện VIII đặt mục tiêu`). */
function isOtherSetter(
  chunks: readonly Chunk[],
  documents: readonly LinkedDocument[],
  named: ReadonlyMap<Mention, LinkedDocument>,
  i: number
): boolean {
  const m = chunks[i]?.mention
  if (m?.type !== 'document_name' || !(m.value as DocumentName).isName || (m.value as DocumentName).pointing !== null) return false
  if (
    named.has(m) ||
    documents.some(d => d.mentions.some(s => s.start === m.start) || (d.anchor.start <= m.start && m.end <= d.anchor.end))
  )
    return false
  if (chunks[i + 1]?.mention?.type === 'document_number') return false
  return chunks.slice(i + 1, i + 12).some(c => c.tags.has('Set') || c.tags.has('Goal')) || /^theo$/i.test(chunks[i - 1]?.text ?? '')
}

/** The document whose printed title the number stands in (`Kết luận số 123-KL/TW … về Đề án … với mục tiêu tăng trưởng đạt 8%`). */
function titleOf(context: Context, documents: readonly LinkedDocument[], chunks: readonly Chunk[], at: number): DocumentLink | undefined {
  const value = chunks[at]
  if (value === undefined) return undefined
  const document = documents.find(
    d =>
      d.title !== null &&
      d.title.span.start <= value.start &&
      value.start <= d.title.span.end + 40 &&
      !/[,;.:]/.test(context.normalized.text.slice(d.title.span.end, Math.max(d.title.span.end, value.start)))
  )
  return document === undefined || document.title === null
    ? undefined
    : {
        document,
        field: {
          value: document.number.value,
          evidence: evidence(document.anchor, 'document/in-title', 'same_clause', document.number.evidence?.via)
        }
      }
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
    const document = documents.find(d => d.numbers.includes(c.mention as never))
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
  const own = documents.find(d => d.mentions[0]?.start === c.mention?.start)
  if (own !== undefined) return { document: own, field: { value: own.number.value, evidence: evidence(c, 'document/named') } }
  const meant = named.get(c.mention)
  if (meant === undefined) return undefined
  return {
    document: meant,
    field: { value: meant.number.value, evidence: evidence(c, 'document/type-word', 'anaphor', anchored(meant)) }
  }
}

/** Where a document was named, with what completed its number. */
const anchored = (document: LinkedDocument): Via[] => [antecedent(document.anchor), ...(document.number.evidence?.via ?? [])]

/** The link of a number that is set by no document of the text, with the words that say so. */
const anothers = (via: readonly Via[], rule: string, source: Source = 'carried'): DocumentLink => ({
  document: undefined,
  field: withheld(via, rule, source)
})

// How a sentence says that it goes on with what stood before.
const CONTINUES =
  /^(?:["'(\-+*•\s]*)(?:theo đó|trong đó|cụ thể|bên cạnh đó|ngoài ra|đồng thời|cùng với đó|về |đến năm|giai đoạn|tới năm|đến \d|mục tiêu|phấn đấu|riêng|đối với|tiếp đó|các chỉ tiêu|một số chỉ tiêu|tỷ lệ|tỉ lệ|tầm nhìn|định hướng|cũng theo|tỷ trọng|100%|chỉ tiêu|với mục tiêu|trước mắt|thứ |ở |với |tỉnh cũng|cũng |trụ cột |một là|hai là|ba là|trong giai đoạn)/

// How many sentences down its paragraph a document still sets what is said, in sentences.
const IN_REACH = 4

/** The document of an earlier sentence that this one goes on with: in its paragraph, its headers, or the one its subject issued. */
export function documentNear(
  context: Context,
  documents: readonly LinkedDocument[],
  named: ReadonlyMap<Mention, LinkedDocument>,
  sentence: number
): DocumentLink | undefined {
  const line = context.lineOf(sentence)
  const first = line.sentences[0]?.index ?? sentence
  for (let hit = sourceBefore(context, sentence, null); hit !== undefined && hit.sentence >= first; ) {
    const s = hit.sentence
    hit = sourceBefore(context, s - 1, null)
    // A scenario is another source than the document named before it.
    const scenario = SCENARIO.exec(textOf(context, s))
    if (scenario !== null) {
      const start = (context.sentences[s]?.start ?? 0) + scenario.index
      return anothers([antecedent({ start, end: start + scenario[0].length })], 'document/scenario')
    }
    if (s === sentence) continue
    const found = documentInSentence(context, documents, named, s, Number.MAX_SAFE_INTEGER)
    if (found === undefined) continue
    if (found.document === undefined) return carry(found, 'carried')
    // Far down a long paragraph only a sentence that goes on still speaks of it.
    if (sentence - s > IN_REACH && !CONTINUES.test(textOf(context, sentence))) return anothers(spansOf(found), 'document/out-of-reach')
    if (!isTopic(context, found, s)) continue
    return carry(found, 'carried')
  }
  const { above, past } = headersAbove(context, line)
  for (const { line: header, via } of above) {
    for (const s of header.sentences.toReversed()) {
      const found = documentInSentence(context, documents, named, s.index, Number.MAX_SAFE_INTEGER)
      if (found === undefined) continue
      const link = carry(found, 'heading')
      return { document: link.document, field: withVia(link.field, via) }
    }
  }
  const same = sameSetter(context, documents, sentence)
  return same && { document: same.document, field: withVia(same.field, past) }
}

// So many paragraphs without a number end what a document is said to set.
const SILENCE = 4

/** The last document of the paragraphs before, for a list item or a paragraph that says that it goes on. */
export function documentFar(
  context: Context,
  documents: readonly LinkedDocument[],
  named: ReadonlyMap<Mention, LinkedDocument>,
  sentence: number
): DocumentLink | undefined {
  const first = context.lineOf(sentence).sentences[0]?.index ?? sentence
  if (context.sentences[first]?.kind !== 'bullet' && !CONTINUES.test(textOf(context, first))) return undefined
  const isItem = context.sentences[first]?.kind === 'bullet'
  let passing: DocumentLink | undefined
  for (let hit = namedBefore(context, first - 1, null); hit !== undefined; ) {
    const s = hit.sentence
    hit = namedBefore(context, s - 1, null)
    const found = documentInSentence(context, documents, named, s, Number.MAX_SAFE_INTEGER)
    if (found === undefined) continue
    const between = silenceBetween(context, s, sentence, SILENCE)
    if (!isItem && between.isSilent) return anothers(between.via, 'document/silence')
    if (found.document === undefined) return carry(found, 'carried')
    // What was named in passing still goes on with what is told of the same document before.
    if (passing !== undefined && found.document !== passing.document)
      return anothers([...spansOf(passing), ...spansOf(found)], 'document/in-passing')
    if (!isTopic(context, found, s)) {
      passing ??= found
      continue
    }
    const { document, field } = carry(found, 'carried')
    const via = [...(passing === undefined ? [] : spansOf(passing)), ...(isItem ? [] : between.via)]
    return { document, field: withVia(field, via) }
  }
  return passing === undefined ? undefined : anothers(spansOf(passing), 'document/in-passing')
}

const spansOf = ({ field: { evidence: e } }: DocumentLink): Via[] =>
  e?.start == null || e.end === null ? [] : [antecedent({ start: e.start, end: e.end }), ...e.via]

/** Whether anything in a sentence can name a document. */
function namesDocument(context: Context, sentence: number): boolean {
  return context.mentionsOf(sentence).some(m => m.type === 'document_number' || m.type === 'document_name')
}

const namedBefore = nearest((context, sentence) => namesDocument(context, sentence) || undefined)
const sourceBefore = nearest(
  (context, sentence) => namesDocument(context, sentence) || SCENARIO.test(textOf(context, sentence)) || undefined
)

// So near its sentence's beginning a document is what the sentence is about, in code units.
const OPENING = 60

/** Whether a sentence is about the document that it names: it begins with it, or says that it was adopted. What is said to be done under a document in passing carries no further. */
function isTopic(context: Context, { field }: DocumentLink, sentence: number): boolean {
  const s = context.sentences[sentence]
  const at = field.evidence?.start ?? null
  if (s === undefined || at === null || at < s.start) return false
  const before = context.normalized.lower.slice(s.start, at)
  return (
    before.length <= OPENING ||
    ADOPTS.test(before.slice(-40)) ||
    ADOPTS.test(context.normalized.lower.slice(Math.max(s.start, at - 60), at).replace(/(?:số )?$/, ''))
  )
}

const SCENARIO = /kịch bản/

function carry({ document, field }: DocumentLink, source: 'carried' | 'heading'): DocumentLink {
  return {
    document,
    field: {
      value: field.value,
      evidence: field.evidence && { ...field.evidence, source, rule: document === undefined ? field.evidence.rule : 'document/carried' }
    }
  }
}

function textOf(context: Context, sentence: number): string {
  const s = context.sentences[sentence]
  return s === undefined ? '' : context.normalized.lower.slice(s.start, s.end)
}

// What is done to a document that an article is about.
const ADOPTS =
  /(?:ban hành|(?:^| )ký|thông qua|phê duyệt|công bố| ra|(?:vừa|mới|đã) có)(?: (?!thực hiện|triển khai)[a-zà-ỹđ]+){0,4}(?: số:?)? ?$|(?:ban hành|phê duyệt|thông qua)(?: kèm theo)? (?:tại|theo|bằng) ?$/

const NO_PLAN =
  /^(?:về )?(?:việc )?(?:cấp|phân bổ|bố trí|tạm ứng|công nhận|công bố|thành lập|kiện toàn|bổ nhiệm|điều động|xử phạt|hỗ trợ|khen thưởng|ban hành (?:bộ tiêu chí|tiêu chí|danh mục|quy định|quy chế|định mức|khung giá|bảng giá|tiêu chuẩn)|quy định|hướng dẫn)(?![a-zà-ỹđ])/i

/** Whether a document can set goals by what it is about: one that grants money, publishes criteria or appoints people does not. */
function isPlan({ title }: LinkedDocument): boolean {
  return title?.text == null || !NO_PLAN.test(title.text)
}

// What an article is about it names before so many numbers. Lines are no measure: a paragraph between would change it.
const LEAD_NUMBERS = 16

/** What an article is about, or the several documents that it could be about. */
export interface Main {
  readonly document: LinkedDocument | undefined
  readonly instead: readonly Via[]
  /** Where what stands in the way has been said, as an offset. */
  readonly from: number
}

/**
 * The one document that the article is about: the only one of its lead that it says was adopted. Its goals need no other
 * word where nothing else is named.
 */
export function mainDocument(context: Context, documents: readonly LinkedDocument[]): Main {
  const textBefore = (d: LinkedDocument): string =>
    context.normalized.lower.slice(Math.max(context.sentences[d.sentence]?.start ?? 0, d.anchor.start - 40), d.anchor.start)
  const numbers = context.mentions.filter(m => m.type === 'quantity').slice(0, LEAD_NUMBERS + 1)
  const leadEnd = numbers[LEAD_NUMBERS]?.start ?? Infinity
  // A document printed as it is has its number in the letterhead.
  const printed = documents.find(d => d.anchor.start < leadEnd && /^\(?số ?: ?$/.test(textBefore(d)))
  if (printed !== undefined) return { document: printed, instead: [], from: 0 }
  const plans = documents.filter(d => ADOPTS.test(textBefore(d)) && !NOT_SETTING.test(textBefore(d)) && isPlan(d))
  const adopted = plans.filter(d => d.anchor.start < leadEnd)
  if (adopted.length === 1) return { document: adopted[0], instead: [], from: 0 }
  if (adopted.length > 1) return { document: undefined, instead: adopted.map(d => antecedent(d.anchor)), from: 0 }
  // Without the numbers before it a later one would be what the article is about.
  const [late] = plans
  if (late === undefined) return { document: undefined, instead: [], from: 0 }
  return {
    document: undefined,
    instead: [antecedent(late.anchor), ...onePerLine(context, numbers).map(antecedent)],
    from: late.anchor.start
  }
}

function onePerLine(context: Context, mentions: readonly Mention[]): Mention[] {
  return mentions.filter((m, i) => i === 0 || context.lineOf(m.sentence) !== context.lineOf((mentions[i - 1] as Mention).sentence))
}

const SPOKEN = /["“”]|(?:^|[^a-zà-ỹđ])(?:ông|bà|anh|chị) /

/** A goal that names no document of its own is the main one's, outside speech. */
export function documentOfArticle(
  context: Context,
  { document: main, instead, from }: Main,
  documents: readonly LinkedDocument[],
  named: ReadonlyMap<Mention, LinkedDocument>,
  sentence: number
): DocumentLink | undefined {
  const s = context.sentences[sentence]
  if (s !== undefined && instead.length > 0 && from <= s.start) return anothers(instead, from === 0 ? 'document/several' : 'document/late')
  if (main === undefined || s === undefined || main.anchor.start > s.start) return undefined
  if (SPOKEN.test(textOf(context, sentence))) return undefined
  const since = lastLinkSince(context, main, documents, named, sentence)
  if (since !== undefined && since.document !== main) return anothers([...spansOf(since), antecedent(main.anchor)], 'document/other-since')
  const via = since === undefined ? [] : spansOf(since)
  return {
    document: main,
    field: {
      value: main.number.value,
      evidence: evidence(main.anchor, 'document/of-article', 'carried', [...(main.number.evidence?.via ?? []), ...via])
    }
  }
}

/** What the text has last said to be set by a document since it named the main one. */
function lastLinkSince(
  context: Context,
  main: LinkedDocument,
  documents: readonly LinkedDocument[],
  named: ReadonlyMap<Mention, LinkedDocument>,
  sentence: number
): DocumentLink | undefined {
  const first = context.lineOf(sentence).sentences[0]?.index ?? sentence
  for (let s = first - 1; s >= 0 && (context.sentences[s] as Sentence).end > main.anchor.end; s--) {
    if (!namesDocument(context, s)) continue
    const found = documentInSentence(context, documents, named, s, Number.MAX_SAFE_INTEGER)
    if (found !== undefined) return found
  }
  return undefined
}

/** The last document before it that the sentence's own subject issued (`Thành ủy đặt ra mục tiêu …`). */
function sameSetter(context: Context, documents: readonly LinkedDocument[], sentence: number): DocumentLink | undefined {
  const start = context.sentences[sentence]?.start ?? 0
  const subject = context
    .chunksOf(sentence)
    .slice(0, 6)
    .find(c => c.mention?.type === 'issuer')
  if (subject?.mention == null) return undefined
  const { body } = subject.mention.value as Issuer
  const document = documents.findLast(d => d.anchor.start < start && d.issuer.value?.split(':')[0] === body)
  if (document === undefined) return undefined
  return {
    document,
    field: { value: document.number.value, evidence: evidence(subject, 'document/same-issuer', 'anaphor', anchored(document)) }
  }
}
