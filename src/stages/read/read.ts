import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { UsageError } from '../../model/usage-error.ts'
import { sha256 } from '../../text/hash.ts'
import { refuse, toResult } from './article.ts'
import { partsOfBytes, partsOfStream } from './contents.ts'
import { partsOfLines } from './cuts.ts'
import { formatOfName } from './formats.ts'
import { type Found, type Path, reason } from './found.ts'
import { bytesInWords, DEFAULT_LIMITS } from './limits.ts'
import { moreOfAKind } from './more-of-a-kind.ts'
import { findFiles } from './operands.ts'
import { dayOfIso } from './published.ts'
import { chunksOfFile, chunksOfPipe, hashOfFile, passing } from './streams.ts'
import type { Context, Cut, InputInfo, LinesCut, Part, ReadOptions, ReadResult } from './types.ts'

export type { InputInfo, ReadOptions, ReadResult } from './types.ts'

/**
 * Reads what the operands name: every input ends as articles, as failures with their reasons, or as known already.
 * Operands in order, folder entries by the code points of their paths.
 */
export async function* read(operands: readonly string[], options: ReadOptions): AsyncGenerator<ReadResult> {
  checkDay(options.published)
  yield* readInputs(await findFiles(operands), options)
}

/** Reads files that were found before. */
export async function* readInputs(inputs: readonly Found[], options: ReadOptions): AsyncGenerator<ReadResult> {
  for (const found of inputs) yield* readFound(found, options)
}

/** Reads files under names that they had elsewhere: by the name they are read, and no other file is made or linked for it. */
export async function* readNamed(
  files: readonly { readonly path: Path; readonly source: string }[],
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
  if (found.kind === 'none') yield refuse(found.refusal.code, found.refusal.message, found.source, context, found.refusal.severity)
  else if (found.kind === 'file' && found.cut?.lines !== undefined) yield* readLines(found.path, found.cut, context)
  else if (found.kind === 'file') yield* readStored(found.path, found.stats, { ...context, cut: found.cut })
  else if (options.stdin === undefined) throw new UsageError('Standard input was asked for (-), but there is none.')
  else yield* results(partsOfStream(options.stdin, found.source, context, found.isNdjson), context)
}

async function* readStored(path: Path, stats: Stats, outer: Context): AsyncGenerator<ReadResult> {
  const { limits, options } = outer
  const { source } = outer.input
  const format = formatOfName(source)
  const streamed = format === 'ndjson' || format === 'gzip'
  // A pipe or device has no size and can be read once only.
  if (!stats.isFile()) return yield* results(partsOfStream(chunksOfPipe(path), source, outer), outer)
  const most = format === 'zip' ? limits.archiveBytes : limits.fileBytes
  if (!streamed && stats.size > most) {
    const message = `${source} has ${bytesInWords(stats.size)}; the limit is ${bytesInWords(most)}.`
    // By its hash it can be acknowledged; what is larger still is not worth the time.
    const hashed = stats.size > limits.unpackedBytes ? null : await hashOfFile(path).catch(() => null)
    return yield refuse('too-large', message, source, { input: { ...outer.input, bytes: stats.size, sha256: hashed?.sha256 ?? null } })
  }
  const content = await (streamed ? hashOfFile(path) : readFile(path)).catch((error: Error) => error)
  if (content instanceof Error) return yield refuse('unreadable', `${source} cannot be read: ${reason(content)}.`, source, outer)
  const bytes = content instanceof Uint8Array ? content : undefined
  const hashed = content instanceof Uint8Array ? { sha256: sha256(content), bytes: content.length } : content
  const input: InputInfo = { source, ...hashed }
  if (await options.isKnown?.(input.sha256 as string, source)) return yield { kind: 'skipped', input }
  const context = { ...outer, input }
  if (bytes !== undefined) yield* readContent(bytes, context)
  else yield* readTwice(path, context)
}

/** Reads some lines of a file as reading all of it would; they must be those that were cut out. */
async function* readLines(path: Path, cut: Cut, outer: Context): AsyncGenerator<ReadResult> {
  const { source } = outer.input
  const { input, sha256: before, ...lines } = cut.lines as LinesCut
  const context = { ...outer, input: { source, ...input }, cut }
  if (await outer.options.isKnown?.(input.sha256, source)) return yield { kind: 'skipped', input: context.input }
  const hash = createHash('sha256')
  let isWhole = false
  const parts = partsOfLines(path, { source, ...lines, onChunk: chunk => hash.update(chunk), onEnd: () => (isWhole = true) }, context)
  yield* results(parts, context)
  if (isWhole && hash.digest('hex') !== before)
    yield refuse('changed', `${source} was changed since it was cut into shards; plan it again for what it holds now.`, source, context)
}

// What is read a chunk at a time was hashed before: in the meantime somebody may have written into it.
async function* readTwice(path: Path, context: Context): AsyncGenerator<ReadResult> {
  const { source, sha256: before } = context.input
  const hash = createHash('sha256')
  let bytes = 0
  const chunks = passing(chunksOfFile(path), chunk => {
    hash.update(chunk)
    bytes += chunk.length
  })
  yield* results(partsOfStream(chunks, source, context), context)
  const isWhole = bytes >= context.input.bytes
  if (isWhole && hash.digest('hex') !== before) {
    yield refuse('changed', `${source} was changed while it was read; read it again for what it holds now.`, source, context)
  }
}

function readContent(bytes: Uint8Array, context: Context): AsyncGenerator<ReadResult> {
  context.spent.packedBytes = bytes.length
  return results(partsOfBytes(bytes, context.input.source, context, { depth: 0, name: context.input.source }), context)
}

async function* results(parts: AsyncIterable<Part>, context: Context): AsyncGenerator<ReadResult> {
  const { source } = context.input
  // Who reads the parts of a file counts the failures of all of them.
  const most = context.cut === undefined ? context.limits.failuresOfAKind : Number.POSITIVE_INFINITY
  const { from, to } = context.cut?.results ?? { from: 0, to: Number.POSITIVE_INFINITY }
  const failures = new Map<string, { times: number; readonly severity: Diagnostic['severity'] }>()
  let count = 0
  for await (const part of parts) {
    if (++count > to) break
    if (count <= from) continue
    if (count > partsOf(context)) {
      yield refuse(
        'too-many-articles',
        `${source} unpacks to more articles than a file of its size can hold; the rest was left.`,
        source,
        context
      )
      break
    }
    const result = await resultOf(part, context)
    if (result.kind !== 'failure') {
      yield result
      continue
    }
    const { code, severity } = result.diagnostic
    const seen = failures.get(code) ?? { times: 0, severity }
    seen.times++
    failures.set(code, seen)
    if (seen.times <= most) yield result
  }
  for (const [code, { times, severity }] of failures) {
    if (times <= most) continue
    yield refuse(code.slice(code.indexOf('/') + 1), moreOfAKind(source, times - most, code), source, context, severity)
  }
}

async function resultOf(part: Part, context: Context): Promise<ReadResult> {
  if (part.kind === 'draft') return toResult(part.draft, part.place, context)
  return refuse(part.refusal.code, part.refusal.message, part.place.source, context, part.refusal.severity)
}

const FEW_PARTS = 1000
const BYTES_A_PART = 4

// Packed into less than this, articles are the same over and over.
function partsOf({ spent }: Context): number {
  return spent.inflatedBytes === 0 ? Number.POSITIVE_INFINITY : FEW_PARTS + spent.packedBytes / BYTES_A_PART
}

function contextOf(input: InputInfo, options: ReadOptions): Context {
  return {
    options,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    input,
    spent: { packedBytes: 0, unpackedBytes: 0, inflatedBytes: 0, parserMilliseconds: 0 }
  }
}

/** Throws a `UsageError` where that is no publication day. */
export function checkDay(published: string | null): void {
  if (published === null || (published.length === 10 && dayOfIso(published) !== undefined)) return
  throw new UsageError(`${published} is not a day of the form YYYY-MM-DD.`)
}
