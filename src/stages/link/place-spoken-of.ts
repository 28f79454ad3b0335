import type { Chunk, Field } from '../../model/frame.ts'
import type { Issuer } from '../../model/values.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { spanOf } from './linked-date.ts'
import { placeId, unitBefore } from './place-before.ts'
import { antecedent } from './reasons.ts'

const PROVINCE_WORD = /^(?:tỉnh|toàn tỉnh|trên địa bàn tỉnh)$/
const CITY_WORD = /^(?:thành phố|toàn thành phố|trên địa bàn thành phố|tp)$/
const DISTRICT_WORD = /^(?:huyện|toàn huyện|trên địa bàn huyện)$/
const NOT_ONE = /^(?:các|nhiều|những|mỗi|mọi|một|số|cấp|từng|hai|ba|liên|ngoài|nội)$/

/** A word for the place spoken of before (`tỉnh`, `toàn tỉnh`, `UBND tỉnh`, `Tỉnh ủy`): the last place of that kind. */
export function spokenOf(context: Context, chunks: readonly Chunk[], i: number): Field<string> | undefined {
  const c = chunks[i] as Chunk
  const m = c.mention
  if (m?.type === 'issuer') {
    const { body, level, place } = m.value as Issuer
    if (level === 'national' || place !== null) return undefined
    const kind = body === 'tinh_uy' ? 'province' : body === 'thanh_uy' ? 'city' : null
    return kind === null ? undefined : lastOf(context, c, kind)
  }
  if (
    !c.tags.has('Subject') ||
    chunks[i + 1]?.tags.has('Place') ||
    chunks[i + 1]?.tags.has('Comma') ||
    NOT_ONE.test(chunks[i - 1]?.text ?? '') ||
    chunks[i - 1]?.tags.has('Number') ||
    chunks[i - 1]?.tags.has('Quantity')
  )
    return undefined
  if (isNamePart(context, c)) return undefined
  const kind = PROVINCE_WORD.test(c.text) ? 'province' : CITY_WORD.test(c.text) ? 'city' : DISTRICT_WORD.test(c.text) ? 'district' : null
  return kind === null ? undefined : lastOf(context, c, kind)
}

/** `Lạch Huyện`: a syllable of a name. */
function isNamePart(context: Context, { start }: Chunk): boolean {
  return /\p{Lu}\p{Ll}* \p{Lu}$/u.test(context.normalized.text.slice(Math.max(0, start - 12), start + 1))
}

function lastOf(context: Context, word: Chunk, kind: 'province' | 'city' | 'district'): Field<string> | undefined {
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
