import type { Diagnostic } from '../../model/diagnostic.ts'
import { diagnosticWriter } from '../row-writers.ts'
import type { RunRow } from '../run-row.ts'
import { RUN_SEAL } from '../seals.ts'
import { fromCell, fromJsonCell } from './cells.ts'
import { type ArticleCopier, articleCopier } from './copy-articles.ts'
import { type Copies, rowsInTurn } from './copy-lists.ts'

/** A row of `runs`, JSON as text. */
export interface PostgresRun extends Omit<RunRow, 'counts' | 'timings'> {
  readonly counts: string
  readonly timings: string
}

interface Member {
  readonly article_id: string
  readonly reading: string
  readonly extraction: string
  readonly duplicate_of: string | null
  readonly superseded_by: string | null
}

// An article is some tens of kilobytes with all that is said of it.
const ARTICLES_AT_ONCE = 200

/** What copies a run with all that it holds; what another run brought already is there. */
export function runCopier(copies: Copies): (run: PostgresRun) => Promise<void> {
  const articles = articleCopier(copies)
  const { db } = copies
  const seal = db.prepare(`UPDATE runs SET seal = ${RUN_SEAL} WHERE id = ?`)
  return async run => {
    // Until all of it is here it goes on: a copy that is broken off is taken up again.
    putRun(copies, { ...run, status: 'running' })
    await copyReadings(copies, run.id, articles)
    await copyMembers(copies, run, articles)
    await copyDiagnostics(copies, run.id)
    const end = db.transaction(() => {
      putRun(copies, run)
      if (run.status !== 'running') seal.run(run.id)
    })
    end.immediate()
  }
}

function putRun({ db }: Copies, run: PostgresRun): void {
  const { id, name, status, ruleset, options, reading_options, code_version, reader } = run
  const { started, finished, input_set, counts, timings, what_if, is_complete } = run
  const said = [name === null ? null : fromCell(name), status, ruleset, options, fromCell(reading_options), code_version, reader, started]
  const came = [finished, input_set, fromJsonCell(counts), fromJsonCell(timings), what_if, is_complete]
  db.prepare(
    `INSERT INTO runs (id, name, status, ruleset, options, reading_options, code_version, reader, started, finished, input_set, counts,
       timings, what_if, is_complete) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET status = excluded.status, finished = excluded.finished, input_set = excluded.input_set,
       counts = excluded.counts, timings = excluded.timings, is_complete = excluded.is_complete`
  ).run(id, ...said, ...came)
}

async function copyReadings(copies: Copies, run: number, articles: ArticleCopier): Promise<void> {
  const { db } = copies
  const sql = `SELECT d.identity, d.input IS NOT NULL AS "isFiled" FROM muctieu.run_readings r JOIN muctieu.readings d ON d.id = r.reading
    WHERE r.run = $1 ORDER BY r.reading`
  const put = db.prepare('INSERT OR IGNORE INTO run_readings (run, reading) VALUES (?, ?)')
  type Seen = { readonly identity: string; readonly isFiled: boolean }
  for await (const seen of rowsInTurn<Seen>(copies, 'seen', sql, [run])) {
    const brought = await articles.bringReadings(seen)
    const write = db.transaction(() => {
      const ids = brought()
      for (const { identity } of seen) put.run(run, ids(identity))
    })
    write.immediate()
  }
}

async function copyMembers(copies: Copies, run: PostgresRun, articles: ArticleCopier): Promise<void> {
  const { db } = copies
  const sql = `SELECT a.article_id, d.identity AS reading, x.identity AS extraction, a.duplicate_of, a.superseded_by
    FROM muctieu.run_articles a JOIN muctieu.readings d ON d.id = a.reading JOIN muctieu.extractions x ON x.id = a.extraction
    WHERE a.run = $1 ORDER BY a.article_id`
  const put = db.prepare(
    'INSERT OR REPLACE INTO run_articles (run, article_id, reading, extraction, duplicate_of, superseded_by) VALUES (?, ?, ?, ?, ?, ?)'
  )
  const reading = db.prepare('SELECT id FROM readings WHERE identity = ?').pluck()
  for await (const members of rowsInTurn<Member>(copies, 'members', sql, [run.id], ARTICLES_AT_ONCE)) {
    const brought = await articles.bringExtractions(members.map(member => member.extraction))
    const write = db.transaction(() => {
      const ids = brought()
      for (const { article_id, reading: name, extraction, duplicate_of, superseded_by } of members)
        put.run(run.id, article_id, reading.get(name), ids(extraction), duplicate_of, superseded_by)
    })
    write.immediate()
  }
}

async function copyDiagnostics(copies: Copies, run: number): Promise<void> {
  const { db } = copies
  const note = diagnosticWriter(db)
  db.prepare('DELETE FROM diagnostics WHERE run = ?').run(run)
  const sql = 'SELECT line FROM muctieu.diagnostics WHERE run = $1 ORDER BY id'
  for await (const rows of rowsInTurn<{ readonly line: string }>(copies, 'said', sql, [run])) {
    const write = db.transaction(() => {
      for (const { line } of rows) note({ run }, JSON.parse(fromJsonCell(line)) as Diagnostic)
    })
    write.immediate()
  }
}
