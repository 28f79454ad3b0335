import type { Chunk } from '../../model/frame.ts'
import type { Context } from './context.ts'
import { evidence } from './documents.ts'
import { readStatus, type StatusQuery, type StatusReading } from './status.ts'

/**
 * The status of a number: by its own sentence, else by what leads it: the header of its list, the sentence before in its
 * paragraph, and for a sentence that says it goes on, the paragraph before.
 */
export function statusInContext(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const sentence = context.sentences[query.sentence]
  if (sentence?.kind === 'related' || sentence?.kind === 'caption') {
    const c = context.chunksOf(query.sentence)[query.at] as Chunk
    return { status: 'other', evidence: evidence({ start: c.start, end: c.end }, sentence.kind === 'caption' ? 'status/caption' : 'status/related-link', 'inferred'), isOwn: true }
  }
  const own = readStatus(context, query, now)
  if (own?.isOwn) return own
  const header = headerStatus(context, query)
  if (header !== undefined) return header
  // `phải`, `sẽ` in the sentence itself speak louder than the sentence before; a comparison does not.
  if (own?.status === 'goal') return own
  return paragraphStatus(context, query, now) ?? own
}

/** A header that sets goals makes goals of what stands under it. */
function headerStatus(context: Context, { sentence }: StatusQuery): StatusReading | undefined {
  const line = context.lineOf(sentence)
  for (let header = line.header; header >= 0; header = context.lines[header]?.header ?? -1) {
    for (const s of (context.lines[header]?.sentences ?? []).toReversed()) {
      const chunks = context.chunksOf(s.index)
      const last = chunks.findLast(c => c.tags.has('Goal') || c.tags.has('Result'))
      const isHeading = s.kind === 'heading' || /:$/.test(context.normalized.text.slice(s.start, s.end))
      if (!isHeading) continue
      if (last !== undefined) return { status: last.tags.has('Goal') ? 'goal' : 'result', evidence: evidence(last, 'status/header', 'heading'), isOwn: false }
      const due = chunks.find(c => c.tags.has('Deadline'))
      if (due !== undefined) return { status: 'goal', evidence: evidence(due, 'status/header-date', 'heading'), isOwn: false }
    }
  }
  return undefined
}

const CONTINUES = /^(?:["'(\-+*•\s]*)(?:theo đó|trong đó|cụ thể|bên cạnh đó|ngoài ra|đồng thời|cùng với đó|song song|về |đến năm|riêng|tỷ lệ|tỉ lệ|tầm nhìn|tỷ trọng|tổng|giá trị|thu hút|100%|tiếp đó|các chỉ tiêu)/

/**
 * The status of the last number in an earlier sentence of the paragraph, which a sentence without words of its own goes on
 * with; before the paragraph only for a sentence that says so.
 */
function paragraphStatus(context: Context, query: StatusQuery, now: string | null): StatusReading | undefined {
  const line = context.lineOf(query.sentence)
  const first = line.sentences[0]?.index ?? query.sentence
  const opening = context.sentences[query.sentence]
  const text = opening === undefined ? '' : context.normalized.lower.slice(opening.start, opening.start + 30)
  const from = CONTINUES.test(text) && opening?.kind !== 'bullet' ? 0 : first
  for (let s = query.sentence - 1; s >= from; s--) {
    const chunks = context.chunksOf(s)
    const at = chunks.findLastIndex(c => c.tags.has('Quantity') || c.tags.has('Rank'))
    const goal = chunks.findLast(c => c.tags.has('Goal'))
    if (at < 0 && goal === undefined) continue
    const found = at < 0 ? undefined : readStatus(context, { ...query, sentence: s, at }, now)
    if (found?.isOwn) return { status: found.status, evidence: { ...found.evidence, source: 'carried', rule: 'status/carried' }, isOwn: false }
    if (goal !== undefined && (at < 0 || s < first || query.isPercent)) return { status: 'goal', evidence: evidence(goal, 'status/carried', 'carried'), isOwn: false }
  }
  return undefined
}
