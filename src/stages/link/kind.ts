import type { Field } from '../../model/frame.ts'

/** What kind of value a number is, and which way it goes. */
export interface Kind {
  readonly value: 'level' | 'change' | 'growth' | 'ratio'
  readonly direction: Field<'up' | 'down' | null>
}
