/** Text as a piece of one line of Markdown: nothing in it ends a cell, begins markup or HTML, or mentions somebody. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ⏎ ')
    .replace(/[&<>\\|*_[\]@#`]/g, c => (/[&<>]/.test(c) ? `&#${c.charCodeAt(0)};` : `\\${c}`))
}
