import { readFile, writeFile } from 'node:fs/promises'
import { delimiter } from 'node:path'
import { LISTS } from '../../eval/benchmark/format.ts'
import { type Gate, gateOf } from '../../eval/benchmark/gate.ts'
import { measuresFor } from '../../eval/benchmark/measures.ts'
import { resultsPage } from '../../eval/benchmark/page.ts'
import { parseResults, type Result, resultsWith } from '../../eval/benchmark/results.ts'
import { gateInWords, renderResult } from '../../eval/benchmark/table.ts'
import { UsageError } from '../../model/usage-error.ts'
import { BENCHMARK_OPTION, benchmarkFolder, guidelinesVersion, type LoadedLot, loadLots } from '../benchmark/load.ts'
import { readOurselves, resultOf, type ScoredLot, scoreSystem } from '../benchmark/scoring.ts'
import { loadSystem, type SystemOutput } from '../benchmark/systems.ts'
import { fewSentences, findTexts } from '../benchmark/texts.ts'
import type { Command, ExitCode, Io } from '../command.ts'
import { JSON_OPTION, pathOf, pathsOf } from '../operands.ts'
import { several } from '../option-values.ts'

interface BenchmarkOptions {
  readonly texts?: readonly string[]
  readonly benchmark?: string
  readonly system?: readonly string[]
  readonly lot?: readonly string[]
  readonly json?: true
  readonly keep?: string
  readonly page?: string
  readonly gate?: string
}

/** The variable that says where the texts are, for who does not name them. */
export const TEXTS_VARIABLE = 'MUCTIEU_BENCHMARK_TEXTS'

export const evalBenchmark: Command = {
  name: 'benchmark',
  summary: 'score this version, or another system, on the open benchmark',
  notes: `The benchmark holds no texts: --texts (or the variable ${TEXTS_VARIABLE}) says where they are, and those that are found are scored, by lot and pooled, unseen and seen lots apart. --system wants two values: a name and the system's output, which is NDJSON {"sha256", "dates": [{"start","end","edtf"}], "quantities": [{"start","end","low","high","status"?, …}], …} in the format of the benchmark, or what the system printed where the name begins with chrono-node, duckling, heideltime or grobid-quantities: a folder of SHA256.json or SHA256.xml, or NDJSON {"sha256", "output"}. Of muctieu@COMMIT it is what extract --mentions printed. A system is scored for what it reads.`,
  options: [
    { flags: '--texts <path...>', says: 'files and folders with the texts', parse: several },
    { flags: '--system <name-and-output...>', says: "score this output of a system, not this version's", parse: several },
    { flags: '--lot <name>', says: 'only this lot (may be repeated)', parse: several },
    BENCHMARK_OPTION,
    { flags: '--keep <file>', says: 'keep the results in this file, with those of other versions' },
    { flags: '--page <file>', says: 'write a page of all kept results (wants --keep)' },
    { flags: '--gate <file>', says: 'end with 1 when a pooled unseen score is below the newest kept one by more than its interval' },
    JSON_OPTION
  ],
  examples: [
    ['eval benchmark --texts articles.ndjson', 'this version on those texts of the benchmark that are there'],
    ['eval benchmark --texts texts --lot lot8 --lot lot9 --json', 'two lots, for a program'],
    ['eval benchmark --texts texts --system duckling answers', 'what Duckling answered, a file for each text'],
    ['eval benchmark --texts texts --gate benchmark/results.json', 'fail when an unseen score fell']
  ],
  async run(_operands, given, io): Promise<ExitCode> {
    const options = given as unknown as BenchmarkOptions
    checkOptions(options)
    const folder = await benchmarkFolder(options.benchmark, io)
    const lots = await loadLots(folder, options.lot)
    const tell = (sentence: string): void => void io.stderr.write(`muctieu: ${sentence}\n`)
    const texts = await textsOf(options, lots, io, tell)
    if (texts.size === 0) {
      // Who has no texts has nothing that could have fallen.
      tell('None of the texts of the benchmark is there: nothing was compared.')
      return 0
    }
    const systems = await systemsOf(options, lots, texts, io, tell)
    const about = { day: io.now().toISOString().slice(0, 10), guidelines: await guidelinesVersion(folder) }
    const scored = systems.map(system => ({ system, lots: scoreSystem(lots, texts, system) }))
    const results = scored.map(s => resultOf(s.system, s.lots, about))
    const gates = options.gate === undefined ? [] : [await gated(options.gate, scored[0]!, io)]
    if (options.keep !== undefined) await keep(options, results, folder, io)
    if (options.json) await io.data.write(`${JSON.stringify({ results, gates }, null, 1)}\n`)
    else await io.stdout.write(results.map(renderResult).join('\n'))
    for (const sentence of gates.flatMap(gateInWords)) tell(sentence)
    return gates.some(g => g.falls.length > 0) ? 1 : 0
  }
}

function checkOptions({ system = [], keep, page, gate, lot }: BenchmarkOptions): void {
  if (system.length % 2 === 1) throw new UsageError('--system wants a name and the output of that system.')
  if (page !== undefined && keep === undefined) throw new UsageError('--page shows what is kept: name the file with --keep.')
  if (keep !== undefined && lot !== undefined) throw new UsageError('Kept results are of all lots: leave out --lot.')
  if (gate !== undefined && system.length > 0) throw new UsageError('--gate compares this version: leave out --system.')
}

async function textsOf(
  options: BenchmarkOptions,
  lots: readonly LoadedLot[],
  io: Io,
  tell: (sentence: string) => void
): Promise<ReadonlyMap<string, string>> {
  const named = options.texts ?? io.env[TEXTS_VARIABLE]?.split(delimiter).filter(path => path !== '') ?? []
  if (named.length === 0) throw new UsageError(`Say where the texts are, with --texts or the variable ${TEXTS_VARIABLE}.`)
  const lines = lots.flatMap(l => l.lines)
  const problems: string[] = []
  const texts = await findTexts(pathsOf(named, io), lines, sentence => problems.push(sentence)).catch((error: unknown) => {
    // A folder without texts is no reason for a gate to stay shut.
    if (options.gate === undefined || !(error instanceof UsageError)) throw error
    problems.push(...error.sentences)
    return new Map<string, string>()
  })
  for (const sentence of fewSentences(problems)) tell(sentence)
  if (texts.size === 0 && options.gate === undefined)
    throw new UsageError('None of the texts of the benchmark is there; "muctieu benchmark check" lists them.')
  return texts
}

async function systemsOf(
  { system = [] }: BenchmarkOptions,
  lots: readonly LoadedLot[],
  texts: ReadonlyMap<string, string>,
  io: Io,
  tell: (sentence: string) => void
): Promise<readonly SystemOutput[]> {
  if (system.length === 0) return [await readOurselves(lots, texts, tell)]
  const systems: SystemOutput[] = []
  for (let i = 0; i < system.length; i += 2) {
    const loaded = await loadSystem(system[i]!, system[i + 1]!, io, texts)
    for (const sentence of fewSentences(loaded.problems)) tell(sentence)
    if (loaded.outputs.size === 0) throw new UsageError(`${system[i + 1]} has nothing of ${system[i]} about any of these texts.`)
    const annotated = lots.flatMap(l => l.lines).filter(line => LISTS.some(list => list in line && loaded.claims.has(list)))
    const wanted = new Set(annotated.map(line => line.sha256).filter(hash => texts.has(hash)))
    const left = [...wanted].filter(hash => !loaded.outputs.has(hash)).length
    if (left > 0) tell(`${system[i]} says nothing of ${left} of ${wanted.size} texts: what is in them counts as missed.`)
    systems.push(loaded)
  }
  return systems
}

async function keep({ keep: file, page }: BenchmarkOptions, added: readonly Result[], folder: string, io: Io): Promise<void> {
  const path = pathOf(file!, io)
  const { results, content } = resultsWith(await keptIn(path, file!, true), added)
  await writeFile(path, content)
  if (page !== undefined) await writeFile(pathOf(page, io), resultsPage(await loadLots(folder, undefined), results))
}

async function keptIn(path: string, shown: string, mayBeNew: boolean): Promise<readonly Result[]> {
  const content = await readFile(path, 'utf8').catch(() => undefined)
  if (content === undefined && mayBeNew) return []
  if (content === undefined) throw new UsageError(`The results ${shown} cannot be read; --keep writes them.`)
  const results = parseResults(content)
  if (typeof results === 'string') throw new UsageError(`${shown} holds no results: ${results}.`)
  return results
}

async function gated(
  file: string,
  { system, lots }: { readonly system: SystemOutput; readonly lots: readonly ScoredLot[] },
  io: Io
): Promise<Gate> {
  const kept = (await keptIn(pathOf(file, io), file, false)).findLast(r => /^muctieu\b/.test(r.system))
  if (kept === undefined) throw new UsageError(`${file} holds no results of this program.`)
  const scored = lots.map(({ lot, texts }) => ({ name: lot.name, isSeen: lot.seen, isWhole: texts.length === lot.lines.length, texts }))
  return gateOf(kept, scored, measuresFor(system.claims))
}
