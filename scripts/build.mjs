/** Compiles src/ to dist/ as the package ships it: JavaScript, declarations, data files, and the ruleset written down. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.mjs'
import { keepDeclarations } from './declarations.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
// The others run in a browser, and know other globals.
for (const project of ['tsconfig.build.json', 'src/review/client/tsconfig.build.json', 'src/report/client/tsconfig.build.json']) {
  const compiled = spawnSync(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' })
  if (compiled.status !== 0) process.exit(compiled.status ?? 1)
}

keepDeclarations(dist, 'index.d.ts')

// What is no source and no data that sources import.
cpSync(join(root, 'src'), dist, { recursive: true, filter: path => !/\.(?:ts|json)$/.test(path) })

await bundle(root, dist)

const { rulesetOfSources } = await import('../src/commands/ruleset/load.ts')
const ruleset = rulesetOfSources(join(root, 'src'))
writeFileSync(join(dist, 'ruleset.json'), `${JSON.stringify(ruleset)}\n`)
chmodSync(join(root, 'bin', 'muctieu.mjs'), 0o755)
process.stdout.write(`dist/ built, ruleset ${ruleset.hash.slice(0, 12)}\n`)
