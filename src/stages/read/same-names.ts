import { sep } from 'node:path'
import type { Found } from './found.ts'

/** What was found under one operand, and the folder (absolute) from which it is named. */
export interface FoundUnder {
  readonly home: string
  readonly found: readonly Found[]
}

/**
 * All that was found, in order, so that no two files have one name: where files of several folders would, each is told with
 * as much of its folder's path as tells them apart (`monday/a.txt`, `tuesday/a.txt`).
 */
export function namedApart(groups: readonly FoundUnder[]): Found[] {
  const homes = new Map<string, Set<string>>()
  for (const { home, found } of groups)
    for (const f of found) if (isNamed(f)) homes.set(f.source, (homes.get(f.source) ?? new Set()).add(home))
  return groups.flatMap(({ home, found }) =>
    found.map(f => {
      const others = homes.get(f.source) as ReadonlySet<string> | undefined
      if (!isNamed(f) || others === undefined || others.size < 2) return f
      return renamed(f, tellingPart(home, others))
    })
  )
}

function renamed(found: Found, folder: string): Found {
  // At the root of the file system nothing stands before it.
  if (folder === '' || found.kind === 'stdin') return found
  const source = `${folder}/${found.source}`
  if (found.kind === 'file') return { ...found, source }
  const { refusal } = found
  const message = refusal.message.startsWith(found.source) ? source + refusal.message.slice(found.source.length) : refusal.message
  return { ...found, source, refusal: { ...refusal, message } }
}

// A folder that holds nothing, and a name that stands for nothing, are told as they were typed.
function isNamed(found: Found): boolean {
  return found.kind === 'file' || (found.kind === 'none' && !/^(?:missing|no-match|no-articles)$/.test(found.refusal.code))
}

/** The end of a folder's path that no other of the folders has. */
function tellingPart(home: string, homes: ReadonlySet<string>): string {
  const parts = partsOf(home)
  const others = [...homes].filter(other => other !== home).map(partsOf)
  let depth = 1
  while (depth < parts.length && others.some(other => endOf(other, depth) === endOf(parts, depth))) depth++
  return endOf(parts, depth).toWellFormed()
}

function partsOf(path: string): readonly string[] {
  return path.split(sep).filter(part => part !== '')
}

function endOf(parts: readonly string[], depth: number): string {
  return parts.slice(-depth).join('/')
}
