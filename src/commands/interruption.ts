/** How long is waited for what was begun when somebody interrupts. */
const GRACE_MILLISECONDS = 5_000

/** Waits for a promise, or until somebody interrupts; whether it came to its end. */
export async function unlessAborted(promise: Promise<unknown>, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) {
    // What becomes of it is nobody's business any more.
    promise.catch(() => undefined)
    return false
  }
  let stop = (): void => {}
  const aborted = new Promise<false>(resolve => {
    stop = () => resolve(false)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([promise.then(() => true), aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** Waits for a promise, but not for long any more once somebody interrupts; whether it came to its end. */
export async function withGrace(promise: Promise<unknown>, signal: AbortSignal): Promise<boolean> {
  if (
    await unlessAborted(
      promise.then(() => undefined),
      signal
    )
  )
    return true
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<false>(resolve => {
    timer = setTimeout(() => resolve(false), GRACE_MILLISECONDS)
  })
  try {
    return await Promise.race([promise.then(() => true), over])
  } finally {
    clearTimeout(timer)
  }
}

/** The values of an iteration until somebody interrupts, also while the next one is waited for. */
export async function* untilAborted<Value>(values: AsyncIterable<Value>, signal: AbortSignal): AsyncGenerator<Value> {
  const iterator = values[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = iterator.next()
      if (!(await unlessAborted(next, signal))) return
      const result = await next
      if (result.done) return
      yield result.value
    }
  } finally {
    // Not waited for: what it is at may have no end.
    iterator.return?.()?.catch(() => undefined)
  }
}
