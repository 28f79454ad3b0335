import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { muctieu } from '../cli/harness.ts'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

/** The program as a shell says it. */
export const PROGRAM = `'${process.execPath}' '${CLI}'`

/** Whether GNU parallel is there (Debian's package `parallel`; another program of that name is not meant). */
export const HAS_PARALLEL = /^GNU parallel/.test(String(spawnSync('parallel', ['--version']).stdout))

/** What a shell command did. */
export interface Did {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command of a shell in a folder. */
export async function shell(folder: string, command: string): Promise<Did> {
  const child = spawn('bash', ['-c', command], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: folder } })
  const [stdout, stderr]: [string[], string[]] = [[], []]
  child.stdout.on('data', chunk => stdout.push(String(chunk)))
  child.stderr.on('data', chunk => stderr.push(String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout: stdout.join(''), stderr: stderr.join('') }
}

/** The sums of what a database in a folder exports. */
export async function sums(folder: string, db: string): Promise<string> {
  const { code, stderr } = await muctieu(folder, ['export', '--db', db, '--to', `${db}-dataset`])
  expect([code, stderr]).toEqual([0, ''])
  return readFileSync(join(folder, `${db}-dataset`, 'SHA256SUMS'), 'utf8')
}
