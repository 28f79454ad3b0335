import { constants, crc32, inflateRawSync } from 'node:zlib'
import { byCodePoint } from './found.ts'

/** An entry of a zip archive as its directory lists it. */
export interface ZipEntry {
  readonly name: string
  readonly isEncrypted: boolean
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  readonly offset: number
}

/** Why an entry could not be taken out. */
export type ZipProblem = 'encrypted' | 'corrupt' | 'unsupported' | 'too-large'

const END = 0x06054b50
const END_64_LOCATOR = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const MAX_COMMENT = 0xffff

/**
 * The entries of an archive in the order of their names' code points (one more than `most` where there are more), or null
 * where it has no readable directory or its entries lie over one another, as only those of bombs do.
 */
export function zipEntries(archive: Buffer, most: number): readonly ZipEntry[] | null {
  const directory = findDirectory(archive)
  if (directory === null) return null
  const entries: ZipEntry[] = []
  let at = directory.offset
  let packedBytes = 0
  for (let i = 0; i < directory.count && entries.length <= most; i++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY) return null
    const [nameBytes, extraBytes, commentBytes] = [
      archive.readUInt16LE(at + 28),
      archive.readUInt16LE(at + 30),
      archive.readUInt16LE(at + 32)
    ]
    const rawName = archive.subarray(at + 46, at + 46 + nameBytes)
    const extra = archive.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes)
    const flags = archive.readUInt16LE(at + 8)
    const sizes = wideSizes(extra, archive.readUInt32LE(at + 24), archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42))
    entries.push({
      name: nameOf(rawName),
      isEncrypted: (flags & 1) !== 0,
      method: archive.readUInt16LE(at + 10),
      crc: archive.readUInt32LE(at + 16),
      ...sizes
    })
    packedBytes += sizes.packedBytes
    at += 46 + nameBytes + extraBytes + commentBytes
  }
  return packedBytes > archive.length ? null : entries.toSorted((a, b) => byCodePoint(a.name, b.name))
}

/** The bytes of an entry, never more than `maxBytes`, whatever the directory says of its size. */
export function unpack(archive: Buffer, entry: ZipEntry, maxBytes: number): Buffer | ZipProblem {
  if (entry.isEncrypted) return 'encrypted'
  if (entry.method !== 0 && entry.method !== 8) return 'unsupported'
  const packed = packedOf(archive, entry)
  if (packed === undefined) return 'corrupt'
  const content = entry.method === 0 ? packed : inflated(packed, maxBytes)
  if (typeof content === 'string') return content
  if (content.length > maxBytes) return 'too-large'
  return crc32(content) === entry.crc ? content : 'corrupt'
}

const START_BYTES = 512

/** The first bytes of an entry, as characters of Latin-1; empty where they cannot be unpacked. */
export function startOf(archive: Buffer, entry: ZipEntry): string {
  const packed = packedOf(archive, entry)?.subarray(0, START_BYTES)
  if (packed === undefined || entry.method === 0) return packed?.toString('latin1') ?? ''
  try {
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1', 0, START_BYTES)
  } catch {
    return ''
  }
}

function packedOf(archive: Buffer, { offset, packedBytes }: ZipEntry): Buffer | undefined {
  if (offset + 30 > archive.length || archive.readUInt32LE(offset) !== LOCAL) return undefined
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  return start + packedBytes > archive.length ? undefined : archive.subarray(start, start + packedBytes)
}

function inflated(packed: Buffer, maxBytes: number): Buffer | ZipProblem {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'corrupt'
  }
}

function findDirectory(archive: Buffer): { offset: number; count: number } | null {
  const lowest = Math.max(0, archive.length - END_BYTES - MAX_COMMENT)
  for (let at = archive.length - END_BYTES; at >= lowest; at--) {
    if (archive.readUInt32LE(at) !== END) continue
    const count = archive.readUInt16LE(at + 10)
    const offset = archive.readUInt32LE(at + 16)
    if (count !== 0xffff && offset !== 0xffffffff) return { offset, count }
    const locator = at - 20
    if (locator < 0 || archive.readUInt32LE(locator) !== END_64_LOCATOR) return { offset, count }
    const wide = Number(archive.readBigUInt64LE(locator + 8))
    if (wide + 56 > archive.length) return null
    return { offset: Number(archive.readBigUInt64LE(wide + 48)), count: Number(archive.readBigUInt64LE(wide + 32)) }
  }
  return null
}

// Sizes and offset that do not fit into 32 bits stand in the extra field with id 1, in this order.
function wideSizes(extra: Buffer, bytes: number, packedBytes: number, offset: number) {
  const sizes = { bytes, packedBytes, offset }
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let field = at + 4
    for (const key of ['bytes', 'packedBytes', 'offset'] as const) {
      if (sizes[key] !== 0xffffffff || field + 8 > extra.length) continue
      sizes[key] = Number(extra.readBigUInt64LE(field))
      field += 8
    }
    break
  }
  return sizes
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

// Archives of old programs have names in the code page of some computer; only their ASCII part can be told.
function nameOf(raw: Buffer): string {
  try {
    return UTF8.decode(raw).replaceAll('\\', '/')
  } catch {
    return raw.toString('latin1').replaceAll('\\', '/')
  }
}
