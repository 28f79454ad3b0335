import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { article, ask, folderWith, line, muctieu } from '../cli/harness.ts'
import { contents, ndjson } from '../commands/export/dataset.ts'
import { thorough } from '../thorough.ts'

const ROUNDS = { export: thorough(24, 120), commands: thorough(8, 60), salvage: thorough(12, 25) }

/** Numbers from a seed, the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const REFUSED = 'Tỉnh Hà Giang phấn đấu hoàn thành tuyến đường trong 3 năm.\n'

let folder: string
let whole: Buffer
let expected: Record<string, string>
const PATH = 'a.sqlite'
const restore = (bytes: Buffer) => {
  for (const end of ['', '-wal', '-shm', '-journal', '.review']) rmSync(join(folder, PATH + end), { force: true })
  writeFileSync(join(folder, PATH), bytes)
}
const exportedNow = async () => {
  rmSync(join(folder, 'dataset'), { recursive: true, force: true })
  return await muctieu(folder, ['export', '--db', PATH, '--to', 'dataset', '--decisions', '--with-text'])
}

beforeAll(async () => {
  const more = Array.from({ length: 12 }, (_, i) => line({ id: `n${i}`, text: article(i) })).join('')
  folder = folderWith({ 'in/a.ndjson': ndjson() + more, 'in/b.txt': article(40) + REFUSED })
  await muctieu(folder, ['run', 'in', '--db', PATH, '--name', 'one'])
  await muctieu(folder, ['review', '--tty', '--db', PATH, '--reviewer', 'Lan'], { input: 'aaraq' })
  whole = readFileSync(join(folder, PATH))
  expect((await exportedNow()).code).toBe(0)
  expected = contents(join(folder, 'dataset'))
})

test('a database with flipped bits gives the dataset that was stored, or none and a sentence', async () => {
  const chance = seeded(7)
  let refused = 0
  for (let round = 0; round < ROUNDS.export; round++) {
    const bytes = Buffer.from(whole)
    for (let flip = 0; flip < 3; flip++) {
      const at = Math.floor(chance() * bytes.length)
      bytes[at] = (bytes[at] as number) ^ (1 << Math.floor(chance() * 8))
    }
    restore(bytes)
    const { code, stderr } = await exportedNow()
    if (code === 0) expect(contents(join(folder, 'dataset')), `round ${round}`).toEqual(expected)
    else {
      refused++
      expect([code, stderr.trim().split('\n').length], stderr).toEqual([2, 1])
      expect(existsSync(join(folder, 'dataset'))).toBe(false)
    }
  }
  expect(refused).toBeGreaterThan(ROUNDS.export / 2)
})

test('no command answers flipped bits with a stack', async () => {
  restore(whole)
  const chance = seeded(11)
  const id = ask<{ id: string }>(folder, 'SELECT id FROM targets LIMIT 1', PATH)[0]?.id ?? ''
  for (let round = 0; round < ROUNDS.commands; round++) {
    const bytes = Buffer.from(whole)
    for (let flip = 0; flip < 3; flip++) bytes[Math.floor(chance() * bytes.length)]! ^= 1 << Math.floor(chance() * 8)
    for (const argv of [
      ['runs'],
      ['runs', 'show', 'one', '--rejections'],
      ['explain', id],
      ['diff', 'one', 'one'],
      ['report', '--to', 'r.html'],
      ['gold', 'log'],
      ['run', 'in/b.txt'],
      ['remove', 'source:b.txt', '--reason', 'x'],
      ['doctor']
    ]) {
      restore(bytes)
      const done = await muctieu(folder, argv[0] === 'doctor' ? ['doctor', PATH] : [...argv, '--db', PATH])
      expect([0, 1, 2], `${argv.join(' ')}: ${done.stderr}`).toContain(done.code)
      if (done.code === 2) expect(done.stderr.trim().split('\n')).toHaveLength(1)
    }
  }
})

describe('a row that was altered, in a file that is sound to SQLite,', () => {
  const ALTERED: readonly (readonly [what: string, sql: string, says: RegExp])[] = [
    ['a text', "UPDATE texts SET text = replace(text, '22%', '32%')", /text of article [0-9a-f]{16} is not the one its hash is of/],
    [
      'a record',
      'UPDATE records SET facts = replace(facts, \'"low":22\', \'"low":32\')',
      /extracted from article|Extraction \d+, of article/
    ],
    ['a mention', "UPDATE extractions SET mentions = replace(mentions, '2025', '2026')", /extracted from article|Extraction \d+/],
    ['a rejection', "UPDATE rejections SET message = replace(message, ' ', '  ')", /extracted from article|Extraction \d+/],
    ['a reading', "UPDATE readings SET title = replace(title, 'HYPERLINK', 'HIPERLINK')", /readings|Reading \d+/],
    ['a term', "UPDATE terms SET rule = 'deadline/behind' WHERE rule GLOB 'deadline/*'", /[Tt]erm \d+|a term that extraction/],
    ['a method', "UPDATE methods SET options = '{}x'", /[Mm]ethod \d+/],
    ['an input', 'UPDATE inputs SET bytes = bytes + 1', /inputs|Input \d+/],
    ['a run', "UPDATE runs SET name = 'two'", /run 1 |Run 1 /],
    ['what a run holds', 'DELETE FROM run_articles WHERE article_id = (SELECT min(article_id) FROM run_articles)', /run 1 |Run 1 /],
    ['a ruleset', "UPDATE ruleset_parts SET name = name || 'x' WHERE rowid IS NOT NULL".replace(' WHERE rowid IS NOT NULL', ''), /ruleset/],
    ['a view', 'DROP VIEW current_method; CREATE VIEW current_method AS SELECT ruleset, options FROM runs', /view current_method/],
    [
      'a decision',
      "DROP TRIGGER decisions_are_final; UPDATE decisions SET reviewer = 'Mai'",
      /trigger decisions_are_final|decision \d+ is not/i
    ]
  ]
  test.each(ALTERED)('%s, is told by export and by doctor', async (_what, sql, says) => {
    restore(whole)
    const db = new Database(join(folder, PATH))
    db.exec(sql)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
    const done = await exportedNow()
    expect([done.code, done.stdout]).toEqual([2, ''])
    expect(done.stderr).toMatch(says)
    expect(done.stderr).toMatch(/muctieu doctor a\.sqlite/)
    const doctor = await muctieu(folder, ['doctor', PATH])
    expect(doctor.code).toBe(1)
    expect(doctor.stdout).toMatch(says)
  })
})

describe('doctor', () => {
  test('finds nothing in a database as it was written, also after a removal and a second run', async () => {
    restore(whole)
    expect(await muctieu(folder, ['doctor', PATH])).toMatchObject({ code: 0, stdout: 'a.sqlite: all is whole.\n', stderr: '' })
    await muctieu(folder, ['run', 'in', '--db', PATH, '--without', 'place/gazetteer'])
    await muctieu(folder, ['remove', 'source:b.txt', '--db', PATH, '--reason', 'asked'])
    await muctieu(folder, ['runs', 'prune', '--keep', '1', '--yes', '--db', PATH])
    expect(await muctieu(folder, ['doctor', PATH])).toMatchObject({ code: 0, stdout: 'a.sqlite: all is whole.\n' })
  })

  test('saves all of a whole database', async () => {
    restore(whole)
    rmSync(join(folder, 'saved.sqlite'), { force: true })
    const done = await muctieu(folder, ['doctor', PATH, '--salvage', 'saved.sqlite', '--json'])
    expect([done.code, done.stderr]).toEqual([0, ''])
    expect(JSON.parse(done.stdout)).toMatchObject({ whole: true, problems: [], salvaged: { missing: [] } })
    expect((await muctieu(folder, ['doctor', 'saved.sqlite'])).code).toBe(0)
    copyFileSync(join(folder, 'saved.sqlite'), join(folder, PATH))
    expect((await exportedNow()).code).toBe(0)
    expect(contents(join(folder, 'dataset'))).toEqual(expected)
  })

  test('saves what is whole of a damaged one and says what is missing; a run brings it back', async () => {
    const chance = seeded(3)
    let lost = 0
    for (let round = 0; round < ROUNDS.salvage; round++) {
      const bytes = Buffer.from(whole)
      // Behind the first page, where SQLite begins to read.
      for (let flip = 0; flip < 12; flip++) bytes[4096 + Math.floor(chance() * (bytes.length - 4096))]! ^= 1 << Math.floor(chance() * 8)
      restore(bytes)
      rmSync(join(folder, 'saved.sqlite'), { force: true })
      const done = await muctieu(folder, ['doctor', PATH, '--salvage', 'saved.sqlite', '--json'])
      if (done.code === 2) continue
      const { missing } = (JSON.parse(done.stdout) as { salvaged: { missing: { article: string }[] } }).salvaged
      lost += missing.length
      expect(await muctieu(folder, ['doctor', 'saved.sqlite']), `round ${round}`).toMatchObject({ code: 0 })
      const again = await muctieu(folder, ['run', 'in', '--db', 'saved.sqlite'])
      expect(again.code).toBe(0)
      const articles = ask<{ n: number }>(folder, 'SELECT count(*) AS n FROM current_articles', 'saved.sqlite')
      expect(articles).toEqual(ask(folder, 'SELECT 16 AS n', 'saved.sqlite'))
    }
    expect(lost).toBeGreaterThan(0)
  })

  test('writes over nothing, and a file that is no database is wrong usage', async () => {
    restore(whole)
    expect(await muctieu(folder, ['doctor', PATH, '--salvage', PATH])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/there already/)
    })
    expect(await muctieu(folder, ['doctor', 'in/b.txt'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/no database of this program/)
    })
    expect(await muctieu(folder, ['doctor', 'none.sqlite'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/does not exist/) })
  })
})
