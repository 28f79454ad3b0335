/** What a thread may take for one step of its work before it is given up. */
export interface StepLimits {
  readonly seconds: number
  /** Bytes of its heap, and of what its heap holds outside. */
  readonly heapBytes: number
}

/** How reading and extraction are kept from hanging or bursting the process: in threads that can be ended, under limits. */
export interface Net {
  /** The script of the threads. */
  readonly worker: URL
  /** What the extraction of an article may take, whose text has so many UTF-16 code units. */
  readonly extraction: (chars: number) => StepLimits
  /** What reading may take of a file of so many bytes, from one sign of life to the next. */
  readonly reading: (bytes: number) => StepLimits
}

const MIB = 1024 * 1024
const GIB = 1024 * MIB

/**
 * The limits of the program, far above what any text takes that is none of malice: extraction takes some 10 ms and 2 MB for
 * 10,000 characters. A slow machine must reach them no more than a fast one, or it would have other records.
 */
export const NET_LIMITS: Omit<Net, 'worker'> = {
  extraction: chars => ({ seconds: 20 * Math.max(1, chars / 100_000), heapBytes: GIB + 160 * chars }),
  reading: bytes => ({ seconds: 60 + 30 * (bytes / MIB), heapBytes: 2 * GIB + 2 * bytes })
}

/**
 * V8's own limit for a thread, which ends the process as often as the thread: it lies so far above the others that a heap is
 * looked at several times before it gets there.
 */
export const LAST_HEAP_MIB = 8 * 1024
