import { oneLine } from '../text/visible.ts'
import type { Change } from './change.ts'
import { type Diff, isSame } from './diff.ts'
import { excerptOf } from './excerpt.ts'
import type { Group, Summary } from './summary.ts'
import { countsLine, kindRows, verdictsLine } from './table.ts'
import { asideOf, claimOf, fieldOf, headOf, placeOf, shown, signOf } from './words.ts'

/** What a report shows. */
export interface Shown {
  /** Whether changes are listed beside their counts. */
  readonly withChanges: boolean
  /** Whether those are listed that are only read from other words. */
  readonly withEvidence: boolean
  /** At most so many changes. */
  readonly limit: number
}

/** The report for a terminal: a header that names the sides, two lines a change (what it is; the record's id and its sentence), the counts. */
export function renderText(diff: Diff, summary: Summary, { withChanges, withEvidence, limit }: Shown): string {
  const all = diff.articles.flatMap(a =>
    a.changes.filter(c => withEvidence || c.class !== 'evidence').map(c => ({ article: a, change: c }))
  )
  // What broke must not hide behind what the article before it holds.
  const listed = all.toSorted((a, b) => Number(b.change.verdict === 'broke') - Number(a.change.verdict === 'broke'))
  const lines = [...headOf(diff).map(oneLine), '']
  if (withChanges) {
    for (const { article, change } of listed.slice(0, limit)) {
      lines.push(oneLine(lineOf(placeOf(article, change), change)))
      // The id is what "explain" takes.
      lines.push(`    ${(change.after ?? change.before)?.id ?? ''}  ${excerptOf(article, change)}`.trimEnd())
    }
    if (listed.length > limit) lines.push(`… ${limit} of ${listed.length} changes shown; --limit shows more`)
    if (listed.length > 0) lines.push('')
  }
  const groups = summary.groups.filter(g => g.count > 1 && (withEvidence || g.class !== 'evidence')).slice(0, 8)
  if (groups.length > 0) lines.push('alike', ...groups.map(g => `  ${groupLine(g)}`), '')
  if (summary.causes.length > 0) {
    lines.push('cause')
    for (const { kind, names, count } of summary.causes.slice(0, 10))
      lines.push(`  ${String(count).padStart(5)}  ${kind} ${names.slice(0, 6).join(', ')}`.trimEnd())
    lines.push('')
  }
  lines.push(...aligned(kindRows(summary)), '', countsLine(summary))
  const judged = verdictsLine(summary)
  if (judged !== '') lines.push(judged)
  lines.push(...asideOf(diff))
  if (isSame(diff)) lines.push('BASE and NEW are the same.')
  return `${lines.join('\n')}\n`
}

/** A change in one line: sign, verdict, place, kind, what changed from what to what. */
export function lineOf(place: string, change: Change): string {
  const verdict = change.verdict === null ? '' : `[${change.verdict}] `
  const record = (change.after ?? change.before)!
  return `${signOf(change)} ${verdict}${place}  ${change.kind}  ${bodyOf(change, record)}`
}

function bodyOf(change: Change, record: NonNullable<Change['after']>): string {
  const quote = `⟦${shown(record.anchor.quote)}⟧`
  if (change.class === 'lost' || change.class === 'gained') return `${change.class}  ${quote}  ${claimOf(record)}`
  if (change.class === 'evidence') return `${quote}  read otherwise: ${change.fields.join(', ')}`
  const fields = change.fields.map(f => `${f} ⟦${shown(fieldOf(change.before, f))}⟧ → ⟦${shown(fieldOf(change.after, f))}⟧`)
  return `${change.class === 'changed' ? '' : `${change.class}  `}${quote}  ${fields.join('  ')}`
}

/** A group of like changes in one line. */
export function groupLine(group: Group): string {
  const rules = [...group.rules.lost.map(r => `-${r}`), ...group.rules.gained.map(r => `+${r}`)]
  const what = group.shifts.length > 0 ? group.shifts.join(', ') : ''
  const articles = `${group.articles} ${group.articles === 1 ? 'article' : 'articles'}`
  return `${String(group.count).padStart(5)} in ${articles}  ${group.kind} ${group.class}  ${what}  ${rules.slice(0, 6).join(' ')}`.trimEnd()
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map(row => [...(row[i] ?? '')].length)))
  return rows.map(row =>
    row
      .map((cell, i) =>
        i === 0 || i === row.length - 1 ? cell.padEnd(i === 0 ? (widths[i] as number) : 0) : cell.padStart(widths[i] as number)
      )
      .join('  ')
      .trimEnd()
  )
}
