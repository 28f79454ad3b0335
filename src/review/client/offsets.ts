import { byId } from './page.ts'
import { isWord, wholeSyllables } from './syllables.ts'

/** A stretch of the text layer, in UTF-16 code units. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** The pieces of the text that stand on the page; each says where it begins. */
function pieces(): HTMLElement[] {
  return [...(byId('text')?.querySelectorAll<HTMLElement>('span[data-start]') ?? [])]
}

/** The text that is on the page, and where it begins in the text layer. */
export function shownText(): { readonly start: number; readonly text: string } {
  const all = pieces()
  return { start: Number(all[0]?.dataset['start'] ?? 0), text: all.map(p => p.textContent).join('') }
}

/** What is selected in the text, without blanks at its ends; null where nothing is. */
export function selected(): Stretch | null {
  const selection = getSelection()
  const text = byId('text')
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed || text === null) return null
  const range = selection.getRangeAt(0)
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null
  return trimmed({ start: offsetOf(range.startContainer, range.startOffset), end: offsetOf(range.endContainer, range.endOffset) })
}

/** The place in the text layer of a place on the page. */
function offsetOf(node: Node, offset: number): number {
  const point = document.createRange()
  point.setStart(node, offset)
  let at = Number(byId('text')?.dataset['start'] ?? 0)
  for (const piece of pieces()) {
    const side = point.comparePoint(piece, 0)
    const start = Number(piece.dataset['start'])
    if (side > 0) break
    const inside = document.createRange()
    inside.selectNodeContents(piece)
    if (inside.comparePoint(node, offset) === 0) {
      inside.setEnd(node, offset)
      return start + inside.toString().length
    }
    at = start + (piece.textContent?.length ?? 0)
  }
  return at
}

function trimmed({ start, end }: Stretch): Stretch | null {
  const { start: base, text } = shownText()
  const whole = wholeSyllables(text, { start: start - base, end: end - base })
  return whole === null ? null : { start: whole.start + base, end: whole.end + base }
}

/** The range on the page of a stretch of the text layer; null where it is not shown. */
export function rangeOf({ start, end }: Stretch): Range | null {
  const range = document.createRange()
  let isBegun = false
  for (const piece of pieces()) {
    const from = Number(piece.dataset['start'])
    const node = piece.firstChild
    const length = piece.textContent?.length ?? 0
    if (node === null) continue
    if (!isBegun && start >= from && start < from + length) {
      range.setStart(node, start - from)
      isBegun = true
    }
    if (isBegun && end <= from + length) {
      range.setEnd(node, end - from)
      return range
    }
  }
  return null
}

/** The stretch with one end moved by a word. */
export function moved({ start, end }: Stretch, edge: 'start' | 'end', by: -1 | 1): Stretch {
  const { start: base, text } = shownText()
  const isEdge = (at: number) => at <= 0 || at >= text.length || isWord(text[at - 1]) !== isWord(text[at]) || !isWord(text[at])
  let at = (edge === 'start' ? start : end) - base
  do at += by
  while (at > 0 && at < text.length && (!isEdge(at) || /\s/.test((edge === 'start' ? text[at] : text[at - 1]) ?? '')))
  const next = Math.min(Math.max(0, at), text.length) + base
  if (edge === 'start') return next < end ? { start: next, end } : { start, end }
  return next > start ? { start, end: next } : { start, end }
}

/** Where words stand in the text, the place nearest to `near`; null where they do not. */
export function find(words: string, near: number): Stretch | null {
  const { start, text } = shownText()
  const [wanted, where] = [words.normalize('NFC').toLowerCase().trim(), text.toLowerCase()]
  if (wanted === '' || where.length !== text.length) return null
  let best: number | null = null
  for (let at = where.indexOf(wanted); at >= 0; at = where.indexOf(wanted, at + 1)) {
    if (best === null || Math.abs(at + start - near) < Math.abs(best + start - near)) best = at
  }
  return best === null ? null : { start: best + start, end: best + start + wanted.length }
}
