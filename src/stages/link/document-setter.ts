import type { Span } from '../../model/span.ts'
import type { Issuer } from '../../model/values.ts'
import type { Context } from './context.ts'
import { growthOfCountry } from './document-aim-of-country.ts'
import { anothers, type DocumentLink, spansOf } from './document-link.ts'
import type { LinkedDocument } from './linked-document.ts'
import { placeInSentence, setterNamed } from './place.ts'
import { antecedent } from './reasons.ts'
import { startOf } from './sentence-words.ts'

/** The company whose figure of business the number is: no plan of the state sets it, unless its own clause says so. */
function companyThatSets(context: Context, sentence: number, at: number): Span | undefined {
  const own = placeInSentence(context, sentence, at)
  const { start = null, end = null, rule } = own?.evidence ?? {}
  return start !== null && end !== null && (rule === 'place/company' || rule === 'place/sets-goals') ? { start, end } : undefined
}

const PLEDGE = /(?:ndc|đóng góp do quốc gia tự quyết định|cop ?2\d|thỏa thuận paris|phát thải ròng|net ?zero)(?![a-zà-ỹđ])/

/** `Theo NDC, Việt Nam đặt mục tiêu giảm 27% …`, `phát thải ròng bằng 0`: what the country pledged to others, in the number's sentence. */
function pledgeBefore(context: Context, sentence: number, at: number): Span | undefined {
  const start = context.sentences[sentence]?.start ?? 0
  const found = PLEDGE.exec(context.normalized.lower.slice(start, startOf(context, sentence, at)))
  return found === null ? undefined : { start: start + found.index, end: start + found.index + found[0].length }
}

/** `Theo đó, Đông Nam Bộ phấn đấu …`, after the decision that approves the plan of that area: what the decision sets for it. */
function isOfDocument(context: Context, document: LinkedDocument, sentence: number, setter: Span): boolean {
  const { start } = context.sentences[sentence] ?? { start: 0 }
  const { lower } = context.normalized
  const name = lower.slice(setter.start, setter.end)
  if (lower.startsWith('theo đó', start)) return true
  if (document.title?.text != null) return document.title.text.toLowerCase().includes(name)
  // `Bến Tre đã xây dựng Quy hoạch tỉnh …, được phê duyệt tại Quyết định số 1399/QĐ-TTg`
  const named = context.sentences[document.sentence]?.start ?? document.anchor.start
  const lead = lower.slice(named, document.anchor.start)
  const plan = lead.search(/quy hoạch|chiến lược|đề án|chương trình/)
  return lead.includes(name) && plan >= 0 && lead.includes('phê duyệt', plan)
}

/** `Đến năm 2030, Cần Thơ phấn đấu …`, under a plan of the country: what a province sets itself is not set by it. */
export function ofPlace(context: Context, link: DocumentLink, sentence: number, at: number): DocumentLink {
  const { document, field } = link
  const isOfProvince = document?.about !== undefined && document.about.value?.startsWith('other:') !== true
  if (document === undefined || document.place.value !== 'vn' || isOfProvince || field.evidence?.source === 'same_clause') return link
  const named = setterNamed(context, sentence, at)
  // `Bộ Công Thương đề ra mục tiêu`, by its own decision.
  const isIssuer = named?.type === 'issuer' && (named.value as Issuer).body === document.issuer.value
  const setter = (isIssuer ? undefined : named) ?? pledgeBefore(context, sentence, at) ?? companyThatSets(context, sentence, at)
  if (setter !== undefined && isOfDocument(context, document, sentence, setter)) return link
  if (setter !== undefined) return anothers([antecedent(setter), ...spansOf(link)], 'document/of-another-setter')
  const growth = growthOfCountry(context, document, field.evidence?.rule, sentence, at)
  return growth === undefined ? link : anothers([antecedent(growth), ...spansOf(link)], 'document/aim-of-country')
}
