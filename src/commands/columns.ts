import stringWidth from 'string-width'
import { visible } from '../text/visible.ts'

/** A cell of exactly `width` columns (the last one a space): long text is cut with an ellipsis, line ends become spaces. */
export function column(text: string, width: number): string {
  const flat = visible(text.replace(/\s+/g, ' ').normalize('NFC'))
  const cut = stringWidth(flat) < width ? flat : `${beginning(flat, width - 2)}…`
  return cut + ' '.repeat(width - stringWidth(cut))
}

/** As much of the beginning of a text as has room in some columns. */
function beginning(text: string, width: number): string {
  let shown = ''
  for (const letter of text) {
    if (stringWidth(shown + letter) > width) break
    shown += letter
  }
  return shown
}

/**
 * Rows as aligned columns with two spaces between, each one line; the columns named in `right` are set flush right. A letter
 * is as wide as terminals print it: a mark of its own takes no column, a Chinese character two.
 */
export function tableOfRows(given: readonly (readonly string[])[], right: ReadonlySet<number> = new Set()): string {
  const rows = given.map(row => row.map(visible))
  const widths: number[] = []
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, stringWidth(cell))
  return rows
    .map(row =>
      row
        .map((cell, i) => pad(cell, widths[i] ?? 0, right.has(i)))
        .join('  ')
        .trimEnd()
    )
    .map(line => `${line}\n`)
    .join('')
}

function pad(cell: string, width: number, isRight: boolean): string {
  const space = ' '.repeat(width - stringWidth(cell))
  return isRight ? space + cell : cell + space
}
