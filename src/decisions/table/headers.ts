import type { Status } from '../../model/values.ts'

/**
 * What the words of a header say of the numbers under it (or beside it). Examples are headers, in lower case, that say so;
 * counterexamples say something else or nothing. Of several rules the one whose words stand first decides; what is compared
 * or told of goes before, wherever it stands.
 */
export interface HeaderRule {
  readonly id: string
  readonly says: Status
  readonly pattern: RegExp
  readonly examples: readonly string[]
  readonly counterexamples: readonly string[]
}

/** A rule with the place of the words by which it applies. */
export interface Saying {
  readonly rule: HeaderRule
  readonly start: number
  readonly end: number
}

const L = '(?<![a-zà-ỹđ])'
const R = '(?![a-zà-ỹđ])'
const words = (alternatives: string): RegExp => new RegExp(`${L}(?:${alternatives})${R}`)

/** Headers that say neither what is planned nor what was done, whatever else they name. */
export const NEITHER: HeaderRule = {
  id: 'table/other-column',
  says: 'other',
  pattern:
    /(?<![a-zà-ỹđ])(?:so với|so sánh|chênh lệch|tăng ?[,/(-] ?giảm|cùng kỳ|(?:tỷ lệ|tỉ lệ|mức độ|%) ?(?:đạt|hoàn thành|thực hiện|th|ht)|đạt %|% ?(?:kh|kế hoạch|dự toán|mục tiêu)|hoàn thành (?:\(%\)|%|kế hoạch)|giá mục tiêu|mục tiêu giá|giá(?! trị)|khuyến nghị|tuyển sinh|điểm (?:chuẩn|sàn|trúng tuyển|thi)|(?:kế hoạch|nhu cầu)(?: giao)? vốn|vốn kế hoạch|kinh phí|dự toán|ghi chú|biên chế|cơ quan|trách nhiệm|thời hạn|thời gian thực hiện|(?:th|thực hiện|kh|kế hoạch|mt) ?\/ ?(?:kh|kế hoạch|th|thực hiện|mt))(?![a-zà-ỹđ])/,
  examples: ['so với kế hoạch (%)', 'th/kh 2020', 'tỷ lệ đạt', 'giá mục tiêu', 'chỉ tiêu tuyển sinh', 'kế hoạch vốn 2021', '% hoàn thành'],
  counterexamples: ['kế hoạch 2021', 'thực hiện 2020']
}

/** Headers that say what their numbers are. */
export const HEADERS: readonly HeaderRule[] = [
  {
    id: 'table/forecast-column',
    says: 'forecast',
    pattern: words('ước thực hiện|ước tính|ước th|ước đạt|ước|uth|dự báo|dự kiến(?! kế hoạch| mục tiêu| chỉ tiêu)|kịch bản'),
    examples: ['ước thực hiện năm 2024', 'dự báo 2030', 'ước 2024'],
    counterexamples: ['kế hoạch 2024', 'dự kiến kế hoạch 2025']
  },
  {
    id: 'table/result-column',
    says: 'result',
    pattern: words('thực hiện|kết quả|đã đạt|đạt được|thực tế|thực đạt|th(?= ?(?:năm|20\\d\\d|$|\\())'),
    examples: ['thực hiện 2020', 'kết quả năm 2023', 'th 2020', 'th'],
    counterexamples: ['kế hoạch thực hiện 2021', 'mục tiêu 2025']
  },
  {
    id: 'table/current-column',
    says: 'current',
    pattern: words('hiện trạng|hiện nay|hiện tại|hiện có|đầu kỳ|năm gốc|năm cơ sở|xuất phát điểm'),
    examples: ['hiện trạng 2020', 'hiện nay'],
    counterexamples: ['mục tiêu 2025']
  },
  {
    id: 'table/goal-column',
    says: 'goal',
    pattern: words(
      'kế hoạch|mục tiêu|chỉ tiêu|phấn đấu|định hướng|tầm nhìn|cam kết|yêu cầu đạt|cần đạt|phải đạt|kh(?= ?(?:năm|20\\d\\d|$|\\()|(?= giao)| 5 năm)|nq(?= ?(?:20\\d\\d|$)|(?= đại hội))'
    ),
    examples: ['kế hoạch 2021', 'mục tiêu đến năm 2025', 'kh 2021', 'chỉ tiêu giao', 'phấn đấu 2030'],
    counterexamples: ['kết quả thực hiện kế hoạch 2020', 'khách hàng', 'tỷ lệ 2025']
  }
]

/** What the line above a table says of all its numbers. */
export const LEADS: readonly HeaderRule[] = [
  {
    id: 'table/result-lead',
    says: 'result',
    pattern: words(
      'kết quả|tình hình(?: thực hiện)?|thực trạng|thống kê|đánh giá|so với cùng kỳ|thực hiện (?:các )?(?:chỉ tiêu|mục tiêu|kế hoạch)|đã đạt'
    ),
    examples: ['kết quả thực hiện các chỉ tiêu năm 2020', 'tình hình thực hiện kế hoạch năm 2023', 'thực hiện các chỉ tiêu'],
    counterexamples: ['các chỉ tiêu chủ yếu năm 2025']
  },
  {
    id: 'table/forecast-lead',
    says: 'forecast',
    pattern: words('dự báo|kịch bản|ước tính'),
    examples: ['dự báo dân số đến năm 2030'],
    counterexamples: ['mục tiêu đến năm 2030']
  },
  {
    id: 'table/goal-lead',
    says: 'goal',
    pattern: words('mục tiêu|chỉ tiêu|phấn đấu|định hướng|kế hoạch phát triển|kế hoạch (?:5 năm|năm|giai đoạn|20\\d\\d)'),
    examples: ['các chỉ tiêu chủ yếu năm 2025', 'ii. mục tiêu cụ thể', 'biểu chỉ tiêu kế hoạch phát triển kinh tế - xã hội'],
    counterexamples: ['kết quả thực hiện các chỉ tiêu', 'bảng xếp hạng']
  }
]

/** A table of this is of no goals, whatever its columns are called. */
export const NO_GOALS =
  /(?<![a-zà-ỹđ])(?:tuyển sinh|xét tuyển|mã ngành|tổ hợp|điểm chuẩn|học phí|tỷ giá|giá vàng|lãi suất|cổ phiếu|bảng xếp hạng|trận|khuyến nghị|mua vào|bán ra)(?![a-zà-ỹđ])/

/** The rule that says what a header's numbers are, and where its words stand; undefined where the header says nothing of it. */
export function headerSays(lower: string): Saying | undefined {
  const neither = NEITHER.pattern.exec(lower)
  if (neither !== null) return { rule: NEITHER, start: neither.index, end: neither.index + neither[0].length }
  return firstOf(HEADERS, lower)
}

/** The same of a line above a table. */
export const leadSays = (lower: string): Saying | undefined => firstOf(LEADS, lower)

function firstOf(rules: readonly HeaderRule[], lower: string): Saying | undefined {
  let first: Saying | undefined
  for (const rule of rules) {
    const found = rule.pattern.exec(lower)
    if (found !== null && (first === undefined || found.index < first.start))
      first = { rule, start: found.index, end: found.index + found[0].length }
  }
  return first
}
