/** What a TypeScript user of the package writes; it is compiled against its declarations (`test/consumer.test.ts`, `npm run smoke`). */
import {
  type Article,
  type ArticleInput,
  articleOf,
  type DocumentRecord,
  type Evidence,
  type ExtractedMention,
  type ExtractedRecord,
  type Extraction,
  extract,
  type TargetRecord,
  UsageError
} from 'muctieu'

/** Fails to compile where a type is `any` or `unknown`, at whatever depth a field stands. */
type Vague<T> = 0 extends 1 & T ? true : unknown extends T ? true : T extends object ? { [K in keyof T]-?: Vague<T[K]> }[keyof T] : never
type Never<T extends never> = T
export type NoFieldIsVague = Never<Extract<Vague<Extraction['records'][number]>, true>>
export type NoMentionIsVague = Never<Extract<Vague<ExtractedMention>, true>>
export type NothingElseIsVague = Never<Extract<Vague<Omit<Extraction, 'records' | 'mentions'>>, true>>

const input: ArticleInput = { text: 'a', title: null, published: '2024-05-06' }
const article: Article = await articleOf(input)
export const { records, mentions, rejections, diagnostics }: Extraction = extract(article, { without: new Set(['place/gazetteer']) })

/** The kind tells the fields. */
export function inWords(record: ExtractedRecord): string {
  const quote: string | null | undefined = (record.evidence['deadline'] as Evidence | undefined)?.quote
  switch (record.kind) {
    case 'document':
      return `${record.number ?? record.title ?? ''} ${record.mentions.map(m => m.quote.trim()).join()}`
    case 'target': {
      const comparator: '=' | '>' | '>=' | '<' | '<=' | '~' | 'range' = record.comparator
      return `${record.indicator?.text.trim()} ${comparator} ${record.low.toFixed(1)} ${record.unit ?? ''} ${record.deadline?.slice(0, 4)} ${quote}`
    }
    case 'rank_goal':
      return `${record.rank_kind satisfies 'top_n' | 'exact' | 'at_least' | 'band' | 'leader' | 'improve'} ${record.subject?.text}`
    case 'observation':
      return record.measure === 'quantity' ? `${record.status} ${record.high * 2}` : `${record.scope ?? ''} ${record.n_low ?? 0}`
    default:
      return record satisfies never
  }
}

export const targets: TargetRecord[] = records.filter(record => record.kind === 'target')
export const numbers: (string | null)[] = records.filter((r): r is DocumentRecord => r.kind === 'document').map(r => r.number)
export const days: (string | null)[] = mentions.flatMap(m => (m.type === 'date' ? [m.value.edtf] : []))
export const said: string[] = [...rejections.map(r => r.message), ...diagnostics.map(d => `${d.severity} ${d.message}`)]
export const sentences: readonly string[] = new UsageError('a').sentences

// @ts-expect-error a text is no article
extract('a')
// @ts-expect-error its article has still to be awaited
extract(articleOf({ text: 'a' }))
// @ts-expect-error there must be a text
await articleOf({ title: 'a' })
// @ts-expect-error a day is written as a string
await articleOf({ text: 'a', published: new Date(0) })
// @ts-expect-error there is no such field
await articleOf({ text: 'a', date: '2024-05-06' })
// @ts-expect-error a document has no deadline
export const none = (record: DocumentRecord): unknown => record.deadline
// @ts-expect-error the fields of a kind are there only where the kind is known
export const unknown = (record: ExtractedRecord): unknown => record.comparator
