/** Lint, types and tests, one after the other; stops at the first that fails. */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const launcher = join(root, 'scripts', 'with-node.mjs')
for (const [name, ...command] of [
  ['lint', '--bin', 'biome', 'check', '.'],
  ['types', '--bin', 'tsc', '-p', '.'],
  ['tests', '--bin', 'vitest', 'run']
]) {
  const { status } = spawnSync(process.execPath, [launcher, ...command], { cwd: root, stdio: 'inherit' })
  if (status === 0) continue
  process.stderr.write(`check: ${name} failed\n`)
  process.exit(1)
}
