/**
 * Tells what the heap holds of long hostile texts, in a process of its own: `node --expose-gc heap.ts LENGTH` writes a line of
 * JSON, a `Heap`, for each text.
 */
import { articleOf, extract } from '../../src/index.ts'
import { CHOSEN, COUNTING, countingText, textOf } from './texts.ts'

/** Bytes held on to by what was made of a text, for each of its characters. */
export interface Heap {
  readonly name: string
  readonly perCharacter: number
}

const length = Number(process.argv[2])
const NEWS = await articleOf({ text: 'Tin trong ngày', published: '2024-05-01' })

function used(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

function heapOf(name: string, text: string): Heap {
  const before = used()
  const extraction = extract({ text, titleIsText: false, record: { ...NEWS.record, chars: text.length } })
  const held = used() - before
  return { name, perCharacter: extraction.sentences.length < 0 ? 0 : Math.round(held / text.length) }
}

// Tables of fixed size are made before.
for (const { line } of COUNTING) extract({ ...NEWS, text: countingText(line, 20_000) })
const cases = [
  ...CHOSEN.map(pattern => ({ name: JSON.stringify(pattern.unit), text: () => textOf(pattern, length) })),
  ...COUNTING.map(({ name, line }) => ({ name, text: () => countingText(line, length) }))
]
for (const { name, text } of cases) process.stdout.write(`${JSON.stringify(heapOf(name, text()))}\n`)
