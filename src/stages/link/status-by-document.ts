import {
  COMMA,
  COMPARE,
  COMPARED,
  DO,
  DOCUMENT,
  FORECAST,
  OPEN,
  OTHER,
  PERCENT,
  REACH,
  RESULT,
  SEMICOLON,
  SET,
  STOP
} from '../../mentions/words/tags.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { once } from './nearest.ts'
import type { StatusQuery, StatusReading } from './status-reading.ts'

const CITING = words('theo|tại|trong')
const ORIENTATION = words('định hướng')
const TELLS_ELSE = RESULT.or(FORECAST, OTHER, COMPARE, COMPARED, OPEN, words('chỉ'))

// A document that a sentence is told by stands among so many of its first units.
const OPENING = 5

/** `Theo Nghị quyết số …, thời kỳ này mở rộng lên 9 bến thuyền`: what a plan is cited for is its goal. */
export function documentStatus(context: Context, { sentence, at }: StatusQuery): StatusReading | undefined {
  const units = context.unitsOf(sentence)
  const source = units.first(DOCUMENT, 0, OPENING)
  if (source < 0 || source >= at || !units.is(source, PLAN_NAME)) return undefined
  const isCited = units.any(CITING, 0, source) || units.any(SET, source, at)
  const isReached = units.is(at, PERCENT) || units.is(at - 1, DO) || (units.is(at - 1, REACH) && units.text(at - 1) !== 'còn')
  if (!isCited || !isReached || units.any(TELLS_ELSE, source, at)) return undefined
  return { status: 'goal', evidence: evidence(units.spanOf(source), 'status/by-document'), isOwn: false }
}

const PLAN_NAME = words(/(?:quy hoạch|kế hoạch|chiến lược|đề án|chương trình|nghị quyết|quyết định|phương án)/)

const SOURCE = DOCUMENT.or(SEMICOLON, STOP)

/** Where `theo định hướng` first stands in a sentence, or -1. */
const firstOrientation = once((context, sentence): number => {
  const units = context.unitsOf(sentence)
  return units.firstThat(ORIENTATION, i => units.text(i - 1) === 'theo')
})

/** `Theo Quy hoạch cảng cá, sản lượng dự kiến đạt …`: what a plan expects is its goal. */
export function plannedByDocument(context: Context, { sentence, at }: StatusQuery, own: StatusReading): StatusReading | undefined {
  const units = context.unitsOf(sentence)
  const orientation = firstOrientation(context, sentence)
  // `Theo định hướng quốc gia, kinh tế số dự kiến chiếm …`
  if (orientation === 1 && at > 1) {
    const { start, end } = units.spanOf(orientation)
    return { status: 'goal', evidence: { ...own.evidence, start, end, rule: 'status/by-plan' }, isOwn: true }
  }
  for (let i = units.last(SOURCE, at); i >= 0; i = units.last(SOURCE, i)) {
    if (!units.is(i, DOCUMENT)) return undefined
    const leads = i <= 3 || units.is(i - 2, COMMA)
    if (leads && units.is(i - 1, CITING) && units.is(i, PLAN_NAME))
      return {
        status: 'goal',
        evidence: { ...own.evidence, start: units.start(i), end: units.end(i), rule: 'status/by-plan' },
        isOwn: true
      }
  }
  return undefined
}
