import { words } from '../../text/word-class.ts'

/** An aim, a quota, a plan or a strategy, whatever is said of it. */
export const AIM_WORD = words(/phấn đấu|mục tiêu|quyết tâm|chỉ tiêu|kế hoạch|quy hoạch|chiến lược|định hướng|dự toán/)
