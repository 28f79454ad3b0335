import { cpSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { article, folderWith, line, many, muctieu } from '../cli/harness.ts'
import { ask, database, done, expectSameViews, onBoth, sumsOf, withPostgres } from './harness.ts'

/** The same inputs run into both stores. */
async function both(folder: string, address: string, ...argv: readonly string[]): Promise<void> {
  const [here, there] = await onBoth(folder, address, ['run', ...argv, '--db', 'DB', '--json'])
  const counts = (said: string): unknown => (JSON.parse(said) as { counts: unknown }).counts
  expect(counts(there)).toEqual(counts(here))
}

async function expectSame(folder: string, address: string): Promise<void> {
  await expectSameViews(folder, address)
  expect(await sumsOf(folder, address)).toBe(await sumsOf(folder, 'local.sqlite'))
}

withPostgres('a store in PostgreSQL and one in SQLite', () => {
  test('hold the same rows of the corpus in every view and give the same export, under any collation of the server', async () => {
    const folder = folderWith()
    cpSync('corpus/articles', join(folder, 'articles'), { recursive: true })
    const address = await database("TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'vi' LOCALE 'C.UTF-8'")
    await both(folder, address, 'articles', '--name', 'corpus')
    await expectSame(folder, address)
    // As somebody with psql would ask.
    const sql = "SELECT count(*) AS n FROM muctieu.targets WHERE indicator LIKE '%rừng%' AND line LIKE '%\"evidence\":{%'"
    expect((await ask(address, sql))[0]?.['n']).toBeGreaterThan(3)
  })

  test('hold the same of every format and of what fails, and a second run finds everything known', async () => {
    const folder = folderWith()
    cpSync('fixtures/read', join(folder, 'inbox'), { recursive: true })
    cpSync('fixtures/tables', join(folder, 'inbox/tables'), { recursive: true })
    writeFileSync(join(folder, 'inbox/broken.docx'), 'PK no zip')
    const address = await database()
    for (const isAgain of [false, true]) {
      const [here, there] = await onBoth(folder, address, ['run', 'inbox', '--db', 'DB', '--json'], 3)
      const { counts } = JSON.parse(there) as { counts: Record<string, number> }
      expect(counts).toEqual((JSON.parse(here) as { counts: unknown }).counts)
      expect(counts['done'] === 0).toBe(isAgain)
    }
    await expectSame(folder, address)
  })

  test('tell letters that PostgreSQL cannot hold, and texts that SQL counts otherwise', async () => {
    const odd = [
      { id: 'nul', title: 'Tin\0 mới', text: `Bản tin\0\n\n${article(31)}` },
      { id: 'half', title: '\ud83d half', text: `😀 ${article(32)}` },
      { id: 'escape', title: '\ufdd0 \\u0000 \\ud800', text: `\ufdd0 ${article(33)} "\\u0000" \\ tab\t` },
      { id: 'long', text: `${'Một câu không có số nào. '.repeat(5000)}\n\n${article(34)}` }
    ]
    const folder = folderWith({ 'odd.ndjson': odd.map(line).join('') })
    const address = await database()
    await both(folder, address, 'odd.ndjson')
    expect(await sumsOf(folder, address)).toBe(await sumsOf(folder, 'local.sqlite'))
    // Every view can be asked, whatever a row says.
    for (const view of ['targets', 'evidence', 'mentions', 'articles', 'run_diagnostics'])
      expect(await ask(address, `SELECT * FROM muctieu.${view}`), view).toBeInstanceOf(Array)
    expect(await done(folder, ['doctor', address])).toContain('all is whole')
  })

  test('decide alike across articles: versions, near-duplicates, experiments, rules that have not read everything', async () => {
    const long = Array.from({ length: 40 }, (_, i) => `Câu thứ ${'abcdefghij'[i % 10]}${'klmn'[i % 4]} kể chuyện rừng ở bản ${i}.`).join(
      ' '
    )
    const lines = [
      { id: 'v', url: 'https://bao.vn/1', published: '2024-01-01', text: article(41) },
      { id: 'w', url: 'https://bao.vn/1', published: '2024-02-01', text: article(42) },
      { id: 'd1', published: '2024-01-01', text: `${article(43)}\n${long}` },
      { id: 'd2', published: '2024-01-02', text: `${article(43)}\n${long} Hết.` }
    ]
    const folder = folderWith({ 'a.ndjson': lines.map(line).join(''), 'b.ndjson': many(6) })
    const address = await database()
    await both(folder, address, 'a.ndjson', '--name', 'first')
    await both(folder, address, 'b.ndjson', '--name', 'second')
    await both(folder, address, '--stored', '--without', 'place/gazetteer', '--name', 'try')
    await expectSame(folder, address)
    const rows = 'SELECT run, article_id, duplicate_of, superseded_by FROM run_articles ORDER BY run, article_id'
    const there = await ask(address, rows.replace('FROM ', 'FROM muctieu.'))
    expect(there.filter(row => row['duplicate_of'] !== null)).not.toHaveLength(0)
    expect(there.filter(row => row['superseded_by'] !== null)).not.toHaveLength(0)
    const [here, said] = await onBoth(folder, address, ['diff', 'first', 'try', '--db', 'DB', '--json'], 1)
    const changesOf = (printed: string): unknown => (JSON.parse(printed) as { summary: unknown }).summary
    expect(changesOf(said)).toEqual(changesOf(here))
    expect(changesOf(said)).toBeDefined()
    for (const run of ['first', 'second', 'try'])
      expect(await sumsOf(folder, address, '--run', run), run).toBe(await sumsOf(folder, 'local.sqlite', '--run', run))
  })

  test('print the same: runs, explain, report, eval, backup', async () => {
    const folder = folderWith({ 'a.ndjson': many(8) })
    const address = await database()
    await both(folder, address, 'a.ndjson', '--name', 'one')
    const [{ id } = { id: '' }] = await ask(address, 'SELECT id FROM muctieu.targets ORDER BY id LIMIT 1')
    for (const argv of [
      ['runs', '--db', 'DB', '--json'],
      ['runs', 'show', 'one', '--db', 'DB', '--json'],
      ['explain', id as string, '--db', 'DB', '--json']
    ]) {
      const [here, there] = await onBoth(folder, address, argv)
      expect(there, argv.join(' ')).toBe(here)
    }
    await done(folder, ['report', '--db', address, '--to', 'report.html'])
    expect(existsSync(join(folder, 'report.html'))).toBe(true)
    await done(folder, ['backup', 'copy.sqlite', '--db', address])
    expect(await sumsOf(folder, 'copy.sqlite')).toBe(await sumsOf(folder, 'local.sqlite'))
    const target = join(folder, 'dataset')
    await done(folder, ['export', '--db', address, '--to', target])
    expect((await muctieu(folder, ['verify', target, '--db', address])).stdout).toContain('REPRODUCED')
  })
})
