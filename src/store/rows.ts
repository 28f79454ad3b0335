import type { Extraction } from '../model/extraction.ts'
import { packExtraction } from './packing/pack.ts'
import type { PackedExtraction } from './packing/rows.ts'
import { packedSeals } from './seals.ts'

/** An extraction as the rows that are stored of it, with their seals; plain enough to be handed from process to process. */
export interface ExtractionRows {
  readonly packed: PackedExtraction
  readonly seals: readonly [records: string, rest: string]
}

/** What is stored of an extraction beside the article. */
export function rowsOf(extraction: Extraction, text: string): ExtractionRows {
  const packed = packExtraction(extraction, text)
  return { packed, seals: packedSeals(packed) }
}
