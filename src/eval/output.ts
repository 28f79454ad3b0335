import type * as z from 'zod'
import type { Extraction } from '../model/extraction.ts'
import type { AnyRecord, MentionRecord, rankFields, SentenceRecord, targetFields } from '../model/record.ts'

/** Fields that every record compared with gold has. */
interface Common {
  readonly id: string
  readonly anchor: AnyRecord['anchor']
  readonly confidence: Band
  readonly evidence: Readonly<Record<string, { readonly rule: string }>>
  readonly rules: readonly string[]
  /** Of an observation only. */
  readonly as_of?: string | null
}

export type Band = 'high' | 'medium' | 'low'
export type QuantityOutput = Common & { readonly status: string } & z.output<z.ZodObject<typeof targetFields>>
export type RankOutput = Common & { readonly status: string } & z.output<z.ZodObject<typeof rankFields>>
export type DocumentOutput = Common & {
  readonly number: string | null
  readonly type: string | null
  readonly issuer: string | null
  readonly place: string | null
  readonly issued: string | null
  readonly title: string | null
  readonly period: string | null
  readonly horizon: string | null
}
export type NumberMention = MentionRecord & {
  readonly value: { readonly canonical: string; readonly type: string | null; readonly issued: string | null }
}
export type DateMention = MentionRecord & { readonly value: { readonly edtf: string; readonly role: string } }

/** What was read from one article, by what it is compared with. */
export interface Output {
  readonly numbers: readonly NumberMention[]
  /** Dates on the calendar; a mention that nothing anchors claims nothing. */
  readonly dates: readonly DateMention[]
  /** Targets with a number or number word in their anchor: gold has no other. */
  readonly targets: readonly QuantityOutput[]
  readonly observations: readonly QuantityOutput[]
  readonly rankGoals: readonly RankOutput[]
  readonly rankObservations: readonly RankOutput[]
  readonly documents: readonly DocumentOutput[]
  readonly sentences: readonly SentenceRecord[]
}

// Neither right nor wrong by the guidelines: `toàn bộ`, `tất cả`, `mọi`, `mỗi` without a number.
const NO_NUMERAL = /^[^\p{L}\p{N}_]*(?:toàn bộ|tất cả|mọi|mỗi)(?![\p{L}\p{N}_])(?!.*\p{Nd})/iu

/** Sorts an extraction by what gold is compared with; of a text that could not be read nothing was read. */
export function outputOf(extraction: Extraction | null): Output {
  const records = extraction?.records ?? []
  const mentions = extraction?.mentions ?? []
  // The contract of each kind is checked at validation.
  const ofKind = <T>(kind: string, measure?: string) =>
    records.filter(r => r.kind === kind && r['measure'] === measure) as unknown as readonly T[]
  return {
    numbers: mentions.filter(m => m.type === 'document_number') as readonly NumberMention[],
    dates: mentions.filter(m => m.type === 'date' && (m.value as { edtf: string | null }).edtf !== null) as readonly DateMention[],
    targets: ofKind<QuantityOutput>('target').filter(t => !NO_NUMERAL.test(t.anchor.quote)),
    observations: ofKind('observation', 'quantity'),
    rankGoals: ofKind('rank_goal'),
    rankObservations: ofKind('observation', 'rank'),
    documents: ofKind('document'),
    sentences: extraction?.sentences ?? []
  }
}
