import { accessSync, constants, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Io } from '../command.ts'

const NEEDED = ['initdb', 'pg_ctl', 'postgres']
/** Where packages of systems put the programs of PostgreSQL, one folder a version. */
const FOLDERS = ['/usr/lib/postgresql', '/usr/pgsql', '/opt/homebrew/opt', '/usr/local/opt', 'C:\\Program Files\\PostgreSQL']
/** The oldest that the store's schema is tried on. */
const OLDEST = 13

/** The folder of the newest PostgreSQL that is installed on this machine; undefined where there is none. */
export function installedPrograms({ env }: Pick<Io, 'env'>): string | undefined {
  const versions = FOLDERS.flatMap(folder =>
    namesIn(folder).flatMap(name => {
      const version = Number(/(?:^|postgresql@)(\d+)$/.exec(name)?.[1] ?? 0)
      return version >= OLDEST ? [{ version, bin: join(folder, name, 'bin') }] : []
    })
  )
  const found = versions.toSorted((a, b) => b.version - a.version).map(({ bin }) => bin)
  return [...found, ...(env['PATH'] ?? '').split(delimiter)].find(holdsAll)
}

/** Whether a folder holds all programs that a server needs. */
export function holdsAll(folder: string): boolean {
  return folder !== '' && NEEDED.every(name => isProgram(join(folder, name)) || isProgram(join(folder, `${name}.exe`)))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
