import { COMMA, NUMBER, PLACE, QUANTITY, SUBJECT } from '../../mentions/words/tags.ts'
import type { Field } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'
import type { Issuer } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { spanOf } from './linked-date.ts'
import { placeId, unitBefore } from './place-before.ts'
import { antecedent } from './reasons.ts'

const PROVINCE_WORD = words('tỉnh|toàn tỉnh|trên địa bàn tỉnh')
const CITY_WORD = words('thành phố|toàn thành phố|trên địa bàn thành phố|tp')
const DISTRICT_WORD = words('huyện|toàn huyện|trên địa bàn huyện')
const NOT_ONE = words('các|nhiều|những|mỗi|mọi|một|số|cấp|từng|hai|ba|liên|ngoài|nội')

/** A word for the place spoken of before (`tỉnh`, `toàn tỉnh`, `UBND tỉnh`, `Tỉnh ủy`): the last place of that kind. */
export function spokenOf(context: Context, units: Units, i: number): Field<string> | undefined {
  const m = units.mention(i)
  if (m?.type === 'issuer') {
    const { body, level, place } = m.value as Issuer
    if (level === 'national' || place !== null) return undefined
    const kind = body === 'tinh_uy' ? 'province' : body === 'thanh_uy' ? 'city' : null
    return kind === null ? undefined : lastOf(context, units.spanOf(i), kind)
  }
  if (
    !units.is(i, SUBJECT) ||
    units.is(i + 1, PLACE) ||
    units.is(i + 1, COMMA) ||
    units.is(i - 1, NOT_ONE) ||
    units.is(i - 1, NUMBER) ||
    units.is(i - 1, QUANTITY)
  )
    return undefined
  const word = units.spanOf(i)
  if (isNamePart(context, word)) return undefined
  const kind = units.is(i, PROVINCE_WORD) ? 'province' : units.is(i, CITY_WORD) ? 'city' : units.is(i, DISTRICT_WORD) ? 'district' : null
  return kind === null ? undefined : lastOf(context, word, kind)
}

/** `Lạch Huyện`: a syllable of a name. */
function isNamePart(context: Context, { start }: Span): boolean {
  return /\p{Lu}\p{Ll}* \p{Lu}$/u.test(context.normalized.text.slice(Math.max(0, start - 12), start + 1))
}

function lastOf(context: Context, word: Span, kind: 'province' | 'city' | 'district'): Field<string> | undefined {
  const named = unitBefore[kind](context, word.start)
  if (named === undefined) return undefined
  const value = placeId(named) as string
  const introduced = named.parts['introduced']
  return {
    value,
    evidence: evidence({ start: word.start, end: word.end }, 'place/spoken-of', 'anaphor', [
      antecedent(named.parts['absorbed'] ?? spanOf(named)),
      ...(introduced === undefined ? [] : [antecedent(introduced)])
    ])
  }
}
