import { ORGANIZATION } from '../../mentions/words/tags.ts'
import type { Evidence, Frame, Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Issuer, Place } from '../../model/values.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { spanOf } from './linked-date.ts'
import { firstMention, lastMention, once } from './nearest.ts'
import { antecedent } from './reasons.ts'

/** The place that a mention names, by itself or in the name of a body. */
export function placeId(m: Mention): string | null {
  return m.type === 'place' ? (m.value as Place).id : m.type === 'issuer' ? (m.value as Issuer).place : null
}

const isAt = (m: Mention, fits: (id: string) => boolean): boolean => {
  const id = placeId(m)
  return id !== null && id !== 'vn' && fits(id)
}

const cityOfState = lastMention((m, { knowledge }) => isAt(m, id => !id.startsWith('other:') && knowledge.isCity(id)))
const cityBefore = lastMention(m => isAt(m, id => /^other:(?:thành phố|tp)/i.test(id)))

/** The last province, city or district named before an offset. */
export const unitBefore = {
  province: lastMention(m => isAt(m, id => !id.startsWith('other:'))),
  // Under a city of the state the cities in it are named in passing.
  city: (context: Context, before: number): Mention | undefined => cityOfState(context, before) ?? cityBefore(context, before),
  district: lastMention(m => isAt(m, id => /^other:huyện /i.test(id)))
}

/** The last place named before an offset, but the country. */
export const placedBefore = lastMention(m => isAt(m, () => true))

/** Whether the name that sets a goal is a place's own (`Hà Nội phấn đấu …`). */
function isPlaceName(m: Mention, context: Context): boolean {
  return context.mentionsOf(m.sentence).some(o => o.type === 'place' && o.start < m.end && m.start < o.end)
}

const NO_COMPANY = new Set([
  'organization/government',
  'organization/country',
  'organization/country-aims',
  'organization/central-bank',
  'organization/country-name'
])
const isGovernment = (m: Mention): boolean => NO_COMPANY.has(m.rule)

/** Whether a mention is a company. */
export const isCompany = (m: Mention, context: Context): boolean =>
  m.type === 'organization' && !isGovernment(m) && !isPlaceName(m, context)

interface Called {
  readonly name: string
  readonly also?: string
}

/** By what else companies are called in an article, where each was named with it. */
const calledIn = once((context, _): ReadonlyMap<string, Mention> => {
  const called = new Map<string, Mention>()
  for (const m of context.mentions) {
    const also = m.type === 'organization' ? (m.value as Called).also : undefined
    if (also !== undefined && !called.has(also)) called.set(also, m)
  }
  return called
})

/** The mention that said what goes by the name of this one, or this one. */
function sameAs(context: Context, m: Mention): Mention {
  const named = calledIn(context, 0).get((m.value as Called).name)
  return named !== undefined && named.end <= m.start ? named : m
}

/** What a company or other body goes by. */
export const organizationName = (context: Context, m: Mention): string => (sameAs(context, m).value as Called).name

/** A company or other body as a place. */
export function organizationAs(context: Context, m: Mention, rule: string): { readonly value: string; readonly evidence: Evidence } {
  const same = sameAs(context, m)
  const via = same === m ? namedBy(m, rule) : evidence(spanOf(m), rule, 'anaphor', [antecedent(spanOf(same))])
  return { value: `other:${organizationName(context, m)}`, evidence: via }
}

/** The last company named before an offset. */
export const organizationBefore = lastMention(isCompany)

/** The first company that an article names as one; a name that only sets a goal further down is nobody yet. */
export const firstOrganization = firstMention(
  m => m.type === 'organization' && m.rule !== 'organization/sets-goals' && m.rule !== 'organization/aims' && !isGovernment(m)
)

/** The words of a place, with those that introduced it where it is called by its bare name (`huyện Văn Chấn` … `Văn Chấn`). */
export function namedBy(m: Mention, rule: string): Evidence {
  const introduced = m.parts['introduced']
  return introduced === undefined ? evidence(spanOf(m), rule) : evidence(spanOf(m), rule, 'anaphor', [antecedent(introduced)])
}

/** `VCK đạt 288 tỷ đồng`: where the company before a number was named, without which its letters would be what is measured. */
export function nameIntroduced(context: Context, { sentence, anchor }: Pick<Frame, 'sentence' | 'anchor'>): Via[] {
  const units = context.unitsOf(sentence)
  const name = units.mention(units.last(ORGANIZATION, units.at(anchor.start)))
  const introduced = name?.parts['introduced']
  return introduced === undefined ? [] : [antecedent(introduced)]
}
