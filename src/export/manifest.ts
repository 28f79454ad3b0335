import * as z from 'zod'
import { sha256 } from '../text/hash.ts'
import { publicationSchema } from './publication.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const figure = z.number().nullable()
const interval = z.tuple([z.number(), z.number()]).nullable()
const scores = z.record(z.string(), z.number())
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const options = z.looseObject({ without: z.array(z.string()).optional() })

/** What decides the bytes of a dataset, and what it holds: `manifest.json`. */
export const manifestSchema = z.strictObject({
  manifest_version: z.literal(1),
  code: z.strictObject({ name: z.literal('muctieu'), version: z.string() }),
  ruleset: z.strictObject({ hash, file: z.string() }),
  /** Options that changed what was extracted. */
  options,
  reader: z.string(),
  text: z.enum(['with', 'without']),
  all_versions: z.boolean(),
  /** Whether CSV files begin with the mark by which Excel reads UTF-8. */
  excel: z.boolean(),
  publication: publicationSchema,
  /** The method that `changes` compares with. */
  since: z.strictObject({ ruleset: hash, options, articles: z.int() }).nullable(),
  /** Where it is not all that the database held: a newer ruleset and how many of these articles it had not read, and how many only other rulesets had. */
  standing: z.strictObject({ newer_ruleset: hash.nullable(), unread: z.int(), left_out: z.int() }).optional(),
  decisions: z.strictObject({ count: z.int(), hash }).nullable(),
  /** Precision and recall on articles that were drawn from this data by chance and judged whole, with 95 % intervals. */
  sample: z
    .strictObject({
      articles: z.int(),
      reviewers: z.array(z.string()),
      measures: z.array(z.strictObject({ label: z.string(), p: figure, p_interval: interval, r: figure, r_interval: interval }))
    })
    .nullable(),
  accuracy: z.strictObject({ articles: z.int(), f1: scores }).nullable(),
  inputs: z.strictObject({
    count: z.int(),
    bytes: z.int(),
    /** Articles that came from a stream and not from a file. */
    streamed: z.int(),
    set_hash: hash,
    files: z.array(z.strictObject({ source: z.string(), sha256: hash, bytes: z.int(), published: day.nullable() }))
  }),
  articles: z.strictObject({
    count: z.int(),
    first_published: z.string().nullable(),
    last_published: z.string().nullable(),
    set_hash: hash
  }),
  tables: z.record(z.string(), z.strictObject({ rows: z.int(), sha256: hash })),
  /** Of the rows alone, whatever format they are written in: the identity of the dataset. */
  logical_hash: hash
})

export type Manifest = z.output<typeof manifestSchema>

/** One hash of what the tables hold: their names and the hashes of their lines. */
export function logicalHash(tables: Manifest['tables']): string {
  const lines = Object.entries(tables).map(([name, table]) => `${name}\t${table.sha256}\n`)
  return sha256(lines.toSorted().join(''))
}

/** One hash of a list of strings, whatever their order. */
export function setHash(values: readonly string[]): string {
  return sha256(
    values
      .toSorted()
      .map(value => `${value}\n`)
      .join('')
  )
}

/** JSON as it stands in a file of the dataset. */
export function jsonFile(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
