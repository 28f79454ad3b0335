/** A file that gives no article, as somebody has acknowledged: known by its bytes. */
export interface Acknowledgement {
  readonly sha256: string
  /** The file's own name, without folders. */
  readonly name: string
  readonly bytes: number
  readonly reason: string
  /** When, in ISO 8601. */
  readonly acknowledged: string
}

/** What the publisher said of a dataset. */
export interface StoredPublication {
  /** An SPDX identifier or an address; null where none was named. */
  readonly license: string | null
  readonly creators: readonly string[]
  readonly url: string | null
}
