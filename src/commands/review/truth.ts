import { KNOWLEDGE } from '../../mentions/knowledge.ts'
import type { AnyRecord } from '../../model/record.ts'
import { RECORDS } from '../../records/index.ts'
import { editFieldsOf } from '../../review/edit-form.ts'
import { shortHash } from '../../text/hash.ts'
import { namedId, placeLike, placeNamed } from './gazetteer.ts'
import { isProblem, type Problem, problem } from './problem.ts'

/** What a form for a record was sent with. */
export interface SentRecord {
  readonly get: (name: string) => string | null
  readonly all: (name: string) => readonly string[]
}

/** What a record was made of. */
export interface Making {
  /** The record the form began with. */
  readonly draft: AnyRecord
  readonly text: string
  readonly published: string | null
  /** The article's documents, for links by number. */
  readonly documents: readonly AnyRecord[]
}

interface Evidence {
  readonly start: number | null
  readonly end: number | null
  readonly quote: string | null
  readonly source: string
  readonly rule: string
}

/** The record that a sent form says, checked by its kind's schema, or what is wrong with it. */
export function recordOfForm(sent: SentRecord, { draft, text, published, documents }: Making): AnyRecord | Problem {
  const anchorSpan = spanOf(sent.all('s.anchor').at(-1) ?? '', text)
  if (anchorSpan === null) return problem('anchor', 'anchor')
  const anchor = { ...anchorSpan, quote: text.slice(anchorSpan.start, anchorSpan.end) }
  const values: Record<string, unknown> = { ...draft, anchor }
  const evidence: Record<string, Evidence> = { ...(draft['evidence'] as Record<string, Evidence>) }
  const rule = draft.id === '' ? 'review/add' : 'review/edit'
  const touched = new Set<string>()
  for (const { name, evidence: key, type, hasId } of editFieldsOf(draft.kind, 'rank_kind' in draft)) {
    const typed = sent.get(`f.${name}`)
    if (typed === null) continue
    const value = typedValue(typed, { name, type, hasId: hasId ?? false }, draft, sent.get(`i.${name}`))
    if (isProblem(value)) return value
    if (JSON.stringify(value) !== JSON.stringify(draft[name] ?? null)) touched.add(key)
    values[name] = value
  }
  if (values['deadline'] === null) values['deadline_mod'] = null
  link(values, draft, documents, published)
  const keys = new Set(editFieldsOf(draft.kind, 'rank_kind' in draft).map(f => f.evidence))
  for (const key of keys) {
    const picked = spanOf(
      sent
        .all(`s.${key}`)
        .filter(v => v !== '')
        .at(-1) ?? '',
      text
    )
    if (picked !== null) evidence[key] = { ...picked, quote: text.slice(picked.start, picked.end), source: 'same_clause', rule }
    // What was typed without words to show for it points at the record's own place.
    else if (touched.has(key) && isNamed(key, values)) evidence[key] = { ...anchor, source: 'inferred', rule }
    else if (draft.id === '' && isNamed(key, values)) evidence[key] ??= { ...anchor, source: 'inferred', rule }
    if (!isNamed(key, values)) delete evidence[key]
  }
  const id =
    draft.id === ''
      ? shortHash(
          draft.article_id,
          'added',
          draft.kind,
          anchor.start,
          anchor.end,
          JSON.stringify(values['indicator'] ?? values['subject'] ?? null)
        )
      : draft.id
  const record = { ...values, id, evidence } as unknown as AnyRecord
  return checked(record)
}

/** A record that its kind's schema takes, or what is wrong with it. */
export function checked(record: AnyRecord): AnyRecord | Problem {
  const parsed = RECORDS.find(r => r.kind === record.kind)?.schema.safeParse(record)
  if (parsed?.success) return record
  const issue = parsed?.error.issues[0]
  const field = String(issue?.path.find(part => typeof part === 'string') ?? 'value')
  if (field === 'value') return problem(field, 'rank_kind' in record || record['comparator'] !== 'range' ? 'order' : 'range')
  const value = record[field]
  if (value === null || value === undefined || value === '') return problem(field, 'missing')
  return problem(field, DATES.has(field) ? 'date' : 'unfit', String(typeof value === 'object' ? '' : value))
}

const DATES = new Set(['deadline', 'as_of', 'issued', 'period', 'horizon'])

function typedValue(
  typed: string,
  { name, type, hasId }: { readonly name: string; readonly type: unknown; readonly hasId: boolean },
  draft: AnyRecord,
  id: string | null
): unknown {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (hasId) {
    // Whose name is typed whole is meant, also where nobody typed its id.
    const wanted = id === null || id.trim() === '' ? namedId(name, text) : namedId(name, id)
    return id !== null && id.trim() !== '' && wanted === null ? problem(name, 'id', id.trim()) : text === '' ? null : { id: wanted, text }
  }
  if (type === 'number') {
    const number = numberOf(typed)
    return Number.isNaN(number) ? problem(name, 'number', typed.trim()) : number
  }
  if (text === '') return null
  if (name !== 'place') return typed.trim().normalize('NFC')
  return placeNamed(text, draft['place']) ?? problem(name, 'place', text, placeLike(text))
}

// Place and document are told by more than what is typed.
function link(values: Record<string, unknown>, draft: AnyRecord, documents: readonly AnyRecord[], published: string | null): void {
  if (values['place'] !== draft['place'] || draft.id === '') {
    const place = values['place'] as string | null
    values['place_units'] = place === null ? null : ((draft['place_units'] as number | null) ?? KNOWLEDGE.unitsOf(place, published))
    if (place !== null && KNOWLEDGE.unitsOf(place, published) === null) values['place_units'] = null
  }
  if (!('document_number' in values) || values['document_number'] === draft['document_number']) return
  const number = values['document_number']
  values['document_id'] = number === null ? null : (documents.find(d => d['number'] === number)?.id ?? null)
}

const OF_EVIDENCE: Readonly<Record<string, readonly string[]>> = {
  value: ['low', 'n_low'],
  rank: ['rank_kind'],
  document: ['document_number', 'document_id']
}

function isNamed(key: string, values: Readonly<Record<string, unknown>>): boolean {
  return (OF_EVIDENCE[key] ?? [key]).some(name => values[name] != null)
}

/** A number as typed, with a point or a decimal comma; null where there is none, NaN where it is no number. */
function numberOf(typed: string): number | null {
  const text = typed.trim()
  if (text === '') return null
  return /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

function spanOf(value: string, text: string): { readonly start: number; readonly end: number } | null {
  const [, start = '', end = ''] = /^(\d{1,9}),(\d{1,9})$/.exec(value) ?? []
  const span = { start: Number(start), end: Number(end) }
  return start !== '' && span.start < span.end && span.end <= text.length ? span : null
}
