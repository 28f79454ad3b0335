import type { Frame } from '../../model/frame.ts'
import { hasOnly, wholeWords } from '../../text/only-words.ts'
import type { Context } from './context.ts'

// What grows by itself, beside an economy.
const OTHER = wholeWords(
  'tín dụng|dư nợ|cho vay|huy động|tiền gửi|xuất khẩu|nhập khẩu|xuất nhập khẩu|bán lẻ|doanh thu|doanh số|lợi nhuận|sản lượng|giá trị sản xuất',
  'lượt khách|khách|du lịch|hàng hóa|hàng hoá|hành khách|vận tải|tấn|thanh toán|bảo hiểm|thị trường|thương mại điện tử|công nghiệp(?! (?:hiện đại|hóa|hoá))|nông nghiệp',
  'dịch vụ|chế biến|logistics|quy mô|kinh tế (?:số|tư nhân|tập thể|nhà nước|xanh)|(?<!các |bộ, |từng |mọi )ngành'
)
// Whose growth is that of an economy.
const ECONOMY = wholeWords(
  'cả nước|đất nước|quốc gia|nền kinh tế|gdp|grdp|tổng sản phẩm|chính phủ|quốc hội|trung ương',
  'kinh tế(?! (?:số|tư nhân|tập thể|nhà nước|xanh))|của (?:tỉnh|thành phố)|toàn (?:tỉnh|thành phố)'
)
// Behind these stands what something else is good for.
const GOOD_FOR = wholeWords(
  'góp phần|đóng góp (?:vào|cho)|bảo đảm|đảm bảo|phục vụ|làm (?:nền tảng|cơ sở)|tạo (?:đà|lực|thế|nền|sức|động|cơ|điều)|để (?:cả|đất|đạt|thực hiện|hoàn thành)'
)
/** `tăng trưởng 8% về tấn hàng hóa`. */
const BEHIND = /^[^,.;:]{0,4} về (?:tấn|lượt|sản lượng|doanh|giá trị|số)/
/** So many letters before a number what grows stands at most. */
const BEFORE = 300

const BARE_GROWTH = /^(?:(?:tốc độ|nhịp độ|mức) )?tăng(?: trưởng)?$/i
const NAMED_GROWTH = /^(?:(?:tốc độ|nhịp độ|mức) )?tăng(?: trưởng)? \S/i
// What is said of a growth that goes on: when, and that it is one.
const GOES_ON = wholeWords(
  'và|còn|giai đoạn|thời kỳ|trong|đến|từ|vào|năm|các|tầm nhìn|tiếp theo|tốc độ|nhịp độ|mức|tăng trưởng|tăng|bình quân|trung bình|đạt|là|khoảng|sẽ'
)
const PAUSE = /[;,] /g

/**
 * Whether a number goes on with a growth that was named before it (`tăng trưởng xuất khẩu 8%/năm; giai đoạn 2026-2030 tăng
 * trưởng bình quân 5%/năm`): since the last pause only a time and `tăng trưởng` are said.
 */
export function goesOnGrowing(context: Context, { anchor, sentence }: Frame, text: string, before: string): boolean {
  if (!BARE_GROWTH.test(text) || !NAMED_GROWTH.test(before)) return false
  const { start } = context.sentences[sentence] as { readonly start: number }
  const said = context.normalized.lower.slice(Math.max(start, anchor.start - BEFORE), anchor.start)
  const pause = [...said.matchAll(PAUSE)].at(-1)
  return pause !== undefined && hasOnly(said.slice(pause.index), GOES_ON)
}

/**
 * Whether the sentence of a number that only `tăng trưởng` names says what grows, and it is no economy: `giai đoạn 2026-2030
 * ngành bảo hiểm … tăng trưởng bình quân 10%/năm`.
 */
export function growsOther(context: Context, { anchor, sentence }: Frame): boolean {
  const { start, end } = context.sentences[sentence] as { readonly start: number; readonly end: number }
  const { lower } = context.normalized
  if (BEHIND.test(lower.slice(anchor.end, Math.min(end, anchor.end + 40)))) return true
  const before = lower.slice(Math.max(start, anchor.start - BEFORE), anchor.start)
  const bridge = [...before.matchAll(GOOD_FOR)].at(-1)
  const clause = bridge === undefined ? before : before.slice(bridge.index + bridge[0].length)
  return clause.search(OTHER) >= 0 && clause.search(ECONOMY) < 0
}
