import type { Article } from '../../model/article.ts'
import type { ExtractingSettings, Form } from './extracting.ts'
import type { Shortened } from './terms.ts'

/** The task of a worker that extracts. */
export interface ExtractionTask extends ExtractingSettings<Form> {
  readonly kind: 'extraction'
}

/** An article on its way to a worker, with its number among those that the worker was sent, from 0. */
export interface ExtractionQuestion {
  readonly number: number
  readonly article: Article
}

/** What was made of it. */
export interface ExtractionAnswer<F extends Form> extends Shortened<F> {
  readonly number: number
}

/** The article that a worker is at, by its number: it takes a step when it begins one. */
export function numberAt(step: number): number {
  return step - 1
}
