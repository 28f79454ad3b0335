import { extracting, type Form } from './extracting.ts'
import type { ExtractionAnswer, ExtractionQuestion, ExtractionTask } from './extraction-messages.ts'
import type { Self } from './self.ts'
import { shortener } from './terms.ts'

/** Makes this process one that extracts: gets articles, gives back what was made of them. */
export function workAtExtraction({ task, step, answer, onMessage }: Self<ExtractionTask>): void {
  const extract = extracting(task)
  const shorten = shortener()
  async function work({ number, article }: ExtractionQuestion): Promise<void> {
    // Nothing is begun before everything is told, so that it is known who must be given up.
    await step()
    await answer({ number, ...shorten(extract(article)) } satisfies ExtractionAnswer<Form>)
  }
  let turn = Promise.resolve()
  onMessage(message => {
    turn = turn.then(() => work(message as ExtractionQuestion))
  })
}
