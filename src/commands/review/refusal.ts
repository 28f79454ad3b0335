import type { Context } from 'hono'

/** A request that is not carried out, for a reason that whoever sent it is told. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: 400 | 404 | 409 | 413 | 415
  constructor(status: Refusal['status'], words: string) {
    super(words)
    this.status = status
  }
}

/** An answer that says in words why nothing else is answered: to a script of the pages as it takes them, else as text. */
export function refused(c: Context, status: Refusal['status'] | 403 | 405 | 414 | 421 | 500 | 503, words: string): Response {
  return c.req.header('accept') === 'application/json' ? c.json({ alert: words }, status) : c.text(`${words}\n`, status)
}
