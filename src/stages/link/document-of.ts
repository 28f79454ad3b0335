import type { Chunk, Field } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Context } from './context.ts'
import { evidence, type LinkedDocument } from './documents.ts'

/** Which document sets a goal, and by which words. */
export interface DocumentLink {
  readonly document: LinkedDocument
  readonly field: Field<string | null>
}

// A document that is carried out, explained or amended is not the one that sets the goal.
const NOT_SETTING = /(?:thực hiện|triển khai|triển khai thực hiện|cụ thể hóa|quán triệt|căn cứ|sửa đổi|bổ sung|thay thế|phù hợp với|hướng dẫn|tổ chức thực hiện|tuyên truyền|so với|sơ kết|tổng kết|học tập|thi hành|đồng bộ với|bám sát)(?: [a-zà-ỹđ,]+){0,3} ?$/

/** The document that the words of sentence `sentence` before chunk `at` (or all of it) name or point at. */
export function documentInSentence(context: Context, documents: readonly LinkedDocument[], named: ReadonlyMap<Mention, LinkedDocument>, sentence: number, at: number): DocumentLink | undefined {
  const chunks = context.chunksOf(sentence)
  for (let i = Math.min(at, chunks.length) - 1; i >= 0; i--) {
    const found = linkAt(context, documents, named, chunks, i)
    if (found !== undefined) return found
  }
  // Behind the number a document sets it only as `theo Quyết định …`.
  for (let i = at + 1; i < chunks.length; i++) {
    if (chunks[i]?.tags.has('Semicolon')) break
    if (/^(?:theo|trong|tại|của|nêu trong|đề ra trong|như)$/.test(chunks[i - 1]?.text ?? '')) {
      const found = linkAt(context, documents, named, chunks, i)
      if (found !== undefined) return found
    }
  }
  return undefined
}

function linkAt(context: Context, documents: readonly LinkedDocument[], named: ReadonlyMap<Mention, LinkedDocument>, chunks: readonly Chunk[], i: number): DocumentLink | undefined {
  const c = chunks[i] as Chunk
  if (c.mention?.type !== 'document_number' && c.mention?.type !== 'document_name') return undefined
  const before = context.normalized.lower.slice(Math.max(chunks[0]?.start ?? 0, c.start - 48), c.start)
  if (NOT_SETTING.test(before)) return undefined
  if (c.mention.type === 'document_number') {
    const document = documents.find(d => d.numbers.includes(c.mention as never))
    if (document === undefined) return undefined
    return { document, field: { value: document.number.value, evidence: evidence(c, 'document/named') } }
  }
  const own = documents.find(d => d.mentions[0]?.start === c.mention?.start)
  if (own !== undefined) return { document: own, field: { value: own.number.value, evidence: evidence(c, 'document/named') } }
  const antecedent = named.get(c.mention)
  if (antecedent === undefined) return undefined
  return {
    document: antecedent,
    field: { value: antecedent.number.value, evidence: evidence(c, 'document/type-word', 'anaphor', [{ ...antecedent.anchor, role: 'antecedent' }]) }
  }
}

// How a sentence says that it goes on with what stood before.
const CONTINUES = /^(?:["'(\-+*•\s]*)(?:theo đó|trong đó|cụ thể|bên cạnh đó|ngoài ra|đồng thời|cùng với đó|song song|về |đến năm|giai đoạn|tới năm|đến \d|mục tiêu|phấn đấu|riêng|đối với|tiếp đó|các chỉ tiêu|một số chỉ tiêu|tỷ lệ|tỉ lệ|tầm nhìn|định hướng|\d|cũng theo|tỷ trọng|tổng|giá trị|thu hút|100%|ít nhất|trên|hoàn thành|tối thiểu|có |xây dựng|hằng năm|hàng năm|năm \d{4})/

/** The document of an earlier sentence that this one goes on with: in its paragraph, its headers, then before them. */
export function documentAbove(context: Context, documents: readonly LinkedDocument[], named: ReadonlyMap<Mention, LinkedDocument>, sentence: number): DocumentLink | undefined {
  const line = context.lineOf(sentence)
  const first = line.sentences[0]?.index ?? sentence
  const carry = (found: DocumentLink | undefined, source: 'carried' | 'heading'): DocumentLink | undefined => {
    if (found === undefined || found.field.evidence === null) return undefined
    const { field } = found
    return { document: found.document, field: { value: field.value, evidence: { ...field.evidence!, source, rule: 'document/carried' } } }
  }
  for (let s = sentence - 1; s >= first; s--) {
    const found = documentInSentence(context, documents, named, s, Number.MAX_SAFE_INTEGER)
    if (found !== undefined) return carry(found, 'carried')
  }
  for (let header = line.header; header >= 0; header = context.lines[header]?.header ?? -1) {
    for (const s of (context.lines[header]?.sentences ?? []).toReversed()) {
      const found = documentInSentence(context, documents, named, s.index, Number.MAX_SAFE_INTEGER)
      if (found !== undefined) return carry(found, 'heading')
    }
  }
  const opening = context.sentences[first]
  const text = opening === undefined ? '' : context.normalized.lower.slice(opening.start, opening.start + 40)
  const isItem = opening?.kind === 'bullet'
  if (!isItem && !CONTINUES.test(text)) return undefined
  for (let s = first - 1; s >= 0; s--) {
    const found = documentInSentence(context, documents, named, s, Number.MAX_SAFE_INTEGER)
    if (found !== undefined) return carry(found, 'carried')
  }
  return undefined
}
