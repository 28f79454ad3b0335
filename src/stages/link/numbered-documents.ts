import type { Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { DocumentNumber } from '../../model/values.ts'
import type { Context } from './context.ts'
import { type LinkedDate, spanOf } from './dates.ts'
import { issueDate } from './document-issue-date.ts'
import { isLocalOrgan, issuerAndPlace, issuerIn, placeOf } from './document-issuer.ts'
import { placeOfPlan } from './document-plan-place.ts'
import { titleAfter } from './document-title.ts'
import { evidence, none } from './evidence.ts'
import { firstOf } from './first-of.ts'
import type { LinkedDocument } from './linked-document.ts'
import { antecedent, withheld } from './reasons.ts'

/** `Nghị định 52/NĐ-CP`, after `52/2013/NĐ-CP`: decrees and circulars have their year in the number. */
function isYearless(m: Mention<DocumentNumber>, others: readonly Mention<DocumentNumber>[]): boolean {
  const { type, year, number, organ } = m.value
  return (
    (type === 'nghi_dinh' || type === 'thong_tu') &&
    year === null &&
    others.some(({ value: o }) => o.type === type && o.year !== null && o.number === number && o.organ === organ)
  )
}

/** The mentions of one document; where others have the same number, who is said to have issued any of them: by that they are told apart. */
export interface NumberGroup {
  readonly full: string
  readonly mentions: readonly Mention<DocumentNumber>[]
  readonly apart: readonly Via[]
}

const PARTY = /^(?:bo_chinh_tri|ban_bi_thu|bch_trung_uong)$/
const PARLIAMENT = /^(?:quoc_hoi|ubtvqh)$/
const GOVERNMENT = /^(?:chinh_phu|thu_tuong|vpcp)$/

/** Whether another branch of the state issued a numbered document than the one that a bare number is said to be of: `Nghị quyết số 15 của Quốc hội`, beside `15-NQ/TW`. */
function isOfOthers({ organ, issuer }: DocumentNumber, body: string): boolean {
  const branch = [PARTY, PARLIAMENT, GOVERNMENT].find(b => b.test(body))
  if (branch === undefined) return false
  if (organ === 'TW') return branch !== PARTY
  return issuer !== null && !branch.test(issuer) && [PARTY, PARLIAMENT, GOVERNMENT].some(b => b.test(issuer))
}

/** Mentions of one document: equal numbers, unless different places are named; a bare number joins a full one of its type. */
export function groupNumbers(context: Context, numbers: readonly Mention<DocumentNumber>[]): NumberGroup[] {
  const groups: { full: string; place: string | null; mentions: Mention<DocumentNumber>[]; apart: Span[] }[] = []
  // Decrees without their year join the full number wherever that stands.
  const full = numbers.filter(n => !n.value.isBare)
  const { whole = [], yearless = [] } = Object.groupBy(full, n => (n.value.year === null ? 'yearless' : 'whole'))
  for (const m of [...whole, ...yearless]) {
    const issuer = isLocalOrgan(m.value) ? issuerIn(context, m)?.mention : undefined
    const place = issuer === undefined ? null : placeOf(issuer)
    const same = groups.filter(g => g.full === m.value.canonical || isYearless(m, g.mentions))
    const group = same.findLast(g => g.place === place || place === null) ?? same.find(g => g.place === null)
    if (group === undefined)
      groups.push({ full: m.value.canonical, place, mentions: [m], apart: issuer === undefined ? [] : [spanOf(issuer)] })
    else {
      group.mentions.push(m)
      if (issuer !== undefined) group.apart.push(spanOf(issuer))
      group.place ??= place
    }
  }
  for (const m of numbers.filter(n => n.value.isBare)) {
    const named = issuerIn(context, m)
    const body = named?.rule === 'document/of-issuer' && 'body' in named.mention.value ? named.mention.value.body : null
    const fits = (n: DocumentNumber) =>
      n.number === m.value.number &&
      (n.type === m.value.type || m.value.type === null) &&
      (n.year === m.value.year || n.year === null || m.value.year === null) &&
      (body === null || !isOfOthers(n, body))
    // Completed from the nearest full mention before it, else from the first behind it.
    const group =
      groups.findLast(g => g.mentions.some(o => o.start < m.start && fits(o.value))) ??
      groups.find(g => g.mentions.some(o => fits(o.value)))
    if (group === undefined) groups.push({ full: m.value.canonical, place: null, mentions: [m], apart: [] })
    else group.mentions.push(m)
  }
  for (const group of groups) group.mentions.sort((a, b) => a.start - b.start)
  groups.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
  return groups.map(group => ({
    full: group.full,
    mentions: group.mentions,
    apart: groups.some(g => g !== group && g.full === group.full)
      ? groups.flatMap(g => (g.full === group.full ? g.apart : [])).map(antecedent)
      : []
  }))
}

/** The document that a group of mentions names, with what the first of them that tells something of it tells. */
export function numberedDocument(context: Context, dates: readonly LinkedDate[], group: NumberGroup): LinkedDocument {
  const first = group.mentions[0] as Mention<DocumentNumber>
  const full = group.mentions.find(m => !m.value.isBare) ?? first
  const { value } = full
  const head = first.parts['head']
  const anchor = { start: head?.start ?? first.start, end: first.end }
  const issued = firstOf(group.mentions, m => issueDate(context, dates, m))
  const title = firstOf(group.mentions, m => titleAfter(context, dates, m)) ?? null
  const { issuer, place } = issuerAndPlace(context, full, group.mentions, title)
  const typeSpan = full.parts['head'] ?? full.parts['type'] ?? spanOf(full)
  const numberVia: Via[] = [...(full === first || first.value.isBare === false ? [] : [antecedent(full)]), ...group.apart]
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
    issued: issued ?? withheld(group.apart, 'document/told-apart'),
    title,
    apart: group.apart,
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
