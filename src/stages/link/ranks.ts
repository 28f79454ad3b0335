import type { Chunk, Evidence, Field, Frame, LinkedFrame } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { Place, Rank } from '../../model/values.ts'
import type { Context } from './context.ts'
import { NO_DEADLINE } from './deadline.ts'
import { evidence, none } from './evidence.ts'
import { spanOf } from './linked-date.ts'
import type { Phrase } from './phrase.ts'
import { subjectsOf } from './rank-subject.ts'
import type { Scopes } from './scopes.ts'
import type { StatusReading } from './status-reading.ts'

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
    const last = read.at(-1)
    const previous = last?.frame.sentence === frame.sentence ? last : undefined
    const { subjects, rule, source } = subjectsOf(context, frame, at, previous?.subjects ?? [])
    const scope = scopeOf(context, frame.anchor as Mention<Rank>, chunks, at, previous, subjects)
    read.push({ frame, scope, subjects })
    const list: (Phrase | undefined)[] = subjects.length > 0 ? [...subjects] : [undefined]
    for (const subject of list) linked.push(assemble(context, frame, at, scope, subject, rule, source, scopes))
  }
  return linked
}

/** The catalogue id of a subject for ranks of this scope. */
function subjectId(context: Context, text: string, scope: string | null): string | null {
  const isAbroad = scope === null ? null : ['world', 'asia', 'asean', 'sea'].includes(scope)
  return context.knowledge.identifySubject(text, isAbroad)?.id ?? context.knowledge.identifyMeasure(text)
}

/** Where the rank is counted: as printed in it, at the end of its clause, or as in the rank before it. */
function scopeOf(
  context: Context,
  anchor: Mention<Rank>,
  chunks: readonly Chunk[],
  at: number,
  previous: ReadRank | undefined,
  subjects: readonly Phrase[]
): Field<string | null> {
  const { value, parts } = anchor
  if (value.scope !== null) {
    const span: Span = parts['scope'] ?? parts['noun'] ?? parts['total'] ?? spanOf(anchor)
    return { value: value.scope, evidence: evidence(span, anchor.rule, parts['scope'] === undefined ? 'inferred' : 'same_clause') }
  }
  for (let i = at + 1; i < chunks.length; i++) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Semicolon') || c.tags.has('Stop') || c.mention?.type === 'rank') break
    if (c.mention?.type === 'place' && (c.mention.value as Place).level === 'country')
      return { value: 'national', evidence: evidence(c, 'rank_goal/scope-behind') }
  }
  for (const subject of subjects) {
    const usual = context.knowledge.identifySubject(subject.text, null)?.scope
    if (usual) return { value: usual, evidence: evidence(subject, 'rank_goal/scope-of-subject', 'inferred') }
  }
  if (previous?.scope.value != null && previous.scope.evidence !== null)
    return { value: previous.scope.value, evidence: { ...previous.scope.evidence, source: 'carried', rule: 'rank_goal/scope-carried' } }
  return none
}

const MEMBER =
  /^(?:(?:tiếp tục|duy trì|giữ vững|giữ) )?(?:thuộc|nằm trong|vào|lọt|đứng trong|đứng vào|vươn lên|trở thành|quay lại|trở lại|trong) /
const LASTING =
  /(?:^| )(?:được đánh giá|được xếp|luôn|liên tục|liên tiếp|vẫn|nhiều năm|lần đầu|lần đầu tiên|năm thứ|từng|năm rồi|năm ngoái)(?: |$)/

// How a sentence begins that tells what was reached.
const TOLD = /^(?:kết quả|nhờ|theo (?:báo cáo|đánh giá|bảng|công bố))(?: |,)/

// How things are compared, not where somebody is to stand.
const SUPERLATIVE = / (?:cao|tốt|lớn|nhanh|mạnh|thấp|nhiều) nhất| (?:khá|(?<!trung bình )cao|tốt)$/

/**
 * Plans state positions without a word of their own (`chỉ số GII thuộc nhóm 45 nước đứng trên`): a membership that is not
 * said to last or to have been reached is a goal, and so is a least improvement.
 */
function rankStatus(
  context: Context,
  frame: Frame,
  at: number,
  hasMeasure: boolean,
  said: StatusReading | undefined
): StatusReading | undefined {
  const anchor = frame.anchor as Mention<Rank>
  const chunks = context.chunksOf(frame.sentence)
  const { lower } = context.normalized
  const words = lower.slice(anchor.start, anchor.end).trimStart()
  const goal: StatusReading = { status: 'goal', evidence: evidence(spanOf(anchor), 'status/membership', 'inferred'), isOwn: false }
  const lead = chunks.slice(Math.max(0, at - 8), at)
  // `góp phần đưa X vào nhóm …` is what somebody wants, also under `kỳ vọng`.
  const isDriven = lead.some(c => c.tags.has('Raise') && /đưa/.test(c.text))
  if (said?.status === 'forecast' && isDriven) return goal
  // `chỉ tiêu giao cho Hải Phòng cao nhất trong vùng`: where the quota itself stands.
  const word = chunks.findIndex(c => c.start === said?.evidence.start)
  const isOfQuota =
    /^(?:chỉ tiêu|kế hoạch|dự toán)$/.test(chunks[word]?.text ?? '') && chunks.slice(word, at).some(c => c.tags.has('Assign'))
  if (said !== undefined && isOfQuota) return { ...said, status: 'current' }
  if (said !== undefined) return said
  // `Duy trì thuộc nhóm 4 nước dẫn đầu ASEAN`, at a sentence's beginning: an order.
  if (at === 0 && /^(?:duy trì|giữ vững|tiếp tục duy trì)(?: |$)/.test(words)) return goal
  const clause = lower.slice(lead[0]?.start ?? anchor.start, anchor.end)
  if (LASTING.test(clause)) return undefined
  if (anchor.value.rank_kind === 'improve') return /ít nhất|tối thiểu|không/.test(words) ? goal : undefined
  if (anchor.rule === 'rank/market-class') return goal
  if (anchor.value.rank_kind !== 'top_n' && anchor.value.rank_kind !== 'band') return undefined
  if (isDriven) return goal
  // `thuộc nhóm 3 nước dẫn đầu Đông Nam Á, nhóm 50 nước đứng đầu thế giới`: positions in a row go together.
  const row = chunks.filter(c => c.tags.has('Rank'))
  const first = MEMBER.test(words) ? { start: anchor.start, text: words } : row.find(c => MEMBER.test(c.text))
  if (first === undefined || first.start > anchor.start || SUPERLATIVE.test(words) || SUPERLATIVE.test(first.text)) return undefined
  const isItem = context.sentences[frame.sentence]?.kind === 'bullet'
  const isTold = /^lọt /.test(first.text) || TOLD.test(lower.slice(chunks[0]?.start, first.start))
  const isRow = !isTold && row.some(c => c.start > first.start && /^(?:nhóm|top|tốp) \d/.test(c.text))
  return isItem || hasMeasure || isRow ? goal : undefined
}

function assemble(
  context: Context,
  frame: Frame,
  at: number,
  scope: Field<string | null>,
  subject: Phrase | undefined,
  rule: string,
  source: 'same_clause' | 'carried',
  scopes: Scopes
): LinkedFrame {
  const anchor = frame.anchor as Mention<Rank>
  const { value } = anchor
  const status = rankStatus(
    context,
    frame,
    at,
    subject !== undefined && rule === 'rank_goal/of-subject' && subjectId(context, subject.text, scope.value) !== null,
    scopes.status(frame.sentence, at, false)
  )
  const isGoal = status?.status === 'goal'
  const document = isGoal ? scopes.document(frame.sentence, at) : undefined
  const place = scopes.place(frame.sentence, at, document)
  const deadline = isGoal ? scopes.deadline(frame.sentence, at, null, document) : NO_DEADLINE
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
