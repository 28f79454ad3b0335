import type { ArticleRecord } from '../model/article.ts'
import type { AnyRecord } from '../model/record.ts'
import { shortHash } from '../text/hash.ts'
import { mostSaid } from './most-said.ts'

/** A document record in its article. */
export interface DocumentReport {
  readonly article: ArticleRecord
  readonly record: AnyRecord
}

/** One official document, whatever many articles name it. */
export interface OfficialDocument {
  readonly id: string
  readonly number: string | null
  readonly type: string | null
  readonly issuer: string | null
  readonly place: string | null
  readonly place_units: number | null
  /** What tells it from others of its number: `2021` (a calendar year) or `2020-2025` (a party term); null where nothing does. */
  readonly numbered_in: string | null
  /** The day that most of the reports print. */
  readonly issued: string | null
  readonly title: string | null
  /** Of records, in the order of the articles. */
  readonly reports: readonly DocumentReport[]
}

const PARTY_NUMBER = /^\d+-[^/]+\/(.+)$/
const PRINTED_YEAR = /\/((?:19|20)\d\d)\//

/**
 * The official documents behind document records: the same issuer, type and number of one year (state) or one term (party)
 * are one document; a report without a day joins the only one that it can mean. Without an issuer or a number nothing is merged.
 */
export function officialDocuments(reports: readonly DocumentReport[]): OfficialDocument[] {
  const groups = Map.groupBy(reports, seriesOf)
  const made = [...groups].flatMap(([series, members]) => (series === null ? members.map(alone) : ofSeries(series, members)))
  return made.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Issuer, type and number; null where one of them is not known. */
function seriesOf({ record }: DocumentReport): string | null {
  const { number, issuer, type } = record as Partial<Record<string, string | null>>
  return number == null || issuer == null ? null : JSON.stringify([issuer, type ?? null, number])
}

function ofSeries(series: string, members: readonly DocumentReport[]): OfficialDocument[] {
  const byTime = Map.groupBy(members, numberedIn)
  const undated = byTime.get(null) ?? []
  byTime.delete(null)
  const times = [...byTime.keys()] as string[]
  const only = times.length === 1 ? (times[0] as string) : null
  const [joining, left] = [[] as DocumentReport[], [] as DocumentReport[]]
  // What was printed before the document was issued means another one.
  for (const report of undated) (only !== null && (report.article.published ?? '9999') >= only.slice(0, 4) ? joining : left).push(report)
  const dated = [...byTime].map(([time, reports]) =>
    merged(shortHash('official_document', series, time as string), time, time === only ? [...reports, ...joining] : reports)
  )
  return [...dated, ...left.map(alone)]
}

/** The year or term in which a number is given out once, or null where the record does not tell. */
function numberedIn({ record }: DocumentReport): string | null {
  const number = String(record['number'])
  const printed = PRINTED_YEAR.exec(number)?.[1]
  if (printed !== undefined) return printed
  const issued = record['issued']
  if (typeof issued !== 'string' || !/^\d{4}/.test(issued)) return null
  const year = Number(issued.slice(0, 4))
  const organ = PARTY_NUMBER.exec(number)?.[1]
  if (organ === undefined) return String(year)
  // The national congress meets in January of a year that ends in 1 or 6, the provincial ones in the autumn before.
  if (organ.includes('TW')) return term(year - ((year - 1) % 5))
  if (year % 5 !== 0) return term(year - (year % 5))
  return issued.length < 7 ? String(year) : term(Number(issued.slice(5, 7)) >= 9 ? year : year - 5)
}

function term(from: number): string {
  return `${from}-${from + 5}`
}

function alone(report: DocumentReport): OfficialDocument {
  return merged(shortHash('official_document', report.record.id), null, [report])
}

function merged(id: string, time: string | null, reports: readonly DocumentReport[]): OfficialDocument {
  const sorted = reports.toSorted((a, b) => (a.record.id < b.record.id ? -1 : 1))
  const most = <Value>(field: string): Value | null => mostSaid(sorted.map(r => r.record[field])) as Value | null
  return {
    id,
    number: most('number'),
    type: most('type'),
    issuer: most('issuer'),
    place: most('place'),
    place_units: most('place_units'),
    numbered_in: time,
    issued: most('issued'),
    title: most('title'),
    reports: sorted
  }
}
