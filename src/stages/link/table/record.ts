import type { Evidence, Field, LinkedFrame } from '../../../model/frame.ts'
import type { Span } from '../../../model/span.ts'
import type { Context } from '../context.ts'
import { type Deadline, deadlineFrom, deadlineOfDocument, NO_DEADLINE } from '../deadline.ts'
import type { DocumentLink } from '../document-link.ts'
import { evidence, none } from '../evidence.ts'
import { type LinkedDate, spanOf } from '../linked-date.ts'
import { viaOf, withVia } from '../reasons.ts'
import type { Scopes } from '../scopes.ts'
import { identify } from '../target-identity.ts'
import { isPercent } from '../target-unit.ts'
import type { Figure } from './figure.ts'
import type { Lead } from './lead.ts'
import type { Said } from './status.ts'
import type { Subject } from './subject.ts'

/** A figure of a table with all that was read of it. */
export interface ReadFigure {
  readonly figure: Figure
  /** Its number and unit, in the normalized text. */
  readonly anchor: Span
  readonly sentence: number
  /** The unit in the sentence that its number is. */
  readonly at: number
  /** The unit behind its row's name: what stands further right belongs to other cells (`xã | 58`). */
  readonly behindName: number
  readonly said: Said
  readonly subject: Subject
  readonly time: LinkedDate | undefined
  /** The rule that its time was read by. */
  readonly timeRule: string
  readonly unit: Span | undefined
  readonly lead: Lead
}

/** The record of a figure: a target where it is a goal, else an observation. */
export function recordOf(context: Context, read: ReadFigure, scopes: Scopes): LinkedFrame {
  const { figure, anchor, sentence, at, said, subject } = read
  const { quantity } = figure
  const isGoal = said.status === 'goal'
  const kind = kindOf(read)
  const document = isGoal ? scopes.document(sentence, at) : undefined
  const place = subject.place ?? scopes.place(sentence, read.behindName, document)
  const deadline = isGoal ? deadlineOf(read, document) : NO_DEADLINE
  const asOf = isGoal ? none : asOfTime(read)
  const units = scopes.placeUnits(place, document?.document, document?.field.evidence)
  const { indicator, qualifier } = subject
  const named = indicator && identify(context, { quantity, unit: quantity.unit, phrase: indicator, qualifier }, kind.value, place.value)
  const byPlace = named?.isByPlace === true ? viaOf(place.evidence) : []
  const entries = entriesOf(read, {
    indicator: indicator && { ...indicator.evidence, via: [...indicator.evidence.via, ...byPlace] },
    direction: kind.direction.evidence,
    deadline: deadline.value.evidence,
    place: place.evidence,
    document: document?.field.evidence,
    place_units: units.evidence,
    as_of: asOf.evidence
  })
  return {
    kind: isGoal ? 'target' : 'observation',
    anchor,
    order: [indicator?.evidence.start ?? null, null, deadline.value.value === null ? null : (deadline.value.evidence?.start ?? null)],
    fields: {
      ...(isGoal ? {} : { measure: 'quantity' }),
      status: said.status,
      place: place.value,
      place_units: units.value,
      document: document?.document ?? null,
      document_number: document?.field.value ?? null,
      indicator: indicator === undefined ? null : { id: named?.id ?? null, text: indicator.text },
      qualifier: qualifier?.text ?? null,
      comparator: quantity.comparator,
      low: quantity.low,
      high: quantity.high,
      unit: quantity.unit,
      value_kind: kind.value,
      direction: kind.direction.value,
      baseline: null,
      deadline: deadline.value.value,
      deadline_mod: deadline.mod,
      ...(isGoal ? {} : { as_of: asOf.value, reason: scopes.reason(sentence) })
    },
    evidence: entries,
    rules: [...new Set([figure.rule, ...Object.values(entries).map(e => e.rule)])]
  }
}

/** The evidence of a record's fields, in the order in which they are written. */
function entriesOf(read: ReadFigure, others: Readonly<Record<string, Evidence | null | undefined>>): Record<string, Evidence> {
  const { figure, anchor, said, subject } = read
  const unit = read.unit === undefined ? [] : [{ ...spanOf(read.unit), role: 'header' as const }]
  const all = {
    value: evidence(anchor, figure.rule, 'same_clause', unit),
    status: said.evidence,
    comparator: figure.quantity.comparator === '=' ? null : evidence(anchor, figure.rule),
    indicator: null,
    qualifier: subject.qualifier?.evidence,
    ...others
  }
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, Evidence] => entry[1] != null))
}

const GROWTH = /^(?:tốc độ (?:tăng|phát triển)|mức tăng|nhịp độ tăng|tăng trưởng|lạm phát|chỉ số giá|cpi|tăng )|tốc độ tăng/
const FALL = /^(?:mức |tốc độ |tỷ lệ )?giảm(?![a-zà-ỹđ])|(?<![a-zà-ỹđ])giảm(?: bình quân)?(?: (?:hằng|hàng|mỗi) năm)?$/

interface Kind {
  readonly value: 'level' | 'change' | 'growth' | 'ratio'
  readonly direction: Field<'up' | 'down' | null>
}

/** What kind of value it is, by a word in its cell or by what is measured. */
function kindOf({ figure: { quantity, change }, anchor, figure, subject: { indicator, qualifier } }: ReadFigure): Kind {
  if (change !== undefined) {
    const start = anchor.start - figure.span.start
    return {
      value: 'change',
      direction: {
        value: change.direction,
        evidence: evidence({ start: start + change.span.start, end: start + change.span.end }, 'direction/word')
      }
    }
  }
  if (quantity.form === 'ratio') return { value: 'ratio', direction: none }
  const text = indicator?.text.toLowerCase() ?? ''
  if (indicator === undefined || !isPercent(quantity)) return { value: 'level', direction: none }
  const { source } = indicator.evidence
  const of = (value: 'up' | 'down'): Field<'up' | 'down'> => ({
    value,
    evidence: evidence(indicator, 'direction/word', source)
  })
  if (GROWTH.test(text) || GROWTH.test(qualifier?.text.toLowerCase() ?? '')) return { value: 'growth', direction: of('up') }
  return FALL.test(text) ? { value: 'change', direction: of('down') } : { value: 'level', direction: none }
}

/** The time that its column or row names, else its table's title, else its document. */
function deadlineOf({ time, timeRule, lead, figure, sentence, at, subject }: ReadFigure, document: DocumentLink | undefined): Deadline {
  const isRate =
    /\/năm$/.test(figure.quantity.unit ?? '') ||
    /bình quân (?:hằng |hàng |mỗi )?năm|(?:hằng|hàng|mỗi) năm|giai đoạn/.test(subject.indicator?.text.toLowerCase() ?? '')
  // A sum over years is due over all of them, so much for each person at their end.
  const isSum = !isPercent(figure.quantity) && !figure.quantity.unit?.includes('/') && /^\d{4}\/\d{4}$/.test(time?.edtf ?? '')
  const query = { sentence, at, isOverPeriod: isRate || isSum }
  if (time !== undefined) return deadlineFrom(time, query, timeRule === 'table/row-header' ? 'same_clause' : 'heading', timeRule)
  if (lead.time !== undefined) return deadlineFrom(lead.time.date, query, 'heading', 'table/title', lead.time.via)
  const own = deadlineOfDocument(document?.document, query)
  return own === undefined ? NO_DEADLINE : { ...own, value: withVia(own.value, []) }
}

function asOfTime({ time, timeRule, said }: ReadFigure): Field<string | null> {
  if (time === undefined || (said.status !== 'result' && said.status !== 'current')) return none
  return {
    value: time.edtf,
    evidence: evidence(spanOf(time.mention), timeRule, timeRule === 'table/row-header' ? 'same_clause' : 'heading', time.via)
  }
}
