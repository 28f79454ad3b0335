const MIB = 1024 * 1024

/** How much the reader takes from one input before it refuses it with a diagnostic. */
export interface Limits {
  /** Bytes of a file, archive entry or stream that must be read whole (everything but NDJSON). */
  readonly fileBytes: number
  /** Bytes of an archive, packed. */
  readonly archiveBytes: number
  /** Bytes of one NDJSON line. */
  readonly lineBytes: number
  /** Bytes of all entries of an archive together, unpacked. */
  readonly unpackedBytes: number
  /** Bytes that anything packed may unpack to, however small it is. */
  readonly freeBytes: number
  /** How many times its own size it may unpack to beyond that. */
  readonly ratio: number
  /** Entries of one archive. */
  readonly entries: number
  /** Containers inside containers (a zip in a zip, a feed in a zip). */
  readonly nesting: number
  /** Bytes of one web page, and of one XML part of a Word file or feed. */
  readonly markupBytes: number
  /** Elements of one web page. */
  readonly elements: number
  /** Attributes of one web page or Word file. */
  readonly attributes: number
  /** Elements of one Word file. */
  readonly wordElements: number
  /** Elements inside one another in a web page. */
  readonly depth: number
  /** Pages of one PDF. */
  readonly pages: number
  /** Bytes of what a PDF holds beside images, unpacked. */
  readonly pdfBytes: number
  /** Cells of one row of a table. */
  readonly cells: number
  /** Milliseconds of work for a parser of others, and as many again for each 100 KiB that it is given. */
  readonly parserMilliseconds: number
  /** Bytes that a parser of others may hold in memory. */
  readonly parserBytes: number
  /** Code units of one text layer. */
  readonly textChars: number
  /** Failures of one kind in one input that are told one by one; the rest is counted. */
  readonly failuresOfAKind: number
}

/** The limits that hold when the caller states none: far above what news needs, far below what hurts. */
export const DEFAULT_LIMITS: Limits = {
  fileBytes: 64 * MIB,
  archiveBytes: 512 * MIB,
  lineBytes: 16 * MIB,
  unpackedBytes: 1024 * MIB,
  freeBytes: MIB,
  ratio: 100,
  entries: 100_000,
  nesting: 4,
  markupBytes: 16 * MIB,
  elements: 200_000,
  attributes: 1_000_000,
  wordElements: 500_000,
  depth: 1_000,
  pages: 2_000,
  pdfBytes: 256 * MIB,
  cells: 10_000,
  parserMilliseconds: 2_000,
  parserBytes: 512 * MIB,
  textChars: 16 * MIB,
  failuresOfAKind: 100
}

/** A number of bytes as people say it: `64 MiB`, `5.2 kB`. */
export function bytesInWords(bytes: number): string {
  if (bytes >= MIB) return `${Math.round((bytes / MIB) * 10) / 10} MiB`
  return bytes >= 1024 ? `${Math.round((bytes / 1024) * 10) / 10} KiB` : `${bytes} bytes`
}
