import { visible } from '../text/visible.ts'

/** A cell of exactly `width` columns (the last one a space): long text is cut with an ellipsis, line ends become spaces. */
export function column(text: string, width: number): string {
  const flat = visible(text.replace(/\s+/g, ' ').normalize('NFC'))
  const letters = [...flat]
  const cut = letters.length < width ? letters : [...letters.slice(0, width - 2), '…']
  return cut.join('') + ' '.repeat(width - cut.length)
}

/** Rows as aligned columns with two spaces between, each one line; the columns named in `right` are set flush right. */
export function tableOfRows(given: readonly (readonly string[])[], right: ReadonlySet<number> = new Set()): string {
  const rows = given.map(row => row.map(visible))
  const widths: number[] = []
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, [...cell].length)
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
  const space = ' '.repeat(width - [...cell].length)
  return isRight ? space + cell : cell + space
}
