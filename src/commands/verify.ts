import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Finding } from '../export/compare.ts'
import { tablesOf } from '../export/tables/index.ts'
import { UsageError } from '../model/usage-error.ts'
import { openDatabaseToRead } from '../store/database.ts'
import { hidePassword } from '../store/postgres/address.ts'
import { visible } from '../text/visible.ts'
import type { Command, ExitCode, Io } from './command.ts'
import { decidedIn } from './export/decided.ts'
import { spendMemory } from './heap.ts'
import { JSON_OPTION, pathOf, pathsOf } from './operands.ts'
import { several } from './option-values.ts'
import { currentRuleset } from './ruleset/load.ts'
import { standingInWords } from './standing.ts'
import { checkCells } from './verify/cells.ts'
import { type Dataset, linesIn, openDataset } from './verify/dataset.ts'
import { firstDifference } from './verify/difference.ts'
import { fromDatabase, fromFiles, strangeInputs } from './verify/inputs.ts'
import { checkKeys, checkSchemas, checkSpans } from './verify/lines.ts'
import { rebuild } from './verify/rebuild.ts'
import { checkSums } from './verify/sums.ts'

interface VerifyOptions {
  readonly inputs?: readonly string[]
  readonly db?: string
  readonly json?: true
}

/** What became of a dataset that was checked. */
export type Verdict = 'CHECKED, not rebuilt' | 'REPRODUCED' | 'NOT REPRODUCED' | 'DAMAGED'

/** `muctieu verify`: whether a dataset is what it says. */
export const verifyCommand: Command = {
  name: 'verify',
  summary: 'check an exported dataset; with the texts, rebuild it and compare every byte',
  notes:
    'Without the texts: checksums, schemas, keys, spans, and whether CSV, Parquet and SQLite hold the same rows. Inputs are found by the hash of their bytes, under whatever names they have now.',
  operands: [{ name: '<dir>', says: 'the folder that "muctieu export" wrote' }],
  options: [
    { flags: '--inputs <path...>', says: 'files and folders with the articles it was made from', parse: several },
    { flags: '--db <database>', says: 'a database that holds their texts', parse: hidePassword },
    JSON_OPTION
  ],
  exits: [[1, 'not reproduced, or not what its sums and schemas say']],
  examples: [
    ['verify out/dataset', 'ends with CHECKED, not rebuilt'],
    ['verify out/dataset --inputs corpus/articles', 'ends with REPRODUCED, or with the first difference'],
    ['verify out/dataset --db out/muctieu.sqlite --json', 'the same from the texts in a database, for programs']
  ],
  async run([shown = ''], given, io) {
    return verify(shown, given as VerifyOptions, io)
  }
}

/** Checks a dataset and says what was found. */
export async function verify(shown: string, options: VerifyOptions, io: Io): Promise<ExitCode> {
  spendMemory()
  if (options.inputs !== undefined && options.db !== undefined) throw new UsageError('--inputs and --db exclude each other.')
  const dataset = openDataset(resolve(pathOf(shown, io)), shown)
  const words = standingOfDataset(dataset)
  if (words !== undefined) await io.stderr.write(`muctieu: ${words}\n`)
  const findings = await check(dataset)
  const wantsRebuilding = options.inputs !== undefined || options.db !== undefined
  const rebuilt = wantsRebuilding ? await compareRebuilt(dataset, options, findings, io) : []
  const all = [...findings, ...rebuilt]
  const verdict: Verdict = wantsRebuilding
    ? all.length === 0
      ? 'REPRODUCED'
      : 'NOT REPRODUCED'
    : all.length === 0
      ? 'CHECKED, not rebuilt'
      : 'DAMAGED'
  const { logical_hash, articles } = dataset.manifest
  if (options.json) await io.data.write(`${JSON.stringify({ verdict, logical_hash, findings: all }, null, 1)}\n`)
  else {
    for (const { message } of all) await io.stdout.write(`${visible(message)}\n`)
    await io.stdout.write(`${visible(shown)}: dataset ${logical_hash.slice(0, 12)}, ${articles.count} articles\n${verdict}\n`)
  }
  return all.length === 0 ? 0 : 1
}

/** What a dataset says of articles that its database held beside it. */
function standingOfDataset({ manifest: { standing, ruleset, articles } }: Dataset): string | undefined {
  if (standing === undefined) return undefined
  const { newer_ruleset: newer, unread, left_out: leftOut } = standing
  return standingInWords({ ruleset: ruleset.hash, articles: articles.count, newer, unread, leftOut })
}

async function check(dataset: Dataset): Promise<readonly Finding[]> {
  const tables = tablesOf(dataset.manifest.since !== null, dataset.manifest.decisions !== null)
  const sums = await checkSums(dataset)
  const { lines, findings } = checkSchemas(dataset, tables)
  const cells = await checkCells(dataset, tables, lines, currentRuleset().hash)
  return [
    ...sums,
    ...findings,
    ...checkKeys(
      lines,
      tables.filter(t => !t.isCsvOnly)
    ),
    ...checkSpans(lines),
    ...cells
  ]
}

async function compareRebuilt(dataset: Dataset, options: VerifyOptions, findings: readonly Finding[], io: Io): Promise<readonly Finding[]> {
  const { manifest } = dataset
  const scratch = mkdtempSync(join(tmpdir(), 'muctieu-verify-'))
  const store = options.db === undefined ? undefined : await openDatabaseToRead(pathOf(options.db, io), options.db)
  try {
    // The log of a database may have gone on since.
    const decided = manifest.decisions === null || store === undefined ? undefined : decidedIn(store, manifest.decisions.count)
    if (manifest.decisions !== null && decided?.hash !== manifest.decisions.hash)
      return [
        { kind: 'input', path: 'manifest.json', message: 'It holds decisions of reviewers, which are not at hand: it cannot be rebuilt.' }
      ]
    const articles = linesIn(dataset.folder, 'data/articles.jsonl') ?? []
    const [strange] = strangeInputs(manifest, articles)
    if (strange !== undefined)
      return [{ kind: 'input', path: 'manifest.json', message: `manifest.json lists the input ${strange}, which no article is from.` }]
    const ids = articles.flatMap(line => (typeof line?.['id'] === 'string' ? [line['id']] : []))
    const rereading =
      store === undefined ? await fromFiles(manifest, pathsOf(options.inputs ?? [], io), io) : fromDatabase(manifest, store, ids)
    if (rereading.missing.length > 0)
      return rereading.missing.map(what => ({ kind: 'input' as const, path: what, message: `Missing input: ${what}.` }))
    const now = await rebuild(dataset, rereading, scratch, io, decided)
    if (now === null) return [{ kind: 'rebuilt', path: 'data/articles.jsonl', message: 'None of its articles is in these inputs.' }]
    const difference = await firstDifference(
      dataset,
      join(scratch, 'rebuilt'),
      tablesOf(manifest.since !== null, manifest.decisions !== null),
      findings
    )
    return difference === undefined ? [] : [difference]
  } finally {
    store?.db.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}
