import type { Span } from '../../../model/span.ts'
import type { Context } from '../context.ts'

const BRACKETS = /\(([^()]{1,30})\)$|, (%|‰)$/
// What stands in brackets and is no word of a unit.
const PERCENT = /^(?:%|‰)$/

/** The unit at a header's end: `(%)`, `(tỷ đồng)`; only one that numbers are read with. */
export function unitIn({ knowledge, without }: Pick<Context, 'knowledge' | 'without'>, lower: string): Span | undefined {
  const found = BRACKETS.exec(lower)
  const unit = found?.[1] ?? found?.[2]
  if (found === null || unit === undefined) return undefined
  const start = found.index + found[0].indexOf(unit)
  const isUnit = PERCENT.test(unit) || knowledge.readQuantity(`1 ${unitWords(unit)}`, without) !== undefined
  return isUnit ? { start, end: start + unit.length } : undefined
}

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^đvt ?: ?|^đơn vị(?: tính)? ?: ?/, ''],
  [/^1\.?000 /, 'nghìn '],
  [/^(?:tr\. ?|tr(?=đ))(?:đồng|đ)/, 'triệu đồng'],
  [/^triệu đ(?![a-zà-ỹ])/, 'triệu đồng'],
  [/^(?:tỷ|tỉ) đ(?![a-zà-ỹ])/, 'tỷ đồng'],
  [/^(?:ng|ngh)\. ?/, 'nghìn '],
  [/ ?\/ ?/g, '/'],
  [/^o\/oo$|^%o$/, '‰']
]

/** The words of a unit as running text has them: `tr.đ` is `triệu đồng`. */
export function unitWords(unit: string): string {
  let words = unit.trim().replace(/^\(|\)$/g, '')
  for (const [pattern, to] of SHORT) words = words.replace(pattern, to)
  return words
}

/** Whether a text is a unit, or stands for the one above. */
export const isUnit = ({ knowledge, without }: Context, text: string): boolean =>
  /^(?:%|‰|["″”]|-?nt-?)/.test(text) || knowledge.readQuantity(`1 ${unitWords(text)}`, without) !== undefined
