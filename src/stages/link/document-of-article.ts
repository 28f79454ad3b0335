import type { Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Sentence } from '../../model/text.ts'
import type { Context } from './context.ts'
import { documentOfSentence, namesDocument } from './document-in-sentence.ts'
import { anothers, type DocumentLink, spansOf } from './document-link.ts'
import { ADOPTS, NOT_SETTING } from './document-verbs.ts'
import { evidence } from './evidence.ts'
import type { LinkedDocument } from './linked-document.ts'
import { nearest } from './nearest.ts'
import { antecedent } from './reasons.ts'
import { textOf } from './sentence-words.ts'

const NO_PLAN =
  /^(?:về )?(?:việc )?(?:cấp|phân bổ|bố trí|tạm ứng|công nhận|công bố(?! (?:kế hoạch|chương trình|quy hoạch|đề án|chiến lược))|thành lập|kiện toàn|bổ nhiệm|điều động|xử phạt|hỗ trợ|khen thưởng|ban hành (?:bộ tiêu chí|tiêu chí|danh mục|quy định|quy chế|định mức|khung giá|bảng giá|tiêu chuẩn)|quy định|hướng dẫn|phê duyệt chủ trương đầu tư (?:dự án|xây dựng)|chủ trương đầu tư (?:dự án|xây dựng))(?![a-zà-ỹđ])/i

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
  /** What kept others from being what the article is about too. */
  readonly besides?: readonly Via[]
  /** Whether the article is the document itself, as it was printed. */
  readonly isPrinted?: boolean
}

/**
 * The one document that the article is about: the only one of its lead that it says was adopted. Its goals need no other
 * word where nothing else is named.
 */
export function mainDocument(context: Context, documents: readonly LinkedDocument[]): Main {
  const textBefore = (d: LinkedDocument): string =>
    context.normalized.lower.slice(Math.max(context.sentences[d.sentence]?.start ?? 0, d.anchor.start - 40), d.anchor.start)
  // A document may be named in passing first (`sửa đổi Nghị quyết số 02`) and be said to be adopted then.
  const isAdopted = (d: LinkedDocument): boolean =>
    d.mentions.some(m => {
      const before = context.normalized.lower.slice(Math.max(0, m.start - 40), m.start)
      const words = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1)
      return m.start < leadEnd && ADOPTS.test(words) && !NOT_SETTING.test(words)
    })
  const numbers = context.mentions.filter(m => m.type === 'quantity').slice(0, LEAD_NUMBERS + 1)
  const leadEnd = numbers[LEAD_NUMBERS]?.start ?? Infinity
  // A document printed as it is has its number in the letterhead.
  const printed = documents.find(d => d.anchor.start < leadEnd && /^\(?số ?: ?$/.test(textBefore(d)))
  if (printed !== undefined) return { document: printed, instead: [], from: 0, isPrinted: true }
  const plans = documents.filter(d => ADOPTS.test(textBefore(d)) && !NOT_SETTING.test(textBefore(d)) && isPlan(d))
  const adopted = documents.filter(d => isAdopted(d) && isPlan(d))
  if (adopted.length === 1) {
    // But for the numbers before them later ones would be what it could be about as well.
    const later = plans.filter(d => d !== adopted[0] && d.anchor.start >= leadEnd)
    const besides = later.length === 0 ? [] : [...anchorsOf(later), ...onePerLine(context, numbers).map(antecedent)]
    return { document: adopted[0], instead: [], from: 0, besides }
  }
  if (adopted.length > 1) return { document: undefined, instead: anchorsOf(adopted), from: 0 }
  // Without the numbers before it a later one would be what the article is about.
  const [late] = plans
  if (late === undefined) return { document: undefined, instead: [], from: 0 }
  return {
    document: undefined,
    instead: [antecedent(late.anchor), ...onePerLine(context, numbers).map(antecedent)],
    from: late.anchor.start
  }
}

// So many of several documents are told of; every goal tells of them.
const MOST_TOLD = 32

const anchorsOf = (documents: readonly LinkedDocument[]): Via[] => documents.slice(0, MOST_TOLD).map(d => antecedent(d.anchor))

function onePerLine(context: Context, mentions: readonly Mention[]): Mention[] {
  return mentions.filter((m, i) => i === 0 || context.lineOf(m.sentence) !== context.lineOf((mentions[i - 1] as Mention).sentence))
}

const SPOKEN = /["“”]|(?:^|[^a-zà-ỹđ])(?:ông|bà|anh|chị) /

/** A goal that names no document of its own is the main one's, outside speech. */
export function documentOfArticle(
  context: Context,
  { document: main, instead, from, besides = [], isPrinted }: Main,
  documents: readonly LinkedDocument[],
  named: ReadonlyMap<Mention, LinkedDocument>,
  sentence: number
): DocumentLink | undefined {
  const s = context.sentences[sentence]
  if (s !== undefined && instead.length > 0 && from <= s.start) return anothers(instead, from === 0 ? 'document/several' : 'document/late')
  if (main === undefined || s === undefined || main.anchor.start > s.start) return undefined
  if (isPrinted !== true && SPOKEN.test(textOf(context, sentence))) return undefined
  const since = lastLinkSince(context, main, documents, named, sentence)
  // What a printed document cites sets none of its goals.
  if (since !== undefined && since.document !== main && isPrinted !== true)
    return anothers([...spansOf(since), antecedent(main.anchor)], 'document/other-since')
  const via = [...(since === undefined ? [] : spansOf(since)), ...besides]
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
  const last = lastLink(context, first - 1, { documents, named })
  return last !== undefined && (context.sentences[last.sentence] as Sentence).end > main.anchor.end ? last.found : undefined
}

const lastLink = nearest(
  (
    context,
    sentence,
    { documents, named }: { readonly documents: readonly LinkedDocument[]; readonly named: ReadonlyMap<Mention, LinkedDocument> }
  ) => (namesDocument(context, sentence) ? documentOfSentence(context, documents, named, sentence) : undefined)
)
