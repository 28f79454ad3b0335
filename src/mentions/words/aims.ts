import { words } from '../../text/word-class.ts'

/** Words of purpose, before the verb that brings something about. */
export const PURPOSE = words('nhằm|để|tiến tới')

/** Words between a purpose and its verb. */
export const SOON = words('sớm|từng|bước|dần|góp phần|tiếp tục')

/** Verbs of being or answering, which bring nothing about. */
export const IS = words('là|bằng|đáp ứng')

/** Striving, as a phrase begins. */
export const STRIVE = words(/^(?:phấn đấu|quyết tâm)/)

/** Striving, needing or having to, as a phrase begins. */
export const MUST = words(/^(?:phấn đấu|quyết tâm|cần|phải|yêu cầu)/)

/** A phrase with an aim, a striving or a resolve in it. */
export const AIMED = words(/phấn đấu|mục tiêu|quyết tâm|đặt/)

/** A phrase with an aim or a quota in it. */
export const AIM = words(/mục tiêu|chỉ tiêu/)

/** A phrase that ends in striving or assigning. */
export const STRIVE_AT_END = words(/(?:phấn đấu|giao)$/)

/** Making or getting more of something, as a phrase begins. */
export const MADE = words(/^(?:tạo|tạo ra|có thêm)/)

/** A wish, which may be one that was counted. */
export const WISH = words('mong muốn')

/** A printed lower bound, as it begins: asked for, not told. */
export const FLOOR = words(/^(?:ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn)/)

/** Verbs of fixing something, as a phrase begins. */
export const FIX = words(/^xác định/)

/** Verbs of fixing something or putting it as an aim, as a phrase begins. */
export const FIX_OR_PUT = words(/^(?:xác định|đặt)/)

/** What stands before a verb of setting that sets nothing. */
export const SETS_NOTHING = words('đáp ứng|theo|với|của|các|những|một số')

/** That it is still to be reached, at the end of what stands before `đạt được`. */
export const STILL_TO = words(/(?:^| )(?:là|để|nhằm|sẽ|phải|cần|muốn|có thể|sớm)$/)

/** Being asked, lent or allowed to (`giảm 30% tiền thuê đất`). */
export const GRANT = words('giảm|miễn|miễn giảm|hỗ trợ|ưu đãi')

/** Freed from a charge. */
export const FREED = words('miễn|miễn phí|được miễn')

/** Planning, which is also the first word of plans' names. */
export const PLANNING = words('quy hoạch')

/** What planning stands behind where it is a verb. */
export const BEFORE_PLANNING = words('này|phép|đoạn')
