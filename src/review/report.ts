import { type Html, html, raw } from './html.ts'
import { type Say, sayCode, sayNumber } from './words/index.ts'

/** What stands at the head of the report. */
export interface ReportHead {
  /** Which side is which, and what differs in how they were made. */
  readonly lines: readonly { readonly role: 'old' | 'new' | 'why'; readonly says: string }[]
  readonly counts: string
  /** Whether the two sides differ in nothing. */
  readonly isSame: boolean
  readonly notes: readonly string[]
  readonly kinds: readonly (readonly string[])[]
  readonly groups: readonly {
    readonly count: number
    readonly id: string
    readonly says: string
    readonly articles: string
    readonly rules: string
  }[]
  readonly causes: readonly { readonly kind: string; readonly names: readonly string[]; readonly count: number }[]
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
<header class="top"><div class="brand"><h1>muctieu diff <span>${say('report_title')}</span></h1><ul class="sides">${head.lines.map(l => html`<li class="${l.role}">${l.says}</li>`)}</ul></div></header>
<main>
<details class="summary sheet" open><summary>${head.counts}</summary>
  ${head.isSame && html`<p><strong>${say('report_same_all')}</strong></p>`}
  ${head.notes.map(n => html`<p>${n}</p>`)}
  <h2>${say('report_summary')}</h2><div class="scroll">${tableOf(head.kinds)}</div>
  ${head.causes.length > 0 && html`<h2>${say('report_causes')}</h2><ul>${head.causes.map(c => html`<li><b>${sayNumber(say, c.count)}</b> ${sayCode(say, 'cause', c.kind)}${c.names.length > 0 && html` <code>${c.names.join(', ')}</code>`}</li>`)}</ul>`}
  ${head.groups.length > 0 && html`<details class="alike"><summary>${say('report_groups')} <span class="count">${sayNumber(say, head.groups.length)}</span></summary><ol class="groups">${head.groups.map(g => html`<li><button type="button" data-group="${g.id}">${sayNumber(say, g.count)}×</button> ${g.says} <span class="hint">${g.articles}</span> <code>${g.rules}</code></li>`)}</ol></details>`}
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
