import type { Evidence, Field, Frame, GrammarMatch, LinkedFrame, RejectedFrame } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { Quantity } from '../../model/values.ts'
import { edtfEndYear, edtfPrecision } from '../../text/edtf.ts'
import type { Context } from './context.ts'
import { spanOf } from './dates.ts'
import { type Deadline, NO_DEADLINE } from './deadline.ts'
import type { DocumentLink } from './document-link.ts'
import { evidence, none } from './evidence.ts'
import { openingOf } from './headers.ts'
import { antecedent, because, viaOf, withVia } from './reasons.ts'
import type { Scopes } from './scopes.ts'
import type { Status } from './status-reading.ts'
import { isPercent, ReadTarget } from './target-indicator.ts'
import { identify, kindOf, spanOfYears } from './target-kind.ts'
import { refuse } from './target-refusal.ts'

/** Reads all numbers of an article, in reading order: targets, observations, and what was refused. */
export function linkTargets(
  context: Context,
  frames: readonly Frame[],
  scopes: Scopes
): { linked: LinkedFrame[]; rejected: RejectedFrame[] } {
  const linked: LinkedFrame[] = []
  const rejected: RejectedFrame[] = []
  const read: ReadTarget[] = []
  let last: Last | undefined
  let accepted: ReadTarget | undefined
  let whole: { readonly target: ReadTarget; readonly deadline: Deadline } | undefined
  let due: Due | undefined
  const baselines = new Set(frames.flatMap(f => baselineMention(context, f) ?? []))
  for (const frame of frames) {
    const chunks = context.chunksOf(frame.sentence)
    const at = chunks.findIndex(c => c.mention === frame.anchor)
    if (at < 0) continue
    const quantity = frame.anchor.value as Quantity
    const said = scopes.status(frame.sentence, at, isPercent(quantity))
    // Where a goal starts from is how things are.
    const status = baselines.has(frame.anchor) && said?.status === 'goal' ? { ...said, status: 'current' as const } : said
    const target = new ReadTarget(context, frame, at, status, read)
    read.push(target)
    const isGoal = status?.status === 'goal' && !baselines.has(frame.anchor)
    if (!isPercent(quantity)) {
      if (!isGoal) continue
      const refusal = refuse(target, chunks, accepted)
      if (refusal !== undefined) {
        rejected.push({ kind: 'target', anchor: spanOf(frame.anchor), ...refusal, rule: target.best?.reading.rule ?? frame.anchor.rule })
        continue
      }
    }
    // A number that goes on with the goals before it is of their document.
    const goesOn = status?.evidence.rule === 'status/list' || status?.evidence.rule === 'status/carried'
    const own = isGoal ? scopes.document(frame.sentence, at) : undefined
    const document = own?.document === undefined && isGoal && goesOn ? (carriedOn(last, own) ?? own) : own
    if (isGoal) {
      const field = document?.field ?? none
      last = { document: document?.document, field, of: spanOf(frame.anchor), begun: begunWith(field, 'document/goes-on', last?.begun) }
      accepted = target
    }
    const deadline = isGoal ? deadlineOf(context, target, document, scopes, whole, due && { ...due, isList: goesOn }) : NO_DEADLINE
    const begun = begunWith(deadline.value, 'deadline/goes-on', due?.begun)
    if (isGoal) due = { sentence: frame.sentence, of: spanOf(frame.anchor), deadline, isList: goesOn, begun }
    if (isGoal && !isBreakdown(context, frame.sentence)) whole = { target, deadline }
    linked.push(assemble(context, target, document, deadline, scopes))
  }
  return { linked, rejected }
}

function baselineMention(context: Context, frame: Frame): Mention | undefined {
  // Only a number after `từ` is where another starts from.
  if (!context.mentionsOf(frame.sentence).some(m => m.tags.includes('From'))) return undefined
  const slot = frame.readings[0]?.rule === 'target/from-to' ? frame.readings[0].slots['baseline'] : undefined
  return slot === undefined ? undefined : (context.chunksOf(frame.sentence)[slot.from]?.mention ?? undefined)
}

/** Whether a sentence splits up what the one before it says: `Trong đó, khu vực I tăng …`. */
function isBreakdown(context: Context, sentence: number): boolean {
  const s = context.sentences[sentence]
  return (
    s !== undefined &&
    /^(?:["'(\-+*•\s]*)(?:trong đó|bao gồm|gồm|cụ thể)(?: là)?[,: ]/.test(context.normalized.lower.slice(s.start, s.start + 24))
  )
}

/** Whether the time of the goal before stands nearer than what was found; of a period and its last year the number's kind decides. */
function isFarther(context: Context, own: Deadline, { deadline, isList }: Due): boolean {
  const { value, evidence: entry } = own.value
  if (value === null) return isList
  const year = edtfEndYear(deadline.value.value ?? '')
  // What was to be done by a year that is over is no longer the list's time.
  if (year === null || year === edtfEndYear(value) || year < Number(context.article.record.published?.slice(0, 4) ?? 0)) return false
  return (
    entry?.source === 'document' ||
    (isList && entry?.rule === 'deadline/carried' && (entry.start ?? 0) < (deadline.value.evidence?.start ?? 0))
  )
}

/** The lines that stand between those of two sentences. */
function linesBetween(context: Context, from: number, to: number): number[] {
  const first = context.lineOf(from).index + 1
  return Array.from({ length: Math.max(0, context.lineOf(to).index - first) }, (_, i) => first + i)
}

/** The time of the goal before, with that goal's sentence. */
interface Due {
  readonly sentence: number
  readonly of: Span
  /** Whether the goal at hand goes on with a list of goals. */
  readonly isList: boolean
  readonly deadline: Deadline
  /** What the list's time was read from where it began. */
  readonly begun: Evidence | null
}

/** What a field that goes on from goal to goal was first read from: its reasons do not grow with the list. */
function begunWith(field: Field, rule: string, before: Evidence | null | undefined): Evidence | null {
  return field.evidence?.rule === rule ? (before ?? field.evidence) : field.evidence
}

/** Whether a goal is the plan that a result is a share of: `đạt 112,88% so với chỉ tiêu Bộ Tài chính giao 9.400 tỷ đồng`. */
function isMeasuringPlan(context: Context, { frame, status }: ReadTarget): boolean {
  if (status === undefined) return false
  const { rule, start } = status.evidence
  if (rule === 'status/plan-word' || rule === 'status/actual-and-target') return true
  const chunks = context.chunksOf(frame.sentence)
  const word = chunks.findIndex(c => c.start === start)
  return (
    rule === 'status/goal-word' &&
    /^(?:chỉ tiêu|kế hoạch|dự toán)/.test(chunks[word]?.text ?? '') &&
    chunks.slice(Math.max(0, word - 3), word).some(c => c.tags.has('Percent'))
  )
}

/** When a goal is due; the parts of a goal are due with it. */
function deadlineOf(
  context: Context,
  target: ReadTarget,
  document: DocumentLink | undefined,
  scopes: Scopes,
  whole: { readonly target: ReadTarget; readonly deadline: Deadline } | undefined,
  last: Due | undefined
): Deadline {
  const { frame, at, quantity, unit } = target
  const reading = target.best?.reading
  const over =
    spanOfYears(context.chunksOf(frame.sentence), at, quantity, unit) ??
    (kindOf(context, target, reading).value === 'growth' ? 'growth' : null)
  const own = scopes.deadline(frame.sentence, at, over, document)
  const source = own.value.evidence?.source
  // A plan that a result is measured by is that year's.
  const isYearly =
    own.value.evidence?.rule !== 'deadline/closing' && (source !== 'same_clause' || edtfPrecision(own.value.value ?? '') === 'day')
  if (isYearly && isMeasuringPlan(context, target)) return scopes.planYear(frame.sentence, at) ?? own
  // A list of goals goes on: its time is said where the list began, not in a title or further away.
  if (last !== undefined && last.deadline.value.value !== null && last.deadline.value.evidence !== null && isFarther(context, own, last)) {
    const between = last.isList ? [] : linesBetween(context, last.sentence, frame.sentence)
    if (between.length > 0)
      return { ...own, value: withVia(own.value, between.length > 1 ? [] : [openingOf(context, between[0] as number)]) }
    return {
      value: withVia(
        {
          value: last.deadline.value.value,
          evidence: { ...(last.begun ?? last.deadline.value.evidence), source: 'carried', rule: 'deadline/goes-on' }
        },
        [antecedent(last.of), ...viaOf(own.value.evidence)]
      ),
      mod: last.deadline.mod
    }
  }
  if (
    source === 'same_clause' ||
    whole === undefined ||
    whole.deadline.value.value === null ||
    whole.deadline.value.evidence === null ||
    !isBreakdown(context, frame.sentence)
  )
    return own
  if (
    own.value.value !== null &&
    own.value.evidence !== null &&
    (own.value.evidence.start ?? 0) >= (context.sentences[frame.sentence]?.start ?? 0)
  )
    return own
  if (whole.target.frame.sentence !== frame.sentence - 1 || context.lineOf(frame.sentence) !== context.lineOf(whole.target.frame.sentence))
    return own
  return {
    value: {
      value: whole.deadline.value.value,
      evidence: { ...whole.deadline.value.evidence, source: 'carried', rule: 'deadline/of-whole' }
    },
    mod: whole.deadline.mod
  }
}

function assemble(
  context: Context,
  target: ReadTarget,
  document: DocumentLink | undefined,
  deadline: Deadline,
  scopes: Scopes
): LinkedFrame {
  const { frame, at, quantity, unit, phrase, status } = target
  const reading = target.best?.reading
  const isGoal = status?.status === 'goal'
  const kind = kindOf(context, target, reading)
  const place = scopes.place(frame.sentence, at, document)
  const baseline = baselineOf(context, frame, reading)
  const { id, isByPlace } = phrase === undefined ? UNIDENTIFIED : identify(context, target, kind.value, place.value)
  const indicator = isByPlace ? identifiedBy(target.indicatorField, place) : target.indicatorField
  const rules = [frame.anchor.rule, ...(reading === undefined ? [] : [reading.rule])]
  const entries: Record<string, Evidence> = {}
  const add = (name: string, entry: Evidence | null | undefined): void => {
    if (entry != null) entries[name] = entry
  }
  add('value', evidence(spanOf(frame.anchor), frame.anchor.rule))
  if (isGoal || status !== undefined) add('status', status?.evidence)
  else add('status', evidence(spanOf(frame.anchor), 'status/no-cue', 'inferred', scopes.unsaid(frame.sentence, at, isPercent(quantity))))
  const comparator = comparatorSpan(frame.anchor)
  if (quantity.comparator !== '=') add('comparator', evidence(comparator ?? spanOf(frame.anchor), frame.anchor.rule))
  add('indicator', indicator.evidence)
  add('qualifier', target.qualifier === undefined ? null : evidence(target.qualifier, 'indicator/part-of'))
  add('direction', kind.direction.evidence)
  add('deadline', deadline.value.evidence)
  add('place', place.evidence)
  add('document', document?.field.evidence)
  add('baseline', baseline.evidence)
  const units = scopes.placeUnits(place, document?.document)
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
      status: (status?.status ?? 'other') satisfies Status,
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
    rules: [...new Set([...rules, ...Object.values(entries).map(e => e.rule)])]
  }
}

const UNIDENTIFIED = { id: null, isByPlace: false }

/** An indicator whose id its goal's place decides: where that is spoken of elsewhere, so is what is measured. */
function identifiedBy<V>(indicator: Field<V>, { evidence: e }: Field<string | null>): Field<V> {
  if (indicator.evidence === null || e === null || (e.source === 'same_clause' && e.via.length === 0)) return indicator
  const source = indicator.evidence.source === 'same_clause' ? 'carried' : indicator.evidence.source
  return withVia({ value: indicator.value, evidence: { ...indicator.evidence, source } }, viaOf(e))
}

/** The document of the last goal, with that goal's number. */
interface Last extends DocumentLink {
  readonly of: Span
  /** What the list's document was read from where it began, or what withheld it. */
  readonly begun: Evidence | null
}

/** A list of goals goes on: its document is that of the goal before, whatever says that no other one is. */
function carriedOn(last: Last | undefined, own: DocumentLink | undefined): DocumentLink | undefined {
  if (last === undefined) return undefined
  if (last.document === undefined || last.field.evidence === null)
    return { document: undefined, field: because(own?.field ?? none, [antecedent(last.of), ...viaOf(last.begun)], 'document/goes-on') }
  const { value } = last.field
  const e = last.begun ?? last.field.evidence
  return {
    document: last.document,
    field: withVia({ value, evidence: { ...e, source: 'carried', rule: 'document/goes-on' } }, [
      antecedent(last.of),
      ...viaOf(own?.field.evidence)
    ])
  }
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
  const mention = context.chunksOf(frame.sentence)[slot.from]?.mention
  if (mention?.type !== 'quantity') return none
  const { low, high, unit } = mention.value as Quantity
  return { value: { low, high, unit }, evidence: evidence(spanOf(mention), 'target/from-to') }
}
