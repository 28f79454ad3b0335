import { button, h } from './element.ts'
import { hrefOf, leftOut, type View } from './frame.ts'
import { digits, fewDigits, say, scaleOf, words } from './language.ts'
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
  const levels = levelsOf(goals, view)
  const highest = Math.max(0, ...levels.values())
  const scale = scaleOf(highest)
  const cells = tiles.map(tile => {
    const level = levels.get(tile.id)
    const said =
      level === undefined ? null : { level, short: fewDigits(level / (scale?.size ?? 1)), part: highest === 0 ? 0 : level / highest }
    return tileButton(view, tile, on.get(tile.id) ?? [], { most, said, isOfLevels: levels.size > 0 })
  })
  const outside = on.get('') ?? []
  const rest = leftOut(view, 'map', [
    ['vn', words('của cả nước', 'of the whole country'), outside.filter(g => g.place === 'vn')],
    ['new', words('của tỉnh theo danh sách 34 (sau sáp nhập)', 'of provinces of the list of 34'), outside.filter(isNew)],
    ['other', words('của nơi khác', 'of other places'), outside.filter(g => g.place !== null && g.place !== 'vn' && !isNew(g))],
    ['none', words('không rõ nơi', 'without a place'), outside.filter(g => g.place === null)]
  ])
  const means = words(
    'Số trong ô: mức đặt ra gần nhất, cao nhất nếu có nhiều',
    'In a tile: the level set for the last year, the highest of several'
  )
  // One scale for all tiles: a word in each would not fit, and would have to be read each time.
  const counted = [scale === null ? '' : say(scale.name), goals[0]?.unit ?? ''].filter(part => part !== '').join(' ')
  const note = levels.size === 0 ? null : h('p', { class: 'note' }, `${say(means)}${counted === '' ? '' : ` (${counted})`}.`)
  return h('div', { class: 'map', 'data-units': units }, note, h('div', { class: 'tiles' }, ...cells), rest)
}

interface Scale {
  readonly most: number
  readonly said: { readonly level: number; readonly short: string; readonly part: number } | null
  readonly isOfLevels: boolean
}

/** By tile the level that is set, where all that is shown is of one subject in one unit; of several those of the last year, the highest. */
function levelsOf(goals: readonly Fact[], view: View): ReadonlyMap<string, number> {
  const { subject } = view.wish
  const kinds = new Set(goals.map(g => JSON.stringify([g.kind, g.unit, g.measure])))
  if (subject === '' || kinds.size > 1 || goals.some(g => g.kind !== 'target')) return new Map()
  const levels = new Map<string, number>()
  for (const [tile, own] of Map.groupBy(goals, g => tileOf(g, view))) {
    const last = Math.max(...own.map(g => g.year ?? 0))
    const numbers = own.flatMap(g => ((g.year ?? 0) === last && g.low !== null ? [g.low] : []))
    if (tile !== '' && numbers.length > 0) levels.set(tile, Math.max(...numbers))
  }
  return levels
}

const known = new Map<string, ReadonlySet<string>>()

function tilesOf({ tiles }: View['data'], list: number): ReadonlySet<string> {
  const ids = known.get(`${list}`) ?? new Set(tiles.filter(tile => tile.units === list).map(tile => tile.id))
  known.set(`${list}`, ids)
  return ids
}

const isNew = (g: Fact): boolean => g.where.endsWith('@34')

/** The tile that a goal stands on; empty where it stands on none. */
function tileOf({ place, units, where }: Fact, { data, units: list }: View): string {
  if (place === null || (list === 63 && where.endsWith('@34'))) return ''
  const on = list === 34 && units !== 34 ? (data.merged[place] ?? place) : place
  return tilesOf(data, list).has(on) ? on : ''
}

function tileButton(view: View, tile: { id: string; column: number; row: number }, facts: readonly Fact[], scale: Scale): HTMLElement {
  const { data, wish, units } = view
  const { most, said, isOfLevels } = scale
  const name = data.places[tile.id] ?? words(tile.id, tile.id)
  const former = units === 34 ? facts.filter(g => g.where.endsWith('@63')).length : 0
  const part = isOfLevels ? (said?.part ?? 0) : Math.sqrt(facts.length / most)
  const shade = facts.length === 0 ? 0 : Math.ceil(SHADES * part)
  const note = former === 0 ? '' : ` (${digits(former)} ${say(words('của tỉnh cũ', 'of former provinces'))})`
  const says = `${say(name)}: ${said === null ? '' : `${digits(said.level)} ${facts[0]?.unit ?? ''}, `}${digits(facts.length)}${note}`
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
    h('i', {}, facts.length === 0 ? '' : isOfLevels ? (said === null ? '–' : said.short) : digits(facts.length))
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
