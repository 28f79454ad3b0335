import type { Column, ColumnType, Line, Table } from './table.ts'

type Schema = Record<string, unknown>

const HASH: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' }
const ID: Schema = { type: 'string', pattern: '^[0-9a-f]{16}$' }
const OFFSET: Schema = { type: 'integer', minimum: 0 }
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
const NULLABLE_TEXT = orNull({ type: 'string' })

/** What the export adds to the lines of a kind, behind the contract's own fields. */
const ADDED: Readonly<Record<string, Readonly<Record<string, Schema>>>> = {
  article: { title_sha256: orNull(HASH), superseded_by: orNull(ID), text: NULLABLE_TEXT },
  document: { title_sha256: orNull(HASH), official_document_id: ID },
  target: { qualifier_sha256: orNull(HASH), claim_id: ID },
  rank_goal: { claim_id: ID },
  diagnostic: { ordinal: OFFSET }
}

/** The JSON Schema of the lines of a table's JSONL file, with text or without; `contract` is the schema of the kind. */
export function tableSchema(table: Table, contract: Line | null): Schema {
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `${table.name}.schema.json`, title: table.name }
  if (contract === null) return { ...head, description: table.says, ...ofColumns(table.columns) }
  const { $schema: _, $id: __, title: ___, description: ____, ...rest } = contract
  return { ...head, description: table.says, ...(withAdded(withHashes(rest), ADDED[table.kind ?? ''] ?? {}) as Schema) }
}

/** Every object with a quote also has its hash and code points, and may come without the quote. */
function withHashes(schema: unknown): unknown {
  if (schema === null || typeof schema !== 'object') return schema
  if (Array.isArray(schema)) return schema.map(withHashes)
  const made = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withHashes(value)])) as Schema
  const properties = made['properties'] as Record<string, Schema> | undefined
  if (properties === undefined || !('start' in properties) || !('end' in properties)) return made
  const added: Record<string, Schema> = { start_cp: properties['start'] as Schema, end_cp: properties['end'] as Schema }
  if ('quote' in properties) added['quote_sha256'] = isNullable(properties['quote'] as Schema) ? orNull(HASH) : HASH
  return {
    ...made,
    properties: { ...properties, ...('quote' in properties ? { quote: NULLABLE_TEXT } : {}), ...added },
    required: [...((made['required'] as string[] | undefined) ?? []), ...Object.keys(added)]
  }
}

function isNullable(schema: Schema): boolean {
  const { type, anyOf } = schema
  return (Array.isArray(type) && type.includes('null')) || ((anyOf ?? []) as Schema[]).some(s => s['type'] === 'null')
}

function withAdded(schema: unknown, added: Readonly<Record<string, Schema>>): unknown {
  const { anyOf, oneOf, ...rest } = schema as Schema
  const variants = (anyOf ?? oneOf) as Schema[] | undefined
  // A kind with variants (an observation's measures) has its fields in each of them.
  if (variants !== undefined) return { ...rest, anyOf: variants.map(variant => withAdded(variant, added)) }
  const properties = rest['properties'] as Record<string, Schema>
  const own = 'qualifier' in properties ? { qualifier_sha256: orNull(HASH), ...added } : added
  return { ...rest, properties: { ...properties, ...own }, required: [...(rest['required'] as string[]), ...Object.keys(own)] }
}

const TYPES: Readonly<Record<ColumnType, Schema>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  json: { type: ['array', 'object'] }
}

/** A line that is made of plain columns; names and parts that only the flat tables have are left out. */
function ofColumns(columns: readonly Column[]): Schema {
  const fields = columns.filter(c => !isDerived(c.name))
  const properties: Record<string, Schema> = {}
  for (const { name, type, says, isRequired } of fields)
    properties[name] = { description: says, ...(isRequired ? TYPES[type] : orNull(TYPES[type])) }
  if (columns.some(c => c.name === 'subject_id')) properties['subject'] = orNull(NAMED)
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

const NAMED: Schema = {
  type: 'object',
  properties: { id: NULLABLE_TEXT, text: { type: 'string' } },
  required: ['id', 'text'],
  additionalProperties: false
}

function isDerived(name: string): boolean {
  return /_name_(?:vi|en)$|^(?:deadline|issued)_(?:from|to|precision)$|^subject_(?:id|text)$/.test(name)
}
