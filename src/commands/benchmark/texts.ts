import { type BenchmarkLine, isPartial } from '../../eval/benchmark/format.ts'
import type { Article } from '../../model/article.ts'
import { UsageError } from '../../model/usage-error.ts'
import { toResult } from '../../stages/read/article.ts'
import { DEFAULT_LIMITS } from '../../stages/read/limits.ts'
import { findFiles } from '../../stages/read/operands.ts'
import { readFound } from '../../stages/read/read.ts'
import { plainDraft } from '../../stages/read/types.ts'
import { sha256 } from '../../text/hash.ts'

/** Where a sentence stands, if its article is among the texts. */
interface Cut {
  readonly sha256: string
  readonly start: number
  readonly end: number
}

/**
 * The texts of benchmark lines among files and folders, in NFC, by their hash. A sentence is found by itself, or cut out of
 * the article it stands in. `tell` hears what could not be read; in folders, gold (`*.gold.ndjson`) is passed over.
 */
export async function findTexts(
  operands: readonly string[],
  lines: readonly BenchmarkLine[],
  tell: (sentence: string) => void
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(lines.map(l => l.sha256))
  const cuts = Map.groupBy(lines.flatMap(cutOf), cut => cut.of)
  const texts = new Map<string, string>()
  for (const found of await findFiles(operands)) {
    if (found.source.endsWith('.gold.ndjson') && !operands.includes(found.source)) continue
    for await (const result of readFound(found, { published: null })) {
      if (result.kind === 'failure') tell(result.diagnostic.message)
      if (result.kind !== 'article') continue
      const { hash, text } = composed(result.article)
      if (wanted.has(hash)) texts.set(hash, text)
      for (const { sha256: wantedHash, start, end } of cuts.get(hash) ?? []) {
        const sentence = text.slice(start, end)
        if (sha256(sentence) === wantedHash) texts.set(wantedHash, sentence)
      }
    }
  }
  return texts
}

function cutOf(line: BenchmarkLine): (Cut & { readonly of: string })[] {
  if (isPartial(line) || line.of === undefined) return []
  return [{ sha256: line.sha256, of: line.of.sha256, start: line.of.start, end: line.of.end }]
}

/** A text in NFC with its hash: what the benchmark knows texts by. */
function composed({ text, record }: Article): { readonly hash: string; readonly text: string } {
  const form = text.normalize('NFC')
  return form === text ? { hash: record.sha256, text } : { hash: sha256(form), text: form }
}

/** A text of the benchmark as an article: with the day that its annotators knew, whatever the file said. */
export async function articleFor(line: BenchmarkLine, text: string): Promise<Article> {
  const draft = { ...plainDraft(text, 'utf-8'), url: line.url, externalId: line.article, published: line.published }
  const input = { source: line.article, sha256: null, bytes: 0 }
  const result = await toResult(
    draft,
    { source: line.article, inside: true },
    { options: { published: null }, limits: DEFAULT_LIMITS, input }
  )
  if (result.kind === 'article') return result.article
  throw new UsageError(`${line.article} is no article: ${result.kind === 'failure' ? result.diagnostic.message : 'it is known already'}.`)
}

// More would hide what else is said.
const MOST_SENTENCES = 3

/** The first of some sentences, and how many there are more. */
export function fewSentences(sentences: readonly string[]): string[] {
  const more = sentences.length - MOST_SENTENCES
  return more <= 0 ? [...sentences] : [...sentences.slice(0, MOST_SENTENCES), `And ${more} more like these.`]
}
