import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import Database from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import { beforeAll, describe, expect, test } from 'vitest'
import { unguarded } from '../../../src/export/csv.ts'
import { tablesOf } from '../../../src/export/tables/index.ts'
import { article, folderWith, line, many, muctieu } from '../../cli/harness.ts'
import { contents, exported, jsonl, ndjson, TEXTS } from './dataset.ts'

const TABLES = tablesOf(false).filter(t => !t.isCsvOnly)
let folder: string
let dataset: string
let withText: string
beforeAll(async () => {
  folder = folderWith({ 'in/a.ndjson': ndjson() })
  dataset = await exported(folder)
  withText = await exported(folder, ['--with-text'], 'with')
})

const sqlite = (table: string): Record<string, unknown>[] => {
  const db = new Database(join(dataset, 'data/muctieu.sqlite'), { readonly: true })
  try {
    return db.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]
  } finally {
    db.close()
  }
}
const parquet = async (table: string): Promise<Record<string, unknown>[]> => {
  const bytes = readFileSync(join(dataset, `data/${table}.parquet`))
  return parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer })
}
const csv = (table: string): Record<string, string>[] =>
  parse(readFileSync(join(dataset, `data/${table}.csv`)), { bom: true, columns: true }) as Record<string, string>[]
const sorted = (rows: readonly Record<string, unknown>[]): string[] => rows.map(row => JSON.stringify(row)).toSorted()

test('the card shows sites as text, whatever they are made of', async () => {
  const text = `${TEXTS[0]} Bản khác.`
  const other = folderWith({ 'in/a.ndjson': line({ id: 'x', site: '<script>|[x](javascript:y)\n# *z*', text }) })
  const card = readFileSync(join(await exported(other), 'README.md'), 'utf8')
  expect(card).toContain('| &#60;script&#62;\\|\\[x\\](javascript:y) ⏎ \\# \\*z\\* | 1 |')
})

describe('formats', () => {
  test.each(TABLES.map(t => t.name))('CSV, Parquet and SQLite hold equal rows of %s, as other programs read them', async table => {
    const rows = await parquet(table)
    expect(rows).toHaveLength(jsonl(dataset, table).length)
    expect(sorted(sqlite(table))).toEqual(sorted(rows))
    const asText = rows.map(row => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, v === null ? '' : String(v)])))
    expect(csv(table).map(row => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, unguarded(v)])))).toEqual(asText)
  })

  test('every kind of table has rows', () => {
    for (const table of [
      'articles',
      'documents',
      'targets',
      'rank_goals',
      'observations',
      'mentions',
      'evidence',
      'claims',
      'official_documents',
      'contradictions',
      'places',
      'indicators',
      'document_types'
    ])
      expect(jsonl(dataset, table).length, table).toBeGreaterThan(0)
  })

  test.each(['without', 'with'])('the schemas accept every line %s text, and reject a broken one', form => {
    const of = form === 'with' ? withText : dataset
    for (const { name } of TABLES) {
      const validate = new Ajv2020({ strict: false }).compile(
        JSON.parse(readFileSync(join(of, `schema/${name}.schema.json`), 'utf8')) as object
      )
      for (const one of jsonl(of, name)) expect(validate(one), `${name} ${JSON.stringify(validate.errors)}`).toBe(true)
      const [first] = jsonl(of, name)
      if (first === undefined) continue
      expect(validate({ ...first, bogus: 1 })).toBe(false)
      const { [Object.keys(first)[1] as string]: _, ...cut } = first
      expect(validate(cut)).toBe(false)
    }
  })

  test('data package and Croissant name every table with its columns and the hashes of its files', () => {
    const packaged = JSON.parse(readFileSync(join(dataset, 'datapackage.json'), 'utf8')) as {
      resources: { path: string; hash: string; schema?: { fields: { name: string }[] } }[]
    }
    const croissant = JSON.parse(readFileSync(join(dataset, 'croissant.json'), 'utf8')) as {
      recordSet: { name: string; field: { name: string }[] }[]
      distribution: { contentUrl: string; sha256: string }[]
    }
    for (const { name, columns } of TABLES) {
      const resource = packaged.resources.find(r => r.path === `data/${name}.csv`)
      expect(resource?.schema?.fields.map(f => f.name)).toEqual(columns.map(c => c.name))
      expect(croissant.recordSet.find(r => r.name === name)?.field.map(f => f.name)).toEqual(columns.map(c => c.name))
      const hash = createHash('sha256')
        .update(readFileSync(join(dataset, `data/${name}.csv`)))
        .digest('hex')
      expect(resource?.hash).toBe(`sha256:${hash}`)
      expect(croissant.distribution.find(d => d.contentUrl === `data/${name}.csv`)?.sha256).toBe(hash)
    }
  })

  test('sha256sum finds every sum right', () => {
    expect(spawnSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: dataset }).status).toBe(0)
  })
})

describe('what it tells', () => {
  test('one document over two articles is one, with names in both languages', () => {
    const rows = csv('official_documents').filter(r => r['number'] === '147-NQ/TU')
    expect(rows).toMatchObject([
      {
        articles: '2',
        reports: '2',
        type_name_vi: 'Nghị quyết',
        type_name_en: 'resolution',
        issued: '2021-05-17',
        issued_from: '2021-05-17',
        issued_precision: 'day'
      }
    ])
  })

  test('one target in two articles is one claim with two reports, and 20 % there contradicts it', () => {
    const claims = csv('claims').filter(r => r['subject_id'] === 'digital_economy_share_grdp')
    expect(claims.map(c => [c['low'], c['reports'], c['articles']]).toSorted()).toEqual([
      ['20', '1', '1'],
      ['22', '2', '2']
    ])
    expect(
      csv('contradictions')
        .map(c => c['claim_id'])
        .toSorted()
    ).toEqual(claims.map(c => c['id']).toSorted())
    expect(csv('targets').filter(t => t['claim_id'] === claims.find(c => c['low'] === '22')?.['id'])).toHaveLength(2)
  })

  test('a goal that was set anew is a row for each of its values, in the order of time', async () => {
    const said = (day: string, share: string): string =>
      line({ published: day, text: `Tin\n\nTỉnh Hậu Giang phấn đấu đến năm 2025, kinh tế số chiếm ${share} GRDP, ngày ${day}.\n` })
    const other = folderWith({ 'in/a.ndjson': said('2021-02-01', '20%') + said('2021-09-01', '25%') })
    const moved = await exported(other)
    expect(jsonl(moved, 'contradictions')).toEqual([])
    const claims = new Map(jsonl(moved, 'claims').map(claim => [claim['id'], claim['low']]))
    expect(jsonl(moved, 'target_changes').map(row => [row['step'], row['since'], row['until'], claims.get(row['claim_id'])])).toEqual([
      [1, '2021-02-01', '2021-02-01', 20],
      [2, '2021-09-01', '2021-09-01', 25]
    ])
    expect(await muctieu(other, ['verify', 'dataset', '--inputs', 'in'])).toMatchObject({ code: 0 })
  })

  test('every date has its first and last day and what it is precise to', () => {
    expect(csv('targets')[0]).toMatchObject({
      deadline: '2025',
      deadline_from: '2025-01-01',
      deadline_to: '2025-12-31',
      deadline_precision: 'year'
    })
  })

  test('targets_flat has one row a target with article, document, issuer, place and indicator', () => {
    const flat = csv('targets_flat')
    expect(flat).toHaveLength(csv('targets').length)
    expect(flat.find(r => r['url'] === 'https://bao.vn/0')).toMatchObject({
      published: '2021-07-01',
      site: 'bao.vn',
      place_name_vi: 'Hậu Giang',
      place_name_en: 'Hau Giang',
      document_number: '147-NQ/TU',
      issued: '2021-05-17',
      issuer_name_vi: 'Tỉnh ủy Hậu Giang'
    })
  })

  test('places stand in both lists, with codes, days and what they became part of', () => {
    expect(csv('places').filter(p => p['id'] === 'hau_giang')).toMatchObject([
      { units: '63', name_vi: 'Hậu Giang', valid_to: '2025-06-30', merged_into: 'can_tho' }
    ])
    for (const units of ['63', '34']) expect(csv('places').filter(p => p['units'] === units)).toHaveLength(Number(units))
  })
})

describe('text', () => {
  test('without --with-text no sentence, headline or quote is in any file', () => {
    for (const [name, content] of Object.entries(contents(dataset))) {
      for (const words of ['định hướng đến năm 2030', 'ban hành Nghị quyết', 'HYPERLINK', '22% GRDP;'])
        expect(content.includes(Buffer.from(words).toString('latin1')), `${name}: ${words}`).toBe(false)
    }
  })

  test('with it quotes are what stands there, in UTF-16 and in code points', () => {
    const texts = new Map(jsonl(withText, 'articles').map(a => [a['id'], String(a['text'])]))
    expect([...texts.values()].toSorted()).toEqual(TEXTS.toSorted())
    for (const { article_id, start, end, start_cp, end_cp, quote } of jsonl(withText, 'mentions')) {
      const text = texts.get(article_id) as string
      expect(text.slice(Number(start), Number(end))).toBe(quote)
      expect([...text].slice(Number(start_cp), Number(end_cp)).join('')).toBe(quote)
    }
  })

  test('a headline that is a formula is none in CSV', () => {
    expect(readFileSync(join(withText, 'data/articles.csv'), 'utf8')).toContain(`"'=HYPERLINK(""x"")"`)
  })
})

describe('the same bytes', () => {
  test('whatever the order of inputs, the runs they came in and the number of threads', async () => {
    const lines = [...ndjson().trimEnd().split('\n'), ...many(40).trimEnd().split('\n')]
    const files = Object.fromEntries(lines.map((text, i) => [`in/${i}.ndjson`, `${text}\n`]))
    const other = folderWith(files)
    const names = Object.keys(files)
    const first = await exported(other, [], 'first', ['in'])
    for (const [i, path] of names.toReversed().entries()) if (i % 15 === 0) await muctieu(other, ['run', path, '--db', 'second.sqlite'])
    await muctieu(other, ['run', ...names.toReversed(), '--db', 'second.sqlite', '--workers', '2'])
    const second = await exported(
      other,
      [],
      'second',
      names.map(name => name)
    )
    // Files given by their own names have other sources than those of a folder; inside it they are the same.
    expect(readFileSync(join(second, 'SHA256SUMS'), 'utf8')).toBe(readFileSync(join(first, 'SHA256SUMS'), 'utf8'))
  })

  test('nothing that is summed tells where, when or by which Node it was made', () => {
    for (const [name, content] of Object.entries(contents(dataset)))
      for (const words of [folder, process.versions.node, '2026-01-02T03']) expect(content.includes(words), `${name}: ${words}`).toBe(false)
    expect(JSON.parse(readFileSync(join(dataset, 'build-info.json'), 'utf8'))).toMatchObject({
      made: '2026-01-02T03:04:05.000Z',
      node: process.versions.node
    })
  })
})

describe('which articles', () => {
  test('two folders with different texts under one file name give two articles', async () => {
    const other = folderWith({ 'x/a.txt': article(60), 'y/a.txt': article(61) })
    expect(jsonl(await exported(other, [], 'out', ['x', 'y']), 'articles').map(a => a['key'])).toEqual(['source:y/a.txt', 'source:x/a.txt'])
  })

  test('a text that a newer one replaced is left out, unless all versions are asked for', async () => {
    const of = (n: number, day: string) => line({ url: 'https://bao.vn/a', published: day, text: article(n) })
    const other = folderWith({ 'in/a.ndjson': of(60, '2024-01-01'), 'in/b.ndjson': of(61, '2024-01-02') })
    expect(jsonl(await exported(other), 'articles')).toHaveLength(1)
    const all = jsonl(await exported(other, ['--all-versions'], 'all'), 'articles')
    const newest = all.find(a => a['superseded_by'] === null)
    expect(all.map(a => a['superseded_by']).filter(id => id !== null)).toEqual([newest?.['id']])
  })

  test('--since lists what was gained, lost and changed', async () => {
    const other = folderWith({ 'in/a.ndjson': ndjson() })
    await muctieu(other, ['run', 'in', '--db', 'd.sqlite', '--name', 'before', '--without', 'place/gazetteer'])
    await muctieu(other, ['run', 'in', '--db', 'd.sqlite', '--name', 'after'])
    const done = await muctieu(other, ['export', '--db', 'd.sqlite', '--to', 'out', '--run', 'after', '--since', 'before'])
    expect(done.code).toBe(0)
    const changes = jsonl(join(other, 'out'), 'changes')
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.find(c => c['kind'] === 'target')).toMatchObject({
      change: 'changed',
      reason: 'extraction',
      fields: expect.arrayContaining(['place'])
    })
    expect((await muctieu(other, ['verify', 'out', '--inputs', 'in'])).stdout).toMatch(/\nREPRODUCED\n$/)
  })
})

describe('the folder', () => {
  test('an earlier export is replaced, anything else is not touched', async () => {
    const other = folderWith({ 'in/a.ndjson': ndjson(), 'mine/x.txt': 'x' })
    await exported(other)
    writeFileSync(join(other, 'dataset/stray.txt'), 'x')
    await exported(other)
    expect(existsSync(join(other, 'dataset/stray.txt'))).toBe(false)
    const refused = await muctieu(other, ['export', '--db', 'dataset.sqlite', '--to', 'mine'])
    expect([refused.code, readdirSync(join(other, 'mine'))]).toEqual([2, ['x.txt']])
  })
})
