import { h, svg } from './element.ts'
import { label, line, mark, openingOf, picture, type View } from './frame.ts'
import { digits, say, words } from './language.ts'
import type { DocumentFact, Words } from './model.ts'
import { yearTicks } from './series.ts'

const DAY = 86_400_000
/** Pixels from one mark to the next. */
const APART = 12

/** Official documents by the day they were issued, by type; of the fitting goals, where something is asked for. */
export function timeline(view: View, documents: readonly DocumentFact[], width: number): HTMLElement {
  const time = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
  const days = documents.flatMap(d => (d.day === null ? [] : [time(d.day)])).toSorted((a, b) => a - b)
  // A few old documents would press all others into a corner.
  const from = days[Math.floor(days.length * 0.02)] ?? 0
  const [first, last] = [from - 60, (days.at(-1) ?? 1) + 60]
  const drawn = documents.filter(d => d.day !== null && time(d.day) >= from)
  const types = [...Map.groupBy(drawn, d => say(d.type))].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
  const left = Math.min(170, width * 0.32)
  const x = (at: number): number => left + 10 + ((at - first) * (width - left - 24)) / (last - first)
  const height = types.length * 34
  const year = (at: number): number => new Date(at * DAY).getUTCFullYear()
  const axis = yearTicks(year(first) + 1, year(last), width / 70).flatMap(n => {
    const at = x(Date.UTC(n, 0, 1) / DAY)
    return [line(at, 0, at, height), label(at, height + 16, String(n), { 'text-anchor': 'middle' })]
  })
  const rows = types.flatMap(([type, members], i) => [
    label(left, i * 34 + 21, `${type} (${digits(members.length)})`, { 'text-anchor': 'end' }, Math.floor(left / 6.6)),
    ...documentMarks(view, type, members, d => x(time(d.day as string)), i * 34 + 17)
  ])
  return h(
    'div',
    {},
    drawn.length === 0 ? null : picture(words('Văn bản theo thời gian', 'Documents over time'), width, height + 24, ...axis, ...rows),
    documentsLeftOut(view, [
      ['undated', words('văn bản không rõ ngày', 'documents without a day'), documents.filter(d => d.day === null)],
      ['older', words('văn bản cũ hơn', 'older documents'), documents.filter(d => d.day !== null && time(d.day) < from)]
    ])
  )
}

/** What the picture does not show: how many documents, why, and the way to them. */
function documentsLeftOut(view: View, parts: readonly (readonly [string, Words, readonly DocumentFact[]])[]): HTMLElement | null {
  const some = parts.filter(([, , documents]) => documents.length > 0)
  if (some.length === 0) return null
  const links = some.flatMap(([key, title, documents], i) => [
    i === 0 ? '' : ' · ',
    h(
      'a',
      { href: openingOf(view, `documents:${key}`, { title, facts: [], documents }), 'data-documents-left': documents.length },
      `${digits(documents.length)} ${say(title)}`
    )
  ])
  return h('p', { class: 'note left' }, `${say(words('Không vẽ ở đây:', 'Not drawn here:'))} `, ...links)
}

/** The marks of a row. Documents that would lie over one another are one mark, which opens them all. */
function documentMarks(
  view: View,
  type: string,
  documents: readonly DocumentFact[],
  x: (d: DocumentFact) => number,
  y: number
): SVGElement[] {
  const spots = Map.groupBy(documents, d => Math.round(x(d) / APART))
  return [...spots].map(([spot, own]) => {
    const first = own[0] as DocumentFact
    const says = own.length === 1 ? nameOf(first) : `${type}: ${digits(own.length)} (${first.issued} – ${own.at(-1)?.issued})`
    const href =
      own.length === 1
        ? `#d-${first.id}`
        : openingOf(view, `documents:${type}:${spot}`, { title: words(says, says), facts: [], documents: own })
    const r = Math.min(APART / 2 + 1, 3 + 0.9 * Math.sqrt(own.reduce((sum, d) => sum + d.articles.length, 0)))
    return mark(href, says, svg('circle', { class: 'paper', cx: own.length === 1 ? x(first) : spot * APART, cy: y, r }))
  })
}

function nameOf(d: DocumentFact): string {
  return [d.name, d.issuer === null ? null : say(d.issuer), d.issued].filter(part => part !== null).join(' · ')
}

/** The documents that set what fits; all of them where nothing is asked for. */
export function documentsOf({ data, goals }: View): DocumentFact[] {
  if (goals.length === data.goals.length) return [...data.documents]
  const named = new Set(goals.map(g => g.document))
  return data.documents.filter((_, i) => named.has(i))
}
