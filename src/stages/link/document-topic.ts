import type { Mention } from '../../model/mention.ts'
import { contains } from '../../model/span.ts'
import { lastBefore } from '../../text/last-before.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import type { Context } from './context.ts'
import { ADOPTS, NOT_SETTING } from './document-verbs.ts'
import type { LinkedDocument } from './linked-document.ts'

/** So near its sentence's beginning a document is what the sentence is about, in code units. */
export const OPENING = 60

/** Whether a sentence says of the document that a number names that it was adopted. */
export function isAdoptedAt(context: Context, number: Mention): boolean {
  return ADOPTS.test(textBefore(context, number).slice(-72))
}

/** Whether a sentence is about the document that a number names: it begins with it, or says that it was adopted. */
function isTopicAt(context: Context, number: Mention): boolean {
  const before = textBefore(context, number)
  return (before.length <= OPENING && !NOT_SETTING.test(before)) || ADOPTS.test(before.slice(-72))
}

const lastTopic = lastBefore<Mention, Context>((n, context) => isTopicAt(context, n))

/** Of the documents that a word before `at` could stand for the one that the text was last about, else the last named. */
export function spokenOf(context: Context, fits: readonly LinkedDocument[], at: number): LinkedDocument | undefined {
  const last = fits.at(-1)
  if (last === undefined || fits.length === 1) return last
  // What is named in another one's title is what that one carries out.
  const outer = fits.findLast(d => d !== last && d.title !== null && contains(d.title.span, last.anchor))
  if (outer !== undefined) return outer
  const toldAt = (d: LinkedDocument): number =>
    d.numbers.length === 0
      ? d.anchor.start
      : (d.numbers[
          lastTopic(
            d.numbers,
            partitionPoint(d.numbers, n => n.start < at),
            context
          )
        ]?.start ?? -1)
  const told = fits.map(d => ({ d, start: toldAt(d) })).filter(t => t.start >= 0)
  return told.length === 0 ? last : told.reduce((a, b) => (b.start > a.start ? b : a)).d
}

function textBefore(context: Context, number: Mention): string {
  const start = context.sentences[number.sentence]?.start ?? 0
  return context.normalized.lower.slice(start, Math.max(start, number.parts['head']?.start ?? number.start))
}
