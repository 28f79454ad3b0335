import { button, h } from './element.ts'
import { digits, say, words } from './language.ts'

const BLOCK = 40
const GUESS = 118

/**
 * A list of any length of which only what is near the window is in the page: blocks of forty items, each as high as it was
 * when it was last seen.
 */
export function virtualList<Item>(items: readonly Item[], draw: (item: Item) => HTMLElement): HTMLElement {
  const watcher = new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        const block = target as HTMLElement
        const at = Number(block.dataset['block'])
        if (isIntersecting && block.childElementCount === 0) {
          block.style.minHeight = ''
          block.replaceChildren(...items.slice(at, at + BLOCK).map(draw))
        } else if (!isIntersecting && block.childElementCount > 0) {
          block.style.minHeight = `${boundingClientRect.height}px`
          block.replaceChildren()
        }
      }
    },
    { rootMargin: '1200px 0px' }
  )
  const blocks = Array.from({ length: Math.ceil(items.length / BLOCK) }, (_, i) => {
    const count = Math.min(BLOCK, items.length - i * BLOCK)
    const block = h('ol', { class: 'goals', 'data-block': i * BLOCK, start: i * BLOCK + 1, style: `min-height:${count * GUESS}px` })
    watcher.observe(block)
    return block
  })
  return h('div', { class: 'virtual' }, ...blocks)
}

/** A short list that grows on demand. */
export function listed<Item>(items: readonly Item[], draw: (item: Item) => HTMLElement, first: number): HTMLElement {
  const list = h('ol', { class: 'goals' })
  const place = h('div', {}, list)
  let shown = 0
  const more = button('', () => grow(100), { class: 'more' })
  const grow = (count: number): void => {
    list.append(...items.slice(shown, shown + count).map(draw))
    shown = Math.min(items.length, shown + count)
    more.textContent = `${say(words('Thêm', 'More'))} (${digits(items.length - shown)})`
    if (shown === items.length) more.remove()
  }
  place.append(more)
  grow(first)
  return place
}
