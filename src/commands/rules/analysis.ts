import { MENTIONS } from '../../mentions/index.ts'
import type { Article } from '../../model/article.ts'
import type { Mention } from '../../model/mention.ts'
import type { NormalizedText, Sentence } from '../../model/text.ts'
import { Table } from '../../stages/grammar/table.ts'
import { normalize } from '../../stages/normalize/normalize.ts'
import { segment } from '../../stages/segment/segment.ts'
import { compileTagger, type Tagger, tag } from '../../stages/tag/tag.ts'

/** What stands between an article and its records: what rules look at. Offsets are of the normalized text. */
export interface Analysis {
  readonly text: NormalizedText
  readonly sentences: readonly Sentence[]
  /** All mentions, also of types that are not published. */
  readonly mentions: readonly Mention[]
  readonly table: Table
}

let tagger: Tagger | undefined
const order = MENTIONS.map(m => m.type)

/** The first stages of the pipeline, as it runs them. */
export function analyze(article: Article): Analysis {
  tagger ??= compileTagger(MENTIONS)
  const text = normalize(article.text)
  const sentences = segment(text)
  const { mentions, tokens } = tag(text, sentences, tagger)
  const table = new Table({ text, sentences, mentions, tokens }, order)
  return { text, sentences, mentions, table }
}
