import type * as z from 'zod'
import type { AnyRecord } from './record.ts'
import type { GrammarRule } from './rule.ts'

/** A record kind: a folder of `records/`. */
export interface RecordType<R extends AnyRecord = AnyRecord> {
  readonly kind: R['kind']
  readonly schema: z.ZodType<R>
  /** The keys of a record line, in the order they are written. */
  readonly order: readonly string[]
  /** How its candidates are read: from mentions of type `anchor`, by rules that put them into `slot`. */
  readonly grammar?: { readonly anchor: string; readonly slot: string; readonly rules: readonly GrammarRule[] }
}
