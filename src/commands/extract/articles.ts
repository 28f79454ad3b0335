import type { ReadResult } from '../../stages/read/read.ts'
import { lineMaker, madeHere } from '../article-lines/make.ts'
import type { Extracted } from '../net/extracting.ts'
import { isFailure, type Outcomes } from '../outcomes.ts'
import { type Equipment, eventOf, type Print } from './printing.ts'

/** What lines of whole articles are made with. */
interface WholeOptions {
  readonly published?: string
  readonly without?: readonly string[]
}

/**
 * Begins with what is to be done for each result, and gives what prints its one line in its turn. Nothing is kept from one
 * article to the next: a text that comes twice is printed twice, and `import` knows what to do with it.
 */
export function wholeTaker(options: WholeOptions, outcomes: Outcomes, { writer, telling, pool }: Equipment): (result: ReadResult) => Print {
  const lines = lineMaker(madeHere({ without: options.without ?? [] }), options.published ?? null)
  return result => {
    if (result.kind === 'skipped') return async () => {}
    const fail = async (diagnostic: Parameters<typeof lines.failure>[0]): Promise<void> => {
      if (isFailure(diagnostic)) outcomes.failed++
      else outcomes.left++
      telling.hear({ kind: 'diagnostic', diagnostic })
      await writer.lines([lines.failure(diagnostic, result.input)])
    }
    if (result.kind === 'failure') return () => fail(result.diagnostic)
    const { article } = result
    const [extracted] = pool.extract([article])
    // It is told where it is waited for.
    extracted?.catch(() => undefined)
    return async () => {
      const one = (await extracted) as Extracted<'extraction'>
      if ('failure' in one) return await fail(one.failure)
      outcomes.done++
      telling.hear(eventOf(article, 'new'))
      await writer.lines([lines.extraction(result, one.made)], article)
    }
  }
}
