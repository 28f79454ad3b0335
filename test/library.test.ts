import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
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

const TAKES = 'articleOf takes { text, id, url, title, published }'

test.each([
  [undefined, `${TAKES}, of which only text must be there; this is undefined.`],
  ['Rừng', `${TAKES}, of which only text must be there; this is the string "Rừng".`],
  [['Rừng'], `${TAKES}, of which only text must be there; this is an array.`],
  [{ title: 'Rừng' }, `${TAKES}, which are strings; text is undefined.`],
  [{ text: Buffer.from('Rừng') }, `${TAKES}, which are strings; text is an object.`],
  [{ text: 'Rừng', id: 7 }, `${TAKES}, which are strings; id is 7.`],
  [{ text: 'Rừng', published: new Date(0) }, `${TAKES}, which are strings; published is a Date (say its ISO string).`],
  [{ text: 'Rừng', date: '2024-05-06', site: 'a' }, `${TAKES}; it knows no date, site.`],
  [{ text: 'Rừng', published: '6/5/2024' }, 'articleOf: published is the string "6/5/2024", which is no date in ISO 8601.']
])('wrong use is told in one sentence: %j', async (input, sentence) => {
  const failure = await articleOf(input as never).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(UsageError)
  expect((failure as UsageError).sentences).toEqual([sentence])
})

test('extract says what it takes too', () => {
  expect(() => extract(articleOf({ text: 'a' }) as never)).toThrow('extract takes an article: await what articleOf gives.')
  expect(() => extract('Rừng' as never)).toThrow('extract takes an article, as articleOf makes it of a text; this is the string "Rừng".')
  expect(() => extract(null as never)).toThrow(UsageError)
})

test('what is not known of a text may be null, as in NDJSON', async () => {
  const { record } = await articleOf({ text: article(60), id: null, url: null, title: null, published: null })
  expect(record).toEqual((await articleOf({ text: article(60) })).record)
})

describe.each(['README.md', 'README.vi.md'])('the library in %s', document => {
  const code = /^```js\n([\s\S]*?)^```$/m.exec(readFileSync(document, 'utf8'))?.[1] as string

  test('is ten lines of code', () => {
    const lines = code.split('\n').filter(shown => shown.trim() !== '' && !shown.startsWith('//'))
    expect(lines.length).toBeLessThanOrEqual(10)
    expect(code).toContain("from 'muctieu'")
  })

  test('prints what it says it prints', async () => {
    const file = join(folderWith(), 'shown.ts')
    writeFileSync(file, code.replace("'muctieu'", JSON.stringify(pathToFileURL('src/index.ts').href)))
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [file])
    expect(stderr).toBe('')
    expect(stdout.trim().split('\n')).toEqual([...code.matchAll(/^\/\/ (.+)$/gm)].map(m => m[1]))
  })
})
