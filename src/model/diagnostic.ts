import * as z from 'zod'

const STAGES = ['read', 'normalize', 'segment', 'tag', 'grammar', 'link', 'validate', 'store'] as const
const SEVERITIES = ['info', 'warning', 'error'] as const

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

export type Diagnostic = z.output<typeof diagnosticSchema>
export type StageName = (typeof STAGES)[number]

/** A diagnostic that is not about a place in the text. */
export function diagnostic(
  stage: StageName,
  code: string,
  severity: Diagnostic['severity'],
  message: string,
  at: { article_id?: string | null; source?: string | null; start?: number; end?: number } = {}
): Diagnostic {
  return {
    kind: 'diagnostic',
    article_id: at.article_id ?? null,
    source: at.source ?? null,
    stage,
    code: `${stage}/${code}`,
    severity,
    message,
    start: at.start ?? null,
    end: at.end ?? null
  }
}
