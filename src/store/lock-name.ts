import { createServer } from 'node:net'
import { platform } from 'node:os'
import type { Lock } from './lock-held.ts'

/** Where a system keeps names that belong to a process and vanish with it, without a file. */
const NAMES: Readonly<Record<string, string>> = { linux: '\0muctieu-review-', win32: '\\\\.\\pipe\\muctieu-review-' }
const NOTHING: Lock = { release: () => undefined }

/**
 * Takes a name on this machine, or gives null where another process has it. Where the system has no such names, or lets
 * nobody take one, everybody gets it.
 */
export async function lockName(name: string): Promise<Lock | null> {
  const prefix = NAMES[platform()]
  if (prefix === undefined) return NOTHING
  const server = createServer(socket => socket.destroy())
  server.unref()
  return await new Promise(resolve => {
    server.once('listening', () => resolve({ release: () => void server.close() }))
    server.once('error', error => resolve((error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? null : NOTHING))
    server.listen(`${prefix}${name}`)
  })
}
