import type { Chunk } from '../../model/frame.ts'
import type { Context } from './context.ts'

/** The words of a sentence in lower case; empty for one that is not there. */
export function textOf(context: Context, sentence: number): string {
  const s = context.sentences[sentence]
  return s === undefined ? '' : context.normalized.lower.slice(s.start, s.end)
}

/** The words of chunks. */
export const wordsOf = (chunks: readonly Chunk[]): string => chunks.map(c => c.text).join(' ')
