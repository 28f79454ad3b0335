import type { Article } from '../model/article.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { Extraction } from '../model/extraction.ts'
import { UsageError } from '../model/usage-error.ts'
import { extract } from '../pipeline.ts'
import type { ExtractionOptions } from './extraction-options.ts'
import { ruleIds } from './rules/known.ts'
import { suggestion } from './suggestion.ts'

/**
 * The extraction with some options. An article whose extraction breaks off (a bug) gives a diagnostic in its place, so that
 * one article never stops the others.
 */
export function extractorOf(options: ExtractionOptions): (article: Article) => Extraction | Diagnostic {
  const known = ruleIds()
  for (const rule of options.without)
    if (!known.has(rule))
      throw new UsageError(
        `There is no rule ${rule} that can be left out${suggestion(rule, known) || ';'} "muctieu rules list" names the rules; all but those of normalization and refusals can.`
      )
  if (options.without.length > 0 && extract.length < 2) throw new UsageError('This version cannot leave rules out.')
  const run = extract as (article: Article, options?: { readonly without: ReadonlySet<string> }) => Extraction
  const applied = options.without.length === 0 ? undefined : { without: new Set(options.without) }
  return article => {
    try {
      return run(article, applied)
    } catch (error) {
      const source = article.record.sources[0]?.source ?? article.record.key
      const message = `${source} could not be extracted, which is a bug: ${error instanceof Error ? error.message : String(error)}`
      return diagnostic('validate', 'broke-off', 'error', message, { article_id: article.record.id, source })
    }
  }
}
