/** Where somebody is on a page that is drawn anew: the link or button that has the focus, told by what it leads to or is called. */
export class Standing {
  private readonly element: Element | null
  private readonly room: string | null
  private readonly name: string
  private readonly top: number

  constructor(element: Element | null = document.activeElement) {
    this.element = element === document.body ? null : element
    this.room = this.element?.closest('[id]')?.id ?? null
    this.name = nameOf(this.element)
    this.top = this.element?.getBoundingClientRect().top ?? 0
  }

  /** What it is now; null where it is no more. */
  now(): HTMLElement | SVGElement | null {
    if (this.element === null || this.room === null) return null
    if (this.element.isConnected) return this.element as HTMLElement
    const same = document.getElementById(this.room)?.querySelectorAll<HTMLElement>(this.element.tagName) ?? []
    return [...same].find(other => nameOf(other) === this.name) ?? null
  }

  /** Gives it the focus that the old one had. */
  focus(): void {
    const now = this.now()
    if (now !== null && now !== document.activeElement) now.focus({ preventScroll: true })
  }

  /** Scrolls so that it stands where it stood. */
  hold(): void {
    const now = this.now()
    if (now !== null) scrollBy(0, now.getBoundingClientRect().top - this.top)
  }
}

function nameOf(element: Element | null): string {
  if (element === null) return ''
  const { tile, field, speak, showUnits } = (element as HTMLElement).dataset
  return tile ?? field ?? speak ?? showUnits ?? element.getAttribute('href') ?? element.textContent
}
