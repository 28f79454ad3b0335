import { QUANTITY, RANK } from '../../mentions/words/tags.ts'
import type { Mention } from '../../model/mention.ts'
import type { Context } from './context.ts'
import { isPlanDate } from './deadline-above.ts'
import type { LinkedDate } from './linked-date.ts'

const VALUE = QUANTITY.or(RANK)

export type DateRole = 'issued' | 'deadline' | 'period' | 'horizon' | 'status' | 'event' | 'other'

/** Where the dates begin that goals are due at, those that results were counted at, and those that documents were issued on. */
export interface DateUses {
  readonly due: ReadonlySet<number>
  readonly counted: ReadonlySet<number>
  readonly issued: ReadonlySet<number>
}

// What a year behind it is the year of: plans, budgets, the work of a year.
const OF_PLAN =
  /(?:kế hoạch|dự toán|nhiệm vụ|chương trình|đề án|công tác|ngân sách|kinh tế ?[-–] ?xã hội|đầu tư công|cổ tức|kinh doanh|quyết toán thuế|phương hướng)(?: (?:nhà nước|trung ương|địa phương|vốn|đầu tư|công|năm|cấp|sang|trong|của|trọng tâm|chuyển đổi số|tài chính|chi|thu|giao)){0,5} (?:năm |cả )?$/

/** What a date says in its sentence. The rows follow the annotation guidelines: first match wins. */
export function dateRole(context: Context, date: LinkedDate, { due, counted, issued }: DateUses): DateRole {
  const { mention, edtf } = date
  const { use, partial } = mention.value
  if (issued.has(mention.start)) return 'issued'
  if (use === 'compared' || partial?.unit === 'same-period') return 'other'
  if (use === 'vision' || use === 'orientation') return 'horizon'
  const isDue = due.has(mention.start)
  const isDeadline = use === 'by' || use === 'before'
  if (edtf?.includes('/')) return 'period'
  const isDay = edtf !== null && /^\d{4}-\d\d-\d\d$/.test(edtf)
  // `đến năm 2020 chỉ còn 71 USD`: until when something was counted.
  if (isDeadline) return !isDue && counted.has(mention.start) ? 'status' : 'deadline'
  if (use === 'as-of') return 'status'
  if (isDay || partial?.unit === 'same-day') return 'event'
  const { lower } = context.normalized
  if (OF_PLAN.test(lower.slice(Math.max(0, mention.outer.start - 60), mention.start))) return 'period'
  if (isDue) return 'deadline'
  // `từ năm 2017`: since when.
  if (use === 'from' && edtf !== null) return 'event'
  if (counted.has(mention.start)) return 'status'
  if (hasValueBeside(context, mention)) return isPlanDate(context, date) ? 'period' : 'status'
  return partial !== null && partial.unit !== 'relative' ? 'status' : 'period'
}

/** Whether a number or a rank stands near a date in its sentence. */
function hasValueBeside(context: Context, date: Mention): boolean {
  if (!context.mayHold(date.sentence, VALUE)) return false
  const units = context.unitsOf(date.sentence)
  const at = units.placeOf(date)
  return units.any(VALUE, at - 8, at + 12)
}
