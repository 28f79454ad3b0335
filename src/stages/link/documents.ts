import type { Evidence, Field, Source, Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { DocumentName, DocumentNumber, Issuer, Place } from '../../model/values.ts'
import type { Context } from './context.ts'
import { type LinkedDate, spanOf } from './dates.ts'
import { type Title, titleAfter } from './document-title.ts'

/** An official document that the article names, with what the text tells of it. */
export interface LinkedDocument {
  readonly anchor: Span
  readonly sentence: number
  readonly number: Field<string | null>
  readonly printed: string | null
  /** The mention that its number is printed in full in; null for a document without a number. */
  readonly full: Span | null
  readonly type: Field<string | null>
  readonly issuer: Field<string | null>
  /** The place of whoever issued it. */
  readonly place: Field<string | null>
  /** The province that it plans for, where its title names one: its goals are that province's, whoever issued it. */
  readonly about: Field<string> | undefined
  readonly issued: Field<string | null>
  readonly title: Title | null
  readonly isDraft: boolean
  /** Type words by which it may be spoken of later: its own and those in its title. */
  readonly types: ReadonlySet<string>
  /** All spans that name it, the anchor's first. */
  readonly mentions: Span[]
  /** Number mentions that name it; a later one may carry the date. */
  readonly numbers: readonly Mention<DocumentNumber>[]
  readonly level: 'national' | 'province' | 'district' | 'any' | null
}

export const evidence = (span: Span, rule: string, source: Source = 'same_clause', via: readonly Via[] = []): Evidence => ({
  start: span.start,
  end: span.end,
  source,
  rule,
  via
})
export const none: Field<null> = { value: null, evidence: null }

const ISSUE_VERB = '(?:ban hành|ký ban hành|ký|thông qua|phê duyệt|công bố|đưa ra|ra)'
const VERB_BEFORE = new RegExp(`${ISSUE_VERB}(?: (?:và|,))?(?: [^.;:]{0,48})?$`)
const NOT_ISSUING =
  /(?:thực hiện|triển khai|quán triệt|cụ thể hóa|sơ kết|tổng kết|căn cứ|theo|tại|sửa đổi|thay thế|hội nghị|tuyên truyền)[^,.;]{0,24}$/
const DATE_BEHIND =
  /^(?:,| -|\()? ?(?:(?:được |do )?[^,.;()]{0,60}?(?:ban hành|ký|thông qua|phê duyệt|công bố) ?)?(?:(?:của|do) [^,.;()]{3,70} )?(?:vào |ban hành |ký )?\(?$/
const ISSUER_BEHIND = /^(?:,|\(| |[^.;:]){0,48}?(?:của|do) (?:đồng chí )?$/

/** Finds the documents of an article in order of their first naming, merging mentions of one document. */
export function linkDocuments(context: Context, dates: readonly LinkedDate[]): readonly LinkedDocument[] {
  const numbers = context.mentions.filter(m => m.type === 'document_number') as Mention<DocumentNumber>[]
  const drafts = groupNumbers(context, numbers)
  const numbered = drafts.map(group => numberedDocument(context, dates, group))
  const named = namedDocuments(context, dates).filter(n => !numbered.some(d => isNameOf(d, n)))
  return [...numbered, ...named].toSorted((a, b) => a.anchor.start - b.anchor.start)
}

/** Whether an unnumbered document is only the title of a numbered one: `Quyết định số … phê duyệt Đề án …`. */
function isNameOf(numbered: LinkedDocument, named: LinkedDocument): boolean {
  const { title } = numbered
  return (
    numbered.sentence === named.sentence &&
    title !== null &&
    named.anchor.start >= title.span.start &&
    named.anchor.start <= title.span.end + 2
  )
}

/** Mentions of one document: equal numbers, unless different places are named; a bare number joins a full one of its type. */
function groupNumbers(
  context: Context,
  numbers: readonly Mention<DocumentNumber>[]
): { full: string; mentions: Mention<DocumentNumber>[] }[] {
  const groups: { full: string; place: string | null; mentions: Mention<DocumentNumber>[] }[] = []
  for (const m of numbers.filter(n => !n.value.isBare)) {
    const place = isLocalOrgan(m.value) ? namedPlace(context, m) : null
    const same = groups.filter(g => g.full === m.value.canonical)
    const group = same.findLast(g => g.place === place || place === null) ?? same.find(g => g.place === null)
    if (group === undefined) groups.push({ full: m.value.canonical, place, mentions: [m] })
    else {
      group.mentions.push(m)
      group.place ??= place
    }
  }
  for (const m of numbers.filter(n => n.value.isBare)) {
    const fits = (n: DocumentNumber) => n.number === m.value.number && (n.type === m.value.type || m.value.type === null)
    // Completed from the nearest full mention before it, else from the first behind it.
    const group =
      groups.findLast(g => g.mentions.some(o => o.start < m.start && fits(o.value))) ??
      groups.find(g => g.mentions.some(o => fits(o.value)))
    if (group === undefined) groups.push({ full: m.value.canonical, place: null, mentions: [m] })
    else group.mentions.push(m)
  }
  return groups.map(({ full, mentions }) => ({ full, mentions: mentions.toSorted((a, b) => a.start - b.start) }))
}

function isLocalOrgan(number: DocumentNumber): boolean {
  return number.issuer === null && number.organ !== null && /^(?:TU|HU|QU|ThU|ĐU|HĐND|UBND|UB|BCĐ)(?:-|$)/.test(number.organ)
}

function sentenceText(context: Context, m: Mention): { start: number; end: number } {
  const s = context.sentences[m.sentence]
  return { start: s?.start ?? m.start, end: s?.end ?? m.end }
}

/** A place or issuer that the sentence names as the one that issued the document. */
function issuerIn(context: Context, m: Mention): { mention: Mention<Issuer | Place>; rule: string } | undefined {
  const { lower } = context.normalized
  const around = context.mentionsOf(m.sentence)
  const behind = around.find(
    o => (o.type === 'issuer' || o.type === 'place') && o.start >= m.end && ISSUER_BEHIND.test(lower.slice(m.end, o.start))
  )
  if (behind !== undefined && !around.some(o => o.type === 'document_number' && o.start > m.start && o.start < behind.start)) {
    return { mention: behind as Mention<Issuer | Place>, rule: 'document/of-issuer' }
  }
  const before = around.findLast(
    o => (o.type === 'issuer' || o.type === 'place') && o.end <= m.outer.start && isIssuing(context, o.end, m.outer.start)
  )
  if (before === undefined) return undefined
  // `Tỉnh ủy Bình Phước`: the body, not the place in its name.
  const body = around.find(o => o.type === 'issuer' && o.start < before.start && o.end === before.end)
  return { mention: (body ?? before) as Mention<Issuer | Place>, rule: 'document/issuer-before-verb' }
}

function isIssuing(context: Context, from: number, to: number): boolean {
  const between = context.normalized.lower.slice(from, to)
  return between.length < 120 && VERB_BEFORE.test(between.trimEnd()) && !NOT_ISSUING.test(between) && !/[.;]/.test(between)
}

const placeOf = (mention: Mention<Issuer | Place>): string | null =>
  'body' in mention.value ? mention.value.place : mention.value.level === 'country' ? null : mention.value.id

function namedPlace(context: Context, m: Mention<DocumentNumber>): string | null {
  const found = issuerIn(context, m)
  return found === undefined ? null : placeOf(found.mention)
}

function numberedDocument(
  context: Context,
  dates: readonly LinkedDate[],
  group: { full: string; mentions: Mention<DocumentNumber>[] }
): LinkedDocument {
  const first = group.mentions[0] as Mention<DocumentNumber>
  const full = group.mentions.find(m => !m.value.isBare) ?? first
  const { value } = full
  const head = first.parts['head']
  const anchor = { start: head?.start ?? first.start, end: first.end }
  const issued = firstOf(group.mentions, m => issueDate(context, dates, m))
  const title = firstOf(group.mentions, m => titleAfter(context, dates, m)) ?? null
  const { issuer, place } = issuerAndPlace(context, full, group.mentions, title)
  const typeSpan = full.parts['head'] ?? full.parts['type'] ?? spanOf(full)
  const numberVia: Via[] = full === first || first.value.isBare === false ? [] : [{ ...spanOf(full), role: 'antecedent' }]
  return {
    anchor,
    sentence: first.sentence,
    number: {
      value: value.canonical,
      evidence: evidence(spanOf(first), full.rule, numberVia.length > 0 ? 'carried' : 'same_clause', numberVia)
    },
    printed: context.normalized.text.slice(full.start, full.end),
    full: spanOf(full),
    type:
      value.type === null
        ? none
        : { value: value.type, evidence: evidence(typeSpan, full.rule, full === first ? 'same_clause' : 'carried') },
    issuer,
    place,
    about: placeOfPlan(context, title),
    issued: issued ?? none,
    title,
    isDraft: /dự thảo [^.;\n]{0,12}$/.test(context.normalized.lower.slice(Math.max(0, anchor.start - 20), anchor.start)),
    types: new Set([...(value.type === null ? [] : [value.type]), ...(title?.types ?? [])]),
    mentions: group.mentions.map(m => ({ start: m.parts['head']?.start ?? m.start, end: m.end })),
    numbers: group.mentions,
    level:
      value.issuer !== null
        ? 'national'
        : isLocalOrgan(value)
          ? value.organ === 'TU'
            ? 'province'
            : 'any'
          : value.organ === 'TW'
            ? 'national'
            : null
  }
}

function firstOf<T, R>(items: readonly T[], read: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = read(item)
    if (found !== undefined) return found
  }
  return undefined
}

/** The day, month or year on which a document was issued, where the sentence of this mention tells it. */
export function issueDate(context: Context, dates: readonly LinkedDate[], m: Mention): Field<string> | undefined {
  const { lower } = context.normalized
  const inSentence = dates.filter(d => d.mention.sentence === m.sentence && d.edtf !== null && !d.edtf.includes('/'))
  const others = context.mentionsOf(m.sentence).filter(o => o.type === 'document_number' && o !== m)
  for (const d of inSentence) {
    if (d.mention.start < m.end || others.some(o => o.start > m.end && o.start < d.mention.start)) continue
    const gap = lower.slice(m.end, d.mention.outer.start)
    const isYear = /^\d{4}$/.test(d.edtf as string)
    if (gap.length > 90 || d.mention.value.use === 'by' || d.mention.value.use === 'before') continue
    if (isYear ? /^(?: |,? ban hành | \()$/.test(gap) && d.mention.value.use === null : DATE_BEHIND.test(gap)) {
      return { value: d.edtf as string, evidence: evidence(spanOf(d.mention), 'document/issued-behind-number', 'same_clause', d.via) }
    }
  }
  const before = inSentence.findLast(
    d => d.mention.outer.end <= m.outer.start && !others.some(o => o.start > d.mention.end && o.end < m.start)
  )
  if (before !== undefined) {
    const between = lower.slice(before.mention.outer.end, m.outer.start)
    const use = before.mention.value.use
    if (
      (use === null || use === 'in') &&
      between.length < 200 &&
      !/[.;]/.test(between) &&
      VERB_BEFORE.test(between.trimEnd()) &&
      !NOT_ISSUING.test(between)
    ) {
      return {
        value: before.edtf as string,
        evidence: evidence(spanOf(before.mention), 'document/issued-before-verb', 'same_clause', before.via)
      }
    }
  }
  return undefined
}

const NATIONAL_PARTY = new Set(['bo_chinh_tri', 'ban_bi_thu', 'bch_trung_uong'])

/** Who issued a document and for which place: by its suffix, by the sentence, by its title, by the text before it. */
function issuerAndPlace(
  context: Context,
  full: Mention<DocumentNumber>,
  mentions: readonly Mention<DocumentNumber>[],
  title: Title | null
): { issuer: Field<string | null>; place: Field<string | null> } {
  const { value } = full
  const organ = full.parts['organ'] ?? spanOf(full)
  if (value.issuer !== null) {
    return {
      issuer: { value: value.issuer, evidence: evidence(organ, 'document/organ-suffix', 'inferred') },
      place: { value: 'vn', evidence: evidence(organ, 'document/organ-suffix', 'inferred') }
    }
  }
  const named = firstOf(mentions, m => issuerIn(context, m))
  if (value.organ === 'TW') {
    const body = named !== undefined && 'body' in named.mention.value && NATIONAL_PARTY.has(named.mention.value.body) ? named : undefined
    return {
      issuer:
        body === undefined ? none : { value: (body.mention.value as Issuer).body, evidence: evidence(spanOf(body.mention), body.rule) },
      place: { value: 'vn', evidence: evidence(organ, 'document/organ-suffix', 'inferred') }
    }
  }
  if (named !== undefined && 'body' in named.mention.value && named.mention.value.level === 'national' && !isLocalOrgan(value)) {
    const span = spanOf(named.mention)
    return {
      issuer: { value: named.mention.value.body, evidence: evidence(span, named.rule) },
      place: { value: 'vn', evidence: evidence(span, named.rule, 'inferred') }
    }
  }
  const kind = value.organ === null ? bodyOf(named?.mention.value) : organBody(value.organ)
  const place = placeOfIssuer(context, full, named, title)
  if (place === undefined) {
    return { issuer: none, place: none }
  }
  const placeField: Field<string> = { value: place.value, evidence: place.evidence }
  if (kind === null) return { issuer: none, place: placeField }
  const body =
    kind === 'tinh_uy' && context.knowledge.isCity(place.value)
      ? 'thanh_uy'
      : kind === 'thanh_uy' && !context.knowledge.isCity(place.value)
        ? 'thanh_uy'
        : kind
  const isPrinted = named !== undefined && 'body' in named.mention.value && named.mention.value.place !== null
  return {
    issuer: {
      value: `${body}:${place.value}`,
      evidence: isPrinted
        ? evidence(spanOf(named.mention), named.rule)
        : evidence(place.evidence as unknown as Span, 'document/suffix-and-place', 'inferred', [
            { ...organ, role: 'antecedent' },
            ...(place.evidence?.via ?? [])
          ])
    },
    place: placeField
  }
}

/** `phê duyệt Quy hoạch thành phố Cần Thơ`: what the state plans for one province is that province's. */
function placeOfPlan(context: Context, title: Title | null): Field<string> | undefined {
  const provinces = (title?.places ?? []).filter(p => p.value.level !== 'country' && !p.value.id.startsWith('other:'))
  const [first] = provinces
  if (title === null || first === undefined || provinces.some(p => p.value.id !== first.value.id)) return undefined
  const lead = context.normalized.lower.slice(title.span.start, first.start)
  return PLAN_FOR_PLACE.test(lead) ? { value: first.value.id, evidence: evidence(spanOf(first), 'document/plan-for-place') } : undefined
}

const PLAN_FOR_PLACE =
  /(?:quy hoạch|điều chỉnh quy hoạch)(?: [a-zà-ỹđ,]+){0,14} ?$|(?:phát triển|xây dựng|đặc thù)(?: (?:kinh tế|xã hội|-|phát triển|đối với|cho|và|,))* ?$/

function bodyOf(value: Issuer | Place | undefined): string | null {
  return value !== undefined && 'body' in value ? value.body : null
}

function organBody(organ: string): string | null {
  const head = organ.split('-')[0] as string
  return (
    { TU: 'tinh_uy', HU: 'huyen_uy', QU: 'quan_uy', ThU: 'thi_uy', ĐU: 'dang_uy', HĐND: 'hdnd', UBND: 'ubnd', UB: 'ubnd' }[head] ?? null
  )
}

/** Place of a local issuer: in its name, in the title, as subject of the issuing verb, else the last place spoken of before. */
function placeOfIssuer(
  context: Context,
  full: Mention<DocumentNumber>,
  named: { mention: Mention<Issuer | Place>; rule: string } | undefined,
  title: Title | null
): Field<string> | undefined {
  const printed = named === undefined ? null : placeOf(named.mention)
  if (named !== undefined && printed !== null) {
    return { value: printed, evidence: evidence(named.mention.parts['absorbed'] ?? spanOf(named.mention), named.rule) }
  }
  const inTitle = title?.places.find(p => p.value.level !== 'country')
  if (inTitle !== undefined) return { value: inTitle.value.id, evidence: evidence(spanOf(inTitle), 'document/place-in-title') }
  const level = levelOf(context, full, named?.mention)
  const isPlace = (m: Mention): boolean => {
    const id = m.type === 'place' ? (m.value as Place).id : m.type === 'issuer' ? (m.value as Issuer).place : null
    return id !== null && id !== 'vn' && (level === 'any' || (level === 'province') === !id.startsWith('other:'))
  }
  const { start } = sentenceText(context, full)
  const sameSentence = context.mentionsOf(full.sentence).findLast(m => isPlace(m) && m.end <= full.start && m.start >= start)
  const earlier = sameSentence ?? context.mentions.findLast(m => isPlace(m) && m.end <= full.start) ?? context.mentions.find(isPlace)
  if (earlier === undefined) return undefined
  const value = earlier.type === 'place' ? (earlier.value as Place).id : ((earlier.value as Issuer).place as string)
  return {
    value,
    evidence: evidence(
      earlier.parts['absorbed'] ?? spanOf(earlier),
      'document/place-spoken-of',
      sameSentence === undefined ? 'carried' : 'same_clause',
      sameSentence === undefined ? [{ ...spanOf(earlier), role: 'antecedent' }] : []
    )
  }
}

/** Whether a document's body is one of a province or below it, by its number and by the word behind the body's name. */
function levelOf(context: Context, full: Mention<DocumentNumber>, named: Mention | undefined): 'province' | 'local' | 'any' {
  const head = (full.value.organ ?? '').split('-')[0]
  if (head === 'TU') return 'province'
  const word = named === undefined ? '' : context.normalized.lower.slice(named.start, named.end + 12)
  if (/^(?:tỉnh ủy|thành ủy)|(?:ubnd|hđnd|nhân dân|đảng bộ) (?:tỉnh|thành phố)/.test(word)) return 'province'
  return /(?:ubnd|hđnd|nhân dân|đảng bộ) (?:huyện|quận|xã|phường)/.test(word) ? 'local' : 'any'
}

/** Documents without a number that are named one by one: by who issued them and what they are about. */
function namedDocuments(context: Context, dates: readonly LinkedDate[]): LinkedDocument[] {
  const documents: LinkedDocument[] = []
  const seen = new Map<string, LinkedDocument>()
  for (const m of context.mentions) {
    if (m.type !== 'document_name') continue
    const name = m as Mention<DocumentName>
    if (
      !name.value.isName ||
      name.value.pointing !== null ||
      !['nghi_quyet', 'ke_hoach', 'chuong_trinh', 'de_an', 'quyet_dinh', 'chi_thi', 'ket_luan', 'chien_luoc'].includes(name.value.type)
    )
      continue
    const found = congress(context, dates, name) ?? issuedByName(context, dates, name)
    if (found === undefined) continue
    const key = `${found.type.value} ${found.issuer.value} ${found.title?.text ?? ''}`
    const known = seen.get(key)
    if (known !== undefined) known.mentions.push(found.anchor)
    else {
      seen.set(key, found)
      documents.push(found)
    }
  }
  return documents
}

const CONGRESS = /^ đại hội (?:đại biểu )?đảng bộ [^,.;:]{2,60}?(?:lần thứ [a-z\d]+|nhiệm kỳ|khóa [a-z\d]+)/

/** `Nghị quyết Đại hội Đảng bộ tỉnh … lần thứ XX`: identified by its congress. */
function congress(context: Context, dates: readonly LinkedDate[], m: Mention<DocumentName>): LinkedDocument | undefined {
  const { lower } = context.normalized
  const sentence = sentenceText(context, m)
  const found = CONGRESS.exec(lower.slice(m.end, sentence.end))
  if (m.value.type !== 'nghi_quyet' || found === null) return undefined
  const issuer = context.mentionsOf(m.sentence).find(o => o.type === 'issuer' && o.start >= m.end && o.start <= m.end + 24) as
    | Mention<Issuer>
    | undefined
  if (issuer === undefined) return undefined
  const anchor = { start: m.start, end: m.end + found[0].length }
  const place = issuer.value.place
  const term = dates.find(
    d => d.mention.sentence === m.sentence && d.edtf?.includes('/') && d.mention.start >= m.end && d.mention.start <= anchor.end + 40
  )
  return {
    anchor,
    sentence: m.sentence,
    number: none,
    printed: null,
    full: null,
    type: { value: m.value.type, evidence: evidence(spanOf(m), m.rule) },
    issuer: place === null ? none : { value: `dai_hoi:${place}`, evidence: evidence(spanOf(issuer), 'document/congress') },
    place: place === null ? none : { value: place, evidence: evidence(issuer.parts['absorbed'] ?? spanOf(issuer), 'document/congress') },
    about: undefined,
    issued: none,
    title:
      term === undefined
        ? null
        : {
            text: null,
            span: anchor,
            period: { value: term.edtf as string, span: spanOf(term.mention) },
            horizon: null,
            places: [],
            types: new Set(),
            rule: 'document/congress'
          },
    isDraft: false,
    types: new Set([m.value.type]),
    mentions: [anchor],
    numbers: [],
    level: 'province'
  }
}

/** A type word with a title, issued by somebody the clause names: `Tỉnh ủy Bình Phước công bố Nghị quyết về …`. */
function issuedByName(context: Context, dates: readonly LinkedDate[], m: Mention<DocumentName>): LinkedDocument | undefined {
  const title = titleAfter(context, dates, m)
  if (title === undefined || title.text === null) return undefined
  const by = issuerIn(context, m)
  if (by === undefined) return undefined
  const value = by.mention.value
  const place = placeOf(by.mention)
  const isNational = 'body' in value && value.level === 'national'
  if (!isNational && place === null) return undefined
  if (!isNational && !('body' in value) && value.level !== 'province') return undefined
  // Several issuers share it only as a class: one resolution for each.
  if (
    /(?:các|nhiều|một số) (?:tỉnh|địa phương|thành phố|bộ|ngành)/.test(
      context.normalized.lower.slice(Math.max(sentenceText(context, m).start, by.mention.start - 40), m.end)
    )
  )
    return undefined
  const span = spanOf(by.mention)
  const body = 'body' in value ? value.body : null
  const issued = issueDate(context, dates, m)
  return {
    anchor: { start: m.start, end: title.span.end },
    sentence: m.sentence,
    number: none,
    printed: null,
    full: null,
    type: { value: m.value.type, evidence: evidence(spanOf(m), m.rule) },
    issuer: body === null ? none : { value: isNational ? body : `${body}:${place}`, evidence: evidence(span, by.rule) },
    place: isNational
      ? { value: 'vn', evidence: evidence(span, by.rule, 'inferred') }
      : { value: place, evidence: evidence(by.mention.parts['absorbed'] ?? span, by.rule) },
    about: placeOfPlan(context, title),
    issued: issued ?? none,
    title,
    isDraft: m.value.isDraft,
    types: new Set([m.value.type, ...title.types]),
    mentions: [{ start: m.start, end: title.span.end }],
    numbers: [],
    level: isNational ? 'national' : 'province'
  }
}
