import type { Chunk } from '../../model/frame.ts'
import { type Candidate, type RefusalRule, wordsBefore } from './refusal-candidate.ts'

// Words behind which a count says where, among whom or compared with what.
const LOCATION =
  /^(?:trừ|ngoại trừ|khoảng cách|tại|ở|của|trong|trên|giữa|thuộc|cùng|từ|gồm|thông qua|trong số|trong tổng số|trên tổng số|với|cho|theo|trước|sau|qua|đến|\/)$/

// How far apart the items of a list, and a count and what it consists of, may stand, in chunks.
const LIST_REACH = 18
const PART_REACH = 8

/** Whether the last goal was a count of the same sentence, at most `reach` chunks before. */
function isCountNear({ previous, target, at }: Candidate, reach: number): boolean {
  return (
    previous !== undefined &&
    previous.frame.sentence === target.frame.sentence &&
    at - previous.at <= reach &&
    previous.quantity.form === 'count'
  )
}

/** `sẽ có 4 bến cảng với 6 cầu cảng`: what the count before consists of is planned with it. */
function isPartOfCount(c: Candidate): boolean {
  return (
    isCountNear(c, PART_REACH) &&
    !c.chunks.slice((c.previous?.at ?? 0) + 1, c.at).some((k, i, { length }) => k.tags.has('Comma') && i !== length - 2)
  )
}

/** Whether a count goes on with a list whose last item was a goal: `ít nhất 60 xưởng đóng tàu, 2 bến … và 7 bến …`. */
export function isListed(c: Candidate): boolean {
  if (c.form !== 'count' || !isCountNear(c, LIST_REACH)) return false
  return (
    (c.before?.tags.has('Comma') || c.before?.tags.has('And')) === true &&
    !c.chunks
      .slice((c.previous?.at ?? 0) + 1, c.at)
      .some(k => k.tags.has('Semicolon') || k.tags.has('Reach') || k.tags.has('Boundary') || k.tags.has('Open'))
  )
}

/** Whether a preposition in front of a count belongs to a verb (`đào tạo nghề cho 67.000 lao động`, `giữ ổn định ở 11 triệu con`). */
function isOfVerb({ chunks, at, before, isItem }: Candidate): boolean {
  const lead = chunks.slice(Math.max(0, at - (before?.text === 'cho' ? 6 : 3)), at)
  const isDone = lead.some(k => ['Do', 'Ensure', 'Raise'].some(t => k.tags.has(t))) || (isItem && before?.text === 'cho')
  return isDone && /^(?:cho|ở|với)$/.test(before?.text ?? '')
}

// What each one holds stands so near behind `mỗi`, in chunks.
const OF_EACH_REACH = 4

function isOfEach({ chunks, at }: Candidate): boolean {
  for (let i = at - 1; i >= Math.max(0, at - OF_EACH_REACH); i--) {
    const c = chunks[i]
    if (c === undefined) return false
    if (/^mỗi /i.test(c.text)) return !/^mỗi (?:năm|tháng|ngày|tuần|quý)/i.test(c.text)
    if (/^mỗi$/i.test(c.text)) return !/^(?:năm|tháng|ngày|tuần|quý)/.test(chunks[i + 1]?.text ?? '')
    if (['Do', 'Have', 'Reach', 'Raise', 'Ensure', 'Change', 'Level', 'Comma'].some(t => c.tags.has(t))) return false
  }
  return false
}

/** Whether a number and its noun stand right before another, as in a rate: `8,5 giường bệnh trên 1.000 dân`, not `5 trạm phục vụ trên 1.000 hộ`. */
function isRatedBy(chunks: readonly Chunk[], at: number): boolean {
  const number = chunks.findLastIndex((c, i) => i < at && (c.tags.has('Quantity') || c.tags.has('Number')))
  const noun = chunks.slice(number + 1, at)
  return number >= 0 && noun.length <= 5 && noun.every(c => c.tags.has('Noun') && !['Do', 'Have', 'Preposition'].some(t => c.tags.has(t)))
}

function isDenominator({ chunks, at, word, before, quantity: { form, unit, low } }: Candidate): boolean {
  if (form === 'measure' && low === 1 && /^trên (?:1|một|01) ?(?:m2|m²|ha|hec|héc|km|km2|đơn vị)/.test(word)) return true
  if (form !== 'count') return false
  const follows = (reach: number, ...tags: string[]): boolean =>
    chunks.slice(Math.max(0, at - reach), at).some(c => tags.some(t => c.tags.has(t)))
  const isRound = /^(?:trên|cho) (?:1?0{3,}|(?:1|một) vạn|\d{1,3}\.000)(?: |$)/.test(word)
  // `số bác sĩ trên 1 vạn dân`: rates of people are of so many of them whatever stands before.
  const isRate = /^dân$/.test(unit ?? '') || (/^(?:người|người dân|trẻ|trẻ em|hộ|lao động)?$/.test(unit ?? '') && isRatedBy(chunks, at))
  if (isRound && isRate) return true
  return (
    /^(?:dân|người|người dân|trẻ|trẻ em|hộ)$/.test(unit ?? '') &&
    /^(?:trên|cho|tính trên|\/)$/.test(before?.text ?? '') &&
    /^10*$/.test(String(low)) &&
    low >= 100 &&
    follows(5, 'Quantity', 'Number')
  )
}

/** What the words around a number say that it is; holds for the items of a list of counts as well. */
export const BY_WORDING: readonly RefusalRule[] = [
  {
    id: 'refusal/each-holds',
    reason: 'value/of-each',
    message: 'The number says how much each one holds or gets',
    applies: c => c.source !== 'same_clause' && (c.form === 'count' || c.form === 'money') && isOfEach(c),
    examples: ['Mục tiêu đến năm 2030:¶- Mỗi tổ ⟦3 - 5 người⟧, ưu tiên thanh niên;', 'Mục tiêu đến năm 2030:¶- Mỗi suất ⟦700.000 đồng⟧;'],
    counterexamples: ['Mục tiêu đến năm 2030:¶- Mỗi xã có ⟦5 tổ⟧ công nghệ số;']
  },
  {
    id: 'refusal/from-so-many',
    reason: 'value/threshold',
    message: 'The number bounds what a rule holds for',
    applies: c =>
      /^từ /.test(c.word) &&
      c.quantity.comparator === '>=' &&
      (c.form === 'count' || c.form === 'measure') &&
      (c.status === 'status/weak-goal-word' ||
        c.status === 'status/list' ||
        // `các nguồn thải có lưu lượng xả từ 200 m3 trở lên`: which ones are meant.
        /(?:^| )(?:có|với) (?:lưu lượng|quy mô|công suất|diện tích|sức chứa|dân số|số vốn)(?: |$)/.test(wordsBefore(c, 8))),
    examples: ['Đó là dự án có yêu cầu di dân từ ⟦10.000 người⟧ trở lên.'],
    counterexamples: ['Phấn đấu đến năm 2030 đón từ ⟦10.000 lượt khách⟧ trở lên.']
  },
  {
    id: 'refusal/spoken-of',
    reason: 'value/told-again',
    message: 'The number is spoken of, not set',
    applies: c => {
      const words = wordsBefore(c, 3)
      return /(?:^| )con số$/.test(words) && !/(?:đạt|lên|là|tới|đến|về|xuống|vượt|có)(?: được)? con số$/.test(words)
    },
    examples: ['Đến năm 2030 dự án này có được tính vào con số ⟦900 MW⟧ hay không?'],
    counterexamples: ['Đến năm 2030, công suất điện gió phấn đấu đạt con số ⟦900 MW⟧.']
  },
  {
    // `Đề án phát triển bền vững 1 triệu ha lúa`, said in passing: the number belongs to the name.
    id: 'refusal/name-of-plan',
    reason: 'value/label',
    message: 'The number belongs to the name of a plan',
    applies: c =>
      c.status !== 'status/goal-word' &&
      /(?:^| )(?:đề án|phong trào|chiến dịch|sáng kiến)(?: phát triển(?: bền vững)?| trồng)?$/.test(wordsBefore(c, 5)),
    examples: ['Đến năm 2030, Đề án phát triển bền vững ⟦1 triệu ha⟧ lúa sẽ giúp nông dân giảm chi phí.'],
    counterexamples: ['Đề án phấn đấu đến năm 2030 có ⟦1 triệu ha⟧ lúa chất lượng cao.']
  },
  {
    id: 'refusal/manner-of-speaking',
    reason: 'value/vague',
    message: 'The number is a manner of speaking',
    applies: c =>
      /^(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?: |$)/.test(c.word) && /(?:^| )(?:hàng|vài|mấy|cả|nhiều)$/.test(c.before?.text ?? ''),
    examples: ['Cán bộ phải lặn lội hàng ⟦chục km⟧ đường rừng.'],
    counterexamples: ['Năm 2025 phải làm xong ⟦chục km⟧ đường.']
  },
  {
    // `có 2.893 cơ sở phải kiểm kê khí nhà kính`: how many there are is a fact; what they owe is said of them.
    id: 'refusal/bound-by-duty',
    reason: 'value/bound-by-duty',
    message: 'The number counts whom a duty binds',
    applies: c =>
      c.form === 'count' &&
      c.before?.tags.has('Have') === true &&
      c.status !== 'status/goal-word' &&
      c.chunks.slice(c.at + 1, c.at + 5).some(k => /^(?:phải|bắt buộc|buộc phải|bị buộc)(?: |$)/.test(k.text)),
    examples: ['Theo danh mục, có ⟦2.893 cơ sở⟧ phải kiểm kê khí nhà kính đến năm 2030.'],
    counterexamples: ['Đến năm 2030 phấn đấu có ⟦2.893 cơ sở⟧ phải kiểm kê khí nhà kính được cấp tài khoản.']
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
    id: 'refusal/how-far',
    reason: 'value/location',
    message: 'The number says how far something reaches',
    applies: c => c.form === 'measure' && /(?:phạm vi|bán kính|khoảng cách|quãng đường|cự ly)(?: dài)?$/.test(wordsBefore(c, 3)),
    examples: ['Đến năm 2030 có trạm sạc trong bán kính ⟦5 km⟧ quanh trung tâm.', 'Học sinh phải đi bộ qua quãng đường hơn ⟦7 km⟧.'],
    counterexamples: ['Đến năm 2030 xây dựng ⟦5 km⟧ đường quanh trung tâm.']
  },
  {
    // `xây dựng 2.000 cầu trên 50 tỉnh`: where, not more than so many.
    id: 'refusal/in-so-many-places',
    reason: 'value/location',
    message: 'The number says in how many places something is done',
    applies: c =>
      c.form === 'count' &&
      /^(?:trên|tại|ở) /.test(c.word) &&
      /^(?:tỉnh|tỉnh, thành|tỉnh, thành phố|tỉnh thành|thành phố|huyện|xã|phường|quốc gia|nước)$/.test(c.unit ?? '') &&
      isCountNear(c, PART_REACH) &&
      !['Comma', 'And', 'Do', 'Have', 'Reach'].some(t => c.before?.tags.has(t)),
    examples: ['Mục tiêu đến năm 2030 là xây dựng hơn 2.000 cầu dân sinh ⟦trên 50 tỉnh⟧.'],
    counterexamples: ['Mục tiêu đến năm 2030 là có 12 khu công nghiệp và ⟦trên 50 xã⟧ nông thôn mới.']
  },
  {
    id: 'refusal/place-or-comparison',
    reason: 'value/location',
    message: 'The number stands in a phrase of place or comparison',
    applies: c =>
      c.form === 'count' &&
      LOCATION.test(c.before?.text ?? '') &&
      c.status !== 'status/actual-and-target' &&
      c.reading?.slots['baseline'] === undefined &&
      !isOfVerb(c) &&
      !(/^(?:với|gồm|bao gồm)$/.test(c.before?.text ?? '') && isPartOfCount(c)),
    examples: ['Phấn đấu đến năm 2030 mở 12 tuyến xe buýt qua ⟦9 huyện⟧.'],
    counterexamples: ['Phấn đấu đến năm 2030 đào tạo nghề cho ⟦9.000 lao động⟧.', 'Đến năm 2030 sẽ có 4 bến cảng với ⟦6 cầu cảng⟧.']
  },
  {
    id: 'refusal/double-digit-far',
    reason: 'status/far',
    message: 'The goal word stands in another sentence',
    applies: c => c.form === 'double-digit' && c.source === 'carried',
    examples: ['Năm 2025 tỉnh phấn đấu tăng trưởng 9%. Tăng trưởng ⟦hai con số⟧ thì còn khó.'],
    counterexamples: ['Năm 2025 tỉnh phấn đấu tăng trưởng ⟦hai con số⟧.']
  }
]
