import * as z from 'zod'
import { SEVERITIES, STAGES } from './diagnostic-kinds.ts'

/** Something a person should know about an input or an article, as a value. Offsets are of the text layer. */
export const diagnosticSchema = z
  .strictObject({
    kind: z.literal('diagnostic'),
    article_id: z.string().nullable(),
    source: z.string().nullable(),
    stage: z.enum(STAGES),
    code: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/),
    severity: z.enum(SEVERITIES),
    message: z.string(),
    start: z.int().nullable(),
    end: z.int().nullable()
  })
  .describe('Something a person should know, as a value')
