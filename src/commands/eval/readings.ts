import { misplaced } from '../../eval/gold.ts'
import { type ArticleScore, type Reading, scoreArticle } from '../../eval/score.ts'
import type { Article } from '../../model/article.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Extraction } from '../../model/extraction.ts'
import { read } from '../../stages/read/read.ts'
import { isFailure } from '../outcomes.ts'
import type { GoldSet } from './gold-sets.ts'

/** A scored set: a score for each gold article, and the articles whose text was not found. */
export interface ScoredSet {
  readonly name: string
  readonly articles: readonly ArticleScore[]
  readonly missing: readonly string[]
}

/** The pipeline, or what stands for it; a diagnostic where it broke off. */
type Extractor = (article: Article) => Extraction | Diagnostic

/** Reads and extracts the texts of gold sets, each text once, and scores them; `tell` hears what went wrong. */
export async function scoreSets(
  sets: readonly GoldSet[],
  extract: Extractor,
  tell: (sentence: string) => void
): Promise<readonly ScoredSet[]> {
  const readings = new Map<string, Map<string, Reading>>()
  const scored: ScoredSet[] = []
  for (const set of sets) {
    const key = set.texts.join('\n')
    const wanted = new Set(sets.filter(s => s.texts.join('\n') === key).flatMap(s => s.articles.map(a => a.sha256)))
    const found = readings.get(key) ?? (await readTexts(set.texts, wanted, extract, tell))
    readings.set(key, found)
    for (const gold of set.articles) {
      const reading = found.get(gold.sha256)
      const count = reading === undefined ? 0 : misplaced(gold, reading.text).length
      if (count > 0) tell(`${set.name}: ${count} spans of ${gold.article} do not stand on their quotes.`)
    }
    const missing = set.articles.filter(gold => !found.has(gold.sha256)).map(gold => gold.article)
    if (missing.length > 0) tell(`${set.name}: no text for ${missing.join(', ')}; all of its gold counts as missed.`)
    scored.push({ name: set.name, articles: set.articles.map(gold => scoreArticle(gold, found.get(gold.sha256) ?? null)), missing })
  }
  return scored
}

async function readTexts(
  texts: readonly string[],
  wanted: ReadonlySet<string>,
  extract: Extractor,
  tell: (sentence: string) => void
): Promise<Map<string, Reading>> {
  const found = new Map<string, Reading>()
  for await (const result of read(texts, { published: null })) {
    if (result.kind === 'failure' && isFailure(result.diagnostic)) tell(result.diagnostic.message)
    if (result.kind !== 'article') continue
    const { text, record } = result.article
    // A text may come twice; the first counts, as for `extract`.
    if (!wanted.has(record.sha256) || found.has(record.sha256)) continue
    const extraction = extract(result.article)
    if ('kind' in extraction) tell(extraction.message)
    else found.set(record.sha256, { text, extraction })
  }
  return found
}
