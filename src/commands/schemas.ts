import * as z from 'zod'
import { benchmarkLineSchema, lotsSchema } from '../eval/benchmark/format.ts'
import { systemLineSchema } from '../eval/benchmark/systems/system.ts'
import { tableSchema } from '../export/json-schema.ts'
import { TABLES } from '../export/tables/index.ts'
import { MENTIONS } from '../mentions/index.ts'
import { articleSchema } from '../model/article.ts'
import { diagnosticSchema } from '../model/diagnostic-schema.ts'
import { mentionSchema, rejectionSchema, sentenceSchema } from '../model/record.ts'
import { RECORDS } from '../records/index.ts'
import { extractionLineSchema, failureLineSchema } from './article-lines/schema.ts'

/** The zod schema of every kind of line, in the order in which an article's kinds are explained. */
export function lineSchemas(): ReadonlyMap<string, z.ZodType> {
  const mentions = MENTIONS.filter(m => m.isPublic).map(m => mentionSchema.extend({ type: z.literal(m.type), value: m.schema }))
  return new Map<string, z.ZodType>([
    ['article', articleSchema],
    ...RECORDS.map(r => [r.kind, r.schema] as const),
    ['mention', z.union(mentions).describe('A span with a type and a value')],
    ['sentence', sentenceSchema],
    ['rejection', rejectionSchema],
    ['diagnostic', diagnosticSchema]
  ])
}

/**
 * The JSON Schemas that are published, by file name: one a kind, one that holds all for any line, one for the lines of each
 * table of an export, the lines of whole articles, and those of the benchmark.
 */
export function jsonSchemas(): ReadonlyMap<string, object> {
  const kinds = [...lineSchemas()].map(([kind, schema]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema)
    return { kind, $schema, rest }
  })
  const files = new Map<string, object>(
    kinds.map(({ kind, $schema, rest }) => [`${kind}.schema.json`, { $schema, ...titled(kind), ...rest }])
  )
  for (const table of Object.values(TABLES)) {
    if (table.name !== 'targets_flat') files.set(`${table.name}.schema.json`, tableSchema(table, contractOf(table.kind, files)))
  }
  for (const [name, schema] of Object.entries({ ...WHOLE, ...BENCHMARK })) {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' })
    files.set(`${name}.schema.json`, { $schema, ...titled(name), ...rest })
  }
  return files.set('line.schema.json', {
    $schema: kinds[0]?.$schema,
    ...titled('line'),
    description: 'Any line of output',
    anyOf: kinds.map(({ kind }) => ({ $ref: `#/$defs/${kind}` })),
    $defs: Object.fromEntries(kinds.map(({ kind, rest }) => [kind, rest]))
  })
}

/** What `extract --as articles` prints: an article with all that was read from it, or why there is none. */
const WHOLE: Readonly<Record<string, z.ZodType>> = { extraction: extractionLineSchema, failure: failureLineSchema }

/** The open benchmark: a line of a lot, what is known of the lots, and a line of another system's output. */
const BENCHMARK: Readonly<Record<string, z.ZodType>> = {
  benchmark: benchmarkLineSchema,
  benchmark_lots: lotsSchema,
  benchmark_system: systemLineSchema
}

function contractOf(kind: string | null, files: ReadonlyMap<string, object>): Readonly<Record<string, unknown>> | null {
  return kind === null ? null : (files.get(`${kind}.schema.json`) as Readonly<Record<string, unknown>>)
}

/** A JSON Schema as it stands in its file. */
export function schemaFile(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}

function titled(name: string): object {
  return { $id: `${name}.schema.json`, title: name }
}
