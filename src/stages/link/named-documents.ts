import type { Mention } from '../../model/mention.ts'
import type { DocumentName, Issuer } from '../../model/values.ts'
import type { Context } from './context.ts'
import { datesIn } from './dates-within.ts'
import { issueDate } from './document-issue-date.ts'
import { issuerIn, placeOf, sentenceText } from './document-issuer.ts'
import { placeOfPlan } from './document-plan-place.ts'
import { titleAfter } from './document-title.ts'
import { evidence, none } from './evidence.ts'
import { type LinkedDate, spanOf } from './linked-date.ts'
import type { LinkedDocument } from './linked-document.ts'

/** Documents without a number that are named one by one: by who issued them and what they are about. */
export function namedDocuments(context: Context, dates: readonly LinkedDate[]): LinkedDocument[] {
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
  const term = datesIn(dates, { from: m.sentence, to: m.sentence + 1 }).find(
    d => d.edtf?.includes('/') && d.mention.start >= m.end && d.mention.start <= anchor.end + 40
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
            period: { value: term.edtf as string, span: spanOf(term.mention), isSeason: false },
            horizon: null,
            places: [],
            types: new Set(),
            rule: 'document/congress'
          },
    apart: [],
    isDraft: false,
    types: new Set([m.value.type]),
    mentions: [anchor],
    numbers: []
  }
}

/** A type word with a title, issued by somebody the clause names: `Tỉnh ủy Bình Thuận ra Nghị quyết về …`. */
function issuedByName(context: Context, dates: readonly LinkedDate[], m: Mention<DocumentName>): LinkedDocument | undefined {
  const title = titleAfter(context, dates, m)
  if (title === undefined || title.text === null) return undefined
  const by = issuerIn(context, m)
  if (by === undefined) return undefined
  const value = by.mention.value
  const place = placeOf(by.mention)
  const isNational = 'body' in value && value.level === 'national'
  if (!isNational && place === null) return undefined
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
    apart: [],
    isDraft: m.value.isDraft,
    types: new Set([m.value.type, ...title.types]),
    mentions: [{ start: m.start, end: title.span.end }],
    numbers: []
  }
}
