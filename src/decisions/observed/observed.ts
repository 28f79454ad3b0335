import type { Status } from '../../model/values.ts'
import { PhraseTable, saidAround } from '../phrase-table.ts'
import { type Wording, ZONES } from '../wording.ts'
import table from './points.json' with { type: 'json' }

/** What a share may be that is no goal. */
export const KINDS = ['result', 'current', 'forecast', 'other'] as const
export type Kind = (typeof KINDS)[number]

/** A share that is no goal, and what is said around it. */
export interface Observed {
  readonly wording: Wording
  /** The unit that it is. */
  readonly at: number
  /** What its words were read as, and by which rule; undefined where none spoke of it. */
  readonly reading: { readonly status: Status; readonly rule: string } | undefined
  /** The words of its sentence before it, in lower case. */
  readonly said: string
  /** The year in which the text was written, where that is known. */
  readonly year: number | undefined
}

/** Points for each of the kinds, in their order. */
type Points = readonly number[]

const TRAITS: ReadonlyMap<string, Points> = new Map(Object.entries(table.traits))
const PHRASES = new PhraseTable<Points>(table)

/** The kind that most speaks for, by how it was read and the words around it (`scripts/fit/observed.ts` finds how much each counts). */
export function kindOf(observed: Observed): Kind {
  const sums = [...table.constants]
  const add = (points: Points): void => {
    for (let k = 0; k < KINDS.length; k++) sums[k] = (sums[k] as number) + (points[k] as number)
  }
  for (const trait of traitsOf(observed)) add(TRAITS.get(trait) ?? NONE)
  for (const points of PHRASES.around(observed.wording, observed.at)) add(points)
  return KINDS[sums.indexOf(Math.max(...sums))] as Kind
}

const NONE: Points = KINDS.map(() => 0)

const YEAR = /(?<!\d)20\d\d(?!\d)/g

/** How a share was read, and whether the years before it in its sentence are past, to come, or that of the text. */
export function traitsOf({ reading, said, year }: Observed): string[] {
  const traits = reading === undefined ? ['read as nothing'] : [`read as ${reading.status}`, `read by ${reading.rule}`]
  if (year === undefined) return traits
  const years = new Set((said.match(YEAR) ?? []).map(y => Math.sign(Number(y) - year)))
  return [...traits, ...[...years].map(sign => (sign < 0 ? 'a year past' : sign === 0 ? 'the year of the text' : 'a year to come'))]
}

/** All that may have points for a share: its traits, and the words around it by zone. */
export const saidOf = (observed: Observed): string[] => [
  ...traitsOf(observed),
  ...ZONES.flatMap(zone => [...saidAround(observed.wording, observed.at, zone)].map(words => `${zone}\t${words}`))
]
