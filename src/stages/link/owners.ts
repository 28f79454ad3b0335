import { BODY, OBLIQUE, REGION } from '../../mentions/words/owners.ts'
import type { Field } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'
import type { Units } from '../../text/units.ts'
import { isAssigner } from './assigner.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { once } from './nearest.ts'
import { viaOf, withVia } from './reasons.ts'

// So much text before a name is read for what it stands in.
const BEFORE = 16
const assigns = (units: Units, { end }: Span): boolean => isAssigner(units, units.at(end - 1))
// So many lines begin a text.
const LEAD = 3
// So many sentences name what a text is about.
const TOPIC = 3

/** The bodies and regions that a sentence names, in reading order. */
const namedIn = once((context, sentence): readonly Span[] => {
  const { start = 0, end = 0 } = context.sentences[sentence] ?? {}
  const text = context.normalized.match.slice(start, end)
  return [...text.matchAll(BODY), ...text.matchAll(REGION)]
    .map(m => ({ start: start + m.index, end: start + m.index + m[0].length }))
    .toSorted((a, b) => a.start - b.start)
})

/** Those of them that it names otherwise than as where something is. */
const ownersIn = once((context, sentence): readonly Span[] => {
  const text = context.normalized.match
  const first = context.sentences[sentence]?.start ?? 0
  const units = context.unitsOf(sentence)
  return namedIn(context, sentence).filter(o => !OBLIQUE.test(text.slice(Math.max(first, o.start - BEFORE), o.start)) && !assigns(units, o))
})

const named = (context: Context, owner: Span): string => `other:${context.normalized.text.slice(owner.start, owner.end)}`

/** The body whose name a place is a part of: `Trường Đại học Y Hà Nội`. */
export function ownerAround(context: Context, sentence: number, place: Span): Field<string> | undefined {
  const owner = namedIn(context, sentence).find(o => o.start < place.start && place.end <= o.end)
  return owner && { value: named(context, owner), evidence: evidence(owner, 'place/owner') }
}

/** The body or region that was named last before a number in its sentence, unless a place or company was named since. */
export function ownerInSentence(context: Context, sentence: number, at: number): Field<string> | undefined {
  const units = context.unitsOf(sentence)
  const start = units.start(at)
  const owner = ownersIn(context, sentence).findLast(o => o.end <= start)
  if (owner === undefined) return undefined
  const isOver = context
    .mentionsOf(sentence)
    .some(m => (m.type === 'place' || m.type === 'organization') && m.start >= owner.end && m.end <= start && !assigns(units, m))
  return isOver ? undefined : { value: named(context, owner), evidence: evidence(owner, 'place/owner') }
}

/** The body or region that a text begins with and speaks of again. */
const ownerOfArticle = once((context, _): Span | undefined => {
  for (const line of context.lines.slice(0, LEAD))
    for (const s of line.sentences) {
      const owner = ownersIn(context, s.index)[0]
      if (owner !== undefined) return isTopic(context, owner) ? owner : undefined
    }
  return undefined
})

/** Whether a text speaks of a body in so many sentences that it is about it. */
function isTopic(context: Context, owner: Span): boolean {
  const name = context.normalized.lower.slice(owner.start, owner.end).replace(/^(?:vùng|khu vực|trường) /, '')
  return context.sentences.filter(s => context.normalized.lower.slice(s.start, s.end).includes(name)).length >= TOPIC
}

// What is only carried to a number from elsewhere, and says that its goal is the country's.
const COUNTRY = new Set(['place/of-document', 'place/country', 'place/national-body', 'place/no-document'])

/** `found`, or where that is only the country, spoken of elsewhere, the body or region that the text is about. */
export function ownerOfText(context: Context, sentence: number, found: Field<string | null>): Field<string | null> {
  const { evidence: e, value } = found
  const isWide = value === null || (value === 'vn' && e !== null && COUNTRY.has(e.rule) && e.source !== 'same_clause')
  if (!isWide) return found
  const owner = ownerOfArticle(context, 0)
  const first = context.lineOf(sentence).sentences[0]?.start ?? 0
  if (owner === undefined || owner.start >= first) return found
  return withVia({ value: named(context, owner), evidence: evidence(owner, 'place/owner-of-text', 'carried') }, viaOf(e))
}
