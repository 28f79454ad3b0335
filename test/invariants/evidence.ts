import type { Extraction } from '../../src/model/extraction.ts'
import type { AnyRecord } from '../../src/model/record.ts'
import { EVIDENCE_OF } from '../metamorphic/compare.ts'

interface Quote {
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** Every quote with its span, wherever it stands in an extraction. */
export function quotesOf(made: Extraction): Quote[] {
  const found: Quote[] = []
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { start, end, quote } = value as Partial<Quote>
    if (typeof quote === 'string') found.push({ start: start as number, end: end as number, quote })
    for (const inner of Object.values(value)) look(inner)
  }
  look([made.records, made.mentions, made.rejections])
  return found
}

// What says which record it is, of which article, and what it is made of.
const OF_ITSELF = new Set(['kind', 'id', 'article_id', 'anchor', 'evidence', 'rules', 'mentions', 'confidence'])

/** The fields of a record that have a value and no evidence, in words. */
export function unexplained(record: AnyRecord): string[] {
  const evidence = record['evidence'] as Readonly<Record<string, unknown>>
  return Object.entries(record)
    .filter(([field, value]) => value !== null && !OF_ITSELF.has(field) && !namesOf(field).some(name => name in evidence))
    .map(([field]) => `${record.kind} ${record.anchor.quote}: ${field}`)
}

function namesOf(field: string): readonly string[] {
  if (field === 'document_id') return ['document']
  // How a number is compared, and that it is a level, are read off the number.
  return [field, ...(EVIDENCE_OF[field] ?? []), ...(field === 'comparator' || field === 'value_kind' ? ['value'] : [])]
}
