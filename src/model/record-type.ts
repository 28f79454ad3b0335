import type * as z from 'zod'
import type { GrammarRule } from './rule.ts'

/** A record kind: a folder of `records/`. */
export interface RecordType {
  readonly kind: string
  readonly schema: z.ZodType
  /** The keys of a record line, in the order they are written. */
  readonly order: readonly string[]
  /** How its candidates are read: from mentions of type `anchor`, by rules that put them into `slot`. */
  readonly grammar?: { readonly anchor: string; readonly slot: string; readonly rules: readonly GrammarRule[] }
}
