import type { Field } from '../../model/frame.ts'
import type { Context } from './context.ts'
import { evidence, none } from './evidence.ts'
import { lastChunk } from './last-chunk.ts'
import { type LinkedDate, spanOf } from './linked-date.ts'

const lastDate = lastChunk([], c => c.mention?.type === 'date')

/** The time a result was counted at: the date behind the number in its clause, else the last before it. */
export function asOf(context: Context, byMention: ReadonlyMap<unknown, LinkedDate>, sentence: number, at: number): Field<string | null> {
  const chunks = context.chunksOf(sentence)
  const read = (i: number): Field<string> | undefined => {
    const date = byMention.get(chunks[i]?.mention)
    if (date === undefined || date.edtf === null) return undefined
    const { use } = date.mention.value
    return use === 'compared' || use === 'from' || use === 'vision' || use === 'orientation'
      ? undefined
      : { value: date.edtf, evidence: evidence(spanOf(date.mention), 'as_of/in-sentence', 'same_clause', date.via) }
  }
  for (let i = at + 1; i < chunks.length; i++) {
    const c = chunks[i]
    if (c === undefined || c.tags.has('Comma') || c.tags.has('Semicolon') || c.tags.has('Stop') || c.tags.has('Quantity')) break
    const found = read(i)
    if (found !== undefined) return found
  }
  for (let i = lastDate(chunks, at); i >= 0; i = lastDate(chunks, i)) {
    const found = read(i)
    if (found !== undefined) return found
  }
  return none
}
