import type { Field } from '../../model/frame.ts'
import type { Context } from './context.ts'
import type { Title } from './document-title.ts'
import { evidence } from './evidence.ts'
import { spanOf } from './linked-date.ts'

/** `phê duyệt Quy hoạch tỉnh Hà Tĩnh`: what the state plans for one province is that province's. */
export function placeOfPlan(context: Context, title: Title | null): Field<string> | undefined {
  const provinces = (title?.places ?? []).filter(p => p.value.level !== 'country' && !p.value.id.startsWith('other:'))
  const [first] = provinces
  if (title !== null && first === undefined) return regionOfPlan(context, title)
  if (title === null || first === undefined || provinces.some(p => p.value.id !== first.value.id)) return undefined
  const lead = context.normalized.lower.slice(title.span.start, first.start)
  return PLAN_FOR_PLACE.test(lead) ? { value: first.value.id, evidence: evidence(spanOf(first), 'document/plan-for-place') } : undefined
}

// What is planned for a region, in front of its name.
const PLAN_FOR_REGION = /(?:quy hoạch|phát triển|liên kết|đô thị hóa)[^.;]{0,200} (?:tổng thể )?$/
const REGION_WORD = 'vùng '

/** `về phát triển kinh tế - xã hội vùng Tây Nguyên`: what the state plans for a region is that region's. */
function regionOfPlan(context: Context, title: Title): Field<string> | undefined {
  const { lower, text } = context.normalized
  const words = lower.slice(title.span.start, title.span.end)
  for (let word = words.indexOf(REGION_WORD); word >= 0; word = words.indexOf(REGION_WORD, word + 1)) {
    const at = word + REGION_WORD.length
    const name = context.knowledge.regions.find(n => words.startsWith(n, at) && !LETTER.test(words.charAt(at + n.length)))
    if (name === undefined || !PLAN_FOR_REGION.test(words.slice(0, word))) continue
    const span = { start: title.span.start + at, end: title.span.start + at + name.length }
    return { value: `other:${text.slice(span.start, span.end)}`, evidence: evidence(span, 'document/plan-for-place') }
  }
  return undefined
}

const LETTER = /[a-zà-ỹđ]/

const PLAN_FOR_PLACE =
  /(?:quy hoạch|điều chỉnh quy hoạch)(?: [a-zà-ỹđ,]{1,20}){0,14} ?$|(?:phát triển|xây dựng|đặc thù)(?: (?:kinh tế|xã hội|-|phát triển|đối với|cho|và|,)){0,12} ?$/
