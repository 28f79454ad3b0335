import type { AnyRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import { type Html, html, raw, shownText } from './html.ts'
import { bothSides, marksOf, segments } from './marks.ts'
import { labelOf, type NameOf, renderRecord } from './record-table.ts'
import { type Say, sayCode, sayNumber } from './words/index.ts'

/** A change as the report shows it. */
export interface ReportChange {
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

/** What stands at the head of the report. */
export interface ReportHead {
  readonly lines: readonly string[]
  readonly counts: string
  /** Whether the two sides differ in nothing. */
  readonly isSame: boolean
  readonly notes: readonly string[]
  readonly kinds: readonly (readonly string[])[]
  readonly groups: readonly { readonly count: number; readonly id: string; readonly says: string }[]
  readonly causes: readonly { readonly kind: string; readonly names: readonly string[]; readonly count: number }[]
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
  isLocated: 0 | 1
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
        c.isLocated ? 1 : 0
      ]
    })
  )
  // What broke stands first, whatever its article.
  const entries = unsorted.toSorted((a, b) => Number(b[6] === 'broke') - Number(a[6] === 'broke'))
  const places = Object.fromEntries([...new Set(entries.map(e => e[8]))].map(p => [p, nameOf('place', p) ?? p]))
  const words = Object.fromEntries(
    (['report_more', 'report_pick', 'not_located', 'no_text', 'filter_all', 'list_none', 'list_part'] as const).map(k => [k, say(k)])
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

/** What the page is put together from beside its data. */
export interface ReportParts {
  readonly head: ReportHead
  readonly index: string
  /** Chunks, packed with gzip, in base64. */
  readonly packed: readonly string[]
  readonly style: string
  readonly script: string
  /** SHA-256 of style and script in base64, for the policy that lets nothing else in. */
  readonly styleHash: string
  readonly scriptHash: string
}

/** The report: one page that needs nothing else. */
export function renderReportPage({ head, index, packed, style, script, styleHash, scriptHash }: ReportParts, say: Say): string {
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; script-src 'sha256-${scriptHash}'; img-src data:; base-uri 'none'; form-action 'none'`
  const data = (json: string) => raw(json.replace(/</g, '\\u003c'))
  const page = html`
<html lang="${say.language}" data-theme="auto">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>muctieu diff · ${say('report_title')}</title><link rel="icon" href="data:,"><style>${raw(style)}</style></head>
<body class="report">
<a class="skip" href="#item">${say('skip_link')}</a>
<header class="top"><div class="brand"><h1>muctieu diff <span>${say('report_title')}</span></h1><ul class="sides">${head.lines.map(l => html`<li class="${l.startsWith('BASE') ? 'old' : l.startsWith('NEW') ? 'new' : 'why'}">${l}</li>`)}</ul></div></header>
<main>
<details class="summary sheet" open><summary>${head.counts}</summary>
  ${head.isSame && html`<p><strong>${say('report_same_all')}</strong></p>`}
  ${head.notes.map(n => html`<p>${n}</p>`)}
  <h2>${say('report_summary')}</h2><div class="scroll">${tableOf(head.kinds)}</div>
  ${head.causes.length > 0 && html`<h2>${say('report_causes')}</h2><ul>${head.causes.map(c => html`<li><b>${sayNumber(say, c.count)}</b> ${sayCode(say, 'cause', c.kind)} <code>${c.names.join(', ')}</code></li>`)}</ul>`}
  ${head.groups.length > 0 && html`<details class="alike"><summary>${say('report_groups')} <span class="count">${head.groups.length}</span></summary><ol class="groups">${head.groups.map(g => html`<li><button type="button" data-group="${g.id}">${g.count}×</button> <code>${g.says}</code></li>`)}</ol></details>`}
</details>
<noscript><p class="sheet">JavaScript</p></noscript>
<div class="work" id="work" hidden>
  <nav class="spine" id="list" aria-label="${say('report_changes')}">
    <details class="filters"><summary>${say('filters')}</summary><form>
      <label class="wide">${say('filter_search')} <input type="search" name="q" id="search" autocomplete="off"></label>
      ${(['class', 'kind', 'field', 'confidence', 'verdict', 'place', 'rule'] as const).map(name => html`<label>${say(`filter_${name}`)} <select name="${name}"></select></label>`)}
      <input type="hidden" name="group" value=""><p class="buttons"><button type="reset">${say('filter_clear')}</button></p>
    </form></details>
    <p class="part" role="status"></p><ol></ol>
  </nav>
  <article class="item" id="item" tabindex="-1" aria-live="polite"><p>${say('report_pick')}</p></article>
  <section class="source" aria-label="${say('source_text')}"><h2>${say('source_text')}</h2><div class="text" lang="vi" tabindex="0" role="group" aria-label="${say('source_text')}"></div></section>
  <section class="unlocated sheet" hidden><h2>${say('not_located')}</h2><ol></ol></section>
</div>
</main>
<script type="application/json" id="index">${data(index)}</script>
${packed.map(
  (chunk, i) => html`<script type="text/plain" id="chunk-${i}">${raw(chunk)}</script>
`
)}
<script>${raw(script)}</script>
</body></html>`
  return `<!doctype html>${page.html}\n`
}

function tableOf(rows: readonly (readonly string[])[]): Html {
  const [head = [], ...body] = rows
  return html`<table class="numbers"><thead><tr>${head.map(c => html`<th scope="col">${c}</th>`)}</tr></thead><tbody>${body.map(r => html`<tr>${r.map((c, i) => (i === 0 ? html`<th scope="row">${c}</th>` : html`<td>${c}</td>`))}</tr>`)}</tbody></table>`
}
