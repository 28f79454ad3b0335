import { words } from '../../text/word-class.ts'

/** Words that say of their own clause that something happened or is so. */
export const HERE_RESULT = words(
  'đã|đang|từng|hiện|vừa qua|đã có|kết quả|còn có|hiện có|vẫn còn|trước đó|trước đây|đạt được|thời gian qua|đã hoàn thành|bước đầu|khiến|dẫn đến|dẫn tới|khiến cho|làm cho|đang có'
)

/** Words that say that something is so now. */
export const NOW = words(/^(?:hiện nay|hiện tại|hiện có|như hiện nay|hiện)$/)

/** Now, said of where something starts from. */
export const TODAY = words('hiện nay|hiện tại|hiện')

/** Before or now, said of an aim that was given up since. */
export const ONCE = words('trước đây|trước đó|hiện nay|hiện tại')

/** That somebody has or had something already. */
export const HAD = words('đã|đã có|hiện có|hiện|đang')

/** Already, behind a number. */
export const ALREADY = words('đã|đã có|đã được|hiện đã')

/** Already, or reached already. */
export const REACHED = words('đã|đã đạt')

/** `đã` as a phrase begins. */
export const DONE_FIRST = words(/^đã /)

/** Reaching, with what is said of it. */
export const REACHING = words(/^đạt(?: |$)/)

/** A rise or fall to somewhere. */
export const TO_LEVEL = words(/^(?:lên|xuống|còn)(?: |$)/)

/** That several measures do the same. */
export const ALL_DO = words(/^(?:đều|cùng)(?: |$)/)

/** Making something happen. */
export const MAKE = words('làm|khiến')

/** What `làm` stands behind where it is no verb of cause. */
export const WORK_NOUN = words('việc|ngày|giờ|thời gian|công|nơi|chỗ')

/** Verbs of how much was reached. */
export const AMOUNT_TO = words('đạt|bằng|bằng khoảng|vượt|đạt khoảng|tương đương')

/** Saying the same number once more in another unit. */
export const EQUAL = words('tương đương|tương đương với|tức|tức là|tương ứng|tương ứng với')

/** `dự kiến` or `ước` as a phrase begins. */
export const EXPECTED = words(/^(?:dự kiến|ước)/)

/** `dự kiến` as a phrase begins. */
export const DUE = words(/^dự kiến/)

/** According to somebody's forecast. */
export const ACCORDING_TO = words(/^theo /)

/** A comparison with a day or the end of a year or month. */
export const THAN_A_DAY = words(/^so với (?:ngày |cuối (?:năm|tháng) |\d)/)

/** That it was so little. */
export const ONLY = words(/^(?:chỉ|mới)(?: |$)/)

/** What names a rate that law sets; such rates go on over a list of years (`2026 là 62%; 2027 là 68%`). */
export const RATE_OF_LAW = words(
  /^(?:(?:mức )?chuẩn trợ (?:cấp|giúp)|mức thuế|mức (?:thu )?lệ phí|lệ phí trước bạ lần đầu|thuế (?:suất|tiêu thụ|bảo vệ|giá trị))/
)

/** What a base of comparison is called. */
export const LEVEL_NOUN = words('mức|con số|tỷ lệ')

/** A preposition before those that a share is true of. */
export const FOR_WHOM = words('đối với|với|cho|tại|ở|là')

/** Some or several, before those that are meant. */
export const THOSE = words(/^(?:các|những)(?: |$)/)

/** Spoken of before. */
export const THAT = words('này|đó|ấy')
