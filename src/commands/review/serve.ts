import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { UsageError } from '../../model/usage-error.ts'
import type { Language } from '../../review/words/index.ts'
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
  const errorHandler = () => new Response('This is no request that the review understands.\n', { status: 400 })
  const server = createServer(MOST, getRequestListener(app.fetch, { hostname: HOST, errorHandler }))
  server.on('clientError', refuse)
  server.on('connect', (_request, socket) => answer(socket, 405, 'The review is no proxy.'))
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

/** What never became a request: too long, too slow, or no HTTP. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'HPE_HEADER_OVERFLOW') answer(socket, 431, 'The address or its headers are too long.')
  else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') answer(socket, 408, 'This took too long to be sent.')
  else answer(socket, 400, 'This is no request that the review understands.')
}

function answer(socket: Duplex, status: number, words: string): void {
  if (!socket.writable) return void socket.destroy()
  const body = `${words}\n`
  socket.end(
    `HTTP/1.1 ${status} Refused\r\ncontent-type: text/plain; charset=utf-8\r\nx-content-type-options: nosniff\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`
  )
}
