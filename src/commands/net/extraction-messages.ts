import type { Article } from '../../model/article.ts'
import type { Extracted, ExtractingSettings, Form } from './extracting.ts'
import type { StepCounter } from './thread.ts'

/** What an extraction thread is started with. */
export interface ExtractionTask extends ExtractingSettings<Form>, StepCounter {
  readonly task: 'extraction'
}

/** An article on its way to a thread, with its number among those that the thread was sent, from 0. */
export interface ExtractionQuestion {
  readonly number: number
  readonly article: Article
}

/** What was made of it. */
export interface ExtractionAnswer<F extends Form> {
  readonly number: number
  readonly extracted: Extracted<F>
}

/** The article that a thread is working on at a step, by its number: it counts up when it begins and when it ends with one. */
export function numberAt(step: number): number | undefined {
  return step % 2 === 1 ? (step - 1) / 2 : undefined
}
