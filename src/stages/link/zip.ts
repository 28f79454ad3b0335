import type { Chunk } from '../../model/frame.ts'

/** The date or place that a number of a list goes with, and the word that says so. */
export interface Zipped {
  readonly date: Chunk | undefined
  readonly place: Chunk | undefined
  readonly by: Chunk
}

const RESPECTIVELY = /(?:lần lượt|tương ứng)/
const isLink = (c: Chunk | undefined): boolean => c !== undefined && (c.tags.has('Comma') || c.tags.has('And') || c.tags.has('Semicolon'))

/**
 * Pairs lists item by item: `đến năm 2025 và 2030 lần lượt đạt 20% và 30%`, `20% và 30% vào năm 2025 và 2030`,
 * `Hà Nội và Huế được giao lần lượt 7% và 7,5%`. Undefined unless both lists are equally long.
 */
export function zipped(chunks: readonly Chunk[], at: number): Zipped | undefined {
  const values = listAround(chunks, at)
  if (values.length < 2) return undefined
  const own = values.indexOf(at)
  const first = values[0] as number
  const last = values.at(-1) as number
  const word = chunks.findLastIndex((c, i) => i < first && i >= first - 4 && RESPECTIVELY.test(c.text))
  const behindWord = chunks.findIndex((c, i) => i > last && i <= last + 2 && RESPECTIVELY.test(c.text))
  if (word >= 0) {
    const dates = listBefore(chunks, word, 'Date')
    const places = listBefore(chunks, word, 'Province')
    const date = dates.length === values.length ? chunks[dates[own] as number] : undefined
    const place = places.length === values.length ? chunks[places[own] as number] : undefined
    if (date !== undefined || place !== undefined) return { date, place, by: chunks[word] as Chunk }
  }
  const from = behindWord >= 0 ? behindWord + 1 : last + 1
  const dates = listFrom(chunks, from, 'Date')
  return dates.length === values.length && dates.length > 1
    ? { date: chunks[dates[own] as number], place: undefined, by: chunks[behindWord >= 0 ? behindWord : (dates[0] as number)] as Chunk }
    : undefined
}

/** Indices of the numbers that stand with the one at `at` in one list. */
function listAround(chunks: readonly Chunk[], at: number): number[] {
  const found = [at]
  for (let i = at; isLink(chunks[i + 1]) && chunks[i + 2]?.tags.has('Quantity'); i += 2) found.push(i + 2)
  for (let i = at; isLink(chunks[i - 1]) && chunks[i - 2]?.tags.has('Quantity'); i -= 2) found.unshift(i - 2)
  return found
}

/** Indices of the last list of chunks with a tag before `end`, whatever stands between the list and `end` in its clause. */
function listBefore(chunks: readonly Chunk[], end: number, tag: string): number[] {
  let i = end - 1
  while (i >= 0 && !chunks[i]?.tags.has(tag)) {
    if (chunks[i]?.tags.has('Semicolon') || chunks[i]?.tags.has('Quantity')) return []
    i--
  }
  const found: number[] = []
  for (; i >= 0 && chunks[i]?.tags.has(tag); i -= 2) {
    found.unshift(i)
    if (!isLink(chunks[i - 1])) break
  }
  return found
}

/** Indices of the list of chunks with a tag that begins at `start`. */
function listFrom(chunks: readonly Chunk[], start: number, tag: string): number[] {
  const found: number[] = []
  for (let i = start; chunks[i]?.tags.has(tag); i += 2) {
    found.push(i)
    if (!isLink(chunks[i + 1])) break
  }
  return found
}

/** The number that one of a list goes with, where as many numbers were said before it: `8 triệu khách và 213 nghìn tấn, tăng lần lượt 7,2% và 6,4%`. */
export function zippedNumber(chunks: readonly Chunk[], at: number): Chunk | undefined {
  const values = listAround(chunks, at)
  const first = values[0] as number
  if (values.length < 2 || !chunks.some((c, i) => i < first && i >= first - 4 && RESPECTIVELY.test(c.text))) return undefined
  const before: Chunk[] = []
  for (let i = first - 1; i >= 0 && before.length < values.length; i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Semicolon')) break
    if (c.tags.has('Quantity')) before.unshift(c)
  }
  return before.length === values.length ? before[values.indexOf(at)] : undefined
}
