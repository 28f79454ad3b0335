import type { Field } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Context } from './context.ts'
import { datesIn } from './dates-within.ts'
import { NOT_ISSUING, VERB_BEFORE } from './document-verbs.ts'
import { evidence } from './evidence.ts'
import { type LinkedDate, spanOf } from './linked-date.ts'

const DATE_BEHIND =
  /^(?:,| -|\()? ?(?:(?:được |do )?[^,.;()]{0,60}?(?:ban hành|ký|thông qua|phê duyệt|công bố) ?)?(?:(?:của|do) [^,.;()]{3,70} )?(?:vào |ban hành |ký )?\(?$/

/** The day, month or year on which a document was issued, where the sentence of this mention tells it. */
export function issueDate(context: Context, dates: readonly LinkedDate[], m: Mention): Field<string> | undefined {
  const { lower } = context.normalized
  const inSentence = datesIn(dates, { from: m.sentence, to: m.sentence + 1 }).filter(d => d.edtf !== null && !d.edtf.includes('/'))
  const others = context.mentionsOf(m.sentence).filter(o => o.type === 'document_number' && o !== m)
  for (const d of inSentence) {
    if (d.mention.start < m.end || others.some(o => o.start > m.end && o.start < d.mention.start)) continue
    const gap = lower.slice(m.end, d.mention.outer.start)
    const isYear = /^\d{4}$/.test(d.edtf as string)
    if (gap.length > 90 || d.mention.value.use === 'by' || d.mention.value.use === 'before') continue
    if (isYear ? /^(?: |,? ban hành | \()$/.test(gap) && d.mention.value.use === null : DATE_BEHIND.test(gap)) {
      return { value: d.edtf as string, evidence: evidence(spanOf(d.mention), 'document/issued-behind-number', 'same_clause', d.via) }
    }
  }
  const before = inSentence.findLast(
    d => d.mention.outer.end <= m.outer.start && !others.some(o => o.start > d.mention.end && o.end < m.start)
  )
  if (before !== undefined) {
    const between = lower.slice(before.mention.outer.end, m.outer.start)
    const use = before.mention.value.use
    if (
      (use === null || use === 'in') &&
      between.length < 200 &&
      !/[.;]/.test(between) &&
      VERB_BEFORE.test(between.trimEnd()) &&
      !NOT_ISSUING.test(between)
    ) {
      return {
        value: before.edtf as string,
        evidence: evidence(spanOf(before.mention), 'document/issued-before-verb', 'same_clause', before.via)
      }
    }
  }
  return undefined
}
