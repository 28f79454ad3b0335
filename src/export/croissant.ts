import { TITLE } from './card.ts'
import type { Manifest } from './manifest.ts'
import { creatorOf, licenseAddress, type Publication } from './publication.ts'
import type { DatasetFile } from './sums.ts'
import { fileName } from './sums.ts'
import type { Column, ColumnType, Table } from './table.ts'

const TYPES: Readonly<Record<ColumnType, string>> = { string: 'sc:Text', json: 'sc:Text', integer: 'sc:Integer', number: 'sc:Float' }

/**
 * `croissant.json` (MLCommons Croissant 1.0): the tables as CSV files with their columns and keys. What nobody said (license,
 * creator, url) is left out; the day of publication is, unless another is given, the last one of its articles.
 */
export function croissant(tables: readonly Table[], files: readonly DatasetFile[], manifest: Manifest): object {
  const csv = files.filter(file => file.path.endsWith('.csv'))
  const held = tables.filter(table => csv.some(file => file.path === pathOf(table.name)))
  const { articles, code, logical_hash } = manifest
  const [from, to] = [articles.first_published, articles.last_published]
  return {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: 'muctieu-targets',
    description: TITLE,
    // The version of what read it, as MAJOR.MINOR.PATCH; which dataset it is says the identifier.
    version: code.version,
    identifier: `sha256:${logical_hash}`,
    ...published(manifest.publication, to),
    ...(from === null || to === null ? {} : { temporalCoverage: `${from}/${to}` }),
    inLanguage: 'vi',
    keywords: ['targets', 'policy', 'news', 'Viet Nam'],
    isLiveDataset: false,
    citeAs: `Targets in Vietnamese news, dataset ${logical_hash.slice(0, 12)}, read by muctieu ${code.version}.`,
    distribution: csv.map(({ path, bytes, sha256 }) => ({
      '@type': 'cr:FileObject',
      '@id': path,
      name: fileName(path),
      contentUrl: path,
      contentSize: `${bytes} B`,
      encodingFormat: 'text/csv',
      sha256
    })),
    recordSet: held.map(table => recordSetOf(table, held))
  }
}

function published({ license, creators, url, issued }: Publication, last: string | null): object {
  const named = creators.map(text => {
    const { name, isOrganization } = creatorOf(text)
    return { '@type': isOrganization ? 'sc:Organization' : 'sc:Person', name }
  })
  const day = issued ?? last
  return {
    ...(license === null ? {} : { license: licenseAddress(license) }),
    ...(named.length === 0 ? {} : { creator: named.length === 1 ? named[0] : named }),
    ...(url === null ? {} : { url }),
    ...(day === null ? {} : { datePublished: day })
  }
}

function recordSetOf(table: Table, held: readonly Table[]): object {
  return {
    '@type': 'cr:RecordSet',
    '@id': table.name,
    name: table.name,
    description: table.says,
    key: table.key.length === 1 ? idOf(table.name, table.key[0]) : table.key.map(column => idOf(table.name, column)),
    field: table.columns.map(column => fieldOf(table, column, held))
  }
}

function fieldOf(table: Table, { name, type, says }: Column, held: readonly Table[]): object {
  // A reference of Croissant is one field to one field.
  const to = table.foreignKeys.find(f => f.columns.length === 1 && f.columns[0] === name && held.some(t => t.name === f.table))
  return {
    '@type': 'cr:Field',
    ...idOf(table.name, name),
    name,
    description: says,
    dataType: TYPES[type],
    source: { fileObject: { '@id': pathOf(table.name) }, extract: { column: name } },
    ...(to === undefined ? {} : { references: { field: idOf(to.table, to.to[0]) } })
  }
}

function idOf(table: string, column: string | undefined): { readonly '@id': string } {
  return { '@id': `${table}/${column}` }
}

function pathOf(table: string): string {
  return `data/${table}.csv`
}

// The context that the specification recommends, whole: a reader may compare it.
const CR = (names: readonly string[]): Readonly<Record<string, string>> => Object.fromEntries(names.map(name => [name, `cr:${name}`]))
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  ...CR(['citeAs', 'column']),
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  ...CR(['extract', 'field', 'fileProperty', 'fileObject', 'fileSet', 'format', 'includes', 'isLiveDataset', 'jsonPath', 'key', 'md5']),
  ...CR(['parentField', 'path', 'recordSet', 'references', 'regex', 'repeated', 'replace']),
  sc: 'https://schema.org/',
  ...CR(['separator', 'source', 'subField', 'transform'])
} as const
