import type { Licence } from '../../decisions/licence/licence.ts'
import type { Evidence, Field, Frame, LinkedFrame, RejectedFrame, Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { DocumentNumber, Issuer } from '../../model/values.ts'
import { edtfPrecision, edtfRange } from '../../text/edtf.ts'
import { type Context, contextOf, type LinkInput } from './context.ts'
import { daysOf, type LinkedDate, linkDates, spanOf } from './dates.ts'
import { canBeDue, type DeadlineDates, overPeriod } from './deadline.ts'
import { deadlineAbove, planYear } from './deadline-above.ts'
import { deadlineInSentence, deadlineOfZip } from './deadline-in-sentence.ts'
import { documentFar, documentNear } from './document-above.ts'
import { growthOfCountry } from './document-aim-of-country.ts'
import { namesOf } from './document-aliases.ts'
import { linkDocumentFrames } from './document-frames.ts'
import { documentInSentence } from './document-in-sentence.ts'
import { issueDate } from './document-issue-date.ts'
import { anothers, type DocumentLink, spansOf } from './document-link.ts'
import { documentOfArticle, mainDocument } from './document-of-article.ts'
import { linkDocuments } from './documents.ts'
import { evidence, none } from './evidence.ts'
import { headersAbove } from './headers.ts'
import { lastChunk } from './last-chunk.ts'
import type { LinkedDocument } from './linked-document.ts'
import { once } from './nearest.ts'
import { nowOf } from './past-or-future.ts'
import { placeAbove, placeInSentence, placeOfTitle, placeOfZip, setterNamed } from './place.ts'
import { linkRanks } from './ranks.ts'
import { antecedent, because, unique, viaOf, withVia } from './reasons.ts'
import { type DateUses, dateRole } from './roles.ts'
import type { Scopes } from './scopes.ts'
import { withSources } from './sources.ts'
import { statusInContext, unsaidBecause } from './status-above.ts'
import type { StatusReading } from './status-reading.ts'
import { withRepeats } from './target-repeats.ts'
import { linkTargets } from './targets.ts'

/** What linking made of an article's mentions and frames. */
export interface Linked {
  readonly frames: readonly LinkedFrame[]
  readonly rejected: readonly RejectedFrame[]
  /** Published values of mentions that linking completed: dates on the calendar, bare and dated numbers. */
  readonly values: ReadonlyMap<Mention, unknown>
  /** What spoke for and against the numbers that were read as goals. */
  readonly licences: ReadonlyMap<Mention, Licence>
}

/**
 * Gives every frame its place, document, deadline and status, each with a reason. Pure; a field without a rule that
 * justifies a link stays null.
 */
export function link(input: LinkInput, frames: readonly Frame[]): Linked {
  const context = contextOf(input)
  const dates = linkDates(context)
  const documents = linkDocuments(context, dates)
  const scopes = scopesOf(context, dates, documents)
  const targets = linkTargets(
    context,
    frames.filter(f => f.kind === 'target'),
    scopes
  )
  const ranks = linkRanks(
    context,
    frames.filter(f => f.kind === 'rank_goal'),
    scopes
  )
  const linked = [...withRepeats(targets.linked, documents), ...ranks.linked]
  return {
    frames: withSources(input.normalized, [...linkDocumentFrames(context, documents, scopes), ...linked]),
    rejected: [...targets.rejected, ...ranks.rejected],
    licences: targets.licences,
    values: completedValues(context, dates, documents, usesOf(linked, documents))
  }
}

function scopesOf(context: Context, dates: readonly LinkedDate[], documents: readonly LinkedDocument[]): Scopes {
  const byMention = new Map<unknown, LinkedDate>(dates.map(d => [d.mention, d]))
  const dateAt = new Map(dates.flatMap(d => [d.mention.outer.start, d.mention.start].map(at => [at, d] as const)))
  const now = nowOf(context, dates)
  const today = context.article.record.published === null ? dates.find(d => d.edtf === now) : undefined
  const named = namesOf(context, documents)
  const documentFor = (sentence: number, at: number): DocumentLink =>
    ofPlace(context, documentInSentence(context, documents, named, sentence, at) ?? documentAround(context, sentence), sentence, at)
  const documentAround = once((_, sentence): DocumentLink => {
    const near = documentNear(context, documents, named, sentence)
    if (near !== undefined) return near
    const { past } = headersAbove(context, context.lineOf(sentence))
    const ofArticle = documentOfArticle(context, main, documents, named, sentence)
    if (ofArticle?.document !== undefined) return { ...ofArticle, field: withVia(ofArticle.field, past) }
    const far = documentFar(context, documents, named, sentence)
    const via = [...viaOf(ofArticle?.field.evidence), ...past]
    const field = because(far?.field ?? none, via, ofArticle?.field.evidence?.rule ?? 'document/kept-away')
    return { document: far?.document, field }
  })
  const main = mainDocument(context, documents)
  const latest = latestDay(dates)
  const issuedAt = new Set(documents.map(d => d.issued.evidence?.start))
  const issued = new Set<unknown>(dates.filter(d => issuedAt.has(d.mention.start)).map(d => d.mention))
  const due: DeadlineDates = { all: dates, byMention, issued, now }
  const hasPast = now !== null && dates.some(d => canBeDue(d) && (daysOf(d).first ?? now) < now)
  return {
    status: (sentence, at, isPercent) =>
      withAnchors(statusInContext(context, { sentence, at, dates: byMention, issued, isPercent }, now), today, dateAt),
    unsaid: (sentence, at, isPercent) => unsaidBecause(context, { sentence, at, dates: byMention, issued, isPercent }, now),
    document: documentFor,
    place: (sentence, at, document) =>
      placeOfZip(context, sentence, at) ??
      placeOfTitle(context, sentence, at, document?.document) ??
      placeInSentence(context, sentence, at) ??
      placeAbove(context, { sentence, at }, document, main),
    deadline: (sentence, at, over, document) => {
      const query = { sentence, at, isOverPeriod: over !== null }
      const found =
        deadlineOfZip(context, query, due) ?? deadlineInSentence(context, query, due) ?? deadlineAbove(context, query, due, document)
      const deadline = over === null ? found : overPeriod(found, over, document?.document, due)
      if (today === undefined || (deadline.value.evidence === null && !hasPast)) return deadline
      return { ...deadline, value: because(deadline.value, todayOf(today), 'deadline/kept-away') }
    },
    planYear: (sentence, at, isOfPart) => planYear(context, due, sentence, at, isOfPart),
    placeUnits: (place, document, link) => placeUnits(context, place, document, latest, link),
    asOf: (sentence, at) => asOf(context, byMention, sentence, at),
    reason: sentence => {
      const kind = context.sentences[sentence]?.kind
      return kind === 'related' ? 'related_link' : kind === 'caption' ? 'caption' : null
    }
  }
}

/** The text's own latest day, as what other dates are past or to come by. */
const todayOf = (today: LinkedDate): Via[] => [{ ...spanOf(today.mention), role: 'date_anchor' }, ...today.via]

const BY_TODAY = new Set(['status/past-date', 'status/future-date', 'status/period', 'status/compared'])

/** A status that a date gives, with what put the date on the calendar; where no publication day tells whether it is past, the text's own latest day did. */
function withAnchors(
  reading: StatusReading | undefined,
  today: LinkedDate | undefined,
  dateAt: ReadonlyMap<number, LinkedDate>
): StatusReading | undefined {
  if (reading === undefined) return reading
  const { rule, start } = reading.evidence
  const date = start === null ? undefined : dateAt.get(start)
  const isByToday = today !== undefined && (BY_TODAY.has(rule) || date !== undefined)
  const via: Via[] = [...(date?.via ?? []), ...(isByToday ? todayOf(today) : [])]
  return via.length === 0 ? reading : { ...reading, evidence: { ...reading.evidence, via: [...reading.evidence.via, ...via] } }
}

function latestDay(dates: readonly LinkedDate[]): LinkedDate | undefined {
  let latest: LinkedDate | undefined
  for (const d of dates) {
    const { use } = d.mention.value
    if (d.edtf === null || edtfPrecision(d.edtf) !== 'day' || use === 'by' || use === 'before' || use === 'vision') continue
    if (latest === undefined || d.edtf > (latest.edtf as string)) latest = d
  }
  return latest
}

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
  const found = PLEDGE.exec(context.normalized.lower.slice(start, context.chunksOf(sentence)[at]?.start))
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
function ofPlace(context: Context, link: DocumentLink, sentence: number, at: number): DocumentLink {
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

/** Which list of provinces an id is to be read in, by the document's date, the publication day, the text's latest day. */
function placeUnits(
  context: Context,
  place: Field<string | null>,
  document: LinkedDocument | undefined,
  latest: LinkedDate | undefined,
  link: Evidence | null | undefined
): Field<63 | 34 | null> {
  if (place.evidence === null) return none
  if (place.value === null) return { value: null, evidence: place.evidence }
  const issued = document?.issued
  const published = context.article.record.published
  const day = (issued?.value != null ? edtfRange(issued.value).last : null) ?? published ?? latest?.edtf ?? null
  const value = context.knowledge.unitsOf(place.value, day)
  // Where the place is spoken of elsewhere, the list it is read in depends on those words too.
  const { evidence: named } = place
  const isFar = named.source !== 'same_clause' && named.start !== null && named.end !== null
  if (value === null) return isFar ? { value: null, evidence: named } : none
  const from: Via[] = [
    ...(isFar ? [antecedent({ start: named.start as number, end: named.end as number }), ...named.via] : []),
    // Of another document, or of none, it would be read by another day.
    ...(link == null ? [] : spansOf({ document, field: { value: null, evidence: link } }))
  ]
  if (issued?.value != null && issued.evidence !== null)
    return {
      value,
      evidence: { ...issued.evidence, source: 'document', rule: 'place/units-by-issue', via: [...issued.evidence.via, ...from] }
    }
  if (published !== null)
    return {
      value,
      evidence: isFar
        ? { ...named, source: 'carried', rule: 'place/units-by-publication', via: unique([...named.via, ...from]) }
        : { start: null, end: null, source: 'metadata', rule: 'place/units-by-publication', via: from }
    }
  if (latest !== undefined)
    return { value, evidence: evidence(spanOf(latest.mention), 'place/units-by-latest-day', 'carried', [...latest.via, ...from]) }
  return { value, evidence: { ...named, source: isFar ? 'carried' : 'inferred', rule: 'place/units-by-name' } }
}

const lastDate = lastChunk([], c => c.mention?.type === 'date')

/** The time a result was counted at: the date behind the number in its clause, else the last before it. */
function asOf(context: Context, byMention: ReadonlyMap<unknown, LinkedDate>, sentence: number, at: number): Field<string | null> {
  const chunks = context.chunksOf(sentence)
  const read = (i: number): Field<string> | undefined => {
    const date = byMention.get(chunks[i]?.mention)
    if (date === undefined || date.edtf === null) return undefined
    const { use } = date.mention.value
    return use === 'compared' || use === 'from' || use === 'vision' || use === 'orientation'
      ? undefined
      : { value: date.edtf, evidence: evidence(spanOf(date.mention), 'as_of/in-sentence', 'same_clause', date.via) }
  }
  for (let i = at + 1; i < chunks.length; i++) {
    const c = chunks[i]
    if (c === undefined || c.tags.has('Comma') || c.tags.has('Semicolon') || c.tags.has('Stop') || c.tags.has('Quantity')) break
    const found = read(i)
    if (found !== undefined) return found
  }
  for (let i = lastDate(chunks, at); i >= 0; i = lastDate(chunks, i)) {
    const found = read(i)
    if (found !== undefined) return found
  }
  return none
}

/** Which dates goals are due at, results were counted at and documents were issued on, by where they begin. */
function usesOf(frames: readonly LinkedFrame[], documents: readonly LinkedDocument[]): DateUses {
  const at = (field: string): Set<number> => new Set(frames.flatMap(f => (f.fields[field] == null ? [] : (f.evidence[field]?.start ?? []))))
  return { due: at('deadline'), counted: at('as_of'), issued: new Set(documents.flatMap(d => d.issued.evidence?.start ?? [])) }
}

function completedValues(
  context: Context,
  dates: readonly LinkedDate[],
  documents: readonly LinkedDocument[],
  uses: DateUses
): Map<Mention, unknown> {
  const values = new Map<Mention, unknown>()
  for (const d of dates) values.set(d.mention, { edtf: d.edtf, role: dateRole(context, d, uses) })
  for (const document of documents) {
    let issued: string | null = null
    for (const m of document.numbers) {
      issued = issueDate(context, dates, m)?.value ?? issued
      const own = m.value as DocumentNumber
      values.set(m, { canonical: document.number.value ?? own.canonical, type: document.type.value ?? own.type, organ: own.organ, issued })
    }
  }
  return values
}
