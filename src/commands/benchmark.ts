import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BenchmarkLine } from '../eval/benchmark/format.ts'
import { spansOf } from '../eval/benchmark/format.ts'
import { UsageError } from '../model/usage-error.ts'
import { BENCHMARK_OPTION, benchmarkFolder, type LoadedLot, loadLots } from './benchmark/load.ts'
import { fewSentences, findTexts } from './benchmark/texts.ts'
import type { Command, ExitCode } from './command.ts'
import { JSON_OPTION, pathOf, pathsOf } from './operands.ts'
import { several } from './option-values.ts'

interface CheckOptions {
  readonly benchmark?: string
  readonly lot?: readonly string[]
  readonly missing?: true
  readonly to?: string
  readonly json?: true
}

/** A lot and which of its texts are there. */
interface CheckedLot {
  readonly lot: LoadedLot
  readonly found: readonly BenchmarkLine[]
  readonly missing: readonly BenchmarkLine[]
  /** Texts in which an annotation would stand outside. */
  readonly misplaced: readonly BenchmarkLine[]
}

const check: Command = {
  name: 'check',
  summary: 'say which texts of the benchmark are among given ones, by hash',
  notes:
    'Texts are known by the SHA-256 of their text in NFC, so that it does not matter where they were got from; a sentence is found in its article, where that is known. Folders are looked through whole. Ends with 1 when some are missing.',
  operands: [{ name: '<path...>', says: 'files and folders with texts' }],
  options: [
    { flags: '--missing', says: 'list what is missing, with its address' },
    { flags: '--to <dir>', says: 'write the texts found there as SHA256.txt, with texts.tsv, for other systems to read' },
    { flags: '--lot <name>', says: 'only this lot (may be repeated)', parse: several },
    BENCHMARK_OPTION,
    JSON_OPTION
  ],
  examples: [
    ['benchmark check articles.ndjson', 'how many texts of each lot are among these'],
    ['benchmark check texts --missing', 'the addresses of those that are not'],
    ['benchmark check texts --lot lot9 --to out/lot9', 'the texts of one lot, a file each']
  ],
  async run(operands, given, io): Promise<ExitCode> {
    const options = given as unknown as CheckOptions
    const lots = await loadLots(await benchmarkFolder(options.benchmark, io), options.lot)
    const lines = lots.flatMap(l => l.lines)
    const problems: string[] = []
    const texts = await findTexts(pathsOf(operands, io), lines, sentence => problems.push(sentence))
    for (const sentence of fewSentences(problems)) await io.stderr.write(`muctieu: ${sentence}\n`)
    const checked = lots.map(lot => checkedLot(lot, texts))
    if (options.to !== undefined) await writeTexts(pathOf(options.to, io), lines, texts)
    if (options.json) await io.data.write(toJson(checked))
    else await io.stdout.write(toText(checked, options.missing === true))
    if (texts.size === 0) throw new UsageError('None of the texts of the benchmark is there.')
    return checked.some(c => c.missing.length > 0 || c.misplaced.length > 0) ? 1 : 0
  }
}

/** `muctieu benchmark`: the annotations and the texts they are of. */
export const benchmarkCommand: Command = {
  name: 'benchmark',
  summary: 'find the texts of the open benchmark',
  subcommands: [check],
  examples: [['benchmark check articles.ndjson', 'which texts of the benchmark are among these']]
}

function checkedLot(lot: LoadedLot, texts: ReadonlyMap<string, string>): CheckedLot {
  const found = lot.lines.filter(l => texts.has(l.sha256))
  return {
    lot,
    found,
    missing: lot.lines.filter(l => !texts.has(l.sha256)),
    misplaced: found.filter(l => spansOf(l).some(s => s.start >= s.end || s.end > texts.get(l.sha256)!.length))
  }
}

function toText(checked: readonly CheckedLot[], listsMissing: boolean): string {
  const width = Math.max(...checked.map(c => c.lot.name.length))
  const rows = checked.map(({ lot, found, missing, misplaced }) => {
    const odd = misplaced.length === 0 ? '' : `, ${misplaced.length} with annotations outside of them`
    return `${lot.name.padEnd(width)}  ${found.length} of ${lot.lines.length} ${lot.unit}${missing.length === 0 ? '' : `, ${missing.length} missing`}${odd}\n`
  })
  const lists = checked.flatMap(({ lot, missing }) =>
    missing.map(l => `${lot.name}  ${l.article}  ${l.sha256}  ${l.published ?? '—'}  ${l.url ?? '—'}\n`)
  )
  return listsMissing && lists.length > 0 ? `${rows.join('')}\n${lists.join('')}` : rows.join('')
}

function toJson(checked: readonly CheckedLot[]): string {
  const about = ({ article, sha256, url, published, source }: BenchmarkLine) => ({ article, sha256, url, published, source })
  const lots = checked.map(({ lot, found, missing, misplaced }) => ({
    name: lot.name,
    texts: lot.lines.length,
    found: found.map(about),
    missing: missing.map(about),
    misplaced: misplaced.map(about)
  }))
  return `${JSON.stringify({ lots }, null, 1)}\n`
}

/** Each text in a file named by its hash, and what a system needs to know beside it. */
async function writeTexts(folder: string, lines: readonly BenchmarkLine[], texts: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true })
  const published = new Map(lines.map(l => [l.sha256, l.published ?? '']))
  for (const [hash, text] of texts) await writeFile(join(folder, `${hash}.txt`), text)
  const rows = [...texts.keys()].toSorted().map(hash => `${hash}\t${published.get(hash) ?? ''}\n`)
  await writeFile(join(folder, 'texts.tsv'), `sha256\tpublished\n${rows.join('')}`)
}
