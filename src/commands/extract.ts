import PQueue from 'p-queue'
import type { Article } from '../model/article.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import type { ReadResult } from '../stages/read/read.ts'
import type { Command, Io } from './command.ts'
import { FORMATS, type Writer, writerOf } from './extract/formats.ts'
import { linesOf, type Wanted } from './extract/lines.ts'
import { untilAborted, withGrace } from './interruption.ts'
import type { Extracted } from './net/extracting.ts'
import { openPool, type Pool } from './net/pool.ts'
import { readInNet } from './net/reading.ts'
import { EXTRACTION_OPTIONS, LOG_OPTION, pathsOf, QUIET_OPTION } from './operands.ts'
import { oneOf } from './option-values.ts'
import { exitCodeOf, isFailure, noOutcomes, type Outcomes } from './outcomes.ts'
import { type InputEvent, openLog, type Telling, tellingOf } from './telling.ts'

interface Options extends Partial<Wanted> {
  readonly format: (typeof FORMATS)[number]
  readonly published?: string
  readonly without?: readonly string[]
  readonly quiet?: true
  readonly log?: string
}

const LISTS = ['mentions', 'sentences', 'rejections', 'diagnostics'] as const

/** `muctieu extract`: records to stdout, no database, in the order of the input and in flat memory. */
export const extractCommand: Command = {
  name: 'extract',
  summary: 'print the records of articles, without a database',
  notes:
    'What takes far too long to read or to extract, or far too much memory, is given up with a diagnostic, as by "muctieu run". Where nobody reads the output any more (| head) it ends quietly with 141.',
  operands: [{ name: '<path...>', says: 'files, folders, patterns, .ndjson, or - for standard input' }],
  options: [
    { flags: '--format <name>', says: FORMATS.join(', '), fallback: 'ndjson', parse: oneOf('--format', FORMATS) },
    { flags: '--mentions', says: 'also print mentions' },
    { flags: '--sentences', says: 'also print sentences' },
    { flags: '--rejections', says: 'also print refused candidates, with reasons' },
    { flags: '--diagnostics', says: 'also print diagnostics' },
    ...EXTRACTION_OPTIONS,
    QUIET_OPTION,
    LOG_OPTION
  ],
  exits: [
    [3, 'some inputs failed, the rest is done'],
    [130, 'interrupted (143 by SIGTERM, 129 by SIGHUP)'],
    [141, 'nobody reads the output any more']
  ],
  examples: [
    ['extract article.txt', 'one JSON object a line: the article, then its records'],
    ['extract --format table corpus/articles', 'the same for people'],
    ['extract --mentions --rejections - < news.ndjson > out.ndjson', 'everything that was read, from standard input']
  ],
  async run(operands, given, io) {
    const options = given as unknown as Options
    const log = openLog(options.log, io)
    const telling = tellingOf(log, null, sentence => void io.stderr.write(`muctieu: ${sentence}\n`))
    const lists = LISTS.filter(list => options[list])
    const pool = await openPool(io, { options: { without: options.without ?? [] }, form: 'extraction', lists }, 1)
    try {
      const writer = writerOf(options.format, options.format === 'table' ? io.stdout : io.data)
      const outcomes = await extractAll(operands, options, { writer, telling, pool }, io)
      await writer.end()
      const closing = options.quiet ? undefined : telling.closing()
      if (closing !== undefined) await io.stderr.write(`muctieu: ${closing}\n`)
      return io.signal.aborted ? 130 : exitCodeOf(outcomes)
    } finally {
      pool.close()
      log?.close()
    }
  }
}

interface Equipment {
  readonly writer: Writer
  readonly telling: Telling
  readonly pool: Pool<'extraction'>
}

async function extractAll(operands: readonly string[], options: Options, equipment: Equipment, io: Io): Promise<Outcomes> {
  const outcomes = noOutcomes()
  const take = taker(options, outcomes, equipment)
  const printing = inOrder()
  const reading = { published: options.published ?? null, stdin: io.stdin }
  for await (const result of untilAborted(readInNet(pathsOf(operands, io), reading, io), io.signal))
    await printing.add(take(result), result.kind === 'article' ? result.article.text.length : 0)
  await withGrace(printing.drain(), io.signal)
  return outcomes
}

/** What prints a result; what there is to do for it begins at once. */
type Print = () => Promise<void>

/** Begins with what is to be done for each result, and gives what prints it in its turn. */
function taker(options: Options, outcomes: Outcomes, { writer, telling, pool }: Equipment): (result: ReadResult) => Print {
  const wanted: Wanted = {
    mentions: options.mentions ?? false,
    sentences: options.sentences ?? false,
    rejections: options.rejections ?? false,
    diagnostics: options.diagnostics ?? false
  }
  const seen = new Set<string>()
  const fail = async (note: Diagnostic): Promise<void> => {
    if (isFailure(note)) outcomes.failed++
    else outcomes.left++
    telling.hear({ kind: 'diagnostic', diagnostic: note })
    if (wanted.diagnostics) await writer.lines([note])
  }
  return result => {
    if (result.kind === 'skipped') return async () => {}
    if (result.kind === 'failure') return () => fail(result.diagnostic)
    const { article, diagnostics } = result
    if (seen.has(article.record.id)) {
      return async () => {
        outcomes.skipped++
        telling.hear(eventOf(article, 'known'))
        if (wanted.diagnostics) await writer.lines([...diagnostics, repeated(article)])
      }
    }
    seen.add(article.record.id)
    const [extracted] = pool.extract([article])
    // It is told where it is waited for.
    extracted?.catch(() => undefined)
    return async () => {
      const one = (await extracted) as Extracted<'extraction'>
      if ('failure' in one) return await fail(one.failure)
      outcomes.done++
      telling.hear(eventOf(article, 'new'))
      await writer.lines(linesOf(one.made, diagnostics, wanted), article)
    }
  }
}

function eventOf({ record: { id, key, sources } }: Article, outcome: 'new' | 'known'): InputEvent {
  return { kind: 'article', outcome, articleId: id, source: sources[0]?.source ?? key }
}

const MOST_WAITING = 64
const MOST_WAITING_CHARS = 1024 * 1024

/** Prints one after another in the order they were added; `add` waits where much is waiting already, and fails when printing does. */
function inOrder() {
  const queue = new PQueue({ concurrency: 1 })
  let failed: { readonly error: unknown } | undefined
  let chars = 0
  const check = (): void => {
    if (failed !== undefined) throw failed.error
  }
  return {
    add: async (print: Print, size: number): Promise<void> => {
      chars += size
      queue
        .add(async () => {
          if (failed === undefined) await print()
          chars -= size
        })
        .catch(error => {
          failed ??= { error }
        })
      if (chars > MOST_WAITING_CHARS) await queue.onIdle()
      else if (queue.size > MOST_WAITING) await queue.onSizeLessThan(MOST_WAITING)
      check()
    },
    drain: async (): Promise<void> => {
      await queue.onIdle()
      check()
    }
  }
}

function repeated({ record }: Article): Diagnostic {
  const source = record.sources[0]?.source ?? record.key
  return diagnostic('read', 'repeated-text', 'info', `${source} has the text of an earlier input; it is printed once.`, {
    article_id: record.id,
    source
  })
}
