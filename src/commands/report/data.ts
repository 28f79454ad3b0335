import type { DatasetArticle } from '../../export/article-lines.ts'
import type { Name } from '../../export/table.ts'
import type { AnyRecord } from '../../model/record.ts'
import type { Count, Excerpt, Origin, ReportContradiction, ReportData, ReportDocument, ReportGoal } from '../../report/data.ts'
import { edtfEndYear, edtfRange } from '../../text/edtf.ts'
import { lookupLines, NAMES } from '../export/names.ts'
import { acrossOf, type DatasetSource } from '../export/source.ts'
import { deadlineInWords, documentInWords, valueInWords } from '../words.ts'
import tiles from './tile-map.json' with { type: 'json' }

const NO_NAME: Name = { vi: '?', en: '?' }

/** What a report shows of a dataset. */
export function reportData(source: DatasetSource, language: 'vi' | 'en', of: string): ReportData {
  const together = acrossOf(source)
  const goals: ReportGoal[] = []
  const firstNamings = new Map(together.documents.map(d => [d.reports[0]?.record.id ?? '', d]))
  const documents: ReportDocument[] = []
  const tally = {
    rejections: new Map<string, number>(),
    diagnostics: new Map<string, number>(),
    withoutGoal: 0,
    duplicates: 0,
    observations: 0
  }
  const days: string[] = []
  for (const article of source.articles()) {
    const { extraction } = article
    const named = new Map(extraction.records.filter(r => r.kind === 'document').map(r => [r.id, r]))
    const own = extraction.records.filter(r => r.kind === 'target' || r.kind === 'rank_goal')
    goals.push(...own.map(record => goalOf(record, named, article)))
    for (const record of named.values()) {
      const document = firstNamings.get(record.id)
      if (document !== undefined) documents.push(documentOf(document, record, article))
    }
    tally.observations += extraction.records.filter(r => r.kind === 'observation').length
    if (own.length === 0) tally.withoutGoal++
    if (extraction.article.duplicate_of !== null) tally.duplicates++
    if (extraction.article.published !== null) days.push(extraction.article.published)
    for (const { reason } of extraction.rejections) tally.rejections.set(reason, (tally.rejections.get(reason) ?? 0) + 1)
    for (const { code } of extraction.diagnostics) tally.diagnostics.set(code, (tally.diagnostics.get(code) ?? 0) + 1)
  }
  days.sort()
  return {
    language,
    of,
    ruleset: source.ruleset,
    articles: source.count,
    firstPublished: days[0] ?? null,
    lastPublished: days.at(-1) ?? null,
    observations: tally.observations,
    goals,
    documents: documents.toSorted((a, b) =>
      (a.day ?? '9') < (b.day ?? '9') ? -1 : (a.day ?? '9') > (b.day ?? '9') ? 1 : a.id < b.id ? -1 : 1
    ),
    contradictions: together.contradictions.map(c => contradictionOf(c, new Map(together.documents.map(d => [d.id, documentName(d)])))),
    quality: {
      rejections: counts(tally.rejections),
      diagnostics: counts(tally.diagnostics),
      articlesWithoutGoal: tally.withoutGoal,
      duplicates: tally.duplicates
    },
    tiles,
    placeNames: new Map(
      lookupLines().places.map(line => [String(line['id']), { vi: String(line['name_vi']), en: String(line['name_en']) }])
    )
  }
}

function goalOf(record: AnyRecord, named: ReadonlyMap<string, AnyRecord>, article: DatasetArticle): ReportGoal {
  const subject = (record['indicator'] ?? record['subject'] ?? null) as { readonly id: string | null; readonly text: string } | null
  const place = typeof record['place'] === 'string' ? record['place'] : null
  const document = typeof record['document_id'] === 'string' ? named.get(record['document_id']) : undefined
  const deadline = typeof record['deadline'] === 'string' ? record['deadline'] : null
  return {
    id: record.id,
    kind: record.kind === 'target' ? 'target' : 'rank_goal',
    origin: originOf(article),
    excerpt: excerptOf(article, record.anchor),
    place:
      place === null
        ? null
        : { id: place, units: record['place_units'] as number | null, name: NAMES.place(place) ?? { vi: place, en: place } },
    subject: subject === null ? null : { id: subject.id, name: NAMES.indicator(subject.id) ?? { vi: subject.text, en: subject.text } },
    value: valueInWords(record),
    number: (record['low'] ?? record['n_high'] ?? record['n_low'] ?? null) as number | null,
    unit: typeof record['unit'] === 'string' ? record['unit'] : null,
    deadline: deadlineInWords(record),
    year: deadline === null ? null : edtfEndYear(deadline),
    document: document === undefined ? null : documentInWords(document),
    confidence: String(record['confidence'])
  }
}

type Official = ReturnType<typeof acrossOf>['documents'][number]

function documentOf(document: Official, record: AnyRecord, article: DatasetArticle): ReportDocument {
  const type = NAMES.documentType(document.type)
  return {
    id: document.id,
    name: documentName(document),
    type: type === null ? { vi: 'Khác', en: 'other' } : type,
    issuer: NAMES.issuer(document.issuer),
    issued: document.issued,
    day: document.issued === null ? null : edtfRange(document.issued).first,
    title: document.title,
    articles: new Set(document.reports.map(r => r.article.id)).size,
    origin: originOf(article),
    excerpt: excerptOf(article, record.anchor)
  }
}

function documentName({ type, number, reports }: Official): string {
  const named = [NAMES.documentType(type)?.vi, number].filter(part => part != null).join(' ')
  return named === '' ? (reports[0]?.record.anchor.quote ?? '') : named
}

function contradictionOf(
  { documents, claims }: ReturnType<typeof acrossOf>['contradictions'][number],
  names: ReadonlyMap<string, string>
): ReportContradiction {
  const record = claims[0]?.record as AnyRecord
  const subject = (record['indicator'] ?? record['subject']) as { readonly id: string | null; readonly text: string }
  return {
    place: NAMES.place(record['place']) ?? NO_NAME,
    subject: NAMES.indicator(subject.id) ?? { vi: subject.text, en: subject.text },
    deadline: deadlineInWords(record) ?? '',
    documents,
    values: claims.map(claim => ({
      value: valueInWords(claim.record),
      document: claim.officialDocument === null ? null : (names.get(claim.officialDocument) ?? null),
      goals: claim.reports.map(r => r.record.id)
    }))
  }
}

function originOf({ extraction: { article } }: DatasetArticle): Origin {
  const { id, title, url, published, sources } = article
  return { article: id, title, url, published, source: sources[0]?.source ?? '' }
}

/** The sentence around a span. */
function excerptOf({ extraction, text }: DatasetArticle, span: { readonly start: number; readonly end: number }): Excerpt {
  const within = extraction.sentences.find(s => s.start <= span.start && span.end <= s.end) ?? span
  return { before: text.slice(within.start, span.start), mark: text.slice(span.start, span.end), after: text.slice(span.end, within.end) }
}

function counts(map: ReadonlyMap<string, number>): Count[] {
  return [...map].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}
