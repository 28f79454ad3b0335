/** The shards that a worker has in hand: several at a time, but one alone where it may be the one that ends the process. */
export interface InHand {
  /** Waits until nobody works alone. */
  free(): Promise<void>
  /** Does something beside others. */
  together<Result>(work: () => Promise<Result>): Promise<Result>
  /** Does something when the others have ended, and lets nobody begin meanwhile. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>
}

/** Begins with nothing in hand. */
export function emptyHand(): InHand {
  const working = new Set<Promise<unknown>>()
  let gate: Promise<void> = Promise.resolve()
  const track = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = work()
    working.add(result)
    try {
      return await result
    } finally {
      working.delete(result)
    }
  }
  const free = async (): Promise<void> => {
    for (let seen: Promise<void> | undefined; seen !== gate; ) {
      seen = gate
      await seen
    }
  }
  return {
    free,
    together: track,
    alone: async work => {
      const before = gate
      let open = (): void => {}
      gate = new Promise(resolve => {
        open = resolve
      })
      try {
        await before
        await Promise.allSettled([...working])
        return await track(work)
      } finally {
        open()
      }
    }
  }
}
