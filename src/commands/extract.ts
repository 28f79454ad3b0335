import { isAbsolute } from 'node:path'
import type { Article } from '../model/article.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { UsageError } from '../model/usage-error.ts'
import { type Found, slashes } from '../stages/read/found.ts'
import { findFiles } from '../stages/read/operands.ts'
import { checkDay, type ReadResult } from '../stages/read/read.ts'
import type { Command, Io } from './command.ts'
import { wholeTaker } from './extract/articles.ts'
import { FORMATS, writerOf } from './extract/formats.ts'
import { linesOf, type Wanted } from './extract/lines.ts'
import { type Equipment, eventOf, inOrder, type Print } from './extract/printing.ts'
import { untilAborted, withGrace } from './interruption.ts'
import type { Extracted } from './net/extracting.ts'
import { openPool } from './net/pool.ts'
import { readInputsInNet } from './net/reading.ts'
import { EXTRACTION_OPTIONS, LOG_OPTION, pathsOf, QUIET_OPTION } from './operands.ts'
import { oneOf } from './option-values.ts'
import { exitCodeOf, isFailure, noOutcomes, type Outcomes } from './outcomes.ts'
import { openLog, tellingOf } from './telling.ts'

interface Options extends Partial<Wanted> {
  readonly as: (typeof FORMS)[number]
  readonly format: (typeof FORMATS)[number]
  readonly stdinName?: string
  readonly published?: string
  readonly without?: readonly string[]
  readonly quiet?: true
  readonly log?: string
}

const FORMS = ['records', 'articles'] as const
const LISTS = ['mentions', 'sentences', 'rejections', 'diagnostics'] as const

/** `muctieu extract`: records to stdout, no database, in the order of the input and in flat memory. */
export const extractCommand: Command = {
  name: 'extract',
  summary: 'print the records of articles, without a database',
  notes:
    'With --as articles it is a filter without state: NDJSON from standard input, whatever its first line looks like, and one self-contained line out for each article as soon as it is done, for "muctieu import" (schema/extraction.schema.json; docs/scale.md). What takes far too long to read or to extract, or far too much memory, is given up with a diagnostic, as by "muctieu run". Where nobody reads the output any more (| head) it ends quietly with 141.',
  operands: [{ name: '<path...>', says: 'files, folders, patterns, .ndjson, or - for standard input' }],
  options: [
    {
      flags: '--as <what>',
      says: 'records: a line a record; articles: a line an article, with its text and all that a run stores of it',
      fallback: 'records',
      parse: oneOf('--as', FORMS)
    },
    { flags: '--format <name>', says: FORMATS.join(', '), fallback: 'ndjson', parse: oneOf('--format', FORMATS) },
    { flags: '--mentions', says: 'also print mentions' },
    { flags: '--sentences', says: 'also print sentences' },
    { flags: '--rejections', says: 'also print refused candidates, with reasons' },
    { flags: '--diagnostics', says: 'also print diagnostics' },
    {
      flags: '--stdin-name <name>',
      says: 'the file that standard input is, or is a part of; its articles are told by it',
      fallbackSays: '-'
    },
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
    ['extract --mentions --rejections - < news.ndjson > out.ndjson', 'everything that was read, from standard input'],
    ['extract --as articles - < news.ndjson | gzip > news.extracted.gz', 'on one of many machines, for "muctieu import" on another']
  ],
  async run(operands, given, io) {
    const options = given as unknown as Options
    checkUsage(options)
    const log = openLog(options.log, io)
    const telling = tellingOf(log, null, sentence => void io.stderr.write(`muctieu: ${sentence}\n`))
    const lists = LISTS.filter(list => options.as === 'articles' || options[list])
    const pool = await openPool(io, { options: { without: options.without ?? [] }, form: 'extraction', lists }, 1)
    try {
      const writer = writerOf(options.format, options.format === 'table' ? io.stdout : io.data)
      const outcomes = await extractAll(operands, options, { writer, telling, pool }, io)
      await writer.end()
      const closing = options.quiet ? undefined : telling.closing()
      if (closing !== undefined) await io.stderr.write(`muctieu: ${closing}\n`)
      if (io.signal.aborted) return 130
      const code = exitCodeOf(outcomes)
      // Lines of failures are an output too.
      return options.as === 'articles' && operands.includes('-') && code === 2 ? 3 : code
    } finally {
      pool.close()
      log?.close()
    }
  }
}

function checkUsage(options: Options): void {
  checkDay(options.published ?? null)
  const { stdinName } = options
  // What a source is told by is the same on every machine.
  if (stdinName !== undefined && (stdinName === '' || isAbsolute(stdinName)))
    throw new UsageError('--stdin-name wants the name of a file without the path to it, as "muctieu run" tells it: news.ndjson.')
  if (options.as === 'records') return
  if (options.format !== 'ndjson') throw new UsageError('--as articles prints NDJSON; --format has no say in it.')
  const [list] = LISTS.filter(name => options[name])
  if (list !== undefined) throw new UsageError(`A line of --as articles holds everything; leave --${list} out.`)
}

async function extractAll(operands: readonly string[], options: Options, equipment: Equipment, io: Io): Promise<Outcomes> {
  const outcomes = noOutcomes()
  const isWhole = options.as === 'articles'
  const take = isWhole ? wholeTaker(options, outcomes, equipment) : taker(options, outcomes, equipment)
  const printing = inOrder()
  const reading = { published: options.published ?? null, stdin: io.stdin }
  const named = await findFiles(pathsOf(operands, io))
  if (options.stdinName !== undefined && !named.some(f => f.kind === 'stdin'))
    throw new UsageError('--stdin-name names standard input; say - to have it read.')
  const found = named.map(f => (f.kind === 'stdin' ? stdinOf(f, options) : f))
  for await (const result of untilAborted(readInputsInNet(found, reading, io), io.signal))
    await printing.add(take(result), result.kind === 'article' ? result.article.text.length : 0)
  await withGrace(printing.drain(), io.signal)
  return outcomes
}

function stdinOf(found: Extract<Found, { readonly kind: 'stdin' }>, { as, stdinName }: Options): Found {
  const source = stdinName === undefined ? found.source : slashes(stdinName)
  // The first line of what was cut anywhere may be a bad one.
  return { ...found, source, ...(as === 'articles' ? { isNdjson: true as const } : {}) }
}

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

function repeated({ record }: Article): Diagnostic {
  const source = record.sources[0]?.source ?? record.key
  return diagnostic('read', 'repeated-text', 'info', `${source} has the text of an earlier input; it is printed once.`, {
    article_id: record.id,
    source
  })
}
