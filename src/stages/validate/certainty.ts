import type { LinkedFrame } from '../../model/frame.ts'
import table from './certainty.json' with { type: 'json' }

/** Points by what a target was read from; together, with the constant, ten times the logarithm of the odds that it is right in every field. */
const POINTS: ReadonlyMap<string, number> = new Map(Object.entries(table.points))

// The least points of high and of medium confidence: right in four of five, in three of five.
export const HIGH = 14
export const MEDIUM = 4

// A licence of fewer points than these is a weaker one.
const LICENCES = [10, 20, 30, 40, 50, 60, 80]

/** The band of a target by all that it was read from. */
export function bandOf(frame: LinkedFrame): 'high' | 'medium' | 'low' {
  let points = table.constant
  for (const trait of traitsOf(frame)) points += POINTS.get(trait) ?? 0
  return points >= HIGH ? 'high' : points >= MEDIUM ? 'medium' : 'low'
}

/**
 * What may speak for or against a target, by name: the rule behind each field and where its words stand, fields that are
 * not known, and what kind of value it is (`scripts/fit/confidence.ts` finds how much each counts).
 */
export function traitsOf(frame: LinkedFrame): string[] {
  const { fields, evidence, licence = 0 } = frame
  const traits: string[] = []
  for (const [field, { rule, source }] of Object.entries(evidence)) traits.push(`${field} ${rule}`, `${field} ${source}`)
  for (const field of ['deadline', 'place', 'document_number', 'indicator']) if (fields[field] === null) traits.push(`no ${field}`)
  const place = fields['place'] as string | null
  if (place !== null) traits.push(`place of ${place === 'vn' ? 'the country' : place.startsWith('other:') ? 'another' : 'a province'}`)
  traits.push(`value ${String(fields['comparator'])}`, `value of ${String(fields['value_kind'])}`)
  const indicator = fields['indicator'] as { id?: string | null; text: string } | null
  if (indicator !== null) traits.push(indicator.id == null ? `indicator of ${wordsOf(indicator.text)}` : 'indicator in the catalogue')
  for (const least of LICENCES) if (licence < least) traits.push(`licence < ${least}`)
  return traits
}

const wordsOf = (text: string): string => (text.trim().includes(' ') ? 'words' : 'a word')
