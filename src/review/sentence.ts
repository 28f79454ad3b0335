import type { AnyRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import { evidenceOf } from './evidence-of.ts'
import { type Html, html, shownText } from './html.ts'
import { type Excerpt, type Item, recordOf } from './item.ts'
import { type Mark, segments } from './marks.ts'
import { labelOf, type NameOf, shown, valueIn } from './record-table.ts'
import type { Say } from './words/index.ts'

// About two lines of a list.
const MOST = 220

/** The sentence of one side with the words of what changed marked: those of the old side are deletions, of the new insertions. */
export function renderSentence(
  excerpt: Excerpt,
  record: AnyRecord,
  fields: readonly string[],
  side: 'old' | 'new' | 'both',
  most = MOST
): Html {
  const changed = wordsOf(record, fields).map((s): Mark => ({ ...s, field: 'changed', side, label: '' }))
  const anchor: Mark = { start: record.anchor.start, end: record.anchor.end, field: 'anchor', side, label: '' }
  const { start, end } = windowOf(excerpt, [anchor, ...changed], most)
  const parts = segments({ start, end }, [anchor, ...changed])
  const cutBefore = start > excerpt.start ? '…' : ''
  const cutAfter = end < excerpt.start + excerpt.text.length ? '…' : ''
  return html`<span class="sentence" lang="vi">${cutBefore}${parts.map(p => {
    const words = shownText(excerpt.text.slice(p.start - excerpt.start, p.end - excerpt.start))
    if (p.marks.length === 0) return html`${words}`
    if (!p.marks.some(m => m.field === 'changed') || side === 'both') return html`<mark>${words}</mark>`
    return side === 'old' ? html`<del>${words}</del>` : html`<ins>${words}</ins>`
  })}${cutAfter}</span>`
}

// Of a record that one side alone has, all of it changed.
function wordsOf(record: AnyRecord, fields: readonly string[]): Span[] {
  const { start, end } = record.anchor
  if (fields.length === 0) return [{ start, end }]
  return fields.flatMap(field => {
    if (field === 'anchor' || field === 'kind') return [{ start, end }]
    const e = evidenceOf(record, field)
    return e === undefined || e.start === null || e.end === null || e.start >= e.end ? [] : [{ start: e.start, end: e.end }]
  })
}

function windowOf({ start, text }: Excerpt, marks: readonly Mark[], most: number): Span {
  const end = start + text.length
  if (text.length <= most) return { start, end }
  const inside = marks.filter(m => m.start >= start && m.end <= end)
  const first = Math.min(...inside.map(m => m.start), end)
  const last = Math.max(...inside.map(m => m.end), start)
  const isShort = first < last && last - first < most
  const [from, to] = isShort ? [first, last] : [marks[0]?.start ?? start, marks[0]?.end ?? start]
  const room = Math.max(20, (most - (to - from)) / 2)
  const left = text.slice(0, Math.max(0, from - start - room)).lastIndexOf(' ') + 1
  const right = text.indexOf(' ', Math.min(text.length, to - start + room))
  return { start: start + left, end: right < 0 ? end : start + right }
}

/** The sentence of an item for a list: the new one, else the old one. */
export function renderSnippet(item: Item, most = MOST): Html {
  const { before, after } = item.sentences
  const record = recordOf(item)
  const excerpt = after ?? before
  if (record === null || excerpt === null || item.at !== null)
    return html`<span class="sentence" lang="vi">${shownText(inShort(excerpt?.text ?? item.quote, most))}</span>`
  return renderSentence(excerpt, record, item.fields, item.queue !== 'changes' ? 'both' : item.after === null ? 'old' : 'new', most)
}

/** What changed, in one line: each field with its old and new value; of a record that one side alone has, what it says. */
export function renderValues(item: Item, say: Say, nameOf: NameOf): Html {
  const { before, after, fields } = item
  if (fields.length === 0) return html`<span class="values">${claimInWords(recordOf(item), say, nameOf)}</span>`
  return html`<span class="values">${fields.map(
    f =>
      html`<span class="shift"><b>${labelOf(f, say)}</b> <del>${valueInWords(before, f, say, nameOf)}</del> → <ins>${valueInWords(after, f, say, nameOf)}</ins></span> `
  )}</span>`
}

function valueInWords(record: AnyRecord | null, field: string, say: Say, nameOf: NameOf): string {
  return inShort(shown(field, valueIn(record, field), say, nameOf), 80)
}

/** What a record claims, in words of the page. */
export function claimInWords(record: AnyRecord | null, say: Say, nameOf: NameOf): string {
  if (record === null) return ''
  const names =
    record.kind === 'document'
      ? ['type', 'number', 'title']
      : 'rank_kind' in record
        ? ['subject', 'rank_kind', 'n_low', 'place', 'deadline']
        : ['indicator', 'low', 'unit', 'place', 'deadline']
  const said = names.map(name => (record[name] == null ? '' : shown(name, record[name], say, nameOf)))
  return inShort(said.filter(Boolean).join(' · '), 120)
}

/** Text cut between words, with a sign that it goes on. */
export function inShort(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf(' ')) || most).trimEnd()}…`
}
