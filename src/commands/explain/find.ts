import type { Article } from '../../model/article.ts'
import type { Extraction } from '../../model/extraction.ts'
import { UsageError } from '../../model/usage-error.ts'
import { read } from '../../stages/read/read.ts'
import { openDatabaseToRead } from '../../store/database.ts'
import { articleOf, extractionOf, runNamed, runsWithLine } from '../../store/read.ts'
import type { Io } from '../command.ts'
import { extractorOf } from '../extractor.ts'
import { pathOf, pathsOf } from '../operands.ts'
import { isFailure } from '../outcomes.ts'
import type { ExplainOptions } from './options.ts'
import type { Explained } from './render.ts'

/** The article in which something was found. */
export type Found = Explained

/** The article that holds a record or rejection: of the inputs named, else of the database. */
export async function findById(id: string, options: ExplainOptions, io: Io): Promise<Found> {
  if (options.input === undefined) return findInStore(id, options, io)
  for await (const article of articlesIn(options.input, options, io)) {
    const extraction = extractOne(article, options)
    if ([...extraction.records, ...extraction.rejections].some(line => line.id === id)) return { text: article.text, extraction }
  }
  throw new UsageError(`There is no record and no rejection ${id} in ${options.input.join(', ')}.`)
}

/** The article of a file, or of a file of many (`FILE#ID`), extracted now. */
export async function findByOffset(operand: string, offset: number, options: ExplainOptions, io: Io): Promise<Found> {
  const [, file = operand, name] = /^(.+?\.[a-z]+)#(.+)$/is.exec(operand) ?? []
  let articles = 0
  let found: Article | undefined
  for await (const article of articlesIn([file], options, io)) {
    articles++
    const { id, external_id, sources } = article.record
    if (name === undefined ? articles === 1 : id === name || external_id === name || sources[0]?.source.endsWith(`#${name}`))
      found ??= article
  }
  if (found === undefined)
    throw new UsageError(name === undefined ? `There is no article in ${file}.` : `There is no article ${name} in ${file}.`)
  if (name === undefined && articles > 1) throw new UsageError(`${file} holds ${articles} articles; name one: ${file}#ID:${offset}.`)
  if (offset >= found.text.length) throw new UsageError(`${operand} has ${found.text.length} characters; there is no offset ${offset}.`)
  return { text: found.text, extraction: extractOne(found, options) }
}

async function findInStore(id: string, options: ExplainOptions, io: Io): Promise<Found> {
  const store = await openDatabaseToRead(pathOf(options.db, io), options.db)
  try {
    const wanted = options.run === undefined ? undefined : runNamed(store, options.db, options.run).id
    const place = runsWithLine(store, id).find(p => wanted === undefined || p.run === wanted)
    if (place === undefined)
      throw new UsageError(`There is no record and no rejection ${id} in ${wanted === undefined ? options.db : `run ${options.run}`}.`)
    const article = articleOf(store, place.run, place.articleId)
    return { text: article.text, extraction: extractionOf(store, article) }
  } finally {
    store.db.close()
  }
}

async function* articlesIn(operands: readonly string[], options: ExplainOptions, io: Io): AsyncGenerator<Article> {
  for await (const result of read(pathsOf(operands, io), { published: options.published ?? null, stdin: io.stdin })) {
    if (result.kind === 'article') yield result.article
    else if (result.kind === 'failure' && isFailure(result.diagnostic)) await io.stderr.write(`muctieu: ${result.diagnostic.message}\n`)
  }
}

function extractOne(article: Article, options: ExplainOptions): Extraction {
  const extraction = extractorOf({ without: options.without ?? [] })(article)
  if ('kind' in extraction) throw new UsageError(extraction.message)
  return extraction
}
