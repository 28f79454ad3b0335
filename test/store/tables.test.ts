import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DataTable } from '../../src/model/table.ts'
import { packTables, shapeOf, unpackTables } from '../../src/store/packing/tables.ts'
import { ask, folderWith, muctieu } from '../cli/harness.ts'
import { tableArticle } from '../stages/link/table/lines.ts'

const FILES = ['annex.html', 'forest.csv', 'tourism.md']
const folder = () => folderWith(Object.fromEntries(FILES.map(name => [`in/${name}`, readFileSync(`fixtures/tables/${name}`)])))

test('packed tables are unpacked as they were', () => {
  const cell = fc.tuple(
    fc.nat(500),
    fc.nat(99),
    fc.nat(9),
    fc.nat(9),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 9 }),
    fc.boolean()
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 3 }), drawn => {
      let at = 0
      const tables: DataTable[] = drawn.map(cells => ({
        cells: cells.map(([gap, length, row, column, rows, columns, isHeader]) => {
          const start = at + gap
          at = start + length
          return { start, end: at, row, column, rows, columns, isHeader }
        })
      }))
      expect(unpackTables(JSON.parse(JSON.stringify(packTables(tables))) as number[][])).toEqual(tables)
    })
  )
})

test('a text without tables has the shape that it had before there were any', () => {
  expect([shapeOf(false, undefined), shapeOf(true, undefined)]).toEqual([0, 1])
  const tables = [{ cells: [{ start: 0, end: 1, row: 0, column: 0, rows: 1, columns: 1, isHeader: false }] }]
  expect(shapeOf(true, tables) % 2).toBe(1)
  expect(shapeOf(true, tables)).toBe(shapeOf(false, tables) + 1)
  expect(Number.isSafeInteger(shapeOf(true, tables))).toBe(true)
})

test('a dataset of tables is made again from the stored texts alone, and from the files', async () => {
  const dir = folder()
  expect((await muctieu(dir, ['run', 'in', '--db', 'a.sqlite'])).code).toBe(0)
  expect(await muctieu(dir, ['doctor', 'a.sqlite'])).toMatchObject({ code: 0, stdout: 'a.sqlite: all is whole.\n' })
  expect((await muctieu(dir, ['export', '--db', 'a.sqlite', '--to', 'out'])).code).toBe(0)
  expect(ask(dir, "SELECT count(*) AS n FROM targets WHERE deadline = '2030'", 'a.sqlite')[0]).toEqual({ n: 10 })
  for (const from of [
    ['--db', 'a.sqlite'],
    ['--inputs', 'in']
  ]) {
    const verified = await muctieu(dir, ['verify', 'out', ...from])
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringMatching(/REPRODUCED/) })
  }
  expect(await muctieu(dir, ['run', 'in', '--db', 'a.sqlite'])).toMatchObject({ stdout: expect.stringMatching(/0 new, 3 known/) })
})

test.each(['a', 'z'])(
  'one text with cells and without is one article, read as its first source has it: the other is %s.ndjson',
  async name => {
    const { text } = await tableArticle('forest.csv')
    const bare = JSON.stringify({ text })
    const alone = folderWith({ 'in/forest.csv': readFileSync('fixtures/tables/forest.csv'), 'bare/x.ndjson': bare })
    const both = folderWith({ 'in/forest.csv': readFileSync('fixtures/tables/forest.csv'), [`in/${name}.ndjson`]: bare })
    const exported = async (dir: string, input: string) => {
      await muctieu(dir, ['run', input, '--db', `${input}.sqlite`])
      expect((await muctieu(dir, ['export', '--db', `${input}.sqlite`, '--to', `${input}-out`])).code).toBe(0)
      const targets = readFileSync(join(dir, `${input}-out/data/targets.jsonl`), 'utf8')
      return targets.split('\n').length
    }
    const wanted = await exported(alone, name === 'a' ? 'bare' : 'in')
    // The one that does not name the article is stored first.
    await muctieu(both, ['run', name === 'a' ? 'in/forest.csv' : 'in/z.ndjson', '--db', 'in.sqlite'])
    expect(await exported(both, 'in')).toBe(wanted)
    expect(ask(both, 'SELECT count(*) AS n FROM extractions', 'in.sqlite')[0]).toEqual({ n: 2 })
    for (const from of [
      ['--db', 'in.sqlite'],
      ['--inputs', 'in']
    ])
      expect(await muctieu(both, ['verify', 'in-out', ...from])).toMatchObject({ code: 0, stdout: expect.stringMatching(/REPRODUCED/) })
  }
)

test('stored texts are read again with their cells', async () => {
  const dir = folder()
  await muctieu(dir, ['run', 'in', '--db', 'a.sqlite', '--what-if'])
  const goals = ask(dir, "SELECT count(*) AS n FROM records WHERE kind = 'target'", 'a.sqlite')[0]
  await muctieu(dir, ['run', 'in', '--db', 'b.sqlite'])
  await muctieu(dir, ['run', '--stored', '--what-if', '--without', 'quantity/points', '--db', 'b.sqlite'])
  const of = (extraction: string) =>
    ask(dir, `SELECT count(*) AS n FROM records WHERE kind = 'target' AND extraction ${extraction}`, 'b.sqlite')[0]
  expect([of('<= 3'), of('> 3')]).toEqual([goals, goals])
})
