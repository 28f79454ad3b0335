import type { Groups, Surroundings } from '../../model/rule.ts'
import type { Rank } from '../../model/values.ts'
import { parseNumeral } from '../../text/numerals.ts'
import { SCOPE, scopeOf } from './scopes.ts'

/** The number that a numeral or `nhất`, `nhì` is; null for none. */
export function toNumber(text: string | undefined): number | null {
  if (text === undefined) return null
  const ordinal: Readonly<Record<string, number>> = { nhất: 1, nhì: 2 }
  return ordinal[text] ?? parseNumeral(text) ?? null
}

/** Scope as printed, else by the total or by who is ranked: provinces are ranked in the country, countries in the world. */
export function scope(groups: Groups, around: Surroundings): string | null {
  if (groups['scope'] !== undefined) return scopeOf(around.printed('scope') ?? groups['scope'])
  const noun = groups['noun'] ?? ''
  if (groups['total'] === '63' || groups['total'] === '34' || groups['total'] === '64') return 'national'
  if (/^(?:tỉnh|địa phương|thành phố trực thuộc|bộ)/.test(noun)) return 'national'
  if (/^(?:nước|quốc gia|nền kinh tế)/.test(noun)) return 'world'
  return null
}

const IS_SCOPE = new RegExp(`^(?:${SCOPE})$`, 'i')

/** A scope by whom one is ranked with: `trong các nước có thu nhập cao`. */
export function fellows(around: Surroundings, noun?: string): string {
  const printed = (around.printed('fellows') as string).trim().replace(/^(?:trong|so với|của) /, '')
  const where = /^(?:các|những) (?:nước|quốc gia|tỉnh|địa phương) (?<where>.+)$/.exec(printed)?.groups?.['where']
  if (where !== undefined && IS_SCOPE.test(where)) return scopeOf(where)
  return `other:${noun === undefined ? printed : `${noun} ${printed}`}`
}

/** The rank that a pattern's groups tell; undefined where its numbers are none or run backwards. */
export function rank(kind: Rank['rank_kind'], groups: Groups, around: Surroundings): Rank | undefined {
  const low = toNumber(groups['n'])
  const high = groups['high'] === undefined ? low : toNumber(groups['high'])
  if ((groups['n'] !== undefined && low === null) || (low !== null && high !== null && high < low)) return undefined
  const total = toNumber(groups['total'])
  return {
    rank_kind: kind,
    n_low: low,
    n_high: high,
    total,
    band: null,
    scope: groups['fellows'] === undefined ? scope(groups, around) : fellows(around, groups['noun'])
  }
}
