import { DO, HAVE } from '../../mentions/words/tags.ts'
import { type Cue, MOST_BEFORE } from './query.ts'
import type { Reason } from './reason.ts'

// What is sure to be an aim, and what is also said of what happens, is due or is ruled.
const SURE: readonly Cue[] = ['aim', 'quota', 'strive', 'plan']
const WEAK: readonly Cue[] = ['will', 'must', 'ensure', 'wish', 'set', 'other']
const DATES: readonly Cue[] = ['due', 'time']

/** Whole words, also inside a longer text. */
const any = (words: string): RegExp => new RegExp(`(?<![a-zà-ỹđ])(?:${words})(?![a-zà-ỹđ])`)

/** Reasons for a licence. */
export const FOR: readonly Reason[] = [
  {
    id: 'licence/aim',
    points: 2,
    cue: ['aim'],
    distance: [0, 99],
    examples: ['Tỉnh đặt mục tiêu tỷ lệ hộ nghèo còn ⟦4%⟧ vào cuối nhiệm kỳ.'],
    counterexamples: ['Tỉnh sẽ có ⟦4 cây cầu⟧ mới.']
  },
  {
    id: 'licence/near',
    points: 2,
    cue: SURE,
    distance: [0, 3],
    examples: ['Ngành phấn đấu đạt ⟦95%⟧ số hộ có nước sạch.'],
    counterexamples: ['Phấn đấu để người dân ở các xã vùng sâu, vùng xa của tỉnh được dùng nước sạch, đạt ⟦95%⟧.']
  },
  {
    id: 'licence/strive',
    points: 1,
    cue: ['strive'],
    distance: [0, 999],
    examples: ['Quyết tâm đưa tỷ lệ lao động qua đào tạo lên ⟦70%⟧.'],
    counterexamples: ['Mục tiêu là tỷ lệ lao động qua đào tạo đạt ⟦70%⟧.']
  },
  {
    id: 'licence/strives-in-clause',
    points: 2,
    clause: any('phấn đấu|quyết tâm|nỗ lực|cam kết'),
    examples: ['Năm 2026, huyện phấn đấu trồng mới ⟦500 ha⟧ rừng.'],
    counterexamples: ['Huyện phấn đấu giữ rừng, năm 2026 trồng mới ⟦500 ha⟧.']
  },
  {
    id: 'licence/due-near',
    points: 1,
    cue: DATES,
    distance: [0, 10],
    examples: ['Đến năm 2030, tỷ lệ đô thị hóa đạt ⟦50%⟧.'],
    counterexamples: ['Mục tiêu đến năm 2030 là tỷ lệ đô thị hóa đạt ⟦50%⟧.']
  },
  {
    id: 'licence/due-before',
    points: 3,
    said: any('đến năm|tới năm|đến hết|đến cuối|trước năm|vào năm|giai đoạn'),
    examples: ['Đến năm 2030, mục tiêu là tỷ lệ đô thị hóa đạt ⟦50%⟧.'],
    counterexamples: ['Mục tiêu là tỷ lệ đô thị hóa đạt ⟦50%⟧ vào năm 2030.']
  },
  {
    id: 'licence/due-behind',
    points: 2,
    behind: any('đến năm|vào năm|trước năm|năm 20\\d\\d|giai đoạn'),
    examples: ['Mục tiêu là tỷ lệ đô thị hóa đạt ⟦50%⟧ vào năm 2030.'],
    counterexamples: ['Mục tiêu là tỷ lệ đô thị hóa đạt ⟦50%⟧, cao hơn năm 2030.']
  },
  {
    id: 'licence/must-in-clause',
    points: 1,
    clause: any('cần|phải'),
    examples: ['Mục tiêu là mỗi năm phải trồng ⟦200 ha⟧ rừng.'],
    counterexamples: ['Mục tiêu là phải giữ rừng, mỗi năm trồng ⟦200 ha⟧.']
  },
  {
    id: 'licence/plan-before',
    points: 1,
    said: any('kế hoạch|quy hoạch|đề án|chiến lược|chương trình|lộ trình|định hướng'),
    examples: ['Theo đề án, mục tiêu là ⟦90%⟧ số xã có bác sĩ.'],
    counterexamples: ['Mục tiêu là ⟦90%⟧ số xã có bác sĩ theo đề án.']
  },
  {
    id: 'licence/measure',
    points: 2,
    measured:
      /^(?:tỷ lệ|tỉ lệ|tốc độ|tỷ trọng|mức tăng|tăng trưởng|kim ngạch|doanh thu|lợi nhuận|sản lượng|tổng sản phẩm|thu ngân sách|gdp|grdp|chỉ số|năng suất|cơ cấu|thu nhập bình quân|tổng thu|số thu|tổng vốn)/,
    examples: ['Công ty đặt mục tiêu doanh thu ⟦900 tỷ đồng⟧.'],
    counterexamples: ['Công ty đặt mục tiêu mở ⟦9 cửa hàng⟧.']
  },
  {
    id: 'licence/bare',
    points: 1,
    is: ({ query }) => query.quantity.unit === null || query.quantity.unit === '',
    examples: ['Mục tiêu đến năm 2030 là chỉ số phát triển con người đạt ⟦0,78⟧.'],
    counterexamples: ['Mục tiêu đến năm 2030 là thu nhập đạt ⟦5.000 USD⟧.']
  },
  {
    id: 'licence/percent',
    points: 1,
    form: ['percent', 'points'],
    examples: ['Mục tiêu là ⟦90%⟧ số xã có bác sĩ.'],
    counterexamples: ['Mục tiêu là ⟦90 xã⟧ có bác sĩ.']
  },
  {
    id: 'licence/range',
    points: 1,
    comparator: ['range'],
    examples: ['Mục tiêu tăng trưởng là ⟦8 - 9%⟧.'],
    counterexamples: ['Mục tiêu tăng trưởng là ⟦8%⟧.']
  },
  {
    id: 'licence/floor',
    points: 1,
    comparator: ['>='],
    examples: ['Mục tiêu là ⟦ít nhất 90%⟧ số xã có bác sĩ.'],
    counterexamples: ['Mục tiêu là ⟦trên 90%⟧ số xã có bác sĩ.']
  },
  {
    id: 'licence/to-do',
    points: 2,
    next: DO,
    examples: ['Huyện phấn đấu xây dựng ⟦12 trường⟧ đạt chuẩn quốc gia.'],
    counterexamples: ['Huyện phấn đấu có ⟦12 trường⟧ đạt chuẩn quốc gia.']
  },
  {
    id: 'licence/to-have',
    points: 1,
    next: HAVE,
    examples: ['Huyện phấn đấu có ⟦12 trường⟧ đạt chuẩn quốc gia.'],
    counterexamples: ['Huyện phấn đấu xây dựng ⟦12 trường⟧ đạt chuẩn quốc gia.']
  },
  {
    id: 'licence/after-goal',
    points: 1,
    is: ({ query }) => query.isGoalBefore === true,
    examples: ['Phấn đấu 90% số xã có bác sĩ, ⟦80%⟧ số trạm y tế đạt chuẩn.'],
    counterexamples: ['Phấn đấu ⟦90%⟧ số xã có bác sĩ, 80% số trạm y tế đạt chuẩn.']
  },
  {
    id: 'licence/spoken-of-before',
    points: 1,
    before: 1,
    examples: ['Tỉnh có kế hoạch riêng cho xã vùng cao. Cần đạt ⟦90%⟧ số hộ có nước sạch.'],
    counterexamples: ['Tỉnh lo cho xã vùng cao. Cần đạt ⟦90%⟧ số hộ có nước sạch.']
  },
  {
    id: 'licence/spoken-of-often',
    points: 1,
    before: MOST_BEFORE,
    examples: [
      'Kế hoạch y tế¶Kế hoạch có hai phần. Mục tiêu chung là sức khỏe. Mục tiêu riêng là nước sạch. Cần đạt ⟦90%⟧ số hộ có nước sạch.'
    ],
    counterexamples: ['Tỉnh có kế hoạch riêng cho xã vùng cao. Cần đạt ⟦90%⟧ số hộ có nước sạch.']
  }
]

/** Reasons against it. */
export const AGAINST: readonly Reason[] = [
  {
    id: 'licence/weak-word',
    points: -1,
    cue: WEAK,
    examples: ['Tỉnh sẽ có ⟦4 cây cầu⟧ mới.'],
    counterexamples: ['Tỉnh phấn đấu có ⟦4 cây cầu⟧ mới.']
  },
  {
    id: 'licence/weak-word-elsewhere',
    points: -2,
    cue: WEAK,
    rule: ['carried', 'list', 'part', 'header'],
    examples: ['Tỉnh sẽ nâng tỷ lệ hộ có nước sạch lên 90%, trong đó ở xã là ⟦80%⟧.'],
    counterexamples: ['Tỉnh sẽ có ⟦4 cây cầu⟧ mới.']
  },
  {
    id: 'licence/must',
    points: -2,
    cue: ['must'],
    examples: ['Mỗi trường phải có ⟦90%⟧ giáo viên đạt chuẩn.'],
    counterexamples: ['Mỗi trường sẽ có ⟦90%⟧ giáo viên đạt chuẩn.']
  },
  {
    id: 'licence/will-in-sentence',
    points: -2,
    said: any('sẽ'),
    examples: ['Tỉnh sẽ có ⟦4 cây cầu⟧ mới.'],
    counterexamples: ['Tỉnh phấn đấu có ⟦4 cây cầu⟧ mới.']
  },
  {
    id: 'licence/only-time',
    points: -2,
    cue: ['time'],
    examples: ['Năm 2026, doanh thu đạt ⟦900 tỷ đồng⟧.'],
    counterexamples: ['Đến năm 2026, doanh thu đạt ⟦900 tỷ đồng⟧.']
  },
  {
    id: 'licence/no-aim',
    points: -3,
    is: look => !look.isAimed && look.query.before.length === 0,
    examples: ['Tỉnh sẽ có ⟦4 cây cầu⟧ mới.'],
    counterexamples: ['Theo kế hoạch, tỉnh sẽ có ⟦4 cây cầu⟧ mới.']
  },
  {
    id: 'licence/after-none',
    points: -1,
    is: ({ query }) => query.isGoalBefore === false,
    examples: ['Năm 2023 đạt 80%, phấn đấu năm 2026 đạt ⟦90%⟧.'],
    counterexamples: ['Phấn đấu năm 2026 đạt ⟦90%⟧.']
  },
  {
    id: 'licence/in-brackets',
    points: -2,
    is: look => look.isInBrackets,
    examples: ['Phấn đấu nâng cấp các tuyến chính (dài ⟦120 km⟧).'],
    counterexamples: ['Phấn đấu nâng cấp ⟦120 km⟧ đường.']
  },
  {
    id: 'licence/above',
    points: -1,
    comparator: ['>'],
    examples: ['Mục tiêu là ⟦trên 90%⟧ số xã có bác sĩ.'],
    counterexamples: ['Mục tiêu là ⟦ít nhất 90%⟧ số xã có bác sĩ.']
  },
  {
    id: 'licence/compared',
    points: -1,
    behind: any('so với|cùng kỳ'),
    examples: ['Phấn đấu doanh thu tăng ⟦8%⟧ so với năm trước.'],
    counterexamples: ['Phấn đấu doanh thu tăng ⟦8%⟧.']
  },
  {
    id: 'licence/project',
    points: -2,
    said: any('dự án|công trình|khu đô thị|tòa|căn hộ|nhà máy|gói thầu|khởi công|chủ đầu tư'),
    examples: ['Chủ đầu tư đặt mục tiêu đón ⟦9.000 khách⟧.'],
    counterexamples: ['Tỉnh đặt mục tiêu đón ⟦9.000 khách⟧.']
  },
  {
    id: 'licence/price',
    points: -1,
    said: any('giá|giá bán|phí|lệ phí|tiền|chi phí|mức đóng|lương|học phí|trị giá'),
    examples: ['Người mua sẽ trả chi phí khoảng ⟦2 triệu đồng⟧.'],
    counterexamples: ['Thành phố sẽ thu hút khoảng ⟦2 triệu khách⟧.']
  },
  {
    id: 'licence/survey',
    points: -2,
    said: any('khảo sát|người được hỏi|nghiên cứu|ước tính|số liệu|thống kê|báo cáo'),
    examples: ['Theo báo cáo, tỉnh phấn đấu tăng trưởng ⟦9%⟧.'],
    counterexamples: ['Theo kế hoạch, tỉnh phấn đấu tăng trưởng ⟦9%⟧.']
  },
  {
    id: 'licence/rule-of-law',
    points: -2,
    clause: any(
      'quy định|trường hợp|điều kiện|luật|nghị định|thông tư|tiêu chuẩn|tiêu chí|thời hạn|thời gian|hồ sơ|thí sinh|người lao động'
    ),
    examples: ['Theo quy định, thí sinh phải đạt ⟦60%⟧ số điểm.'],
    counterexamples: ['Theo quy định, tỉnh phải đạt ⟦60%⟧ số xã nông thôn mới.']
  },
  {
    id: 'licence/court-or-match',
    points: -2,
    said: any('bị cáo|phạt tù|tòa|công an|lừa đảo|chiếm đoạt|khởi tố|ma túy|nạn nhân|tai nạn|trận|cầu thủ|hlv|huy chương'),
    examples: ['Công an phấn đấu xử lý ⟦90%⟧ tin báo trong năm.'],
    counterexamples: ['Thành phố sẽ thu hút khoảng ⟦2 triệu khách⟧.']
  }
]
