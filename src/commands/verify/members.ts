import { lstatSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'

/**
 * The file that a name within a dataset stands for, as a path of this machine; undefined where there is none. A name that
 * leads out of the folder, a link and anything that is no plain file (a pipe, a device) stand for none: what others
 * wrote decides neither what is read outside nor how long it takes.
 */
export function memberOf(folder: string, name: string): string | undefined {
  if (!isInside(name)) return undefined
  let path = folder
  const parts = name.split('/')
  for (const [i, part] of parts.entries()) {
    path = join(path, part)
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (stats === undefined || !(i === parts.length - 1 ? stats.isFile() : stats.isDirectory())) return undefined
  }
  return path
}

/** Whether a `/`-separated name stays in the folder that it is meant in, on every machine. */
export function isInside(name: string): boolean {
  return !name.includes('\0') && !name.includes(sep === '\\' ? '\\' : '\0') && name.split('/').every(part => !/^\.{0,2}$/.test(part))
}

/** Everything in a dataset that is no folder, `/`-separated, by name; `isFile` is false for links, pipes and the like. */
export function entriesIn(folder: string): { readonly name: string; readonly isFile: boolean }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => ({
      name: join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
      isFile: entry.isFile()
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
