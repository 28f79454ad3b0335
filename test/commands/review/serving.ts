import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { muctieu } from '../../cli/harness.ts'

/** What a server answered. */
export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** What is sent: by default as the page itself would send it. */
export interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | URLSearchParams
}

/** A review that is served in this process. */
export interface Serving {
  /** The address with the key; it ends in a slash. */
  readonly url: string
  readonly origin: string
  readonly port: number
  /** Sends to a path as it is written, or to a page of the review. */
  send(path: string, sent?: Sent): Promise<Answered>
  /** Sends bytes as they are, and gives what comes back until the connection ends. */
  bytes(text: string): Promise<string>
  stop(): Promise<void>
}

/** Serves a review of a folder's `m.sqlite`. */
export async function serving(folder: string, args: readonly string[] = []): Promise<Serving> {
  const ending = new AbortController()
  let ended: Promise<unknown> = Promise.resolve()
  const url = await new Promise<string>((found, failed) => {
    const stdout = { write: (text: string) => found(text.trim()) }
    ended = muctieu(folder, ['review', '--db', 'm.sqlite', '--reviewer', 'Lan', ...args], { stdout, signal: ending.signal }).then(done =>
      failed(new Error(done.stderr))
    )
  })
  const { origin, port } = new URL(url)
  return {
    url,
    origin,
    port: Number(port),
    send: (path, { method = 'GET', headers = {}, body } = {}) =>
      new Promise((done, failed) => {
        const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', origin }
        const sent = request(
          {
            host: '127.0.0.1',
            port,
            method,
            path: path.startsWith('/') ? path : new URL(url).pathname + path,
            headers: { ...(method === 'POST' ? form : {}), ...headers }
          },
          response => {
            let text = ''
            response.setEncoding('utf8')
            response.on('data', chunk => (text += chunk))
            response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text }))
          }
        )
        sent.on('error', failed)
        sent.end(body instanceof URLSearchParams ? String(body) : body)
      }),
    bytes: text =>
      new Promise((done, failed) => {
        let got = ''
        const socket = connect(Number(port), '127.0.0.1', () => socket.write(text, 'latin1'))
        socket.setEncoding('utf8')
        socket.on('data', chunk => (got += String(chunk)))
        socket.on('close', () => done(got))
        socket.on('error', failed)
      }),
    stop: async () => {
      ending.abort()
      await ended
    }
  }
}

/** The hidden inputs of a page's first form for decisions. */
export function hiddenOf(page: string): Record<string, string> {
  const form = /<form class="actions"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  return Object.fromEntries([...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(m => [m[1], m[2]]))
}
