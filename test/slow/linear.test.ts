import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Case, excess, growthOf } from '../linear/growth.ts'
import type { Heap } from '../linear/heap.ts'
import { allPatterns, CHOSEN, COUNTING, countingText, type Pattern, textOf } from '../linear/texts.ts'

// So many phrases of each lexicon are tried.
const PHRASES = 3

const caseOf = (pattern: Pattern, small: number, large: number): Case => ({
  name: JSON.stringify(pattern.opening + pattern.unit),
  texts: [textOf(pattern, small), textOf(pattern, large)]
})

// A number takes what a number takes: where every third syllable is one, a character takes more than in any other text.
const MOST_WORK = 320_000

/** What is wrong, by the names of the texts. */
async function failures(cases: readonly Case[]): Promise<Record<string, string[]>> {
  const growths = await growthOf(cases)
  return Object.fromEntries(
    growths.map(growth => [growth.name, excess(growth, MOST_WORK)] as const).filter(([, found]) => found.length > 0)
  )
}

test('every rule’s own words, every mark and list, alone and mixed', { timeout: 3_600_000 }, async () => {
  const patterns = allPatterns(PHRASES)
  expect(patterns.length).toBeGreaterThan(1500)
  const suspected = await failures(patterns.map(p => caseOf(p, 2000, 8000)))
  // What looks back over so many lines or steps at most grows until a text is that long, and then no more.
  const again = patterns.map(p => caseOf(p, 16_000, 64_000)).filter(({ name }) => suspected[name] !== undefined)
  expect(await failures(again)).toEqual({})
})

test('long texts', { timeout: 3_600_000 }, async () => {
  const cases = [
    ...CHOSEN.map(pattern => caseOf(pattern, 40_000, 160_000)),
    ...COUNTING.map(({ name, line }): Case => ({ name, texts: [countingText(line, 40_000), countingText(line, 160_000)] }))
  ]
  expect(await failures(cases)).toEqual({})
})

// Bytes that what is made of a character may hold on to. Ordinary prose: some 60.
const MOST_BYTES = 400

test('a million characters, in a heap of one gigabyte', { timeout: 3_600_000 }, () => {
  const file = fileURLToPath(new URL('../linear/heap.ts', import.meta.url))
  const flags = ['--expose-gc', '--max-old-space-size=1024']
  const { status, stdout } = spawnSync(process.execPath, [...flags, file, '1000000'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  })
  expect(status).toBe(0)
  const heaps = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Heap)
  expect(heaps.length).toBe(CHOSEN.length + COUNTING.length)
  expect(heaps.filter(({ perCharacter }) => perCharacter > MOST_BYTES)).toEqual([])
})
