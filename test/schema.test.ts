import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonSchemas, lineSchemas, schemaFile } from '../src/commands/schemas.ts'
import { article, folderWith, linesOf, muctieu } from './cli/harness.ts'

test('schema/ holds what the zod schemas say (npm run schema)', () => {
  expect(readdirSync('schema').toSorted()).toEqual([...jsonSchemas().keys()].toSorted())
  for (const [name, schema] of jsonSchemas()) expect(readFileSync(join('schema', name), 'utf8'), name).toBe(schemaFile(schema))
})

test('every line that is printed is of its kind', async () => {
  const folder = folderWith({
    'a.txt': `${article(60)}Năm 2023, Nghị quyết số 12-NQ/TU được ban hành; tỷ lệ đạt 40% và xếp thứ 5 cả nước.\n`
  })
  const { stdout } = await muctieu(folder, ['extract', 'a.txt', '--mentions', '--sentences', '--rejections', '--diagnostics'])
  const schemas = lineSchemas()
  const lines = linesOf(stdout)
  expect(new Set(lines.map(l => l['kind'])).size).toBeGreaterThan(4)
  for (const line of lines) expect(schemas.get(String(line['kind']))?.safeParse(line).error?.issues ?? [], JSON.stringify(line)).toEqual([])
})
