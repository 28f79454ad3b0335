import { readdirSync, readFileSync } from 'node:fs'
import { vi } from 'vitest'
import { literalsOf } from './literals.ts'

/** A regular expression with the file that it is written in, or that made it. */
export interface Found {
  readonly file: string
  readonly source: string
  readonly flags: string
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)

/** Every regular expression literal of the sources. */
export function writtenPatterns(): Found[] {
  return filesOf('src').flatMap(file => literalsOf(readFileSync(file, 'utf8')).map(literal => ({ file, ...literal })))
}

/** Every regular expression that the rooms which read text put together while they load, those of packages left out. */
export async function madePatterns(): Promise<Found[]> {
  const found: Found[] = []
  const Original = globalThis.RegExp
  // What is loaded already makes nothing any more.
  vi.resetModules()
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given, maker) {
      const made: RegExp = Reflect.construct(target, given, maker)
      const caller = new Error('where').stack?.split('\n').find(line => line.includes('.ts') && !line.includes('patterns.ts'))
      const isOwn = !new Error('where').stack?.split('\n')[2]?.includes('node_modules')
      const file = caller === undefined ? undefined : new Original('src/[\\w./-]+').exec(caller)?.[0]
      if (isOwn && file !== undefined) found.push({ file, source: made.source, flags: made.flags })
      return made
    }
  })
  try {
    for (const room of ['text', 'mentions', 'records', 'stages'])
      for (const file of filesOf(`src/${room}`)) await import(/* @vite-ignore */ `../../${file}`)
    await import('../../src/pipeline.ts')
  } finally {
    globalThis.RegExp = Original
  }
  return found
}
