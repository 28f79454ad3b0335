import type { Stats } from 'node:fs'
import { glob } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { UsageError } from '../../model/usage-error.ts'
import { inFew } from '../../text/in-few.ts'
import { walk } from './folders.ts'
import { byCodePoint, type Found, isLeft, none, reason, slashes, sourceName, statOf } from './found.ts'
import { type FoundUnder, namedApart } from './same-names.ts'

/**
 * The files that operands stand for, in order: operands as given, folder entries by the code points of their paths.
 * Where no operand stands for anything, asking was wrong usage, except for missing files, which are failures one by one.
 */
export async function findFiles(operands: readonly string[]): Promise<readonly Found[]> {
  if (operands.length === 0) throw new UsageError('No input was given: name files, folders, patterns or - for standard input.')
  const groups: FoundUnder[] = []
  for (const operand of operands) groups.push({ home: await homeOf(operand), found: await findOperand(operand) })
  const found = groups.flatMap(group => group.found)
  const nothing = found.every(f => f.kind === 'none')
  if (nothing && found.some(f => f.kind === 'none' && f.refusal.code !== 'missing')) {
    throw new UsageError(...found.flatMap(f => (f.kind === 'none' && !isLeft(f) ? [f.refusal.message] : [])))
  }
  return withoutRepeats(namedApart(groups))
}

/** The folder from which the files of an operand are named. */
async function homeOf(operand: string): Promise<string> {
  const stats = await statOf(operand)
  if (!(stats instanceof Error)) return stats.isDirectory() ? resolve(operand) : dirname(resolve(operand))
  return resolve(/[*?[{]/.test(operand) ? staticPrefix(operand) : dirname(operand))
}

// Where files are read in another process, these names would mean that one's own.
const STDIN = new Set(['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0'])

async function findOperand(operand: string): Promise<Found[]> {
  if (STDIN.has(operand)) return [{ kind: 'stdin', source: '-' }]
  const stats = await statOf(operand)
  if (stats instanceof Error) {
    if (!isMissing(stats)) return [none(operand, 'unreadable', `${operand} cannot be read: ${reason(stats)}.`)]
    if (/[*?[{]/.test(operand)) return findPattern(operand)
    return [none(operand, 'missing', `${operand} does not exist.`)]
  }
  if (!stats.isDirectory()) return [fileOrSocket(operand, sourceName(operand), stats)]
  const files = await walk(operand, '')
  if (!files.every(isLeft)) return files
  const skipped = files.length === 0 ? '' : ` What is in it was skipped (${inFew(files.map(f => f.source))}).`
  return [...files, none(operand, 'no-articles', `The folder ${operand} has no articles in it.${skipped}`)]
}

async function findPattern(pattern: string): Promise<Found[]> {
  const base = staticPrefix(pattern)
  const matches: string[] = []
  for await (const match of glob(pattern)) matches.push(match)
  const found: Found[] = []
  for (const match of matches.toSorted(byCodePoint)) {
    if (match.split(/[/\\]/).some(part => part.startsWith('.') && part !== '.' && part !== '..' && !base.includes(part))) continue
    const source = match.startsWith(base) ? match.slice(base.length) : match
    const stats = await statOf(match)
    if (stats instanceof Error) found.push(none(slashes(source), 'unreadable', `${match} cannot be read: ${reason(stats)}.`))
    else if (stats.isDirectory()) for (const one of await walk(match, slashes(source))) found.push(one)
    else found.push(fileOrSocket(match, slashes(source), stats))
  }
  return found.length > 0 ? found : [none(pattern, 'no-match', `Nothing matches ${pattern}.`)]
}

// `a/b*/c` is found under `a/`.
function staticPrefix(pattern: string): string {
  const parts = pattern.split('/')
  const first = parts.findIndex(part => /[*?[{]/.test(part))
  const prefix = join(...parts.slice(0, first), '/')
  return first <= 0 ? '' : isAbsolute(pattern) && !isAbsolute(prefix) ? `/${prefix}` : prefix
}

function withoutRepeats(found: readonly Found[]): Found[] {
  const seen = new Set<string>()
  return found.filter(f => {
    const key =
      f.kind === 'file'
        ? `${typeof f.path === 'string' ? resolve(f.path) : f.path.toString('latin1')}\n${f.source}`
        : `${f.kind}\n${f.source}`
    return !seen.has(key) && seen.add(key)
  })
}

function fileOrSocket(path: string, source: string, stats: Stats): Found {
  if (!stats.isSocket()) return { kind: 'file', path, source, stats }
  return none(source, 'unreadable', `${path} cannot be read: it is a socket.`)
}

function isMissing(error: Error): boolean {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ENOENT' || code === 'ENOTDIR'
}
