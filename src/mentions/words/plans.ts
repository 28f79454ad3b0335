import { words } from '../../text/word-class.ts'

/** A plan, a target or a quota, as what a number is compared with or is a share of. */
export const PLAN_NOUN = words(
  /^(?:các )?(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu|nhiệm vụ|giao|được giao|chỉ tiêu phấn đấu|chỉ tiêu kế hoạch|(?:mục tiêu|kế hoạch|chỉ tiêu) (?:đề ra|đặt ra)|dự toán pháp lệnh|chỉ tiêu (?:được )?giao)$/
)

/** A plan or a quota whose figure stands right behind it. */
export const PLAN = words(
  /^(?:vượt |hoàn thành |đạt )?(?:các )?(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu|chỉ tiêu phấn đấu|dự toán pháp lệnh|mục tiêu đề ra|kế hoạch năm)$/
)

/** A plan by its bare noun. */
export const BARE_PLAN = words('chỉ tiêu|mục tiêu|kế hoạch|dự toán')

/** A phrase that ends in a plan's noun. */
export const PLAN_AT_END = words(/(?:mục tiêu|chỉ tiêu|kế hoạch)$/)

/** A phrase that begins with targets or quotas, several of them too. */
export const TARGETS = words(/^(?:các |những )?(?:chỉ tiêu|mục tiêu)/)

/** A phrase that names plans or all of them, met or not. */
export const PLANS = words(/^(?:(?:các|những|tất cả các) )?(?:chỉ tiêu|mục tiêu|kế hoạch)/)

/** Measures that are kept account of: the word is that of quotas. */
export const MEASURES = words(/^(?:(?:các|nhiều|hầu hết|một số) )?chỉ tiêu$/)

/** The plan with the verb that meets it: `hoàn thành chỉ tiêu`, `vượt kế hoạch được giao`. */
export const MET_PLAN = words(
  /^(?:hoàn thành|hoàn thành vượt|hoàn thành vượt mức|đạt|đạt và vượt|vượt) (?:chỉ tiêu|mục tiêu|kế hoạch)(?: đề ra| được giao)?$/
)

/** Going past a plan, in one phrase. */
export const PASSED_PLAN = words(/^vượt (?:chỉ tiêu|mục tiêu|kế hoạch)(?: đề ra| được giao)?$/)

/** Verbs that meet or pass a plan named behind them. */
export const MEET = words('đạt|đạt được|đã đạt|đã đạt được|đã hoàn thành|đã vượt|đạt và vượt|vượt|hoàn thành|hoàn thành vượt mức|đều đạt')

/** A plan that is what follows (`mục tiêu là`). */
export const PLAN_IS = words('mục tiêu là|chỉ tiêu là|kế hoạch là')

/** What is said of a plan: by whom, when and how firmly it was set. */
export const OF_PLAN = words(
  'đề|đặt|ra|cũ|mới|này|đó|phấn đấu|đề ra|đặt ra|của|cả|năm|ban|đầu|ban đầu|đầu năm|pháp|lệnh|trung|ương|tw|tỉnh|quyết định'
)

/** That a plan was set or assigned. */
export const SET_OUT = words(/^(?:được )?(?:đề ra|đặt ra|giao)$/)

/** A plan, a fund or a task, before a verb of setting: not who sets. */
export const ASSIGNED_THING = words('kế hoạch|dự toán|chỉ tiêu|mục tiêu|vốn|nhiệm vụ|mức')

/** Assigning, by its bare verb. */
export const ASSIGNED = words('giao|được giao')

/** An assignment of a budget, a plan, funds or a quota. */
export const ASSIGN_PLAN = words(/giao (?:dự toán|kế hoạch|vốn|chỉ tiêu)/)

/** What a margin over a plan is named with (`vượt 5% so với kế hoạch`). */
export const MARGIN_BASE = words(/^(?:so|mục tiêu|các mục tiêu|kế hoạch|chỉ tiêu|dự toán|bình quân|mức|chỉ tiêu được giao)$|^so /)

/** That what was said is a goal (`là mục tiêu khó`). */
export const CALLED_GOAL = words(/^(?:mục tiêu|chỉ tiêu|các mục tiêu|một mục tiêu)(?: |$)/)
