import PQueue from 'p-queue'

/** What is taken, one after the other, and worked at: several at a time, but one alone where it may be what ends the process. */
export interface InHand {
  /** Takes the next one and works at it to its end; false where there is none. */
  next(): Promise<boolean>
}

/** How something is taken and worked at. */
export interface Handling<Taken> {
  take(): Promise<Taken | undefined>
  isAlone(taken: Taken): boolean
  work(taken: Taken): Promise<void>
}

/**
 * Begins with nothing in hand. While one is worked at alone nothing else is taken: what was taken and not begun when a process
 * ends would be thought to have ended it.
 */
export function handOf<Taken>({ take, isAlone, work }: Handling<Taken>): InHand {
  const turns = new PQueue({ concurrency: 1 })
  const working = new Set<Promise<void>>()
  const begin = (taken: Taken): Promise<void> => {
    const result = work(taken)
    working.add(result)
    const forget = (): void => void working.delete(result)
    result.then(forget, forget)
    return result
  }
  return {
    next: async () => {
      const turn = async (): Promise<{ readonly beside: Promise<void> | undefined } | undefined> => {
        const taken = await take()
        if (taken === undefined) return undefined
        if (!isAlone(taken)) return { beside: begin(taken) }
        await Promise.allSettled(working)
        await begin(taken)
        return { beside: undefined }
      }
      const taken = await turns.add(turn)
      await taken?.beside
      return taken !== undefined
    }
  }
}
