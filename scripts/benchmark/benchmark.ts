/**
 * Measures this version and chrono-node on the benchmark, keeps both in benchmark/results.json, and writes docs/benchmark.md.
 *
 *   npm run benchmark -- --texts PATH…
 *   npm run benchmark -- --gate [--texts PATH…]   compares only: fails when an unseen score fell by more than its interval
 *
 * Without --texts they are looked for in MUCTIEU_BENCHMARK_TEXTS, then in a folder `shared` beside the project.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { main } from '../../src/cli.ts'
import { loadLots } from '../../src/commands/benchmark/load.ts'
import { plainIo } from '../plain-io.ts'
import { writeChronoNode } from './chrono-node.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const RESULTS = 'benchmark/results.json'
const PAGE = 'docs/benchmark.md'
const CHRONO = 'out/benchmark/chrono-node.ndjson'

const argv = process.argv.slice(2)
const isGate = argv[0] === '--gate'
const texts = textsOf(argv.slice(isGate ? 1 : 0))
if (texts.length === 0 && isGate) {
  process.stdout.write('The texts of the benchmark are not here: nothing was compared.\n')
} else if (texts.length === 0) {
  process.stderr.write('Say where the texts are: npm run benchmark -- --texts PATH…\n')
  process.exitCode = 2
} else process.exitCode = isGate ? await gate() : await measure()

/** The texts that are named, that a variable names, or that lie beside the project. */
function textsOf([option, ...paths]: readonly string[]): readonly string[] {
  if (option === '--texts') return paths
  const named = process.env['MUCTIEU_BENCHMARK_TEXTS']?.split(delimiter).filter(path => path !== '') ?? []
  const beside = ['gold', 'data'].map(name => join(root, '..', 'shared', name)).filter(path => existsSync(path))
  return named.length > 0 ? named : beside
}

/** Compares the lots that this version has not seen with the newest kept result; says why where there is nothing to compare. */
async function gate(): Promise<number> {
  const unseen = (await loadLots(join(root, 'benchmark'), undefined)).filter(lot => !lot.seen).map(lot => lot.name)
  if (unseen.length === 0 || !existsSync(join(root, RESULTS))) {
    process.stdout.write('No lot is unseen, or no result is kept: nothing was compared.\n')
    return 0
  }
  return await muctieu(['--texts', ...texts, ...unseen.flatMap(name => ['--lot', name]), '--gate', RESULTS])
}

async function measure(): Promise<number> {
  const own = await muctieu(['--texts', ...texts, '--keep', RESULTS])
  if (own !== 0) return own
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/chrono-node/package.json'), 'utf8')) as { version: string }
  mkdirSync(join(root, 'out/benchmark'), { recursive: true })
  await writeChronoNode(join(root, 'benchmark'), texts, join(root, CHRONO))
  return await muctieu(['--texts', ...texts, '--system', `chrono-node ${version}`, CHRONO, '--keep', RESULTS, '--page', PAGE])
}

function muctieu(args: readonly string[]): Promise<number> {
  return main(
    ['eval', 'benchmark', ...args],
    plainIo(root, text => void process.stdout.write(text))
  )
}
