import type { Span } from '../../src/model/span.ts'
import { normalize } from '../../src/stages/normalize/normalize.ts'
import { toSource } from '../../src/text/offset-map.ts'

/** A text after one paragraph of it was changed, and where everything else went. */
export interface Changed {
  readonly operation: string
  /** Index of the paragraph that was changed, swapped with the next one, or that a new one stands before. */
  readonly paragraph: number
  readonly text: string
  /** What was changed, in the old text and in the new one. */
  readonly before: readonly Span[]
  readonly after: readonly Span[]
  /** Where a span of the old text outside what was changed stands in the new text; undefined for one that was changed. */
  readonly place: (span: Span) => Span | undefined
}

/**
 * Neutral paragraphs: they say nothing of what stands around them. Each names things that no article of the corpus does.
 * Kinds: no number and no place; another province; another document; a heading; a day; a result; a goal of somebody else.
 */
const NEUTRAL: readonly (readonly [string, string])[] = [
  ['plain', 'Người dân trong vùng vẫn giữ nếp sinh hoạt cũ và chăm lo cho con cái học hành.'],
  ['province', 'Cùng thời gian, tỉnh Hà Giang cũng tổ chức hội thi văn nghệ quần chúng cho thanh niên.'],
  ['document', 'Trước đó, Bộ Nội vụ đã ban hành Quyết định số 4321/QĐ-BNV ngày 9/9/2015 về công tác văn thư, lưu trữ.'],
  ['heading', 'Chuyện bên lề hội thi văn nghệ'],
  ['day', 'Hội thi văn nghệ diễn ra vào ngày 12/7/2015 tại sân vận động và thu hút đông đảo thanh niên.'],
  ['result', 'Năm 2014, 37% thanh niên tỉnh Hà Giang đã tham gia hội thi văn nghệ.'],
  ['goal', 'Tỉnh Hà Giang phấn đấu đến năm 2043 có 77% thanh niên tham gia hội thi văn nghệ.']
]

/** Paragraphs of a text: its lines, where a line torn in the middle of a phrase counts with the next. */
export function paragraphsOf(text: string): Span[] {
  const normalized = normalize(text)
  const spans: Span[] = []
  let start = 0
  for (const line of normalized.text.split('\n')) {
    if (line !== '') spans.push(toSource(normalized.map, start, start + line.length))
    start += line.length + 1
  }
  return spans
}

interface Piece {
  readonly text: string
  /** Where it stood in the old text; null for what is new. */
  readonly from: number | null
  readonly isChanged: boolean
}

/** Every paragraph in turn deleted, swapped with the next, doubled, and with each kind of neutral paragraph put before it. */
export function* changesOf(text: string): Generator<Changed> {
  const paragraphs = paragraphsOf(text)
  const kept = (start: number, end: number): Piece => ({ text: text.slice(start, end), from: start, isChanged: false })
  const moved = ({ start, end }: Span): Piece => ({ text: text.slice(start, end), from: start, isChanged: true })
  const added = (words: string): Piece => ({ text: words, from: null, isChanged: true })
  for (const [paragraph, own] of paragraphs.entries()) {
    const next = paragraphs[paragraph + 1]
    const head = kept(0, own.start)
    const rest = kept(own.end, text.length)
    const gone = { before: [own], after: [] }
    const isLast = next === undefined
    yield apply(
      'delete',
      paragraph,
      isLast ? [kept(0, text.slice(0, own.start).trimEnd().length), kept(own.end, text.length)] : [head, kept(next.start, text.length)],
      gone.before
    )
    if (next !== undefined)
      yield apply('swap', paragraph, [head, moved(next), kept(own.end, next.start), moved(own), kept(next.end, text.length)])
    yield apply('double', paragraph, [head, moved(own), { ...added('\n'), isChanged: false }, added(text.slice(own.start, own.end)), rest])
    for (const [kind, words] of NEUTRAL) {
      yield apply(`insert ${kind}`, paragraph, [head, added(words), { ...added('\n'), isChanged: false }, kept(own.start, text.length)])
    }
  }
}

function apply(operation: string, paragraph: number, pieces: readonly Piece[], gone: readonly Span[] = []): Changed {
  const after: Span[] = []
  const before: Span[] = [...gone]
  const places: { readonly from: Span; readonly by: number }[] = []
  let text = ''
  for (const piece of pieces) {
    const start = text.length
    text += piece.text
    if (piece.isChanged) after.push({ start, end: text.length })
    if (piece.from === null) continue
    const from = { start: piece.from, end: piece.from + piece.text.length }
    if (piece.isChanged) before.push(from)
    else places.push({ from, by: start - piece.from })
  }
  const place = (span: Span): Span | undefined => {
    const piece = places.find(p => p.from.start <= span.start && span.end <= p.from.end)
    return piece === undefined ? undefined : { start: span.start + piece.by, end: span.end + piece.by }
  }
  return { operation, paragraph, text, before, after, place }
}
