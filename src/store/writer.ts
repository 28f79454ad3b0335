import type { Article } from '../model/article.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { InputKey, Method, Reading } from './reading.ts'
import type { ExtractionRows } from './rows.ts'

/** Everything that writes articles and runs: each function one statement or a few; callers open the transactions. */
export interface StoreWriter {
  /** Runs `work` as one transaction. */
  transaction<Result>(work: () => Result): Result
  /** The id of an input that is being read; it counts as known only once it is completed. */
  openInput(key: InputKey, bytes: number): number
  /** The id of an input that others read, and of which the store may never hold all: what is known of it stays as it is. */
  nameInput(key: InputKey, bytes: number): number
  /** Marks an input as read to its end, with the failures of its parts, which a later run repeats; one without articles is forgotten. */
  completeInput(input: number, failures: readonly Diagnostic[]): void
  /** Stores a reading once and gives its id. */
  putReading(reading: Reading, input: number | null): number
  /** Stores the text and what was extracted from it, and gives the extraction's id. */
  putExtraction(identity: string, article: Article, method: Method, rows: ExtractionRows): number
  /** Says that a run has seen a reading, which names the article from now on if no better one does. */
  addReading(run: number, article: string, reading: number, extraction: number): void
  /** Says that a newer text of a run stands in the place of an article. */
  supersede(run: number, article: string, by: string): void
  /** A diagnostic of the run itself. */
  noteRun(run: number, diagnostic: Diagnostic): void
}
