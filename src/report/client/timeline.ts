import { h, svg } from './element.ts'
import { label, line, mark, picture, type View } from './frame.ts'
import { digits, say, words } from './language.ts'
import type { DocumentFact } from './model.ts'
import { yearTicks } from './series.ts'

const DAY = 86_400_000

/** Official documents by the day they were issued, by type; of the fitting goals, where something is asked for. */
export function timeline(documents: readonly DocumentFact[], width: number): HTMLElement {
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
    ...members.map(d => documentMark(d, x(time(d.day as string)), i * 34 + 17))
  ])
  const [undated, early] = [documents.filter(d => d.day === null).length, documents.length - drawn.length]
  const note = `${say(words('Không vẽ ở đây:', 'Not drawn here:'))} ${digits(undated)} ${say(words('văn bản không rõ ngày', 'documents without a day'))}, ${digits(early - undated)} ${say(words('văn bản cũ hơn; tất cả có trong danh sách dưới đây.', 'older ones; all are in the list below.'))}`
  return h(
    'div',
    {},
    drawn.length === 0 ? null : picture(words('Văn bản theo thời gian', 'Documents over time'), width, height + 24, ...axis, ...rows),
    early === 0 ? null : h('p', { class: 'note' }, note)
  )
}

function documentMark(d: DocumentFact, x: number, y: number): SVGElement {
  const says = [d.name, d.issuer === null ? null : say(d.issuer), d.issued].filter(part => part !== null).join(' · ')
  return mark(`#d-${d.id}`, says, svg('circle', { class: 'paper', cx: x, cy: y, r: Math.min(14, 3 + 1.6 * Math.sqrt(d.articles.length)) }))
}

/** The documents that set what fits; all of them where nothing is asked for. */
export function documentsOf({ data, goals }: View): DocumentFact[] {
  if (goals.length === data.goals.length) return [...data.documents]
  const named = new Set(goals.map(g => g.document))
  return data.documents.filter((_, i) => named.has(i))
}
