import type { Article } from '../model/article.ts'
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts'
import { read } from '../stages/read/read.ts'
import type { Command, Io } from './command.ts'
import { FORMATS, type Writer, writerOf } from './extract/formats.ts'
import { linesOf, type Wanted } from './extract/lines.ts'
import { extractorOf } from './extractor.ts'
import { EXTRACTION_OPTIONS, pathsOf } from './operands.ts'
import { oneOf } from './option-values.ts'
import { exitCodeOf, noOutcomes, type Outcomes } from './outcomes.ts'

interface Options extends Partial<Wanted> {
  readonly format: (typeof FORMATS)[number]
  readonly published?: string
  readonly without?: readonly string[]
}

/** `muctieu extract`: records to stdout, no database, in the order of the input and in flat memory. */
export const extractCommand: Command = {
  name: 'extract',
  summary: 'print the records of articles, without a database',
  operands: [{ name: '<path...>', says: 'files, folders, patterns, .ndjson, or - for standard input' }],
  options: [
    { flags: '--format <name>', says: FORMATS.join(', '), fallback: 'ndjson', parse: oneOf('--format', FORMATS) },
    { flags: '--mentions', says: 'also print mentions' },
    { flags: '--sentences', says: 'also print sentences' },
    { flags: '--rejections', says: 'also print refused candidates, with reasons' },
    { flags: '--diagnostics', says: 'also print diagnostics' },
    ...EXTRACTION_OPTIONS
  ],
  examples: [
    ['extract article.txt', 'one JSON object a line: the article, then its records'],
    ['extract --format table corpus/articles', 'the same for people'],
    ['extract --mentions --rejections - < news.ndjson > out.ndjson', 'everything that was read, from standard input']
  ],
  async run(operands, given, io) {
    const options = given as unknown as Options
    const writer = writerOf(options.format, options.format === 'table' ? io.stdout : io.data)
    const outcomes = await extractAll(operands, options, writer, io)
    await writer.end()
    return io.signal.aborted ? 130 : exitCodeOf(outcomes)
  }
}

async function extractAll(operands: readonly string[], options: Options, writer: Writer, io: Io): Promise<Outcomes> {
  const wanted: Wanted = {
    mentions: options.mentions ?? false,
    sentences: options.sentences ?? false,
    rejections: options.rejections ?? false,
    diagnostics: options.diagnostics ?? false
  }
  const extract = extractorOf({ without: options.without ?? [] })
  const outcomes = noOutcomes()
  const seen = new Set<string>()
  const tell = async (note: Diagnostic): Promise<void> => {
    await io.stderr.write(`muctieu: ${note.message}\n`)
    if (wanted.diagnostics) await writer.lines([note])
  }
  for await (const result of read(pathsOf(operands, io), { published: options.published ?? null, stdin: io.stdin })) {
    if (io.signal.aborted) break
    if (result.kind === 'skipped') continue
    if (result.kind === 'failure') {
      outcomes.failed++
      await tell(result.diagnostic)
    } else if (seen.has(result.article.record.id)) {
      outcomes.skipped++
      if (wanted.diagnostics) await writer.lines([...result.diagnostics, repeated(result.article)])
    } else {
      seen.add(result.article.record.id)
      const extraction = extract(result.article)
      if ('kind' in extraction) {
        outcomes.failed++
        await tell(extraction)
      } else {
        outcomes.done++
        await writer.lines(linesOf(extraction, result.diagnostics, wanted), result.article)
      }
    }
  }
  return outcomes
}

function repeated({ record }: Article): Diagnostic {
  const source = record.sources[0]?.source ?? record.key
  return diagnostic('read', 'repeated-text', 'info', `${source} has the text of an earlier input; it is printed once.`, {
    article_id: record.id,
    source
  })
}
