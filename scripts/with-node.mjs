/**
 * Runs a command on a Node that can run this project (at least 22.18), whatever Node npm was started with.
 * Where the running Node is new enough nothing is fetched; else a Node from the npm registry (a plain package that holds
 * the binary, no install script) is put under node_modules/.node once. Must itself run on Node 18.
 *
 *   node scripts/with-node.mjs FILE [ARG ...]          node FILE ARG ...
 *   node scripts/with-node.mjs --bin NAME [ARG ...]    the package binary NAME, on that node
 *   node scripts/with-node.mjs --here FILE [ARG ...]   FILE, from the folder in which the user typed the command
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeOf } from './nodes.mjs'

const NEEDED = [22, 18]
const FETCHED = '24.21.0'
const root = dirname(dirname(fileURLToPath(import.meta.url)))

const isNewEnough = version => {
  const [major, minor] = version.split('.').map(Number)
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])
}

const fail = message => {
  process.stderr.write(`muctieu: ${message}\n`)
  process.exit(2)
}

/** The path of a usable node binary; fetches one if the running one is too old. */
function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath
  try {
    return nodeOf(FETCHED)
  } catch (error) {
    return fail(`needs Node ${NEEDED.join('.')} or newer: ${error.message}`)
  }
}

/** The JavaScript file behind a package binary, from the package's own package.json. */
function findBin(name) {
  const package_ = { biome: '@biomejs/biome', tsc: 'typescript' }[name] ?? name
  const folder = join(root, 'node_modules', package_)
  if (!existsSync(folder)) fail(`the package ${package_} is not installed: run npm ci first`)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[name])
}

const node = findNode()
const words = process.argv.slice(2)
// npm runs scripts in the checkout; what the user names is meant from where the user is.
const isHere = words[0] === '--here'
const [first, ...rest] = isHere ? words.slice(1) : words
const typedIn = process.env.INIT_CWD
const cwd = isHere && typedIn !== undefined && existsSync(typedIn) ? typedIn : process.cwd()
const file = first === '--bin' ? findBin(rest.shift()) : resolve(root, first)
const child = spawn(node, [file, ...rest], {
  stdio: 'inherit',
  cwd,
  env: {
    // What V8 makes of the sources is kept for the next start; src/commands/compile-cache.ts does so too, but later.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'muctieu'),
    ...process.env,
    PATH: dirname(node) + delimiter + process.env.PATH
  }
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
})
