import { FLOOR } from '../../mentions/words/aims.ts'
import { CHANGE, COLON, COMMA, DO, ENSURE, HAVE, LEVEL, NOUN, NUMERAL, PREPOSITION, RAISE, REACH } from '../../mentions/words/tags.ts'
import type { GrammarMatch } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { words } from '../../text/word-class.ts'

const TIME = words(/^(?:năm|tháng|ngày|tuần|quý)/)
const MULTIPLE = words(/^(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?: |$)/)
const NO_NOUN = DO.or(HAVE, PREPOSITION)
const ENDS_EACH = DO.or(HAVE, REACH, RAISE, ENSURE, CHANGE, LEVEL, COMMA)
const STATES = HAVE.or(DO, REACH)

/** A number with a goal in view, as the rules look at it that may refuse it. */
export interface Candidate {
  readonly units: Units
  /** Index of the number among them. */
  readonly at: number
  readonly quantity: Quantity
  readonly unit: string | null
  /** What it measures, as it was read; empty where nothing is named. */
  readonly phrase: string
  readonly reading: GrammarMatch | undefined
  /** The rule that found the number. */
  readonly rule: string
  /** Whether words of its own clause make it a goal. */
  readonly isSaid: boolean
}

/**
 * A reason for which a number is no goal, whatever else speaks for it. Examples are texts, published on 2024-05-06, in which the
 * marked number is refused for this reason; in a counterexample it is a target. Paragraphs end with `¶`.
 */
export interface RefusalRule {
  /** Its own, by which a rejection names it. */
  readonly id: string
  readonly reason: string
  readonly message: string | ((candidate: Candidate) => string)
  readonly applies: (candidate: Candidate) => boolean
  readonly examples: readonly string[]
  readonly counterexamples: readonly string[]
}

// Units that only count time or the text's own parts: they make no goal by themselves.
const NO_GOAL_UNIT =
  /^(?:năm|tháng|ngày|tuần|giờ|phút|giây|tuổi|độ|cấp|điều|khoản|chương|mục|nhóm|loại|trang|giai đoạn|đợt|kỳ|bước|phần|lần|bậc|điểm|sao|kv|kV|độ c)$/
const META_UNIT =
  /^(?:nội|hướng|trọng|vấn|lĩnh|chỉ tiêu|nhiệm vụ|giải pháp|tiêu chí|mục tiêu|nội dung|lĩnh vực|trụ cột|đột phá|chương|phiếu|kiến|yếu|đột|trụ|khâu|lý do|vấn đề|nguyên nhân|văn bản|quan điểm|câu hỏi|kịch bản|giai|nghị|nguyên tắc|bộ luật|luật|thông tư)$/

/** Whether a unit of time, points or times is what a goal measures: a length of life or work, a score, a growth by so many times. */
function measuresTime(candidate: Candidate): boolean {
  const { quantity, unit, units } = candidate
  if (quantity.form !== 'measure' || unit === null) return false
  const { phrase, reading } = candidate
  if (reading?.rule === 'target/reach-from-base' && /^(?:điểm|phút|tuổi|ngày|giờ|lần)$/.test(unit)) return true
  if (unit === 'năm') return /^(?:số năm|tuổi thọ)/i.test(phrase)
  if (/^(?:ngày|giờ|phút|tuổi|tháng)$/.test(unit) && phrase !== '')
    return /thời gian|tuổi thọ|thời hạn|lưu trú|thời lượng|^số năm/i.test(phrase)
  if (unit === 'lần') return reading?.yields['kind'] === 'change'
  // An item that begins with what it is about (`PAPI: đạt từ 42,5 điểm`).
  const isTopic = units.any(COLON, 0, 16)
  return unit === 'điểm' && (isTopic || /chỉ số|index|pci|papi|sipas|dti/i.test(phrase))
}

/** Whether a number and its noun stand right before another, as in a rate: `8,5 giường bệnh trên 1.000 dân`, not `5 trạm phục vụ trên 1.000 hộ`. */
function isRatedBy(units: Units, at: number): boolean {
  const number = units.last(NUMERAL, at)
  return number >= 0 && at - number <= 6 && units.every(NOUN, number + 1, at) && !units.any(NO_NOUN, number + 1, at)
}

function isDenominator({ units, at, quantity: { form, unit, low } }: Candidate): boolean {
  const word = units.text(at)
  if (form === 'measure' && low === 1 && /^trên (?:1|một|01) ?(?:m2|m²|ha|hec|héc|km|km2|đơn vị)/.test(word)) return true
  if (form !== 'count') return false
  const isNumberNear = units.any(NUMERAL, at - 5, at)
  const isRound = /^(?:trên|cho) (?:1?0{3,}|(?:1|một) vạn|\d{1,3}\.000)(?: |$)/.test(word)
  // `số bác sĩ trên 1 vạn dân`: rates of people are of so many of them whatever stands before.
  const isRate = /^dân$/.test(unit ?? '') || (/^(?:người|người dân|trẻ|trẻ em|hộ|lao động)?$/.test(unit ?? '') && isRatedBy(units, at))
  if (isRound && isRate) return true
  return (
    /^(?:dân|người|người dân|trẻ|trẻ em|hộ)$/.test(unit ?? '') &&
    /^(?:trên|cho|tính trên|\/)$/.test(units.text(at - 1)) &&
    /^10*$/.test(String(low)) &&
    low >= 100 &&
    isNumberNear
  )
}

// What each one holds stands so near behind `mỗi`, in units.
const OF_EACH_REACH = 4

function isOfEach({ units, at }: Candidate): boolean {
  for (let i = at - 1; i >= Math.max(0, at - OF_EACH_REACH); i--) {
    if (/^mỗi /.test(units.text(i))) return !/^mỗi (?:năm|tháng|ngày|tuần|quý)/.test(units.text(i))
    if (units.text(i) === 'mỗi') return !units.is(i + 1, TIME)
    if (units.is(i, ENDS_EACH)) return false
  }
  return false
}

/** Whether something is done with a number, so that its noun need not be known: a floor, a verb right before it. */
function isStated({ units, at }: Candidate): boolean {
  return FLOOR.test(units.text(at)) || units.is(at - 1, STATES)
}

/** Why a number is no goal. */
export interface Refusal {
  readonly rule: string
  readonly reason: string
  readonly message: string
}

/** What no word makes a goal of. Whatever else may speak against a goal is weighed (`src/decisions/licence`). */
export const REFUSALS: readonly RefusalRule[] = [
  {
    id: 'refusal/unit-of-time',
    reason: 'unit/no-goal',
    message: ({ unit }) => `Unexpected unit "${unit}": it counts time or parts of a text`,
    applies: c => c.unit !== null && c.quantity.form !== 'ratio' && NO_GOAL_UNIT.test(c.unit) && !measuresTime(c),
    examples: ['Phấn đấu hoàn thành cao tốc trong ⟦3 năm⟧.'],
    counterexamples: ['Phấn đấu đến năm 2030 thời gian thông quan còn ⟦4 giờ⟧.', 'Phấn đấu đến năm 2030 số năm sống khỏe đạt ⟦68 năm⟧.']
  },
  {
    id: 'refusal/part-of-plan',
    reason: 'unit/meta',
    message: ({ unit }) => `"${unit}" counts the plan's own parts`,
    applies: ({ quantity, unit, units, at }) =>
      quantity.form === 'count' &&
      (META_UNIT.test(unit ?? '') || (unit === 'trường' && (units.text(at + 1) === 'hợp' || units.text(at + 2) === 'hợp'))) &&
      units.text(at - 1) !== 'hoàn thành',
    examples: ['Kế hoạch đến năm 2030 đặt ra ⟦5 nhiệm vụ⟧ trọng tâm.'],
    counterexamples: ['Phấn đấu đến năm 2030 hoàn thành ⟦19 tiêu chí⟧ nông thôn mới.']
  },
  {
    id: 'refusal/denominator',
    reason: 'value/denominator',
    message: 'The number is what another one is counted by',
    applies: isDenominator,
    examples: ['Phấn đấu đến năm 2030 đạt 35 giường bệnh trên ⟦10.000 dân⟧.'],
    counterexamples: [
      'Phấn đấu đến năm 2030 đạt ⟦35 giường bệnh⟧ trên 10.000 dân.',
      'Đến năm 2030 phấn đấu xây dựng 5 khu công nghiệp, giải quyết việc làm cho ⟦trên 10.000 lao động⟧.'
    ]
  },
  {
    id: 'refusal/each-holds',
    reason: 'value/of-each',
    message: 'The number says how much each one holds or gets',
    applies: c => !c.isSaid && (c.quantity.form === 'count' || c.quantity.form === 'money') && isOfEach(c),
    examples: ['Mục tiêu đến năm 2030:¶- Mỗi tổ ⟦3 - 5 người⟧, ưu tiên thanh niên;', 'Mục tiêu đến năm 2030:¶- Mỗi suất ⟦700.000 đồng⟧;'],
    counterexamples: ['Mục tiêu đến năm 2030:¶- Mỗi xã có ⟦5 tổ⟧ công nghệ số;']
  },
  {
    id: 'refusal/manner-of-speaking',
    reason: 'value/vague',
    message: 'The number is a manner of speaking',
    applies: ({ units, at }) => units.is(at, MULTIPLE) && /(?:^| )(?:hàng|vài|mấy|cả|nhiều)$/.test(units.text(at - 1)),
    examples: ['Cán bộ phải lặn lội hàng ⟦chục km⟧ đường rừng.'],
    counterexamples: ['Năm 2025 phấn đấu làm xong ⟦chục km⟧ đường.']
  },
  {
    id: 'refusal/unknown-unit',
    reason: 'unit/unknown',
    message: ({ unit }) => `"${unit}" is no known unit and nothing is done with it`,
    applies: c => c.rule === 'quantity/count-open' && !isStated(c) && c.quantity.comparator === '=',
    examples: ['Năm 2025 sẽ khảo sát lãnh đạo doanh nghiệp, trả lời ⟦30 câu⟧ hỏi.'],
    counterexamples: ['Phấn đấu đến năm 2030 có ⟦30 nhịp⟧ cầu.']
  }
]
