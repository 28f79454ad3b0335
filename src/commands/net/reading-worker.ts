import type { Stats } from 'node:fs'
import { UsageError } from '../../model/usage-error.ts'
import type { Found } from '../../stages/read/found.ts'
import { type ReadOptions, readFound } from '../../stages/read/read.ts'
import { type FromReader, type InputToRead, type ReadingTask, type ToReader, weightOf } from './reading-messages.ts'
import type { Self } from './self.ts'

const MOST_ON_THE_WAY = 1024 * 1024
const BEAT_MILLISECONDS = 100

/** Makes this process one that reads: gets inputs one by one, gives their results, and no more of them at a time than are taken. */
export function workAtReading({ task, step, answer, onMessage }: Self<ReadingTask>): void {
  // While this comes on, nothing hangs: a worker that only waits for its input is well.
  void step()
  setInterval(step, BEAT_MILLISECONDS)
  const tell = (message: FromReader): void => void answer(message)
  let onTheWay = 0
  let roomMade = (): void => {}
  let answered = (_answer: ToReader): void => {}
  const ask = (message: FromReader): Promise<ToReader> =>
    new Promise(resolve => {
      answered = resolve
      tell(message)
    })
  const options: ReadOptions = {
    published: task.published,
    stdin: chunks(() => ask({ kind: 'want-chunk' })),
    isKnown: async (sha256, source) => {
      const answer = await ask({ kind: 'is-known', sha256, source })
      return answer.kind === 'known' && answer.isKnown
    }
  }

  async function read(input: InputToRead): Promise<void> {
    try {
      for await (const result of readFound(foundOf(input), options)) {
        tell({ kind: 'result', result })
        onTheWay += weightOf(result)
        if (onTheWay > MOST_ON_THE_WAY) await new Promise<void>(resolve => (roomMade = resolve))
      }
      tell({ kind: 'end' })
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      tell({ kind: 'wrong-usage', message: error.message })
    }
  }

  onMessage(told => {
    const message = told as ToReader
    if (message.kind === 'read') void read(message.input)
    else if (message.kind === 'taken') {
      onTheWay -= message.weight
      if (onTheWay <= MOST_ON_THE_WAY) roomMade()
    } else answered(message)
  })
}

async function* chunks(next: () => Promise<ToReader>): AsyncGenerator<Uint8Array> {
  for (;;) {
    const answer = await next()
    if (answer.kind !== 'chunk' || answer.chunk === null) return
    yield answer.chunk
  }
}

function foundOf(input: InputToRead): Found {
  if (input.kind !== 'file') return input
  const { path, source, size, isFile, cut } = input
  return { kind: 'file', path, source, stats: { size, isFile: () => isFile } as Stats, ...(cut === undefined ? {} : { cut }) }
}
