import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '../../export/manifest.ts'
import type { Line } from '../../export/table.ts'
import { TABLES } from '../../export/tables/index.ts'
import { READER_VERSION } from '../../stages/read/version.ts'
import { markSuperseded } from '../../store/finish.ts'
import { closeStore, openStore } from '../../store/open.ts'
import { runNamed } from '../../store/read.ts'
import { beginRun, putRuleset } from '../../store/runs.ts'
import type { Io } from '../command.ts'
import type { Decided } from '../export/decided.ts'
import { datasetSource } from '../export/source.ts'
import { writeDataset } from '../export/write.ts'
import { optionsKey } from '../extraction-options.ts'
import { unlessAborted, untilAborted } from '../interruption.ts'
import { openPool } from '../net/pool.ts'
import { currentRuleset } from '../ruleset/load.ts'
import { openSession } from '../run/session.ts'
import { programVersion } from '../version.ts'
import { type Dataset, linesIn } from './dataset.ts'
import type { Rereading } from './inputs.ts'
import { flatRow } from './rows.ts'

/**
 * Reads, extracts and exports a dataset anew by the present rules into `scratch/rebuilt`, and gives its manifest; null where
 * its articles are not among what was read.
 */
export async function rebuild(
  dataset: Dataset,
  rereading: Rereading,
  scratch: string,
  io: Io,
  decided?: Decided
): Promise<Manifest | null> {
  const { manifest } = dataset
  const without = manifest.options.without ?? []
  const ruleset = currentRuleset()
  const method = { ruleset: ruleset.hash, options: optionsKey({ without }) }
  const shown = join(scratch, 'rebuilt.sqlite')
  const store = openStore(shown, shown, io.now)
  const pool = await openPool(io, { options: { without }, form: 'rows' })
  try {
    putRuleset(store, ruleset.hash, ruleset.parts)
    const start = {
      ...method,
      name: 'rebuilt',
      readingOptions: '{}',
      codeVersion: programVersion(),
      reader: READER_VERSION,
      started: io.now().toISOString(),
      isWhatIf: false
    }
    const run = beginRun(store, start)
    const wanted = new Set((linesIn(dataset.folder, 'data/articles.jsonl') ?? []).map(line => line?.['id']))
    for (const [readingOptions, results] of rereading.groups) {
      const onEvent = (): void => {}
      const session = openSession({ store, run, method, reader: READER_VERSION, readingOptions, pool, onEvent })
      for await (const result of untilAborted(results(), io.signal)) {
        if (result.kind === 'article' && wanted.has(result.article.record.id)) await unlessAborted(session.take(result), io.signal)
      }
      io.signal.throwIfAborted()
      if (!(await unlessAborted(session.finish(true), io.signal))) session.abandon()
      io.signal.throwIfAborted()
    }
    if (manifest.all_versions) markSuperseded(store, run)
    const source = datasetSource(
      store,
      { run: runNamed(store, shown, String(run)) },
      { allVersions: manifest.all_versions, ...(decided === undefined ? {} : { overlay: decided.overlay }) }
    )
    if (source === undefined) return null
    const folder = join(scratch, 'rebuilt')
    mkdirSync(folder)
    const changes = manifest.since === null ? null : [changesOf(dataset)]
    return await writeDataset(folder, source, {
      withText: manifest.text === 'with',
      allVersions: manifest.all_versions,
      isForExcel: manifest.excel,
      publication: manifest.publication,
      version: programVersion(),
      rulesetParts: ruleset.parts,
      accuracy: manifest.accuracy,
      sample: manifest.sample,
      decisions: decided === undefined ? null : { count: decided.count, hash: decided.hash },
      since: manifest.since,
      standing: manifest.standing,
      changes,
      buildInfo: {},
      signal: io.signal
    })
  } finally {
    closeStore(store)
    pool.close()
  }
}

/** What changed since another run cannot be made anew, so it is taken over, as far as it can stand in a table. */
function changesOf({ folder }: Dataset): readonly Line[] {
  const table = TABLES.changes
  const keys = new Set<string>()
  return (linesIn(folder, 'data/changes.jsonl') ?? []).flatMap(line => {
    const key = line === undefined || flatRow(table, line) === undefined ? undefined : JSON.stringify(table.key.map(name => line[name]))
    if (line === undefined || key === undefined || keys.has(key)) return []
    keys.add(key)
    return [line]
  })
}
