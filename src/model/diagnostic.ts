import type * as z from 'zod'
import type { ArticleRecord } from './article.ts'
import type { STAGES } from './diagnostic-kinds.ts'
import type { diagnosticSchema } from './diagnostic-schema.ts'

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

/** Diagnostics of what was extracted from an article, which say only where in it: with the source that it is told by. */
export function saidOf(diagnostics: readonly Diagnostic[], { sources }: Pick<ArticleRecord, 'sources'>): readonly Diagnostic[] {
  const source = sources[0]?.source ?? null
  return diagnostics.map(line => (line.source === null ? { ...line, source } : line))
}
