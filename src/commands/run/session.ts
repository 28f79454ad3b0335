import type { Article, ArticleRecord } from '../../model/article.ts'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import type { InputInfo, ReadResult } from '../../stages/read/read.ts'
import { acknowledgementReader } from '../../store/acknowledgements.ts'
import { storeMemory } from '../../store/known.ts'
import type { Store } from '../../store/open.ts'
import { type InputKey, type Method, type Reading, storeWriter } from '../../store/write.ts'
import type { Extracted } from '../net/extracting.ts'
import type { Pool } from '../net/pool.ts'
import { isFailure, noOutcomes, type Outcomes } from '../outcomes.ts'
import type { InputEvent } from '../telling.ts'
import { batcher } from './batcher.ts'
import { type Commits, openCommits } from './commits.ts'
import { type Bands, bandTable } from './duplicates.ts'
import { extractionIdentity, readingIdentity } from './identity.ts'
import { type InputLog, inputLog, type OpenInput } from './inputs.ts'

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
}

/** Takes what is read into the database: skips what is known, has the rest extracted, commits article by article. */
export interface Session {
  /** Whether an input needs no reading: the reader asks before it decodes. */
  isKnown(sha256: string, source: string): boolean
  take(result: ReadResult): Promise<void>
  /** Waits until all that was taken is committed. `isWhole` says that the reading came to its end. */
  finish(isWhole: boolean): Promise<void>
  /** Stores what is extracted and nothing more: what is still under way is left for another run. */
  abandon(): void
  readonly outcomes: Readonly<Outcomes>
  /** What near-duplicates of the articles are told by that were extracted. */
  readonly bands: Bands
}

interface Waiting {
  readonly reading: Reading
  readonly input: OpenInput
}

/** An article on its way through extraction, with every reading that waits for it. */
interface Job {
  readonly identity: string
  readonly article: Article
  readonly waiting: Waiting[]
}

interface State extends SessionSettings {
  readonly writer: ReturnType<typeof storeWriter>
  readonly memory: ReturnType<typeof storeMemory>
  readonly inputs: InputLog
  readonly outcomes: Outcomes
  /** Jobs in flight by the identity of their extraction. */
  readonly jobs: Map<string, Job>
  readonly commits: Commits
  readonly bands: Bands
  readonly acknowledged: ReturnType<typeof acknowledgementReader>
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
    options: settings.readingOptions
  })
  const state: State = {
    ...settings,
    writer,
    memory,
    inputs: inputLog(writer, keyOf),
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
  const { writer, memory, outcomes } = state
  const { record, titleIsText } = article
  const input = state.inputs.enter(info)
  if (memory.removalOf(record.id, record.key) !== undefined) {
    refuse(state, record.id, record.sources[0]?.source ?? null)
    return undefined
  }
  const reading = {
    record,
    titleIsText,
    diagnostics,
    identity: readingIdentity(article, diagnostics, { sha256: info.sha256, reader: state.reader })
  }
  const identity = extractionIdentity(article, state.method)
  const known = memory.extractionOf(identity)
  if (known !== undefined) {
    input.unsaved++
    state.commits.add(
      () => writer.addReading(state.run, record.id, writer.putReading(reading, input.id), known),
      () => {
        outcomes.skipped++
        tellOf(state, 'known', record)
        state.inputs.saved(input)
      },
      0
    )
    return undefined
  }
  input.unsaved++
  const pending = state.jobs.get(identity)
  if (pending !== undefined) {
    pending.waiting.push({ reading, input })
    return undefined
  }
  const job: Job = { identity, article, waiting: [{ reading, input }] }
  state.jobs.set(identity, job)
  return job
}

/** Has an extracted article stored with every reading that waited for it, all in one transaction. */
function save(state: State, job: Job, extracted: Extracted<'rows'>): void {
  const { writer, memory, outcomes, run, commits } = state
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
    for (const { reading, input } of job.waiting) {
      writer.addReading(run, reading.record.id, writer.putReading(reading, input.id), extraction)
    }
  }
  const done = (): void => {
    state.jobs.delete(job.identity)
    outcomes.done++
    outcomes.skipped += job.waiting.length - 1
    for (const [i, { reading, input }] of job.waiting.entries()) {
      tellOf(state, i === 0 ? 'new' : 'known', reading.record)
      state.inputs.saved(input)
    }
  }
  commits.add(write, done, job.article.text.length)
}

function tellOf({ onEvent }: State, outcome: 'new' | 'known', { id, key, sources }: ArticleRecord): void {
  onEvent({ kind: 'article', outcome, articleId: id, source: sources[0]?.source ?? key })
}

function refuse(state: State, articleId: string, source: string | null): void {
  state.outcomes.refused++
  const message = `${source ?? articleId} was removed before and is not taken in again.`
  note(state, diagnostic('store', 'removed', 'info', message, { article_id: articleId, source }))
}

/** Notes that inputs of these bytes, or a part of them, gave no article; where somebody knows of all of them, it is no failure. */
function fail(state: State, failure: Diagnostic, inputs: readonly Pick<InputInfo, 'sha256' | 'source'>[]): void {
  const { outcomes } = state
  const reasons = inputs.map(({ sha256, source }) => (sha256 === null ? undefined : state.acknowledged(sha256, source)))
  const [reason] = reasons
  if (!isFailure(failure)) {
    outcomes.left++
    note(state, failure)
  } else if (reason === undefined || reasons.includes(undefined)) {
    outcomes.failed++
    note(state, failure)
  } else {
    outcomes.acknowledged++
    note(state, { ...failure, severity: 'info', message: `${failure.message} That is acknowledged: ${reason}` })
  }
}

function note({ writer, run, onEvent }: State, diagnostic: Diagnostic): void {
  writer.noteRun(run, diagnostic)
  onEvent({ kind: 'diagnostic', diagnostic })
}
