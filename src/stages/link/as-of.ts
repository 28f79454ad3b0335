import { CLAUSE_OR_NUMBER, DATE } from '../../mentions/words/tags.ts'
import type { Field } from '../../model/frame.ts'
import type { Context } from './context.ts'
import { evidence, none } from './evidence.ts'
import { type LinkedDate, spanOf } from './linked-date.ts'

/** The time a result was counted at: the date behind the number in its clause, else the last before it. */
export function asOf(context: Context, byMention: ReadonlyMap<unknown, LinkedDate>, sentence: number, at: number): Field<string | null> {
  const units = context.unitsOf(sentence)
  const read = (i: number): Field<string> | undefined => {
    const date = byMention.get(units.mention(i))
    if (date === undefined || date.edtf === null) return undefined
    const { use } = date.mention.value
    return use === 'compared' || use === 'from' || use === 'vision' || use === 'orientation'
      ? undefined
      : { value: date.edtf, evidence: evidence(spanOf(date.mention), 'as_of/in-sentence', 'same_clause', date.via) }
  }
  for (let i = at + 1; i < units.length; i++) {
    if (units.is(i, CLAUSE_OR_NUMBER)) break
    const found = read(i)
    if (found !== undefined) return found
  }
  for (let i = units.last(DATE, at); i >= 0; i = units.last(DATE, i)) {
    const found = read(i)
    if (found !== undefined) return found
  }
  return none
}
