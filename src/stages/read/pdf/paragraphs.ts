import { isSyllable } from '../../../text/syllable.ts'
import { looksSound } from '../encoding/decode.ts'
import type { PrintedLine } from './lines.ts'

/** Joins printed lines to paragraphs: across line ends, page ends and hyphens. */
export function paragraphsOf(lines: readonly PrintedLine[]): readonly string[] {
  const measure = measureOf(lines)
  const isSound = looksSound(lines.map(line => line.text).join(' '))
  const paragraphs: string[][] = []
  // How the paragraph ends so far: asking the whole of it once a line would take the square of its length.
  let tail = ''
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const open = before === undefined || isNewParagraph(before, line, measure) ? undefined : paragraphs.at(-1)
    if (open === undefined) {
      paragraphs.push([line.text])
      tail = line.text.slice(-TAIL_CHARS)
      return
    }
    const { drop, glue } = jointOf(tail, line.text, isSound)
    if (drop > 0) open.push((open.pop() as string).slice(0, -drop))
    open.push(glue, line.text)
    tail = (tail.slice(0, tail.length - drop) + glue + line.text).slice(-TAIL_CHARS)
  })
  return paragraphs.map(pieces => pieces.join(''))
}

// Longer than any syllable of which half may stand before a hyphen.
const TAIL_CHARS = 40

interface Measure {
  readonly leading: number
  readonly left: number
  readonly right: number
  /** Whether paragraphs begin with an indent. */
  readonly isIndented: boolean
}

function measureOf(lines: readonly PrintedLine[]): Measure {
  const gaps: number[] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (before !== undefined && before.page === line.page && before.y > line.y) gaps.push(before.y - line.y)
  })
  const left = quantile(
    lines.map(line => line.left),
    0.1
  )
  const right = quantile(
    lines.map(line => line.right),
    0.9
  )
  const indented = lines.filter(line => isIndentedBy(line, left)).length
  return { leading: most(gaps), left, right, isIndented: indented >= 2 && indented * 2 < lines.length }
}

const BULLET = /^(?:[-–—+*•·▪●◦►]|[\ue000-\uf8ff]|\(?\d{1,2}[.)/]|\(?[a-zđ]\)|[IVX]{1,5}\.)\s/u
const SENTENCE_END = /[.!?…:;]["'”’»)\]]*$/

function isNewParagraph(before: PrintedLine, line: PrintedLine, measure: Measure): boolean {
  if (Math.abs(before.height - line.height) > 0.15 * Math.max(before.height, line.height)) return true
  if (BULLET.test(line.text)) return true
  const isNextPage = before.page !== line.page || line.y > before.y
  if (!isNextPage && measure.leading > 0 && before.y - line.y > measure.leading * 1.3) return true
  if (endsEarly(before, line, measure)) return true
  if (isIndentedBy(line, measure.left) && !isIndentedBy(before, measure.left)) return true
  if (measure.isIndented || !isNextPage) return false
  // Over a page end nothing measures the gap: a whole sentence before and a capital behind are taken for one.
  return SENTENCE_END.test(before.text) && /^["“(]?\p{Lu}/u.test(line.text)
}

// Whoever sets text puts a word on the line where it fits: a first word that would have fitted begins a paragraph.
function endsEarly(before: PrintedLine, line: PrintedLine, { right }: Measure): boolean {
  const word = line.text.split(' ', 1)[0] as string
  const perCharacter = (line.right - line.left) / Math.max(1, line.text.length)
  return before.right + perCharacter * (word.length + 1.5) < right
}

function isIndentedBy(line: PrintedLine, left: number): boolean {
  return line.left > left + line.height * 0.8 && line.left < left + line.height * 6
}

/** How a line goes on behind a text: how many characters of the text go, and what comes between. */
interface Joint {
  readonly drop: 0 | 1
  readonly glue: '' | ' '
}

// In a TCVN3 font the soft hyphen is the letter ư.
function jointOf(text: string, next: string, isSound: boolean): Joint {
  if (isSound && text.endsWith('\u00ad')) return { drop: 1, glue: '' }
  const broken = /(\p{L}{1,30})[-‐]$/u.exec(text)
  if (broken === null) return { drop: 0, glue: /[\p{L}\p{N}][-‐–/]$/u.test(text) ? '' : ' ' }
  const first = (broken[1] as string).toLowerCase()
  const second = (/^\p{L}{1,40}/u.exec(next)?.[0] ?? '').toLowerCase()
  // A syllable was broken only where its halves are none: `kinh tế-` + `xã hội` keeps its hyphen.
  const isBroken = second !== '' && isSyllable(first + second) && !(isSyllable(first) && isSyllable(second))
  return { drop: isBroken ? 1 : 0, glue: '' }
}

function most(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) {
    const rounded = Math.round(value * 2) / 2
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
