import type { NormalizedText, OffsetMap } from '../../model/text.ts'
import { foldPunctuation, foldTonePlacement, lowerCase } from '../../text/fold.ts'
import { applyEdits, compose } from '../../text/offset-map.ts'
import { STEPS } from './steps.ts'

/**
 * Makes a text layer uniform by recorded edits, so that every span of the result leads back to the text layer.
 * Total and linear; a text that is uniform already comes back as it is.
 */
export function normalize(source: string): NormalizedText {
  let text = source
  let map: OffsetMap = null
  for (const step of STEPS) {
    const edits = step.edits(text)
    if (edits.length === 0) continue
    const applied = applyEdits(text, edits)
    text = applied.text
    map = compose(map, applied.map)
  }
  const match = foldTonePlacement(foldPunctuation(text))
  return { text, match, lower: lowerCase(match), map, repairs: [] }
}
