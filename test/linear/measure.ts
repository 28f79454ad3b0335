/**
 * Measures how the work on texts grows with their length, in a process of its own: what is counted is every block of code
 * that runs, and what built-in functions go over. No clock: the same text gives the same figures on every machine.
 *
 * Reads lines of JSON `{ "name", "texts": [small, large] }`; writes for each a line with a `Growth`.
 */
import { createInterface } from 'node:readline'
import { countBuiltIns } from './built-ins.ts'
import { countBlocks, takeBlocks } from './coverage.ts'

/** How the work on a text grew with its length. */
export interface Growth {
  readonly name: string
  /** Work per character of the larger text. */
  readonly perCharacter: number
  /** The functions, built-in ones too, that take part in the work on the larger text: their share, and by which power they grew. */
  readonly parts: readonly { readonly where: string; readonly share: number; readonly power: number }[]
}

// What takes part in less than this share of the work is not told of.
const LEAST_SHARE = 0.002

countBlocks()
const builtIns = countBuiltIns()
const { articleOf, extract } = await import('../../src/index.ts')
const { textPart } = await import('../../src/stages/read/text.ts')
const { nearDuplicates } = await import('../../src/text/near-duplicates.ts')

const NEWS = await articleOf({ text: 'Tin trong ngày', published: '2024-05-01' })

/** Everything that is done with a text, from the bytes of its file to its records and its copies. */
async function readThrough(text: string): Promise<void> {
  await textPart(new TextEncoder().encode(text), 'text.txt')
  // Its language and its quality; whatever they are, it is read as news.
  if (text.trim() !== '') await articleOf({ text })
  extract({ text, titleIsText: false, record: { ...NEWS.record, chars: text.length } })
  nearDuplicates([
    { id: 'a', text, published: null },
    { id: 'b', text: `${text}.`, published: null }
  ])
}

async function workOn(text: string): Promise<ReadonlyMap<string, number>> {
  takeBlocks()
  builtIns.clear()
  await readThrough(text)
  const counted = new Map(builtIns)
  return new Map([...takeBlocks(), ...counted])
}

const sum = (work: ReadonlyMap<string, number>): number => [...work.values()].reduce((a, b) => a + b, 0)

async function growthOf(name: string, [small, large]: readonly [string, string]): Promise<Growth> {
  // What is made once and kept is made before.
  await readThrough(small)
  const [before, after] = [await workOn(small), await workOn(large)]
  const total = sum(after)
  const ratio = Math.log(large.length / small.length)
  const parts = [...after]
    .map(([where, work]) => ({ where, share: work / total, power: Math.log(work / (before.get(where) ?? work)) / ratio }))
    .filter(part => part.share > LEAST_SHARE)
    .sort((a, b) => b.share - a.share)
  return { name, perCharacter: Math.round(total / large.length), parts }
}

for await (const line of createInterface({ input: process.stdin })) {
  const { name, texts } = JSON.parse(line) as { readonly name: string; readonly texts: readonly [string, string] }
  process.stdout.write(`${JSON.stringify(await growthOf(name, texts))}\n`)
}
