import { inflationLeft, inflationOf } from './allowance.ts'
import { type Format, whyLeft } from './formats.ts'
import { bytesInWords } from './limits.ts'
import { type Context, leftOut, type Part, refusal } from './types.ts'
import { unpack, type ZipEntry, type ZipProblem, zipEntries } from './zip.ts'

/** Reads the bytes of a file in a container; `depth` is how many containers it is in. */
export type PartsOfBytes = (
  bytes: Uint8Array,
  source: string,
  context: Context,
  at: { readonly depth: number; readonly name: string }
) => AsyncGenerator<Part>

// Word files and their like have hundreds of parts.
const LOOK_ENTRIES = 20_000

/** Whether a zip is a Word file, a workbook or an archive; undefined for other packed formats (slides, e-books). */
export function formatOfZip(bytes: Uint8Array): Format | undefined {
  const entries = zipEntries(asBuffer(bytes), LOOK_ENTRIES)
  if (entries === null) return 'zip'
  const names = new Set(entries.map(entry => entry.name))
  if (entries.some(entry => /^word\/document\d*\.xml$/.test(entry.name))) return 'docx'
  if (names.has('xl/workbook.xml')) return 'xlsx'
  return names.has('xl/workbook.bin') || names.has('ppt/presentation.xml') || names.has('mimetype') ? undefined : 'zip'
}

/** The parts of an archive's entries, in the order of their paths; what an archive may hold is limited. */
export async function* zipParts(
  bytes: Uint8Array,
  source: string,
  context: Context,
  depth: number,
  partsOfBytes: PartsOfBytes
): AsyncGenerator<Part> {
  const archive = asBuffer(bytes)
  const entries = zipEntries(archive, context.limits.entries)
  if (entries === null) return yield refusal(source, 'corrupt', `${source} is a corrupt or cut off archive.`)
  if (entries.length > context.limits.entries) {
    return yield refusal(source, 'too-many-entries', `${source} has more than ${context.limits.entries} entries.`)
  }
  let some = false
  for (const entry of entries) {
    if (isUnsafe(entry.name)) {
      some = true
      yield refusal(
        source,
        'unsafe-path',
        `${source} has an entry whose path leads out of it: ${JSON.stringify(entry.name.slice(0, 100))}.`
      )
      continue
    }
    if (entry.name.endsWith('/')) continue
    const inner = `${source}#${entry.name.toWellFormed()}`
    const why = isHidden(entry.name) ? 'a hidden file' : whyLeft(entry.name)
    if (why !== undefined) {
      yield leftOut(inner, `${inner} was skipped, ${why}.`)
      continue
    }
    some = true
    const content = takeOut(archive, entry, context)
    if (typeof content === 'string') yield entryRefusal(content, inner, context)
    else yield* partsOfBytes(content, inner, context, { depth: depth + 1, name: entry.name })
    if (context.spent.unpackedBytes > context.limits.unpackedBytes) return
  }
  if (!some) yield refusal(source, 'no-articles', `The archive ${source} has no articles in it.`)
}

type EntryProblem = ZipProblem | 'inflated' | 'bomb'

function takeOut(archive: Buffer, entry: ZipEntry, context: Context): Buffer | EntryProblem {
  const { limits, spent } = context
  const own = Math.min(limits.fileBytes, inflationOf(entry.packedBytes, limits))
  const left = Math.min(limits.unpackedBytes - spent.unpackedBytes, inflationLeft(context))
  const content = unpack(archive, entry, Math.min(own, left))
  if (content === 'too-large') {
    if (left > own) return own === limits.fileBytes ? content : 'inflated'
    // Nothing more is taken out of it.
    spent.unpackedBytes = limits.unpackedBytes + 1
    return 'bomb'
  }
  if (typeof content !== 'string') {
    spent.unpackedBytes += content.length
    spent.inflatedBytes += content.length
  }
  return content
}

function entryRefusal(problem: EntryProblem, source: string, context: Context): Part {
  const { fileBytes, unpackedBytes, ratio } = context.limits
  switch (problem) {
    case 'encrypted':
      return refusal(source, 'password-protected', `${source} is password-protected.`)
    case 'corrupt':
      return refusal(source, 'corrupt', `${source} is corrupt: its packed data cannot be unpacked.`)
    case 'unsupported':
      return refusal(source, 'unsupported', `${source} is packed in a way the reader does not know.`)
    case 'too-large':
      return refusal(source, 'too-large', `${source} is larger than the limit of ${bytesInWords(fileBytes)} when unpacked.`)
    case 'inflated':
      return refusal(source, 'too-large', `${source} unpacks to more than ${ratio} times its size.`)
    case 'bomb':
      return refusal(
        source,
        'too-large',
        `${source} and the entries before it are larger than the limit of ${bytesInWords(unpackedBytes)} or ${ratio} times the size of the file when unpacked; the rest of the archive was left.`
      )
  }
}

function isUnsafe(name: string): boolean {
  return /^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)|\0/.test(name)
}

function isHidden(name: string): boolean {
  return /(?:^|\/)(?:\.|__MACOSX\/)/.test(name)
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}
