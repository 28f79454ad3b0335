import type * as z from 'zod'
import type { Judge } from '../../store/problems.ts'
import { lineSchemas } from '../schemas.ts'

/** The judge of stored lines: whether each is as the contract has it, and its quotes stand where it says. */
export function contractJudge(): Judge {
  const schemas = lineSchemas()
  return (line, text) => {
    const kind = (line as { readonly kind?: unknown } | null)?.kind
    const schema: z.ZodType | undefined = typeof kind === 'string' ? schemas.get(kind) : undefined
    if (schema === undefined) return 'is of no kind that is known'
    const { success, error } = schema.safeParse(line)
    if (!success) return `is not of its schema: ${error.issues[0]?.path.join('.') ?? ''} ${error.issues[0]?.message ?? ''}`
    return text === null || isQuoted(line, text) ? undefined : 'quotes other words than those that stand there'
  }
}

function isQuoted(value: unknown, text: string): boolean {
  if (value === null || typeof value !== 'object') return true
  const { start, end, quote } = value as { readonly start?: unknown; readonly end?: unknown; readonly quote?: unknown }
  if (typeof quote === 'string' && typeof start === 'number' && typeof end === 'number' && text.slice(start, end) !== quote) return false
  return Object.values(value).every(part => isQuoted(part, text))
}
