import type { DatasetArticle } from '../../export/article-lines.ts'
import { INDICATORS, RANK_SUBJECTS } from '../../mentions/indicator/catalogue.ts'
import { PROVINCES } from '../../mentions/place/units.ts'
import type { AnyRecord } from '../../model/record.ts'
import type {
  ArticleFact,
  Contradiction,
  Count,
  DocumentFact,
  Fact,
  Move,
  Place,
  ReportData,
  Subject,
  Words
} from '../../report/client/model.ts'
import { reasonInWords } from '../../review/group-words.ts'
import { edtfRange } from '../../text/edtf.ts'
import { NAMES } from '../export/names.ts'
import { acrossOf, type DatasetSource } from '../export/source.ts'
import { articleFact, factOf, isComparable, Sentences, valueInBoth } from './facts.ts'
import tiles from './tile-map.json' with { type: 'json' }

type Across = ReturnType<typeof acrossOf>
type Official = Across['documents'][number]

/** What a report shows of a dataset. */
export function reportData(
  source: DatasetSource,
  language: 'vi' | 'en',
  { of, review, isUnfinished }: Pick<ReportData, 'of' | 'review' | 'isUnfinished'>
): ReportData {
  const together = acrossOf(source)
  const gathered = gather(source, together)
  const { articles, goals, observed, tally } = gathered
  const days = articles.flatMap(a => a.published ?? []).toSorted()
  const documentNames = new Map(together.documents.map(d => [d.id, documentName(d)]))
  return {
    language,
    of,
    ruleset: source.ruleset,
    isUnfinished,
    review,
    firstPublished: days[0] ?? null,
    lastPublished: days.at(-1) ?? null,
    articles,
    sentences: gathered.sentences.all,
    goals,
    observed,
    observations: tally.observations,
    documents: gathered.documents,
    contradictions: together.contradictions.map(c => contradictionOf(c, documentNames)),
    moves: together.targetChanges.map(change => moveOf(change, documentNames)),
    quality: {
      rejections: counts(tally.rejections, reasonInWords),
      diagnostics: counts(tally.diagnostics, () => null),
      articlesWithoutGoal: tally.withoutGoal,
      duplicates: tally.duplicates
    },
    tiles,
    merged: Object.fromEntries(PROVINCES.flatMap(p => (p.merged_into === null ? [] : [[p.id, p.merged_into]]))),
    ...namesOf([...goals, ...observed])
  }
}

class Tally {
  readonly rejections = new Map<string, number>()
  readonly diagnostics = new Map<string, number>()
  withoutGoal = 0
  duplicates = 0
  observations = 0

  add({ extraction: { records, rejections, diagnostics, article } }: DatasetArticle): void {
    this.observations += records.filter(r => r.kind === 'observation').length
    if (!records.some(isGoal)) this.withoutGoal++
    if (article.duplicate_of !== null) this.duplicates++
    for (const { reason } of rejections) this.rejections.set(reason, (this.rejections.get(reason) ?? 0) + 1)
    for (const { code } of diagnostics) this.diagnostics.set(code, (this.diagnostics.get(code) ?? 0) + 1)
  }
}

/** Everything of the articles, read once. */
function gather(source: DatasetSource, together: Across) {
  const sentences = new Sentences()
  const [articles, goals, observed, tally] = [[] as ArticleFact[], [] as Fact[], [] as Fact[], new Tally()]
  const sorted = together.documents.toSorted(byDay)
  const order = new Map(sorted.map((d, i) => [d.id, i]))
  const [places, namedIn] = [new Map<string, Place>(), new Map<string, Set<number>>()]
  for (const item of source.articles()) {
    const article = articles.push(articleFact(item)) - 1
    tally.add(item)
    for (const record of item.extraction.records) {
      const at = (): Place => sentences.placeOf(item, article, record.anchor)
      if (isGoal(record)) {
        const official = together.documentOf.get(String(record['document_id']))
        goals.push(factOf(record, at(), official === undefined ? null : (order.get(official) ?? null)))
      } else if (isComparable(record)) observed.push(factOf(record, at(), null))
      else if (record.kind === 'document') {
        const official = together.documentOf.get(record.id)
        if (official === undefined) continue
        if (!places.has(official)) places.set(official, at())
        namedIn.set(official, (namedIn.get(official) ?? new Set()).add(article))
      }
    }
  }
  const documents = sorted.map(d => documentFact(d, places.get(d.id) as Place, [...(namedIn.get(d.id) ?? [])]))
  return { articles, goals, observed, documents, sentences, tally }
}

const isGoal = (record: AnyRecord): boolean => record.kind === 'target' || record.kind === 'rank_goal'
const dayOf = ({ issued }: Official): string | null => (issued === null ? null : edtfRange(issued).first)

function byDay(a: Official, b: Official): number {
  const [x, y] = [dayOf(a) ?? '9', dayOf(b) ?? '9']
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1
}

function documentFact(document: Official, place: Place, articles: readonly number[]): DocumentFact {
  return {
    ...place,
    id: document.id,
    name: documentName(document),
    type: NAMES.documentType(document.type) ?? { vi: 'Khác', en: 'other' },
    issuer: NAMES.issuer(document.issuer),
    issued: document.issued,
    day: dayOf(document),
    title: document.title,
    articles
  }
}

function documentName({ type, number, reports }: Official): string {
  const named = [NAMES.documentType(type)?.vi, number].filter(part => part != null).join(' ')
  return named === '' ? (reports[0]?.record.anchor.quote ?? '') : named
}

function contradictionOf({ documents, claims }: Across['contradictions'][number], names: ReadonlyMap<string, string>): Contradiction {
  return {
    documents,
    values: claims.map(claim => ({
      value: valueInBoth(claim.record),
      document: claim.officialDocument === null ? null : (names.get(claim.officialDocument) ?? null),
      goals: claim.reports.map(r => r.record.id)
    }))
  }
}

function moveOf({ steps }: Across['targetChanges'][number], names: ReadonlyMap<string, string>): Move {
  return {
    steps: steps.map(({ claim, document, since }) => ({
      since,
      document: document === null ? null : (names.get(document.id) ?? null),
      goals: claim.reports.map(r => r.record.id)
    }))
  }
}

/** The names of all provinces, of other places that are said something of, and of subjects. */
function namesOf(facts: readonly Fact[]): Pick<ReportData, 'places' | 'subjects'> {
  const ids = new Set(['vn', ...PROVINCES.map(p => p.id), ...facts.flatMap(f => f.place ?? [])])
  const places = [...ids].map((id): [string, Words] => [id, NAMES.place(id) ?? { vi: id, en: id }])
  const subjects = [
    ...RANK_SUBJECTS.map(({ id, name, en }): [string, Subject] => [id, { vi: name, en, field: 'rank', better: null }]),
    ...INDICATORS.map(({ id, name, en, pillar, better }): [string, Subject] => [
      id,
      { vi: name, en, field: pillar, better: better === 'down' ? 'down' : better === 'up' ? 'up' : null }
    ])
  ]
  const used = new Set(facts.map(f => f.subject))
  return { places: Object.fromEntries(places), subjects: Object.fromEntries(subjects.filter(([id]) => used.has(id))) }
}

function counts(map: ReadonlyMap<string, number>, says: (name: string) => Words | null): Count[] {
  return [...map]
    .map(([name, count]) => ({ name, says: says(name), count }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}
