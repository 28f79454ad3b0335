import { type Candidate, clauseBefore, type RefusalRule, wordsBefore } from './refusal-candidate.ts'
import { wordsOf } from './sentence-words.ts'

// So much, in đồng, no share costs.
const PRICE = 1_000_000
// What is paid by rule.
const WAGE =
  /(?:^| )(?:lương cơ sở|lương tối thiểu|phụ cấp|trợ cấp|mức chuẩn|chuẩn trợ (?:cấp|giúp)|giá thuê|(?<!quỹ )(?:giải thưởng|tiền thưởng))(?: |$)/
const BOUND = /(?:^| )(?:giá gói thầu|giá khởi điểm|giá chào bán|hạn mức|mức giới hạn|mức trần)(?: |$)/
const NEED = /(?:^|(?<!huy động|huy động đủ|đáp ứng) )nhu cầu (?:về )?(?:vốn|sử dụng|nguồn vốn|kinh phí|đất|quỹ đất)(?: |$)/
const TO_SPEND = /giải ngân|vốn ngân sách|kế hoạch vốn|vốn đầu tư|nguồn vốn|phân bổ/
const TO_COLLECT = /thu ngân sách|thu nsnn|dự toán thu|chỉ tiêu thu|số thu|phấn đấu|thu nội địa/

/** `tỉnh được giao 3.400 tỷ đồng, mới giải ngân 16%`: funds that are assigned to be spent. */
function isAllotted({ status, reading, target, chunks }: Candidate): boolean {
  if (status !== 'status/goal-word' || reading?.rule === 'target/amount-of') return false
  const word = chunks.find(c => c.start === target.status?.evidence.start)?.text ?? ''
  if (!/giao(?: cho)?$/.test(word) || /chỉ tiêu|mục tiêu/.test(word)) return false
  const words = wordsOf(chunks)
  return TO_SPEND.test(words) && !TO_COLLECT.test(words)
}

/** `ngân hàng đã cam kết cấp tín dụng cho 15 dự án với số tiền 7.000 tỷ đồng`: what lenders promised. */
function isLent({ chunks, at, target }: Candidate): boolean {
  const word = chunks.findIndex(c => c.start === target.status?.evidence.start)
  return (
    /^(?:đã )?cam kết/.test(chunks[word]?.text ?? '') && /tín dụng|cho vay|tài trợ|số tiền|giải ngân/.test(wordsOf(chunks.slice(word, at)))
  )
}

/** Money that is needed, given, lent, owed or paid by rule. */
export const OF_MONEY: readonly RefusalRule[] = [
  {
    id: 'refusal/money-bound',
    reason: 'value/threshold',
    message: 'The number bounds what a rule holds for',
    applies: c => c.form === 'money' && BOUND.test(wordsOf(clauseBefore(c))),
    examples: ['Đến năm 2030 hạn mức vay là ⟦50 triệu đồng⟧.'],
    counterexamples: ['Phấn đấu đến năm 2030 thu nhập là ⟦50 triệu đồng⟧.']
  },
  {
    // What something will cost is reckoned, not aimed at.
    id: 'refusal/needed',
    reason: 'value/need',
    message: 'What is needed is no goal',
    applies: c =>
      (c.form === 'money' || c.form === 'measure') &&
      (/^(?:(?:sẽ|còn) )?cần(?: (?:thêm|có|tới|đến|huy động|đầu tư))?$/.test(c.before?.text ?? '') ||
        /(?:^| )cần (?:thêm|đầu tư|đầu tư thêm)$/.test(wordsBefore(c, 3))),
    examples: ['Đến năm 2030, Việt Nam sẽ cần ⟦81 tỷ USD⟧.', 'Đến năm 2030, Việt Nam sẽ cần thêm ⟦81 tỷ USD⟧.'],
    counterexamples: ['Đến năm 2030, Việt Nam phấn đấu xuất khẩu ⟦81 tỷ USD⟧.']
  },
  {
    id: 'refusal/funds-needed',
    reason: 'value/need',
    message: 'What is needed is no goal',
    applies: c =>
      c.form === 'money' && /(?:^| )cần(?: có| thêm| tới| đến)? (?:nguồn|khoản|số|tổng|vốn|kinh phí)(?: |$)/.test(wordsOf(clauseBefore(c))),
    examples: ['Đến năm 2030, thành phố cần số vốn ⟦86 tỷ đồng⟧.'],
    counterexamples: ['Đến năm 2030, thành phố phấn đấu thu ⟦86 tỷ đồng⟧.']
  },
  {
    id: 'refusal/demand',
    reason: 'value/need',
    message: 'What is needed is no goal',
    applies: c => (c.form === 'money' || c.form === 'measure') && NEED.test(wordsOf(clauseBefore(c))),
    examples: ['Đến năm 2030 nhu cầu vốn là ⟦508 tỷ đồng⟧.'],
    counterexamples: [
      'Phấn đấu năm 2025 huy động đủ nhu cầu vốn ít nhất ⟦600 tỷ đồng⟧.',
      'Phấn đấu đến năm 2030 tổng vốn đầu tư toàn xã hội là ⟦508 tỷ đồng⟧.'
    ]
  },
  {
    id: 'refusal/owed',
    reason: 'value/debt',
    message: 'Money that is owed is no goal',
    applies: c => c.form === 'money' && /phải (?:truy|nộp|trả|đóng|thu hồi|bồi thường|hoàn trả)/i.test(c.phrase),
    examples: ['Năm 2025 có 9 đơn vị sẽ bị xử lý, số tiền phải truy đóng là ⟦62 tỷ đồng⟧.'],
    counterexamples: ['Năm 2025 phấn đấu số tiền thu hồi là ⟦62 tỷ đồng⟧.']
  },
  {
    id: 'refusal/support-beside',
    reason: 'value/allotted',
    message: 'Money that is given is no goal by itself',
    applies: c =>
      c.form === 'money' && c.status !== 'status/goal-word' && [c.before, c.next].some(k => /^(?:được )?hỗ trợ/.test(k?.text ?? '')),
    examples: ['Trong năm 2025 có ⟦110 tỷ đồng⟧ hỗ trợ xây dựng nông thôn mới.'],
    counterexamples: ['Năm 2025 phấn đấu huy động ⟦110 tỷ đồng⟧ hỗ trợ hộ nghèo.']
  },
  {
    id: 'refusal/support-named',
    reason: 'value/allotted',
    message: 'Money that is given is no goal by itself',
    applies: c => c.form === 'money' && /(?:số tiền|gói|mức|tổng mức) hỗ trợ/i.test(c.phrase),
    examples: ['Năm 2025 sẽ giảm thuế với gói hỗ trợ doanh nghiệp khoảng ⟦51 tỷ đồng⟧.'],
    counterexamples: ['Năm 2025 phấn đấu thu thuế khoảng ⟦51 tỷ đồng⟧.']
  },
  {
    id: 'refusal/wage',
    reason: 'value/rate-of-law',
    message: 'A wage or an allowance is set by rule',
    applies: c => c.form === 'money' && WAGE.test(wordsOf(clauseBefore(c))),
    examples: ['Từ năm 2025 lương tối thiểu vùng sẽ đạt ⟦5 triệu đồng⟧.'],
    counterexamples: ['Năm 2025 phấn đấu thu nhập bình quân đạt ⟦5 triệu đồng⟧.']
  },
  {
    id: 'refusal/worth',
    reason: 'value/dimension',
    message: 'What something is worth is no goal',
    applies: c => c.form === 'money' && /(?:^| )trị giá$/.test(wordsBefore(c, 3)),
    examples: ['Đến năm 2030 tỉnh phấn đấu xây nhà máy trị giá ⟦900 tỷ đồng⟧.'],
    counterexamples: ['Đến năm 2030 tỉnh phấn đấu thu hút ⟦900 tỷ đồng⟧.']
  },
  {
    id: 'refusal/lent',
    reason: 'value/allotted',
    message: 'Money that was promised is no goal by itself',
    applies: c => c.status === 'status/goal-word' && isLent(c),
    examples: ['Ngân hàng đã cam kết cấp tín dụng cho 15 dự án với số tiền ⟦7.000 tỷ đồng⟧.'],
    counterexamples: ['Công ty Sao Mai cam kết đến năm 2030 trồng ⟦7.000 ha⟧ rừng.']
  },
  {
    id: 'refusal/cost-of-one',
    reason: 'value/of-each',
    message: 'What one of them costs is no goal',
    applies: c => c.form === 'money' && /(?:^| )(?:suất đầu tư|suất vốn đầu tư|đơn giá)(?: |$)/.test(wordsOf(clauseBefore(c))),
    examples: ['Năm 2025 tỉnh sẽ làm điện mặt trời, suất đầu tư mỗi MW khoảng ⟦12 tỷ đồng⟧.'],
    counterexamples: ['Năm 2025 tỉnh phấn đấu thu hút đầu tư ⟦12 tỷ đồng⟧.']
  },
  {
    // `Tổng nguồn vốn thực hiện Chương trình giai đoạn 2026 - 2030 tối thiểu là …`: what a programme costs.
    id: 'refusal/cost-of-programme',
    reason: 'value/need',
    message: 'What a programme takes is no goal',
    applies: c =>
      c.form === 'money' &&
      c.status === 'status/period' &&
      /(?:^| )(?:nguồn vốn|kinh phí|nguồn lực|số vốn|ngân sách)(?: để)? thực hiện(?: |$)/.test(wordsOf(clauseBefore(c))),
    examples: ['Tổng nguồn vốn thực hiện Chương trình giai đoạn 2023-2028 tối thiểu là ⟦75.000 tỷ đồng⟧.'],
    counterexamples: ['Phấn đấu giai đoạn 2023-2028 huy động nguồn vốn thực hiện Chương trình tối thiểu ⟦75.000 tỷ đồng⟧.']
  },
  {
    id: 'refusal/share-price',
    reason: 'value/price',
    message: 'The price of a share is no goal',
    applies: c => {
      if (c.form !== 'money' || c.unit !== 'VND' || c.quantity.high === null || c.quantity.high >= PRICE) return false
      const words = wordsOf(c.chunks.slice(0, c.at))
      return /(?:^| )cổ phiếu(?: |$)/.test(words) && !/cổ tức|phát hành|chào bán/.test(words)
    },
    examples: ['Cổ phiếu SMB tăng nhanh và đang hướng tới ngưỡng ⟦15.000 đồng⟧.'],
    counterexamples: ['Năm 2024 công ty đặt mục tiêu chia cổ tức bằng tiền cho mỗi cổ phiếu ⟦1.500 đồng⟧.']
  },
  {
    id: 'refusal/group-of-money',
    reason: 'value/label',
    message: 'The number names a group',
    applies: c => c.form === 'money' && /^(?:nhóm|câu lạc bộ)$/.test(c.before?.text ?? ''),
    examples: ['Năm 2025 phấn đấu ngành gỗ vào nhóm ⟦10 tỷ USD⟧.'],
    counterexamples: ['Năm 2025 phấn đấu ngành gỗ xuất khẩu ⟦10 tỷ USD⟧.']
  },
  {
    id: 'refusal/assigned-funds',
    reason: 'value/allotted',
    message: 'Money that was given out is no goal by itself',
    applies: c => c.form === 'money' && isAllotted(c),
    examples: ['Tỉnh được giao ⟦3.400 tỷ đồng⟧, mới giải ngân 16% kế hoạch vốn.'],
    counterexamples: ['Năm 2024, tỉnh được Thủ tướng giao chỉ tiêu thu ngân sách ⟦3.400 tỷ đồng⟧.']
  }
]
