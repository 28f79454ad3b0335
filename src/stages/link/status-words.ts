/** A plan that was met or exceeded: `hoàn thành chỉ tiêu`, `vượt kế hoạch được giao`. */
export const MET_PLAN =
  /^(?:hoàn thành|hoàn thành vượt|hoàn thành vượt mức|đạt|đạt và vượt|vượt) (?:chỉ tiêu|mục tiêu|kế hoạch)(?: đề ra| được giao)?$/
/** Words that say that something is so now. */
export const NOW = /^(?:hiện nay|hiện tại|hiện có|như hiện nay|hiện)$/

/** A plan, a target or a quota, as what a number is compared with or is a share of. */
export const PLAN_NOUN =
  /^(?:các )?(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu|nhiệm vụ|giao|được giao|chỉ tiêu phấn đấu|chỉ tiêu kế hoạch|(?:mục tiêu|kế hoạch|chỉ tiêu) (?:đề ra|đặt ra)|dự toán pháp lệnh|chỉ tiêu (?:được )?giao)$/

/** What names a rate that law sets; such rates go on over a list of years (`2026 là 62%; 2027 là 68%`). */
export const RATE_OF_LAW =
  /^(?:(?:mức )?chuẩn trợ (?:cấp|giúp)|mức thuế|mức (?:thu )?lệ phí|lệ phí trước bạ lần đầu|thuế (?:suất|tiêu thụ|bảo vệ|giá trị))/

/** A printed lower bound, as it begins: asked for, not told. */
export const FLOOR = /^(?:ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn)/
