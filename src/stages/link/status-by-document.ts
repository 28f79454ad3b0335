import type { Chunk } from '../../model/frame.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { lastChunk } from './last-chunk.ts'
import type { StatusQuery, StatusReading } from './status-reading.ts'

const isDocument = ({ mention }: Chunk): boolean => mention?.type === 'document_number' || mention?.type === 'document_name'

// A document that a sentence is told by stands among so many of its first chunks.
const OPENING = 5

/** `Theo Nghị quyết số …, thời kỳ này mở rộng lên 9 bến thuyền`: what a plan is cited for is its goal. */
export function documentStatus(context: Context, { sentence, at }: StatusQuery): StatusReading | undefined {
  const chunks = context.chunksOf(sentence)
  const source = chunks.slice(0, OPENING).findIndex(isDocument)
  if (source < 0 || source >= at || !PLAN_NAME.test(chunks[source]?.text ?? '')) return undefined
  const before = chunks.slice(source, at)
  const isCited = chunks.slice(0, source).some(c => /^(?:theo|tại|trong)$/.test(c.text)) || before.some(c => c.tags.has('Set'))
  const last = before.at(-1)
  const isReached =
    chunks[at]?.tags.has('Percent') === true || last?.tags.has('Do') === true || (last?.tags.has('Reach') === true && last.text !== 'còn')
  if (
    !isCited ||
    !isReached ||
    before.some(c => c.text === 'chỉ' || ['Result', 'Forecast', 'Other', 'Compare', 'Compared', 'Open'].some(t => c.tags.has(t)))
  )
    return undefined
  return { status: 'goal', evidence: evidence(chunks[source] as Chunk, 'status/by-document'), isOwn: false }
}

const PLAN_NAME = /(?:quy hoạch|kế hoạch|chiến lược|đề án|chương trình|nghị quyết|quyết định|phương án)/

const lastSource = lastChunk(['Semicolon', 'Stop'], isDocument)
const orientations = new WeakMap<readonly Chunk[], number>()

/** Where `theo định hướng` first stands before chunk `at`, or -1. */
function firstOrientation(chunks: readonly Chunk[], at: number): number {
  let first = orientations.get(chunks)
  if (first === undefined) {
    first = chunks.findIndex((c, i) => c.text === 'định hướng' && chunks[i - 1]?.text === 'theo')
    orientations.set(chunks, first)
  }
  return first < at ? first : -1
}

/** `Theo Quy hoạch cảng cá, sản lượng dự kiến đạt …`: what a plan expects is its goal. */
export function plannedByDocument(context: Context, { sentence, at }: StatusQuery, own: StatusReading): StatusReading | undefined {
  const chunks = context.chunksOf(sentence)
  const orientation = firstOrientation(chunks, at)
  // `Theo định hướng quốc gia, kinh tế số dự kiến chiếm …`
  if (orientation === 1) {
    const { start, end } = chunks[orientation] as Chunk
    return { status: 'goal', evidence: { ...own.evidence, start, end, rule: 'status/by-plan' }, isOwn: true }
  }
  for (let i = lastSource(chunks, at); i >= 0; i = lastSource(chunks, i)) {
    const c = chunks[i] as Chunk
    if (!isDocument(c)) return undefined
    const leads = i <= 3 || chunks[i - 2]?.tags.has('Comma') === true
    if (leads && /^(?:theo|tại|trong)$/.test(chunks[i - 1]?.text ?? '') && PLAN_NAME.test(c.text))
      return { status: 'goal', evidence: { ...own.evidence, start: c.start, end: c.end, rule: 'status/by-plan' }, isOwn: true }
  }
  return undefined
}
