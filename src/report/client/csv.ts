import type { Fact, ReportData } from './model.ts'

/** What columns of a table of goals are named, in their order. */
const COLUMNS =
  'id kind place place_units place_vi place_en subject subject_vi subject_en subject_text qualifier comparator low high unit value_vi deadline document confidence published article_title url quote sentence'.split(
    ' '
  )

/** Goals as CSV for spreadsheets: with a byte order mark; a cell that a spreadsheet would run begins with an apostrophe. */
export function csvOf(goals: readonly Fact[], data: ReportData): string {
  const lines = goals.map(goal => rowOf(goal, data).map(cell).join(','))
  return `\uFEFF${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`
}

function rowOf(g: Fact, { places, subjects, articles, sentences, documents }: ReportData): (string | number | null | undefined)[] {
  const [place, subject] = [g.place === null ? null : places[g.place], g.subject === null ? null : subjects[g.subject]]
  const [article, sentence] = [articles[g.article], sentences[g.sentence] ?? '']
  return [
    ...[g.id, g.kind, g.place, g.units, place?.vi, place?.en, g.subject, subject?.vi, subject?.en, g.text, g.qualifier],
    ...[g.comparator, g.low, g.high, g.unit, g.value.vi, g.edtf, g.document === null ? null : documents[g.document]?.name, g.confidence],
    ...[article?.published, article?.title, article?.url, sentence.slice(g.from, g.to), sentence]
  ]
}

function cell(value: string | number | null | undefined): string {
  if (value == null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
