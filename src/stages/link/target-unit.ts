import type { Frame } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import type { Context } from './context.ts'
import type { Phrase } from './phrase.ts'

/** Things that a share is taken of, as they begin. */
const BASE_HEAD =
  '(?:các |những |toàn bộ |toàn )?(?:tổng sản phẩm (?:trong nước|trên địa bàn)|tổng (?:số|giá trị|sản lượng|mức|thu|chi|vốn|diện tích|công suất|đàn|doanh thu|kim ngạch|lượng|nguồn|nhu cầu|quỹ)|số (?:xã|hộ|lượng|người|doanh nghiệp|dân|thôn|trường|đơn vị|vụ|cơ sở|lao động)|dân số|lực lượng lao động|nhu cầu|giá trị|sản lượng|diện tích|kim ngạch|thị phần|chi ngân sách|thu ngân sách|chỉ tiêu|gói thầu|vốn|hộ gia đình|hộ dân|người trưởng thành|người dân|thôn|xã|công suất|kế hoạch vốn|lượng|vùng)'
/** Where the words of a base end: at a stop, a verb, a date or a place. */
const BASE_END =
  '(?=$|[.,;:()“”"…\\n]| (?:vào|trong(?! (?:độ tuổi|nước))|tại|ở|theo|để|nhằm|là|cho|so|với|cả|đến|tới|trên|qua|và|năm|của|từ|như|do|thuộc|hằng|hàng|mỗi|toàn|cùng|hoặc|bằng|thì|đã|sẽ|phải|nước) )'
/** `92% dân số có thẻ`: with what it does, the base is what is measured. */
const DOES = '(?! (?:có|đạt|được(?! giao)|tham gia|áp dụng|sử dụng|tiếp cận|hoàn thành|chưa|không) )'
const PRINTED_BASE = new RegExp(
  `^ ?(?<base>tổng sản phẩm (?:trong nước|trên địa bàn)(?= \\()|${BASE_HEAD}(?:${DOES} [\\p{L}-]+){0,7}?(?:${BASE_END}))`,
  'u'
)

/** `phủ sóng 99% dân số`: what a share is printed to be of, where the indicator stands in front of it. */
function printedBase(context: Context, frame: Frame, phrase: Phrase | undefined): string | undefined {
  if (phrase === undefined || phrase.start > frame.anchor.start || phrase.end > frame.anchor.start) return undefined
  const behind = context.normalized.lower.slice(frame.anchor.end, context.sentences[frame.sentence]?.end).slice(0, 100)
  return PRINTED_BASE.exec(behind)?.groups?.['base']?.replace(/^(?:các |những |toàn bộ |toàn )/, '')
}

// What a share of a whole economy is printed to be of.
const PRODUCT: Readonly<Record<string, string>> = { 'tổng sản phẩm trong nước': 'GDP', 'tổng sản phẩm trên địa bàn': 'GRDP' }

/** Units of shares of what is named in the mention itself. */
const BASES: Readonly<Record<string, string>> = { grdp: 'GRDP', gdp: 'GDP', 'kế hoạch': 'kế hoạch', 'dự toán': 'dự toán' }

/** Whether a number is a percentage or a difference of percentages. */
export const isPercent = (q: Quantity): boolean => q.form === 'percent' || q.form === 'points'

/** What a number before is said of, and in which unit. */
interface Named {
  readonly phrase: Phrase | undefined
  readonly unit: string | null
}

/** The unit as records name it: `%` with its printed base, `/năm` from a word for each year. */
export function unitOf(
  context: Context,
  frame: Frame,
  at: number,
  quantity: Quantity,
  antecedent: Named | undefined,
  phrase: Phrase | undefined
): string | null {
  if (quantity.form === 'fraction') return '%'
  if (!isPercent(quantity) || quantity.unit === null) return quantity.unit
  const base = frame.anchor.parts['base']
  const printed = base === undefined ? undefined : BASES[context.normalized.lower.slice(base.start, base.end)]
  const of = quantity.unit === '%' ? printedBase(context, frame, phrase ?? antecedent?.phrase) : undefined
  if (of !== undefined) return `% ${PRODUCT[of] ?? of}`
  if (printed !== undefined) return `${quantity.unit} ${printed}`
  if (quantity.unit === '%') {
    const chunks = context.chunksOf(frame.sentence)
    const near =
      [chunks[at - 1], chunks[at - 2]].some(c => c?.tags.has('Rate') && /năm/.test(c.text)) &&
      [chunks[at - 1], chunks[at - 2], chunks[at - 3]].some(c => c?.tags.has('Change'))
    if (near) return '%/năm'
    if (antecedent?.unit?.startsWith('% ')) return antecedent.unit
  }
  return quantity.unit
}
