import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { DECISIONS } from '../../src/store/migrations/decisions.ts'
import { closeStore, openStore, PACKED_SCHEMA, SCHEMA_VERSION } from '../../src/store/open.ts'
import { article, ask, contentsOf, folderWith, muctieu } from '../cli/harness.ts'

/**
 * A database that the last commit of schema 3 wrote: a long article, one with an emoji, one with a NUL, one in English, a
 * newer version, a near-duplicate, a removed one; three runs by two methods; decisions.
 */
const WRITTEN = gunzipSync(readFileSync('fixtures/store/schema-3.sqlite.gz'))
const DB = 'a.sqlite'
const old = () => folderWith({ [DB]: WRITTEN, 'new.txt': article(60) })

const change = (folder: string, work: (db: Database.Database) => void): void => {
  const db = new Database(join(folder, DB))
  work(db)
  db.close()
}

/** Opens it for writing, as the commands do that change something. */
const migrate = (folder: string) => muctieu(folder, ['runs', 'prune', '--keep', '9', '--db', DB])

const VIEWS = [
  ...['current_method', 'live_articles', 'current_articles', 'articles', 'documents', 'targets', 'rank_goals', 'observations'],
  ...['evidence', 'mentions', 'current_rejections', 'run_diagnostics']
]
const shown = (folder: string) =>
  Object.fromEntries(
    VIEWS.map(view => [
      view,
      ask(folder, `SELECT * FROM ${view}`, DB)
        .map(row => JSON.stringify(row))
        .toSorted()
    ])
  )

describe('a database of schema 3', () => {
  test('shows in every view what it showed, and is smaller', async () => {
    const folder = old()
    const before = shown(folder)
    expect(await migrate(folder)).toMatchObject({ code: 0, stderr: '' })
    expect(shown(folder)).toEqual(before)
    expect(Object.values(before).every(rows => rows.length > 0)).toBe(true)
    expect(readFileSync(join(folder, DB)).length).toBeLessThan(WRITTEN.length * 0.75)
  })

  test('gives every line as it was printed', async () => {
    const folder = old()
    const lines = ask<{ line: string }>(folder, 'SELECT line FROM records UNION ALL SELECT line FROM rejections', DB)
    await migrate(folder)
    const held = ['one', 'two', 'three'].map(run => contentsOf(join(folder, DB), run)).join('\n')
    const superseded = lines.filter(({ line }) => !held.includes(line))
    // What a newer text replaced is not listed; its lines stand in the database all the same.
    expect(superseded.length).toBeLessThan(lines.length / 2)
    const db = new Database(join(folder, DB), { readonly: true })
    expect(db.prepare('SELECT (SELECT count(*) FROM records) + (SELECT count(*) FROM rejections)').pluck().get()).toBe(lines.length)
    db.close()
  })

  test('is whole, goes on, and is what a new one is', async () => {
    const folder = old()
    expect(await muctieu(folder, ['doctor', DB])).toMatchObject({ code: 0 })
    expect(await muctieu(folder, ['runs', '--db', DB])).toMatchObject({ code: 2, stderr: expect.stringMatching(/older schema 3/) })
    expect(await muctieu(folder, ['run', 'new.txt', '--db', DB])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/1 new, 0 known/)
    })
    expect(ask(folder, 'SELECT version FROM migrations', DB)).toHaveLength(SCHEMA_VERSION)
    expect(await muctieu(folder, ['doctor', DB])).toMatchObject({ code: 0, stdout: 'a.sqlite: all is whole.\n' })
    expect(ask(folder, 'SELECT count(*) AS n FROM runs', DB)).toEqual([{ n: 4 }])
    expect((await muctieu(folder, ['gold', 'log', '--db', DB])).stdout).toMatch(/Lan/)
    expect(await muctieu(folder, ['diff', 'one', 'two', '--db', DB])).toMatchObject({ code: 1, stderr: '' })
  })

  test('that was altered is refused with a sentence and left as it is; what is whole of it can be saved', async () => {
    const folder = old()
    change(folder, db => db.exec(`UPDATE records SET line = replace(line, '"low":22', '"low":32')`))
    const before = ask(folder, 'SELECT line FROM records', DB)
    expect(await migrate(folder)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^muctieu: .* is damaged: .*doctor a\.sqlite.*\n$/)
    })
    expect(ask(folder, 'SELECT line FROM records', DB)).toEqual(before)
    expect((await muctieu(folder, ['doctor', DB, '--salvage', 'saved.sqlite'])).code).toBe(1)
    expect(await muctieu(folder, ['doctor', 'saved.sqlite'])).toMatchObject({ code: 0, stdout: 'saved.sqlite: all is whole.\n' })
    expect(ask<{ n: number }>(folder, 'SELECT count(*) AS n FROM texts', 'saved.sqlite')).not.toEqual([{ n: 0 }])
  })

  test('is saved as it would be brought up to date', async () => {
    const folder = old()
    const before = shown(folder)
    expect((await muctieu(folder, ['doctor', DB, '--salvage', 'saved.sqlite'])).code).toBe(0)
    writeFileSync(join(folder, DB), readFileSync(join(folder, 'saved.sqlite')))
    expect(shown(folder)).toEqual(before)
  })
})

describe('a database of schema 4', () => {
  const packed = () => {
    const folder = old()
    closeStore(openStore(join(folder, DB), DB, () => new Date('2026-01-02T03:04:05Z'), PACKED_SCHEMA))
    return folder
  }
  const told = (folder: string) => ask(folder, 'SELECT name, what_if, is_complete FROM runs ORDER BY id', DB)
  const EXPECTED = [
    { name: 'one', what_if: 0, is_complete: 1 },
    { name: 'two', what_if: 1, is_complete: 0 },
    { name: 'three', what_if: 0, is_complete: 1 }
  ]

  test('is whole, tells runs without a rule from the others, and shows what it showed', async () => {
    const folder = packed()
    expect(await muctieu(folder, ['doctor', DB])).toMatchObject({ code: 0, stdout: 'a.sqlite: all is whole.\n' })
    const before = shown(folder)
    await migrate(folder)
    expect(shown(folder)).toEqual(before)
    expect(told(folder)).toEqual(EXPECTED)
    expect(await muctieu(folder, ['doctor', DB])).toMatchObject({ code: 0, stdout: 'a.sqlite: all is whole.\n' })
  })

  test('is saved as it would be brought up to date', async () => {
    const folder = packed()
    expect((await muctieu(folder, ['doctor', DB, '--salvage', 'saved.sqlite'])).code).toBe(0)
    expect(ask(folder, 'SELECT name, what_if, is_complete FROM runs ORDER BY id', 'saved.sqlite')).toEqual(EXPECTED)
    expect(await muctieu(folder, ['doctor', 'saved.sqlite'])).toMatchObject({ code: 0, stdout: 'saved.sqlite: all is whole.\n' })
  })

  test('shows again what a ruleset had read that one article under another one had hidden', async () => {
    const folder = packed()
    // What the version before showed then: one article of the newest run.
    change(folder, db =>
      db.exec(`INSERT INTO rulesets (hash) VALUES ('${'e'.repeat(64)}');
        INSERT INTO runs (name, status, ruleset, options, reading_options, code_version, reader, started)
          SELECT 'new', 'running', '${'e'.repeat(64)}', '{}', reading_options, code_version, reader, started FROM runs WHERE id = 1;
        INSERT INTO run_articles SELECT 4, article_id, reading, extraction, NULL, NULL FROM run_articles WHERE run = 1 LIMIT 1`)
    )
    expect(ask(folder, 'SELECT count(*) AS n FROM current_articles', DB)).not.toEqual([{ n: 6 }])
    await migrate(folder)
    expect(ask(folder, 'SELECT count(*) AS n FROM current_articles', DB)).toEqual([{ n: 6 }])
  })

  test('a run that was altered before is altered afterwards', async () => {
    const folder = packed()
    change(folder, db => db.exec("UPDATE runs SET name = 'other' WHERE id = 1"))
    await migrate(folder)
    expect(await muctieu(folder, ['doctor', DB])).toMatchObject({ code: 1, stdout: expect.stringMatching(/^Run 1 was altered/) })
  })
})

test('a database of the schema before seals is sealed as it stands and is then what a new one is; or saved', async () => {
  const folder = old()
  change(folder, db => {
    db.exec('DROP TRIGGER decisions_of_removed; DROP TRIGGER decisions_are_final')
    for (const table of ['inputs', 'readings', 'extractions', 'runs', 'decisions']) db.exec(`ALTER TABLE ${table} DROP COLUMN seal`)
    db.exec(DECISIONS.slice(DECISIONS.indexOf('CREATE TRIGGER decisions_are_final')))
    db.exec('DELETE FROM migrations WHERE version > 2')
    db.pragma('user_version = 2')
  })
  const before = shown(folder)
  expect(await muctieu(folder, ['doctor', DB, '--salvage', 'saved.sqlite'])).toMatchObject({ code: 0 })
  expect(await muctieu(folder, ['doctor', 'saved.sqlite'])).toMatchObject({ code: 0, stdout: 'saved.sqlite: all is whole.\n' })
  expect(await migrate(folder)).toMatchObject({ code: 0, stderr: '' })
  expect(await muctieu(folder, ['doctor', DB])).toMatchObject({ code: 0, stdout: 'a.sqlite: all is whole.\n' })
  expect(shown(folder)).toEqual(before)
})
