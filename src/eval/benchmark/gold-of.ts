import type { Span } from '../../model/span.ts'
import type { GoldArticle, Quoted } from '../gold.ts'
import type { WholeLine } from './format.ts'

/** A line of the benchmark as gold: with the words of its text at every span. The text is the line's, in NFC. */
export function goldOf(line: WholeLine, text: string): GoldArticle {
  const quoted = <T extends Span>(item: T): T & Quoted => ({ ...item, quote: text.slice(item.start, item.end) })
  const named = <T extends Span>(item: T | null): (T & Quoted) | null => (item === null ? null : quoted(item))
  return {
    article: line.article,
    sha256: line.sha256,
    document_numbers: line.document_numbers?.map(quoted),
    dates: line.dates?.map(quoted),
    quantities: line.quantities?.map(q => (q.status === 'goal' ? { ...quoted(q), indicator: named(q.indicator) } : quoted(q))),
    ranks: line.ranks?.map(r => ({ ...quoted(r), subject: named(r.subject) }))
  }
}
