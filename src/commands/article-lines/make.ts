import type { Article } from '../../model/article.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Extraction } from '../../model/extraction.ts'
import type { InputInfo } from '../../stages/read/read.ts'
import { READER_VERSION } from '../../stages/read/version.ts'
import { type ExtractionOptions, optionsKey } from '../extraction-options.ts'
import { currentRuleset } from '../ruleset/load.ts'
import { programVersion } from '../version.ts'
import { type ExtractionLine, type FailureLine, LINE_FORMAT, type MadeBy } from './schema.ts'

/** What this program makes lines by, with some options. */
export function madeHere(options: ExtractionOptions): MadeBy {
  return {
    format: LINE_FORMAT,
    program: programVersion(),
    reader: READER_VERSION,
    ruleset: currentRuleset().hash,
    options: JSON.parse(optionsKey(options)) as MadeBy['options']
  }
}

/** An article as it was read: what is told of one beside what was extracted from it. */
export interface ReadArticle {
  readonly article: Article
  readonly diagnostics: readonly Diagnostic[]
  readonly input: InputInfo
}

/** Makes lines of whole articles, whose inputs were read with `published` for those that state no day. */
export function lineMaker(madeBy: MadeBy, published: string | null) {
  const inputOf = ({ source, sha256, bytes }: InputInfo) => ({ source, sha256, bytes: sha256 === null ? 0 : bytes, published })
  return {
    /** The line of an article, its keys in the order of the contract. */
    extraction: ({ article, diagnostics, input }: ReadArticle, made: Extraction): ExtractionLine => ({
      kind: 'extraction',
      ...madeBy,
      input: inputOf(input),
      article: article.record,
      title_is_text: article.titleIsText,
      text: article.text,
      tables: (article.tables ?? []) as ExtractionLine['tables'],
      reading: diagnostics as Diagnostic[],
      records: made.records as unknown as ExtractionLine['records'],
      mentions: made.mentions as unknown as ExtractionLine['mentions'],
      sentences: made.sentences as ExtractionLine['sentences'],
      rejections: made.rejections as ExtractionLine['rejections'],
      diagnostics: made.diagnostics as Diagnostic[]
    }),
    /** The line that stands for what gave no article. */
    failure: (diagnostic: Diagnostic, input: InputInfo): FailureLine => ({ kind: 'failure', ...madeBy, input: inputOf(input), diagnostic })
  }
}
