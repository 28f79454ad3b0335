import type { Field } from '../../model/frame.ts'
import type { Context } from './context.ts'
import { spanOf } from './dates.ts'
import type { Title } from './document-title.ts'
import { evidence } from './evidence.ts'

/** `phê duyệt Quy hoạch tỉnh Hà Tĩnh`: what the state plans for one province is that province's. */
export function placeOfPlan(context: Context, title: Title | null): Field<string> | undefined {
  const provinces = (title?.places ?? []).filter(p => p.value.level !== 'country' && !p.value.id.startsWith('other:'))
  const [first] = provinces
  if (title !== null && first === undefined) return regionOfPlan(context, title)
  if (title === null || first === undefined || provinces.some(p => p.value.id !== first.value.id)) return undefined
  const lead = context.normalized.lower.slice(title.span.start, first.start)
  return PLAN_FOR_PLACE.test(lead) ? { value: first.value.id, evidence: evidence(spanOf(first), 'document/plan-for-place') } : undefined
}

const REGION =
  /(?:quy hoạch|phát triển|liên kết|đô thị hóa)[^.;]{0,200}? (?:tổng thể )?vùng (đồng bằng sông (?:cửu long|hồng)|tây nguyên|đông nam bộ|tây nam bộ|bắc trung bộ và duyên hải (?:trung bộ|miền trung)|bắc trung bộ|nam trung bộ|duyên hải (?:nam trung bộ|miền trung)|trung du(?: và|,)? miền núi (?:phía bắc|bắc bộ)|miền trung(?: và| -) tây nguyên|miền trung|tây bắc|đông bắc)(?![a-zà-ỹđ])/

/** `về phát triển kinh tế - xã hội vùng Tây Nguyên`: what the state plans for an area is that area's. */
function regionOfPlan(context: Context, title: Title): Field<string> | undefined {
  const found = REGION.exec(context.normalized.lower.slice(title.span.start, title.span.end))
  if (found === null) return undefined
  const end = title.span.start + found.index + found[0].length
  const span = { start: end - (found[1] as string).length, end }
  return { value: `other:${context.normalized.text.slice(span.start, span.end)}`, evidence: evidence(span, 'document/plan-for-place') }
}

const PLAN_FOR_PLACE =
  /(?:quy hoạch|điều chỉnh quy hoạch)(?: [a-zà-ỹđ,]{1,20}){0,14} ?$|(?:phát triển|xây dựng|đặc thù)(?: (?:kinh tế|xã hội|-|phát triển|đối với|cho|và|,)){0,12} ?$/
