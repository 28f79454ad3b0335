import { readFileSync } from 'node:fs'
import type { Ajv2020 } from 'ajv/dist/2020.js'
import type { Finding } from '../../export/compare.ts'
import type { Line, Table } from '../../export/table.ts'
import { jsonSchemas } from '../schemas.ts'
import { memberOf } from './members.ts'

/** What is wrong with a line by the schema that stands in a dataset, in words; undefined where nothing is. */
export type Validator = (line: Line) => string | undefined

/** The validator of a table; undefined where the dataset has no schema of it, or one that would not do. */
export function validatorOf(ajv: Ajv2020, folder: string, table: Table, findings: Finding[]): Validator | undefined {
  const path = `schema/${table.name}.schema.json`
  const file = memberOf(folder, path)
  if (file === undefined) return undefined
  try {
    const validate = ajv.compile(bounded(JSON.parse(readFileSync(file, 'utf8'))) as object)
    return line => {
      if (validate(line)) return undefined
      const error = validate.errors?.[0]
      return `${error?.instancePath.slice(1).replaceAll('/', '.') ?? ''} ${error?.message ?? ''}`
    }
  } catch {
    findings.push({ kind: 'schema', path, message: `${path} is no JSON Schema of the kind that is exported.` })
    return undefined
  }
}

// By these, or by a pattern, a schema can make its reader work without end; those of an export have none of them.
const ENDLESS = new Set(['$ref', '$dynamicRef', '$recursiveRef', 'patternProperties', 'uniqueItems'])
const OWN_PATTERNS = /"pattern":("(?:[^"\\]|\\.)*")/g
let patterns: ReadonlySet<string> | undefined

/** A schema that takes time by its size alone: patterns that this program does not know are left out. */
function bounded(schema: unknown): unknown {
  if (schema === null || typeof schema !== 'object') return schema
  if (Array.isArray(schema)) return schema.map(bounded)
  patterns ??= new Set(
    [...JSON.stringify([...jsonSchemas().values()]).matchAll(OWN_PATTERNS)].map(m => JSON.parse(m[1] as string) as string)
  )
  const parts = Object.entries(schema).filter(([key, value]) => key !== 'pattern' || typeof value !== 'string' || patterns?.has(value))
  if (parts.some(([key]) => ENDLESS.has(key))) throw new SyntaxError('It may have no end.')
  return Object.fromEntries(parts.map(([key, value]) => [key, bounded(value)]))
}
