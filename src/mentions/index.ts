import type { MentionRecord } from '../model/record.ts'
import type { MentionType } from '../model/rule.ts'
import { cue } from './cue/index.ts'
import { type DateMention, date } from './date/index.ts'
import { documentName } from './document-name/index.ts'
import { type DocumentNumberMention, documentNumber } from './document-number/index.ts'
import { type IndicatorMention, indicator } from './indicator/index.ts'
import { type IssuerMention, issuer } from './issuer/index.ts'
import { organization } from './organization/index.ts'
import { type PlaceMention, place } from './place/index.ts'
import { type QuantityMention, quantityMention } from './quantity/index.ts'
import { type RankMention, rankMention } from './rank/index.ts'

/** The registry: every mention type, one line each. Earlier types keep a span that a later one would read otherwise. */
export const MENTIONS: readonly MentionType[] = [
  documentNumber,
  date,
  rankMention,
  quantityMention,
  place,
  issuer,
  organization,
  documentName,
  indicator,
  cue
]

/** What the `value` of a printed mention holds, by its type. */
export interface MentionValues {
  document_number: DocumentNumberMention
  date: DateMention
  rank: RankMention
  quantity: QuantityMention
  place: PlaceMention
  issuer: IssuerMention
  indicator: IndicatorMention
}

/** Any mention that is printed; its `type` says what its `value` holds. */
export type ExtractedMention = {
  [T in keyof MentionValues]: Omit<MentionRecord, 'type' | 'value'> & { type: T; value: MentionValues[T] }
}[keyof MentionValues]
