import type { Span } from '../../../model/span.ts'
import type { Context } from '../context.ts'

/** The words of a cell in lower case. */
export const wordsOf = ({ normalized }: Context, { start, end }: Span): string => normalized.lower.slice(start, end)
