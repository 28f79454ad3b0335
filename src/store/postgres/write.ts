import type { Article } from '../../model/article.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { InputKey, Reading } from '../reading.ts'
import type { ExtractionRows } from '../rows.ts'
import { toCell } from './cells.ts'
import { execute, type PostgresClient, rowsOf } from './client.ts'
import { noRows, sendExtraction, sendInput, sendMember, sendReading, sendRunDiagnostic } from './rows.ts'
import { statementsOf } from './statements.ts'

/** An article as a run brings it: what was extracted from it, and how it was read. */
export interface ArticleToWrite {
  /** The name of the extraction (`extractionIdentity`). */
  readonly identity: string
  readonly article: Article
  /** Null where it is stored already (`storedExtractions`). */
  readonly rows: ExtractionRows | null
  readonly readings: readonly ReadingToWrite[]
}

/** A reading with the file that it came from; null for a stream. */
export interface ReadingToWrite {
  readonly reading: Reading
  readonly input: (InputKey & { readonly bytes: number }) | null
}

/** What a piece of a run came to: its articles, and what is said of those that are none. */
export interface Results {
  readonly articles: readonly ArticleToWrite[]
  /** Diagnostics of the run itself: inputs and articles that failed. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Writes results of a run by a client on which the caller has begun a transaction (READ COMMITTED) and which they commit:
 * what else must happen with it or not at all, the mark of a shard, the end of a job, is theirs. Once a transaction, so that
 * two never wait for each other. The same results written twice are stored once, except for diagnostics of the run. The run
 * must be there (`beginPostgresRun`), and so must the extractions of articles without rows.
 */
export async function writeArticles(client: PostgresClient, run: number, { articles, diagnostics }: Results): Promise<void> {
  const rows = noRows()
  for (const { identity, article, rows: extraction, readings } of articles) {
    if (extraction !== null) sendExtraction(rows, identity, article, extraction)
    for (const { reading, input } of readings) {
      if (input !== null) sendInput(rows, input, input.bytes)
      sendReading(rows, reading, input)
      sendMember(rows, article.record.id, reading.identity, identity)
    }
  }
  for (const diagnostic of diagnostics) sendRunDiagnostic(rows, diagnostic)
  await execute(client, statementsOf(run, rows))
}

/** Which of some extractions (by `extractionIdentity`) are stored already. */
export async function storedExtractions(client: PostgresClient, identities: readonly string[]): Promise<ReadonlySet<string>> {
  const sql = 'SELECT identity FROM muctieu.extractions WHERE identity = ANY($1::text[])'
  return new Set((await rowsOf<{ identity: string }>(client, sql, [identities])).map(row => row.identity))
}

/** Which of some article ids and keys somebody had removed: they are not to be taken in again. */
export async function removedAmong(client: PostgresClient, values: readonly string[]): Promise<ReadonlySet<string>> {
  const asked = new Map(values.map(value => [toCell(value), value]))
  const sql = 'SELECT value FROM muctieu.removals WHERE value = ANY($1::text[])'
  return new Set((await rowsOf<{ value: string }>(client, sql, [[...asked.keys()]])).map(row => asked.get(row.value) as string))
}

/** An acknowledged file, as it is told by: its hash, and its name where it is empty. */
export interface AcknowledgedFile {
  readonly sha256: string
  readonly name: string
  readonly bytes: number
  readonly reason: string
}

/** The acknowledged among some files, by hash: failures of them are no failures (see `acknowledgementReader`). */
export async function acknowledgedAmong(client: PostgresClient, hashes: readonly string[]): Promise<readonly AcknowledgedFile[]> {
  const sql = 'SELECT sha256, name, bytes, reason FROM muctieu.acknowledgements WHERE sha256 = ANY($1::text[]) ORDER BY sha256, name'
  return await rowsOf<AcknowledgedFile>(client, sql, [hashes])
}
