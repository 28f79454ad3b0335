import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ask, folderWith, muctieu } from '../cli/harness.ts'

test('what is stored of the corpus, eight records in a thousand characters, takes less than 6.5 times its text', async () => {
  const folder = folderWith()
  await muctieu(folder, ['run', resolve('corpus/articles'), '--db', 'a.sqlite'])
  const [sizes] = ask<{ text: number; all: number }>(
    folder,
    `SELECT (SELECT sum(length(CAST(text AS BLOB))) FROM texts) AS text,
       (SELECT sum(payload) FROM dbstat WHERE name NOT GLOB 'ruleset*' AND name <> 'sqlite_schema' AND name NOT GLOB '*terms*') AS "all"`,
    'a.sqlite'
  )
  expect(sizes?.text).toBeGreaterThan(100_000)
  expect((sizes?.all ?? 0) / (sizes?.text ?? 1)).toBeLessThan(6.5)
})
