import type { Via } from '../../model/frame.ts'
import type { Context } from './context.ts'
import { openingOf } from './headers.ts'
import { antecedent } from './reasons.ts'

/** What lies between two sentences: a stretch without numbers that is long enough to end a subject, or numbers that keep it up. */
export interface Between {
  readonly isSilent: boolean
  /** How each paragraph of the stretch begins; else a number of each paragraph without which there would be such a stretch. */
  readonly via: readonly Via[]
}

/** Whether so many paragraphs in a row between two sentences hold no number: the text speaks of other things there. */
export function silenceBetween(context: Context, from: number, to: number, paragraphs: number): Between {
  const first = context.lineOf(from).index + 1
  const last = context.lineOf(to).index
  const spoken: { readonly line: number; readonly via: Via | undefined }[] = [{ line: first - 1, via: undefined }]
  for (let line = first; line < last; line++) {
    const number = numberIn(context, line)
    if (number !== undefined) spoken.push({ line, via: number })
    else if (line - (spoken.at(-1)?.line ?? 0) === paragraphs)
      return { isSilent: true, via: Array.from({ length: paragraphs }, (_, i) => openingOf(context, line - i)).toReversed() }
  }
  spoken.push({ line: last, via: undefined })
  const kept = spoken.slice(1, -1).filter((_, i) => (spoken[i + 2]?.line as number) - (spoken[i]?.line as number) > paragraphs)
  return { isSilent: false, via: kept.flatMap(k => k.via ?? []) }
}

function numberIn(context: Context, line: number): Via | undefined {
  for (const s of context.lines[line]?.sentences ?? []) {
    const number = context.mentionsOf(s.index).find(m => m.type === 'quantity')
    if (number !== undefined) return antecedent(number)
  }
  return undefined
}
