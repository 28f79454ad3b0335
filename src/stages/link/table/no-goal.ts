import { isPercent } from '../target-unit.ts'
import type { ReadFigure } from './record.ts'

const WHOLE = 100
const COUNTS_TIME = /^(?:năm|tháng|ngày|tuần|giờ|phút|giây)$/
const MEASURES_TIME = /thời gian|tuổi thọ|số năm|số ngày|số giờ|thời lượng|lưu trú|thời hạn/

/** Why a figure under a header of goals is none; undefined where it is one. */
export function noGoal({ figure: { quantity }, subject: { indicator } }: ReadFigure) {
  if (indicator === undefined && quantity.unit === null)
    return { reason: 'table/nothing-measured', message: 'Neither a header nor a unit says what is measured', rule: 'table/figure' }
  // `Cơ cấu GRDP | 100`: what its parts add up to.
  if (quantity.low === WHOLE && isPercent(quantity) && /^cơ cấu(?: |$)/i.test(indicator?.text ?? ''))
    return { reason: 'table/whole', message: 'All of it: the parts below add up to it', rule: 'table/figure' }
  const isTime = COUNTS_TIME.test(quantity.unit ?? '') && !MEASURES_TIME.test(indicator?.text.toLowerCase() ?? '')
  return isTime
    ? {
        reason: 'unit/no-goal',
        message: `Unexpected unit "${quantity.unit}": it counts time or parts of a text`,
        rule: 'refusal/unit-of-time'
      }
    : undefined
}
