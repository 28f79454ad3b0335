import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
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

/** Serves a review on this machine alone. */
export async function serveReview(session: Session, { port, reviewer, language }: ServeOptions): Promise<Running> {
  const token = randomBytes(24).toString('base64url')
  let bound = port
  const app = reviewApp({ session, assets: await loadAssets(), token, port: () => bound, reviewer, language })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', () => resolve())
    server.once('error', error =>
      reject(
        (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
          ? new UsageError(`Port ${port} is taken; --port 0 takes any that is free.`)
          : error
      )
    )
  })
  bound = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${bound}/?token=${token}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        // Browsers hold connections open.
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
  }
}
