import { button, h, svg } from './element.ts'
import { hrefOf, leftOut, oneLine, picture, placeName, scopeName, subjectName, type View } from './frame.ts'
import { digits, fold, say, words } from './language.ts'
import type { Fact } from './model.ts'
import { subjectKey, type Wish } from './select.ts'
import { type Cell, sortable } from './table.ts'

const TABLES = 4
const YEARS = 8

/** Who sets a subject, at what level, by when: a table of places and years for each of the subjects that fit. */
export function comparison(view: View): HTMLElement {
  const comparable = view.goals.filter(g => g.place !== null && subjectKey(g) !== '' && g.year !== null)
  const groups = [...Map.groupBy(comparable, groupKey)].toSorted(
    ([a, x], [b, y]) => placesOf(y) - placesOf(x) || y.length - x.length || (a < b ? -1 : 1)
  )
  const shown = groups.slice(0, TABLES)
  const chips = groups.slice(TABLES, TABLES + 24).map(([, facts]) => {
    const g = facts[0] as Fact
    return button(`${nameOf(view, g)} (${digits(facts.length)})`, () => view.change({ subject: subjectKey(g), unit: g.unit ?? '' }), {
      class: 'chip'
    })
  })
  return h(
    'div',
    {},
    ...shown.map(([key, facts]) => tableOf(view, key, facts)),
    chips.length === 0 ? null : h('p', { class: 'chips' }, `${say(words('Chỉ tiêu khác:', 'Other subjects:'))} `, ...chips),
    leftOut(view, 'compare', [
      ['rest', words('về chỉ tiêu khác', 'about other subjects'), groups.slice(TABLES).flatMap(([, facts]) => facts)],
      [
        'none',
        words('thiếu nơi, chỉ tiêu hoặc năm', 'without a place, a subject or a year'),
        view.goals.filter(g => g.place === null || subjectKey(g) === '' || g.year === null)
      ]
    ])
  )
}

const placesOf = (facts: readonly Fact[]): number => new Set(facts.map(g => g.where)).size
const groupKey = (g: Fact): string => [subjectKey(g), g.kind === 'rank_goal' ? `rank ${g.scope}` : `${g.unit} ${g.measure}`].join('|')

function nameOf({ data }: View, g: Fact): string {
  const of = g.kind === 'rank_goal' ? (scopeName(g.scope) ?? say(words('thứ hạng', 'rank'))) : g.unit
  return [subjectName(data, g) ?? '', of].filter(part => part !== null).join(' · ')
}

function tableOf(view: View, key: string, facts: readonly Fact[]): HTMLElement {
  const years = [...Map.groupBy(facts, g => g.year as number)].toSorted(([, x], [, y]) => y.length - x.length)
  const columns = years
    .slice(0, YEARS)
    .map(([year]) => year)
    .toSorted((a, b) => a - b)
  const range = { from: columns[0] as number, to: columns.at(-1) as number, most: Math.max(...facts.map(g => g.low ?? 0)) }
  const rows = [...Map.groupBy(facts, g => g.where)].map(([place, own]): Cell[] => {
    const name = placeName(view.data, own[0] as Fact) ?? ''
    return [
      { show: h('a', { href: hrefOf(view, `compare:${key}:${place}`, words(name, name), own) }, name), by: fold(name) },
      ...columns.map(year =>
        valueCell(
          view,
          key,
          own.filter(g => g.year === year)
        )
      ),
      { show: sparkline(own, range), by: own.length }
    ]
  })
  const hidden = facts.filter(g => !columns.includes(g.year as number))
  const title = nameOf(view, facts[0] as Fact)
  return h(
    'div',
    { class: 'compared' },
    h(
      'h3',
      {},
      title,
      ' ',
      h('span', { class: 'note' }, `${digits(rows.length)} ${say(words('nơi', rows.length === 1 ? 'place' : 'places'))} `),
      button(say(words('Trên bản đồ', 'On the map')), () => view.change(wishFor(facts[0] as Fact), 'map'), { class: 'chip' })
    ),
    sortable(`compare-${key}`, [say(words('Nơi', 'Place')), ...columns.map(String), say(words('Diễn biến', 'Course'))], rows),
    leftOut(view, `compare:${key}`, [['years', words('của năm khác', 'of other years'), hidden]])
  )
}

/** What shows one table's goals alone, where all of its subject in its unit are of one kind. */
function wishFor(g: Fact): Partial<Wish> {
  return { subject: subjectKey(g), unit: g.unit ?? '', kind: g.kind, measure: g.kind === 'target' ? g.measure : '' }
}

/** The values of one place and year, each with the way to its sentences. */
function valueCell(view: View, key: string, facts: readonly Fact[]): Cell {
  const values = [...Map.groupBy(facts, g => say(g.value))]
  const links = values.map(([value, own]) => {
    const says = oneLine(view, own[0] as Fact)
    return h(
      'a',
      { href: hrefOf(view, `cell:${key}:${own[0]?.where}:${own[0]?.year}:${value}`, words(says, says), own), class: 'value' },
      `${value}${own.length > 1 ? ` ×${own.length}` : ''}`
    )
  })
  return { show: h('div', { class: 'values' }, ...links), by: facts[0]?.low ?? facts[0]?.high ?? null }
}

/** Values over years as a small line, on the scale of its table. */
function sparkline(facts: readonly Fact[], { from, to, most }: { from: number; to: number; most: number }): Node {
  const [width, height] = [96, 24]
  const points = facts
    .flatMap(g => (g.low === null ? [] : [[g.year as number, g.low] as const]))
    .toSorted(([a], [b]) => a - b)
    .map(
      ([year, low]) =>
        [4 + ((year - from) * (width - 8)) / Math.max(1, to - from), height - 3 - (low * (height - 6)) / (most || 1)] as const
    )
    .filter(([x]) => x >= 0 && x <= width)
  const line = svg('polyline', { points: points.map(point => point.join(',')).join(' '), class: 'spark' })
  const dots = points.map(([cx, cy]) => svg('circle', { cx, cy, r: 2, class: 'spark-dot' }))
  return picture(words('Diễn biến', 'Course'), width, height, line, ...dots)
}
