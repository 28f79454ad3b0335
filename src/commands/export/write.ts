import { availableParallelism } from 'node:os'
import { acrossLines } from '../../export/across-lines.ts'
import { linesOf } from '../../export/article-lines.ts'
import { type CardFacts, card } from '../../export/card.ts'
import { croissant } from '../../export/croissant.ts'
import { dataPackage } from '../../export/data-package.ts'
import { jsonFile, logicalHash, type Manifest, setHash } from '../../export/manifest.ts'
import type { Publication } from '../../export/publication.ts'
import { type DatasetFile, sumsOf } from '../../export/sums.ts'
import type { Line, Table } from '../../export/table.ts'
import { TABLES, tablesOf } from '../../export/tables/index.ts'
import type { DatasetInput } from '../../store/dataset.ts'
import { jsonSchemas, schemaFile } from '../schemas.ts'
import { writeWhole } from './files.ts'
import { lookupLines } from './names.ts'
import { acrossOf, type DatasetSource } from './source.ts'
import { type TableWriter, tableWriter } from './tables.ts'

/** What decides a dataset beside its articles. */
export interface DatasetSettings {
  readonly withText: boolean
  readonly allVersions: boolean
  /** Whether CSV files begin with the mark that Excel wants. */
  readonly isForExcel: boolean
  readonly publication: Publication
  readonly version: string
  readonly rulesetParts: readonly { readonly kind: string; readonly name: string; readonly hash: string }[]
  readonly accuracy: Manifest['accuracy']
  readonly sample: Manifest['sample']
  readonly decisions: Manifest['decisions']
  readonly since: Manifest['since']
  /** What the database held beside it; undefined where that is nothing. */
  readonly standing: Manifest['standing']
  /** The lines of the table `changes`, where there is one. */
  readonly changes: Iterable<readonly Line[]> | null
  /** What stands in build-info.json, which no sum covers. */
  readonly buildInfo: Readonly<Record<string, unknown>>
  /** Ends it between two articles. */
  readonly signal: AbortSignal
}

// Threads take longer to begin with than so many articles to write.
const FEW_ARTICLES = 100

/**
 * Writes a dataset into an empty folder. Everything but build-info.json depends on articles and settings alone. Throws the
 * reason of the signal where somebody interrupts.
 */
export async function writeDataset(folder: string, source: DatasetSource, settings: DatasetSettings): Promise<Manifest> {
  const tables = tablesOf(settings.changes !== null, settings.decisions !== null)
  const threads = source.count < FEW_ARTICLES ? 0 : availableParallelism() - 1
  const writer = tableWriter(folder, tables, { isForExcel: settings.isForExcel, threads })
  try {
    const facts = await writeTables(writer, source, settings)
    const { files, tables: written, sqlite } = await writer.finish()
    const manifest = manifestOf(source, settings, facts.articles(), written)
    describe(folder, tables, { files, manifest, facts: facts.facts(), rulesetParts: settings.rulesetParts })
    writeWhole(folder, 'build-info.json', jsonFile({ ...settings.buildInfo, sqlite }))
    return manifest
  } finally {
    await writer.close()
  }
}

/** Hands all lines of a dataset over; what was seen on the way. */
async function writeTables(writer: TableWriter, source: DatasetSource, settings: DatasetSettings): Promise<ReturnType<typeof tallyOf>> {
  const { withText, decisions, changes, signal } = settings
  const together = acrossOf(source)
  const tally = tallyOf()
  for (const article of source.articles()) {
    signal.throwIfAborted()
    for (const [table, lines] of Object.entries(linesOf(article, together, withText)))
      if (table !== 'decisions' || decisions !== null) await writer.push(table, lines)
    tally.see(article)
  }
  for (const [table, lines] of Object.entries({ ...acrossLines(together, withText), ...lookupLines() })) await writer.push(table, lines)
  for (const lines of changes ?? []) await writer.push('changes', lines)
  return tally
}

/** What is written about the tables of a dataset. */
interface Described {
  readonly files: readonly DatasetFile[]
  readonly manifest: Manifest
  readonly facts: CardFacts
  readonly rulesetParts: DatasetSettings['rulesetParts']
}

function describe(folder: string, tables: readonly Table[], { files, manifest, facts, rulesetParts }: Described): void {
  const described = [
    ...files,
    writeWhole(folder, 'ruleset.json', jsonFile({ hash: manifest.ruleset.hash, parts: rulesetParts })),
    writeWhole(folder, 'manifest.json', jsonFile(manifest)),
    writeWhole(folder, 'README.md', card(tables, manifest, facts)),
    writeWhole(folder, 'datapackage.json', jsonFile(dataPackage(tables, sorted(files), manifest))),
    writeWhole(folder, 'croissant.json', jsonFile(croissant(tables, sorted(files), manifest))),
    ...schemaFiles(folder)
  ]
  writeWhole(folder, 'SHA256SUMS', sumsOf(described))
}

function manifestOf(
  source: DatasetSource,
  settings: DatasetSettings,
  articles: Manifest['articles'],
  tables: Manifest['tables']
): Manifest {
  const files = source.inputs.map(({ source: name, sha256, bytes, options }) => ({
    source: name,
    sha256,
    bytes,
    published: publishedOf(options)
  }))
  return {
    manifest_version: 1,
    code: { name: 'muctieu', version: settings.version },
    ruleset: { hash: source.ruleset, file: 'ruleset.json' },
    options: JSON.parse(source.options) as Record<string, unknown>,
    reader: readersOf(source.inputs),
    text: settings.withText ? 'with' : 'without',
    all_versions: settings.allVersions,
    excel: settings.isForExcel,
    publication: settings.publication,
    since: settings.since,
    ...(settings.standing === undefined ? {} : { standing: settings.standing }),
    decisions: settings.decisions,
    sample: settings.sample,
    accuracy: settings.accuracy,
    inputs: {
      count: files.length,
      bytes: files.reduce((sum, file) => sum + file.bytes, 0),
      streamed: source.streamed,
      set_hash: setHash(files.map(file => JSON.stringify(file))),
      files
    },
    articles,
    tables,
    logical_hash: logicalHash(tables)
  }
}

function publishedOf(options: string): string | null {
  return (JSON.parse(options) as { readonly published?: string }).published ?? null
}

function readersOf(inputs: readonly DatasetInput[]): string {
  return [...new Set(inputs.map(i => i.reader))].toSorted().join(', ')
}

function tallyOf() {
  const sites = new Map<string | null, number>()
  const problems = new Map<string, number>()
  const days: string[] = []
  const hashes: string[] = []
  const add = <Key>(map: Map<Key, number>, key: Key): void => void map.set(key, (map.get(key) ?? 0) + 1)
  return {
    see: ({ extraction }: ReturnType<DatasetSource['articles']> extends Iterable<infer Item> ? Item : never): void => {
      add(sites, extraction.article.site)
      if (extraction.article.published !== null) days.push(extraction.article.published)
      hashes.push(extraction.article.sha256)
      for (const { code } of extraction.diagnostics) add(problems, code)
      for (const { reason } of extraction.rejections) add(problems, reason)
    },
    articles: (): Manifest['articles'] => {
      const order = days.toSorted()
      return { count: hashes.length, first_published: order[0] ?? null, last_published: order.at(-1) ?? null, set_hash: setHash(hashes) }
    },
    facts: (): CardFacts => ({ sites: byCount(sites), problems: byCount(problems) })
  }
}

function byCount<Key extends string | null>(map: ReadonlyMap<Key, number>): (readonly [Key, number])[] {
  return [...map].toSorted(([a, x], [b, y]) => y - x || (String(a) < String(b) ? -1 : 1))
}

function sorted(files: readonly DatasetFile[]): DatasetFile[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

function schemaFiles(folder: string): DatasetFile[] {
  const names = new Set(Object.keys(TABLES).map(table => `${table}.schema.json`))
  return [...jsonSchemas()].flatMap(([name, schema]) => (names.has(name) ? [writeWhole(folder, `schema/${name}`, schemaFile(schema))] : []))
}
