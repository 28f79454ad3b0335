import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { versions } from 'node:process'
import type { Manifest } from '../export/manifest.ts'
import { unsaid } from '../export/publication.ts'
import { UsageError } from '../model/usage-error.ts'
import { openDatabaseToRead } from '../store/database.ts'
import { rulesetParts } from '../store/dataset.ts'
import { makeFolder } from '../store/folder.ts'
import type { Store } from '../store/open.ts'
import { publicationOf } from '../store/publication.ts'
import { runNamed, type Scope } from '../store/read.ts'
import type { Standing } from '../store/standing.ts'
import { tableOfRows } from './columns.ts'
import type { Command, Io } from './command.ts'
import { sampleFigures } from './eval/sample.ts'
import { accuracyFrom } from './export/accuracy.ts'
import { changesSince } from './export/changes.ts'
import { type Decided, decidedIn } from './export/decided.ts'
import { PUBLICATION_OPTIONS, type PublicationOptions, publicationFor, remember } from './export/publication.ts'
import { type DatasetSource, datasetSource } from './export/source.ts'
import { type DatasetSettings, writeDataset } from './export/write.ts'
import { spendMemory } from './heap.ts'
import { DB_OPTION, JSON_OPTION, pathOf } from './operands.ts'
import { fullDisk } from './sinks.ts'
import { noState, tellStanding } from './standing.ts'
import { programVersion } from './version.ts'

/** What `export` was asked for. */
export interface ExportOptions extends PublicationOptions {
  readonly to: string
  readonly db: string
  readonly run?: string
  readonly since?: string
  readonly withText?: true
  readonly text?: boolean
  readonly allVersions?: true
  readonly accuracy?: string
  readonly decisions?: true
  readonly sample?: true
  readonly excel?: true
  readonly json?: true
}

/** `muctieu export`: a dataset one can cite. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'write the dataset: CSV, JSONL, Parquet, SQLite, with its card and checksums',
  notes:
    'The same articles, ruleset and options give the same bytes on every machine; what says where and when it was made stands in build-info.json alone. Without --run it is the current state of the database. Without --with-text the dataset holds no text of the articles, only where it stands and its hash.',
  options: [
    { flags: '--to <dir>', says: 'the folder to write; an earlier export in it is replaced', isRequired: true },
    DB_OPTION,
    { flags: '--run <run>', says: 'only what this run holds' },
    { flags: '--since <run>', says: 'with a table of what was gained, lost or changed since that run' },
    { flags: '--with-text', says: 'with the texts and quotes (mind their copyright)' },
    { flags: '--no-text', says: 'without them, which is the default' },
    { flags: '--all-versions', says: 'also articles that have a newer version' },
    { flags: '--decisions', says: 'with what reviewers decided: corrected, taken out and added records, and a table that says so' },
    { flags: '--sample', says: 'with precision and recall on the articles that "review --sample" drew, for the dataset card' },
    { flags: '--excel', says: 'CSV files begin with the mark (BOM) by which Excel reads UTF-8' },
    ...PUBLICATION_OPTIONS,
    { flags: '--accuracy <file>', says: 'what "muctieu eval --json" printed, for the dataset card' },
    JSON_OPTION
  ],
  examples: [
    ['export --to out/dataset', 'the current state of the database, without text'],
    ['export --to out/may --run may --since april', 'one run, with what it changed'],
    ['export --to out/private --with-text', 'with texts and quotes, to work with at home'],
    ['export --to out/dataset --license CC-BY-4.0 --creator "Lan" --url https://example.org', 'ready to be published']
  ],
  async run(_operands, given, io) {
    const options = given as unknown as ExportOptions
    const manifest = await exportDataset(options, io)
    await (options.json ? io.data : io.stdout).write(
      options.json ? `${JSON.stringify(manifest, null, 1)}\n` : inWords(options.to, manifest)
    )
    return 0
  }
}

/** Writes the dataset that the options ask for, all of it or nothing. */
async function exportDataset(options: ExportOptions, io: Io): Promise<Manifest> {
  if (options.withText && options.text === false) throw new UsageError('--with-text and --no-text exclude each other.')
  spendMemory()
  const target = resolve(pathOf(options.to, io))
  checkTarget(target, options.to)
  const accuracy = accuracyFrom(options.accuracy === undefined ? undefined : pathOf(options.accuracy, io), options.accuracy)
  const store = await openDatabaseToRead(pathOf(options.db, io), options.db)
  try {
    const scope: Scope = options.run === undefined ? 'current' : { run: runNamed(store, options.db, options.run) }
    const allVersions = options.allVersions ?? false
    const decided = options.decisions ? decidedIn(store) : undefined
    const source = datasetSource(store, scope, { allVersions, ...(decided === undefined ? {} : { overlay: decided.overlay }) })
    if (source === undefined)
      throw new UsageError(
        options.run === undefined ? noState(store, options.db) : `The database ${options.db} holds no article in run ${options.run}.`
      )
    const standing = scope === 'current' ? await tellStanding(store, io) : null
    const sample = options.sample ? sampleOf(store, scope) : null
    const settings = { ...settingsOf(store, source, options, io, accuracy, decided), sample, standing: manifestStanding(standing) }
    const manifest = await replaceFolder(target, options.to, folder => writeDataset(folder, source, settings))
    await remember(options.db, manifest.publication, publicationOf(store), io)
    return manifest
  } finally {
    store.db.close()
  }
}

/** What a dataset says of what it does not hold; undefined where it holds everything. */
function manifestStanding(standing: Standing | null): Manifest['standing'] {
  if (standing === null || (standing.newer === null && standing.leftOut === 0)) return undefined
  return { newer_ruleset: standing.newer, unread: standing.unread, left_out: standing.leftOut }
}

/** What was measured on articles drawn from this data; null where none was judged to the end. */
function sampleOf(store: Store, scope: Scope): Manifest['sample'] {
  const figures = sampleFigures(store, scope)
  if (figures === null || figures.articles === 0) return null
  const measures = figures.measures.map(({ label, p, p_interval, r, r_interval }) => ({
    label,
    p,
    p_interval: pair(p_interval),
    r,
    r_interval: pair(r_interval)
  }))
  return { articles: figures.articles, reviewers: [...figures.reviewers], measures }
}

function pair(interval: readonly [number, number] | null): [number, number] | null {
  return interval === null ? null : [interval[0], interval[1]]
}

function settingsOf(
  store: Store,
  source: DatasetSource,
  options: ExportOptions,
  io: Io,
  accuracy: Manifest['accuracy'],
  decided: Decided | undefined
): Omit<DatasetSettings, 'sample' | 'standing'> {
  const withText = options.withText ?? false
  const allVersions = options.allVersions ?? false
  const run = options.since === undefined ? undefined : runNamed(store, options.db, options.since)
  const before = run === undefined ? undefined : datasetSource(store, { run }, { allVersions })
  return {
    withText,
    allVersions,
    isForExcel: options.excel ?? false,
    publication: publicationFor(store, options),
    version: programVersion(),
    rulesetParts: rulesetParts(store, source.ruleset),
    accuracy,
    decisions: decided === undefined ? null : { count: decided.count, hash: decided.hash },
    since:
      run === undefined
        ? null
        : { ruleset: run.ruleset, options: JSON.parse(run.options) as Record<string, unknown>, articles: before?.count ?? 0 },
    changes: run === undefined ? null : changesSince(before, source, withText),
    buildInfo: {
      made: io.now().toISOString(),
      host: hostname(),
      node: versions.node,
      unicode: versions.unicode,
      db: options.db,
      run: options.run ?? null,
      since: options.since ?? null
    },
    signal: io.signal
  }
}

function checkTarget(target: string, shown: string): void {
  if (!existsSync(target)) return
  if (!statSync(target).isDirectory()) throw new UsageError(`${shown} is a file; --to wants a folder.`)
  const names = readdirSync(target)
  if (names.length > 0 && !(names.includes('manifest.json') && names.includes('SHA256SUMS')))
    throw new UsageError(`The folder ${shown} holds something else than an export; nothing was written.`)
}

/** Makes a folder beside the target and puts it in its place once it is whole. */
async function replaceFolder<Result>(target: string, shown: string, work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = join(dirname(target), `.${basename(target)}-${randomUUID()}`)
  try {
    makeFolder(folder)
    const result = await work(folder)
    rmSync(target, { recursive: true, force: true })
    renameSync(folder, target)
    return result
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    if (fullDisk(error) !== undefined) throw new UsageError(`The folder ${shown} cannot be written: the disk is full.`)
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (/^(?:EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EEXIST|ENAMETOOLONG)$/.test(code))
      throw new UsageError(`The folder ${shown} cannot be written (${code.toLowerCase()}).`)
    throw error
  }
}

function inWords(to: string, manifest: Manifest): string {
  const rows = Object.entries(manifest.tables).map(([name, { rows: n }]) => [`  ${name}`, String(n)])
  const missing = unsaid(manifest.publication, manifest.articles.last_published)
  const advice = missing.length === 0 ? '' : `\nTo publish it, say ${missing.join(', ')}: catalogues ask for that.\n`
  return `${to}: ${manifest.articles.count} articles, dataset ${manifest.logical_hash.slice(0, 12)}, ${manifest.text} text\n\n${tableOfRows(rows, new Set([1]))}${advice}`
}
