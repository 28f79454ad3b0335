import { statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutLines } from '../../src/commands/work/cut-lines.ts'
import { checkPlan, MOST_ARTICLES, planOf } from '../../src/commands/work/plan.ts'
import { foundOf, type ShardReference } from '../../src/commands/work/reference.ts'
import { halvesOf } from '../../src/commands/work/source.ts'
import { findFiles } from '../../src/stages/read/operands.ts'
import { type ReadResult, readInputs } from '../../src/stages/read/read.ts'
import type { ShardPlan } from '../../src/store/postgres/shards.ts'
import { article, folderWith, line } from '../cli/harness.ts'

const OPTIONS = { published: null }
const MOST = { articles: 3, bytes: 4_000 }

async function planIn(folder: string, most = MOST): Promise<readonly ShardPlan[]> {
  const found = await findFiles([folder])
  return await planOf(
    found.filter(one => one.kind === 'file'),
    most
  )
}

async function read(reference: unknown): Promise<readonly ReadResult[]> {
  const results: ReadResult[] = []
  for await (const result of readInputs((reference as ShardReference).inputs.map(foundOf), OPTIONS)) results.push(result)
  return results
}

/** All that the shards give, one behind the other. */
async function all(shards: readonly Pick<ShardPlan, 'reference'>[]): Promise<readonly ReadResult[]> {
  return (await Promise.all(shards.map(({ reference }) => read(reference)))).flat()
}

async function whole(folder: string): Promise<readonly ReadResult[]> {
  const results: ReadResult[] = []
  for await (const result of readInputs(await findFiles([folder]), OPTIONS)) results.push(result)
  return results
}

/** A line of an article, one that is none, or a blank one. */
const someLine = fc.oneof(
  { weight: 5, arbitrary: fc.nat(99).map(n => line({ id: n, text: article(n) })) },
  { weight: 1, arbitrary: fc.constantFrom('{"bad"\n', '\n', '  \r\n', '{"id":1}\n') }
)

test('shards give what their files give as a whole, in order, whatever lines there are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someLine, { maxLength: 15 }), fc.boolean(), async (lines, isOpen) => {
      const text = lines.join('')
      const folder = folderWith({ 'a.txt': article(200), 'news.ndjson': isOpen ? text.replace(/\n$/, '') : text, 'z.txt': article(201) })
      expect(await all(await planIn(folder))).toEqual(await whole(folder))
    }),
    { numRuns: 40, seed: 18 }
  )
})

test('a plan is the same for the same files, and no shard is larger than it may be', async () => {
  const folder = folderWith({ 'news.ndjson': Array.from({ length: 20 }, (_, n) => line({ id: n, text: article(n) })).join('') })
  const plan = await planIn(folder)
  expect(await planIn(folder)).toEqual(plan)
  expect(plan.map(({ articles }) => articles)).toEqual([3, 3, 3, 3, 3, 3, 2])
  expect((await planIn(folder, { articles: 100, bytes: 700 })).every(({ bytes }) => bytes <= 1_000)).toBe(true)
  expect(JSON.stringify(plan)).not.toContain('rừng')
})

test('halves give what the shard gave, down to single articles', async () => {
  const lines = Array.from({ length: 7 }, (_, n) => line({ id: n, text: article(n) })).join('')
  const folder = folderWith({ 'a.txt': article(200), 'news.ndjson': lines, 'z.txt': article(201) })
  let shards: readonly Pick<ShardPlan, 'reference' | 'articles' | 'bytes'>[] = await planIn(folder)
  const expected = await all(shards)
  for (let round = 0; round < 4; round++)
    shards = shards.flatMap(shard => halvesOf({ ...shard, run: 1, number: 0, parent: null, state: 'planned' }) ?? [shard])
  expect(shards.map(({ articles }) => articles)).toEqual(Array(9).fill(1))
  expect(await all(shards)).toEqual(expected)
})

test('a file that changed since it was planned is told', async () => {
  const folder = folderWith({ 'news.ndjson': Array.from({ length: 9 }, (_, n) => line({ id: n, text: article(n) })).join('') })
  const [shard] = (await planIn(folder)) as readonly [ShardPlan, ...ShardPlan[]]
  const other = folderWith({ 'news.ndjson': Array.from({ length: 9 }, (_, n) => line({ id: 9 - n, text: article(n) })).join('') })
  const moved = { inputs: (shard.reference as ShardReference).inputs.map(input => ({ ...input, path: join(other, 'news.ndjson') })) }
  const codes = (await read(moved)).flatMap(result => (result.kind === 'failure' ? [result.diagnostic.code] : []))
  expect(codes).toEqual(['read/changed'])
})

test('what is packed, of UTF-16 or no NDJSON at all is left whole', async () => {
  const lines = line({ id: 1, text: article(1) }).repeat(9)
  const folder = folderWith({
    'wide.ndjson': Buffer.from(`\ufeff${lines}`, 'utf16le'),
    'text.ndjson': article(1).repeat(9),
    'marked.ndjson': `\ufeff${lines}`
  })
  const cuts = async (name: string): Promise<number> =>
    (await cutLines({ path: join(folder, name), stats: statSync(join(folder, name)) }, MOST)).length
  expect([await cuts('wide.ndjson'), await cuts('text.ndjson'), await cuts('marked.ndjson')]).toEqual([0, 0, 3])
})

test('a run of more articles than anybody could end is refused before it begins', () => {
  const shards = Array.from({ length: MOST_ARTICLES / 200 }, () => ({ articles: 200 }))
  expect(() => checkPlan(shards)).not.toThrow()
  expect(() => checkPlan([...shards, { articles: 1 }])).toThrow('These are 10000001 articles, and a run takes 10000000 at most')
})
