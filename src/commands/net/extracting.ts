import type { Article } from '../../model/article.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Extraction } from '../../model/extraction.ts'
import { type ExtractionRows, rowsOf } from '../../store/rows.ts'
import { bandsOf } from '../../text/near-duplicates.ts'
import type { ExtractionOptions } from '../extraction-options.ts'
import { extractorOf } from '../extractor.ts'

/** An extraction as it is stored, with what near-duplicates of its article are told by. */
export interface Stored {
  readonly rows: ExtractionRows
  readonly bands: Int32Array
}

/** In which forms an extraction is wanted, by name. */
export interface Forms {
  readonly rows: Stored
  readonly extraction: Extraction
}

export type Form = keyof Forms

/** What extraction made of one article, or why it broke off. */
export type Extracted<F extends Form> = { readonly made: Forms[F] } | { readonly failure: Diagnostic }

/** What decides what comes out. */
export interface ExtractingSettings<F extends Form> {
  readonly options: ExtractionOptions
  readonly form: F
  /** The lists that are wanted of an extraction beside its records; the others are left empty, for they cost their way. */
  readonly lists?: readonly ExtractionList[]
}

export type ExtractionList = 'mentions' | 'sentences' | 'rejections' | 'diagnostics'

/** The extraction in a form. */
export function extracting<F extends Form>({ options, form, lists }: ExtractingSettings<F>): (article: Article) => Extracted<F> {
  const extract = extractorOf(options)
  return article => {
    const extraction = extract(article)
    if ('kind' in extraction) return { failure: extraction }
    return { made: (form === 'rows' ? stored(extraction, article.text) : only(extraction, lists ?? [])) as Forms[F] }
  }
}

function stored(extraction: Extraction, text: string): Stored {
  return { rows: rowsOf(extraction, text), bands: bandsOf(text) }
}

function only(extraction: Extraction, lists: readonly ExtractionList[]): Extraction {
  const { article, records } = extraction
  const none = { mentions: [], sentences: [], rejections: [], diagnostics: [] }
  return { article, records, ...none, ...Object.fromEntries(lists.map(list => [list, extraction[list]])) }
}
