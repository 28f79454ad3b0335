import type { Article, ArticleRecord } from '../../model/article.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { InputInfo, ReadResult } from '../../stages/read/read.ts'
import { acknowledgementReader } from '../../store/acknowledgements.ts'
import { storeMemory } from '../../store/known.ts'
import type { Store } from '../../store/open.ts'
import { type InputKey, type Method, type Reading, storeWriter } from '../../store/write.ts'
import type { Extracted } from '../net/extracting.ts'
import type { Pool } from '../net/pool.ts'
import { noOutcomes, type Outcomes } from '../outcomes.ts'
import type { InputEvent } from '../telling.ts'
import { type Account, fail, refuse, tellOf } from './account.ts'
import { batcher } from './batcher.ts'
import { type Commits, openCommits } from './commits.ts'
import { type Bands, bandTable } from './duplicates.ts'
import { extractionIdentity, readingIdentity } from './identity.ts'
import { type InputLog, inputLog, type OpenInput, partLog } from './inputs.ts'

/** What a session is about. */
export interface SessionSettings {
  readonly store: Store
  readonly run: number
  readonly method: Method
  readonly reader: string
  readonly readingOptions: string
  readonly pool: Pool<'rows'>
  /** Told of every article and of all that gave none. */
  readonly onEvent: (event: InputEvent) => void
  /** What was said of how to read an input; present where inputs come in parts, in any order, which others read. */
  readonly optionsOfPart?: (input: InputInfo) => string
}

/** Takes what is read into the database: skips what is known, has the rest extracted, commits article by article. */
export interface Session {
  /** Whether an input needs no reading: the reader asks before it decodes. */
  isKnown(sha256: string, source: string): boolean
  take(result: ReadResult): Promise<void>
  /** Takes an article as the database holds it already: one of its readings, and the newer text that stands in its place. */
  takeStored(article: Article, reading: number, supersededBy: string | null): Promise<void>
  /** Notes that something gave no article. */
  fail(failure: Diagnostic): void
  /** Waits until all that was taken is committed. `isWhole` says that the reading came to its end. */
  finish(isWhole: boolean): Promise<void>
  /** Stores what is extracted and nothing more: what is still under way is left for another run. */
  abandon(): void
  readonly outcomes: Readonly<Outcomes>
  /** What near-duplicates of the articles are told by that were extracted. */
  readonly bands: Bands
}

/** A reading that waits for its article: how it is added to the run, inside a transaction, and what is to be done when it is. */
interface Waiting {
  readonly record: ArticleRecord
  /** What it was read from; null where it was stored already. */
  readonly input: OpenInput | null
  add(extraction: number): void
  done(): void
}

/** An article on its way through extraction, with every reading that waits for it. */
interface Job {
  readonly identity: string
  readonly article: Article
  readonly waiting: Waiting[]
}

interface State extends SessionSettings, Account {
  readonly memory: ReturnType<typeof storeMemory>
  readonly inputs: InputLog
  /** Jobs in flight by the identity of their extraction. */
  readonly jobs: Map<string, Job>
  readonly commits: Commits
  readonly bands: Bands
  isOver: boolean
}

/** Begins to take inputs into a run. */
export function openSession(settings: SessionSettings): Session {
  const writer = storeWriter(settings.store)
  const memory = storeMemory(settings.store, settings.method)
  const keyOf = (info: InputInfo): InputKey => ({
    sha256: info.sha256 as string,
    source: info.source,
    reader: settings.reader,
    options: settings.optionsOfPart?.(info) ?? settings.readingOptions
  })
  const state: State = {
    ...settings,
    writer,
    memory,
    inputs: settings.optionsOfPart === undefined ? inputLog(writer, keyOf) : partLog(writer, keyOf),
    outcomes: noOutcomes(),
    jobs: new Map(),
    commits: openCommits(writer.transaction),
    bands: bandTable(),
    acknowledged: acknowledgementReader(settings.store),
    isOver: false
  }
  const batches = batcher<Job>(settings.pool, (job, extracted) => save(state, job, extracted))
  return {
    outcomes: state.outcomes,
    bands: state.bands,
    isKnown: (sha256, source) => memory.inputOf(keyOf({ sha256, source, bytes: 0 })) !== undefined,
    take: async result => {
      if (result.kind === 'skipped') repeat(state, memory.inputOf(keyOf(result.input)) as number, result.input)
      else if (result.kind === 'failure') {
        if (result.isUnfinished) state.inputs.giveUp(result.input)
        else state.inputs.fail(result.input, result.diagnostic)
        fail(state, result.diagnostic, [result.input])
      } else {
        const job = see(state, result.article, result.diagnostics, result.input)
        if (job !== undefined) await batches.add(job)
      }
    },
    takeStored: async (article, reading, supersededBy) => {
      const job = queue(state, article, storedWaiting(state, article, reading, supersededBy))
      if (job !== undefined) await batches.add(job)
    },
    fail: failure => fail(state, failure, []),
    finish: async isWhole => {
      await batches.drain()
      state.commits.flush()
      if (isWhole && !state.isOver) state.inputs.leave()
    },
    abandon: () => {
      state.commits.flush()
      state.isOver = true
    }
  }
}

/** Takes a known input as it was read before. */
function repeat(state: State, input: number, info: InputInfo): void {
  const { writer, memory, outcomes, onEvent } = state
  state.inputs.leave()
  for (let readings = memory.readingsOf(input, 0); readings.length > 0; readings = memory.readingsOf(input, readings.at(-1)!.id)) {
    writer.transaction(() => {
      for (const { id, articleId, source, extraction } of readings) {
        if (extraction === null) refuse(state, articleId, source)
        else {
          writer.addReading(state.run, articleId, id, extraction)
          outcomes.skipped++
          onEvent({ kind: 'article', outcome: 'known', articleId, source })
        }
      }
    })
  }
  for (const failure of memory.failuresOf(input)) fail(state, failure, [info])
}

/** Takes an article that was read; gives the job of extracting it where nobody has it yet. */
function see(state: State, article: Article, diagnostics: readonly Diagnostic[], info: InputInfo): Job | undefined {
  const { memory } = state
  const { record } = article
  const input = state.inputs.enter(info)
  if (memory.removalOf(record.id, record.key) !== undefined) {
    refuse(state, record.id, record.sources[0]?.source ?? null)
    return undefined
  }
  input.unsaved++
  return queue(state, article, readWaiting(state, article, diagnostics, info, input))
}

/** A reading that was read just now, from an input. */
function readWaiting(
  { writer, run, reader, inputs }: State,
  article: Article,
  diagnostics: readonly Diagnostic[],
  info: InputInfo,
  input: OpenInput
): Waiting {
  const { record, titleIsText, tables } = article
  const identity = readingIdentity(article, diagnostics, { sha256: info.sha256, reader })
  const reading: Reading = { record, titleIsText, ...(tables === undefined ? {} : { tables }), diagnostics, identity }
  return {
    record,
    input,
    add: extraction => writer.addReading(run, record.id, writer.putReading(reading, input.id), extraction),
    done: () => inputs.saved(input)
  }
}

/** A reading that is stored already. */
function storedWaiting({ writer, run }: State, { record }: Article, reading: number, supersededBy: string | null): Waiting {
  return {
    record,
    input: null,
    add: extraction => {
      writer.addReading(run, record.id, reading, extraction)
      if (supersededBy !== null) writer.supersede(run, record.id, supersededBy)
    },
    done: () => undefined
  }
}

/** Adds what waits for an article to the run where the article is extracted already; gives the job of extracting it where nobody has it yet. */
function queue(state: State, article: Article, waiting: Waiting): Job | undefined {
  const { memory, outcomes, commits, jobs } = state
  const identity = extractionIdentity(article, state.method)
  const known = memory.extractionOf(identity)
  if (known !== undefined) {
    const done = (): void => {
      outcomes.skipped++
      tellOf(state, 'known', waiting.record)
      waiting.done()
    }
    commits.add(() => waiting.add(known), done, 0)
    return undefined
  }
  const pending = jobs.get(identity)
  if (pending !== undefined) {
    pending.waiting.push(waiting)
    return undefined
  }
  const job: Job = { identity, article, waiting: [waiting] }
  jobs.set(identity, job)
  return job
}

/** Has an extracted article stored with every reading that waited for it, all in one transaction. */
function save(state: State, job: Job, extracted: Extracted<'rows'>): void {
  const { writer, memory, outcomes, commits } = state
  if (state.isOver) return
  // An input with an article that broke off stays unknown: it is tried again.
  if ('failure' in extracted) {
    state.jobs.delete(job.identity)
    const inputs = job.waiting.map(({ input }) => input)
    fail(state, extracted.failure, inputs)
    return
  }
  const { rows, bands } = extracted.made
  state.bands.add(job.article.record.id, bands)
  const write = (): void => {
    // Another run may have been faster.
    const extraction = memory.extractionOf(job.identity) ?? writer.putExtraction(job.identity, job.article, state.method, rows)
    for (const waiting of job.waiting) waiting.add(extraction)
  }
  const done = (): void => {
    state.jobs.delete(job.identity)
    outcomes.done++
    outcomes.skipped += job.waiting.length - 1
    for (const [i, waiting] of job.waiting.entries()) {
      tellOf(state, i === 0 ? 'new' : 'known', waiting.record)
      waiting.done()
    }
  }
  commits.add(write, done, job.article.text.length)
}
