import type { Via } from '../../model/frame.ts'
import type { Context } from './context.ts'
import { openingOf } from './headers.ts'
import { once } from './nearest.ts'
import { antecedent } from './reasons.ts'

/** What lies between two sentences: a stretch without numbers that is long enough to end a subject, or numbers that keep it up. */
export interface Between {
  readonly isSilent: boolean
  /** How each paragraph of the stretch begins; else a number of each paragraph without which there would be such a stretch. */
  readonly via: readonly Via[]
}

// Numbers keep a subject up over so many paragraphs at most; of 7,000 articles none does over more than 45.
const LONGEST = 256
// So many of the numbers that keep a subject up are told; no article has more than seven.
const MOST_TOLD = 16

/** Whether so many paragraphs in a row between two sentences hold no number: the text speaks of other things there. */
export function silenceBetween(context: Context, from: number, to: number, paragraphs: number): Between {
  const first = context.lineOf(from).index + 1
  const last = context.lineOf(to).index
  const silent = endOfSilence(context, first, paragraphs)
  if (silent < last)
    return { isSilent: true, via: Array.from({ length: paragraphs }, (_, i) => openingOf(context, silent - i)).toReversed() }
  if (last - first > LONGEST) return { isSilent: true, via: [openingOf(context, last - 1)] }
  const spoken: { readonly line: number; readonly via: Via | undefined }[] = [{ line: first - 1, via: undefined }]
  for (let line = first; line < last; line++) {
    const number = firstNumber(context, line)
    if (number !== undefined) spoken.push({ line, via: number })
  }
  spoken.push({ line: last, via: undefined })
  const kept = spoken.slice(1, -1).filter((_, i) => (spoken[i + 2]?.line as number) - (spoken[i]?.line as number) > paragraphs)
  return { isSilent: false, via: kept.flatMap(k => k.via ?? []).slice(0, MOST_TOLD) }
}

/** The last line of the first so many lines in a row, from line `first` on, that hold no number; the number of lines for none. */
function endOfSilence(context: Context, first: number, paragraphs: number): number {
  const ends = silences(context, paragraphs)
  return ends[Math.min(first + paragraphs - 1, ends.length - 1)] as number
}

/** For each line the next one, from itself on, that so many lines in a row without a number end with. */
const silences = once((context, paragraphs): Int32Array => {
  const count = context.lines.length
  const ends = new Int32Array(count + 1).fill(count)
  let silent = 0
  for (let line = 0; line < count; line++) {
    silent = firstNumber(context, line) === undefined ? silent + 1 : 0
    if (silent >= paragraphs) ends[line] = line
  }
  for (let line = count - 1; line >= 0; line--) if (ends[line] === count) ends[line] = ends[line + 1] as number
  return ends
})

const firstNumber = once((context, line): Via | undefined => {
  for (const s of context.lines[line]?.sentences ?? []) {
    const number = context.mentionsOf(s.index).find(m => m.type === 'quantity')
    if (number !== undefined) return antecedent(number)
  }
  return undefined
})
