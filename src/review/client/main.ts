import { onKey } from './keys.ts'
import { ask, byId, settle } from './page.ts'
import { addForm, findWords, moveEdge, pickField, pickRecord, stopPicking, takeSelection } from './pick.ts'

document.addEventListener('keydown', onKey)
document.addEventListener('keydown', onEnter)
document.addEventListener('click', onClick)
document.addEventListener('submit', onSubmit)
document.addEventListener('mouseup', () => setTimeout(takeSelection))
document.addEventListener('keyup', event => {
  if (event.shiftKey || event.key === 'Shift') takeSelection()
})
window.addEventListener('popstate', () => void ask(location.pathname + location.search, null))
settle()

function onClick(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : null
  const element =
    target?.closest<HTMLElement>(
      'a[data-swap], [data-open], [data-close], [data-drawer], [data-add], [data-yes], .pick, .pick-find, .step[data-step]'
    ) ?? null
  if (element === null) return
  if (element.matches('a')) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    return void ask((element as HTMLAnchorElement).pathname + (element as HTMLAnchorElement).search, null)
  }
  const { open, close, drawer, add, step } = element.dataset
  if (open !== undefined) (byId(open) as HTMLDialogElement | null)?.showModal()
  else if (close !== undefined) closeNamed(close, element)
  else if (drawer !== undefined) openDrawer(drawer)
  else if (add !== undefined) void addForm(add, element.closest('.drawer') as HTMLElement)
  else if (step !== undefined) moveEdge(step.startsWith('start') ? 'start' : 'end', step.endsWith('left') ? -1 : 1)
  else if (element.matches('.pick')) pickField(element)
  else if (element.matches('.pick-find')) findWords(element.closest('.drawer') as HTMLElement)
  else if (element.dataset['yes'] !== undefined) confirmed()
}

// In the field in which words are typed to be found, Enter finds them and sends nothing.
function onEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || !(event.target as Element).matches('.pick-words')) return
  event.preventDefault()
  findWords((event.target as Element).closest('.drawer') as HTMLElement)
}

function openDrawer(name: string): void {
  for (const other of document.querySelectorAll<HTMLElement>('.drawer')) other.hidden = true
  const drawer = byId(name)
  if (drawer === null) return
  drawer.hidden = false
  if (name === 'add') pickRecord(drawer)
  else stopPicking()
  drawer.scrollIntoView({ block: 'nearest' })
  drawer.querySelector<HTMLElement>('input[type=text], select')?.focus({ preventScroll: true })
}

function closeNamed(name: string, element: HTMLElement): void {
  stopPicking()
  const drawer = element.closest<HTMLElement>('.drawer')
  if (drawer !== null) {
    drawer.hidden = true
    byId('item')?.focus({ preventScroll: true })
  } else (byId(name) as HTMLDialogElement | null)?.close()
}

let waiting: { readonly form: HTMLFormElement; readonly submitter: HTMLElement } | null = null

function onSubmit(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement
  const submitter = event.submitter
  // Settings change the whole page.
  if (form.getAttribute('action') === 'settings') return
  event.preventDefault()
  if (submitter?.dataset['sure'] !== undefined && waiting === null) {
    waiting = { form, submitter }
    const says = byId('sure-says')
    if (says !== null) says.textContent = submitter.dataset['sure']
    const yes = document.querySelector<HTMLElement>('#sure [data-yes]')
    if (yes !== null) yes.textContent = submitter.dataset['do'] ?? yes.textContent
    const dialog = byId('sure') as HTMLDialogElement
    dialog.addEventListener('close', () => (waiting = null), { once: true })
    dialog.showModal()
    return
  }
  const values = new URLSearchParams([...new FormData(form, submitter)].map(([name, value]) => [name, String(value)]))
  // A field of the form may be called `action`, and then the property is not the address.
  const action = form.getAttribute('action') ?? location.pathname
  if (form.method === 'get') {
    for (const [name, value] of [...values]) if (value === '') values.delete(name)
    void ask(`${action}?${values}`, null)
  } else void ask(action, values, form)
}

function confirmed(): void {
  const held = waiting
  if (held === null) return
  delete held.submitter.dataset['sure']
  ;(byId('sure') as HTMLDialogElement).close()
  held.form.requestSubmit(held.submitter)
}
