import PQueue from 'p-queue'
import type { Article } from '../../model/article.ts'
import type { Pool } from '../net/pool.ts'
import type { InputEvent, Telling } from '../telling.ts'
import type { Writer } from './formats.ts'

/** What extraction is printed with. */
export interface Equipment {
  readonly writer: Writer
  readonly telling: Telling
  readonly pool: Pool<'extraction'>
}

/** What prints a result; what there is to do for it begins at once. */
export type Print = () => Promise<void>

/** What is told of an article that is printed, or was before. */
export function eventOf({ record: { id, key, sources } }: Article, outcome: 'new' | 'known'): InputEvent {
  return { kind: 'article', outcome, articleId: id, source: sources[0]?.source ?? key }
}

const MOST_WAITING = 64
const MOST_WAITING_CHARS = 1024 * 1024

/** Prints one after another in the order they were added; `add` waits where much is waiting already, and fails when printing does. */
export function inOrder() {
  const queue = new PQueue({ concurrency: 1 })
  let failed: { readonly error: unknown } | undefined
  let chars = 0
  const check = (): void => {
    if (failed !== undefined) throw failed.error
  }
  return {
    add: async (print: Print, size: number): Promise<void> => {
      chars += size
      queue
        .add(async () => {
          if (failed === undefined) await print()
          chars -= size
        })
        .catch(error => {
          failed ??= { error }
        })
      if (chars > MOST_WAITING_CHARS) await queue.onIdle()
      else if (queue.size > MOST_WAITING) await queue.onSizeLessThan(MOST_WAITING)
      check()
    },
    drain: async (): Promise<void> => {
      await queue.onIdle()
      check()
    }
  }
}
