import type { Field, Via } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { once } from './nearest.ts'
import { named, ownersIn } from './owners.ts'
import { isCompany, organizationName } from './place-before.ts'
import { speaks } from './place-subject.ts'
import { antecedent, viaOf, withVia } from './reasons.ts'

// So many lines begin a text.
const LEAD = 3
// So many sentences name what a text is about, a company that it is about.
const TOPIC = 3
const COMPANY_TOPIC = 4

/** Who a text is about, with the words that tell so. */
interface Topic {
  readonly value: string
  readonly at: Span
  readonly via: readonly Via[]
}

const leadOf = ({ lines }: Context): readonly number[] => lines.slice(0, LEAD).flatMap(line => line.sentences.map(s => s.index))

/** The body or region that a text begins with and speaks of again. */
const bodyOf = once((context, _): Topic | undefined => {
  const owner = leadOf(context).flatMap(sentence => ownersIn(context, sentence))[0]
  return owner !== undefined && isTopic(context, owner) ? { value: named(context, owner), at: owner, via: [] } : undefined
})

/** The company that a text begins with and speaks of again. */
const companyOf = once((context, _): Topic | undefined => {
  const told = new Map<string, Mention[]>()
  for (const { index } of context.sentences)
    for (const [name, m] of companiesIn(context, index)) told.set(name, [...(told.get(name) ?? []), m])
  for (const sentence of leadOf(context))
    for (const [name, at] of companiesIn(context, sentence)) {
      const others = (told.get(name) ?? []).slice(0, COMPANY_TOPIC)
      if (others.length === COMPANY_TOPIC) return { value: `other:${name}`, at, via: others.map(antecedent) }
    }
  return undefined
})

/** The companies that a sentence speaks of, not those that say what it says. */
const companiesIn = once((context, sentence): ReadonlyMap<string, Mention> => {
  const found = new Map<string, Mention>()
  for (const m of context.mentionsOf(sentence)) {
    if (!isCompany(m, context) || speaks(context.unitsOf(sentence), m)) continue
    const name = organizationName(context, m)
    if (!found.has(name)) found.set(name, m)
  }
  return found
})

/** Whether a text speaks of a body in so many sentences that it is about it. */
function isTopic(context: Context, owner: Span): boolean {
  const name = context.normalized.lower.slice(owner.start, owner.end).replace(/^(?:vùng|khu vực|trường) /, '')
  return context.sentences.filter(s => context.normalized.lower.slice(s.start, s.end).includes(name)).length >= TOPIC
}

// What is only carried to a number from elsewhere, and says that its goal is the country's.
const COUNTRY = new Set(['place/of-document', 'place/country', 'place/national-body', 'place/no-document'])

/** `found`, or where that is only the country, spoken of elsewhere, who the text is about. */
export function ownerOfText(context: Context, sentence: number, found: Field<string | null>): Field<string | null> {
  const { evidence: e, value } = found
  const isWide = value === null || (value === 'vn' && e !== null && COUNTRY.has(e.rule) && e.source !== 'same_clause')
  if (!isWide) return found
  // Where the country is spoken of, its goals are told by companies too.
  const topic = bodyOf(context, 0) ?? (value === null ? companyOf(context, 0) : undefined)
  const first = context.lineOf(sentence).sentences[0]?.start ?? 0
  if (topic === undefined || topic.at.start >= first) return found
  return withVia({ value: topic.value, evidence: evidence(topic.at, 'place/owner-of-text', 'carried', topic.via) }, viaOf(e))
}
