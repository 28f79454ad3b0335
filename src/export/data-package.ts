import { TITLE } from './card.ts'
import type { Manifest } from './manifest.ts'
import { creatorOf, isAddress, licenseAddress } from './publication.ts'
import type { DatasetFile } from './sums.ts'
import { fileName } from './sums.ts'
import type { Column, ColumnType, Table } from './table.ts'

const TYPES: Readonly<Record<ColumnType, string>> = { string: 'string', json: 'string', integer: 'integer', number: 'number' }
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
  sqlite: 'application/vnd.sqlite3'
}

/**
 * `datapackage.json` (Frictionless Data Package 1): every table's CSV file with its columns and keys; the other files of
 * data are files, which no validator takes for tables.
 */
export function dataPackage(tables: readonly Table[], files: readonly DatasetFile[], manifest: Manifest): object {
  const { publication, articles, code } = manifest
  return {
    profile: 'data-package',
    name: 'muctieu-targets',
    id: `sha256:${manifest.logical_hash}`,
    title: TITLE,
    version: code.version,
    ...(publication.url === null ? {} : { homepage: publication.url }),
    ...(publication.license === null ? {} : { licenses: [licenseOf(publication.license)] }),
    ...(publication.creators.length === 0 ? {} : { contributors: publication.creators.map(contributorOf) }),
    keywords: ['targets', 'policy', 'news', 'Viet Nam'],
    // No list of articles is too long for manifest.json; here it is told how many there are.
    sources: [{ title: `${articles.count} articles of news, listed in manifest.json`, path: 'manifest.json' }],
    resources: files.map(file => resourceOf(file, tables))
  }
}

function licenseOf(license: string): object {
  return isAddress(license) ? { path: license } : { name: license, path: licenseAddress(license) }
}

function contributorOf(text: string): object {
  return { title: creatorOf(text).name, role: 'author' }
}

function resourceOf(file: DatasetFile, tables: readonly Table[]): object {
  const table = tables.find(t => file.path === `data/${t.name}.csv`)
  const common = { name: fileName(file.path), path: file.path, bytes: file.bytes, hash: `sha256:${file.sha256}` }
  if (table === undefined) {
    const format = file.path.slice(file.path.lastIndexOf('.') + 1)
    const mediatype = MEDIA_TYPES[format]
    // Without a type Python's frictionless takes JSONL and Parquet for tables, and wants their columns to be flat.
    return { ...common, profile: 'data-resource', type: 'file', format, ...(mediatype === undefined ? {} : { mediatype }) }
  }
  return {
    ...common,
    description: table.says,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', doubleQuote: true, lineTerminator: '\r\n' },
    schema: schemaOf(table)
  }
}

function schemaOf({ columns, key, foreignKeys }: Table): object {
  return {
    fields: columns.map(fieldOf),
    missingValues: [''],
    primaryKey: key,
    // An empty list of keys is against the specification.
    ...(foreignKeys.length === 0
      ? {}
      : { foreignKeys: foreignKeys.map(f => ({ fields: f.columns, reference: { resource: `${f.table}.csv`, fields: f.to } })) })
  }
}

function fieldOf({ name, type, says, isRequired }: Column): object {
  return { name, type: TYPES[type], description: says, ...(isRequired ? { constraints: { required: true } } : {}) }
}
