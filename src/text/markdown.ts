import { oneLine } from './one-line.ts'

/** Text as a piece of one line of Markdown: nothing in it ends a cell, begins markup or HTML, or mentions somebody. */
export function escapeMarkdown(text: string): string {
  return oneLine(text.replace(/[\r\u2028\u2029]/g, '\n')).replace(/[&<>\\|*_[\]@#`]/g, c =>
    /[&<>]/.test(c) ? `&#${c.charCodeAt(0)};` : `\\${c}`
  )
}
