import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RULESET_FILE, RULESET_ROOMS, type Ruleset, rulesetOf } from './ruleset.ts'

const SRC = fileURLToPath(new URL('../../', import.meta.url))
const BUILT = join(SRC, 'ruleset.json')

let loaded: Ruleset | undefined

/** The ruleset of this program: what the build wrote down, else computed from the sources. */
export function currentRuleset(): Ruleset {
  loaded ??= existsSync(BUILT) ? (JSON.parse(readFileSync(BUILT, 'utf8')) as Ruleset) : rulesetOfSources(SRC)
  return loaded
}

/** The ruleset of a folder of sources with its package.json beside it. */
export function rulesetOfSources(src: string): Ruleset {
  const files = new Map<string, string>()
  const names = RULESET_ROOMS.flatMap(room =>
    readdirSync(join(src, room), { recursive: true, encoding: 'utf8' }).map(name => join(room, name))
  )
  for (const name of [...names, RULESET_FILE].map(path => path.split(sep).join('/')).toSorted()) {
    if (/\.(?:ts|json|tsv)$/.test(name)) files.set(name, readFileSync(join(src, name), 'utf8'))
  }
  const { dependencies } = JSON.parse(readFileSync(join(src, '..', 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
  return rulesetOf(files, dependencies)
}
