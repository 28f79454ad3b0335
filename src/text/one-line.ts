/** A text in one line: what breaks it, with the spaces around, is shown as `⏎`. Linear in the text. */
export function oneLine(text: string): string {
  const lines = text.split('\n')
  const last = lines.length - 1
  return lines
    .map((line, i) => (i === last ? (i === 0 ? line : line.trimStart()) : i === 0 ? line.trimEnd() : line.trim()))
    .filter((line, i) => i === 0 || i === last || line !== '')
    .join(' ⏎ ')
}
