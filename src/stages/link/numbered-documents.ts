import type { Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { DocumentNumber } from '../../model/values.ts'
import type { Context } from './context.ts'
import { issueDate } from './document-issue-date.ts'
import { isLocalOrgan, issuerAndPlace, issuerIn, placeOf } from './document-issuer.ts'
import { placeOfPlan } from './document-plan-place.ts'
import { titleAfter } from './document-title.ts'
import { evidence, none } from './evidence.ts'
import { firstOf } from './first-of.ts'
import { type LinkedDate, spanOf } from './linked-date.ts'
import type { LinkedDocument } from './linked-document.ts'
import { NumberGroups } from './number-groups.ts'
import { antecedent, withheld } from './reasons.ts'

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
  const groups = new NumberGroups()
  // Decrees without their year join the full number wherever that stands.
  const full = numbers.filter(n => !n.value.isBare)
  const { whole = [], yearless = [] } = Object.groupBy(full, n => (n.value.year === null ? 'yearless' : 'whole'))
  for (const m of [...whole, ...yearless]) {
    const issuer = isLocalOrgan(m.value) ? issuerIn(context, m)?.mention : undefined
    const place = issuer === undefined ? null : placeOf(issuer)
    const same = groups.like(m.value)
    const known = same.findLast(g => g.place === place || place === null) ?? same.find(g => g.place === null)
    if (known !== undefined) groups.add(known, m)
    const group = known ?? groups.open(m, place)
    if (issuer !== undefined) groups.tellApart(group, spanOf(issuer))
    group.place ??= place
  }
  for (const m of numbers.filter(n => n.value.isBare)) {
    const named = issuerIn(context, m)
    const body = named?.rule === 'document/of-issuer' && 'body' in named.mention.value ? named.mention.value.body : null
    const group = groups.completing(
      m.value.number,
      m.start,
      n =>
        n.type === m.value.type &&
        (n.year === m.value.year || n.year === null || m.value.year === null) &&
        (body === null || !isOfOthers(n, body))
    )
    if (group === undefined) groups.open(m, null)
    else groups.add(group, m)
  }
  for (const group of groups.all) group.mentions.sort((a, b) => a.start - b.start)
  const inOrder = groups.all.toSorted((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
  return inOrder.map(({ full, mentions }) => {
    const alike = groups.ofFull(full).slice(0, MOST_ALIKE)
    return {
      full,
      mentions,
      apart:
        alike.length > 1
          ? alike
              .flatMap(g => g.apart)
              .slice(0, MOST_ALIKE)
              .map(antecedent)
          : []
    }
  })
}

// So many others of its number are told with a document.
const MOST_ALIKE = 16

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
  const numberVia: Via[] = [...(full === first ? [] : [antecedent(full)]), ...group.apart]
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
    numbers: group.mentions
  }
}
