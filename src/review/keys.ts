import type { WordKey } from './words/index.ts'

/** A key with what it does. `code` is the place on the keyboard (KeyboardEvent.code), whatever the layout writes there. */
export interface Key {
  readonly code: string
  readonly shown: readonly string[]
  readonly says: WordKey
}

const key = (code: string, says: WordKey, ...shown: string[]): Key => ({
  code,
  shown: shown.length > 0 ? shown : [code.replace('Key', '').toLowerCase()],
  says
})

/** All keys, in the order of the help. Nothing is on Backspace, Delete or Enter alone; digits choose a reason in its dialog only. */
export const KEY_LIST: readonly Key[] = [
  key('KeyA', 'accept'),
  key('KeyR', 'reject'),
  key('KeyE', 'edit'),
  key('KeyN', 'none'),
  key('KeyM', 'add'),
  key('KeyS', 'skip'),
  key('KeyI', 'note'),
  key('KeyU', 'undo', 'u', 'Ctrl+Z'),
  key('Shift+KeyU', 'redo', 'Shift+u', 'Ctrl+Y'),
  key('Shift+KeyA', 'group_accept_key', 'Shift+a'),
  key('Shift+KeyR', 'group_reject_key', 'Shift+r'),
  key('KeyJ', 'next'),
  key('KeyK', 'previous'),
  key('KeyL', 'key_list'),
  key('Slash', 'key_search', '/'),
  key('KeyX', 'key_explain'),
  key('KeyH', 'key_history'),
  key('Shift+Slash', 'key_help', '?')
]
