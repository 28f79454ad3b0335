import { byId } from './page.ts'
import { moveEdge } from './pick.ts'

// Held down, only these go on.
const REPEATING = new Set(['KeyJ', 'KeyK', 'BracketLeft', 'BracketRight', 'Comma', 'Period'])
const EDGES: Readonly<Record<string, [edge: 'start' | 'end', by: -1 | 1]>> = {
  BracketLeft: ['start', -1],
  BracketRight: ['start', 1],
  Comma: ['end', -1],
  Period: ['end', 1]
}

/**
 * Keys press the buttons that say what they do. Nothing happens while an input method composes, while text is being typed,
 * or where keys are switched off; nothing is bound to Backspace or Delete, which some input methods send by themselves.
 */
export function onKey(event: KeyboardEvent): void {
  // 229 is what a key is called that an input method takes.
  if (event.isComposing || event.keyCode === 229 || event.altKey || event.defaultPrevented) return
  const isTyping = isEditable(event.target)
  const isCommand = event.ctrlKey || event.metaKey
  if (event.key === 'Escape') closeDrawer(event)
  else if (isCommand && event.code === 'Enter') sendForm(event)
  else if (isTyping || document.documentElement.dataset['keys'] === 'off') return
  else if (isCommand) undoOrRedo(event)
  else press(event)
}

function press(event: KeyboardEvent): void {
  if (event.repeat && !REPEATING.has(event.code)) return
  // Signs stand elsewhere on other keyboards.
  const name = event.key === '?' ? 'Shift+Slash' : event.key === '/' ? 'Slash' : (event.shiftKey ? 'Shift+' : '') + event.code
  const dialog = document.querySelector('dialog[open]')
  const button = [...(dialog ?? document).querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(name)}"]`)].find(b =>
    isPressable(b, dialog)
  )
  if (button !== undefined) {
    event.preventDefault()
    button.click()
  } else if (dialog === null && act(name)) event.preventDefault()
}

function act(name: string): boolean {
  if (name in EDGES) return moveEdge(...(EDGES[name] as ['start' | 'end', -1 | 1]))
  if (name === 'KeyX') return toggle('explain')
  if (name === 'KeyH') return toggle('history')
  if (name === 'KeyL') {
    document.querySelector<HTMLElement>('.spine [aria-current], .spine li a')?.focus()
    return true
  }
  if (name !== 'Slash') return false
  document.querySelector('.filters')?.setAttribute('open', '')
  byId('search')?.focus()
  return true
}

function isPressable(button: HTMLElement, dialog: Element | null): boolean {
  const isOff = button.matches(':disabled') || !button.checkVisibility()
  return !isOff && (dialog !== null || button.closest('dialog') === null)
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))
  )
}

function undoOrRedo(event: KeyboardEvent): void {
  const name = event.code === 'KeyY' || (event.code === 'KeyZ' && event.shiftKey) ? 'Shift+KeyU' : event.code === 'KeyZ' ? 'KeyU' : null
  if (name === null || document.querySelector('dialog[open]') !== null) return
  event.preventDefault()
  document.querySelector<HTMLElement>(`[data-key="${CSS.escape(name)}"]`)?.click()
}

function sendForm(event: KeyboardEvent): void {
  const form = (event.target as HTMLElement).closest('form') ?? document.querySelector<HTMLFormElement>('.drawer:not([hidden]) form')
  if (form === null || form.method !== 'post') return
  event.preventDefault()
  form.requestSubmit(form.querySelector<HTMLElement>('button.primary'))
}

function closeDrawer(event: KeyboardEvent): void {
  const drawer = document.querySelector<HTMLElement>('.drawer:not([hidden])')
  if (drawer === null || document.querySelector('dialog[open]') !== null) return
  event.preventDefault()
  drawer.querySelector<HTMLElement>('[data-close]')?.click()
}

function toggle(id: string): boolean {
  const details = byId(id) as HTMLDetailsElement | null
  if (details === null) return false
  details.open = !details.open
  if (details.open) details.scrollIntoView({ block: 'nearest' })
  return true
}
