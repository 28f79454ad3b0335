import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../../src/text/hash.ts'
import { folderWith, muctieu } from '../../cli/harness.ts'
import { exported, ndjson } from './dataset.ts'

let folder: string
beforeAll(async () => {
  folder = folderWith({ 'in/a.ndjson': ndjson() })
  await exported(folder)
  await exported(folder, ['--with-text'], 'with')
})

let copies = 0
/** A copy of the dataset with one file changed; where `isSealed`, with a checksum that fits. */
function tampered(path: string, change: (content: string) => string, { from = 'dataset', isSealed = false } = {}): string {
  const name = `copy${copies++}`
  cpSync(join(folder, from), join(folder, name), { recursive: true })
  const file = join(folder, name, path)
  const before = readFileSync(file, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(file, after)
  if (isSealed) {
    const sums = join(folder, name, 'SHA256SUMS')
    writeFileSync(sums, readFileSync(sums, 'utf8').replace(new RegExp(`^[0-9a-f]{64}(?=  ${path}$)`, 'm'), sha256(after)))
  }
  return name
}
const verify = (...argv: string[]) => muctieu(folder, ['verify', ...argv])

describe('verify', () => {
  test.each(['dataset', 'with'])('a whole %s is checked and said not to be rebuilt', async name => {
    expect(await verify(name)).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/\nCHECKED, not rebuilt\n$/) })
  })

  test('with the inputs, whatever their names are now, it is reproduced', async () => {
    const moved = folderWith({ 'in/a.ndjson': ndjson() })
    renameSync(join(moved, 'in/a.ndjson'), join(moved, 'in/other name.bin'))
    expect(await verify('dataset', '--inputs', join(moved, 'in/other name.bin'))).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/\nREPRODUCED\n$/)
    })
  })

  test('with a database it is reproduced', async () => {
    for (const name of ['dataset', 'with'])
      expect(await verify(name, '--db', `${name}.sqlite`)).toMatchObject({ code: 0, stdout: expect.stringMatching(/\nREPRODUCED\n$/) })
  })

  test('missing inputs are listed', async () => {
    const other = folderWith({ 'x.txt': 'x' })
    expect(await verify('dataset', '--inputs', join(other, 'x.txt'))).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^Missing input: a\.ndjson \(sha256 [0-9a-f]{64}\)\.\n[\s\S]*NOT REPRODUCED\n$/)
    })
  })

  test('a path that does not exist is wrong usage', async () => {
    expect(await verify('dataset', '--inputs', 'nowhere')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/nowhere does not exist/)
    })
  })

  test('a changed cell is named, also where the checksum was changed with it', async () => {
    for (const isSealed of [false, true]) {
      const name = tampered('data/targets.csv', text => text.replace(/,22,22,% GRDP/, ',23,22,% GRDP'), { isSealed })
      const { code, stdout } = await verify(name)
      expect(code).toBe(1)
      expect(stdout).toMatch(
        /data\/targets\.csv, row \d+ \([0-9a-f]{16}, article [0-9a-f]{16}\), column low: "23" where the JSONL has "22"/
      )
      expect(stdout.includes('does not match its checksum')).toBe(!isSealed)
    }
  })

  test('a changed cell of the SQLite file is named', async () => {
    const name = `copy${copies++}`
    cpSync(join(folder, 'dataset'), join(folder, name), { recursive: true })
    const db = new Database(join(folder, name, 'data/muctieu.sqlite'))
    db.exec('UPDATE targets SET low = 26 WHERE low = 20')
    db.close()
    expect((await verify(name)).stdout).toMatch(/muctieu\.sqlite, table targets, row \d+ .*, column low: 26 where the JSONL has 20/)
  })

  test('a changed offset is named: by its quote, by its span, or by the tables beside it', async () => {
    const shift = (text: string): string =>
      text.replace(/"anchor":\{"start":(\d+)/, (_, start: string) => `"anchor":{"start":${Number(start) - 1}`)
    expect((await verify(tampered('data/targets.jsonl', shift, { from: 'with' }))).stdout).toMatch(
      /data\/targets\.jsonl, row 1 .*: anchor \(\d+–\d+\) is not where/
    )
    const far = (text: string): string => text.replace(/"end":\d+/, '"end":999999')
    expect((await verify(tampered('data/mentions.jsonl', far))).stdout).toMatch(
      /data\/mentions\.jsonl, row 1 .* does not lie in the article/
    )
    expect((await verify(tampered('data/targets.jsonl', shift, { isSealed: true }))).stdout).toMatch(
      /data\/targets\.csv, row 1 .*, column start: "\d+" where the JSONL has "\d+"/
    )
  })

  test('a changed checksum is named, and so are missing and stray files', async () => {
    const name = tampered('SHA256SUMS', text => text.replace(/^[0-9a-f]{64}(?= {2}README)/m, '0'.repeat(64)))
    expect((await verify(name)).stdout).toMatch(/^README\.md does not match its checksum/m)
    const other = tampered('build-info.json', text => `${text} `)
    renameSync(join(folder, other, 'README.md'), join(folder, other, 'STRAY.md'))
    expect((await verify(other)).stdout).toMatch(/README\.md is missing\.[\s\S]*STRAY\.md is not listed/)
  })

  test('a line that is not of its schema, and a key that points nowhere, are named', async () => {
    const wrong = tampered('data/targets.jsonl', text => text.replace('"comparator":"="', '"comparator":"=="'))
    expect((await verify(wrong)).stdout).toMatch(/data\/targets\.jsonl, row \d+ .*comparator must be/)
    const astray = tampered('data/documents.jsonl', text => text.replace(/"article_id":"[0-9a-f]{16}"/, `"article_id":"${'0'.repeat(16)}"`))
    expect((await verify(astray)).stdout).toMatch(/data\/documents\.jsonl, row 1 .*: article_id 0{16} is not in articles/)
  })

  test('with the inputs the first differing article, field and reason are named', async () => {
    const name = tampered('data/targets.jsonl', text => text.replace('"low":20', '"low":21'))
    const { code, stdout } = await verify(name, '--inputs', 'in')
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /data\/targets\.jsonl, line \d+, article [0-9a-f]{16}, [0-9a-f]{16}, field low: 21 here, 20 rebuilt\. Reason: the file was changed after the export\./
    )
    expect(stdout).toMatch(/\nNOT REPRODUCED\n$/)
  })

  test('--json says the same to programs', async () => {
    expect(JSON.parse((await verify('dataset', '--json')).stdout)).toMatchObject({ verdict: 'CHECKED, not rebuilt', findings: [] })
  })

  test('a folder that is no export is wrong usage', async () => {
    for (const name of ['in', 'nowhere']) expect((await verify(name)).code).toBe(2)
  })
})
