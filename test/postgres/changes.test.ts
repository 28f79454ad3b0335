import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { lockDatabase, openExistingDatabase } from '../../src/store/database.ts'
import { addDecisions, decisionsFrom } from '../../src/store/decisions.ts'
import { prune } from '../../src/store/prune.ts'
import { article, folderWith, line, many, muctieu } from '../cli/harness.ts'
import { ask, database, done, expectSameViews, onBoth, sumsOf, withPostgres } from './harness.ts'

/** Both stores with the same two runs. */
async function twoRuns(): Promise<{ readonly folder: string; readonly address: string }> {
  const folder = folderWith({
    'a.ndjson': many(4) + line({ id: 'x', url: 'https://bao.vn/x', text: article(50) }),
    'b.ndjson': many(3, 3)
  })
  const address = await database()
  for (const name of ['a', 'b']) await onBoth(folder, address, ['run', `${name}.ndjson`, '--db', 'DB', '--name', name])
  return { folder, address }
}

async function expectSame(folder: string, address: string): Promise<void> {
  await expectSameViews(folder, address)
  expect(await sumsOf(folder, address)).toBe(await sumsOf(folder, 'local.sqlite'))
}

withPostgres('what people change in a store', () => {
  test('an article that is removed is gone from the store and from every copy, and does not come back', async () => {
    const { folder, address } = await twoRuns()
    await onBoth(folder, address, ['remove', 'url:https://bao.vn/x', '--db', 'DB', '--reason', 'asked'])
    await expectSame(folder, address)
    expect(
      await ask(address, "SELECT 1 FROM muctieu.texts WHERE text LIKE '%50%%' UNION SELECT 1 FROM muctieu.readings WHERE url IS NOT NULL")
    ).toEqual([])
    const [here, there] = await onBoth(folder, address, ['run', 'a.ndjson', '--db', 'DB', '--name', 'again', '--json'])
    const countsOf = (said: string): Record<string, number> => (JSON.parse(said) as { counts: Record<string, number> }).counts
    expect(countsOf(there)).toEqual(countsOf(here))
    expect(countsOf(there)).toMatchObject({ refused: 1, done: 0 })
    await expectSame(folder, address)
  })

  test('pruning takes the same runs and what only they hold; looking at what it would take changes nothing', async () => {
    const { folder, address } = await twoRuns()
    for (const _ of [1, 2]) await onBoth(folder, address, ['run', '--stored', '--without', 'place/gazetteer', '--db', 'DB'])
    const runs = (): Promise<unknown> => ask(address, 'SELECT count(*) AS n FROM muctieu.runs')
    const [dryHere, dryThere] = await onBoth(folder, address, ['runs', 'prune', '--keep', '1', '--db', 'DB', '--json'])
    expect(dryThere).toBe(dryHere)
    expect(await runs()).toEqual([{ n: 4 }])
    const [here, there] = await onBoth(folder, address, ['runs', 'prune', '--keep', '1', '--db', 'DB', '--yes', '--json'])
    expect(there).toBe(here)
    expect(await runs()).not.toEqual([{ n: 4 }])
    await expectSame(folder, address)
    for (const table of ['extractions', 'texts', 'readings', 'inputs'])
      expect(await ask(address, `SELECT count(*) AS n FROM muctieu.${table}`), table).toEqual([{ n: rowsIn(folder, table) }])
  })

  test('acknowledgements, and what was said of an export, are of the store and not of one machine', async () => {
    const { folder, address } = await twoRuns()
    writeFileSync(join(folder, 'scan.pdf'), '%PDF-1.4 nothing')
    await onBoth(folder, address, ['runs', 'ack', 'scan.pdf', '--reason', 'a scan', '--db', 'DB'])
    const [here, there] = await onBoth(folder, address, ['runs', 'ack', '--json', '--db', 'DB'])
    expect(there).toBe(here)
    await onBoth(folder, address, ['run', 'scan.pdf', '--db', 'DB'])
    await onBoth(folder, address, ['runs', 'ack', 'scan.pdf', '--undo', '--db', 'DB'])
    await onBoth(folder, address, ['run', 'scan.pdf', '--db', 'DB'], 2)
    await sumsOf(folder, address, '--license', 'CC-BY-4.0', '--creator', 'Lan')
    await sumsOf(folder, 'local.sqlite', '--license', 'CC-BY-4.0', '--creator', 'Lan')
    expect(await ask(address, 'SELECT license, creators FROM muctieu.publication')).toEqual([{ license: 'CC-BY-4.0', creators: '["Lan"]' }])
    await expectSame(folder, address)
  })

  test('decisions are in the store when they are reported, sent twice are there once, and make the same dataset', async () => {
    const { folder, address } = await twoRuns()
    const reviewed = await muctieu(folder, ['review', '--tty', '--db', address, '--reviewer', 'Lan'], { input: 'arq' })
    expect(reviewed.code, reviewed.stderr).toBe(0)
    expect(await ask(address, 'SELECT id, action, reviewer FROM muctieu.decisions ORDER BY id')).toMatchObject([
      { id: 1, action: 'accept', reviewer: 'Lan' },
      { id: 2, action: 'reject' }
    ])
    const now = (): Date => new Date(0)
    const there = await openExistingDatabase(address, 'there', now)
    const here = await openExistingDatabase(join(folder, 'local.sqlite'), 'here', now)
    try {
      const decided = decisionsFrom(there).map(({ id: _, ...decision }) => decision)
      addDecisions(here, decided)
      expect(addDecisions(there, decided).map(d => d.id)).toEqual([1, 2])
      addDecisions(there, [{ ...(decided[0] as (typeof decided)[0]), token: 'odd', note: 'a\0b \ud800', quote: '"\\u0000"' }])
      addDecisions(here, [{ ...(decided[0] as (typeof decided)[0]), token: 'odd', note: 'a\0b \ud800', quote: '"\\u0000"' }])
    } finally {
      there.db.close()
      here.db.close()
    }
    expect(await sumsOf(folder, address, '--decisions')).toBe(await sumsOf(folder, 'local.sqlite', '--decisions'))
    await expect(ask(address, 'DELETE FROM muctieu.decisions')).rejects.toThrow('never changed')
    await expect(ask(address, "UPDATE muctieu.decisions SET note = ''")).rejects.toThrow('never changed')
  })

  test('a store that was restored from a backup is copied anew', async () => {
    const { folder, address } = await twoRuns()
    await muctieu(folder, ['review', '--tty', '--db', address], { input: 'aaq' })
    await ask(address, 'ALTER TABLE muctieu.decisions DISABLE TRIGGER USER')
    await ask(address, 'DELETE FROM muctieu.decisions WHERE id = 2')
    const store = await openExistingDatabase(address, 'store', () => new Date(0))
    expect(decisionsFrom(store).map(({ id }) => id)).toEqual([1])
    store.db.close()
    await ask(address, 'DELETE FROM muctieu.runs WHERE id = 2')
    expect(JSON.parse(await done(folder, ['runs', '--db', address, '--json']))).toHaveLength(1)
  })

  test('one review of a store at a time', async () => {
    const { folder, address } = await twoRuns()
    const lock = await lockDatabase(address, 'store', () => new Date(0))
    const second = await muctieu(folder, ['review', '--tty', '--db', address], { input: 'q' })
    expect(second).toMatchObject({ code: 2, stdout: '' })
    expect(second.stderr).toContain('being reviewed by another process')
    lock.release()
    // The server hears a moment later that the connection is gone.
    const again = async (): Promise<number> => (await muctieu(folder, ['review', '--tty', '--db', address], { input: 'q' })).code
    await expect.poll(again, { timeout: 20_000 }).toBe(0)
  })

  test('what two machines change at once is refused where it would be lost', async () => {
    const { folder, address } = await twoRuns()
    await muctieu(folder, ['review', '--tty', '--db', address], { input: 'aq' })
    const copy = await openExistingDatabase(address, 'store', () => new Date(0))
    try {
      await ask(address, 'DELETE FROM muctieu.runs WHERE id = 1')
      expect(() => prune(copy, { newest: 0 }, true)).toThrow('do the same again')
      const decided = decisionsFrom(copy).map(({ id: _, ...decision }) => ({ ...decision, token: 'late' }))
      await ask(
        address,
        "INSERT INTO muctieu.decisions (id, token, at, reviewer, action, origin, article_id, sha256, program) SELECT 2, 'theirs', at, reviewer, action, origin, article_id, sha256, program FROM muctieu.decisions"
      )
      expect(() => addDecisions(copy, decided)).toThrow('Somebody else wrote into')
      expect(decisionsFrom(copy)).toHaveLength(1)
    } finally {
      copy.db.close()
    }
    expect(await ask(address, 'SELECT id FROM muctieu.runs')).toEqual([{ id: 2 }])
  })
})

function rowsIn(folder: string, table: string): unknown {
  const db = new Database(join(folder, 'local.sqlite'), { readonly: true })
  try {
    return db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  } finally {
    db.close()
  }
}
