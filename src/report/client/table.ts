import { button, h } from './element.ts'
import { digits, say, words } from './language.ts'

/** A cell: what it shows, and what it is sorted by (numbers before words; null last). */
export interface Cell {
  readonly show: Node | string
  readonly by: number | string | null
}

const FIRST = 40
const chosen = new Map<string, { column: number; isDown: boolean }>()
const opened = new Map<string, number>()

/** A table whose columns sort and whose rows come forty at a time. It keeps its order when the page is drawn anew. */
export function sortable(id: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): HTMLElement {
  const place = h('div', { class: 'scroll', 'data-table': id })
  const draw = (): void => {
    const order = chosen.get(id)
    const sorted = order === undefined ? rows : rows.toSorted((a, b) => compare(a[order.column], b[order.column], order.isDown))
    const count = opened.get(id) ?? FIRST
    const more = button(
      `${say(words('Thêm', 'More'))} (${digits(rows.length - count)})`,
      () => {
        opened.set(id, count + 200)
        draw()
      },
      { class: 'more' }
    )
    const body = h(
      'tbody',
      {},
      ...sorted.slice(0, count).map(row => h('tr', {}, ...row.map((cell, i) => h('td', { 'data-head': heads[i] ?? '' }, copy(cell.show)))))
    )
    place.replaceChildren(
      h('table', {}, h('thead', {}, h('tr', {}, ...heads.map((name, i) => headCell(id, name, i, draw)))), body),
      ...(rows.length > count ? [more] : [])
    )
  }
  draw()
  return place
}

// A node stands in one place only; rows are drawn again and again.
const copy = (show: Node | string): Node | string => (typeof show === 'string' ? show : show.cloneNode(true))

function headCell(id: string, name: string, column: number, draw: () => void): HTMLElement {
  const order = chosen.get(id)
  const isOwn = order?.column === column
  const sort = isOwn ? (order.isDown ? 'descending' : 'ascending') : 'none'
  const act = (): void => {
    chosen.set(id, { column, isDown: isOwn ? !order.isDown : false })
    draw()
    document.querySelectorAll<HTMLElement>(`[data-table="${id}"] th button`)[column]?.focus()
  }
  return h(
    'th',
    { scope: 'col', 'aria-sort': sort },
    button(`${name}${isOwn ? (order.isDown ? ' ↓' : ' ↑') : ''}`, act, { class: 'plain' })
  )
}

function compare(a: Cell | undefined, b: Cell | undefined, isDown: boolean): number {
  const [x, y] = [a?.by ?? null, b?.by ?? null]
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
  const before = typeof x === typeof y ? x < y : typeof x === 'number'
  return x === y ? 0 : before === isDown ? 1 : -1
}
