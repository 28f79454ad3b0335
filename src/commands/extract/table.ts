import type { Article } from '../../model/article.ts'
import type { AnyRecord } from '../../model/record.ts'
import { column } from '../columns.ts'
import { deadlineInWords, documentInWords, placeInWords, subjectInWords, valueInWords } from '../words.ts'
import type { Line } from './lines.ts'

/** The lines of one article for people, 80 columns wide: a heading, then one line a record. */
export function tableOf(lines: readonly (Line | AnyRecord)[], article: Article | undefined): string {
  const head =
    article === undefined
      ? ''
      : `${column(article.record.title ?? '(no title)', 80).trimEnd()}\n${column(article.record.key, 66).trimEnd()}, ${article.record.published ?? 'undated'}\n`
  return (
    head +
    lines
      .flatMap(line => rowOf(line as AnyRecord))
      .map(row => `${row.trimEnd()}\n`)
      .join('')
  )
}

function rowOf(line: AnyRecord): string[] {
  if (line.kind === 'article') return []
  if (line.kind === 'document') {
    const details = [line['issuer'], line['issued'], line['title']].filter(detail => detail !== null).join(', ')
    return [`  ${column('document', 12)}${column(documentInWords(line), 28)}${column(details, 38)}`]
  }
  if ('confidence' in line) {
    const name = line.kind === 'observation' ? String(line['status']) : line.kind
    const when = line['deadline'] === null ? String(line['as_of'] ?? '') : (deadlineInWords(line) ?? '')
    return [
      `  ${column(name, 12)}${column(placeInWords(line['place']) ?? '', 14)}${column(subjectInWords(line) ?? '', 20)}${column(valueInWords(line), 18)}${column(when, 14)}`
    ]
  }
  const quote = 'quote' in line ? String(line['quote']) : ''
  const about = line.kind === 'mention' ? `${line['type']} ${JSON.stringify(line['value'])}` : String(line['message'] ?? '')
  const at = line['start'] === null ? '' : `${line['start']}-${line['end']}`
  return [`  ${column(line.kind, 12)}${column(at, 14)}${column(quote, 20)}${column(about, 32)}`]
}
