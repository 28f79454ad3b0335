import type { Knowledge } from '../model/knowledge.ts'
import { resolvePartial } from './date/resolve.ts'
import { identifyIndicator, identifyMeasure, identifySubject } from './indicator/catalogue.ts'
import { provinceOf, unitsOf } from './place/units.ts'
import { readQuantity } from './quantity/whole.ts'
import { REGIONS } from './regions.ts'

/** What linking needs to know of the mention types, gathered for the pipeline. */
export const KNOWLEDGE: Knowledge = {
  resolvePartial,
  unitsOf,
  regions: REGIONS,
  isCity: id => provinceOf(id)?.type === 'city',
  identifyIndicator,
  identifyMeasure,
  identifySubject,
  readQuantity
}
