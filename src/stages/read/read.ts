import type { Stats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { UsageError } from '../../model/usage-error.ts'
import { sha256 } from '../../text/hash.ts'
import { refuse, toResult } from './article.ts'
import { partsOfBytes, partsOfStream } from './contents.ts'
import { formatOfName } from './formats.ts'
import { bytesInWords, DEFAULT_LIMITS } from './limits.ts'
import { type Found, findFiles, reason } from './operands.ts'
import { dayOfIso } from './published.ts'
import { chunksOfFile, hashOfFile } from './streams.ts'
import type { Context, InputInfo, Part, ReadOptions, ReadResult } from './types.ts'

export type { InputInfo, ReadOptions, ReadResult } from './types.ts'

/**
 * Reads what the operands name: every input ends as articles, as failures with their reasons, or as known already.
 * Operands in order, folder entries by the code points of their paths.
 */
export async function* read(operands: readonly string[], options: ReadOptions): AsyncGenerator<ReadResult> {
  checkDay(options.published)
  for (const found of await findFiles(operands)) yield* readFound(found, options)
}

/** Reads files under names that they had elsewhere: by the name they are read, and no other file is made or linked for it. */
export async function* readNamed(
  files: readonly { readonly path: string; readonly source: string }[],
  options: ReadOptions
): AsyncGenerator<ReadResult> {
  checkDay(options.published)
  for (const file of files) yield* readFound({ kind: 'file', ...file, stats: await stat(file.path) }, options)
}

/** Reads the bytes of one file, of whatever format its name and its content tell. */
export async function readBytes(bytes: Uint8Array, source: string, options: ReadOptions): Promise<ReadResult[]> {
  checkDay(options.published)
  const input: InputInfo = { source, sha256: sha256(bytes), bytes: bytes.length }
  const results: ReadResult[] = []
  for await (const result of readContent(bytes, contextOf(input, options))) results.push(result)
  return results
}

/** Reads one of the inputs that operands stand for. */
export async function* readFound(found: Found, options: ReadOptions): AsyncGenerator<ReadResult> {
  const input: InputInfo = { source: found.source, sha256: null, bytes: 0 }
  const context = contextOf(input, options)
  if (found.kind === 'none') yield refuse(found.refusal.code, found.refusal.message, found.source, context)
  else if (found.kind === 'file') yield* readStored(found.path, found.stats, context)
  else if (options.stdin === undefined) throw new UsageError('Standard input was asked for (-), but there is none.')
  else yield* results(partsOfStream(options.stdin, found.source, context), context)
}

async function* readStored(path: string, stats: Stats, outer: Context): AsyncGenerator<ReadResult> {
  const { limits, options } = outer
  const { source } = outer.input
  const format = formatOfName(source)
  const streamed = format === 'ndjson' || format === 'gzip'
  // A pipe or device has no size and can be read once only.
  if (!stats.isFile()) return yield* results(partsOfStream(chunksOfFile(path), source, outer), outer)
  const most = format === 'zip' ? limits.archiveBytes : limits.fileBytes
  if (!streamed && stats.size > most) {
    const message = `${source} has ${bytesInWords(stats.size)}; the limit is ${bytesInWords(most)}.`
    return yield refuse('too-large', message, source, { input: { ...outer.input, bytes: stats.size } })
  }
  const content = await (streamed ? hashOfFile(path) : readFile(path)).catch((error: Error) => error)
  if (content instanceof Error) return yield refuse('unreadable', `${source} cannot be read: ${reason(content)}.`, source, outer)
  const bytes = content instanceof Uint8Array ? content : undefined
  const hashed = content instanceof Uint8Array ? { sha256: sha256(content), bytes: content.length } : content
  const input: InputInfo = { source, ...hashed }
  if (await options.isKnown?.(input.sha256 as string, source)) return yield { kind: 'skipped', input }
  const context = contextOf(input, options)
  if (bytes !== undefined) yield* readContent(bytes, context)
  else yield* results(partsOfStream(chunksOfFile(path), source, context), context)
}

function readContent(bytes: Uint8Array, context: Context): AsyncGenerator<ReadResult> {
  return results(partsOfBytes(bytes, context.input.source, context, { depth: 0, name: context.input.source }), context)
}

async function* results(parts: AsyncIterable<Part>, context: Context): AsyncGenerator<ReadResult> {
  for await (const part of parts) {
    if (part.kind === 'draft') yield await toResult(part.draft, part.place, context)
    else yield refuse(part.refusal.code, part.refusal.message, part.place.source, context)
  }
}

function contextOf(input: InputInfo, options: ReadOptions): Context {
  return { options, limits: { ...DEFAULT_LIMITS, ...options.limits }, input, spent: { unpackedBytes: 0 } }
}

function checkDay(published: string | null): void {
  if (published === null || (published.length === 10 && dayOfIso(published) !== undefined)) return
  throw new UsageError(`${published} is not a day of the form YYYY-MM-DD.`)
}
