import { countInflation, InflationError } from './allowance.ts'
import { type Format, formatOfName } from './formats.ts'
import { reason } from './found.ts'
import { bytesInWords } from './limits.ts'
import { ndjsonParts } from './ndjson.ts'
import { type Seen, sniff } from './sniff.ts'
import { collect, gunzipped, passing, peek, recoded } from './streams.ts'
import { isBinary, textPart } from './text.ts'
import { type Context, type Note, type Part, refusal } from './types.ts'

const HEAD_BYTES = 4096

/**
 * The parts of a stream: NDJSON (also packed) line by line in flat memory, anything else collected first. `isNdjson` says that
 * it is NDJSON whatever it begins with.
 */
export async function* partsOfStream(
  chunks: AsyncIterable<Uint8Array>,
  source: string,
  context: Context,
  isNdjson = false
): AsyncGenerator<Part> {
  const counted = passing(chunks, chunk => {
    context.spent.packedBytes += chunk.length
  })
  yield* partsOfNamedStream(counted, { source, name: source, packed: 0, isNdjson }, context)
}

async function* partsOfNamedStream(chunks: AsyncIterable<Uint8Array>, opened: Opened, context: Context): AsyncGenerator<Part> {
  try {
    yield* partsOfOpenStream(chunks, opened, context)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    yield streamFailure(error, opened.source, context)
  }
}

interface Opened {
  readonly source: string
  /** The name whose extension counts: `a.ndjson` for `a.ndjson.gz`. */
  readonly name: string
  /** How often the stream was unpacked. */
  readonly packed: number
  /** Whether it is known to be NDJSON. */
  readonly isNdjson?: boolean
}

/** A stream once it is unpacked, as far as it may be, with its first bytes. */
interface Unpacked extends Opened {
  readonly head: Uint8Array
  readonly all: AsyncIterable<Uint8Array>
  /** What the first bytes tell: `gzip` where it is packed too often. */
  readonly seen: Seen
  readonly isNdjson: boolean
}

/** Unpacks a stream until it is something else than gzip, counting what it unpacks to. */
export async function unpacked(chunks: AsyncIterable<Uint8Array>, opened: Opened, context: Context): Promise<Unpacked> {
  const { name, packed } = opened
  const { head, all } = await peek(chunks, HEAD_BYTES, bytes => isFirstLine(bytes, opened.isNdjson ?? false))
  const seen = sniff(head)
  if (seen !== 'gzip' || packed >= context.limits.nesting) {
    const isNdjson = (opened.isNdjson ?? false) || seen === 'ndjson' || (formatOfName(name) === 'ndjson' && seen === undefined)
    return { ...opened, head, all, seen, isNdjson }
  }
  const inner = passing(gunzipped(all), chunk => countInflation(chunk.length, context))
  return unpacked(inner, { ...opened, name: name.replace(/\.gz$/i, ''), packed: packed + 1 }, context)
}

// Who writes a line and waits for what comes of it has it read: no more is needed to know what follows.
function isFirstLine(head: Uint8Array, isNdjson: boolean): boolean {
  return head.includes(0x0a) && (isNdjson || sniff(head) === 'ndjson')
}

async function* partsOfOpenStream(chunks: AsyncIterable<Uint8Array>, opened: Opened, context: Context): AsyncGenerator<Part> {
  const { head, all, seen, isNdjson, source, name, packed } = await unpacked(chunks, opened, context)
  if (seen === 'gzip') return yield tooDeep(source, context)
  if (isNdjson) return yield* linesOfStream(all, head, { ...opened, name, packed }, context)
  const most = seen === 'zip' ? context.limits.archiveBytes : context.limits.fileBytes
  const bytes = await collect(all, most)
  if (packed > 0) context.spent.unpackedBytes += bytes?.length ?? most
  if (bytes !== null) yield* partsOfBytes(bytes, source, context, { depth: packed, name })
  else yield refusal(source, 'too-large', `${source} is larger than the limit of ${bytesInWords(most)}.`)
}

async function* linesOfStream(all: AsyncIterable<Uint8Array>, head: Uint8Array, opened: Opened, context: Context): AsyncGenerator<Part> {
  const { source, packed, isNdjson } = opened
  // Of lines that are cut anywhere a part may hold none, and one may hold anything.
  const isPart = isNdjson ?? false
  if (isBinary(head) && !isPart) yield refusal(source, 'binary', `${source} is a binary file, not NDJSON.`)
  else yield* ndjsonParts(asUtf8(all, head), source, context, { stopAtLongLine: packed > 0, mayBeEmpty: isPart })
}

/** Whether lines that begin so are of UTF-16. */
export function isWide(head: Uint8Array): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
}

/** A stream of text, which begins so, as UTF-8. */
export function asUtf8(all: AsyncIterable<Uint8Array>, head: Uint8Array): AsyncIterable<Uint8Array> {
  return isWide(head) ? recoded(all, head[0] === 0xff ? 'utf-16le' : 'utf-16be') : all
}

/** The parts of one file's bytes; `name` is what its extension is read from, `depth` how many containers it is in. */
export async function* partsOfBytes(
  bytes: Uint8Array,
  source: string,
  context: Context,
  { depth, name }: { readonly depth: number; readonly name: string }
): AsyncGenerator<Part> {
  if (bytes.length === 0) return yield refusal(source, 'empty', `${source} is empty.`)
  const seen = sniff(bytes)
  const unreadable = unreadableAs(seen, bytes, source)
  if (unreadable !== undefined) return yield unreadable
  const named = formatOfName(name)
  const format = await decide(named, seen as Format | undefined, bytes)
  if (format === 'unknown') {
    const message = `${source} is of a packed format that the reader does not know (slides, an e-book, …); save it as .docx or .pdf.`
    return yield refusal(source, 'unsupported', message)
  }
  if (format === undefined) return yield refusal(source, 'corrupt', `${source} is corrupt or not what its name says.`)
  const isContainer = format === 'zip' || format === 'gzip' || format === 'mail'
  if (isContainer && depth >= context.limits.nesting) return yield tooDeep(source, context)
  const parts = partsOfFormat(format, bytes, source, context, { depth, name })
  if (named === undefined || named === format) yield* parts
  else yield* withNote(parts, mislabelled(source, format))
}

async function* partsOfFormat(
  format: Format,
  bytes: Uint8Array,
  source: string,
  context: Context,
  at: { readonly depth: number; readonly name: string }
): AsyncGenerator<Part> {
  switch (format) {
    case 'ndjson':
      return yield* linesOfStream(once(bytes), bytes, { source, name: at.name, packed: 0 }, context)
    case 'text':
      return yield await textPart(bytes, source)
    case 'markdown':
      return yield await (await import('./markdown.ts')).markdownPart(bytes, source)
    case 'html':
      return yield await (await import('./html/html.ts')).htmlPart(bytes, source, context)
    case 'docx':
      return yield await (await import('./docx/docx.ts')).docxPart(bytes, source, context)
    case 'pdf':
      return yield await (await import('./pdf/pdf.ts')).pdfPart(bytes, source, context)
    case 'feed':
      return yield* await (await import('./feed/feed.ts')).feedParts(bytes, source, context)
    case 'csv':
      return yield* await (await import('./csv/csv.ts')).csvParts(bytes, source, context)
    case 'xlsx':
      return yield* (await import('./xlsx/xlsx.ts')).xlsxParts(bytes, source, context)
    case 'mail':
      return yield* (await import('./mail/mail.ts')).mailParts(bytes, source, context, at.depth, partsOfBytes)
    case 'zip':
      return yield* (await import('./archive.ts')).zipParts(bytes, source, context, at.depth, partsOfBytes)
    case 'gzip':
      return yield* partsOfNamedStream(once(bytes), { source, name: at.name, packed: at.depth }, context)
  }
}

// What the content says goes before what the name says; only where both are silent is it text.
async function decide(named: Format | undefined, seen: Format | undefined, bytes: Uint8Array): Promise<Format | 'unknown' | undefined> {
  if (seen === 'zip') {
    const found = (await import('./archive.ts')).formatOfZip(bytes)
    return (named === 'docx' || named === 'xlsx') && found === 'zip' ? undefined : (found ?? 'unknown')
  }
  if (seen === 'pdf' || seen === 'gzip') return seen
  if (seen === 'html' && named !== 'markdown') return seen
  if (seen === 'feed' && named !== 'html') return seen
  if (named === undefined) return seen ?? 'text'
  const needsMagic = named === 'docx' || named === 'xlsx' || named === 'pdf' || named === 'zip' || named === 'gzip'
  if (!needsMagic) return named
  return isBinary(bytes) ? undefined : (seen ?? 'text')
}

function unreadableAs(seen: Seen, bytes: Uint8Array, source: string): Part | undefined {
  // A Word file with a password is an old container around an encrypted new one.
  if (seen === 'ole' && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return refusal(source, 'password-protected', `${source} is password-protected.`)
  }
  if (seen === 'ole')
    return refusal(
      source,
      'unsupported',
      `${source} is an old Office file (.doc, .xls, .ppt), which the reader does not know; save it as .docx, .xlsx or .pdf.`
    )
  if (seen === 'rtf')
    return refusal(source, 'unsupported', `${source} is a rich text file (.rtf), which the reader does not know; save it as .docx.`)
  if (seen === 'image') return refusal(source, 'unsupported', `${source} is an image; its text would have to be recognized first.`)
  return undefined
}

async function* withNote(parts: AsyncIterable<Part>, note: Note): AsyncGenerator<Part> {
  for await (const part of parts) {
    yield part.kind === 'refusal' ? part : { ...part, draft: { ...part.draft, notes: [note, ...part.draft.notes] } }
  }
}

function mislabelled(source: string, format: Format): Note {
  return { code: 'mislabelled', severity: 'warning', message: `${source} is not what its name says; it was read as ${format}.` }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function tooDeep(source: string, context: Context): Part {
  return refusal(source, 'too-nested', `${source} is packed more than ${context.limits.nesting} times.`)
}

export function streamFailure(error: Error, source: string, { limits }: Context): Part {
  if (error instanceof InflationError) {
    return refusal(source, 'too-large', `${source} unpacks to more than ${limits.ratio} times its size; what comes behind was left.`)
  }
  const code = String((error as NodeJS.ErrnoException).code)
  if (code === 'Z_BUF_ERROR') return refusal(source, 'truncated', `${source} is cut off: the packed data ends too early.`)
  if (code.startsWith('Z_')) return refusal(source, 'corrupt', `${source} is corrupt: its packed data cannot be unpacked.`)
  return refusal(source, 'unreadable', `${source} cannot be read: ${reason(error)}.`)
}
