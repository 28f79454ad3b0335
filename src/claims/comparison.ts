import type { AnyRecord } from '../model/record.ts'
import { addDays, edtfRange } from '../text/edtf.ts'
import { matchKey } from '../text/fold.ts'
import type { Claim, GoalReport } from './claims.ts'
import type { OfficialDocument } from './official-documents.ts'
import { subjectWords, syllablesOf } from './subject.ts'

/** A claim with the time in which it was said. */
export interface DatedClaim {
  readonly claim: Claim
  /** The document that sets it, where one is known. */
  readonly document: OfficialDocument | null
  /** First day: that of the document that sets it, else of the first article; null where neither is known. */
  readonly since: string | null
  /** The day of the last article. */
  readonly until: string | null
  /** The day by which half of the articles had said it. */
  readonly middle: string | null
}

/** Two claims about one thing whose numbers cannot both hold. */
export interface DifferingPair {
  readonly topic: string
  readonly claims: readonly [DatedClaim, DatedClaim]
  /** `change`: one was said after most who say the other, or by a later document. `contradiction`: both at a time, or by one document. */
  readonly relation: 'change' | 'contradiction'
  readonly isOneDocument: boolean
}

// Other ranks (`improve`, `band`) have no number that another could differ from.
const COMPARABLE_RANKS: readonly unknown[] = ['top_n', 'exact', 'at_least', 'leader']
/** Numbers of one quantity are of one order; a part and its whole mostly are not. */
const MOST_TIMES = 3
/** Days: what is said sooner after another value is no new goal. */
const APART = 30
/** Whose documents speak for the country. */
const FOR_ALL: ReadonlySet<string> = new Set([
  ...['chinh_phu', 'thu_tuong', 'vpcp', 'quoc_hoi', 'ubtvqh', 'ttkqh', 'chu_tich_nuoc'],
  ...['bo_chinh_tri', 'bch_trung_uong', 'ban_bi_thu', 'dai_hoi', 'vptw']
])
/** How many syllables of their own name the whole and the part of a share. */
const WORDS_OF_SHARE = 5
/** How many syllables of its unit tell a count from others. */
const WORDS_OF_COUNT = 4
const PERIOD = new RegExp(['giai đoạn', 'thời kỳ', 'nhiệm kỳ'].map(matchKey).join('|'))
/** Numbers that are so near are one number, rounded by one of those who report it. */
const ROUNDING = 0.01

/**
 * The pairs of claims of one topic whose numbers differ, from two statements. A goal without a deadline differs from
 * nothing: it may mean another year. Nor does what one article says side by side: it means two things by it.
 */
export function differingPairs(claims: readonly Claim[], documents: readonly OfficialDocument[]): DifferingPair[] {
  const issued = new Map(documents.map(d => [d.id, d]))
  const comparable = claims.filter(isComparable)
  return [...Map.groupBy(comparable, c => JSON.stringify([c.topic, ownerOf(c, issued)]))].flatMap(([topic, group]) => {
    const dated = group.map(claim => datedClaim(claim, issued)).toSorted(byTime)
    const together = valuesByArticle(dated)
    const agree = (x: DatedClaim, y: DatedClaim): boolean => !differ(x.claim, y.claim)
    // Whoever says both values, or the like, tells them apart.
    const isToldApart = (a: DatedClaim, b: DatedClaim): boolean =>
      together.some(said => said.some(x => said.some(y => differ(x.claim, y.claim) && agree(x, a) && agree(y, b))))
    return dated.flatMap((a, i) =>
      dated.slice(i + 1).flatMap((b): DifferingPair[] => {
        if (!differ(a.claim, b.claim) || isOfPeriod(a.claim) !== isOfPeriod(b.claim)) return []
        const relation = relationOf(a, b, isToldApart(a, b))
        return relation === null ? [] : [{ topic, claims: [a, b], ...relation }]
      })
    )
  })
}

/** Who sets it, where that is not the whole place: what a ministry lays down for the country is mostly its own. */
function ownerOf({ record, officialDocument }: Claim, documents: ReadonlyMap<string, OfficialDocument>): string | null {
  const issuer = officialDocument === null ? null : (documents.get(officialDocument)?.issuer ?? null)
  return record['place'] !== 'vn' || issuer === null || FOR_ALL.has(issuer) ? null : issuer
}

function isComparable(claim: Claim): boolean {
  const { record, topic, reports } = claim
  if (topic === null || typeof record['deadline'] !== 'string' || rangeOf(claim) === null) return false
  return reports.some(isComparableReport) && !isBareCount(claim)
}

/** Whether some report of it is read without much doubt. */
function isSure({ reports }: Claim): boolean {
  return reports.some(r => r.record['confidence'] !== 'low' && isComparableReport(r))
}

function isComparableReport({ record }: GoalReport): boolean {
  return isNamed(record) && !isTimeOfName(record)
}

/** Whether a record says itself what is measured: `tăng trưởng` alone may mean that of anything, `thủy điện` in % a share of anything. */
function isNamed(record: AnyRecord): boolean {
  const named = subjectOf(record)
  if (named === null) return false
  if (record.kind === 'rank_goal') return true
  const words = subjectWords(null, named.text, () => [])
  return words.length >= (named.id === null && record['unit'] === '%' && record['value_kind'] === 'level' ? WORDS_OF_SHARE : 1)
}

function subjectOf(record: AnyRecord): { readonly id: string | null; readonly text: string } | null {
  return (record['indicator'] ?? record['subject'] ?? null) as { readonly id: string | null; readonly text: string } | null
}

/** `03 bến cảng`: what is counted is not told from others of its kind; `3 triệu lượt khách quốc tế` is. */
function isBareCount({ record }: Claim): boolean {
  const named = subjectOf(record)
  if (named === null || named.id !== null) return false
  const unit = syllablesOf(String(record['unit'] ?? ''))
  return unit.length < WORDS_OF_COUNT && subjectWords(null, named.text, () => []).every(word => unit.includes(word))
}

/** `giai đoạn 2016-2020`: what holds over some years is another number than what is reached in the last of them. */
function isOfPeriod({ reports }: Claim): boolean {
  return reports.every(({ record }) => PERIOD.test(matchKey(evidenceOf(record)['deadline']?.quote ?? '')))
}

/** `theo Chương trình … quốc gia đến năm 2025, định hướng đến năm 2030, kinh tế số đạt 30%`: when, may be only in the plan's name. */
function isTimeOfName(record: AnyRecord): boolean {
  const { document, deadline, indicator, subject } = evidenceOf(record)
  const named = indicator ?? subject
  if (record['document_id'] !== null || document?.source !== 'same_clause' || deadline?.source !== 'same_clause') return false
  return Number(document.start) < Number(deadline.start) && Number(deadline.start) < Number(named?.start)
}

interface Evidence {
  readonly start: number | null
  readonly quote: string | null
  readonly source: string
}

function evidenceOf(record: AnyRecord): Readonly<Partial<Record<string, Evidence>>> {
  return (record['evidence'] ?? {}) as Readonly<Record<string, Evidence>>
}

function rangeOf({ record }: Claim): readonly [number, number] | null {
  const isRank = record.kind === 'rank_goal'
  if (isRank && !COMPARABLE_RANKS.includes(record['rank_kind'])) return null
  const [low, high] = isRank ? [record['n_low'], record['n_high']] : [record['low'], record['high']]
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : null
}

/** Whether two values exclude each other: `8` lies in `8-8,5`, and 1.721 is what somebody calls 1.700. */
function differ(a: Claim, b: Claim): boolean {
  const [[lowA, highA], [lowB, highB]] = [rangeOf(a) as readonly [number, number], rangeOf(b) as readonly [number, number]]
  const [gap, most] = [Math.max(lowA, lowB) - Math.min(highA, highB), Math.max(highA, highB)]
  if (gap <= most * ROUNDING) return false
  return most <= MOST_TIMES * Math.min(lowA, lowB)
}

function relationOf(a: DatedClaim, b: DatedClaim, isOneArticle: boolean): Pick<DifferingPair, 'relation' | 'isOneDocument'> | null {
  const areBothSet = a.document !== null && b.document !== null
  const isOneDocument = a.document !== null && b.document !== null && isSame(a.document, b.document)
  if (isOneArticle && (!areBothSet || isOneDocument)) return null
  // Two who tell one document's goal in the same words mean it, however hard it is to read.
  if (!isOneDocument && !(isSure(a.claim) && isSure(b.claim))) return null
  const relation = isOneDocument ? 'contradiction' : relationInTime(a, b)
  return relation === null ? null : { relation, isOneDocument }
}

function relationInTime(a: DatedClaim, b: DatedClaim): DifferingPair['relation'] | null {
  if (a.since === null || b.since === null) return null
  if (a.document !== null && b.document !== null) return a.since === b.since ? 'contradiction' : 'change'
  return isAfter(b, a) || isAfter(a, b) ? 'change' : 'contradiction'
}

/** News goes on saying for a while what holds no more; a plan of a year holds from its day, whoever reports it later. */
function isAfter(later: DatedClaim, earlier: DatedClaim): boolean {
  const from = isOfYear(earlier) ? earlier.since : earlier.middle
  return later.since !== null && from !== null && later.since >= addDays(from, APART)
}

/** Whether a document sets a goal for its own year or the next, which mostly is set anew in its course. */
function isOfYear({ claim, document, since }: DatedClaim): boolean {
  const due = Number(String(claim.record['deadline']).slice(0, 4))
  return document !== null && since !== null && due - Number(since.slice(0, 4)) <= 1
}

/** Whether two documents may be one that was named with less the other time. */
function isSame(a: OfficialDocument, b: OfficialDocument): boolean {
  const years = [a, b].map(d => d.issued?.slice(0, 4) ?? null)
  return a.id === b.id || (a.number !== null && a.number === b.number && (years.includes(null) || years[0] === years[1]))
}

/** The values that each article reports. */
function valuesByArticle(claims: readonly DatedClaim[]): readonly (readonly DatedClaim[])[] {
  const found = new Map<string, DatedClaim[]>()
  for (const one of claims)
    for (const { article } of one.claim.reports) {
      const said = found.get(article.id)
      if (said === undefined) found.set(article.id, [one])
      else said.push(one)
    }
  return [...found.values()].filter(said => said.length > 1)
}

function datedClaim(claim: Claim, documents: ReadonlyMap<string, OfficialDocument>): DatedClaim {
  const published = claim.reports.flatMap(r => r.article.published ?? []).toSorted()
  const document = claim.officialDocument === null ? null : (documents.get(claim.officialDocument) ?? null)
  return {
    claim,
    document,
    since: firstDayOf(document) ?? published[0] ?? null,
    until: published.at(-1) ?? null,
    middle: published[(published.length - 1) >> 1] ?? null
  }
}

function firstDayOf(document: OfficialDocument | null): string | null {
  const { issued, numbered_in } = document ?? {}
  if (typeof issued === 'string') return edtfRange(issued).first
  return typeof numbered_in === 'string' && /^\d{4}$/.test(numbered_in) ? `${numbered_in}-01-01` : null
}

/** The order in which claims were said. */
export function byTime(a: DatedClaim, b: DatedClaim): number {
  const [x, y] = [a.since ?? '', b.since ?? '']
  return x < y ? -1 : x > y ? 1 : a.claim.id < b.claim.id ? -1 : 1
}
