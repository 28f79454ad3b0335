import type { Edit, OffsetMap } from '../model/text.ts'
import { firstWithout } from './partition-point.ts'

/** Applies `edits` to `text`; the map leads from the new text back to it. */
export function applyEdits(text: string, edits: readonly Edit[]): { text: string; map: OffsetMap } {
  if (edits.length === 0) return { text, map: null }
  const parts: string[] = []
  let length = text.length
  for (const edit of edits) length += edit.to.length - (edit.end - edit.start)
  const from = new Int32Array(length)
  const until = new Int32Array(length)
  let at = 0
  let out = 0
  const copy = (end: number) => {
    parts.push(text.slice(at, end))
    for (; at < end; at++, out++) {
      from[out] = at
      until[out] = at + 1
    }
  }
  for (const edit of edits) {
    copy(edit.start)
    parts.push(edit.to)
    const sameLength = edit.to.length === edit.end - edit.start
    for (let k = 0; k < edit.to.length; k++, out++) {
      from[out] = sameLength ? edit.start + k : edit.start
      until[out] = sameLength ? edit.start + k + 1 : edit.end
    }
    at = edit.end
  }
  copy(text.length)
  return { text: parts.join(''), map: { from, until, sourceLength: text.length } }
}

/** The map from the text after `second` back to the text before `first`. */
export function compose(first: OffsetMap, second: OffsetMap): OffsetMap {
  if (first === null) return second
  if (second === null) return first
  const length = second.from.length
  const from = new Int32Array(length)
  const until = new Int32Array(length)
  for (let i = 0; i < length; i++) {
    const start = second.from[i] as number
    const end = second.until[i] as number
    if (end > start) {
      from[i] = first.from[start] as number
      until[i] = first.until[end - 1] as number
    } else {
      // An inserted character has no source; it sits where its right neighbour begins.
      const place = start < first.from.length ? (first.from[start] as number) : first.sourceLength
      from[i] = place
      until[i] = place
    }
  }
  return { from, until, sourceLength: first.sourceLength }
}

/**
 * The span of the source that `[start, end)` of the new text was read from. An empty span stays empty.
 * A span's edges never include source characters that stand wholly outside it.
 */
export function toSource(map: OffsetMap, start: number, end: number): { start: number; end: number } {
  if (map === null) return { start, end }
  if (end <= start) {
    const place = start < map.from.length ? (map.from[start] as number) : map.sourceLength
    return { start: place, end: place }
  }
  return { start: map.from[start] as number, end: Math.max(map.from[start] as number, map.until[end - 1] as number) }
}

/** The span of a new text of `length` that was read from `[start, end)` of the source: the other way round. */
export function fromSource(map: OffsetMap, start: number, end: number, length: number): { start: number; end: number } {
  if (map === null) return { start, end }
  const { from } = map
  return { start: firstWithout(length, i => (from[i] as number) < start), end: firstWithout(length, i => (from[i] as number) < end) }
}
