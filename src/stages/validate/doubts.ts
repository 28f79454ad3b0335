import type { Evidence, LinkedFrame } from '../../model/frame.ts'

/** A reason to doubt a target, and how much it weighs. */
interface Doubt {
  readonly points: number
  readonly applies: (frame: LinkedFrame) => boolean
}

const of = ({ evidence }: LinkedFrame, field: string): Evidence | undefined => evidence[field]
const isFrom = (frame: LinkedFrame, field: string, ...sources: string[]): boolean => sources.includes(of(frame, field)?.source ?? '')
const isBy = (frame: LinkedFrame, field: string, rules: RegExp): boolean => rules.test(of(frame, field)?.rule ?? '')
const isNull = (frame: LinkedFrame, field: string): boolean => frame.fields[field] === null
const hasDocument = ({ fields }: LinkedFrame): boolean =>
  (fields['document'] as { number?: { value: string | null } } | null)?.number?.value != null

/**
 * What makes a target less sure. The weights are those that best parted right from wrong records on annotated articles
 * (`eval` prints how well they do): a time or place that was carried from further away weighs more than one pointed at.
 */
const DOUBTS: Readonly<Record<string, Doubt>> = {
  'nothing is named that the number measures': { points: 8, applies: f => isNull(f, 'indicator') },
  'the indicator is one word that is in no catalogue': { points: 4, applies: f => isOneWord(f) },
  'the indicator was read by a loose pattern': {
    points: 2,
    applies: f => isBy(f, 'indicator', /^(?:target\/(?:with|amount-of|change-of)|indicator\/(?:verb|of-aim|head-of-clause))$/)
  },
  'no time is given': { points: 4, applies: f => isNull(f, 'deadline') },
  'the time stands in another sentence': {
    points: 4,
    applies: f => !isNull(f, 'deadline') && isBy(f, 'deadline', /^deadline\/(?:carried|carried-in-paragraph|goes-on|closing)$/)
  },
  'the place was named before': { points: 3, applies: f => isFrom(f, 'place', 'carried') },
  'the place is pointed at': { points: 1, applies: f => isFrom(f, 'place', 'anaphor') },
  'no place is known': { points: 4, applies: f => isNull(f, 'place') },
  'a document is named that does not set it': { points: 3, applies: f => !hasDocument(f) && of(f, 'document') !== undefined },
  'no document is named': { points: 1, applies: f => !hasDocument(f) && of(f, 'document') === undefined },
  'the document was named before': { points: 2, applies: f => hasDocument(f) && isFrom(f, 'document', 'carried') },
  'its goal word stands in another sentence': { points: 1, applies: f => isBy(f, 'status', /^status\/(?:carried|list)$/) },
  'only its time makes it a goal': { points: 1, applies: f => isBy(f, 'status', /^status\/future-date$/) },
  'the value is about so much or at most': { points: 3, applies: f => ['~', '<', '<='].includes(String(f.fields['comparator'])) },
  'it is a rate of growth': { points: 2, applies: f => f.fields['value_kind'] === 'growth' }
}

// Up to so many points of doubt a target is of high, of medium confidence.
const HIGH = 3
const MEDIUM = 6

/** The band of a target by all that speaks against it. */
export function bandOf(frame: LinkedFrame): 'high' | 'medium' | 'low' {
  let points = 0
  for (const doubt of Object.values(DOUBTS)) if (doubt.applies(frame)) points += doubt.points
  return points <= HIGH ? 'high' : points <= MEDIUM ? 'medium' : 'low'
}

function isOneWord({ fields }: LinkedFrame): boolean {
  const indicator = fields['indicator'] as { id?: string | null; text: string } | null
  return indicator !== null && indicator.id == null && !indicator.text.trim().includes(' ')
}
