import type { Field } from '../../model/frame.ts'
import type { Context } from './context.ts'
import { spanOf } from './dates.ts'
import type { Title } from './document-title.ts'
import { evidence } from './evidence.ts'

/** `phê duyệt Quy hoạch tỉnh Hà Tĩnh`: what the state plans for one province is that province's. */
export function placeOfPlan(context: Context, title: Title | null): Field<string> | undefined {
  const provinces = (title?.places ?? []).filter(p => p.value.level !== 'country' && !p.value.id.startsWith('other:'))
  const [first] = provinces
  if (title === null || first === undefined || provinces.some(p => p.value.id !== first.value.id)) return undefined
  const lead = context.normalized.lower.slice(title.span.start, first.start)
  return PLAN_FOR_PLACE.test(lead) ? { value: first.value.id, evidence: evidence(spanOf(first), 'document/plan-for-place') } : undefined
}

const PLAN_FOR_PLACE =
  /(?:quy hoạch|điều chỉnh quy hoạch)(?: [a-zà-ỹđ,]+){0,14} ?$|(?:phát triển|xây dựng|đặc thù)(?: (?:kinh tế|xã hội|-|phát triển|đối với|cho|và|,))* ?$/
