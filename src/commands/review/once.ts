import { Refusal } from './refusal.ts'

// Older ones are known by what is stored of them.
const KEPT = 10_000

/** What was sent under a token, and what came of it. */
interface Given<Answer> {
  readonly sent: string
  readonly answer: Promise<Answer>
}

/**
 * Gives a function that does once what comes under a token. Sent again alike, also while it is being done, it gets the same
 * answer; something else under the same token is refused in `words`. A token whose answer is not `final` is free again.
 */
export function onceEach<Answer>(
  isFinal: (answer: Answer) => boolean
): (token: string, sent: string, words: string, work: () => Promise<Answer>) => Promise<Answer> {
  const given = new Map<string, Given<Answer>>()
  return async (token, sent, words, work) => {
    const known = given.get(token)
    if (known !== undefined && known.sent !== sent) throw new Refusal(409, words)
    if (known !== undefined) return await known.answer
    const answer = work()
    given.set(token, { sent, answer })
    for (const old of given.keys()) {
      if (given.size <= KEPT) break
      given.delete(old)
    }
    let isKept = false
    try {
      isKept = isFinal(await answer)
      return await answer
    } finally {
      if (!isKept) given.delete(token)
    }
  }
}
