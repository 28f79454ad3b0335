import { subjectBars, yearBars } from './bars.ts'
import { comparison } from './compare.ts'
import { h } from './element.ts'
import type { View } from './frame.ts'
import { askedFor, periodOf, TITLE, totals } from './header.ts'
import { digits, say, words } from './language.ts'
import { mapOf } from './map.ts'
import type { Fact, Words } from './model.ts'
import { checks } from './observed.ts'
import { checkTable, contradictionTable, moveTable } from './tables.ts'

/** In CSS pixels: what is left of A4, and of Letter, within the margins. */
const [WIDTH, MAP] = [690, 250]
/** How many rows of each table are printed at most; fewer where they do not fit. */
const ROWS = { compare: 16, reached: 8, moved: 4, contradictions: 2 }

/** Two pages for print: totals and pictures on the first, what the tables say on the second, both of what is shown. */
export function fillPaper(shown: View, byId: ReadonlyMap<string, Fact>): void {
  const paper = document.getElementById('paper')
  if (paper === null) return
  // Nobody presses a mark on paper.
  const view: View = { ...shown, sets: new Map() }
  const pages = [pictures(view), tables(view, byId)]
  paper.replaceChildren(...pages)
  for (const page of pages) trim(page)
}

function pictures(view: View): HTMLElement {
  const { data, goals } = view
  const asked = askedFor(view)
  const beside = WIDTH - MAP - 24
  const count = `${digits(goals.length)} / ${digits(data.goals.length)} ${say(words('mục tiêu', 'goals'))}`
  return h(
    'div',
    { class: 'sheet' },
    h('h1', {}, say(TITLE)),
    h('p', { class: 'note' }, [periodOf(data), data.of, `muctieu ${data.ruleset.slice(0, 12)}`].filter(part => part !== '').join(' · ')),
    h('p', {}, `${count}${asked.length === 0 ? '' : `: ${asked.join(', ')}`}`),
    h('ul', { class: 'facts' }, ...totals(view)),
    h(
      'div',
      { class: 'halves' },
      h('div', {}, h('h2', {}, say(words('Theo tỉnh, thành phố', 'By province'))), mapOf(view)),
      h(
        'div',
        {},
        h('h2', {}, say(words('Theo chỉ tiêu', 'By subject'))),
        subjectBars(view, beside),
        h('h2', {}, say(words('Theo năm đến hạn', 'By the year they are due'))),
        yearBars(view, beside)
      )
    )
  )
}

function tables(view: View, byId: ReadonlyMap<string, Fact>): HTMLElement {
  const compared = comparison(view).querySelector('.compared')
  const found = checks(view.goals, view.data.observed, view.data.subjects)
  const [moved, told] = [moveTable(view, byId), contradictionTable(view, byId)]
  return h(
    'div',
    { class: 'sheet' },
    block(words('So sánh: nơi nào đặt, mức nào, khi nào', 'Compared: who sets it, at what level, by when'), compared, ROWS.compare),
    block(words('Đã đạt chưa?', 'Was it reached?'), found.length === 0 ? null : checkTable(view, found), ROWS.reached, found.length),
    block(words('Mục tiêu thay đổi', 'How goals moved'), moved.count === 0 ? null : moved.table, ROWS.moved, moved.count),
    block(words('Số liệu trái nhau', 'Contradictions'), told.count === 0 ? null : told.table, ROWS.contradictions, told.count)
  )
}

/** A table with the rows that may be printed; it says how many are not. */
function block(name: Words, table: Element | null, most: number, count?: number): HTMLElement | null {
  if (table === null) return null
  const rows = [...table.querySelectorAll('tbody tr')]
  for (const row of rows.slice(most)) row.remove()
  return h(
    'div',
    { class: 'block', 'data-rows': count ?? rows.length, 'data-most': most },
    h('h2', {}, say(name)),
    table as HTMLElement,
    h('p', { class: 'note rest' })
  )
}

/** Takes rows away, of the table that has most of its share, until the page is one page. */
function trim(page: HTMLElement): void {
  const blocks = [...page.querySelectorAll<HTMLElement>('.block')]
  const rowsOf = (block: HTMLElement): Element[] => [...block.querySelectorAll('tbody tr')]
  const shareOf = (block: HTMLElement): number => rowsOf(block).length / Number(block.dataset['most'])
  const tell = (block: HTMLElement): void => {
    const left = Number(block.dataset['rows']) - rowsOf(block).length
    block
      .querySelector('.rest')
      ?.replaceChildren(
        left === 0 ? '' : `${say(words('Không in:', 'Not printed:'))} ${digits(left)} ${say(words('hàng nữa', 'more rows'))}`
      )
  }
  for (const block of blocks) tell(block)
  while (page.scrollHeight > page.clientHeight) {
    const longest = blocks.toSorted((a, b) => shareOf(b) - shareOf(a))[0]
    const last = longest === undefined ? undefined : rowsOf(longest).at(-1)
    if (longest === undefined || last === undefined) break
    last.remove()
    tell(longest)
  }
}
