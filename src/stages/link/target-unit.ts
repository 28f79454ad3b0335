import { CHANGE, RATE } from '../../mentions/words/tags.ts'
import type { Frame } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import type { Context } from './context.ts'
import type { Phrase } from './phrase.ts'

/** Whether a number is a percentage or a difference of percentages. */
export const isPercent = (q: Quantity): boolean => q.form === 'percent' || q.form === 'points'

/** Things that a share is taken of, as they begin. */
const BASE_HEAD =
  '(?:(?:trên|trong) (?=tổng ))?(?:các |những |toàn bộ |toàn )?(?:tổng [\\p{L}]{1,8}(?: [\\p{L}]{1,8})?|nền kinh tế|ngân sách|số (?:xã|hộ|lượng|người|doanh nghiệp|dân|thôn|trường|đơn vị|vụ|cơ sở|lao động|tỉnh)|dân số|lực lượng lao động|nhu cầu|giá trị|sản lượng|diện tích|kim ngạch|thị phần|chi ngân sách|thu ngân sách|chỉ tiêu|gói thầu|vốn|hộ gia đình|hộ dân|người trưởng thành|người dân|thôn|xã|công suất|kế hoạch vốn|lượng|vùng)'
/** Where the words of a base end: at a stop, a verb, a date or a place. */
const BASE_END =
  '(?=$|[.,;:()“”"…\\n]| (?:vào|trong(?! (?:độ tuổi|nước))|tại|ở|theo|để|nhằm|là|cho|so|với|cả|đến|tới|trên|qua|và|năm|của|từ|như|do|thuộc|hằng|hàng (?:năm|tháng|quý|ngày)|mỗi|toàn|cùng|hoặc|bằng|thì|đã|sẽ|phải|nước|giai đoạn) )'
/** How far a whole reaches, behind its name: `cả nước`, `trên địa bàn tỉnh`, `toàn hệ thống`. */
const BASE_REACH =
  '(?: (?:cả nước|trên địa bàn(?: (?:tỉnh|thành phố|huyện))?|toàn (?:quốc|ngành|tỉnh|thành phố|cầu|xã hội|vùng|hệ thống|nền kinh tế|thị trường))(?![\\p{L}]))?'
/** `92% dân số có thẻ`: with what it does, the base is what is measured. */
const DOES = '(?! (?:có|đạt|được(?! giao)|tham gia|áp dụng|sử dụng|tiếp cận|hoàn thành|chưa|không) )'
const PRINTED_BASE = new RegExp(
  `^ ?(?<base>tổng sản phẩm (?:trong nước|trên địa bàn)(?= \\()|${BASE_HEAD}(?:${DOES} [\\p{L}-]+){0,7}?(?:${BASE_END})${BASE_REACH})`,
  'u'
)

// A whole is the base of a share also where nothing else is named.
const WHOLE = /^ ?(?:(?:trong|trên) )?(?:tổng |ngân sách )/

/** `phủ sóng 99% dân số`: what a share is printed to be of, where the indicator stands in front of it. */
function printedBase(context: Context, frame: Frame, phrase: Phrase | undefined): string | undefined {
  const behind = context.normalized.lower.slice(frame.anchor.end, context.sentences[frame.sentence]?.end).slice(0, 100)
  const isBefore = phrase !== undefined && phrase.start <= frame.anchor.start && phrase.end <= frame.anchor.start
  // What is measured itself is no base: `giảm 9% tổng lượng phát thải`.
  const isMeasured = phrase !== undefined && phrase.start >= frame.anchor.end
  if (!isBefore && (isMeasured || !WHOLE.test(behind))) return undefined
  return PRINTED_BASE.exec(behind)?.groups?.['base']?.replace(/^(?:(?:trên|trong) )?(?:các |những |toàn bộ |toàn )?/, '')
}

// `trên 10.000 dân`, `trên một vạn dân`: for how many something is counted.
const SO_MANY =
  '(?:(?:(?:1|01|một) )?(?:vạn|nghìn|ngàn|triệu)|10{2,5}|10{0,2}\\.000) ?(?:người dân|dân|người|trẻ em|trẻ|nữ|hộ dân|hộ|lao động)(?![\\p{L}])'
const COUNTED_FOR = `(?:(?:tính )?(?:trên|cho)(?: mỗi)? |/ ?)(?<base>${SO_MANY})`
const COUNTED_BEHIND = new RegExp(`^ ?${COUNTED_FOR}`, 'u')
const COUNTED_IN_NAME = new RegExp(` ?${COUNTED_FOR}$`, 'u')

/** The denominator of a count, `/10.000 dân`, from right behind it or from the end of what it measures; empty where there is none. */
function countedFor(context: Context, frame: Frame, { form }: Quantity, phrase: Phrase | undefined): string {
  if (form !== 'count' && form !== 'measure') return ''
  const { lower } = context.normalized
  const behind = COUNTED_BEHIND.exec(lower.slice(frame.anchor.end, context.sentences[frame.sentence]?.end).slice(0, 40))
  const isBefore = phrase !== undefined && phrase.end <= frame.anchor.start
  const base = (behind ?? (isBefore ? COUNTED_IN_NAME.exec(phrase.text.toLowerCase()) : null))?.groups?.['base']
  return base === undefined ? '' : `/${base}`
}

// What a share of a whole economy is printed to be of.
const PRODUCT: Readonly<Record<string, string>> = { 'tổng sản phẩm trong nước': 'GDP', 'tổng sản phẩm trên địa bàn': 'GRDP' }

const BASES: Readonly<Record<string, string>> = { grdp: 'GRDP', gdp: 'GDP', 'kế hoạch': 'kế hoạch', 'dự toán': 'dự toán' }

// `tốc độ tăng … hằng năm đạt 9%`, `tăng trưởng … là 9% bình quân hằng năm`: so much a year.
const EACH_YEAR = /(?:(?:hằng|hàng|mỗi) năm|bình quân năm)(?: |$)/
const GROWS = /(?:tăng trưởng|tốc độ tăng|mức tăng|nhịp độ tăng)(?: |$)/

/** Whether a growth is told to be one of each year, between its name and its number or right behind it. */
function isGrowthOfYears(context: Context, frame: Frame, phrase: Phrase | undefined): boolean {
  const { start, end } = frame.anchor
  if (phrase === undefined || phrase.end > start || start - phrase.start > 200) return false
  const { lower } = context.normalized
  const words = lower.slice(phrase.start, start)
  return (
    GROWS.test(words) && (EACH_YEAR.test(words) || /^ ?(?:bình quân )?(?:hằng|hàng|mỗi) năm(?![a-zà-ỹđ])/.test(lower.slice(end, end + 24)))
  )
}

/** The unit as records name it: `%` with its printed base, `/năm` from a word for each year. */
export function unitOf(
  context: Context,
  frame: Frame,
  at: number,
  quantity: Quantity,
  antecedent: { readonly phrase: Phrase | undefined; readonly unit: string | null } | undefined,
  phrase: Phrase | undefined
): string | null {
  if (quantity.form === 'fraction') return '%'
  if (quantity.unit === null) return null
  if (!isPercent(quantity))
    return quantity.unit.includes('/') ? quantity.unit : quantity.unit + countedFor(context, frame, quantity, phrase)
  const base = frame.anchor.parts['base']
  const printed = base === undefined ? undefined : BASES[context.normalized.lower.slice(base.start, base.end)]
  const of = quantity.unit === '%' ? printedBase(context, frame, phrase ?? antecedent?.phrase) : undefined
  if (of !== undefined) return `% ${PRODUCT[of] ?? of}`
  if (printed !== undefined) return `${quantity.unit} ${printed}`
  if (quantity.unit === '%') {
    const units = context.unitsOf(frame.sentence)
    const near = [at - 1, at - 2].some(i => units.is(i, RATE) && units.text(i).includes('năm')) && units.any(CHANGE, at - 3, at)
    if (near || isGrowthOfYears(context, frame, phrase)) return '%/năm'
    if (antecedent?.unit?.startsWith('% ')) return antecedent.unit
  }
  return quantity.unit
}
