import type { Field } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { DocumentNumber, Issuer, Place } from '../../model/values.ts'
import type { Context } from './context.ts'
import type { Title } from './document-title.ts'
import { NOT_ISSUING, VERB_BEFORE } from './document-verbs.ts'
import { evidence, type Located, none } from './evidence.ts'
import { firstOf } from './first-of.ts'
import { spanOf } from './linked-date.ts'
import { firstMention, lastMention } from './nearest.ts'
import { placeId } from './place-before.ts'

const ISSUER_BEHIND = /^[^.;:]{0,48}?(?:của|do) (?:đồng chí )?$/

/** Whether a number's suffix names a body that every province or district has. */
export function isLocalOrgan(number: DocumentNumber): boolean {
  return number.issuer === null && number.organ !== null && /^(?:TU|HU|QU|ThU|ĐU|HĐND|UBND|UB|BCĐ)(?:-|$)/.test(number.organ)
}

/** Where the sentence of a mention begins and ends. */
export function sentenceText(context: Context, m: Mention): { start: number; end: number } {
  const s = context.sentences[m.sentence]
  return { start: s?.start ?? m.start, end: s?.end ?? m.end }
}

/** A place or issuer that the sentence names as the one that issued the document. */
export function issuerIn(context: Context, m: Mention): { mention: Mention<Issuer | Place>; rule: string } | undefined {
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
  // `Tỉnh ủy Bình Thuận`: the body, not the place in its name.
  const body = around.find(o => o.type === 'issuer' && o.start < before.start && o.end === before.end)
  return { mention: (body ?? before) as Mention<Issuer | Place>, rule: 'document/issuer-before-verb' }
}

function isIssuing(context: Context, from: number, to: number): boolean {
  const between = context.normalized.lower.slice(from, to)
  return between.length < 120 && VERB_BEFORE.test(between.trimEnd()) && !NOT_ISSUING.test(between)
}

/** The place of an issuer or the place itself; null for the country and for a body without one. */
export const placeOf = (mention: Mention<Issuer | Place>): string | null =>
  'body' in mention.value ? mention.value.place : mention.value.level === 'country' ? null : mention.value.id

const NATIONAL_PARTY = new Set(['bo_chinh_tri', 'ban_bi_thu', 'bch_trung_uong'])

/** Who issued a document and for which place: by its suffix, by the sentence, by its title, by the text before it. */
export function issuerAndPlace(
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
  if (kind === null) return { issuer: none, place }
  const body = kind === 'tinh_uy' && context.knowledge.isCity(place.value) ? 'thanh_uy' : kind
  const isPrinted = named !== undefined && 'body' in named.mention.value && named.mention.value.place !== null
  return {
    issuer: {
      value: `${body}:${place.value}`,
      evidence: isPrinted
        ? evidence(spanOf(named.mention), named.rule)
        : evidence(place.evidence, 'document/suffix-and-place', 'inferred', [{ ...organ, role: 'antecedent' }, ...place.evidence.via])
    },
    place
  }
}

function bodyOf(value: Issuer | Place | undefined): string | null {
  return value !== undefined && 'body' in value ? value.body : null
}

function organBody(organ: string): string | null {
  const head = organ.split('-')[0] as string
  return (
    { TU: 'tinh_uy', HU: 'huyen_uy', QU: 'quan_uy', ThU: 'thi_uy', ĐU: 'dang_uy', HĐND: 'hdnd', UBND: 'ubnd', UB: 'ubnd' }[head] ?? null
  )
}

type Level = 'province' | 'any'

/** Whether a mention names a place of a level, by itself or in the name of a body. */
const isOf =
  (level: Level) =>
  (m: Mention): boolean => {
    const id = placeId(m)
    return id !== null && id !== 'vn' && (level === 'any' || !id.startsWith('other:'))
  }

/** The last place of a level named before an offset. */
const spokenOf = { province: lastMention(isOf('province')), any: lastMention(isOf('any')) }
const firstSpokenOf = { province: firstMention(isOf('province')), any: firstMention(isOf('any')) }

/** Place of a local issuer: in its name, in the title, as subject of the issuing verb, else the last place spoken of before. */
function placeOfIssuer(
  context: Context,
  full: Mention<DocumentNumber>,
  named: { mention: Mention<Issuer | Place>; rule: string } | undefined,
  title: Title | null
): { readonly value: string; readonly evidence: Located } | undefined {
  const printed = named === undefined ? null : placeOf(named.mention)
  if (named !== undefined && printed !== null) {
    return { value: printed, evidence: evidence(named.mention.parts['absorbed'] ?? spanOf(named.mention), named.rule) }
  }
  const inTitle = title?.places.find(p => p.value.level !== 'country')
  if (inTitle !== undefined) return { value: inTitle.value.id, evidence: evidence(spanOf(inTitle), 'document/place-in-title') }
  const level = levelOf(context, full, named?.mention)
  const { start } = sentenceText(context, full)
  const before = spokenOf[level](context, full.start)
  const sameSentence = before !== undefined && before.start >= start ? before : undefined
  const earlier = before ?? firstSpokenOf[level](context)
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

/** Whether a document's body is one of a province, by its number and by the word behind the body's name. */
function levelOf(context: Context, full: Mention<DocumentNumber>, named: Mention | undefined): Level {
  const head = (full.value.organ ?? '').split('-')[0]
  if (head === 'TU') return 'province'
  const word = named === undefined ? '' : context.normalized.lower.slice(named.start, named.end + 12)
  if (/^(?:tỉnh ủy|thành ủy)|(?:ubnd|hđnd|nhân dân|đảng bộ) (?:tỉnh|thành phố)/.test(word)) return 'province'
  return 'any'
}
