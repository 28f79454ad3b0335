/** A piece of text as a PDF places it. */
export interface Piece {
  readonly text: string
  readonly x: number
  /** Height of the baseline above the page's foot. */
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A printed line. */
export interface PrintedLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly height: number
  readonly page: number
}

/** Puts the pieces of a page together to lines, in the order in which the file has them, which is that of reading. */
export function linesOfPage(pieces: readonly Piece[], page: number): readonly PrintedLine[] {
  const lines: PrintedLine[] = []
  let open: Piece[] = []
  const close = () => {
    const line = lineOf(open, page)
    if (line !== undefined) lines.push(line)
    open = []
  }
  for (const piece of pieces) {
    const before = open.at(-1)
    if (before !== undefined && !isSameLine(before, piece)) close()
    if (piece.text !== '') open.push(piece)
  }
  close()
  return lines
}

function isSameLine(a: Piece, b: Piece): boolean {
  const height = Math.max(a.height, b.height, 1)
  if (Math.abs(a.y - b.y) > height * 0.5) return false
  // Far back to the left on the same height is the next column or cell.
  return b.x >= a.x - height * 0.5
}

function lineOf(pieces: readonly Piece[], page: number): PrintedLine | undefined {
  let text = ''
  let last = ''
  let right = Number.NEGATIVE_INFINITY
  for (const piece of pieces) {
    const gap = piece.x - right
    const isApart = last !== '' && gap > Math.max(piece.height, 1) * 0.18 && !/\s/.test(last) && !/^\s/.test(piece.text)
    text += isApart ? ` ${piece.text}` : piece.text
    last = piece.text.at(-1) ?? last
    if (piece.text.trim() !== '') right = piece.x + piece.width
  }
  const printed = pieces.filter(piece => piece.text.trim() !== '')
  const [first] = printed
  if (first === undefined) return undefined
  const heights = printed.map(piece => piece.height).toSorted((a, b) => a - b)
  return {
    text: text.replace(/[\s\u00a0]+/g, ' ').trim(),
    left: printed.reduce((left, piece) => Math.min(left, piece.x), first.x),
    right,
    y: first.y,
    height: heights[Math.floor(heights.length / 2)] as number,
    page
  }
}

const EDGE_SHARE = 0.1
const PAGE_NUMBER = /^[-–—\s]{0,40}(?:trang|page)?\s?\d{1,4}\s?(?:[/|]\s?\d{1,4})?[-–—\s]{0,40}$/i

/** Drops what is printed at the head or foot of page after page: running titles and page numbers. */
export function withoutRunningLines(pages: readonly (readonly PrintedLine[])[]): readonly PrintedLine[] {
  const heights = pages.flatMap(lines => lines.map(line => line.y))
  const [lowest, highest] = heights.reduce(([low, high], y) => [Math.min(low, y), Math.max(high, y)], [Number.POSITIVE_INFINITY, 0])
  const edge = (highest - lowest) * EDGE_SHARE
  const isAtEdge = (line: PrintedLine) => line.y >= highest - edge || line.y <= lowest + edge
  const counts = new Map<string, number>()
  for (const lines of pages) for (const key of new Set(lines.filter(isAtEdge).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const often = Math.max(2, pages.length * 0.3)
  return pages.flatMap(lines =>
    lines.filter(line => {
      if (lines.length < 2 || !isAtEdge(line)) return true
      return !PAGE_NUMBER.test(line.text) && ((counts.get(keyOf(line)) as number) < often || line.text.length > 120)
    })
  )
}

// The same words on the same height; numbers count up.
function keyOf(line: PrintedLine): string {
  return `${Math.round(line.y / 4)}|${line.text.replace(/\d+/g, '#')}`
}
