import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { sha256 } from '../../text/hash.ts'

/** What a request has to bring. */
export interface Guarding {
  readonly token: string
  readonly port: () => number
}

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store'
}

/**
 * Lets in who has the token, by this machine's own name and from the page itself: another page in the same browser has the
 * wrong Origin, a name that was made to point here the wrong Host.
 */
export function guard({ token, port }: Guarding): MiddlewareHandler {
  return async (c, next) => {
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
    const host = c.req.header('host') ?? ''
    const hosts = ['127.0.0.1', 'localhost'].map(name => `${name}:${port()}`)
    if (!hosts.includes(host)) return c.text('This address is not served here.', 421)
    const cookie = `muctieu-${port()}`
    const given = c.req.query('token')
    if (given !== undefined && c.req.method === 'GET' && isSame(given, token)) {
      setCookie(c, cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/' })
      const url = new URL(c.req.url)
      url.searchParams.delete('token')
      return c.redirect(url.pathname + url.search, 303)
    }
    if (!isSame(getCookie(c, cookie) ?? '', token))
      return c.text('Open the address that "muctieu review" printed: it carries the key.', 403)
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && c.req.header('origin') !== `http://${host}`)
      return c.text('This request did not come from the review page.', 403)
    return await next()
  }
}

// Compared in a time that does not tell how much agreed.
function isSame(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)))
}
