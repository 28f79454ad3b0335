import { CONNECTIVES } from './lexicon/connectives.ts'
import { FORECASTS_AND_OTHERS } from './lexicon/forecasts-and-others.ts'
import { GOALS } from './lexicon/goals.ts'
import { NO_CUES } from './lexicon/no-cues.ts'
import { PLANS } from './lexicon/plans.ts'
import { RESULTS } from './lexicon/results.ts'
import { SUBJECTS_AND_HEADS } from './lexicon/subjects-and-heads.ts'
import { VERBS } from './lexicon/verbs.ts'
import type { TaggedPhrases } from './tagged-phrases.ts'

/**
 * Closed-class words that the grammar and the status rules read, by tag. A phrase may have several tags. The longest
 * phrase wins, so a word inside a fixed phrase (`mục tiêu quốc gia`) is not read by itself.
 * Sources: the genre's fixed phrases; domain knowledge of goal, result and forecast wording.
 * The order of the lists is that of the tags of a phrase that stands in several.
 */
export const LEXICON: readonly TaggedPhrases[] = [
  ...GOALS,
  ...PLANS,
  ...RESULTS,
  ...FORECASTS_AND_OTHERS,
  ...VERBS,
  ...CONNECTIVES,
  ...SUBJECTS_AND_HEADS,
  ...NO_CUES
]
