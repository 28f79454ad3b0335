import { MENTIONS } from '../../mentions/index.ts'
import type { Article } from '../../model/article.ts'
import type { Chunk } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { NormalizedText, Sentence } from '../../model/text.ts'
import { chunk } from '../../stages/grammar/chunks.ts'
import { normalize } from '../../stages/normalize/normalize.ts'
import { segment } from '../../stages/segment/segment.ts'
import { compileTagger, type Tagger, tag } from '../../stages/tag/tag.ts'

/** What stands between an article and its records: what rules look at. Offsets are of the normalized text. */
export interface Analysis {
  readonly text: NormalizedText
  readonly sentences: readonly Sentence[]
  /** All mentions, also of types that are not published. */
  readonly mentions: readonly Mention[]
  readonly mentionsOf: (sentence: number) => readonly Mention[]
  /** Cut on demand: most sentences are of no interest. */
  readonly chunksOf: (sentence: number) => readonly Chunk[]
}

let tagger: Tagger | undefined

/** The first stages of the pipeline, as it runs them. */
export function analyze(article: Article): Analysis {
  tagger ??= compileTagger(MENTIONS)
  const text = normalize(article.text)
  const sentences = segment(text)
  const { mentions, tokens } = tag(text, sentences, tagger)
  const bySentence = Map.groupBy(mentions, m => m.sentence)
  const order = MENTIONS.map(m => m.type)
  const mentionsOf = (sentence: number) => bySentence.get(sentence) ?? []
  return { text, sentences, mentions, mentionsOf, chunksOf: i => chunk(text, sentences[i]!, mentionsOf(i), tokens, order) }
}
