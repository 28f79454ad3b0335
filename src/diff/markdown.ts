import { escapeMarkdown } from '../text/markdown.ts'
import type { Change } from './change.ts'
import type { ArticleDiff, Diff } from './diff.ts'
import type { Summary } from './summary.ts'
import { countsLine, kindRows, verdictsLine } from './table.ts'
import { groupLine, type Shown } from './text.ts'
import { asideOf, claimOf, fieldOf, headOf, placeOf, shown, signOf } from './words.ts'

/** The report as one Markdown comment: counts first, what broke in full, the rest folded away. */
export function renderMarkdown(diff: Diff, summary: Summary, { withChanges, withEvidence, limit }: Shown): string {
  const rows = diff.articles.flatMap(a =>
    a.changes.filter(c => withEvidence || c.class !== 'evidence').map(c => ({ article: a, change: c }))
  )
  const broke = rows.filter(r => r.change.verdict === 'broke')
  const rest = rows.filter(r => r.change.verdict !== 'broke')
  const judged = verdictsLine(summary)
  const parts = [
    '### muctieu diff: BASE → NEW\n',
    `**${countsLine(summary)}**${judged === '' ? '' : `  \n${judged}`}\n`,
    headOf(diff)
      .map(line => `- ${escapeMarkdown(line)}\n`)
      .join(''),
    asideOf(diff)
      .map(line => `- ${escapeMarkdown(line)}\n`)
      .join(''),
    tableOf(kindRows(summary))
  ]
  if (withChanges) {
    if (broke.length > 0) parts.push(`#### Broke (${broke.length})\n`, changeTable(broke))
    const groups = summary.groups.filter(g => g.count > 1).slice(0, 20)
    if (groups.length > 0)
      parts.push(folded(`Alike: ${groups.length} groups`, groups.map(g => `- ${escapeMarkdown(groupLine(g).trim())}\n`).join('')))
    const shownRows = rest.slice(0, limit)
    const note = rest.length > limit ? `\n${limit} of ${rest.length} changes shown.\n` : ''
    if (rest.length > 0)
      parts.push(folded(`${broke.length > 0 ? 'Other changes' : 'Changes'} (${rest.length})`, changeTable(shownRows) + note))
  }
  return parts.filter(part => part !== '').join('\n')
}

interface Row {
  readonly article: ArticleDiff
  readonly change: Change
}

function changeTable(rows: readonly Row[]): string {
  const body = rows.map(({ article, change }) => {
    const fields = change.fields.length > 0 && change.class !== 'evidence' ? change.fields : ['']
    const claim = (record: Change['after']) => (record === null ? '' : claimOf(record))
    const isWhole = change.class === 'lost' || change.class === 'gained' || change.class === 'evidence'
    const [before, after] = isWhole
      ? [claim(change.before), claim(change.after)]
      : ([change.before, change.after] as const).map(r => fields.map(f => `${f}: ${shown(fieldOf(r, f))}`).join('; '))
    return [
      signOf(change),
      placeOf(article, change),
      change.kind,
      shown((change.after ?? change.before)!.anchor.quote),
      before ?? '',
      after ?? '',
      change.verdict ?? ''
    ]
  })
  return tableOf([['', 'where', 'kind', 'anchor', 'BASE', 'NEW', 'gold'], ...body])
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |\n`
  return `${line(head)}|${head.map(() => ' --- |').join('')}\n${body.map(line).join('')}`
}

function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n</details>\n`
}
