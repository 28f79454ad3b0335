import type { Evidence, Field, Frame } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import type { Context } from './context.ts'
import { evidence, none } from './documents.ts'
import { bestReading, isAnaphor } from './indicator.ts'
import type { Phrase } from './phrase.ts'
import type { StatusReading } from './status.ts'

/** A number that was read, kept for what later numbers say of the same indicator. */
export interface ReadTarget {
  readonly frame: Frame
  readonly at: number
  readonly quantity: Quantity
  readonly phrase: Phrase | undefined
  readonly indicatorField: Field<{ id: string | null; text: string } | null>
  readonly unit: string | null
  readonly status: StatusReading | undefined
}

/** Whether a number is a percentage or a difference of percentages. */
export const isPercent = (q: Quantity): boolean => q.form === 'percent' || q.form === 'points'

/** The indicator, unit and class of one number. */
export function describe(context: Context, frame: Frame, at: number, quantity: Quantity, best: ReturnType<typeof bestReading>, status: StatusReading | undefined, read: readonly ReadTarget[]): ReadTarget {
  const phrase = best?.phrase
  const antecedent = antecedentOf(context, frame, best, read)
  const unit = unitOf(context, frame, at, quantity, antecedent)
  if (phrase !== undefined && !isAnaphor(phrase)) {
    return { frame, at, quantity, phrase, unit, status, indicatorField: { value: { id: null, text: phrase.text }, evidence: evidence(phrase, best?.reading.rule ?? 'target/elided') } }
  }
  if (antecedent?.indicatorField.value != null && antecedent.indicatorField.evidence !== null) {
    const { value, evidence: e } = antecedent.indicatorField
    const pointing = phrase === undefined ? [] : [{ start: phrase.start, end: phrase.end, role: 'antecedent' as const }]
    const isSame = antecedent.frame.sentence === frame.sentence
    const entry: Evidence = { ...e, source: phrase === undefined ? (isSame ? 'carried' : 'carried') : 'anaphor', rule: phrase === undefined ? 'indicator/elided' : 'indicator/anaphor', via: [...e.via, ...pointing] }
    return { frame, at, quantity, phrase: antecedent.phrase, unit, status, indicatorField: { value, evidence: entry } }
  }
  return { frame, at, quantity, phrase: undefined, unit, status, indicatorField: none }
}

/** The number said before of the same indicator: the one that brackets hang on, else the last in the sentence, else in the paragraph for a pronoun. */
function antecedentOf(context: Context, frame: Frame, best: ReturnType<typeof bestReading>, read: readonly ReadTarget[]): ReadTarget | undefined {
  const link = best?.reading.yields['link']
  const isPronoun = best?.phrase !== undefined && isAnaphor(best.phrase)
  if (link === undefined && !isPronoun) return undefined
  if (link === 'after') {
    const slot = best?.reading.slots['after']
    const chunk = slot === undefined ? undefined : context.chunksOf(frame.sentence)[slot.from]
    return read.find(t => t.frame.anchor === chunk?.mention)
  }
  const inSentence = read.findLast(t => t.frame.sentence === frame.sentence && t.phrase !== undefined)
  if (inSentence !== undefined) return inSentence
  const line = context.lineOf(frame.sentence)
  return read.findLast(t => context.lineOf(t.frame.sentence) === line && t.phrase !== undefined)
}

const BASES: Readonly<Record<string, string>> = { grdp: 'GRDP', gdp: 'GDP', 'kế hoạch': 'kế hoạch', 'dự toán': 'dự toán' }

/** The unit as records name it: `%` with its printed base, `/năm` from a word for each year. */
function unitOf(context: Context, frame: Frame, at: number, quantity: Quantity, antecedent: ReadTarget | undefined): string | null {
  if (quantity.form === 'fraction') return '%'
  if (!isPercent(quantity) || quantity.unit === null) return quantity.unit
  const base = frame.anchor.parts['base']
  const printed = base === undefined ? undefined : BASES[context.normalized.lower.slice(base.start, base.end)]
  if (printed !== undefined) return `${quantity.unit} ${printed}`
  if (quantity.unit === '%') {
    const chunks = context.chunksOf(frame.sentence)
    const near = [chunks[at - 1], chunks[at - 2]].some(c => c?.tags.has('Rate') && /năm/.test(c.text)) && [chunks[at - 1], chunks[at - 2], chunks[at - 3]].some(c => c?.tags.has('Change'))
    if (near) return '%/năm'
    if (antecedent?.unit?.startsWith('% ')) return antecedent.unit
  }
  return quantity.unit
}

