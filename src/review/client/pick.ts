import { find, moved, rangeOf, type Stretch, selected } from './offsets.ts'
import { byId, tell } from './page.ts'

/** What is being picked from the text: a field of a form, or the place of a record to add. */
interface Picking {
  readonly holder: HTMLElement
  readonly field: HTMLElement | null
  stretch: Stretch | null
}

let picking: Picking | null = null

/** Begins to pick a field's words from the text. */
export function pickField(button: HTMLElement): void {
  const field = button.closest<HTMLElement>('.field')
  const form = button.closest<HTMLElement>('form')
  if (field === null || form === null) return
  const wasOn = button.getAttribute('aria-pressed') === 'true'
  stopPicking()
  if (wasOn) return
  button.setAttribute('aria-pressed', 'true')
  field.classList.add('active')
  const picker = form.querySelector<HTMLElement>('.picker')
  if (picker !== null) picker.hidden = false
  const says = form.querySelector('.pick-says')
  const name = field.querySelector('.name')?.textContent ?? ''
  if (says !== null) says.textContent = (byId('main')?.dataset['picking'] ?? '{field}').replace('{field}', name)
  picking = { holder: form, field, stretch: known(field) ?? known(form.querySelector('.field[data-evidence=anchor]')) }
  paint()
  byId('text')?.scrollIntoView({ block: 'nearest' })
}

/** Opens the drawer in which a record is added, and begins to pick where it stands. */
export function pickRecord(drawer: HTMLElement): void {
  stopPicking()
  const template = byId('add-kinds') as HTMLTemplateElement | null
  if (template === null) return
  drawer.replaceChildren(template.content.cloneNode(true))
  const at = byId('item')?.dataset['at']?.split(',').map(Number) ?? []
  picking = { holder: drawer, field: null, stretch: null }
  if (at.length === 2) void take({ start: at[0] as number, end: at[1] as number })
}

/** Ends picking. */
export function stopPicking(): void {
  picking = null
  for (const button of document.querySelectorAll('.pick[aria-pressed=true]')) button.setAttribute('aria-pressed', 'false')
  for (const field of document.querySelectorAll('.field.active')) field.classList.remove('active')
  for (const picker of document.querySelectorAll<HTMLElement>('.picker')) picker.hidden = true
  CSS.highlights?.delete('picked')
}

/** Takes what is selected in the text, where something is being picked. */
export function takeSelection(): void {
  if (picking === null) return
  const stretch = selected()
  if (stretch !== null) void take(stretch)
}

/** Moves an end of what is picked by a word; whether something is being picked. */
export function moveEdge(edge: 'start' | 'end', by: -1 | 1): boolean {
  if (picking?.stretch == null) return false
  void take(moved(picking.stretch, edge, by))
  return true
}

/** Picks words that were typed. */
export function findWords(holder: HTMLElement): void {
  const words = holder.querySelector<HTMLInputElement>('.pick-words')?.value ?? ''
  const near = picking?.stretch?.start ?? Number(byId('item')?.dataset['near'] ?? '0')
  const stretch = find(words, near)
  if (stretch === null) tell(byId('main')?.dataset['pickNone'] ?? '', '')
  else void take(stretch)
}

/** The form for a record of a kind at the place that was picked. */
export async function addForm(kind: string, drawer: HTMLElement): Promise<void> {
  if (picking?.stretch == null) return
  const { start, end } = picking.stretch
  const item = byId('item')?.dataset['id'] ?? ''
  const query = new URLSearchParams({ item, kind, start: String(start), end: String(end) })
  for (const input of document.querySelectorAll<HTMLInputElement>('#decide input[type=hidden]'))
    query.append(`h.${input.name}`, input.value)
  const response = await fetch(`form?${query}`)
  if (!response.ok) return tell('', await response.text())
  drawer.innerHTML = await response.text()
  stopPicking()
  drawer.querySelector<HTMLElement>('input[type=text], select')?.focus()
}

async function take(stretch: Stretch): Promise<void> {
  const now = picking
  if (now === null) return
  now.stretch = stretch
  paint()
  const field = now.field?.dataset['evidence'] ?? 'anchor'
  const item = byId('item')?.dataset['id'] ?? ''
  const kind = now.holder.dataset['kind'] ?? ''
  const body = new URLSearchParams({ item, field, kind, start: String(stretch.start), end: String(stretch.end) })
  const response = await fetch('read', { method: 'POST', headers: { accept: 'application/json' }, body })
  if (!response.ok) return
  const { quote, values } = (await response.json()) as { quote: string; values: Record<string, string> }
  if (picking !== now || now.stretch !== stretch) return
  if (now.field === null) {
    const shown = now.holder.querySelector('.add-quote')
    if (shown !== null) shown.textContent = quote
    for (const button of now.holder.querySelectorAll<HTMLButtonElement>('[data-add]')) button.disabled = false
    return
  }
  for (const input of now.holder.querySelectorAll<HTMLInputElement>(`[name="s.${field}"]`)) input.value = `${stretch.start},${stretch.end}`
  const words = now.field.querySelector('.words')
  if (words !== null) words.textContent = quote
  for (const [name, value] of Object.entries(values)) {
    const input = now.holder.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)
    if (input !== null) input.value = value
  }
  tell(`“${quote}”`, '')
}

function known(field: Element | null): Stretch | null {
  const value = field?.querySelector<HTMLInputElement>('input[name^="s."]')?.value ?? ''
  const [start, end] = value.split(',').map(Number)
  return value === '' || start === undefined || end === undefined ? null : { start, end }
}

function paint(): void {
  const range = picking?.stretch == null ? null : rangeOf(picking.stretch)
  if (range === null) CSS.highlights?.delete('picked')
  else CSS.highlights?.set('picked', new Highlight(range))
}
