import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { UsageError } from '../../model/usage-error.ts'
import { LANGUAGES, type Language, sayIn, type WordKey } from '../../review/words/index.ts'
import { reviewApp } from './app.ts'
import { loadAssets } from './assets.ts'
import type { Session } from './session.ts'

/** How a review is served. */
export interface ServeOptions {
  /** 0 takes any free one. */
  readonly port: number
  readonly reviewer: string
  readonly language: Language | null
}

/** A server that is running. */
export interface Running {
  /** The address with the key in it. */
  readonly url: string
  close(): Promise<void>
}

const HOST = '127.0.0.1'
/** Bytes of an address with its headers, and milliseconds in which a request has to be there. */
const MOST = { maxHeaderSize: 1 << 16, requestTimeout: 60_000 }

/** Serves a review on this machine alone. */
export async function serveReview(session: Session, { port, reviewer, language }: ServeOptions): Promise<Running> {
  const key = randomBytes(24).toString('base64url')
  let bound = port
  const app = reviewApp({ session, assets: await loadAssets(), key, port: () => bound, reviewer, language })
  const say = saidIn(language)
  const errorHandler = () => new Response(`${say('refused_request')}\n`, { status: 400 })
  const server = createServer(MOST, getRequestListener(app.fetch, { hostname: HOST, errorHandler }))
  server.on('clientError', (error, socket) => refuse(error, socket, say))
  server.on('connect', (_request, socket) => answer(socket, 405, say('refused_proxy')))
  await new Promise<void>((resolve, reject) => {
    server.once('listening', () => resolve())
    server.once('error', error =>
      reject(
        (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
          ? new UsageError(`Port ${port} is taken; --port 0 takes any that is free.`)
          : error
      )
    )
    server.listen(port, HOST)
  })
  bound = (server.address() as AddressInfo).port
  return {
    url: `http://${HOST}:${bound}/${key}/`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        // Browsers hold connections open.
        server.closeAllConnections()
      })
  }
}

// What is no request has no language: where none was chosen both are said.
function saidIn(language: Language | null): (key: WordKey) => string {
  const said = (language === null ? LANGUAGES : [language]).map(sayIn)
  return key => said.map(say => say(key)).join(' ')
}

/** What never became a request: too long, too slow, or no HTTP. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex, say: (key: WordKey) => string): void {
  if (error.code === 'HPE_HEADER_OVERFLOW') answer(socket, 431, say('refused_headers'))
  else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') answer(socket, 408, say('refused_slow'))
  else answer(socket, 400, say('refused_request'))
}

function answer(socket: Duplex, status: number, words: string): void {
  if (!socket.writable) return void socket.destroy()
  const body = `${words}\n`
  socket.end(
    `HTTP/1.1 ${status} Refused\r\ncontent-type: text/plain; charset=utf-8\r\nx-content-type-options: nosniff\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`
  )
}
