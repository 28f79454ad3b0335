import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { literalsOf } from './literals.ts'

/** A regular expression with the file that it is written in, or that made it. */
export interface Found {
  readonly file: string
  readonly source: string
  readonly flags: string
}

/** The sources in a folder. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)

/** Every regular expression literal of the sources. */
export function writtenPatterns(): Found[] {
  return filesOf('src').flatMap(file => literalsOf(readFileSync(file, 'utf8')).map(literal => ({ file, ...literal })))
}

/** Every regular expression that the rooms which read text put together while they load or at first use, those of packages left out. */
export function madePatterns(): Found[] {
  // In a process in which nothing is loaded yet: what is loaded already makes nothing any more.
  const { status, stdout } = spawnSync(process.execPath, [fileURLToPath(new URL('./made.ts', import.meta.url))], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28
  })
  if (status !== 0) throw new Error('The sources could not be loaded.')
  return JSON.parse(stdout) as Found[]
}
