import type { Field } from '../../model/frame.ts'
import type { Units } from '../../text/units.ts'
import type { Context } from './context.ts'
import { keeper } from './kept.ts'
import { firstOrganization, organizationAs, organizationBefore, placedBefore } from './place-before.ts'
import { antecedent, withheld } from './reasons.ts'

const BUSINESS =
  /(?:lợi nhuận|cổ tức|lãi (?:trước|sau|ròng)|(?<!thị trường )cổ phiếu|thị phần|kế hoạch kinh doanh|kế hoạch lãi|roe|doanh thu(?! du lịch| từ du| từ khách| các| dịch vụ| công nghiệp| ngành| toàn ngành| lĩnh vực| thị trường| thương mại điện tử| kinh tế)|sản lượng tiêu thụ|vốn hóa(?! thị trường))/
// A company that is only called one, as who sets the goal.
const SETS_ITSELF =
  /(?:^|[,;.:“"] ?|(?:^|[ ,])(?:năm (?:19|20)\d\d|năm nay|hiện|hiện nay|biết|rằng|và|thì|mà|đó|nay|tới) )(?:(?:tập đoàn|tổng công ty|công ty|ngân hàng|hãng|thương hiệu|nhà mạng|đơn vị|doanh nghiệp này|công ty này)(?: này)?(?: (?:cũng|đã|đang|sẽ|còn|vẫn|hiện|tiếp tục|năm nay)){0,3} (?:cần|phải|sẽ|đặt|phấn đấu|hướng|kỳ vọng|dự kiến|cũng|tiếp tục|đề ra|xác định|lên|có kế hoạch|tham vọng)|(?:doanh nghiệp|họ|chúng tôi)(?: (?:cũng|đã|đang|sẽ|tiếp tục|còn|vẫn)){0,3} (?:đặt|lên kế hoạch|đề ra|xác định mục tiêu))(?: |$)/
const COMPANY_WORD =
  /(?:^|[ “"])(?:công ty|hđqt|hội đồng quản trị|ban lãnh đạo|đhđcđ|cổ đông|tập đoàn|ngân hàng|doanh nghiệp(?: này)?(?= (?:này|cũng|đã|đang|sẽ|đặt|lên|đề|xác))|họ|chúng tôi)(?: |$)/

/**
 * A figure of business is the company's that was named last before it, unless a province was named since; where the text
 * only says `công ty`, `HĐQT`, that one too.
 */
export function companyOf(context: Context, units: Units, at: number): Field<string | null> | undefined {
  // Both what is in the number's sentence and what is above asks.
  const last = lastAsked(context)
  if (last.unit !== units.base + at) {
    last.unit = units.base + at
    last.found = companyAnew(context, units, at)
  }
  return last.found
}

const lastAsked = keeper((): { unit: number; found: Field<string | null> | undefined } => ({ unit: -1, found: undefined }))

function companyAnew(context: Context, units: Units, at: number): Field<string | null> | undefined {
  const lead = context.normalized.lower.slice(units.start(0), Math.min(units.end(units.length - 1), units.end(at) + 40))
  if (!BUSINESS.test(lead) && !SETS_ITSELF.test(lead)) return undefined
  const last = organizationBefore(context, units.start(at)) ?? firstOrganization(context)
  if (last === undefined) return undefined
  const placed = placedBefore(context, units.start(at))
  if (placed !== undefined && placed.start > last.end && !COMPANY_WORD.test(lead))
    return withheld([antecedent(placed)], 'place/placed-since')
  const inSentence = last.start >= units.start(0)
  const { value, evidence } = organizationAs(context, last, 'place/company')
  return { value, evidence: { ...evidence, source: inSentence ? 'same_clause' : 'carried' } }
}
