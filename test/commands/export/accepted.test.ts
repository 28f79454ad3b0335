import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { folderWith, muctieu } from '../../cli/harness.ts'
import { contents, exported, ndjson } from './dataset.ts'

interface Resource {
  readonly name: string
  readonly tabular: boolean
  read(options: object): Promise<unknown[]>
}
interface Package {
  readonly valid: boolean
  readonly errors: readonly Error[]
  readonly resources: readonly Resource[]
}
// The validator of the authors of Data Package, with the schemas that they published; it has no types.
const { Package } = createRequire(import.meta.url)('datapackage') as {
  readonly Package: { load(descriptor: unknown, options: object): Promise<Package> }
}
type Json = Record<string, unknown>

const SAID = ['--license', 'CC-BY-4.0', '--creator', 'Lan Nguyễn', '--creator', 'org:Viện Số', '--url', 'https://example.org/d']
let folder: string
let dataset: string
let said: string
beforeAll(async () => {
  folder = folderWith({ 'in/a.ndjson': ndjson() })
  dataset = await exported(folder)
  said = await exported(folder, [...SAID, '--issued', '2024-05-06'], 'said')
})
const json = (from: string, name: string): Json => JSON.parse(readFileSync(join(from, name), 'utf8')) as Json
const load = (from: string, change: (descriptor: Json) => Json = d => d) =>
  Package.load(change(json(from, 'datapackage.json')), { basePath: from })

describe('datapackage.json', () => {
  test('is valid by the published profiles, with and without what the publisher says', async () => {
    for (const one of [dataset, said]) {
      const loaded = await load(one)
      expect(loaded.errors.map(error => error.message)).toEqual([])
      expect(loaded.valid).toBe(true)
    }
    // The validator does see what is wrong.
    expect((await load(dataset, d => ({ ...d, licenses: [] }))).valid).toBe(false)
  })

  test('describes tables that its validator reads, row by row, with every key found', async () => {
    const tables = (await load(dataset)).resources.filter(resource => resource.tabular)
    expect(tables.length).toBeGreaterThan(15)
    for (const table of tables) await expect(table.read({ relations: true }), table.name).resolves.toBeInstanceOf(Array)
  })

  test('takes CSV alone for tables; the other files are files', () => {
    for (const resource of json(dataset, 'datapackage.json')['resources'] as Json[]) {
      const isCsv = String(resource['path']).endsWith('.csv')
      expect([resource['profile'], 'schema' in resource, resource['type']]).toEqual(
        isCsv ? ['tabular-data-resource', true, undefined] : ['data-resource', false, 'file']
      )
    }
  })
})

describe('croissant.json', () => {
  // What the specification (1.0) calls required of a dataset, a file, a table and a field.
  const REQUIRED = ['@context', '@type', 'conformsTo', 'name', 'description', 'license', 'url', 'creator', 'datePublished']

  test('has what Croissant 1.0 requires, in the form it requires', () => {
    const made = json(said, 'croissant.json')
    expect(Object.keys(made)).toEqual(expect.arrayContaining(REQUIRED))
    expect(made).toMatchObject({
      '@type': 'sc:Dataset',
      conformsTo: 'http://mlcommons.org/croissant/1.0',
      version: expect.stringMatching(/^\d\.\d\.\d$/),
      license: 'https://spdx.org/licenses/CC-BY-4.0.html',
      creator: [
        { '@type': 'sc:Person', name: 'Lan Nguyễn' },
        { '@type': 'sc:Organization', name: 'Viện Số' }
      ],
      url: 'https://example.org/d',
      datePublished: '2024-05-06',
      temporalCoverage: '2021-07-01/2021-07-03'
    })
  })

  test('every id is there once, and every reference leads to one', () => {
    const made = json(said, 'croissant.json')
    const files = made['distribution'] as Json[]
    const sets = made['recordSet'] as (Json & { field: Json[] })[]
    const fields = sets.flatMap(set => set.field)
    const ids = [...files, ...sets, ...fields].map(node => node['@id'])
    expect(new Set(ids).size).toBe(ids.length)
    for (const node of [...files, ...sets, ...fields]) expect(node['name']).toMatch(/^[\w.-]+$/)
    for (const file of files)
      expect(file).toMatchObject({ '@type': 'cr:FileObject', encodingFormat: 'text/csv', sha256: expect.any(String) })
    for (const field of fields) {
      const { source, references } = field as { source: { fileObject: Json }; references?: { field: Json } }
      expect(ids).toContain(source.fileObject['@id'])
      if (references !== undefined) expect(ids).toContain(references.field['@id'])
      expect(field['dataType']).toMatch(/^sc:(?:Text|Integer|Float)$/)
    }
    expect(fields.some(field => 'references' in field)).toBe(true)
  })

  test('says nothing that nobody said', () => {
    const made = json(dataset, 'croissant.json')
    expect(Object.keys(made)).not.toEqual(expect.arrayContaining(['license']))
    for (const key of ['creator', 'url']) expect(made).not.toHaveProperty(key)
    expect(made['datePublished']).toBe('2021-07-03')
  })
})

describe('CSV', () => {
  test('begins with the first name; for Excel with the mark before it, which is verified as well', async () => {
    expect(readFileSync(join(dataset, 'data/targets.csv'), 'utf8')).toMatch(/^id,/)
    const excel = await exported(folder, ['--excel'], 'excel')
    expect(readFileSync(join(excel, 'data/targets.csv'), 'utf8')).toMatch(/^\ufeffid,/)
    expect(await muctieu(folder, ['verify', 'excel', '--inputs', 'in'])).toMatchObject({ code: 0 })
  })
})

describe('what the publisher says', () => {
  test('is remembered for the next export, whose bytes are the same, and is taken back by an empty string', async () => {
    const again = async (...more: string[]): Promise<Json> => {
      await muctieu(folder, ['export', '--db', 'said.sqlite', '--to', 'again', ...more])
      return json(join(folder, 'again'), 'manifest.json')['publication'] as Json
    }
    expect(await again('--issued', '2024-05-06')).toEqual(json(said, 'manifest.json')['publication'])
    expect(contents(join(folder, 'again'))).toEqual(contents(said))
    expect(await again('--license', '', '--creator', '')).toEqual({
      license: null,
      creators: [],
      url: 'https://example.org/d',
      issued: null
    })
    expect((await again())['license']).toBeNull()
  })

  test('stands in the card and is rebuilt with it', async () => {
    expect(readFileSync(join(said, 'README.md'), 'utf8')).toMatch(/Lan Nguyễn, Viện Số.*\n[\s\S]*License of this dataset: CC-BY-4\.0/)
    expect(await muctieu(folder, ['verify', 'said', '--inputs', 'in'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/REPRODUCED/)
    })
  })

  test.each([
    ['--license', 'free for all'],
    ['--url', 'example.org'],
    ['--issued', '2024-02-30']
  ])('%s %s is refused in one sentence', async (option, value) => {
    const done = await muctieu(folder, ['export', '--db', 'said.sqlite', '--to', 'refused', option, value])
    expect(done).toMatchObject({ code: 2, stderr: expect.stringMatching(new RegExp(`^muctieu: ${option} wants .*\n$`)) })
  })
})

test('CITATION.cff has what its format requires, and the version of the package', () => {
  const text = readFileSync('CITATION.cff', 'utf8')
  const { version, license } = json('.', 'package.json')
  for (const line of [
    'cff-version: 1.2.0',
    'message: .+',
    'title: .+',
    'authors:\n {2}- name: .+',
    `version: ${version}`,
    `license: ${license}`
  ])
    expect(text).toMatch(new RegExp(`^${line}$`, 'm'))
})
