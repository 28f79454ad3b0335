import { setTimeout as pause } from 'node:timers/promises'
import { UsageError } from '../../model/usage-error.ts'
import { isPassing } from '../../store/postgres/errors.ts'

/** Does something that asks a server, again and again while the server is away; what else goes wrong is thrown. */
export type Persist = <Result>(work: () => Promise<Result>) => Promise<Result>

const FIRST_MILLISECONDS = 200
const MOST_MILLISECONDS = 3_000

/**
 * Waits for a server that is away for so many seconds in all, and says so, once when it goes and once when it comes back. Ends
 * with the server's error where it stays away, or where `signal` is aborted meanwhile.
 */
export function persisting(seconds: number, say: (sentence: string) => void, signal: AbortSignal): Persist {
  let awaySince: number | undefined
  const isBack = (): void => {
    if (awaySince !== undefined) say('The server is back; the work goes on.')
    awaySince = undefined
  }
  return async work => {
    for (let wait = FIRST_MILLISECONDS; ; wait = Math.min(2 * wait, MOST_MILLISECONDS)) {
      try {
        const result = await work()
        isBack()
        return result
      } catch (error) {
        if (!isPassing(error) || signal.aborted) throw error
        if (awaySince === undefined) say(`${saidOf(error)} It is waited for.`)
        awaySince ??= performance.now()
        if (performance.now() - awaySince > seconds * 1000) throw error
        await pause(wait, undefined, { signal }).catch(() => undefined)
      }
    }
  }
}

function saidOf(error: unknown): string {
  return error instanceof UsageError ? (error.sentences[0] as string) : 'The server is away.'
}
