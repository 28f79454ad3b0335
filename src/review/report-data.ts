import type { AnyRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import { shownText } from './html.ts'
import { bothSides, marksOf, segments } from './marks.ts'
import { labelOf, type NameOf, renderRecord } from './record-table.ts'
import { type Say, sayCode } from './words/index.ts'

/** A change as the report shows it. */
export interface ReportChange {
  /** Names it in the page's address. */
  readonly id: string
  readonly class: string
  readonly kind: string
  readonly where: string
  readonly before: AnyRecord | null
  readonly after: AnyRecord | null
  readonly fields: readonly string[]
  readonly rules: readonly string[]
  readonly verdict: string | null
  readonly group: string
  readonly isLocated: boolean
}

/** An article of the report: the text that is shown, and its changes. */
export interface ReportArticle {
  readonly title: string
  readonly text: string | null
  /** Whether old spans are spans of the text that is shown. */
  readonly isTextSame: boolean
  readonly changes: readonly ReportChange[]
}

/** A change in the list, as the page's script reads it. */
type Entry = readonly [
  article: number,
  change: number,
  name: string,
  kind: string,
  quote: string,
  what: string,
  verdict: string,
  group: string,
  place: string,
  rules: readonly number[],
  confidence: string,
  isLocated: 0 | 1,
  id: string
]

/** The parts of the page that its script reads, as JSON; articles in chunks that are unpacked when they are looked at. */
export interface ReportData {
  readonly index: string
  readonly chunks: readonly string[]
}

const CHUNK = 40
// Of a longer text only what stands around its changes is taken along.
const LONG = 60_000
const AROUND = 8_000

/** The data of a report. */
export function reportData(articles: readonly ReportArticle[], say: Say, nameOf: NameOf): ReportData {
  const rules: string[] = []
  const ruleNumbers = new Map<string, number>()
  const numberOf = (rule: string): number => {
    const known = ruleNumbers.get(rule)
    if (known !== undefined) return known
    ruleNumbers.set(rule, rules.length)
    return rules.push(rule) - 1
  }
  const unsorted = articles.flatMap((article, a) =>
    article.changes.map((c, i): Entry => {
      const record = (c.after ?? c.before) as AnyRecord
      const what = c.fields.length > 0 ? c.fields.map(f => labelOf(f, say)).join(', ') : claim(record, nameOf)
      return [
        a,
        i,
        c.class,
        c.kind,
        shownText(record.anchor.quote.slice(0, 80)),
        what.slice(0, 120),
        c.verdict ?? '',
        c.group,
        String(record['place'] ?? ''),
        c.rules.map(numberOf),
        String(record['confidence'] ?? ''),
        c.isLocated ? 1 : 0,
        c.id
      ]
    })
  )
  // What broke stands first, whatever its article.
  const entries = unsorted.toSorted((a, b) => Number(b[6] === 'broke') - Number(a[6] === 'broke'))
  const places = Object.fromEntries([...new Set(entries.map(e => e[8]))].map(p => [p, nameOf('place', p) ?? p]))
  const words = Object.fromEntries(
    (
      [
        'report_more',
        'report_pick',
        'report_link',
        'report_stale',
        'not_located',
        'no_text',
        'filter_all',
        'list_none',
        'list_part'
      ] as const
    ).map(k => [k, say(k)])
  )
  const names = {
    class: codes(
      entries.map(e => e[2]),
      v => sayCode(say, 'class', v)
    ),
    kind: codes(
      entries.map(e => e[3]),
      v => sayCode(say, 'kind', v)
    ),
    verdict: codes(
      entries.map(e => e[6]),
      v => sayCode(say, 'gold', v)
    ),
    confidence: codes(
      entries.map(e => e[10]),
      v => sayCode(say, 'confidence', v)
    ),
    place: places
  }
  const chunks: string[] = []
  for (let from = 0; from < articles.length; from += CHUNK)
    chunks.push(JSON.stringify(articles.slice(from, from + CHUNK).map(a => articleData(a, say, nameOf))))
  return { index: JSON.stringify({ chunk: CHUNK, rules, names, words, entries, fields: fieldNames(articles, say) }), chunks }
}

function codes(values: readonly string[], name: (value: string) => string): Record<string, string> {
  return Object.fromEntries([...new Set(values)].filter(v => v !== '').map(v => [v, name(v)]))
}

function fieldNames(articles: readonly ReportArticle[], say: Say): string[] {
  return [...new Set(articles.flatMap(a => a.changes.flatMap(c => c.fields)))].toSorted().map(f => labelOf(f, say))
}

function articleData({ title, text, isTextSame, changes }: ReportArticle, say: Say, nameOf: NameOf): object {
  const label = (field: string) => labelOf(field, say)
  const places = changes.map(c => (c.after ?? c.before)!.anchor)
  const window = text === null ? { start: 0, end: 0 } : windowOf(text, places)
  return {
    title,
    start: window.start,
    text: text === null ? null : shownText(text.slice(window.start, window.end)),
    changes: changes.map(c => {
      const before = isTextSame ? c.before : null
      const marks = bothSides(marksOf(before, 'old', label), marksOf(c.after, 'new', label)).filter(
        m => m.start >= window.start && m.end <= window.end
      )
      return {
        where: c.where,
        rows: renderRecord({ before: c.before, after: c.after, fields: c.fields, takeable: [] }, say, nameOf).html,
        // Where it begins and ends, the element, its classes, what is written behind it.
        segments: segments(window, marks)
          .filter(s => s.marks.length > 0)
          .map(s => [
            s.start,
            s.end,
            elementOf(s.marks),
            classesOf(s.marks),
            [
              ...new Set(s.closing.map(m => `${m.side === 'old' ? '−' : m.side === 'new' ? '+' : ''}${m.label}`).filter(l => l.length > 1))
            ].join(', ')
          ])
      }
    })
  }
}

function elementOf(marks: readonly { readonly side: string }[]): string {
  return marks.every(m => m.side === 'old') ? 'del' : marks.every(m => m.side === 'new') ? 'ins' : 'mark'
}

function classesOf(marks: readonly { readonly field: string; readonly side: string }[]): string {
  return [...new Set(marks.flatMap(m => [`m-${m.field}`, `s-${m.side}`]))].join(' ')
}

function windowOf(text: string, places: readonly Span[]): Span {
  if (text.length <= LONG) return { start: 0, end: text.length }
  const start = Math.max(0, Math.min(...places.map(p => p.start)) - AROUND)
  return { start, end: Math.min(text.length, Math.max(start + LONG, Math.min(...places.map(p => p.start)) + LONG)) }
}

function claim(record: AnyRecord, nameOf: NameOf): string {
  const named = (record['indicator'] ?? record['subject'] ?? null) as { readonly text: string } | null
  const words = named?.text ?? record['title'] ?? record['number']
  const place = typeof record['place'] === 'string' ? (nameOf('place', record['place']) ?? record['place']) : null
  return shownText([words, place].filter(v => typeof v === 'string').join(' · '))
}
