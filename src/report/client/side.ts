import { Standing } from './focus.ts'
import type { View } from './frame.ts'
import { say, words } from './language.ts'
import { sheetBar, sheetOf } from './sheet.ts'

/** The sheet beside the page: sentences of what was pressed. The page makes room for it where it is wide enough. */
export class Side {
  private readonly panel = document.getElementById('panel') as HTMLElement
  private back: Standing | null = null

  /** Whether something lies in the sheet itself. */
  contains(element: Element): boolean {
    return this.panel.contains(element)
  }

  /** Remembers from where the sheet is opened: there the focus goes back. */
  comeFrom(link: Element): void {
    if (!this.contains(link)) this.back = new Standing(link)
  }

  /** Makes room or takes it back; true where the page has another width now. */
  makeRoom(isShown: boolean): boolean {
    const width = document.querySelector('main')?.clientWidth
    document.documentElement.classList.toggle('with-sheet', isShown)
    this.panel.hidden = !isShown
    return width !== document.querySelector('main')?.clientWidth
  }

  /** Where the page was left, held in its place after the page was drawn in another width. */
  hold(): void {
    this.back?.hold()
  }

  show(view: View, open: string, close: () => void): void {
    this.panel.setAttribute('aria-label', say(words('Câu văn', 'Sentences')))
    this.panel.replaceChildren(sheetBar(close), sheetOf(view, open))
    this.panel.scrollTop = 0
    this.panel.querySelector<HTMLElement>('.close')?.focus({ preventScroll: true })
  }

  hide(): void {
    this.panel.replaceChildren()
    this.back?.focus()
    this.back = null
  }
}
