import type { Dirent, Stats } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { whyLeft } from './formats.ts'
import { byCodePoint, type Found, left, none, type Path, reason, statOf } from './found.ts'

/**
 * The files of a folder in the order of their paths' code points, each to be read or with the reason why it is not. Links
 * to files are read, links to folders are not followed, so that no link leads out of the folder or around in it for ever.
 */
export function walk(folder: string, prefix: string): Promise<Found[]> {
  return walkInto(folder, prefix, folder)
}

async function walkInto(folder: Path, prefix: string, top: string): Promise<Found[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' }).catch((error: Error) => error)
  if (entries instanceof Error) return [none(prefix || top, 'unreadable', `The folder ${folder} cannot be read: ${reason(entries)}.`)]
  const found: Found[] = []
  for (const { entry, name } of inOrder(entries)) {
    const path = pathIn(folder, entry.name)
    const source = prefix === '' ? name : `${prefix}/${name}`
    const why = whyLeft(name)
    if (entry.isDirectory() && name.startsWith('.')) found.push(await hiddenFolder(path, source))
    else if (entry.isDirectory()) for (const one of await walkInto(path, source, top)) found.push(one)
    else if (entry.isSymbolicLink() && !name.startsWith('.')) found.push(...(await findLink(path, name, source, top)))
    else found.push(why === undefined ? await findFile(path, source) : left(source, why))
  }
  return found
}

interface Named {
  readonly entry: Dirent<Buffer>
  readonly name: string
}

// A folder's paths continue with a slash, which sorts before letters and behind the dash.
function inOrder(entries: readonly Dirent<Buffer>[]): readonly Named[] {
  return entries
    .map(entry => ({ entry, name: entry.name.toString() }))
    .map(named => ({ ...named, key: named.entry.isDirectory() ? `${named.name}/` : named.name }))
    .toSorted((a, b) => byCodePoint(a.key, b.key) || Buffer.compare(a.entry.name, b.entry.name))
}

// What programs keep there is theirs; its files are counted, not told one by one.
async function hiddenFolder(path: Path, source: string): Promise<Found> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true, encoding: 'utf8' }).catch(() => [])
  const files = entries.filter(entry => !entry.isDirectory()).length
  return left(source, `a hidden folder, with ${files === 1 ? 'the file' : `the ${files} files`} in it`)
}

function pathIn(folder: Path, name: Buffer): Path {
  const shown = name.toString()
  if (typeof folder === 'string' && Buffer.from(shown).equals(name)) return join(folder, shown)
  return Buffer.concat([typeof folder === 'string' ? Buffer.from(resolve(folder)) : folder, Buffer.from(sep), name])
}

async function findFile(path: Path, source: string): Promise<Found> {
  const stats = await statOf(path)
  if (stats instanceof Error) return none(source, 'unreadable', `${path} cannot be read: ${reason(stats)}.`)
  if (stats.isFile()) return { kind: 'file', path, source: source.toWellFormed(), stats }
  return none(source, 'no-file', `${path} is ${kindOf(stats)}, not a file; in a folder such are left.`)
}

async function findLink(path: Path, name: string, source: string, top: string): Promise<readonly Found[]> {
  const stats = await statOf(path)
  if (!(stats instanceof Error) && stats.isDirectory()) {
    if (await isWalked(path, top)) return []
    const message = `${path} is a link to a folder, which is not followed; to have it read, name it beside ${top}.`
    return [none(source, 'link-to-folder', message)]
  }
  const why = whyLeft(name)
  if (why !== undefined) return [left(source, why)]
  const isLoose = stats instanceof Error && (stats as NodeJS.ErrnoException).code === 'ENOENT'
  return [isLoose ? none(source, 'unreadable', `${path} cannot be read: it is a link to nothing.`) : await findFile(path, source)]
}

// What lies in the folder itself is read at its own place.
async function isWalked(path: Path, top: string): Promise<boolean> {
  const [real, root] = await Promise.all([realpath(path), realpath(top)]).catch(() => ['', ''])
  const inside = relative(root as string, real as string)
  return real !== '' && !inside.split(sep).some(part => part.startsWith('.')) && !inside.startsWith(sep)
}

function kindOf(stats: Stats): string {
  if (stats.isFIFO()) return 'a pipe'
  return stats.isSocket() ? 'a socket' : 'a device'
}
