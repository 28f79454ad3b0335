import type { AnyRecord } from '../model/record.ts'
import { shortHash } from '../text/hash.ts'
import { type Aligned, align, anchorKey, type Placed } from './align.ts'
import { type Cause, causeOf, type MethodDifference } from './cause.ts'
import { changedEvidence, changedFields, rulesOf, type SameField, sameJson } from './facts.ts'
import { groupOf } from './group.ts'
import { relocate } from './relocate.ts'
import type { Content, Pair } from './side.ts'

/**
 * What happened to a record: only in NEW · only in BASE · other fields · another kind of record · the same elsewhere in its
 * paragraph · the same, read from other words or by other rules.
 */
export const CLASSES = ['lost', 'gained', 'reclassified', 'changed', 'moved', 'evidence'] as const
export type ChangeClass = (typeof CLASSES)[number]

/** What gold says of a change. */
export const VERDICTS = ['broke', 'still wrong', 'fixed', 'still right', 'unjudged'] as const
export type Verdict = (typeof VERDICTS)[number]

/** One difference between two sides. */
export interface Change {
  readonly id: string
  readonly class: ChangeClass
  /** The kind of record it is in NEW, else in BASE. */
  readonly kind: string
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
  readonly fields: readonly string[]
  /** Rules behind one side's record only. */
  readonly rules: { readonly lost: readonly string[]; readonly gained: readonly string[] }
  readonly cause: Cause
  /** Changes of one group are alike: they may be decided together. */
  readonly group: string
  /** Whether its anchor carries several records of its kind. */
  readonly isShared: boolean
  /** False where the text changed and the old words are gone from it. */
  readonly isLocated: boolean
  readonly verdict: Verdict | null
}

/** The changes of one article, and how many of its records stayed the same. */
export interface ArticleChanges {
  readonly changes: readonly Change[]
  /** Records of both sides that differ in nothing, by kind. */
  readonly same: readonly string[]
}

/** How records are compared. */
export interface Comparing {
  readonly difference: MethodDifference
  readonly same?: SameField
  /** Whether evidence and rules count; gold has none. */
  readonly withEvidence?: boolean
}

/** Compares the records of an article of both sides. */
export function changesOf(pair: Pair, before: Content, after: Content, comparing: Comparing): ArticleChanges {
  const { same = sameJson, withEvidence = true } = comparing
  const isTold = before.text !== null && after.text !== null && before.text !== after.text
  const olds = before.records.map((record): Placed => {
    const span = { start: record.anchor.start, end: record.anchor.end }
    // Without both texts nobody knows where it would stand.
    if (pair.isTextChanged && !isTold) return { record, span: null }
    return { record, span: isTold ? relocate(before.text as string, after.text as string, span) : span }
  })
  const news = after.records.map((record): Placed => ({ record, span: { start: record.anchor.start, end: record.anchor.end } }))
  const { pairs, lost, gained } = align(olds, news, after.text)
  const documents = new Map(pairs.map(p => [p.before.record.id, p.after.record.id]))
  const several = severalAt([...olds, ...news])
  const make = (name: ChangeClass, b: Placed | null, a: Placed | null, fields: readonly string[]): Change => {
    const [old, now] = [b?.record ?? null, a?.record ?? null]
    const [oldRules, newRules] = [rulesOf(old), rulesOf(now)]
    const rules = { lost: oldRules.filter(r => !newRules.includes(r)), gained: newRules.filter(r => !oldRules.includes(r)) }
    const found = { class: name, kind: (now ?? old)!.kind, before: old, after: now, fields, rules }
    return {
      id: shortHash(pair.after.record.id, name, old?.id ?? '', now?.id ?? ''),
      ...found,
      cause: withEvidence ? causeOf(pair, comparing.difference, old, now) : { kind: 'unknown', names: [] },
      group: groupOf(found),
      isShared: [b, a].some(p => p !== null && several.has(anchorKey(p))),
      isLocated: b === null || b.span !== null,
      verdict: null
    }
  }
  const changes: Change[] = []
  const unchanged: string[] = []
  for (const aligned of pairs) {
    const [name, fields] = classOf(aligned, documents, same, withEvidence)
    if (name === null) unchanged.push(aligned.after.record.kind)
    else changes.push(make(name, aligned.before, aligned.after, fields))
  }
  for (const p of lost) changes.push(make('lost', p, null, []))
  for (const p of gained) changes.push(make('gained', null, p, []))
  return { changes: changes.toSorted(byPlace), same: unchanged }
}

function classOf(
  { before, after, isMoved }: Aligned,
  documents: ReadonlyMap<string, string>,
  same: SameField,
  withEvidence: boolean
): [ChangeClass | null, readonly string[]] {
  const [b, a] = [before.record, after.record]
  const fields = changedFields(b, a, same)
  if (isMoved) return ['moved', ['anchor', ...fields]]
  const isAnchorSame =
    before.span === null
      ? same('anchor', b.anchor.quote, a.anchor.quote)
      : before.span.start === after.span?.start && before.span.end === after.span.end
  if (!isAnchorSame && withEvidence) fields.unshift('anchor')
  // A document's id follows its anchor: the link is the same where it leads to the document that is its partner.
  if (!fields.includes('document_number') && isLinkChanged(b['document_id'], a['document_id'], documents)) fields.push('document_id')
  if (b.kind !== a.kind) return ['reclassified', fields]
  if (fields.length > 0) return ['changed', fields]
  const evidence = withEvidence && b.article_id === a.article_id ? changedEvidence(b, a) : []
  return evidence.length > 0 ? ['evidence', evidence] : [null, []]
}

function isLinkChanged(before: unknown, after: unknown, documents: ReadonlyMap<string, string>): boolean {
  if (before === undefined || after === undefined) return false
  return (typeof before === 'string' ? (documents.get(before) ?? before) : null) !== after
}

function severalAt(placed: readonly Placed[]): ReadonlySet<string | null> {
  const seen = new Map<string | null, string>()
  const several = new Set<string | null>()
  for (const p of placed) {
    const key = anchorKey(p)
    const id = seen.get(key)
    // The two sides' record of one anchor bear one id.
    if (id !== undefined && id !== p.record.id) several.add(key)
    seen.set(key, p.record.id)
  }
  return several
}

function byPlace(x: Change, y: Change): number {
  const [a, b] = [(x.after ?? x.before)!, (y.after ?? y.before)!]
  return a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end || (x.id < y.id ? -1 : x.id > y.id ? 1 : 0)
}
