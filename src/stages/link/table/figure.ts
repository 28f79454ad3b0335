import type { Span } from '../../../model/span.ts'
import type { Quantity } from '../../../model/values.ts'
import type { Context } from '../context.ts'

/** The quantity that a cell is, and where in the cell its number stands. */
export interface Figure {
  readonly quantity: Quantity
  readonly span: Span
  /** The unit of its row or column that it was read with, if its own cell has none. */
  readonly isByUnit: boolean
  /** `giảm 1,5`, `-0,6`: which way it goes, by a word or sign in the cell. */
  readonly change: { readonly direction: 'up' | 'down'; readonly span: Span } | undefined
  readonly rule: string
}

// Longer cells are prose.
const LONGEST = 60
const HAS_DIGIT = /\d/
const YEAR = /^(?:19|20)\d\d$/
const CHANGE = /^(?:(?:(tăng)|(giảm))(?: thêm)?(?: bình quân)? (?=[\d<>≤≥~]|trên |từ |khoảng |tối thiểu |ít nhất )|(?:(\+)|(-)) ?(?=\d))/
const BEHIND = / (?:trở lên|trở xuống|hoặc cao hơn|hoặc thấp hơn)$/
// Times are no figures of a table: `6 tháng`, `5 năm` head a column.
const OF_TIME = /^(?:năm|tháng|ngày|tuần|quý|giờ|phút)$/
// Numbers are read with a unit that says nothing else.
const ANY_UNIT = 'ha'

/** Whether a cell, by its words in lower case, is a figure: a number, with or without a comparator and a unit. */
export function isFigure(context: Context, words: string): boolean {
  if (words.length > LONGEST || !HAS_DIGIT.test(words) || YEAR.test(words)) return false
  const figure = figureOf(context, words, undefined)
  return figure !== undefined && !OF_TIME.test(figure.quantity.unit ?? '')
}

/** The quantity of a cell, by its words in lower case and the unit that its row or column gives. */
export function figureOf({ knowledge, without }: Context, words: string, unit: string | undefined): Figure | undefined {
  if (words.length > LONGEST || !HAS_DIGIT.test(words)) return undefined
  const changed = CHANGE.exec(words)
  const from = changed?.[0].length ?? 0
  const change =
    changed === null
      ? undefined
      : {
          direction: (changed[1] ?? changed[3]) === undefined ? ('down' as const) : ('up' as const),
          span: { start: 0, end: changed[0].trimEnd().length }
        }
  const said = words.slice(from)
  const own = knowledge.readQuantity(said, without)
  if (own !== undefined)
    return { quantity: own.quantity, span: moved(own.span, from, words.length), isByUnit: false, change, rule: own.rule }
  const behind = BEHIND.exec(said)?.[0] ?? ''
  const number = said.slice(0, said.length - behind.length)
  const end = from + number.length
  const withUnit =
    unit === undefined ? undefined : knowledge.readQuantity(`${number}${/^[%‰]/.test(unit) ? '' : ' '}${unit}${behind}`, without)
  if (withUnit !== undefined)
    return { quantity: withUnit.quantity, span: moved(withUnit.span, from, end), isByUnit: true, change, rule: withUnit.rule }
  const plain = knowledge.readQuantity(`${number} ${ANY_UNIT}${behind}`, without)
  if (plain === undefined) return undefined
  const quantity: Quantity = { ...plain.quantity, unit: unit ?? null, form: unit === undefined ? 'plain' : 'count' }
  return { quantity, span: moved(plain.span, from, end), isByUnit: unit !== undefined, change, rule: 'table/figure' }
}

const moved = ({ start, end }: Span, by: number, most: number): Span => ({ start: start + by, end: Math.min(end + by, most) })
