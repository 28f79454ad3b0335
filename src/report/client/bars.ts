import { h, svg } from './element.ts'
import { hrefOf, label, leftOut, line, mark, picture, subjectName, type View } from './frame.ts'
import { digits, say, words } from './language.ts'
import type { Count, Fact, Words } from './model.ts'
import { subjectKey } from './select.ts'
import { farYears, ticks, yearTicks } from './series.ts'

const MOST = 16
export const SURE = ['high', 'medium', 'low'] as const
export const SURENESS: Readonly<Record<string, Words>> = {
  high: words('chắc chắn', 'sure'),
  medium: words('khá chắc', 'fairly sure'),
  low: words('không chắc', 'unsure')
}

/** Which colour says how sure a goal is. */
export function sureness(): HTMLElement {
  return h(
    'p',
    { class: 'legend' },
    ...SURE.map(id => h('span', {}, h('i', { class: id, 'aria-hidden': 'true' }), say(SURENESS[id] as Words)))
  )
}

/** Goals by what they are about. */
export function subjectBars(view: View, width: number): HTMLElement {
  const known = view.goals.filter(g => subjectKey(g) !== '')
  const groups = [...Map.groupBy(known, subjectKey)].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
  const [shown, rest] = [groups.slice(0, MOST), groups.slice(MOST).flatMap(([, facts]) => facts)]
  const others = digits(groups.length - shown.length)
  const left = Math.min(260, width * 0.42)
  const most = Math.max(1, ...shown.map(([, facts]) => facts.length))
  const scale = (width - left - 44) / most
  const rows = shown.flatMap(([key, facts], i) => {
    const name = subjectName(view.data, facts[0] as Fact) ?? key
    const parts = pieces(view, `subject:${key}`, words(name, name), facts, (from, count) => ({
      x: left + from * scale,
      y: i * 26 + 4,
      width: Math.max(1, count * scale - 0.5),
      height: 18
    }))
    return [
      label(left - 8, i * 26 + 17, name, { 'text-anchor': 'end' }, Math.floor(left / 6.6)),
      ...parts,
      label(left + facts.length * scale + 5, i * 26 + 17, digits(facts.length))
    ]
  })
  return h(
    'div',
    {},
    picture(words('Theo chỉ tiêu', 'By subject'), width, Math.max(30, shown.length * 26 + 6), ...rows),
    leftOut(view, 'subjects', [
      ['rest', words(`thuộc ${others} chỉ tiêu khác`, `about ${others} other subjects`), rest],
      ['none', words('không rõ chỉ tiêu', 'of which it is not known what they are about'), view.goals.filter(g => subjectKey(g) === '')]
    ])
  )
}

/** The pieces of a bar, by how sure its goals are. */
function pieces(
  view: View,
  key: string,
  name: Words,
  facts: readonly Fact[],
  box: (from: number, count: number) => Readonly<Record<string, number>>
): SVGElement[] {
  let from = 0
  return SURE.flatMap(sure => {
    const own = facts.filter(g => g.confidence === sure)
    if (own.length === 0) return []
    const how = SURENESS[sure] as Words
    const title = words(`${name.vi}, ${how.vi}`, `${name.en}, ${how.en}`)
    const shape = svg('rect', { ...box(from, own.length), class: `is-${sure}` })
    from += own.length
    return [mark(hrefOf(view, `${key}:${sure}`, title, own), `${say(title)}: ${digits(own.length)}`, shape)]
  })
}

/** Goals by the year in which they are due, each year as far from the next as any other. */
export function yearBars(view: View, width: number): HTMLElement {
  const far = farYears(view.goals)
  const dated = view.goals.filter(g => g.year !== null && !far.has(g.year))
  const years = [...Map.groupBy(dated, g => g.year as number)].toSorted(([a], [b]) => a - b)
  const [first, last] = [years[0]?.[0] ?? 2020, years.at(-1)?.[0] ?? 2030]
  const most = Math.max(1, ...years.map(([, facts]) => facts.length))
  const [left, height] = [44, 210]
  const step = (width - left - 8) / (last - first + 1)
  const x = (year: number): number => left + (year - first) * step
  const y = (count: number): number => height - (count * (height - 22)) / most
  const grid = ticks(most, 4).flatMap(n => [
    line(left, y(n), width - 8, y(n)),
    label(left - 6, y(n) + 4, digits(n), { 'text-anchor': 'end' })
  ])
  const axis = yearTicks(first, last, width / 52).map(year =>
    label(x(year) + step / 2, height + 18, String(year), { 'text-anchor': 'middle' })
  )
  const columns = years.flatMap(([year, facts]) =>
    pieces(view, `year:${year}`, words(`Năm ${year}`, `${year}`), facts, (from, count) => ({
      x: x(year) + 0.5,
      y: y(from + count),
      width: Math.max(1, step - 1),
      height: Math.max(0.5, y(from) - y(from + count))
    }))
  )
  return h(
    'div',
    {},
    picture(words('Theo năm đến hạn', 'By the year they are due'), width, height + 26, ...grid, ...axis, ...columns),
    leftOut(view, 'years', [
      ['none', words('không có hạn', 'without a year'), view.goals.filter(g => g.year === null)],
      ['far', words('có năm cách xa', 'of far-off years'), view.goals.filter(g => g.year !== null && far.has(g.year))]
    ])
  )
}

/** Plain bars of cases. */
export function countBars(counts: readonly Count[]): HTMLElement {
  const most = Math.max(1, ...counts.map(c => c.count))
  const rows = counts.map(({ name, says, count }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, ...(says === null ? [] : [say(says), ' ']), h('code', {}, name)),
      h('td', { class: 'number' }, digits(count)),
      h('td', { class: 'bar' }, h('i', { style: `width:${(100 * count) / most}%` }))
    )
  )
  return h('table', { class: 'counts' }, h('tbody', {}, ...rows))
}
