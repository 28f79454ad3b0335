import { type Columns, columnsFor, type Units } from '../../text/units.ts'

/** The units of a sentence, or some of them, as the executor reads them: `length` rows of the columns from `base` on. */
export interface Terms {
  readonly base: number
  readonly length: number
  readonly columns: Columns
}

/** A sentence without what stands in brackets, and where each of its units stands in the sentence. */
export interface Outline extends Terms {
  readonly indices: readonly number[]
  /** The same places. */
  readonly outside: ReadonlySet<number>
}

/** The units at some places of a sentence, as if the others were not there. */
export function outlineOf({ base, columns }: Units, indices: readonly number[]): Outline {
  const { length } = indices
  const own = columnsFor(length)
  for (let i = 0; i < length; i++) {
    const at = base + (indices[i] as number)
    own.lexeme[i] = columns.lexeme[at] as number
    own.low[i] = columns.low[at] as number
    own.high[i] = columns.high[at] as number
  }
  return { base: 0, length, columns: own, indices, outside: new Set(indices) }
}
