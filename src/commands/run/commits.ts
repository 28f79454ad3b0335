/** Commits what is to be written many at a time: each whole or not at all, none later than a moment after it came. */
export interface Commits {
  /** Takes what writes something, inside a transaction, and what is to be done when that is committed. */
  add(write: () => void, done: () => void, weight: number): void
  /** Commits what is left. Like `add`, it throws what a commit between two of them threw. */
  flush(): void
}

const MOST = 128
const MOST_WEIGHT = 1024 * 1024
const MILLISECONDS = 250

/** Begins to gather; `transaction` runs its work as one. */
export function openCommits(transaction: (work: () => void) => void): Commits {
  const waiting: { readonly write: () => void; readonly done: () => void }[] = []
  let weight = 0
  let timer: NodeJS.Timeout | undefined
  let failed: { readonly error: unknown } | undefined

  function take(): typeof waiting {
    clearTimeout(timer)
    timer = undefined
    weight = 0
    return waiting.splice(0)
  }

  function commit(): void {
    const taken = take()
    if (taken.length === 0) return
    transaction(() => {
      for (const { write } of taken) write()
    })
    for (const { done } of taken) done()
  }

  function commitLate(): void {
    try {
      commit()
    } catch (error) {
      failed ??= { error }
    }
  }

  function check(): void {
    if (failed !== undefined) throw failed.error
  }

  return {
    add: (write, done, heavy) => {
      check()
      waiting.push({ write, done })
      weight += heavy
      if (waiting.length >= MOST || weight >= MOST_WEIGHT) commit()
      else timer ??= setTimeout(commitLate, MILLISECONDS)
    },
    flush: () => {
      check()
      commit()
    }
  }
}
