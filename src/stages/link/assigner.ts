import { PLAN_NOUN } from '../../mentions/words/plans.ts'
import { ASSIGN, COMMA, DATE, DO, HAVE, ISSUER, ORGANIZATION, PLACE, QUANTITY, REACH, SEMICOLON, STOP } from '../../mentions/words/tags.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'

const NAME = ISSUER.or(PLACE, ORGANIZATION)
const ENDS_ROW = QUANTITY.or(COMMA, SEMICOLON, STOP, REACH, DO, HAVE, DATE)
const BY = words('được|do')
// So many units those who assign a quota may take up.
const ASSIGNERS = 12

/** `chỉ tiêu (được) Bộ Tài chính và HĐND tỉnh giao`: whether the name that ends at a unit is of who assigns a quota to somebody else. */
export function isAssigner(units: Units, i: number): boolean {
  if (!units.is(i + 1, ASSIGN)) return false
  for (let k = i - 1; k >= Math.max(0, i - ASSIGNERS); k--) {
    if (units.is(k, BY) || units.is(k, PLAN_NOUN)) return true
    const isRow = units.is(k, COMMA) && units.is(k - 1, NAME)
    if (!isRow && units.is(k, ENDS_ROW)) return false
  }
  return false
}
