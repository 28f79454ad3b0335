import { kindOf as kindOfObserved } from '../../decisions/observed/observed.ts'
import type { Evidence, Field, Frame, GrammarMatch, LinkedFrame } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { Quantity } from '../../model/values.ts'
import type { Context } from './context.ts'
import type { Deadline } from './deadline.ts'
import type { DocumentLink } from './document-link.ts'
import { evidence, none } from './evidence.ts'
import { observedFor } from './licences.ts'
import { spanOf } from './linked-date.ts'
import { viaOf, withVia } from './reasons.ts'
import type { Scopes } from './scopes.ts'
import type { Status } from './status-reading.ts'
import { identify } from './target-identity.ts'
import type { ReadTarget } from './target-indicator.ts'
import { kindOf } from './target-kind.ts'
import type { Owners } from './target-owners.ts'
import { isPercent } from './target-unit.ts'

/** The frame of a number that was read: its fields with the evidence of each. */
export function assemble(
  context: Context,
  target: ReadTarget,
  document: DocumentLink | undefined,
  deadline: Deadline,
  scopes: Scopes,
  owners: Owners
): LinkedFrame {
  const { frame, at, quantity, unit, phrase, status } = target
  const reading = target.best?.reading
  const isGoal = status?.status === 'goal'
  const kind = kindOf(context, target)
  const place = isGoal ? owners.of(target, scopes.place(frame.sentence, at, document)) : scopes.place(frame.sentence, at, document)
  const baseline = baselineOf(context, frame, reading)
  const { id, isByPlace } = phrase === undefined ? UNIDENTIFIED : identify(context, target, kind.value, place.value)
  const indicator = isByPlace ? identifiedBy(target.indicatorField, place) : target.indicatorField
  const rules = [frame.anchor.rule, ...(reading === undefined ? [] : [reading.rule]), ...licensedBy(target)]
  const entries: Record<string, Evidence> = {}
  const add = (name: string, entry: Evidence | null | undefined): void => {
    if (entry == null) return
    entries[name] = entry
    if (!rules.includes(entry.rule)) rules.push(entry.rule)
  }
  add('value', evidence(spanOf(frame.anchor), frame.anchor.rule))
  const said =
    status?.evidence ?? evidence(spanOf(frame.anchor), 'status/no-cue', 'inferred', scopes.unsaid(frame.sentence, at, isPercent(quantity)))
  const kindSaid: Status = isGoal ? 'goal' : kindOfObserved(observedFor(context, target))
  add('status', status === undefined || status.status === kindSaid ? said : { ...said, rule: 'status/by-words' })
  const comparator = comparatorSpan(frame.anchor)
  if (quantity.comparator !== '=') add('comparator', evidence(comparator ?? spanOf(frame.anchor), frame.anchor.rule))
  add('indicator', indicator.evidence)
  add('qualifier', qualifierEvidence(context, target))
  add('direction', kind.direction.evidence)
  add('deadline', deadline.value.evidence)
  add('place', place.evidence)
  add('document', document?.field.evidence)
  add('baseline', baseline.evidence)
  const units = scopes.placeUnits(place, document?.document, document?.field.evidence)
  add('place_units', units.evidence)
  const isTarget = isGoal
  const asOf = isTarget ? none : scopes.asOf(frame.sentence, at)
  add('as_of', asOf.evidence)
  return {
    kind: isTarget ? 'target' : 'observation',
    anchor: spanOf(frame.anchor),
    order: [indicator.evidence?.start ?? null, null, deadline.value.value === null ? null : (deadline.value.evidence?.start ?? null)],
    fields: {
      ...(isTarget ? {} : { measure: 'quantity' }),
      status: kindSaid,
      place: place.value,
      place_units: units.value,
      document: document?.document ?? null,
      document_number: document?.field.value ?? null,
      indicator: indicator.value === null ? null : { id, text: indicator.value.text },
      qualifier: target.qualifier?.text ?? null,
      comparator: quantity.comparator,
      low: quantity.low,
      high: quantity.high,
      unit,
      value_kind: kind.value,
      direction: kind.direction.value,
      baseline: baseline.value,
      deadline: deadline.value.value,
      deadline_mod: deadline.mod,
      ...(isTarget ? {} : { as_of: asOf.value, reason: scopes.reason(frame.sentence) })
    },
    evidence: entries,
    ...(target.licence === undefined ? {} : { licence: target.licence.own }),
    rules
  }
}

/** Where a part or limit was read: in the number's own sentence, or with the measure that it goes on with. */
function qualifierEvidence(context: Context, { qualifier, qualifierRule, frame, indicatorField }: ReadTarget): Evidence | null {
  if (qualifier === undefined) return null
  const { start, end } = context.sentences[frame.sentence] as Span
  if (qualifier.start >= start && qualifier.end <= end) return evidence(qualifier, qualifierRule)
  return evidence(qualifier, qualifierRule, 'carried', viaOf(indicatorField.evidence))
}

/** The reason that weighs most for or against that the number is a goal. */
function licensedBy({ licence }: ReadTarget): readonly string[] {
  const best = licence?.reasons.find(r => r.points > 0 === licence.isGiven)
  return best === undefined ? [] : [best.id]
}

const UNIDENTIFIED = { id: null, isByPlace: false }

/** An indicator whose id its goal's place decides: where that is spoken of elsewhere, so is what is measured. */
function identifiedBy<V>(indicator: Field<V>, { evidence: e }: Field<string | null>): Field<V> {
  if (indicator.evidence === null || e === null || (e.source === 'same_clause' && e.via.length === 0)) return indicator
  const source = indicator.evidence.source === 'same_clause' ? 'carried' : indicator.evidence.source
  return withVia({ value: indicator.value, evidence: { ...indicator.evidence, source } }, viaOf(e))
}

function comparatorSpan(mention: Mention): { start: number; end: number } | undefined {
  return mention.parts['behind'] ?? mention.parts['comparator'] ?? mention.parts['from']
}

function baselineOf(
  context: Context,
  frame: Frame,
  reading: GrammarMatch | undefined
): Field<{ low: number; high: number; unit: string | null } | null> {
  const slot = reading?.slots['baseline']
  if (slot === undefined) return none
  const mention = context.unitsOf(frame.sentence).mention(slot.from)
  if (mention?.type !== 'quantity') return none
  const { low, high, unit } = mention.value as Quantity
  return { value: { low, high, unit }, evidence: evidence(spanOf(mention), 'target/from-to') }
}
