import { CLOSE, COMMA, DATE, OPEN } from '../../mentions/words/tags.ts'
import type { Mention } from '../../model/mention.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'

// What a subject may stand behind: a time, a mark, words that begin a clause.
const BEGINS = COMMA.or(
  DATE,
  words(
    /^(?:[“"':–-]|hiện|hiện nay|hiện tại|nay|mới đây|vừa qua|trước đó|trong khi đó|đồng thời|tuy nhiên|và|nhưng|còn|rằng|nên|khi|nếu|riêng|theo đó)$/
  )
)
// What somebody does or is going to do, but not says, of others.
const DOES = words(
  /^(?:(?:cũng|đã|đang|sẽ|vừa|đều|tiếp tục|còn|vẫn|hiện|từng|chỉ|lại|dự kiến|muốn|mong muốn|cần|phải|có|đặt|đề|lên|đạt|ghi nhận|kỳ vọng|hướng|nhắm|phấn đấu|trình|thông qua|quyết định|đề xuất|mở|xây dựng|đầu tư|triển khai|tập trung|ước|hoàn thành|nâng|tăng|giảm|cắt giảm|chi|huy động|phát hành|xác định|đưa|bước|cam kết|quyết tâm|nỗ lực|duy trì|đẩy mạnh)(?: |$))/
)
const SPEAKS = words(
  /^(?:cho biết|cho rằng|cho hay|dự báo|nhận định|đánh giá|cảnh báo|khuyến nghị|ước tính|dự phóng|dự đoán|lưu ý|nói)(?: |$)/
)

/** `Năm 2025, Sao Mai sẽ mở …`: whether a name stands at the beginning of a clause that says what it does. */
export function isSubject(units: Units, i: number): boolean {
  if (i > 0 && !units.is(i - 1, BEGINS)) return false
  let next = i + 1
  if (units.is(next, OPEN)) next = units.first(CLOSE, next) + 1
  return next > 0 && units.is(next, DOES) && !units.is(next, SPEAKS) && !units.is(next + 1, SPEAKS)
}

/** `Sao Mai cho biết`: whether a name is of who says something of others. */
export function speaks(units: Units, m: Mention): boolean {
  const at = units.placeOf(m)
  return at >= 0 && units.is(at + 1, SPEAKS)
}
