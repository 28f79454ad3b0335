import type { Manifest } from './manifest.ts'
import type { DatasetFile } from './sums.ts'
import type { Column, ColumnType, Table } from './table.ts'

const TITLE = 'Targets in Vietnamese news: which document sets which target, for which place, by when'
const FRICTIONLESS: Readonly<Record<ColumnType, string>> = { string: 'string', json: 'string', integer: 'integer', number: 'number' }
const CROISSANT: Readonly<Record<ColumnType, string>> = { string: 'sc:Text', json: 'sc:Text', integer: 'sc:Integer', number: 'sc:Float' }

/** `datapackage.json` (Frictionless): every table's CSV file with its columns and keys, and every other data file. */
export function dataPackage(tables: readonly Table[], files: readonly DatasetFile[], manifest: Manifest): object {
  const resources = files.map(file => {
    const table = tables.find(t => file.path === `data/${t.name}.csv`)
    const common = { name: nameOf(file.path), path: file.path, bytes: file.bytes, hash: `sha256:${file.sha256}` }
    if (table === undefined) return { ...common, format: file.path.slice(file.path.lastIndexOf('.') + 1) }
    return {
      ...common,
      description: table.says,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { lineTerminator: '\r\n' },
      schema: {
        fields: table.columns.map(fieldOf),
        missingValues: [''],
        primaryKey: table.key,
        foreignKeys: table.foreignKeys.map(f => ({ fields: f.columns, reference: { resource: `${f.table}.csv`, fields: f.to } }))
      }
    }
  })
  const version = `sha256:${manifest.logical_hash}`
  return { profile: 'tabular-data-package', name: 'muctieu-targets', title: TITLE, version, resources }
}

function fieldOf({ name, type, says, isRequired }: Column): object {
  return { name, type: FRICTIONLESS[type], description: says, ...(isRequired ? { constraints: { required: true } } : {}) }
}

/** `croissant.json` (MLCommons Croissant 1.0): the same for tools that read that. */
export function croissant(tables: readonly Table[], files: readonly DatasetFile[], manifest: Manifest): object {
  const csv = files.filter(file => file.path.endsWith('.csv'))
  return {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: 'muctieu-targets',
    description: TITLE,
    version: manifest.logical_hash.slice(0, 12),
    inLanguage: 'vi',
    distribution: csv.map(({ path, bytes, sha256 }) => ({
      '@type': 'cr:FileObject',
      '@id': path,
      name: nameOf(path),
      contentUrl: path,
      contentSize: `${bytes} B`,
      encodingFormat: 'text/csv',
      sha256
    })),
    recordSet: tables.flatMap(table => {
      const path = `data/${table.name}.csv`
      if (!csv.some(file => file.path === path)) return []
      const id = table.name
      return [
        {
          '@type': 'cr:RecordSet',
          '@id': id,
          name: id,
          description: table.says,
          key: table.key.map(column => ({ '@id': `${id}/${column}` })),
          field: table.columns.map(({ name, type, says }) => ({
            '@type': 'cr:Field',
            '@id': `${id}/${name}`,
            name,
            description: says,
            dataType: CROISSANT[type],
            source: { fileObject: { '@id': path }, extract: { column: name } }
          }))
        }
      ]
    })
  }
}

const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  conformsTo: 'dct:conformsTo',
  column: 'cr:column',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  key: 'cr:key',
  recordSet: 'cr:recordSet',
  source: 'cr:source'
} as const

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
