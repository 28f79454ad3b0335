import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BenchmarkLine, type Lot, parseLot, parseLots } from '../../eval/benchmark/format.ts'
import { UsageError } from '../../model/usage-error.ts'
import type { CommandOption, Io } from '../command.ts'
import { pathOf } from '../operands.ts'

/** A lot with its lines. */
export interface LoadedLot extends Lot {
  readonly lines: readonly BenchmarkLine[]
}

/** `--benchmark`, of everything that reads the annotations. */
export const BENCHMARK_OPTION: CommandOption = {
  flags: '--benchmark <dir>',
  says: 'the folder with lots.json and lots/ (default: benchmark/, else the one that comes with the program)'
}

/** The folder of the benchmark: the one that is named, the one where the command runs, or the program's own. */
export async function benchmarkFolder(named: string | undefined, io: Io): Promise<string> {
  const own = fileURLToPath(new URL('../../../benchmark', import.meta.url))
  const places = named === undefined ? [pathOf('benchmark', io), own] : [pathOf(named, io)]
  for (const place of places) if ((await stat(join(place, 'lots.json')).catch(() => undefined)) !== undefined) return place
  throw new UsageError(`There is no benchmark (lots.json) in ${named ?? places[0]}; name its folder with --benchmark.`)
}

/** The lots of a benchmark, all or some of them. */
export async function loadLots(folder: string, names: readonly string[] | undefined): Promise<readonly LoadedLot[]> {
  const lots = parseLots(await readFile(join(folder, 'lots.json'), 'utf8'))
  if (typeof lots === 'string') throw new UsageError(`${join(folder, 'lots.json')} does not list lots: ${lots}.`)
  for (const name of names ?? [])
    if (!lots.some(l => l.name === name)) throw new UsageError(`There is no lot ${name}; there are ${lots.map(l => l.name).join(', ')}.`)
  const wanted = lots.filter(l => names === undefined || names.includes(l.name))
  return await Promise.all(wanted.map(async lot => ({ ...lot, lines: await linesOf(join(folder, 'lots', `${lot.name}.ndjson`)) })))
}

async function linesOf(file: string): Promise<readonly BenchmarkLine[]> {
  const content = await readFile(file, 'utf8').catch(() => undefined)
  if (content === undefined) throw new UsageError(`${file} cannot be read.`)
  const { lines, problems } = parseLot(content)
  if (problems.length > 0) throw new UsageError(`${file} is no lot: ${problems[0]}.`)
  return lines
}

/** The version of the guidelines that the lots follow, from the heading of GUIDELINES.md; 1 where none says. */
export async function guidelinesVersion(folder: string): Promise<number> {
  const content = await readFile(join(folder, 'GUIDELINES.md'), 'utf8').catch(() => '')
  return Number(/^# .*\bversion (\d+)/im.exec(content)?.[1] ?? 1)
}
