import type { Chunk, Evidence, Field, Frame, GrammarMatch, LinkedFrame } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { Place, Rank } from '../../model/values.ts'
import type { Context } from './context.ts'
import { spanOf } from './dates.ts'
import { NO_DEADLINE } from './deadline.ts'
import { evidence, none } from './documents.ts'
import { type Phrase, phraseOf, trim } from './indicator.ts'
import type { Scopes } from './scopes.ts'

interface ReadRank {
  readonly frame: Frame
  readonly scope: Field<string | null>
  readonly subjects: readonly Phrase[]
}

/** Reads all ranks of an article, in reading order: one record for each thing that a rank is said of. */
export function linkRanks(context: Context, frames: readonly Frame[], scopes: Scopes): LinkedFrame[] {
  const linked: LinkedFrame[] = []
  const read: ReadRank[] = []
  for (const frame of frames) {
    const chunks = context.chunksOf(frame.sentence)
    const at = chunks.findIndex(c => c.mention === frame.anchor)
    if (at < 0) continue
    const previous = read.findLast(r => r.frame.sentence === frame.sentence)
    const { subjects, rule, source } = subjectsOf(context, frame, chunks, at, previous)
    const scope = scopeOf(context, frame.anchor as Mention<Rank>, chunks, at, previous)
    read.push({ frame, scope, subjects })
    const list: (Phrase | undefined)[] = subjects.length > 0 ? [...subjects] : [undefined]
    for (const subject of list) linked.push(assemble(context, frame, at, scope, subject, rule, source, scopes))
  }
  return linked
}

interface Subjects {
  readonly subjects: readonly Phrase[]
  readonly rule: string
  readonly source: 'same_clause' | 'carried'
}

function subjectsOf(context: Context, frame: Frame, chunks: readonly Chunk[], at: number, previous: ReadRank | undefined): Subjects {
  const inside = frame.anchor.parts['inside']
  if (inside !== undefined) {
    const phrase = trim(context, inside.start, inside.end)
    if (phrase !== undefined) return { subjects: [phrase], rule: frame.anchor.rule, source: 'same_clause' }
  }
  for (const reading of frame.readings) {
    const slot = reading.slots['subject']
    if (slot === undefined) continue
    const parts = slotPhrases(context, frame.sentence, chunks, reading)
    const usable = parts.filter(p => !/^(?:tỉnh|thành phố|địa phương|huyện|công tác|cả nước|phấn đấu|xếp hạng|năm|nước|việt nam)$/i.test(p.text))
    if (usable.length > 0) return { subjects: usable, rule: reading.rule, source: 'same_clause' }
  }
  // `đến năm 2025 nhóm 15 …; đến năm 2030 nhóm 10 …`: the second is of the first's subject.
  if (previous !== undefined && previous.subjects.length > 0) return { subjects: previous.subjects, rule: 'rank_goal/same-subject', source: 'carried' }
  void at
  return { subjects: [], rule: 'rank_goal/alone', source: 'same_clause' }
}

const VERBAL = /^(?:nghiên cứu|phát triển|xây dựng|ứng dụng|quản lý|sử dụng|thực hiện|cải thiện|bảo vệ|khai thác|tiếp cận|đào tạo|giải phóng|thông quan|thời gian)\b/i

/** A subject slot, split where it names several things (`về A, B và C`), kept whole where one object follows several verbs. */
function slotPhrases(context: Context, sentence: number, chunks: readonly Chunk[], reading: GrammarMatch): Phrase[] {
  const slot = reading.slots['subject']
  if (slot === undefined) return []
  const whole = phraseOf(context, sentence, slot)
  if (whole === undefined) return []
  if (reading.rule !== 'rank_goal/about') {
    // Before the rank a coordination of two heads is two subjects (`tốc độ tăng trưởng và GRDP bình quân`).
    return [whole]
  }
  const cuts: number[] = []
  let depth = 0
  for (let i = slot.from; i < slot.to; i++) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Open')) depth++
    else if (c.tags.has('Close')) depth--
    else if (depth === 0 && (c.tags.has('Comma') || c.tags.has('And'))) cuts.push(i)
  }
  const bounds = [slot.from, ...cuts.map(c => c + 1), slot.to]
  const parts: Phrase[] = []
  for (let i = 0; i + 1 < bounds.length; i++) {
    const to = i + 2 < bounds.length ? (cuts[i] as number) : slot.to
    const phrase = phraseOf(context, sentence, { from: bounds[i] as number, to })
    if (phrase !== undefined) parts.push(phrase)
  }
  const isList = parts.length > 1 && parts.every(p => p.text.includes(' ') && !VERBAL.test(p.text))
  return isList ? parts : [whole]
}

/** Where the rank is counted: as printed in it, at the end of its clause, or as in the rank before it. */
function scopeOf(context: Context, anchor: Mention<Rank>, chunks: readonly Chunk[], at: number, previous: ReadRank | undefined): Field<string | null> {
  const { value, parts } = anchor
  void context
  if (value.scope !== null) {
    const span: Span = parts['scope'] ?? parts['noun'] ?? parts['total'] ?? spanOf(anchor)
    return { value: value.scope, evidence: evidence(span, anchor.rule, parts['scope'] === undefined ? 'inferred' : 'same_clause') }
  }
  for (let i = at + 1; i < chunks.length; i++) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Semicolon') || c.tags.has('Stop') || c.mention?.type === 'rank') break
    if (c.mention?.type === 'place' && (c.mention.value as Place).level === 'country') return { value: 'national', evidence: evidence(c, 'rank_goal/scope-behind') }
  }
  if (previous?.scope.value != null && previous.scope.evidence !== null) return { value: previous.scope.value, evidence: { ...previous.scope.evidence, source: 'carried', rule: 'rank_goal/scope-carried' } }
  return none
}

function assemble(context: Context, frame: Frame, at: number, scope: Field<string | null>, subject: Phrase | undefined, rule: string, source: 'same_clause' | 'carried', scopes: Scopes): LinkedFrame {
  const anchor = frame.anchor as Mention<Rank>
  const { value } = anchor
  const status = scopes.status(frame.sentence, at, false)
  const isGoal = status?.status === 'goal'
  const document = isGoal ? scopes.document(frame.sentence, at) : undefined
  const place = scopes.place(frame.sentence, at, document?.document)
  const deadline = isGoal ? scopes.deadline(frame.sentence, at, false, document?.document) : NO_DEADLINE
  const units = scopes.placeUnits(place, document?.document)
  const asOf = isGoal ? none : scopes.asOf(frame.sentence, at)
  const entries: Record<string, Evidence> = {}
  const add = (name: string, entry: Evidence | null | undefined): void => {
    if (entry != null) entries[name] = entry
  }
  add('rank', evidence(spanOf(anchor), anchor.rule))
  add('scope', scope.evidence)
  add('status', status?.evidence ?? evidence(spanOf(anchor), 'status/no-cue', 'inferred'))
  add('subject', subject === undefined ? null : evidence(subject, rule, source))
  add('deadline', deadline.value.evidence)
  add('place', place.evidence)
  add('document', document?.field.evidence)
  add('place_units', units.evidence)
  add('as_of', asOf.evidence)
  return {
    kind: isGoal ? 'rank_goal' : 'observation',
    anchor: spanOf(anchor),
    order: [subject?.start ?? null, scope.evidence?.start ?? null, deadline.value.evidence?.start ?? null],
    fields: {
      ...(isGoal ? {} : { measure: 'rank' }),
      status: status?.status ?? 'current',
      place: place.value,
      place_units: units.value,
      document: document?.document ?? null,
      document_number: document?.field.value ?? null,
      subject: subject === undefined ? null : { id: context.knowledge.identifySubject(subject.text) ?? context.knowledge.identifyIndicator(subject.text, () => true), text: subject.text },
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
