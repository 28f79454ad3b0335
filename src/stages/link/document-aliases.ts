import { NOUN, NUMBER } from '../../mentions/words/tags.ts'
import type { Mention } from '../../model/mention.ts'
import { contains } from '../../model/span.ts'
import type { DocumentName } from '../../model/values.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import type { Context } from './context.ts'
import { indexOf } from './document-index.ts'
import { spokenOf } from './document-topic.ts'
import { spanOf } from './linked-date.ts'
import type { LinkedDocument } from './linked-document.ts'

// So many documents named last before a type word may be what it stands for; of 7,000 articles none names as many.
const LOOKED_AT = 64

/** The document that a type word without a number stands for: the last one before it that goes by that type. */
export function namesOf(context: Context, documents: readonly LinkedDocument[]): ReadonlyMap<Mention, LinkedDocument> {
  const named = new Map<Mention, LinkedDocument>()
  if (documents.length === 0) return named
  const aliases = new Map<LinkedDocument, Set<string>>()
  const index = indexOf(documents)
  for (const m of context.mentions) {
    if (m.type !== 'document_name') continue
    const name = m.value as DocumentName
    if (name.pointing === 'several' || (!name.isName && name.pointing === null)) continue
    if (index.beginning(m.start) !== undefined) continue
    const behind = partitionPoint(documents, d => d.anchor.start < m.start)
    const before = documents.slice(Math.max(0, behind - LOOKED_AT), behind)
    const antecedent =
      numberedAs(context, before, m, aliases) ??
      numberedInBrackets(context, documents, m) ??
      spokenOf(
        context,
        before.filter(
          d =>
            (name.type === 'any' ||
              d.types.has(name.type) ||
              aliases.get(d)?.has(name.type) === true ||
              (name.isName && adoptedAs(context, d, name.type))) &&
            !(name.isName && name.pointing === null && isOtherwiseNamed(context, m, d)) &&
            !contains(d.anchor, m) &&
            !(d.title !== null && contains(d.title.span, m))
        ),
        m.start
      )
    if (antecedent === undefined) continue
    named.set(m, antecedent)
    antecedent.mentions.push(spanOf(m))
  }
  return named
}

/** `Đề án 94` for what Quyết định số 94/QĐ-TTg adopted: it goes by that type from then on. */
function numberedAs(
  context: Context,
  before: readonly LinkedDocument[],
  m: Mention,
  aliases: Map<LinkedDocument, Set<string>>
): LinkedDocument | undefined {
  const { isName, type } = m.value as DocumentName
  const number = isName ? /^ (?:số )?(\d{1,4})(?![\d/.,-])/.exec(context.normalized.lower.slice(m.end, m.end + 12))?.[1] : undefined
  if (number === undefined) return undefined
  const document = before.findLast(d => d.number.value?.split(/[/-]/)[0] === number)
  if (document !== undefined) aliases.set(document, (aliases.get(document) ?? new Set()).add(type))
  return document
}

/** `Đề án 1 triệu cây xanh (Quyết định số 412/QĐ-TTg) giao tỉnh …`: the brackets tell what the plan was adopted by. */
function numberedInBrackets(context: Context, documents: readonly LinkedDocument[], m: Mention): LinkedDocument | undefined {
  if (!(m.value as DocumentName).isName) return undefined
  const isBehind = (n: Mention) => n.outer.start > m.end && IN_BRACKETS.test(context.normalized.lower.slice(m.end, n.outer.start))
  return context
    .mentionsOf(m.sentence)
    .flatMap(n => (n.type === 'document_number' && isBehind(n) ? (indexOf(documents).numbered(n) ?? []) : []))
    .toSorted((a, b) => a.anchor.start - b.anchor.start)[0]
}

/** `Quy hoạch này đã được Thủ tướng ký tại Quyết định số 1873/QĐ-TTg`: the number is also the plan's. */
function adoptedAs(context: Context, document: LinkedDocument, type: string): boolean {
  let types = adopted.get(document)
  if (types === undefined) adopted.set(document, (types = new Map()))
  let isAdopted = types.get(type)
  if (isAdopted === undefined) types.set(type, (isAdopted = isAdoptedAs(context, document, type)))
  return isAdopted
}

const adopted = new WeakMap<LinkedDocument, Map<string, boolean>>()

function isAdoptedAs(context: Context, { numbers }: LinkedDocument, type: string): boolean {
  return numbers.some(number => {
    const name = context
      .mentionsOf(number.sentence)
      .findLast(
        m =>
          m.type === 'document_name' &&
          m.end <= number.outer.start &&
          (m.value as DocumentName).isName &&
          (m.value as DocumentName).type === type
      )
    if (name === undefined) return false
    const between = context.normalized.lower.slice(name.end, number.outer.start)
    return ADOPTED_BY.test(between) || IN_BRACKETS.test(between)
  })
}

// Between a plan's name and the number it was adopted by, or that brackets give it.
const ADOPTED_BY = /(?:ban hành|phê duyệt|công bố)[^.;]{0,60}(?:tại|theo|kèm theo|bằng) $/
const IN_BRACKETS = /^[^.;()]{0,60}\($/

// What names of plans of one type share.
const GENERAL_WORDS = new Set(
  'phát triển kinh tế xã hội quốc gia tổng thể chung chi tiết xây dựng tỉnh thành phố vùng của về đến năm giai đoạn thời kỳ hành động triển khai thực hiện thi số và'.split(
    ' '
  )
)

/** `Quy hoạch cảng cá`, where the document before is another plan by its title: names tell plans of one type apart. */
function isOtherwiseNamed(context: Context, name: Mention, { title }: LinkedDocument): boolean {
  if (title?.text == null) return false
  const units = context.unitsOf(name.sentence)
  const at = units.placeOf(name)
  const words: string[] = []
  for (let i = at + 1; i < Math.min(units.length, at + 4) && at >= 0; i++) {
    if (units.mention(i) !== null || !units.is(i, NOUN) || units.is(i, NUMBER)) break
    if (!GENERAL_WORDS.has(units.text(i))) words.push(units.text(i))
  }
  const printed = new Set(title.text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  return words.length > 0 && !words.some(w => printed.has(w))
}
