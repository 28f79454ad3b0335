import { words } from '../../text/word-class.ts'

/** An aim, a quota, a plan or a strategy, whatever is said of it. */
export const AIM_WORD = words(/phấn đấu|mục tiêu|quyết tâm|chỉ tiêu|kế hoạch|quy hoạch|chiến lược|định hướng|dự toán/)

/** A word that ends as such an expression begins, and one that begins as it goes on: where no two stand side by side, none is said. */
export const AIM_FIRST = words(/(?:phấn|mục|quyết|chỉ|kế|quy|chiến|định|dự)$/)
export const AIM_SECOND = words(/^(?:đấu|tiêu|tâm|hoạch|lược|hướng|toán)/)
