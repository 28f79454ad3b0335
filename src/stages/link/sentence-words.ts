import type { Context } from './context.ts'

/** The words of a sentence in lower case; empty for one that is not there. */
export function textOf(context: Context, sentence: number): string {
  const s = context.sentences[sentence]
  return s === undefined ? '' : context.normalized.lower.slice(s.start, s.end)
}

/** Where a unit of a sentence begins in the text; undefined behind its last one. */
export function startOf(context: Context, sentence: number, at: number): number | undefined {
  const units = context.unitsOf(sentence)
  return at < units.length ? units.start(at) : undefined
}
