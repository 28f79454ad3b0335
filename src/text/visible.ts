import { oneLine as inOneLine } from './one-line.ts'

// Controls (C0, DEL, C1), marks that turn the direction of writing, line and paragraph separators, lone surrogates.
const HIDDEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu
const HIDDEN_BUT_LINES = new RegExp(`(?!\\n)${HIDDEN.source}`, 'gu')

/**
 * Text that a terminal shows and does not obey: each control character as its picture (`␛`, `␊`), marks of direction and
 * separators of lines as `·`, a lone surrogate as U+FFFD. Keeps the length in UTF-16 code units, and is one line.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, picture)
}

/** The same of several lines: line feeds stay. */
export function visibleLines(text: string): string {
  return text.replace(HIDDEN_BUT_LINES, picture)
}

/** Text in one line, with a sign where lines ended, and nothing in it that a terminal would obey. */
export function oneLine(text: string): string {
  return visible(inOneLine(text))
}

function picture(hidden: string): string {
  const code = hidden.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : code >= 0xd800 && code <= 0xdfff ? '\ufffd' : '·'
}
