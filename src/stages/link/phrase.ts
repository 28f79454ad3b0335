import type { Slot } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'
import type { Context } from './context.ts'

/** An indicator phrase of a sentence, trimmed of words that are not part of it. */
export interface Phrase extends Span {
  readonly text: string
}

// Words that begin or end a matched phrase without naming the measured thing.
const LEADING = new Set(
  'về tại theo đối với trong trên ở cho từ dành vào tới đến được đạt số thì là bằng ở mức cả những các có hơn khoảng thêm khác này tiếp tục nhất năm bình quân trung mỗi một'.split(
    ' '
  )
)
const leadingPhrases = (units: string): RegExp =>
  new RegExp(
    String.raw`^(?:(?:(?:lực|(?:làm|tạo|đặt) (?:nền tảng|tiền đề|cơ sở|đà|thế)(?: vững chắc| quan trọng| vững vàng)?) cho(?= tăng trưởng)|ứng với(?: kịch bản)?|.{0,60}(?:điều hành|kiểm soát|kiềm chế)(?= (?:chỉ số|lạm phát|cpi|giá|bội chi|nợ|tỷ lệ|tốc độ|mức tăng))|quyết nghị(?: thông qua)?|của|sớm|việc(?= tăng trưởng)|.{0,50}phục vụ(?: cho)?(?: mức)?(?= tăng trưởng)|giao cho|giao(?! dịch| thông| lưu| tiếp| hàng)|yêu cầu|ghi|xác định|đặt|chốt|nêu rõ|về|tại|theo|đối với|trong|trên|ở|cho|từ|dành cho|vào|tới|đến|được|rằng|phải|toàn|cả|những|các|thêm|hơn|có|là|đang|bằng|với|tổng số (?=\d)|trong tổng số|trong số|${units}công ty|toàn tỉnh|toàn quốc|toàn ngành|toàn thành phố|toàn huyện|phấn|tối thiểu|ít nhất|sẽ|số lượng (?=dịch vụ)|khoảng|tiếp tục|đạt|hoàn thành|thực hiện|xây dựng được|xây dựng|hình thành được|hình thành|phát triển được|duy trì|đẩy mạnh|đưa|nâng(?! cấp)|giảm(?! nghèo| phát thải)|tăng(?! trưởng| thu| cường)|thúc đẩy(?= tăng trưởng)|đất nước(?= tăng trưởng)|duy trì(?= tăng trưởng)|thu hút|giải quyết|tổ chức(?! xúc tiến| phi chính phủ| hành chính| tín dụng| khoa học| hành nghề| tài chính| xã hội| chính trị| kinh tế| quốc tế| đảng| cơ sở| hội| đoàn| công đoàn| hợp tác)|triển khai|bảo đảm|đảm bảo|quy hoạch|so với|so|nếu|ra|đưa ra|giai đoạn|thời kỳ|hằng năm|hàng năm|(?:từ )?sang năm|mức|là) )`
  )
const LEADING_PHRASES = leadingPhrases('tỉnh|thành phố|huyện|địa phương|ngành|')
// Behind a share or count such units are what is counted (`50% các huyện được công nhận …`).
const LEADING_BEHIND = leadingPhrases('')
const TRAILING_PHRASES =
  /(?: (?:đạt|được|sẽ|là|gần|(?<!chiều |kéo |lâu |đường |áo |phim )dài|(?:trong )?(?:các )?giai đoạn này|lần lượt|ổn định|ở mức|ở|trong|tại|với|của|cho|từ|khoảng|(?<!thực |thể |phát |xuất )hiện|đã|cũng|đều|phải|vào|theo đúng|theo|trên|(?<!gia )tăng|giảm|bình quân|trung bình|hàng năm|hằng năm|mỗi năm|này|nằm|trở lên|trở|dự kiến|được duy trì|duy trì|tối thiểu|ít nhất|còn|về|lên|đến|ước|năm|hơn|dưới|phấn đấu|đặt ra|đề ra|do|để|nhằm|phải đạt|so|(?<!mặt )bằng|tổng cộng|gồm|bao gồm|trong đó|và|có|cùng|hoặc|khiến|điều chỉnh|(?:cao|thấp) hơn(?: mục tiêu| kịch bản| kế hoạch)|của (?:tỉnh|thành phố|huyện|ngành|cả nước|toàn tỉnh|địa phương|đơn vị|công ty))){1,8}$/

/** The words of a slot in the text, without words at its edges that are no part of an indicator's name. Undefined when nothing is left. */
export function phraseOf(context: Context, sentence: number, slot: Slot, isBehind = false): Phrase | undefined {
  const units = context.unitsOf(sentence)
  if (slot.from < 0 || slot.from >= units.length || slot.to < 1 || slot.to > units.length) return undefined
  return trim(context, units.start(slot.from), units.end(slot.to - 1), isBehind ? LEADING_BEHIND : LEADING_PHRASES)
}

/** The phrase `[start, end)` trimmed at its edges. */
export function trim(context: Context, start: number, end: number, leading: RegExp = LEADING_PHRASES): Phrase | undefined {
  const { lower, text } = context.normalized
  let from = start
  // A quotation that ends inside closes the phrase (`50% thủ tục hành chính," ông nói`).
  const close = /[,.] ?["”]/.exec(lower.slice(start, end))
  let to = close === null || close.index === 0 ? end : start + close.index
  for (;;) {
    const words = lower.slice(from, to)
    const lead = leading.exec(words)?.[0].length ?? 0
    const head = /^[\s,;:"'()\-–+*•.]+/.exec(words)?.[0].length ?? 0
    if (lead === 0 && head === 0) break
    from += head > 0 ? head : lead
  }
  for (;;) {
    const words = lower.slice(from, to)
    const tail = TRAILING_PHRASES.exec(words)?.[0].length ?? 0
    const end_ = /[\s,;:"'(\-–+*•.…]{1,40}$/.exec(words)?.[0].length ?? 0
    if (tail === 0 && end_ === 0) break
    to -= end_ > 0 ? end_ : tail
  }
  // `trình độ đại học trở lên`: from where on it counts belongs to a thing's name.
  to += to > from ? (/^ trở (?:lên|xuống)(?!\p{L})/u.exec(lower.slice(to, to + 11))?.[0].length ?? 0) : 0
  const words = text.slice(from, to)
  const phrase = /\s\s|[^\S ]/.test(words) ? words.replace(/\s+/g, ' ') : words
  // Two letters of the country's own script are found faster than two of any.
  if (
    to <= from ||
    !(/[a-zà-ỹđ]{2}/.test(phrase) || /\p{L}{2,}/u.test(phrase)) ||
    LEADING.has(phrase.toLowerCase()) ||
    EMPTY.test(phrase) ||
    NO_NAME.test(phrase)
  )
    return undefined
  return { start: from, end: to, text: phrase }
}

/** Words that say something of a base: it is measured itself then, and no mere base. */
export const WITH_PREDICATE = / (?:được|có|đạt|là|sử dụng|tham gia)(?: |$)/i

/** Who sets a goal, in front of its number, is no measure (`được Tổng cục Hải quan và HĐND tỉnh giao 3.450 tỷ đồng`). */
export const BODY =
  /^(?:Tổng cục|Cục|Chi cục|Bộ|Sở|UBND|HĐND|Ủy ban|Uỷ ban|Hội đồng|Tỉnh ủy|Thành ủy)(?: (?:nhân dân|tỉnh|thành phố|huyện|quận|xã|phường))* \p{Lu}/u

// Words that begin what is said of a goal, a credit or a speech; they name nothing that is measured.
const NO_NAME =
  /^(?:quan trọng|chưa bao gồm|đúng hạn cho)(?: |$)|\/ttxvn$|^ảnh(?: |$)| (?:tin tưởng|cho biết|nhấn mạnh|khẳng định|chia sẻ|cho rằng|phát biểu|cho hay|nhận định)$/i

// Words that a phrase may consist of without naming anything that is measured.
const EMPTY =
  /^(?:kỷ lục|yoy|thành công(?: các)?|quá|không|thậm chí|liên tục|cục hải quan|tổng cục hải quan|chi cục hải quan|hải quan|và|nhiều|tỷ lệ|đẩy|chuẩn|đầy tham vọng|ban đầu|xác định|pháp lệnh|độ|cao|xong|vận hành|khác|tối đa|tối thiểu|giao|tức|tức là|cũ|mới|tự|định|nhích|hoàn thành|cao hơn|thấp hơn|cao hơn mức|thấp hơn mức|hết niên độ|nói|nói về|(?:trung ương|chính phủ|quốc hội|bộ|tỉnh|thành phố)(?: giao)?|từng giai đoạn|ngoài|qua|vượt qua|lâu dài|dài|nữa|khác dù|đó|bao nhiêu|lớn|này cao|leo|cơ bản|đoạn qua|mỗi lần|bổ sung|cung ứng|bố trí|(?:ngành |các )?(?:tòa|toà) án|tăng|giảm|(?:phía|khu vực) (?:đông|tây|nam|bắc)(?: (?:đông|tây|nam|bắc))?|(?:một )?khoảng dao động|tổng số|số ấy|con số ấy|xây dựng|quy mô giá trị|tương ứng|tổng|số|đạt|cả năm|vượt|duy trì|mức này|còn thấp|giai đoạn|thời kỳ|đưa ra|ra|khoảng|mức|ổn định|so|so với|tiền mặt|năm|tỷ lệ tăng|quy hoạch|hụt|còn lại|vượt|đợt|kỳ|tổng cộng|trong đó|bằng tiền mặt|cụ thể|mốc|mức mốc|con số|ngưỡng|chưa|kịch bản|giới hạn|chắc chắn|đảm nhận|mở rộng|tiến(?: gần)?|khó|cao nhất|thấp nhất|gần|nguyên|cơ cấu|kết thúc|tính|tiệm cận được tỷ lệ|số \d+|điều chỉnh(?: lần \d+)?|ít nhất(?: phải)?|tỉnh|thành phố|huyện|địa phương|toàn tỉnh|cả nước|điều hành|(?:cách |thấp |cao )?xa(?: vùng)?|vùng|thấp|tạo ra|rằng|chinh phục|(?:rất )?(?:nhẹ|mạnh|nhanh)|chủ yếu|(?:đã )?(?:đề ra|đặt ra))$/i
