import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { sha256 } from '../../text/hash.ts'
import { isEncodedWell, LIMITS } from './form.ts'
import { refused } from './refusal.ts'

/** What a request has to bring. */
export interface Guarding {
  /** The first part of every address. */
  readonly key: string
  readonly port: () => number
}

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Tells no other server where somebody was; "no-referrer" would take the Origin from our own forms as well.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store'
}
const METHODS = ['GET', 'HEAD', 'POST']

/**
 * Lets in who has the key, by this machine's own name and from the page itself: another page in the same browser has the
 * wrong Origin, a name that was made to point here the wrong Host. The key is a part of the address and no cookie: browsers
 * send the cookies of one port to the servers on all others.
 */
export function guard({ key, port }: Guarding): MiddlewareHandler {
  return async (c, next) => {
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
    const host = c.req.header('host') ?? ''
    const hosts = ['127.0.0.1', 'localhost'].map(name => `${name}:${port()}`)
    if (!hosts.includes(host)) return refused(c, 421, 'This address is not served here.')
    if (c.req.url.length > LIMITS.address) return refused(c, 414, `An address has ${LIMITS.address} characters at most.`)
    const { pathname, search } = new URL(c.req.url)
    if (!isSame(pathname.split('/')[1] ?? '', key))
      return refused(c, 403, 'Open the address that "muctieu review" printed: it carries the key.')
    if (!METHODS.includes(c.req.method)) {
      c.header('allow', METHODS.join(', '))
      return refused(c, 405, 'The review is read with GET and written with POST.')
    }
    if (!isEncodedWell(pathname + search)) return refused(c, 400, 'This address is not encoded as addresses are.')
    if (c.req.method === 'POST' && c.req.header('origin') !== `http://${host}`)
      return refused(c, 403, 'This request did not come from the review page.')
    return await next()
  }
}

// Compared in a time that does not tell how much agreed.
function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)))
}
