import type { AnyRecord } from '../model/record.ts'
import { oneLine } from '../text/visible.ts'
import type { Change } from './change.ts'
import type { ArticleDiff, Diff, SideInfo } from './diff.ts'
import { subjectOf } from './facts.ts'

const MOST_NAMED = 12

/** The sign of a change: `-` in BASE only, `+` in NEW only, `~` in both and not the same. */
export function signOf({ class: name }: Pick<Change, 'class'>): string {
  return name === 'lost' ? '-' : name === 'gained' ? '+' : name === 'evidence' ? '·' : '~'
}

/** A field's value in one line: `—` for null, the words of a named thing with its id. */
export function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return oneLine(value)
  if (Array.isArray(value)) return value.map(shown).join(', ')
  const { id, text, quote } = value as { readonly id?: string | null; readonly text?: string; readonly quote?: string }
  const words = text ?? quote
  if (words !== undefined) return `${oneLine(words)}${id == null ? '' : ` [${id}]`}`
  return JSON.stringify(value)
}

/** A field of a record by its name in a change: also `kind`, `anchor`, `evidence.<field>`. */
export function fieldOf(record: AnyRecord | null, field: string): unknown {
  if (record === null) return null
  if (field === 'kind') return record.kind
  if (field === 'anchor') return record.anchor.quote
  if (!field.startsWith('evidence.')) return record[field]
  const evidence = (record['evidence'] as Readonly<Record<string, { quote: string | null; source: string; rule: string }>>)[
    field.slice('evidence.'.length)
  ]
  return evidence === undefined ? null : `${evidence.quote ?? evidence.source} (${evidence.rule})`
}

/** What a record claims in a few words: `kinh tế số = 25 % GRDP, hau_giang, 2025`. */
export function claimOf(record: AnyRecord): string {
  if (record.kind === 'document')
    return [record['type'], record['number'], record['title']]
      .filter(v => v != null)
      .map(shown)
      .join(' ')
  const range = (low: unknown, high: unknown) => (low === high ? shown(low) : `${shown(low)}–${shown(high)}`)
  const value =
    'rank_kind' in record
      ? `${shown(record['rank_kind'])} ${range(record['n_low'], record['n_high'])}`
      : `${shown(record['comparator'] ?? '=')} ${range(record['low'], record['high'])} ${record['unit'] == null ? '' : shown(record['unit'])}`
  const rest = [record['place'], record['deadline'], record['document_number']].filter(v => v != null).map(shown)
  return [`${subjectOf(record) ?? '—'} ${value.trim()}`, ...rest].join(', ')
}

/** Where a change stands, as editors take it: `news.ndjson#a7:3:12`; lines and columns of NEW's text, else of BASE's. */
export function placeOf(article: ArticleDiff, change: Change): string {
  const isOld = change.after === null
  const record = (change.after ?? change.before)!
  const line = isOld ? article.before : article.after
  const text = isOld ? article.texts.before : (article.texts.after ?? article.texts.before)
  const source = line.sources[0]?.source ?? line.key
  if (text === null) return `${source}@${record.anchor.start}`
  const before = text.slice(0, record.anchor.start)
  const newline = before.lastIndexOf('\n')
  return `${source}:${before.split('\n').length}:${record.anchor.start - newline}`
}

/** Something that the two sides were not made alike by, and what it was on each. */
export interface MethodShift {
  readonly what: 'program' | 'ruleset' | 'options' | 'input set'
  readonly base: string
  readonly new: string
}

/** What differs in how the two sides were made, where both tell. */
export function methodShifts({ base: { method: base }, new: { method: now } }: Diff): MethodShift[] {
  const sides: readonly (readonly [MethodShift['what'], string | null, string | null])[] = [
    ['program', base.codeVersion, now.codeVersion],
    ['ruleset', short(base.ruleset), short(now.ruleset)],
    ['options', base.options, now.options],
    ['input set', short(base.inputSet), short(now.inputSet)]
  ]
  return sides.flatMap(([what, a, b]) => (a !== b && a !== null && b !== null ? [{ what, base: a, new: b }] : []))
}

/** The first names of a list, and how many more there are. */
export function firstNames(list: readonly { readonly name: string }[]): { readonly names: string; readonly more: number } {
  const shown = list.slice(0, MOST_NAMED).map(p => p.name)
  return { names: shown.join(', '), more: list.length - shown.length }
}

/** The lines at the head of every report: which side is which, and what differs in how they were made. */
export function headOf(diff: Diff): string[] {
  const { difference } = diff
  const heads = [`BASE (-, what was)  ${side(diff.base)}`, `NEW  (+, what is)   ${side(diff.new)}`]
  const why: string[] = [...unfinished('BASE', diff.base), ...unfinished('NEW', diff.new)]
  why.push(...methodShifts(diff).map(shift => `≠ ${shift.what}: BASE ${shift.base}, NEW ${shift.new}`))
  const names = (list: readonly { readonly name: string }[]) => {
    const { names: first, more } = firstNames(list)
    return more > 0 ? `${first} and ${more} more` : first
  }
  if (!difference.isKnown) return [...heads, ...why]
  if (difference.rules.length > 0) why.push(`  rules and word lists that differ: ${names(difference.rules)}`)
  if (difference.code.length > 0) why.push(`  code that differs: ${names(difference.code)}`)
  return [...heads, ...why]
}

/** What is missing on a side that is not finished looks lost or gained, and is neither. */
function unfinished(name: string, { unfinished: how }: SideInfo): string[] {
  if (how === null) return []
  const why = how === 'interrupted' ? 'was interrupted' : 'broke off, or still goes on'
  return [`! ${name} is not finished: the run ${why}. Articles that it has not read are missing there, not lost or gained.`]
}

/** What is said of articles that one side alone has, or that have another text. */
export function asideOf(diff: Diff): string[] {
  const only = (name: string, { articles, records }: Diff['onlyBase']) =>
    articles === 0 ? [] : [`${articles} articles with ${records} records are only in ${name}; they are not compared.`]
  const metadata = diff.articles.filter(a => a.metadata.length > 0).length
  return [
    ...only('BASE', diff.onlyBase),
    ...only('NEW', diff.onlyNew),
    ...(diff.textChanged === 0 ? [] : [`${diff.textChanged} articles have another text.`]),
    ...(metadata === 0 ? [] : [`${metadata} articles have another date, title or language.`])
  ]
}

const short = (hash: string | null): string | null => (hash === null ? null : hash.slice(0, 12))
const side = ({ label, articles, records }: SideInfo): string => `${label}: ${articles} articles, ${records} records`
