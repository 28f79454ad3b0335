import type { AnyRecord } from '../../model/record.ts'
import { bySpan } from '../../model/span.ts'
import { wordOverlap } from '../../text/similarity.ts'
import { type Settled, settle } from './apply.ts'
import { sameClaim } from './claim.ts'
import type { Decision } from './decision.ts'

/** What a gold line is made of: an article, what was read of it, and what was decided. */
export interface GoldSource {
  /** The article's name in gold. */
  readonly name: string
  readonly sha256: string
  readonly text: string
  /** What the reviewed run read. */
  readonly records: readonly AnyRecord[]
  readonly decisions: readonly Decision[]
}

/** A line of gold, and how much of it was decided by people. */
export interface GoldLine {
  readonly line: Readonly<Record<string, unknown>>
  /** Entries that a person decided: as the program read them, or otherwise. */
  readonly asRead: number
  readonly otherwise: number
  /** Entries taken over from the program that nobody looked at; each has the note `unreviewed`. */
  readonly unreviewed: number
}

interface Quoted {
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** The gold line of an article: its records as decisions leave them. */
export function goldLine({ name, sha256, text, records, decisions }: GoldSource): GoldLine {
  const settled = settle(sha256, records, decisions)
  const kept = settled.filter(s => s.record !== null && (s.decision !== null || isGoldMatter(s.record)))
  // A target may point at a document that a reviewer took out: the link was not decided with it.
  const present = settled.flatMap(s => s.record ?? s.read ?? [])
  const entries = kept.map(s => ({ ...entryOf(s, text, present), settled: s }))
  const of = (list: string) =>
    entries
      .filter(e => e.list === list)
      .map(e => e.entry)
      .toSorted(bySpan)
  const decided = settled.filter(s => s.decision !== null)
  const isAsRead = ({ record, read }: Settled) => sameClaim(record, read)
  return {
    line: { article: name, sha256, quantities: of('quantities'), ranks: of('ranks'), documents: of('documents') },
    asRead: decided.filter(isAsRead).length,
    otherwise: decided.filter(s => !isAsRead(s)).length,
    unreviewed: kept.filter(s => s.decision === null).length
  }
}

// Gold is complete on percentages, goals, ranks and documents; other numbers it leaves out.
function isGoldMatter(record: AnyRecord): boolean {
  return record.kind !== 'observation' || record['measure'] === 'rank' || /%|phần trăm/.test(record.anchor.quote)
}

function entryOf(
  { record, decision }: Settled,
  text: string,
  all: readonly AnyRecord[]
): { readonly list: string; readonly entry: Quoted & Readonly<Record<string, unknown>> } {
  const r = record as AnyRecord
  const note =
    decision === null ? 'unreviewed' : [`decided by ${decision.reviewer}`, decision.reason, decision.note].filter(Boolean).join('; ')
  const { start, end } = r.anchor
  // Quotes are taken from the text: gold has to stand on it, whatever was typed.
  const head = { start, end, quote: text.slice(start, end) }
  if (r.kind === 'document')
    return {
      list: 'documents',
      entry: { ...head, ...pick(r, ['number', 'type', 'issuer', 'place', 'issued', 'title', 'period', 'horizon']), note }
    }
  const status = String(r['status'] ?? 'goal')
  if ('rank_kind' in r) {
    const fields = pick(r, ['rank_kind', 'n_low', 'n_high', 'total', 'scope', 'deadline', 'band'])
    return { list: 'ranks', entry: { ...head, status, ...linksOf(r, all), subject: namedOf(r, 'subject', text), ...fields, note } }
  }
  if (status !== 'goal') return { list: 'quantities', entry: { ...head, status, ...pick(r, ['low', 'high', 'as_of']), note } }
  const fields = pick(r, ['comparator', 'low', 'high', 'unit', 'value_kind', 'deadline', 'qualifier', 'direction', 'baseline'])
  return { list: 'quantities', entry: { ...head, status, ...linksOf(r, all), indicator: namedOf(r, 'indicator', text), ...fields, note } }
}

function linksOf(record: AnyRecord, all: readonly AnyRecord[]): object {
  const document = all.find(d => d.kind === 'document' && d.id === record['document_id'])
  // A number that a reviewer typed in leads to the document that bears it.
  const typed = all.find(d => d.kind === 'document' && d['number'] !== null && d['number'] === record['document_number'])
  const number = (record['document_number'] ?? null) as string | null
  const anchor = (document?.['number'] ?? null) === number ? document : typed
  return { place: record['place'] ?? null, document: number, document_anchor: anchor?.anchor.start ?? null }
}

/** An indicator or subject as gold names it: the words that say it best among those it was read from. */
function namedOf(record: AnyRecord, field: 'indicator' | 'subject', text: string): (Quoted & { readonly id: string | null }) | null {
  const named = record[field] as { readonly id: string | null; readonly text: string } | null
  if (named === null || named === undefined) return null
  type Read = {
    readonly start: number | null
    readonly end: number | null
    readonly via?: readonly { readonly start: number; readonly end: number }[]
  }
  const evidence = (record['evidence'] as Readonly<Record<string, Read>> | undefined)?.[field]
  const spans = evidence === undefined ? [] : [evidence, ...(evidence.via ?? [])]
  const found = text.indexOf(named.text)
  const places = [...spans, ...(found < 0 ? [] : [{ start: found, end: found + named.text.length }]), record.anchor]
  const quoted = places.flatMap(s =>
    s.start === null || s.end === null ? [] : [{ start: s.start, end: s.end, quote: text.slice(s.start, s.end) }]
  )
  const best = quoted.reduce((a, b) => (wordOverlap(b.quote, named.text) > wordOverlap(a.quote, named.text) ? b : a))
  return { ...best, id: named.id }
}

function pick(record: AnyRecord, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map(name => [name, record[name] ?? null]))
}
