import type { DatasetArticle } from '../../export/article-lines.ts'
import { PROVINCES } from '../../mentions/place/units.ts'
import type { AnyRecord } from '../../model/record.ts'
import type { ArticleFact, Fact, Place } from '../../report/client/model.ts'
import { edtfEndYear } from '../../text/edtf.ts'
import { dateInWords, deadlineInWords, type ValueWords, VIETNAMESE, valueInWords } from '../words.ts'
import { dateInEnglish, deadlineInEnglish, ENGLISH } from './english.ts'

/** The sentences of a report, each once, and where in them something stands. */
export class Sentences {
  readonly all: string[] = []
  private readonly known = new Map<string, number>()

  /** The place of a span of the text layer: its sentence, and where in that it stands. */
  placeOf({ extraction, text }: DatasetArticle, article: number, span: { readonly start: number; readonly end: number }): Place {
    const within = extraction.sentences.find(s => s.start <= span.start && span.end <= s.end) ?? span
    const key = `${article} ${within.start} ${within.end}`
    let sentence = this.known.get(key)
    if (sentence === undefined) {
      sentence = this.all.push(text.slice(within.start, within.end)) - 1
      this.known.set(key, sentence)
    }
    return { article, sentence, from: span.start - within.start, to: span.end - within.start }
  }
}

/** An article as a report names it. */
export function articleFact({ extraction: { article } }: DatasetArticle): ArticleFact {
  const { title, url, published, sources } = article
  return { title, url, published, source: sources[0]?.source ?? '' }
}

/** A target, rank goal or observation as a report shows it. */
export function factOf(record: AnyRecord, place: Place, document: number | null): Fact {
  const subject = (record['indicator'] ?? record['subject'] ?? null) as { readonly id: string | null; readonly text: string } | null
  const isGoal = record.kind !== 'observation'
  const edtf = text(isGoal ? record['deadline'] : record['as_of'])
  const words = isGoal
    ? [deadlineInWords(record), deadlineInEnglish(record)]
    : [dateInWords(record['as_of']), dateInEnglish(record['as_of'])]
  return {
    ...place,
    id: record.id,
    kind: record.kind as Fact['kind'],
    place: text(record['place']),
    units: (record['place_units'] ?? null) as Fact['units'],
    where: whereOf(record),
    subject: subject?.id ?? null,
    text: subject?.text ?? null,
    qualifier: text(record['qualifier']),
    value: valueInBoth(record),
    comparator: text(record['comparator']),
    low: number(record['low'] ?? record['n_low']),
    high: number(record['high'] ?? record['n_high']),
    unit: text(record['unit']),
    measure: String(record['value_kind'] ?? record['rank_kind']),
    direction: (record['direction'] ?? null) as Fact['direction'],
    scope: text(record['scope']),
    when: words[0] == null ? null : { vi: words[0], en: words[1] ?? words[0] },
    edtf,
    year: edtf === null ? null : edtfEndYear(edtf),
    document,
    confidence: String(record['confidence']) as Fact['confidence']
  }
}

/** Whether a goal can be held against an observation: it says what was measured, where, and is no caption. */
export function isComparable(record: AnyRecord): boolean {
  const subject = (record['indicator'] ?? record['subject'] ?? null) as { readonly id: string | null } | null
  return (
    record.kind === 'observation' &&
    (record['status'] === 'result' || record['status'] === 'current') &&
    record['reason'] === null &&
    typeof record['place'] === 'string' &&
    subject?.id != null
  )
}

// What the merger of 2025 joined, or made: of these an id alone may be two places.
const MERGED = new Set(PROVINCES.flatMap(p => (p.merged_into === null ? [] : [p.id, p.merged_into])))

/** The place as one thing: a province that the merger left alone is one, whatever list its id is to be read in. */
function whereOf({ place, place_units: units }: AnyRecord): string {
  if (typeof place !== 'string') return ''
  return MERGED.has(place) && units != null ? `${place}@${String(units)}` : `${place}@`
}

const MONEY = /^(?:VND|USD|EUR)/
const SIZES = [
  [1e9, ' tỷ', ' bn'],
  [1e6, ' triệu', ' m']
] as const

/** The value in both languages. The zeros of money are words: `10.500 tỷ VND`. */
export function valueInBoth(record: AnyRecord): Fact['value'] {
  if (!MONEY.test(String(record['unit']))) return { vi: valueInWords(record), en: valueInWords(record, ENGLISH) }
  const short = ({ number, ...words }: ValueWords, at: 1 | 2): ValueWords => ({
    ...words,
    number: n => {
      const size = SIZES.find(([least]) => n >= least)
      return size === undefined ? number(n) : `${number(n / size[0])}${size[at]}`
    }
  })
  return { vi: valueInWords(record, short(VIETNAMESE, 1)), en: valueInWords(record, short(ENGLISH, 2)) }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
