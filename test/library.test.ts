import { expect, test } from 'vitest'
import * as library from '../src/index.ts'
import { articleOf, extract, UsageError } from '../src/index.ts'
import { article, folderWith, line, linesOf, muctieu } from './cli/harness.ts'

test('the library has these doors and no others', () => {
  expect(Object.keys(library).toSorted()).toEqual(['UsageError', 'articleOf', 'extract'])
})

test('it reads what the command reads', async () => {
  const fields = { id: 'x', url: 'https://example.vn/x', title: 'Rừng', published: '2024-05-06', text: article(60) }
  const printed = linesOf((await muctieu(folderWith(), ['extract', '-'], { input: line(fields) })).stdout)
  const { records } = extract(await articleOf(fields))
  expect(records).toEqual(printed.slice(1))
})

test('it refuses what is no article', async () => {
  await expect(articleOf({ text: ' \n' })).rejects.toThrow(UsageError)
  await expect(articleOf({ text: 'a', published: 'yesterday' })).rejects.toThrow(UsageError)
})
