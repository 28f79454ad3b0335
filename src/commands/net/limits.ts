import { totalmem } from 'node:os'

/**
 * How reading and extraction are kept from hanging or bursting the program: in processes of their own, under limits. Threads
 * would not do: V8 cannot end every loop of one, and ends the whole process where one of them has no memory left.
 */
export interface Net {
  /** The script of the processes. */
  readonly worker: URL
  /** MiB of heap that each may have. */
  readonly heapMib: number
  /** Seconds that the extraction of an article may take, whose text has so many UTF-16 code units. */
  readonly extractionSeconds: (chars: number) => number
  /** Seconds that may pass without a sign of life while a file of so many bytes is read. */
  readonly readingSeconds: (bytes: number) => number
}

const MIB = 1024 * 1024

/**
 * The limits of the program, far above what any text takes that is none of malice: extraction takes some 10 ms and 2 MB for
 * 10,000 characters. A slow machine must reach them no more than a fast one, or it would have other records.
 */
export const NET_LIMITS: Omit<Net, 'worker'> = {
  heapMib: Math.min(4096, Math.floor((totalmem() / MIB) * 0.75)),
  extractionSeconds: chars => 20 * Math.max(1, chars / 100_000),
  readingSeconds: bytes => 60 + 30 * (bytes / MIB)
}
