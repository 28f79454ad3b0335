/** The declarations that the package ships: those that its door leads to. */
import { readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// What a declaration names of its own package, in `from '…'` and `import('…')`.
const NAMED = /(?<=\bfrom ['"]|\bimport\(['"])\.[^'"]+(?=['"])/g

/** Deletes the declarations of a folder that nothing on the way from `entry` names; those that stay name files as JavaScript does. */
export function keepDeclarations(folder, entry) {
  const kept = new Set([join(folder, entry)])
  for (const path of kept) {
    const text = readFileSync(path, 'utf8')
    for (const [name] of text.matchAll(NAMED)) kept.add(join(dirname(path), name).replace(/\.[jt]s$/, '.d.ts'))
    writeFileSync(
      path,
      text.replace(NAMED, name => name.replace(/\.ts$/, '.js'))
    )
  }
  prune(folder, kept)
}

/** Deletes declarations that are not kept, and the folders that are empty then. */
function prune(folder, kept) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) prune(path, kept)
    else if (path.endsWith('.d.ts') && !kept.has(path)) rmSync(path)
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}
