import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, lstatSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { setHash } from '../../../src/export/manifest.ts'
import { sha256 } from '../../../src/text/hash.ts'
import { folderWith, muctieu } from '../../cli/harness.ts'
import { IS_THOROUGH, someOf } from '../../thorough.ts'
import { exported, ndjson } from './dataset.ts'

let folder: string
beforeAll(async () => {
  folder = folderWith({ 'in/a.ndjson': ndjson(), 'precious.txt': 'mine' })
  await exported(folder)
})

let copies = 0
/** A copy of the dataset that somebody worked on, with checksums that fit. */
function crafted(work: (copy: string) => void): string {
  const name = `copy${copies++}`
  const copy = join(folder, name)
  cpSync(join(folder, 'dataset'), copy, { recursive: true })
  work(copy)
  const sums = readFileSync(join(copy, 'SHA256SUMS'), 'utf8').split('\n')
  const sealed = sums.map(text => {
    const path = join(copy, text.slice(66))
    return /^[0-9a-f]{64} {2}[a-z]/i.test(text) && lstatSync(path, { throwIfNoEntry: false })?.isFile()
      ? sha256(readFileSync(path)) + text.slice(64)
      : text
  })
  writeFileSync(join(copy, 'SHA256SUMS'), sealed.join('\n'))
  return name
}

interface Inputs {
  files: Record<string, unknown>[]
  count: number
  bytes: number
  set_hash: string
}
/** The dataset with other inputs in its manifest, whose sums fit. */
function withInputs(change: (file: Record<string, unknown>) => Record<string, unknown>[]): string {
  return crafted(copy => {
    const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as { inputs: Inputs }
    const { inputs } = manifest
    inputs.files = inputs.files.flatMap(change)
    inputs.count = inputs.files.length
    inputs.bytes = inputs.files.reduce((sum, file) => sum + Number(file['bytes']), 0)
    inputs.set_hash = setHash(inputs.files.map(file => JSON.stringify(file)))
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest, null, 2))
  })
}

/** The dataset with a manifest in which one part is another. */
function withManifest(change: (manifest: Record<string, unknown>) => void): string {
  return crafted(copy => {
    const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as Record<string, unknown>
    change(manifest)
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest))
  })
}

const within = (name: string, change: (content: string) => string) => (copy: string) =>
  writeFileSync(join(copy, name), change(readFileSync(join(copy, name), 'utf8')))
const everything = (): string => JSON.stringify(readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted())

/** Checks a dataset with its inputs, and without them unless only they can tell: it ends with 1 or 2, in words, and nothing in the folder changed. */
async function refused(name: string, says: RegExp, { alone = true } = {}): Promise<void> {
  const before = everything()
  for (const argv of [...(alone ? [[]] : []), ['--inputs', 'in']]) {
    const { code, stdout, stderr } = await muctieu(folder, ['verify', name, ...argv])
    expect([1, 2], `${stdout}${stderr}`).toContain(code)
    expect(stdout + stderr).not.toMatch(/^ {4}at /m)
    if (argv.length === 0 || !alone) expect(stdout + stderr).toMatch(says)
  }
  expect(everything()).toBe(before)
  expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('mine')
}

describe('a dataset that somebody made up is refused in words:', () => {
  test('inputs whose names lead out of the folder make no file', async () => {
    for (const source of ['../../precious.txt', join(folder, 'precious.txt'), '../../new/a.ndjson', 'a/../../../new.ndjson', '', '\0']) {
      const { code, stdout } = await muctieu(folder, ['verify', withInputs(file => [{ ...file, source }]), '--inputs', 'in'])
      expect(code).toBe(1)
      expect(stdout).toMatch(/manifest\.json lists the input .*, which no article is from\./)
    }
    expect(readdirSync(folder)).not.toContain('new')
    expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('mine')
  })

  test('a name that articles have too is a name and no path', async () => {
    const name = withInputs(file => [{ ...file, source: '../../precious.txt' }])
    within('data/articles.jsonl', text => text.replaceAll('"source":"a.ndjson', '"source":"../../precious.txt'))(join(folder, name))
    await refused(name, /does not match its checksum/)
  })

  test('one input listed a hundred thousand times is read once', async () => {
    const name = withInputs(file => Array.from({ length: 100_000 }, () => file))
    const { code, stdout } = await muctieu(folder, ['verify', name, '--inputs', 'in'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/NOT REPRODUCED/)
    const names = withInputs(file => Array.from({ length: 100_000 }, (_, i) => ({ ...file, source: `a${i}.ndjson` })))
    await refused(names, /manifest\.json lists the input a0\.ndjson, which no article is from/, { alone: false })
  })

  test('a day that is no day makes no folder', async () => {
    await refused(
      withInputs(file => [{ ...file, published: '../../new' }]),
      /manifest\.json is not as this program writes it: inputs\.files\.0\.published/
    )
  })

  test.each<readonly [claim: string, change: (manifest: Record<string, unknown>) => void, says: RegExp]>([
    ['options.without is a number', m => (m['options'] = { without: 5 }), /manifest\.json is not as .*options\.without/],
    ['inputs is null', m => (m['inputs'] = null), /manifest\.json is not as .*inputs/],
    ['tables is a list', m => (m['tables'] = []), /manifest\.json is not as .*tables/],
    ['a field is one too many', m => (m['more'] = 1), /manifest\.json is not as/]
  ])('%s', async (_claim, change, says) => {
    await refused(withManifest(change), says)
  })

  test('options.without names no rule', async () => {
    await refused(
      withManifest(m => (m['options'] = { without: ['no/such'] })),
      /There is no rule no\/such/,
      { alone: false }
    )
  })

  test('links and pipes in place of tables are not read', async () => {
    const paths = ['data/targets.jsonl', 'data/muctieu.sqlite', 'data/targets.csv', 'schema/targets.schema.json', 'data/targets.parquet']
    for (const path of someOf(paths, 2)) {
      const linked = crafted(copy => {
        rmSync(join(copy, path))
        symlinkSync('/dev/zero', join(copy, path))
      })
      // Its checksum is not made: it has no end.
      await refused(linked, new RegExp(`${path.replaceAll('.', '\\.')} is a link or no plain file`))
    }
    const piped = `copy${copies++}`
    cpSync(join(folder, 'dataset'), join(folder, piped), { recursive: true })
    rmSync(join(folder, piped, 'data/targets.csv'))
    execFileSync('mkfifo', [join(folder, piped, 'data/targets.csv')])
    await refused(piped, /data\/targets\.csv is a link or no plain file/)
    const manifest = `copy${copies++}`
    cpSync(join(folder, 'dataset'), join(folder, manifest), { recursive: true })
    rmSync(join(folder, manifest, 'manifest.json'))
    symlinkSync('/dev/zero', join(folder, manifest, 'manifest.json'))
    await refused(manifest, /is no export: it has no manifest\.json that can be read/)
  })

  test('checksums of files outside are not made', async () => {
    const name = crafted(copy =>
      appendFileSync(join(copy, 'SHA256SUMS'), `${'0'.repeat(64)}  ../precious.txt\n${'0'.repeat(64)}  /dev/zero\n`)
    )
    await refused(name, /SHA256SUMS names \.\.\/precious\.txt, which leads out of the dataset; it is not read\./)
  })

  test('a list of files that are not there is cut short', async () => {
    const name = crafted(copy =>
      appendFileSync(join(copy, 'SHA256SUMS'), Array.from({ length: 100_000 }, (_, i) => `${'0'.repeat(64)}  f${i}\n`).join(''))
    )
    const { stdout } = await muctieu(folder, ['verify', name])
    expect(stdout.split('\n').length).toBeLessThan(200)
  })

  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  test.each<readonly [string, string, (content: string) => string, RegExp]>([
    [
      'a line nested without measure',
      'data/targets.jsonl',
      text => text.replace('"qualifier":null', `"qualifier":${deep(200_000)}`),
      /targets\.jsonl, line \d+, is no JSON object/
    ],
    ...(IS_THOROUGH
      ? [
          [
            'a line without end',
            'data/targets.jsonl',
            () => `{"id":"${'x'.repeat(140 << 20)}`,
            /targets\.jsonl, line 1, is no JSON object/
          ] as const
        ]
      : []),
    [
      'a line of another kind',
      'data/articles.jsonl',
      text => `null\n5\n"x"\n[]\n{}\n${text}`,
      /articles\.jsonl, line 1, is no JSON object/
    ],
    [
      'fields of other types',
      'data/targets.jsonl',
      text => text.replaceAll(/"anchor":\{[^}]*\}/g, '"anchor":null'),
      /targets\.jsonl, row 1/
    ],
    [
      'an id that is no text',
      'data/articles.jsonl',
      text => text.replace(/"id":"[0-9a-f]{16}"/, '"id":{"toString":1,"valueOf":1}'),
      /articles\.jsonl, row 1/
    ],
    [
      'a schema that goes on for ever',
      'schema/targets.schema.json',
      () => '{"allOf":[{"$ref":"#"},{"$ref":"#"}]}',
      /targets\.schema\.json is no JSON Schema of the kind/
    ],
    [
      'a schema that is nested without measure',
      'schema/targets.schema.json',
      () => `{"a":${deep(100_000)}}`,
      /targets\.schema\.json is no JSON Schema/
    ],
    ['Parquet that is none', 'data/targets.parquet', () => 'PAR1 and so on PAR1', /targets\.parquet, it cannot be read/]
  ])('%s', async (_claim, path, change, says) => {
    await refused(crafted(within(path, change)), says)
  })

  test('a pattern in a schema that takes for ever is not asked', async () => {
    const slow = { type: 'object', properties: { id: { type: 'string', pattern: '^(?:[0-9a-f]+)+x$' } } }
    const name = crafted(within('schema/targets.schema.json', () => JSON.stringify(slow)))
    const { code } = await muctieu(folder, ['verify', name])
    expect(code).toBe(0)
  })

  const endless = (sql: string) => (copy: string) => {
    const db = new Database(join(copy, 'data/muctieu.sqlite'))
    db.exec(sql)
    db.close()
  }
  test.each([
    [
      'a view without end in place of a table',
      'DROP TABLE targets; CREATE VIEW targets AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r) SELECT id FROM r ORDER BY id',
      /view targets is not as an export makes it/
    ],
    ['a trigger', 'CREATE TRIGGER t AFTER INSERT ON targets BEGIN SELECT 1; END', /trigger t is not as an export makes it/],
    ['another table', 'CREATE TABLE more (x)', /table more is not as an export makes it/],
    ['a table with other columns', 'ALTER TABLE targets ADD COLUMN more TEXT', /table targets is not as an export makes it/],
    ['a table that is gone', 'DROP TABLE rejections', /table rejections is not as an export makes it/]
  ])('SQLite with %s', async (_claim, sql, says) => {
    await refused(crafted(endless(sql)), says)
  })
})

describe('a diff with a dataset that somebody made up', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  test.each<readonly [claim: string, change: (content: string) => string]>([
    ['fields of other types', text => text.replace(/"anchor":\{[^}]*\}/, '"anchor":null')],
    ['an id that is no text', text => text.replace(/"id":"[0-9a-f]{16}"/, '"id":{"toString":1}')],
    ['an indicator that is none', text => text.replace(/"indicator":\{[^}]*\}/, '"indicator":{"text":5}')],
    ['evidence that is none', text => text.replace(/"evidence":\{/, '"evidence":{"x":null,')],
    ['rules that are none', text => text.replace(/"rules":\[/, '"rules":[null,')],
    ['a line nested without measure', text => text.replace('"qualifier":null', `"qualifier":${deep}`)]
  ])('%s: one sentence', async (_claim, change) => {
    const name = crafted(within('data/targets.jsonl', change))
    for (const argv of [
      ['dataset', name],
      [name, 'dataset.sqlite']
    ]) {
      const { code, stderr } = await muctieu(folder, ['diff', ...argv])
      expect([code, stderr.trim().split('\n').length], stderr).toEqual([2, 1])
      expect(stderr).toMatch(/cannot be compared: line \d+ of targets\.jsonl is no line of extract or export/)
    }
  })

  test('links are not read', async () => {
    const name = crafted(copy => {
      rmSync(join(copy, 'data/targets.jsonl'))
      symlinkSync('/dev/zero', join(copy, 'data/targets.jsonl'))
    })
    expect(await muctieu(folder, ['diff', 'dataset', name])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/targets\.jsonl in \S+ is a link or no plain file; it is not read/)
    })
  })
})
