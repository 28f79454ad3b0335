import { COUNTRY, PART_END } from '../../mentions/words/tags.ts'
import type { Field, Frame } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { Rank } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import type { Context } from './context.ts'
import { evidence, none } from './evidence.ts'
import { spanOf } from './linked-date.ts'
import type { Phrase } from './phrase.ts'
import type { StatusReading } from './status-reading.ts'

/** A rank with where it is counted and what it is said of. */
export interface ReadRank {
  readonly frame: Frame
  readonly scope: Field<string | null>
  readonly subjects: readonly Phrase[]
  readonly status: StatusReading | undefined
}

/** Where the rank is counted: as printed in it, at the end of its clause, or as in the rank before it. */
export function scopeOf(
  context: Context,
  anchor: Mention<Rank>,
  units: Units,
  at: number,
  previous: ReadRank | undefined,
  subjects: readonly Phrase[]
): Field<string | null> {
  const { value, parts } = anchor
  if (value.scope !== null) {
    const span: Span = parts['scope'] ?? parts['noun'] ?? parts['total'] ?? spanOf(anchor)
    return { value: value.scope, evidence: evidence(span, anchor.rule, parts['scope'] === undefined ? 'inferred' : 'same_clause') }
  }
  for (let i = at + 1; i < units.length; i++) {
    if (units.is(i, PART_END) || units.mention(i)?.type === 'rank') break
    if (units.is(i, COUNTRY)) return { value: 'national', evidence: evidence(units.spanOf(i), 'rank_goal/scope-behind') }
  }
  for (const subject of subjects) {
    const usual = context.knowledge.identifySubject(subject.text, null)?.scope
    if (usual) return { value: usual, evidence: evidence(subject, 'rank_goal/scope-of-subject', 'inferred') }
  }
  if (previous?.scope.value != null && previous.scope.evidence !== null)
    return { value: previous.scope.value, evidence: { ...previous.scope.evidence, source: 'carried', rule: 'rank_goal/scope-carried' } }
  return none
}

/** The scopes of a rank: `Việt Nam và khu vực` are two, of which only the first is the rank's own. */
export function scopesOf(anchor: Mention<Rank>, first: Field<string | null>): readonly Field<string | null>[] {
  const span = anchor.parts['more']
  if (anchor.value.further === undefined || span === undefined) return [first]
  return [first, ...anchor.value.further.map(value => ({ value, evidence: evidence(span, anchor.rule) }))]
}
