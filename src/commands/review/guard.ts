import { timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import type { Say } from '../../review/words/index.ts'
import { sha256 } from '../../text/hash.ts'
import { isEncodedWell, LIMITS } from './form.ts'
import { refused } from './refusal.ts'

/** What a request has to bring. */
export interface Guarding {
  /** The first part of every address. */
  readonly key: string
  readonly port: () => number
}

/** The words of the language that a request asks for. */
export type Saying = (c: Context) => Say

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
export function guard({ key, port }: Guarding, saying: Saying): MiddlewareHandler {
  return async (c, next) => {
    const say = saying(c)
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
    const host = c.req.header('host') ?? ''
    const hosts = ['127.0.0.1', 'localhost'].map(name => `${name}:${port()}`)
    if (!hosts.includes(host)) return refused(c, 421, say('refused_host'))
    if (c.req.url.length > LIMITS.address) return refused(c, 414, say('refused_length', { n: LIMITS.address }))
    const { pathname, search } = new URL(c.req.url)
    if (!isSame(pathname.split('/')[1] ?? '', key)) return refused(c, 403, say('refused_key'))
    if (!METHODS.includes(c.req.method)) {
      c.header('allow', METHODS.join(', '))
      return refused(c, 405, say('refused_method'))
    }
    if (!isEncodedWell(pathname + search)) return refused(c, 400, say('refused_encoding'))
    if (c.req.method === 'POST' && c.req.header('origin') !== `http://${host}`) return refused(c, 403, say('refused_origin'))
    return await next()
  }
}

// Compared in a time that does not tell how much agreed.
function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)))
}
