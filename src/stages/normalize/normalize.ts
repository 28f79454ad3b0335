import type { NormalizedText, OffsetMap, Repair } from '../../model/text.ts'
import { foldPunctuation, foldTonePlacement, lowerCase } from '../../text/fold.ts'
import { applyEdits, compose } from '../../text/offset-map.ts'
import { ANY_NEED, needsOf } from './needs.ts'
import { editsOf, STEPS } from './steps.ts'

/**
 * Makes a text layer uniform by recorded edits, so that every span of the result leads back to the text layer.
 * Total and linear; a text that is uniform already comes back as it is.
 */
export function normalize(source: string): NormalizedText {
  let text = source
  let map: OffsetMap = null
  let needs = needsOf(text)
  for (const step of STEPS) {
    const edits = editsOf(step, text, needs)
    if (edits.length === 0) continue
    const applied = applyEdits(text, edits)
    text = applied.text
    needs = ANY_NEED
    map = compose(map, applied.map)
  }
  return uniform(text, map, [])
}

/** The same text with slips of the pen put right, which are recorded in it. Repairs are in order and do not overlap. */
export function repaired(normalized: NormalizedText, repairs: readonly Repair[]): NormalizedText {
  const { text, map } = applyEdits(normalized.text, repairs)
  let shift = 0
  const moved = repairs.map(repair => {
    const start = repair.start + shift
    shift += repair.to.length - (repair.end - repair.start)
    return { ...repair, start, end: start + repair.to.length }
  })
  return uniform(text, compose(normalized.map, map), [...normalized.repairs, ...moved])
}

function uniform(text: string, map: OffsetMap, repairs: readonly Repair[]): NormalizedText {
  const match = foldTonePlacement(foldPunctuation(text))
  return { text, match, lower: lowerCase(match), map, repairs }
}
