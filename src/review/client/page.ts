/** What the server answers where a page asks for a part of itself. */
export interface Answer {
  /** What stands in `main` from now on; absent where nothing changes. */
  readonly main?: string
  /** The bar at the top, whose counts changed. */
  readonly tabs?: string
  readonly url?: string
  /** What happened, for everybody. */
  readonly say?: string
  /** What went wrong; the page stays as it is. */
  readonly alert?: string
  /** A dialog to be answered: a conflict. */
  readonly dialog?: string
  /** A form that replaces the one that was sent: what was wrong with it stands in it. */
  readonly form?: string
}

let isBusy = false

/** Asks the server and shows what it answers; one question at a time, so that no key acts on what nobody has seen. */
export async function ask(url: string, body: URLSearchParams | null, sent: HTMLFormElement | null = null): Promise<void> {
  if (isBusy) return
  isBusy = true
  document.body.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(url, {
      method: body === null ? 'GET' : 'POST',
      headers: { accept: 'application/json' },
      ...(body === null ? {} : { body })
    })
    show((await response.json()) as Answer, sent, body === null ? url : null)
  } catch {
    tell('', byId('main')?.dataset['notSaved'] ?? 'Not saved.')
  } finally {
    isBusy = false
    document.body.removeAttribute('aria-busy')
  }
}

function show(answer: Answer, sent: HTMLFormElement | null, asked: string | null): void {
  if (answer.dialog !== undefined) openAnswer(answer.dialog)
  else if (answer.form !== undefined && sent !== null) {
    sent.outerHTML = answer.form
    byId('edit')?.querySelector<HTMLElement>('[role=alert]')?.scrollIntoView({ block: 'nearest' })
  } else if (answer.main !== undefined) swap(answer, asked)
  tell(answer.say ?? '', answer.alert ?? '')
}

function swap(answer: Answer, asked: string | null): void {
  for (const dialog of document.querySelectorAll('dialog[open]')) (dialog as HTMLDialogElement).close()
  const main = byId('main')
  if (main === null) return
  const top = byId('list')?.scrollTop ?? 0
  main.innerHTML = answer.main ?? ''
  const tabs = document.querySelector('.tabs')
  if (answer.tabs !== undefined && tabs !== null) tabs.outerHTML = answer.tabs
  const url = answer.url ?? asked
  if (url !== null && pathOf(url) !== pathOf(location.href)) history.pushState(null, '', url)
  byId('list')?.scrollTo({ top })
  settle()
  byId('item')?.focus({ preventScroll: true })
  window.scrollTo({ top: 0 })
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url, location.href)
  return pathname + search
}

/** Brings what matters into sight, each in its own scrolling part: the page itself stays where it is. */
export function settle(): void {
  const [list, source] = [byId('list'), document.querySelector<HTMLElement>('.source')]
  center(list, document.querySelector('.spine [aria-current]'))
  center(source, byId('anchor'))
  const item = byId('item')
  if (item === null) return
  item.scrollTop = 0
  askAgain(item)
}

// What the server is still busy with is asked for again, as long as it is this page that waits for it.
function askAgain(item: HTMLElement): void {
  const wait = Number(item.dataset['again'] ?? 0)
  if (wait > 0) setTimeout(() => void (item.isConnected ? ask(location.pathname + location.search, null) : 0), wait)
}

function center(part: HTMLElement | null, inside: Element | null): void {
  if (part === null || inside === null || part.scrollHeight <= part.clientHeight) return
  const [outer, inner] = [part.getBoundingClientRect(), inside.getBoundingClientRect()]
  if (part.id === 'list' && inner.top >= outer.top && inner.bottom <= outer.bottom) return
  part.scrollTop += inner.top - outer.top - part.clientHeight / 3
}

function openAnswer(markup: string): void {
  const holder = document.createElement('div')
  holder.innerHTML = markup
  const dialog = holder.querySelector('dialog')
  if (dialog === null) return
  document.body.append(dialog)
  dialog.addEventListener('close', () => dialog.remove())
  dialog.showModal()
}

/** Says something to everybody: politely, or as an alarm. */
export function tell(polite: string, alarm: string): void {
  const [live, alert] = [byId('live'), byId('alert')]
  if (live !== null) live.textContent = polite
  if (alert !== null) alert.textContent = alarm
  clearTimeout(fading)
  fading = setTimeout(() => {
    if (live !== null) live.textContent = ''
  }, 4000) as unknown as number
}
let fading = 0

/** An element by its id. */
export function byId(id: string): HTMLElement | null {
  return document.getElementById(id)
}
