import { button, h } from './element.ts'
import { hrefOf, leftOut, type View } from './frame.ts'
import { digits, say, words } from './language.ts'
import type { Fact } from './model.ts'

const SHADES = 5

/**
 * The map: a tile a province. On the map of 34 a tile also has the goals of the former provinces that lie in it; goals of
 * new provinces cannot be told apart on the map of 63, and are counted under it.
 */
export function mapOf(view: View): HTMLElement {
  const { data, goals, units } = view
  const tiles = data.tiles.filter(tile => tile.units === units)
  const on = Map.groupBy(goals, goal => tileOf(goal, view))
  const most = Math.max(1, ...tiles.map(tile => on.get(tile.id)?.length ?? 0))
  const cells = tiles.map(tile => tileButton(view, tile, on.get(tile.id) ?? [], most))
  const outside = on.get('') ?? []
  const rest = leftOut(view, 'map', [
    ['vn', words('của cả nước', 'of the whole country'), outside.filter(g => g.place === 'vn')],
    ['new', words('của tỉnh theo danh sách 34 (sau sáp nhập)', 'of provinces of the list of 34'), outside.filter(g => g.units === 34)],
    ['other', words('của nơi khác', 'of other places'), outside.filter(g => g.place !== null && g.place !== 'vn' && g.units !== 34)],
    ['none', words('không rõ nơi', 'without a place'), outside.filter(g => g.place === null)]
  ])
  return h('div', { class: 'map', 'data-units': units }, h('div', { class: 'tiles' }, ...cells), rest)
}

/** The tile that a goal stands on; empty where it stands on none. */
function tileOf({ place, units }: Fact, { data, units: list }: View): string {
  if (place === null || !data.tiles.some(tile => tile.id === place)) return ''
  if (list === 34) return units === 34 ? place : (data.merged[place] ?? place)
  return units === 34 ? '' : place
}

function tileButton(view: View, tile: { id: string; column: number; row: number }, facts: readonly Fact[], most: number): HTMLElement {
  const { data, wish, units } = view
  const name = data.places[tile.id] ?? words(tile.id, tile.id)
  const former = units === 34 ? facts.filter(g => g.units !== 34).length : 0
  const shade = facts.length === 0 ? 0 : Math.ceil(SHADES * Math.sqrt(facts.length / most))
  const note = former === 0 ? '' : ` (${digits(former)} ${say(words('của tỉnh cũ', 'of former provinces'))})`
  const says = `${say(name)}: ${digits(facts.length)}${note}`
  const cell = button('', () => press(view, tile.id, facts), {
    class: `tile s${shade}`,
    style: `grid-area:${tile.row + 1}/${tile.column + 1}`,
    'data-tile': `${tile.id}@${units}`,
    'data-count': facts.length,
    'aria-pressed': String(wish.place.split('@')[0] === tile.id),
    title: says,
    'aria-label': says
  })
  const short = shortName(name.vi)
  cell.append(
    h('b', {}, ...short.flatMap((word, i) => (i === 0 ? [word] : [h('br'), word]))),
    h('i', {}, facts.length === 0 ? '' : String(facts.length))
  )
  return cell
}

/** A tile whose goals are of one place filters; of several it opens them all. */
function press(view: View, id: string, facts: readonly Fact[]): void {
  const keys = [...new Set(facts.map(g => g.where))]
  const name = view.data.places[id] ?? words(id, id)
  if (view.wish.place !== '' && view.wish.place.split('@')[0] === id) view.change({ place: '' })
  else if (keys.length <= 1) view.change({ place: keys[0] ?? `${id}@${view.units}` })
  else location.hash = hrefOf(view, `tile:${id}`, name, facts)
}

/** The words of a name on a line each; longer names as initials, which fit a tile: `Bà Rịa - Vũng Tàu` → BRVT. */
function shortName(name: string): string[] {
  const parts = name.split(/[\s-]+/)
  return parts.length <= 2 ? parts : [parts.map(part => part[0]).join('')]
}
