import { visible } from '../../text/visible.ts'

/** A span of a text with what it is called under the text. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly label: string
}

const WIDTH = 80
const INDENT = '  '
const CONTEXT = 120
const LONG = 480

/**
 * A stretch of text with carets under spans, each with its label, for a terminal of 80 columns:
 *
 *     phấn đấu kinh tế số chiếm 22% GRDP
 *              ^^^^^^^^^^ indicator
 *                               ^^^ value
 */
export function withCarets(text: string, start: number, end: number, marks: readonly Mark[]): string {
  return windows(start, end, marks)
    .map(([from, to]) =>
      linesOf(text, from, to)
        .map(line => line.shown + rowsOf(text, line, marks))
        .join('')
    )
    .join(`${INDENT}…\n`)
}

interface TextLine {
  readonly start: number
  readonly end: number
  readonly shown: string
}

// A long stretch is shown around its marks only.
function windows(start: number, end: number, marks: readonly Mark[]): [number, number][] {
  if (end - start <= LONG) return [[start, end]]
  const merged: [number, number][] = []
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(start, mark.start - CONTEXT), Math.min(end, Math.min(mark.end, mark.start + LONG) + CONTEXT)]
    const last = merged.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged.length > 0 ? merged : [[start, start + LONG]]
}

function linesOf(text: string, start: number, end: number): TextLine[] {
  const lines: TextLine[] = []
  for (let at = start; at < end; ) {
    let [to, columns, space] = [at, INDENT.length, -1]
    while (to < end) {
      const unit = text.codePointAt(to) as number
      const wide = columnsOf(unit)
      if (columns + wide > WIDTH) break
      if (unit === 0x20 || unit === 0x0a) space = to + 1
      columns += wide
      to += unit > 0xffff ? 2 : 1
      if (unit === 0x0a) break
    }
    // A line ends behind a word; a word longer than a line is cut.
    if (to < end && space > at) to = space
    lines.push({ start: at, end: to, shown: `${INDENT}${visible(text.slice(at, to).replace(/\s/g, ' ')).trimEnd()}\n` })
    at = to
  }
  return lines
}

function rowsOf(text: string, line: TextLine, marks: readonly Mark[]): string {
  const rows = marks.flatMap(mark => {
    const [from, to] = [Math.max(mark.start, line.start), Math.min(mark.end, line.end)]
    if (from >= to) return []
    const before = INDENT.length + columnsBetween(text, line.start, from)
    const carets = '^'.repeat(Math.max(1, columnsBetween(text, from, to)))
    const behind = `${' '.repeat(before)}${carets} ${mark.label}`
    if (behind.length <= WIDTH) return [behind]
    // No room to the right: the label stands in front, or below.
    return before > mark.label.length
      ? [`${`${mark.label} `.padStart(before)}${carets}`]
      : [' '.repeat(before) + carets, `${INDENT}${mark.label}`]
  })
  return rows.map(row => `${row}\n`).join('')
}

function columnsBetween(text: string, start: number, end: number): number {
  let columns = 0
  for (const letter of text.slice(start, end)) columns += columnsOf(letter.codePointAt(0) as number)
  return columns
}

// Marks stand over their letter; East Asian letters and emoji are two columns wide.
function columnsOf(codePoint: number): number {
  if (codePoint < 0x300) return 1
  if (/\p{M}/u.test(String.fromCodePoint(codePoint))) return 0
  return (codePoint >= 0x1100 && codePoint <= 0x115f) || (codePoint >= 0x2e80 && codePoint <= 0xff60) || codePoint >= 0x1f300 ? 2 : 1
}
