import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a server on which databases may be made; null where there is none. */
    readonly postgres: string | null
  }
}

const HOMES = ['/usr/lib/postgresql', '/usr/local/pgsql', '/opt/homebrew/opt/postgresql/bin', '/usr/local/bin']

/** Finds a server for the tests or starts one, which goes when they are done. */
export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  const given = process.env['MUCTIEU_TEST_POSTGRES']
  if (given !== undefined && given !== '') {
    project.provide('postgres', given)
    return undefined
  }
  const programs = programsOf()
  if (programs === undefined) {
    console.warn(
      'SKIPPED: no PostgreSQL here. Install it (Debian: apt-get install postgresql) or set MUCTIEU_TEST_POSTGRES=postgres://user@host/postgres.'
    )
    project.provide('postgres', null)
    return undefined
  }
  const { address, stop } = await started(programs)
  project.provide('postgres', address)
  return stop
}

/** The folder with the programs of the newest server that is installed. */
function programsOf(): string | undefined {
  const folders = HOMES.flatMap(home => {
    const versions = entriesOf(home).filter(name => /^\d+$/.test(name))
    return [home, ...versions.toSorted((a, b) => Number(b) - Number(a)).map(version => join(home, version, 'bin'))]
  })
  return folders.find(folder => entriesOf(folder).includes('initdb'))
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** PostgreSQL refuses to run as root: as whom it runs then. */
function owner(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function started(programs: string): Promise<{ readonly address: string; readonly stop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'muctieu-postgres-'))
  const as = owner()
  if (as !== undefined) chownSync(folder, as.uid, as.gid)
  else chmodSync(folder, 0o700)
  const start = (program: string, argv: readonly string[]): void =>
    void execFileSync(join(programs, program), argv, { stdio: 'ignore', cwd: folder, ...as })
  const data = join(folder, 'data')
  const port = await freePort()
  start('initdb', ['-D', data, '-U', 'tests', '--auth=trust', '--encoding=UTF8', '--locale=C', '-N'])
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off`
  start('pg_ctl', ['-D', data, '-o', settings, '-l', join(folder, 'log'), '-w', 'start'])
  const address = `postgres://tests:not-a-secret@127.0.0.1:${port}/postgres`
  await answering(address)
  return {
    address,
    stop: () => {
      start('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

async function answering(address: string): Promise<void> {
  for (let left = 50; ; left--) {
    const client = new pg.Client(address)
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (left === 0) throw error
      await setTimeout(100)
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
