import type { ValueClass } from '../../model/knowledge.ts'
import type { Quantity } from '../../model/values.ts'

// Of the other classes the class itself says what is counted.
const COUNTED: ReadonlySet<ValueClass> = new Set(['any', 'count', 'rate'])
const MONEY = /đồng|USD/
/** `10.000 dân`, `nghìn dân`: what a rate is counted by. */
const PER_PEOPLE = /\/[^/]{0,24}dân/

/**
 * Whether a number in its unit can be one of an indicator of a class whose catalogued units are these (`% xã|xã`,
 * `doanh nghiệp|/1.000 dân`): a sum of money is no count of communes, a count of projects none of the enterprises that have
 * them, and a number of doctors none for so many people.
 */
export function isInUnits({ form }: Pick<Quantity, 'form'>, unit: string | null, wanted: ValueClass, units: string): boolean {
  if (!COUNTED.has(wanted)) return true
  const known = units.split('|')
  if (form === 'money') return known.some(one => MONEY.test(one))
  if (form !== 'count' || unit === null) return true
  if (known.some(one => PER_PEOPLE.test(one)) && PER_PEOPLE.test(unit)) return true
  return known.some(one => !one.includes('/') && unit.toLowerCase().includes(one.replace('% ', '')))
}
