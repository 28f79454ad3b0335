import type { Evidence, Field, Frame, LinkedFrame, RejectedFrame } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Rank } from '../../model/values.ts'
import type { Context } from './context.ts'
import { type Deadline, NO_DEADLINE } from './deadline.ts'
import { evidence, none } from './evidence.ts'
import { spanOf } from './linked-date.ts'
import type { Phrase } from './phrase.ts'
import { isAspiration } from './rank-aspiration.ts'
import { type ReadRank, scopeOf, scopesOf } from './rank-scopes.ts'
import { goesOn, rankStatus } from './rank-status.ts'
import { subjectsOf } from './rank-subject.ts'
import { antecedent, withheld } from './reasons.ts'
import type { Scopes } from './scopes.ts'
import type { StatusReading } from './status-reading.ts'

/** Reads all ranks of an article, in reading order: one record for each thing that a rank is said of and each scope. */
export function linkRanks(
  context: Context,
  frames: readonly Frame[],
  scopes: Scopes
): { linked: LinkedFrame[]; rejected: RejectedFrame[] } {
  const linked: LinkedFrame[] = []
  const rejected: RejectedFrame[] = []
  const read: ReadRank[] = []
  for (const frame of frames) {
    const units = context.unitsOf(frame.sentence)
    const at = units.placeOf(frame.anchor)
    if (at < 0) continue
    const last = read.at(-1)
    const previous = last?.frame.sentence === frame.sentence ? last : undefined
    const { subjects, rule, source } = subjectsOf(context, frame, at, previous?.subjects ?? [])
    const scope = scopeOf(context, frame.anchor as Mention<Rank>, units, at, previous, subjects)
    const hasMeasure = rule === 'rank_goal/of-subject' && subjects.some(s => subjectId(context, s.text, scope.value) !== null)
    const own = rankStatus(context, frame, at, hasMeasure, scopes)
    const status = own ?? goesOn(context, frame, previous)
    if (status === undefined && isAspiration(frame.anchor)) {
      rejected.push(epithet(frame))
      continue
    }
    read.push({ frame, scope, subjects, status })
    const list: (Phrase | undefined)[] = subjects.length > 0 ? [...subjects] : [undefined]
    for (const subject of list)
      for (const one of scopesOf(frame.anchor as Mention<Rank>, scope))
        linked.push(assemble(context, frame, at, one, subject, rule, source, status, scopes))
  }
  return { linked, rejected }
}

/** What says what somebody is, and no position that is strived for. */
const epithet = ({ anchor }: Frame): RejectedFrame => ({
  kind: 'rank_goal',
  anchor: spanOf(anchor),
  reason: 'rank/epithet',
  message: 'nobody is said to strive for it',
  rule: anchor.rule
})

/** The catalogue id of a subject for ranks of this scope. */
function subjectId(context: Context, text: string, scope: string | null): string | null {
  const isAbroad = scope === null ? null : ['world', 'asia', 'asean', 'sea'].includes(scope)
  return context.knowledge.identifySubject(text, isAbroad)?.id ?? context.knowledge.identifyMeasure(text)
}

// From so many paragraphs before no time is carried to a rank whose own sentence says that it is aimed at.
const FAR = 4

/**
 * The time of a rank, if it is the rank's own: what somebody is to become has only a time that is said of it, another aim of
 * its own sentence none from far above.
 */
function ownDeadline(context: Context, frame: Frame, status: StatusReading, deadline: Deadline): Deadline {
  const { evidence: read } = deadline.value
  if (read === null || read.start === null || read.end === null || status.evidence.source !== 'same_clause') return deadline
  if (read.rule !== 'deadline/carried' && read.rule !== 'deadline/document-period') return deadline
  const { start, end } = read
  const own = context.lineOf(frame.sentence).index
  const line = context.lines.findLastIndex((l, i) => i <= own && (l.sentences[0]?.start ?? 0) <= start)
  if (!isAspiration(frame.anchor) && status.evidence.rule !== 'status/strived-for' && own - line <= FAR) return deadline
  return { value: withheld([antecedent({ start, end }), ...read.via], 'deadline/of-others'), mod: null }
}

function assemble(
  context: Context,
  frame: Frame,
  at: number,
  scope: Field<string | null>,
  subject: Phrase | undefined,
  rule: string,
  source: 'same_clause' | 'carried',
  status: StatusReading | undefined,
  scopes: Scopes
): LinkedFrame {
  const anchor = frame.anchor as Mention<Rank>
  const { value } = anchor
  const isGoal = status?.status === 'goal'
  const document = isGoal ? scopes.document(frame.sentence, at) : undefined
  const place = scopes.place(frame.sentence, at, document)
  const deadline = isGoal ? ownDeadline(context, frame, status, scopes.deadline(frame.sentence, at, null, document)) : NO_DEADLINE
  const units = scopes.placeUnits(place, document?.document, document?.field.evidence)
  const asOf = isGoal ? none : scopes.asOf(frame.sentence, at)
  const entries: Record<string, Evidence> = {}
  const add = (name: string, entry: Evidence | null | undefined): void => {
    if (entry != null) entries[name] = entry
  }
  add('rank', evidence(spanOf(anchor), anchor.rule))
  add('scope', scope.evidence)
  add('status', status?.evidence ?? evidence(spanOf(anchor), 'status/no-cue', 'inferred', scopes.unsaid(frame.sentence, at, false)))
  add('subject', subject === undefined ? null : evidence(subject, rule, source))
  add('deadline', deadline.value.evidence)
  add('place', place.evidence)
  add('document', document?.field.evidence)
  add('place_units', units.evidence)
  add('as_of', asOf.evidence)
  return {
    kind: isGoal ? 'rank_goal' : 'observation',
    anchor: spanOf(anchor),
    order: [
      subject?.start ?? null,
      scope.evidence?.start ?? null,
      deadline.value.value === null ? null : (deadline.value.evidence?.start ?? null)
    ],
    fields: {
      ...(isGoal ? {} : { measure: 'rank' }),
      status: status?.status ?? 'current',
      place: place.value,
      place_units: units.value,
      document: document?.document ?? null,
      document_number: document?.field.value ?? null,
      subject: subject === undefined ? null : { id: subjectId(context, subject.text, scope.value), text: subject.text },
      rank_kind: value.rank_kind,
      n_low: value.n_low,
      n_high: value.n_high,
      total: value.total,
      band: value.band,
      scope: scope.value,
      deadline: deadline.value.value,
      deadline_mod: deadline.mod,
      ...(isGoal ? {} : { as_of: asOf.value, reason: scopes.reason(frame.sentence) })
    },
    evidence: entries,
    rules: [...new Set([anchor.rule, ...Object.values(entries).map(e => e.rule)])]
  }
}
