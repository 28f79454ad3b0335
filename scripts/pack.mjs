/**
 * Makes the tarball that is published: installs what is missing, builds, and packs what the package ships with a package.json
 * for its users. npm's own `npm pack` could not build: scripts of packages are switched off (.npmrc).
 *
 *   node scripts/pack.mjs [FOLDER]    FOLDER: where the tarball goes, by default the checkout
 *
 * Must itself run on Node 18.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
// What only a checkout has a use for, and what keeps a checkout from being published as it is.
const OF_CHECKOUT = ['private', 'scripts', 'devDependencies']

/** Runs a command of which only the end matters; its words go to stderr. */
function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (status === 0) return
  process.stderr.write(`muctieu: no tarball was made, ${command} ${args[0]} failed\n`)
  process.exit(1)
}

/** A folder that holds what the package ships, and nothing else. */
function staged() {
  const folder = join(root, 'out', 'package')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  for (const name of manifest.files) cpSync(join(root, name), join(folder, name), { recursive: true })
  for (const name of OF_CHECKOUT) delete manifest[name]
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return { folder, tarball: `${manifest.name}-${manifest.version}.tgz` }
}

if (!existsSync(join(root, 'node_modules', 'typescript'))) run(npm, ['ci'], root)
run(process.execPath, [join(root, 'scripts', 'with-node.mjs'), 'scripts/build.mjs'], root)
const { folder, tarball } = staged()
const destination = resolve(process.argv[2] ?? root)
mkdirSync(destination, { recursive: true })
run(npm, ['pack', '--pack-destination', destination, '--loglevel', 'error'], folder)
const path = join(destination, tarball)
process.stdout.write(`${path} (${Math.round(statSync(path).size / 1000)} kB)\n`)
