import { ISSUER, LINK, ORGANIZATION, PLACE, SUBJECT } from '../../mentions/words/tags.ts'
import type { Field } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Place } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import type { DocumentLink } from './document-link.ts'
import type { Main } from './document-of-article.ts'
import { evidence } from './evidence.ts'
import { spanOf } from './linked-date.ts'
import type { LinkedDocument } from './linked-document.ts'
import { mentionsWithin } from './mentions-within.ts'
import { nearest, once } from './nearest.ts'
import { isNationalIssuer, isPlace, placeAt } from './place.ts'
import { companyOf } from './place-of-company.ts'
import { because, viaOf, withheld, withVia } from './reasons.ts'
import { startOf, textOf } from './sentence-words.ts'

const AT = words('tại|ở')
// What may say whose a goal is, or where.
const PLACED = PLACE.or(ISSUER, ORGANIZATION, SUBJECT)

/**
 * The place spoken of before: in the paragraph from near to far, then by the goal's document, then in earlier paragraphs.
 * A district or commune is carried only inside its paragraph: elsewhere it is where something stands, not whose goal it is.
 */
export function placeAbove(
  context: Context,
  { sentence, at }: { readonly sentence: number; readonly at: number },
  link: DocumentLink | undefined,
  main: Main
): Field<string | null> {
  const company = viaOf(companyOf(context, context.unitsOf(sentence), at)?.evidence)
  const document = link?.document
  const line = context.lineOf(sentence)
  const first = line.sentences[0]?.index ?? sentence
  const previous = sentence > first ? localBefore(context, sentence - 1) : undefined
  const near = previous === undefined ? spokenBefore(context, sentence - 2, null) : undefined
  const found = previous ?? (near !== undefined && near.sentence >= first ? near.found : undefined)
  const country =
    nationalPlan(context, link) ?? nationalPledge(context, sentence, at) ?? nationalAim(link) ?? nationalMeasure(context, sentence, at)
  if (country !== undefined) return withVia(country, company)
  if (found !== undefined) return withVia(carried(found), company)
  return because(placeFar(context, sentence, first, document, main), [...viaOf(link?.field.evidence), ...company], 'place/no-document')
}

const NATIONAL_PLAN =
  /^(?:quy hoạch (?:phát triển )?(?:điện (?:lực )?(?:quốc gia|viii|vii|8|7)|tổng thể|năng lượng quốc gia|mạng lưới (?:đường bộ|cảng|sân bay|cảng hàng không))|chiến lược (?:quốc gia|tăng trưởng xanh)|chương trình mục tiêu quốc gia)/

/** `Quy hoạch điện VIII đặt mục tiêu …`: a plan of the country that is named without its number. */
function nationalPlan(context: Context, link: DocumentLink | undefined): Field<string> | undefined {
  const { start = null, end = null, rule } = link?.field.evidence ?? {}
  if (rule !== 'document/other-setter' || start === null || end === null) return undefined
  // `Chiến lược tăng trưởng xanh Lai Châu`: a province's plan of the same kind.
  const isLocal = mentionsWithin(context, { start, end: end + LOCAL_NAME }).some(m => isPlace(m) && m.value.level !== 'country')
  return !isLocal && NATIONAL_PLAN.test(context.normalized.lower.slice(start, start + 60))
    ? { value: 'vn', evidence: evidence({ start, end }, 'place/national-plan', 'inferred') }
    : undefined
}

// So near behind a plan's name stands whose it is.
const LOCAL_NAME = 24

const NATIONAL_PLEDGE =
  /(?:cam kết|tuyên bố)(?: (?!của)[a-zà-ỹđ]{1,20}| của (?:việt nam|chính phủ|nước ta|thủ tướng)){0,6} (?:tại|ở) (?:hội nghị )?cop ?-?\d\d/

/** `thực hiện cam kết tại COP26 về phát thải ròng bằng 0`: what the country pledged, whoever speaks of it. */
const nationalPledge = countrysBy(NATIONAL_PLEDGE, 'place/national-pledge')

/** `nhằm đạt mục tiêu tăng trưởng 8%`, where no document sets it (`document/aim-of-country`): how much the country's economy is to grow. */
function nationalAim(link: DocumentLink | undefined): Field<string> | undefined {
  const { start = null, end = null, rule, via = [] } = link?.field.evidence ?? {}
  return rule === 'document/aim-of-country' && start !== null && end !== null
    ? { value: 'vn', evidence: evidence({ start, end }, 'place/national-aim', 'inferred', via) }
    : undefined
}

// What is measured of a country alone: a province has a GRDP.
const NATIONAL_MEASURE = /(?<![\p{L}/])(?:gdp|lạm phát|cpi|chỉ số giá tiêu dùng)(?![\p{L}])/u

/** `mục tiêu GDP 8,5%, lạm phát ở mức 4%`, where no place is spoken of in the sentence: the country's. */
const nationalMeasure = countrysBy(NATIONAL_MEASURE, 'place/national-measure')

/** Tells that a number is of the country by words before it in its sentence; these are looked for once a sentence. */
function countrysBy(pattern: RegExp, rule: string): (context: Context, sentence: number, at: number) => Field<string> | undefined {
  const said = once((context, sentence): Field<string> | undefined => {
    const found = pattern.exec(textOf(context, sentence))
    if (found === null) return undefined
    const start = (context.sentences[sentence]?.start ?? 0) + found.index
    return { value: 'vn', evidence: evidence({ start, end: start + found[0].length }, rule, 'inferred') }
  })
  return (context, sentence, at) => {
    const field = said(context, sentence)
    const start = startOf(context, sentence, at)
    return start !== undefined && (field?.evidence?.end ?? Infinity) <= start ? field : undefined
  }
}

function placeFar(
  context: Context,
  sentence: number,
  first: number,
  document: LinkedDocument | undefined,
  main: Main
): Field<string | null> {
  const own = document?.about ?? document?.place
  if (own?.value != null && own.evidence !== null)
    return { value: own.value, evidence: { ...own.evidence, source: 'document', rule: 'place/of-document' } }
  const far = placeBefore(context, first - 1, null)
  if (far !== undefined) return carried(far.found)
  // Nobody else is spoken of: what national bodies set is the country's.
  const body = bodyBefore(context, sentence, null)
  if (body !== undefined) return { value: 'vn', evidence: evidence(spanOf(body.found), 'place/national-body', 'inferred') }
  const place = main.document?.about ?? main.document?.place
  if (place?.value == null || place.evidence === null) return withheld(main.instead, 'place/several')
  return { value: place.value, evidence: { ...place.evidence, source: 'document', rule: 'place/of-main-document' } }
}

function carried(field: Field<string>): Field<string> {
  return { value: field.value, evidence: field.evidence === null ? null : { ...field.evidence, source: 'carried' } }
}

const localBefore = once((context, sentence) => lastPlaceOf(context, sentence, null))

/** The last place of a sentence that it says something of; a sentence that lists several speaks of none of them. */
function lastPlaceOf(context: Context, sentence: number, carried: ReadonlySet<string> | null): Field<string> | undefined {
  if (!context.mayHold(sentence, PLACED)) return undefined
  const units = context.unitsOf(sentence)
  if (carried !== null && isListOfPlaces(units)) return undefined
  let where: Field<string> | undefined
  for (let i = units.length - 1; i >= 0; i--) {
    const found = placeAt(context, units, i)
    if (found === undefined) continue
    // `Cần Giờ sẽ hoàn thành hệ thống tại xã Nậm Lùng`: where something stands is not who does it.
    if (carried === null && where === undefined && found.value.startsWith('other:') && units.is(i - 1, AT)) {
      where = found
      continue
    }
    if (carried === null || !found.value.startsWith('other:') || carried.has(found.evidence?.rule ?? '')) return found
    // What is far from `Trường Cao đẳng Long An` is not the school's, but still that province's.
    const m = units.mention(i)
    if (found.evidence?.rule === 'place/owner' && isPlace(m) && !m.value.id.startsWith('other:'))
      return { value: m.value.id, evidence: evidence(spanOf(m), 'place/named') }
  }
  return where
}

const OFFICE: ReadonlySet<string> = new Set(['place/office'])
// Who does something is spoken of still in the next sentences, as where something is is not.
const DOER: ReadonlySet<string> = new Set(['place/office', 'place/sets-goals'])

const placeBefore = nearest((context, sentence) => lastPlaceOf(context, sentence, OFFICE))
const spokenBefore = nearest((context, sentence) => lastPlaceOf(context, sentence, DOER))
const bodyBefore = nearest((context, sentence) => context.mentionsOf(sentence).findLast(isNationalIssuer))

const MANY_PLACES = 3

/** `Hà Nam và Kiên Giang`: places in a row, or three and more, each with a number of its own. */
function isListOfPlaces(units: Units): boolean {
  const ids = new Set<string>()
  for (let i = units.first(PLACE); i >= 0; i = units.first(PLACE, i + 1)) {
    const { id } = (units.mention(i) as Mention<Place>).value
    const next = units.is(i + 1, LINK) ? units.mention(i + 2) : null
    if (isPlace(next) && next.value.id !== id) return true
    ids.add(id)
  }
  return ids.size >= MANY_PLACES
}
