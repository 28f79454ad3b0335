import type { MentionType } from '../model/rule.ts'
import { cue } from './cue/index.ts'
import { date } from './date/index.ts'
import { documentName } from './document-name/index.ts'
import { documentNumber } from './document-number/index.ts'
import { indicator } from './indicator/index.ts'
import { issuer } from './issuer/index.ts'
import { organization } from './organization/index.ts'
import { place } from './place/index.ts'
import { quantityMention } from './quantity/index.ts'
import { rankMention } from './rank/index.ts'

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
