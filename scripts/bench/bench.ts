/**
 * How fast it is, beside chrono-node's Vietnamese dates on the same texts. Each contender runs in a process of its own, in
 * turn with the others, several times; the medians are printed, with the ratios of one run. No assertion: machines differ.
 *
 *   npm run bench                        the bundled corpus
 *   npm run bench -- PATH [...]          what `muctieu extract` would read, a row of results each path
 *   npm run bench -- --compare COMMIT    another commit of this repository beside this one
 *   npm run bench -- --scale             how time grows with the text, the number of articles and of rules
 *   npm run bench -- --floor             what linking costs beside the least that a linker of the same units could do
 *   npm run bench -- --rounds N --json
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { read } from '../../src/stages/read/read.ts'
import { type Checkout, checkoutOf, HERE } from './checkout.ts'
import { floor, type Measures, measure, run, startUp } from './measure.ts'
import { printTable } from './print.ts'
import { scale } from './scale.ts'

// Enough that code runs at full speed for some seconds.
const MOST_BYTES = 8e6

const USAGE = 'npm run bench -- [PATH ...] [--compare COMMIT] [--scale] [--floor] [--rounds N] [--json]'

const { values: given, positionals } = argumentsOf()
const rounds = Number(given.rounds ?? 3)
if (!Number.isInteger(rounds) || rounds < 1) refuse('--rounds takes a whole number from 1 on')
if (given.help === true) {
  process.stdout.write(`${USAGE}\n`)
  process.exit(0)
}

function refuse(why: string): never {
  process.stderr.write(`bench: ${why}: ${USAGE}\n`)
  process.exit(2)
}

function argumentsOf() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        compare: { type: 'string' },
        scale: { type: 'boolean' },
        floor: { type: 'boolean' },
        rounds: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' }
      }
    })
  } catch (e) {
    return refuse((e as Error).message.split('. ')[0] as string)
  }
}

mkdirSync('out', { recursive: true })
const folder = mkdtempSync(join('out', 'bench-'))

/** The texts of one operand, as NDJSON that every contender reads. */
async function textsOf(path: string): Promise<{ readonly name: string; readonly file: string; readonly bytes: number }> {
  const lines: string[] = []
  let bytes = 0
  for await (const result of read([path], { published: null })) {
    if (result.kind !== 'article') continue
    const { text, record } = result.article
    lines.push(JSON.stringify({ id: record.id, published: record.published, text }))
    bytes += Buffer.byteLength(text)
    if (bytes > MOST_BYTES) break
  }
  const name = basename(path)
  const file = join(folder, `${name}.texts.ndjson`)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return { name, file, bytes }
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

/** Runs all contenders in turn, as often as there are rounds, and keeps the median of each measure. */
async function compare(contenders: ReadonlyMap<string, () => Promise<Measures>>): Promise<Map<string, Measures>> {
  const all = new Map<string, Measures[]>()
  for (let round = 0; round < rounds; round++)
    for (const [name, work] of contenders) all.set(name, [...(all.get(name) ?? []), await work()])
  return new Map([...all].map(([name, measured]) => [name, medians(measured)]))
}

function medians(measured: readonly Measures[]): Measures {
  const names = Object.keys(measured[0] ?? {})
  return Object.fromEntries(names.map(name => [name, median(measured.map(m => m[name] ?? Number.NaN))]))
}

async function benchOf(path: string, checkouts: readonly Checkout[]): Promise<object> {
  const { name, file, bytes } = await textsOf(path)
  const contenders = new Map<string, () => Promise<Measures>>([['chrono-node vi', () => measure('chrono', HERE, file)]])
  for (const checkout of checkouts) {
    contenders.set(`extract ${checkout.name}`, () => measure('extract', checkout, file))
    for (const workers of [1, 2]) contenders.set(`run -w ${workers} ${checkout.name}`, () => run(checkout, file, workers, folder))
  }
  const results = await compare(contenders)
  for (const [contender, m] of results) {
    if (m['ms'] !== undefined) m['MB/s'] = bytes / 1e3 / m['ms']
    if (m['db bytes'] !== undefined) m['db / text'] = m['db bytes'] / bytes
    if (contender.startsWith('run -w 2'))
      m['/ -w 1'] = (results.get(contender.replace('-w 2', '-w 1'))?.['ms'] ?? Number.NaN) / (m['ms'] ?? Number.NaN)
    if (contender.startsWith('extract')) m['/ chrono'] = (results.get('chrono-node vi')?.['ms'] ?? Number.NaN) / (m['ms'] ?? Number.NaN)
  }
  return { texts: name, megabytes: bytes / 1e6, results: Object.fromEntries(results) }
}

async function main(): Promise<void> {
  const operands = positionals.length > 0 ? positionals.map(path => resolve(process.env['INIT_CWD'] ?? '.', path)) : ['corpus/articles']
  for (const operand of operands) statSync(operand)
  const other = given.compare === undefined ? undefined : checkoutOf(given.compare, folder)
  try {
    const checkouts = other === undefined ? [HERE] : [HERE, other]
    const tables: object[] = []
    for (const operand of operands) tables.push(await benchOf(operand, checkouts))
    const starts = await compare(new Map(checkouts.map(c => [`start-up ${c.name}`, () => startUp(c)])))
    tables.push({ texts: 'start-up', results: Object.fromEntries(starts) })
    if (given.floor) {
      const { name, file } = await textsOf(operands[0] as string)
      tables.push({ texts: `link of ${name}`, results: { least: await floor(file) } })
    }
    if (given.scale) tables.push(await scale((await textsOf(operands[0] as string)).file))
    if (given.json) process.stdout.write(`${JSON.stringify(tables, null, 2)}\n`)
    else for (const table of tables) printTable(table)
  } finally {
    other?.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
