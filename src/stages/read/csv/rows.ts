/** What parts the cells of a table, by its first line. */
export function delimiterOf(text: string): string {
  const head = text
    .slice(0, 4000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]/, 1)[0] as string
  const counts = [',', ';', '\t', '|'].map(c => ({ c, count: head.split(c).length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.c ?? ','
}

/** A row of a table as it is printed. */
export interface Row {
  readonly cells: readonly string[]
  readonly line: number
  readonly isCutOff: boolean
  /** Whether it has more cells than are kept. */
  readonly isTooWide: boolean
}

/** The rows of RFC 4180: quotes may hold delimiters, line ends and doubled quotes. */
export function* rowsOf(text: string, delimiter: string, mostCells: number): Generator<Row> {
  let cells: string[] = []
  let isTooWide = false
  let line = 1
  let start = 1
  let at = 0
  while (at < text.length) {
    let cell = ''
    let isCutOff = false
    if (text[at] === '"') {
      const end = endOfQuote(text, at + 1)
      isCutOff = end < 0
      cell = text.slice(at + 1, isCutOff ? text.length : end).replaceAll('""', '"')
      for (const c of cell) if (c === '\n') line++
      at = isCutOff ? text.length : end + 1
    }
    let stop = at
    while (stop < text.length && text[stop] !== delimiter && text[stop] !== '\n' && text[stop] !== '\r') stop++
    if (cells.length < mostCells) cells.push(cell + text.slice(at, stop))
    else isTooWide = true
    at = stop
    if (text[at] === delimiter) {
      at++
      if (at < text.length) continue
      cells.push('')
    }
    yield { cells, line: start, isCutOff, isTooWide }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    line++
    start = line
    cells = []
    isTooWide = false
  }
}

function endOfQuote(text: string, from: number): number {
  for (let end = text.indexOf('"', from); end >= 0; end = text.indexOf('"', end + 2)) if (text[end + 1] !== '"') return end
  return -1
}
