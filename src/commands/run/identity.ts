import type { Article } from '../../model/article.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Method } from '../../store/write.ts'
import { shortHash } from '../../text/hash.ts'

/** The name of an extraction: the text with its tables, what anchors and names it, and the method. Equal names, equal results. */
export function extractionIdentity({ record, titleIsText, tables }: Article, { ruleset, options }: Method): string {
  return shortHash(JSON.stringify([record.id, record.published, record.title, titleIsText, options, ruleset, ...known(tables)]))
}

/** The name of a reading: an article with all that its source and the reader say of it. */
export function readingIdentity(
  { record, titleIsText, tables }: Article,
  diagnostics: readonly Diagnostic[],
  input: { readonly sha256: string | null; readonly reader: string }
): string {
  return shortHash(JSON.stringify([record, titleIsText, diagnostics, input.reader, input.sha256, ...known(tables)]))
}

/** Texts without tables are called as they were before there were any. */
const known = (tables: Article['tables']): readonly unknown[] => (tables === undefined ? [] : [tables])
