import type { Stats } from 'node:fs'
import { glob, readdir, stat } from 'node:fs/promises'
import { basename, isAbsolute, join, resolve, sep } from 'node:path'
import { UsageError } from '../../model/usage-error.ts'
import { isKnownName } from './formats.ts'
import type { Refusal } from './types.ts'

/** A file to read, or the reason why an operand gave none. */
export type Found =
  | { readonly kind: 'stdin'; readonly source: '-' }
  | { readonly kind: 'file'; readonly path: string; readonly source: string; readonly stats: Stats }
  | { readonly kind: 'none'; readonly source: string; readonly refusal: Refusal }

/**
 * The files that operands stand for, in order: operands as given, folder entries by the code points of their paths.
 * Where no operand stands for anything, asking was wrong usage, except for missing files, which are failures one by one.
 */
export async function findFiles(operands: readonly string[]): Promise<readonly Found[]> {
  if (operands.length === 0) throw new UsageError('No input was given: name files, folders, patterns or - for standard input.')
  const found: Found[] = []
  for (const operand of operands) found.push(...(await findOperand(operand)))
  const nothing = found.every(f => f.kind === 'none')
  if (nothing && found.some(f => f.kind === 'none' && f.refusal.code !== 'missing')) {
    throw new UsageError(...found.flatMap(f => (f.kind === 'none' ? [f.refusal.message] : [])))
  }
  return withoutRepeats(found)
}

async function findOperand(operand: string): Promise<Found[]> {
  if (operand === '-') return [{ kind: 'stdin', source: '-' }]
  const stats = await statOf(operand)
  if (stats instanceof Error) {
    if (!isMissing(stats)) return [none(operand, 'unreadable', `${operand} cannot be read: ${reason(stats)}.`)]
    if (/[*?[{]/.test(operand)) return findPattern(operand)
    return [none(operand, 'missing', `${operand} does not exist.`)]
  }
  if (!stats.isDirectory()) return [{ kind: 'file', path: operand, source: sourceName(operand), stats }]
  const files = await walk(operand, '')
  if (files.length > 0) return files
  return [none(operand, 'no-articles', `The folder ${operand} has no articles in it.`)]
}

/** The files of a folder in the order of their paths' code points; hidden and unknown ones are left out. */
async function walk(folder: string, prefix: string): Promise<Found[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: Error) => error)
  if (entries instanceof Error) return [none(prefix || folder, 'unreadable', `The folder ${folder} cannot be read: ${reason(entries)}.`)]
  const found: Found[] = []
  // A folder's paths continue with a slash, which sorts before letters and behind the dash.
  const keyed = entries.filter(e => !e.name.startsWith('.')).map(e => ({ entry: e, key: e.isDirectory() ? `${e.name}/` : e.name }))
  for (const { entry } of keyed.toSorted((a, b) => byCodePoint(a.key, b.key))) {
    const path = join(folder, entry.name)
    const source = prefix === '' ? entry.name : `${prefix}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await walk(path, source)))
    else if ((entry.isFile() || entry.isSymbolicLink()) && isKnownName(entry.name)) {
      const stats = await statOf(path)
      if (stats instanceof Error) found.push(none(source, 'unreadable', `${path} cannot be read: ${reason(stats)}.`))
      else if (stats.isFile()) found.push({ kind: 'file', path, source: source.toWellFormed(), stats })
    }
  }
  return found
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
    else if (stats.isDirectory()) found.push(...(await walk(match, slashes(source))))
    else if (stats.isFile()) found.push({ kind: 'file', path: match, source: slashes(source), stats })
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
    const key = f.kind === 'file' ? `${resolve(f.path)}\n${f.source}` : `${f.kind}\n${f.source}`
    return !seen.has(key) && seen.add(key)
  })
}

function none(source: string, code: string, message: string): Found {
  return { kind: 'none', source: isAbsolute(source) ? sourceName(source) : slashes(source), refusal: { code, message } }
}

function statOf(path: string): Promise<Stats | Error> {
  return stat(path).catch((error: Error) => error)
}

function isMissing(error: Error): boolean {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** A system error in a few words. */
export function reason(error: Error): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied'
  if (code === 'ENOENT') return 'it does not exist'
  if (code === 'ELOOP') return 'its links run in a circle'
  if (code === 'ENAMETOOLONG') return 'its name is too long'
  return (code ?? error.message).toLowerCase()
}

function sourceName(path: string): string {
  return (basename(path) || path).toWellFormed()
}

function slashes(path: string): string {
  return (sep === '\\' ? path.replaceAll('\\', '/') : path).toWellFormed()
}

/** Order of strings by code point, the same everywhere. */
export function byCodePoint(a: string, b: string): number {
  if (a === b) return 0
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x === y) continue
    // Surrogates stand for code points above all others.
    const [sx, sy] = [x >= 0xd800 && x <= 0xdfff, y >= 0xd800 && y <= 0xdfff]
    return sx === sy ? x - y : sx ? 1 : -1
  }
  return a.length - b.length
}
