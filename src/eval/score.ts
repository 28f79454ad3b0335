import type { Extraction } from '../model/extraction.ts'
import { bySpan, overlaps, type Span } from '../model/span.ts'
import { alignDocuments, documentTest, scoreDocuments } from './documents.ts'
import type { GoldArticle, Quoted } from './gold.ts'
import { scoreDates, scoreNumbers, scoreSentences } from './mentions.ts'
import { type Output, outputOf } from './output.ts'
import { scoreGoals, scoreObservations, scorePercentages } from './quantities.ts'
import { scoreRankGoals, scoreRankObservations } from './ranks.ts'
import { type Counts, type Disagreement, newSheet } from './sheet.ts'

/** What one article contributes to the scores. */
export interface ArticleScore {
  readonly article: string
  readonly counts: Counts
  readonly errors: readonly Disagreement[]
}

/** What was read of a gold article: its text layer and what the pipeline made of it; null where the text was not found. */
export interface Reading {
  readonly text: string
  readonly extraction: Extraction
}

/** Compares one article with its gold. Kinds that gold does not have are left alone; of a missing text all gold is missed. */
export function scoreArticle(gold: GoldArticle, reading: Reading | null): ArticleScore {
  return scoreOutput(gold, outputOf(reading?.extraction ?? null), reading?.text ?? '')
}

/** The same of what any system read, sorted by what gold is compared with. */
export function scoreOutput(gold: GoldArticle, output: Output, text: string): ArticleScore {
  const sheet = newSheet()
  const documents = alignDocuments(gold.documents ?? [], output.documents)
  const isDocument = documentTest(documents, output.documents)
  if (gold.document_numbers !== undefined) scoreNumbers(sheet, gold.document_numbers, output.numbers)
  if (gold.dates !== undefined) scoreDates(sheet, gold.dates, output.dates)
  if (gold.quantities !== undefined) {
    const goals = gold.quantities.filter(q => q.status === 'goal')
    scoreGoals(sheet, goals, output.targets, isDocument)
    scorePercentages(sheet, gold.quantities, output)
    scoreObservations(sheet, gold.quantities, output.observations)
  }
  if (gold.ranks !== undefined) {
    scoreRankGoals(sheet, gold.ranks, output.rankGoals, isDocument)
    scoreRankObservations(sheet, gold.ranks, output.rankObservations)
  }
  if (gold.documents !== undefined) scoreDocuments(sheet, documents)
  if (gold.sentences !== undefined) scoreSentences(sheet, gold.sentences, output.sentences, text)
  const blank = { article: gold.article, field: null, expected: null, read: null, rule: null, confidence: null, note: null }
  const errors = sheet.findings.map((f): Disagreement => ({ ...blank, ...f, sentence: sentenceAround(f, output.sentences, text) }))
  return { article: gold.article, counts: sheet.counts, errors: errors.toSorted(bySpan) }
}

function sentenceAround(span: Span, sentences: readonly Span[], text: string): Quoted | null {
  const around = sentences.filter(s => overlaps(s, span))
  const [first, last] = [around[0], around.at(-1)]
  if (first === undefined || last === undefined) return null
  return { start: first.start, end: last.end, quote: text.slice(first.start, last.end) }
}
