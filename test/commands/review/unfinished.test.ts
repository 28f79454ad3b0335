import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { RUN_SEAL, registerSeal } from '../../../src/store/seals.ts'
import { folderWith, many, muctieu } from '../../cli/harness.ts'
import { serving } from './serving.ts'
import { said } from './two-runs.ts'

test('a review and a report of a run that did not come to its end say so, and of one that did they do not', async () => {
  const folder = folderWith({ 'a.ndjson': many(2), 'b.ndjson': many(1) })
  await muctieu(folder, ['run', 'b.ndjson', '--db', 'm.sqlite', '--name', 'one'])
  await muctieu(folder, ['run', 'a.ndjson', '--db', 'm.sqlite', '--name', 'two'])
  const db = new Database(join(folder, 'm.sqlite'))
  registerSeal(db)
  db.exec(`UPDATE runs SET status = 'interrupted' WHERE id = 1; UPDATE runs SET seal = ${RUN_SEAL} WHERE id = 1`)
  db.close()
  const shown = async (...args: string[]): Promise<string> => {
    const review = await serving(folder, [...args, '--lang', 'en'])
    const { text } = await review.send('progress')
    await review.stop()
    return said(text)
  }
  expect(await shown('--base', 'one', '--new', 'two')).toContain('BASE (−) did not come to its end')
  expect(await shown('--base', 'two', '--new', 'one')).toContain('NEW (+) did not come to its end')
  expect(await shown('--run', 'one')).toContain('The run did not come to its end')
  expect(await shown('--run', 'two')).not.toContain('did not come to its end')
  const report = async (run: string): Promise<string> => {
    const { code, stderr } = await muctieu(folder, ['report', '--db', 'm.sqlite', '--run', run, '--to', `${run}.html`])
    expect(code).toBe(0)
    expect(readFileSync(join(folder, `${run}.html`), 'utf8')).toContain('<html')
    return stderr
  }
  expect(await report('one')).toContain('the run did not come to its end')
  expect(await report('two')).not.toContain('did not come to its end')
})
