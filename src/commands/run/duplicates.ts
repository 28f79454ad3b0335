import type { DuplicateCandidate } from '../../store/finish.ts'
import { nearDuplicates } from '../../text/near-duplicates.ts'

/** The near-duplicates among articles: the id of each but the original, with the original's id. */
export function originalsOf(articles: readonly DuplicateCandidate[]): ReadonlyMap<string, string> {
  return new Map([...nearDuplicates(articles)].map(([id, { original }]) => [id, original]))
}
