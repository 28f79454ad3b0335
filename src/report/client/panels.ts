import { button, h, svg } from './element.ts'
import { hrefOf, label, leftOut, line, MEASURES, mark, oneLine, picture, placeName, subjectName, type View } from './frame.ts'
import { digits, say, shortDigits, words } from './language.ts'
import type { Fact } from './model.ts'
import { subjectKey } from './select.ts'
import { farOff, farYears, type Series, seriesOf, ticks, yearTicks } from './series.ts'

const FIRST = 6
const PLACES = 6
/** Pixels from one dot to the next; where they are many so few that the middle of each can still be pressed; steps to the side. */
const [DOT, LEAST, STEP] = [8, 6, 4]

/** Values over the years they are due, a panel for each subject in each unit: what is compared can be compared. */
export function valuePanels(view: View, width: number, isWhole: boolean, showAll: () => void): HTMLElement {
  const all = seriesOf(view.goals).filter(s => s.goals.length >= 2)
  const shown = isWhole ? all.slice(0, 60) : all.slice(0, FIRST)
  const drawn = new Set(shown.flatMap(s => s.goals))
  const own = width > 860 ? (width - 32) / 2 : width
  const [ranks, rest] = [view.goals.filter(g => g.kind === 'rank_goal'), view.goals.filter(g => g.kind === 'target' && !drawn.has(g))]
  return h(
    'div',
    {},
    h('div', { class: 'panels' }, ...shown.map(series => panel(view, series, own))),
    all.length > shown.length && !isWhole
      ? button(`${say(words('Thêm', 'More'))} (${digits(Math.min(all.length, 60) - shown.length)})`, showAll, { class: 'more' })
      : null,
    leftOut(view, 'values', [
      ['rest', words('có chỉ tiêu, đơn vị khác', 'of other subjects and units'), rest],
      ['ranks', words('mục tiêu xếp hạng', 'rank goals'), ranks]
    ])
  )
}

function panel(view: View, { key, goals }: Series, width: number): HTMLElement {
  const [far, years] = [farOff(goals), farYears(goals)]
  const drawn = goals.filter(g => g.year !== null && g.low !== null && !far.has(g) && !years.has(g.year))
  const first = goals[0] as Fact
  const name = subjectName(view.data, first) ?? ''
  const measure = MEASURES[first.measure] ?? words('', '')
  const unit = [first.unit ?? say(words('(không đơn vị)', '(no unit)')), say(measure)].join(', ')
  const order = [...Map.groupBy(drawn, g => g.where)]
    .toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([place]) => place)
  return h(
    'div',
    { class: 'panel' },
    h('h3', {}, name, ' ', h('span', { class: 'note' }, unit)),
    drawn.length === 0 ? null : dots(view, drawn, order, width, `${name}, ${unit}`),
    legend(view, drawn, order),
    leftOut(view, `value:${key}`, [
      ['none', words('không có hạn', 'without a year'), goals.filter(g => g.year === null && !far.has(g))],
      ['far', words('cách xa các giá trị khác, nên xem lại', 'far from the others, to be reviewed'), [...far]],
      ['years', words('có năm cách xa', 'of far-off years'), goals.filter(g => g.year !== null && years.has(g.year) && !far.has(g))]
    ])
  )
}

function dots(view: View, goals: readonly Fact[], order: readonly string[], width: number, name: string): SVGElement {
  const [left, height] = [62, 190]
  const years = goals.map(g => g.year as number)
  const [first, last] = [years.reduce((a, b) => Math.min(a, b)) - 1, years.reduce((a, b) => Math.max(a, b)) + 1]
  const most = goals.reduce((a, g) => Math.max(a, g.low as number), 0) * 1.06 || 1
  const x = (year: number): number => left + ((year - first) * (width - left - 14)) / (last - first)
  const y = (value: number): number => height - (value * (height - 14)) / most
  const grid = ticks(most, 4).flatMap(n => [
    line(left, y(n), width - 8, y(n)),
    label(left - 6, y(n) + 4, shortDigits(n), { 'text-anchor': 'end' })
  ])
  const axis = yearTicks(first, last, width / 56).map(year => label(x(year), height + 18, String(year), { 'text-anchor': 'middle' }))
  const placed = strewn(goals, { x, y, most: (width - left - 14) / (last - first) / 2 - 1 })
  const marks = placed.map(({ x, y, facts }) => {
    const g = facts[0] as Fact
    const says = `${oneLine(view, g)}${facts.length > 1 ? ` (×${facts.length})` : ''}`
    const own = new Set(facts.map(fact => fact.where)).size === 1 ? order.indexOf(g.where) : PLACES
    return mark(hrefOf(view, `dot:${g.id} ${subjectKey(g)} ${g.unit}`, words(says, says), facts), says, shape(own, x, y))
  })
  return picture(words(name, name), width, height + 26, ...grid, ...axis, ...marks)
}

interface Dot {
  readonly x: number
  readonly y: number
  readonly facts: Fact[]
}

/**
 * Goals as dots of which none covers another: those of one place, year and value are one; those of one year and nearly one value
 * stand side by side within their year, and where it is full the next one joins the dot that stands there.
 */
function strewn(
  goals: readonly Fact[],
  { x, y, most }: { readonly x: (year: number) => number; readonly y: (value: number) => number; readonly most: number }
): Dot[] {
  const placed: Dot[] = []
  for (const facts of Map.groupBy(goals, g => `${g.where} ${g.year} ${g.low}`).values()) {
    const [at, height] = [x(facts[0]?.year as number), y(facts[0]?.low as number)]
    const over = placed.filter(dot => Math.abs(dot.y - height) < DOT - 1 && Math.abs(dot.x - at) < most + DOT)
    const aside = [0, ...Array.from({ length: Math.floor(most / STEP) }, (_, i) => [STEP * (i + 1), -STEP * (i + 1)]).flat()]
    const free = (apart: number): number | undefined =>
      aside.find(by => over.every(dot => Math.hypot(dot.x - at - by, dot.y - height) >= apart))
    const by = free(DOT - 1) ?? free(LEAST)
    const near = over.find(dot => dot.x === at) ?? over[0]
    if (by !== undefined || near === undefined) placed.push({ x: at + (by ?? 0), y: height, facts })
    else near.facts.push(...facts)
  }
  return placed
}

/** The dot of a place: those with most goals have a colour and a form of their own. */
function shape(nth: number, x: number, y: number): SVGElement {
  const kind = nth < PLACES ? nth : PLACES
  const common = { class: `dot p${kind}` }
  if (kind % 3 === 1) return svg('rect', { ...common, x: x - 4.4, y: y - 4.4, width: 8.8, height: 8.8 })
  if (kind % 3 === 2) return svg('path', { ...common, d: `M${x} ${y - 5.8}L${x + 5.6} ${y + 4.4}H${x - 5.6}Z` })
  return svg('circle', { ...common, cx: x, cy: y, r: 4.8 })
}

function legend(view: View, goals: readonly Fact[], order: readonly string[]): HTMLElement {
  const items = order.slice(0, PLACES).map((place, i) => {
    const g = goals.find(goal => goal.where === place) as Fact
    const name = placeName(view.data, g) ?? say(words('không rõ nơi', 'no place'))
    const act = (): void => view.change({ place, subject: subjectKey(g) })
    const item = place === '' ? h('span', {}, name) : button(name, act, { class: 'plain' })
    item.prepend(svg('svg', { width: 14, height: 14, 'aria-hidden': 'true' }, shape(i, 7, 7)))
    return item
  })
  const others = order.length - PLACES
  if (others > 0)
    items.push(
      h(
        'span',
        {},
        svg('svg', { width: 14, height: 14, 'aria-hidden': 'true' }, shape(PLACES, 7, 7)),
        `${digits(others)} ${say(words('nơi khác', 'other places'))}`
      )
    )
  return h('p', { class: 'legend' }, ...items)
}
