import { h } from './element.ts'
import type { View } from './frame.ts'
import { say } from './language.ts'
import { type Reach, SECTIONS } from './sections.ts'

/** How far from the window a part is drawn before anybody sees it. */
const NEAR = '500px 0px'

/** The frames of all parts of the page, empty. */
export function partFrames(): HTMLElement[] {
  return SECTIONS.map(({ id, name, says }) =>
    h(
      'section',
      { id },
      h('h2', {}, say(name)),
      says === null ? null : h('p', { class: 'note' }, say(says)),
      h('div', { class: 'content' })
    )
  )
}

/** The parts of the page, of which only what is in the window or near it is drawn: the others wait until a reader comes. */
export class Parts {
  private readonly waiting = new Map<string, () => void>()
  private watcher: IntersectionObserver | null = null
  private aim: string | null = null

  constructor() {
    // Who moves himself is no longer on the way to where a link led.
    for (const kind of ['wheel', 'touchmove', 'keydown', 'pointerdown']) addEventListener(kind, () => this.goNowhere(), { passive: true })
  }

  /** Draws everything anew: what is in the window at once, the rest when it comes near. */
  draw(view: View, reach: Reach): void {
    this.watcher?.disconnect()
    const places = SECTIONS.map(section => {
      const content = document.querySelector<HTMLElement>(`#${section.id} > .content`)
      return { section, content, box: content?.getBoundingClientRect() ?? null }
    })
    for (const { section, content, box } of places) {
      if (content === null || box === null) continue
      this.waiting.set(section.id, () => {
        content.replaceChildren(...section.draw(view, reach).filter(node => node !== null))
        content.style.minHeight = ''
      })
      // What stands above the window keeps its height, so that nothing jumps.
      if (box.bottom < 0) content.style.minHeight = `${box.height}px`
      else if (box.top > innerHeight) content.style.minHeight = ''
    }
    for (const { section, box } of places) if (box !== null && box.bottom >= 0 && box.top <= innerHeight) this.drawOne(section.id)
    for (const { content, section } of places) if (this.waiting.has(section.id)) content?.replaceChildren()
    this.watcher = new IntersectionObserver(
      entries => {
        for (const { target, isIntersecting } of entries) if (isIntersecting) this.drawOne(target.id)
      },
      { rootMargin: NEAR }
    )
    for (const id of this.waiting.keys()) {
      const section = document.getElementById(id)
      if (section !== null) this.watcher.observe(section)
    }
    document.documentElement.dataset['drawn'] = 'near'
  }

  /** Goes to a part, and stays there while those around it are drawn. */
  goTo(id: string): void {
    this.drawOne(id)
    this.aim = id
    document.getElementById(id)?.scrollIntoView()
  }

  /** Draws waiting parts, one after another, until something is there. */
  drawUntil(isThere: () => boolean): void {
    for (const id of [...this.waiting.keys()]) {
      if (isThere()) return
      this.drawOne(id)
    }
  }

  private goNowhere(): void {
    this.aim = null
  }

  private drawOne(id: string): void {
    const draw = this.waiting.get(id)
    if (draw === undefined) return
    this.waiting.delete(id)
    draw()
    if (this.aim !== null) document.getElementById(this.aim)?.scrollIntoView()
  }
}
