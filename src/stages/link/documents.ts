import type { Mention } from '../../model/mention.ts'
import type { DocumentNumber } from '../../model/values.ts'
import type { Context } from './context.ts'
import type { LinkedDate } from './linked-date.ts'
import type { LinkedDocument } from './linked-document.ts'
import { namedDocuments } from './named-documents.ts'
import { groupNumbers, numberedDocument } from './numbered-documents.ts'

/** Finds the documents of an article in order of their first naming, merging mentions of one document. */
export function linkDocuments(context: Context, dates: readonly LinkedDate[]): readonly LinkedDocument[] {
  const numbers = context.mentions.filter(m => m.type === 'document_number') as Mention<DocumentNumber>[]
  const drafts = numbers.length === 0 ? [] : groupNumbers(context, numbers)
  const numbered = drafts.map(group => numberedDocument(context, dates, group))
  const bySentence = Map.groupBy(numbered, d => d.sentence)
  const named = namedDocuments(context, dates).filter(n => bySentence.get(n.sentence)?.some(d => isNameOf(d, n)) !== true)
  return [...numbered, ...named].toSorted((a, b) => a.anchor.start - b.anchor.start)
}

/** Whether an unnumbered document is only the title of a numbered one: `Quyết định số … phê duyệt Đề án …`. */
function isNameOf(numbered: LinkedDocument, named: LinkedDocument): boolean {
  const { title } = numbered
  return title !== null && named.anchor.start >= title.span.start && named.anchor.start <= title.span.end + 2
}
