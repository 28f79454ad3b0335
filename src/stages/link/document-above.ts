import { GOAL, ISSUER, OF, PAUSE, SET } from '../../mentions/words/tags.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { Sentence } from '../../model/text.ts'
import type { Issuer } from '../../model/values.ts'
import { lastBefore } from '../../text/last-before.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import type { Context, Line } from './context.ts'
import { documentOfSentence, namesDocument } from './document-in-sentence.ts'
import { anchored, anothers, type DocumentLink, spansOf } from './document-link.ts'
import { OPENING } from './document-topic.ts'
import { ADOPTS, LAID_DOWN } from './document-verbs.ts'
import { evidence } from './evidence.ts'
import { headersAbove } from './headers.ts'
import type { LinkedDocument } from './linked-document.ts'
import { nearest, once } from './nearest.ts'
import { antecedent, withVia } from './reasons.ts'
import { textOf } from './sentence-words.ts'
import { silenceBetween } from './silence.ts'

const SETTING = GOAL.or(SET)

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
  let left = LOOKED_AT
  for (let hit = sourceBefore(context, sentence, null); hit !== undefined && hit.sentence >= first && left > 0; left--) {
    const s = hit.sentence
    hit = sourceBefore(context, s - 1, null)
    // A scenario is another source than the document named before it.
    const scenario = scenarioOf(context, s)
    if (scenario !== undefined) return anothers([antecedent(scenario)], 'document/scenario')
    if (s === sentence) continue
    const found = documentOfSentence(context, documents, named, s)
    if (found === undefined) continue
    if (found.document === undefined) return carry(found, 'carried')
    // Far down a long paragraph only a sentence that goes on still speaks of it.
    if (sentence - s > IN_REACH && !CONTINUES.test(textOf(context, sentence))) return anothers(spansOf(found), 'document/out-of-reach')
    if (!isTopic(context, found, s)) continue
    return carry(found, 'carried')
  }
  const { above, past } = headersAbove(context, line)
  for (const { line: header, via } of above) {
    for (const { found, at } of linksOf(context, documents, named, header)) {
      if (isOnlyRules(context, found, at, sentence)) continue
      const link = carry(found, 'heading')
      return { document: link.document, field: withVia(link.field, via) }
    }
  }
  const same = sameSetter(context, documents, sentence)
  return same && { document: same.document, field: withVia(same.field, past) }
}

/** What the sentences of a header say of documents, the last one first. */
function linksOf(
  context: Context,
  documents: readonly LinkedDocument[],
  named: ReadonlyMap<Mention, LinkedDocument>,
  header: Line
): readonly { readonly found: DocumentLink; readonly at: number }[] {
  const before = known.get(header)
  if (before !== undefined) return before
  const links: { found: DocumentLink; at: number }[] = []
  for (let i = header.sentences.length - 1; i >= 0 && links.length < LOOKED_AT; i--) {
    const at = (header.sentences[i] as Sentence).index
    const found = documentOfSentence(context, documents, named, at)
    if (found !== undefined) links.push({ found, at })
  }
  known.set(header, links)
  return links
}

const known = new WeakMap<Line, readonly { readonly found: DocumentLink; readonly at: number }[]>()

// What makes a decree or a circular say how much is to be reached by when.
const LAYS_OUT = /lộ trình|mục tiêu|chỉ tiêu|tỷ lệ|tỉ lệ/
const laysOut = once((context, sentence) => LAYS_OUT.test(textOf(context, sentence)))
const RULES: ReadonlySet<string | null> = new Set(['nghi_dinh', 'thong_tu'])

// So many characters behind its name still tell what it lays down (`Thông tư …. Theo đó, lộ trình thực hiện như sau:`).
const TOLD_WITHIN = 400

/** Whether a sentence names a decree or a circular without a word of anything to be reached up to sentence `to`: what follows is set elsewhere. */
function isOnlyRules(context: Context, { document }: DocumentLink, sentence: number, to: number): boolean {
  if (!RULES.has(document?.type.value ?? null)) return false
  const own = context.sentences[sentence]
  const between = context.normalized.lower.slice(own?.end, Math.min(context.sentences[to]?.start ?? 0, (own?.end ?? 0) + TOLD_WITHIN))
  return !laysOut(context, sentence) && !LAYS_OUT.test(between)
}

// So many paragraphs without a number end what a document is said to set.
const SILENCE = 4

// So many sentences that name documents are looked at: time in proportion to the text.
const LOOKED_AT = 64

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
  let left = LOOKED_AT
  for (let hit = namedBefore(context, first - 1, null); hit !== undefined && left > 0; left--) {
    const s = hit.sentence
    hit = namedBefore(context, s - 1, null)
    const found = documentOfSentence(context, documents, named, s)
    if (found === undefined) continue
    const between = silenceBetween(context, s, sentence, SILENCE)
    if (!isItem && between.isSilent) return anothers(between.via, 'document/silence')
    if (found.document === undefined) return carry(found, 'carried')
    // What was named in passing still goes on with what is told of the same document before.
    if (passing !== undefined && found.document !== passing.document)
      return anothers([...spansOf(passing), ...spansOf(found)], 'document/in-passing')
    // Decrees and circulars lay down rules, in the paragraph that tells of them.
    if (!isTopic(context, found, s) || isOnlyRules(context, found, s, first)) {
      passing ??= found
      continue
    }
    const { document, field } = carry(found, 'carried')
    const via = [...(passing === undefined ? [] : spansOf(passing)), ...(isItem ? [] : between.via)]
    return { document, field: withVia(field, via) }
  }
  return passing === undefined ? undefined : anothers(spansOf(passing), 'document/in-passing')
}

const namedBefore = nearest((context, sentence) => namesDocument(context, sentence) || undefined)
const sourceBefore = nearest(
  (context, sentence) => namesDocument(context, sentence) || scenarioOf(context, sentence) !== undefined || undefined
)

// So many units behind its name a document sets something.
const SETS_WITHIN = 8

/** Whether a sentence is about the document that it names: it begins with it, or says that it was adopted. What is said to be done under a document in passing carries no further. */
function isTopic(context: Context, link: DocumentLink, sentence: number): boolean {
  let is = topics.get(link)
  if (is === undefined) topics.set(link, (is = isTopicAnew(context, link, sentence)))
  return is
}

/** Of what each sentence says of a document, whether the sentence is about that; many numbers ask. */
const topics = new WeakMap<DocumentLink, boolean>()

function isTopicAnew(context: Context, { field }: DocumentLink, sentence: number): boolean {
  const s = context.sentences[sentence]
  const at = field.evidence?.start ?? null
  if (s === undefined || at === null || at < s.start) return false
  const before = context.normalized.lower.slice(s.start, at)
  // `Theo bà Minh, giám đốc trung tâm, đề án được xây dựng với mục tiêu …`: what it sets is told of.
  const units = context.unitsOf(sentence)
  const named = units.placeAt(at)
  const pause = units.first(PAUSE, named + 1, named + SETS_WITHIN)
  if (named >= 0 && units.any(SETTING, named + 1, pause < 0 ? named + SETS_WITHIN : pause)) return true
  return before.length <= OPENING || LAID_DOWN.test(before) || ADOPTS.test(before.slice(-40))
}

const SCENARIO = /(?<!so với (?:các )?)kịch bản/

/** The word by which a sentence tells what one of several scenarios says. */
const scenarioOf = once((context, sentence): Span | undefined => {
  const found = SCENARIO.exec(textOf(context, sentence))
  const start = (context.sentences[sentence]?.start ?? 0) + (found?.index ?? 0)
  return found === null ? undefined : { start, end: start + found[0].length }
})

function carry({ document, field }: DocumentLink, source: 'carried' | 'heading'): DocumentLink {
  return {
    document,
    field: {
      value: field.value,
      evidence: field.evidence && { ...field.evidence, source, rule: document === undefined ? field.evidence.rule : 'document/carried' }
    }
  }
}

// What the organs of the centre issue is numbered alike (`39-NQ/TW`).
const CENTRAL: ReadonlySet<string> = new Set(['bo_chinh_tri', 'ban_bi_thu', 'bch_trung_uong'])

/** By a body, where its last document before another stands; there are few bodies. */
const tables = new Map<string, (documents: readonly LinkedDocument[], before: number) => number>()

function lastOf(body: string): (documents: readonly LinkedDocument[], before: number) => number {
  let table = tables.get(body)
  if (table === undefined) {
    table = lastBefore<LinkedDocument>(({ issuer, number }) =>
      issuer.value === null ? CENTRAL.has(body) && /\/TW$/.test(number.value ?? '') : issuer.value.split(':')[0] === body
    )
    tables.set(body, table)
  }
  return table
}

/** The last document before it that the sentence's own subject issued (`Thành ủy nêu mục tiêu …`). */
function sameSetter(context: Context, documents: readonly LinkedDocument[], sentence: number): DocumentLink | undefined {
  const start = context.sentences[sentence]?.start ?? 0
  const units = context.unitsOf(sentence)
  const at = units.first(ISSUER, 0, 6)
  const subject = units.mention(at)
  // `Kết luận số 123-KL/TW của Trung ương`: whose document it is, not who speaks.
  if (subject === null || units.is(at - 1, OF)) return undefined
  const { body } = subject.value as Issuer
  const document =
    documents[
      lastOf(body)(
        documents,
        partitionPoint(documents, d => d.anchor.start < start)
      )
    ]
  if (document === undefined) return undefined
  return {
    document,
    field: { value: document.number.value, evidence: evidence(units.spanOf(at), 'document/same-issuer', 'anaphor', anchored(document)) }
  }
}
