import { DO, HAVE, REACH } from '../../mentions/words/tags.ts'
import { words } from '../../text/word-class.ts'
import { type Cue, MOST_BEFORE, MOST_GOALS } from './query.ts'
import type { Reason } from './reason.ts'

// What is sure to be an aim, and what is also said of what happens, is due or is ruled.
const SURE: readonly Cue[] = ['aim', 'quota', 'strive', 'plan']
const WEAK: readonly Cue[] = ['will', 'must', 'ensure', 'wish', 'set', 'other']
const DATES: readonly Cue[] = ['due', 'time']

// What a count of things that are done or had stands right behind.
const STATED = DO.or(HAVE, REACH)
// Words behind which a count says where, among whom or compared with what.
const BESIDE = words(
  'trừ|ngoại trừ|khoảng cách|tại|ở|của|trong|trên|giữa|thuộc|cùng|từ|gồm|thông qua|trong số|trong tổng số|trên tổng số|với|cho|theo|trước|sau|qua|đến|/'
)
// How large a project is.
const SIZE =
  /^(?:(?:tổng )?(?:nhu cầu|vốn ngân sách|nguồn lực|kinh phí|dự toán|mức đầu tư|chiều dài|diện tích|công suất)|nhu cầu vốn|vốn đầu tư công|vốn sự nghiệp|nguồn vốn|số vốn|nguồn kinh phí|tổng vốn đầu tư|chiều rộng|quy mô|vốn điều lệ|độ sâu|độ cao)/
// Of the numbers around, half are many; all are told apart.
const HALF = 0.5
const MOST = 0.999
const DIMENSION = /^(?:m|mét|cm|mm|chỗ|chỗ ngồi|làn|làn xe|km\/h|phòng)$/

/** Whole words, also inside a longer text. */
const any = (words: string): RegExp => new RegExp(`(?<![a-zà-ỹđ])(?:${words})(?![a-zà-ỹđ])`)

/** Reasons for a licence. */
export const FOR: readonly Reason[] = [
  {
    id: 'licence/aim',
    sight: 3,
    points: 3,
    cue: ['aim'],
    distance: [0, 99],
    examples: ['Tỉnh đặt mục tiêu tỷ lệ hộ nghèo còn ⟦4%⟧ vào cuối nhiệm kỳ.'],
    counterexamples: ['Tỉnh sẽ có ⟦4 cây cầu⟧ mới.']
  },
  {
    id: 'licence/near',
    sight: 3,
    points: 4,
    cue: SURE,
    distance: [0, 3],
    examples: ['Ngành phấn đấu đạt ⟦95%⟧ số hộ có nước sạch.'],
    counterexamples: ['Phấn đấu để người dân ở các xã vùng sâu, vùng xa của tỉnh được dùng nước sạch, đạt ⟦95%⟧.']
  },
  {
    id: 'licence/strive',
    sight: 1,
    points: 1,
    cue: ['strive'],
    distance: [0, 999],
    examples: ['Quyết tâm đưa tỷ lệ lao động qua đào tạo lên ⟦70%⟧.'],
    counterexamples: ['Mục tiêu là tỷ lệ lao động qua đào tạo đạt ⟦70%⟧.']
  },
  {
    id: 'licence/strives-in-clause',
    sight: 2,
    points: 2,
    clause: any('phấn đấu|quyết tâm|nỗ lực|cam kết'),
    examples: ['Năm 2026, huyện phấn đấu trồng mới ⟦500 ha⟧ rừng.'],
    counterexamples: ['Huyện phấn đấu giữ rừng, năm 2026 trồng mới ⟦500 ha⟧.']
  },
  {
    id: 'licence/due-near',
    sight: 1,
    points: -1,
    cue: DATES,
    distance: [0, 10],
    examples: ['Đến năm 2030, tỷ lệ đô thị hóa đạt ⟦50%⟧.'],
    counterexamples: ['Mục tiêu đến năm 2030 là tỷ lệ đô thị hóa đạt ⟦50%⟧.']
  },
  {
    id: 'licence/due-before',
    sight: 1,
    points: 2,
    said: any('đến năm|tới năm|đến hết|đến cuối|trước năm|vào năm|giai đoạn'),
    examples: ['Đến năm 2030, mục tiêu là tỷ lệ đô thị hóa đạt ⟦50%⟧.'],
    counterexamples: ['Mục tiêu là tỷ lệ đô thị hóa đạt ⟦50%⟧ vào năm 2030.']
  },
  {
    id: 'licence/due-behind',
    sight: 2,
    points: 2,
    behind: any('đến năm|vào năm|trước năm|năm 20\\d\\d|giai đoạn'),
    examples: ['Mục tiêu là tỷ lệ đô thị hóa đạt ⟦50%⟧ vào năm 2030.'],
    counterexamples: ['Mục tiêu là tỷ lệ đô thị hóa đạt ⟦50%⟧, cao hơn năm 2030.']
  },
  {
    id: 'licence/must-in-clause',
    sight: 1,
    points: 0,
    clause: any('cần|phải'),
    examples: ['Mục tiêu là mỗi năm phải trồng ⟦200 ha⟧ rừng.'],
    counterexamples: ['Mục tiêu là phải giữ rừng, mỗi năm trồng ⟦200 ha⟧.']
  },
  {
    id: 'licence/plan-before',
    sight: 1,
    points: 1,
    said: any('kế hoạch|quy hoạch|đề án|chiến lược|chương trình|lộ trình|định hướng'),
    examples: ['Theo đề án, mục tiêu là ⟦90%⟧ số xã có bác sĩ.'],
    counterexamples: ['Mục tiêu là ⟦90%⟧ số xã có bác sĩ theo đề án.']
  },
  {
    id: 'licence/measure',
    sight: 2,
    points: 3,
    measured:
      /^(?:tỷ lệ|tỉ lệ|tốc độ|tỷ trọng|mức tăng|tăng trưởng|kim ngạch|doanh thu|lợi nhuận|sản lượng|tổng sản phẩm|thu ngân sách|gdp|grdp|chỉ số|năng suất|cơ cấu|thu nhập bình quân|tổng thu|số thu|tổng vốn)/,
    examples: ['Công ty đặt mục tiêu doanh thu ⟦900 tỷ đồng⟧.'],
    counterexamples: ['Công ty đặt mục tiêu mở ⟦9 cửa hàng⟧.']
  },
  {
    id: 'licence/bare',
    sight: 2,
    points: 2,
    is: ({ query }) => query.quantity.unit === null || query.quantity.unit === '',
    examples: ['Mục tiêu đến năm 2030 là chỉ số phát triển con người đạt ⟦0,78⟧.'],
    counterexamples: ['Mục tiêu đến năm 2030 là thu nhập đạt ⟦5.000 USD⟧.']
  },
  {
    id: 'licence/percent',
    sight: 1,
    points: 4,
    form: ['percent', 'points'],
    examples: ['Mục tiêu là ⟦90%⟧ số xã có bác sĩ.'],
    counterexamples: ['Mục tiêu là ⟦90 xã⟧ có bác sĩ.']
  },
  {
    id: 'licence/range',
    sight: 2,
    points: 2,
    comparator: ['range'],
    examples: ['Mục tiêu tăng trưởng là ⟦8 - 9%⟧.'],
    counterexamples: ['Mục tiêu tăng trưởng là ⟦8%⟧.']
  },
  {
    id: 'licence/floor',
    sight: 2,
    points: 3,
    comparator: ['>='],
    examples: ['Mục tiêu là ⟦ít nhất 90%⟧ số xã có bác sĩ.'],
    counterexamples: ['Mục tiêu là ⟦trên 90%⟧ số xã có bác sĩ.']
  },
  {
    id: 'licence/to-do',
    sight: 2,
    points: 3,
    next: DO,
    examples: ['Huyện phấn đấu xây dựng ⟦12 trường⟧ đạt chuẩn quốc gia.'],
    counterexamples: ['Huyện phấn đấu có ⟦12 trường⟧ đạt chuẩn quốc gia.']
  },
  {
    id: 'licence/after-goal',
    sight: 1,
    points: 2,
    is: ({ query }) => query.isGoalBefore === true,
    examples: ['Phấn đấu 90% số xã có bác sĩ, ⟦80%⟧ số trạm y tế đạt chuẩn.'],
    counterexamples: ['Phấn đấu ⟦90%⟧ số xã có bác sĩ, 80% số trạm y tế đạt chuẩn.']
  },
  {
    id: 'licence/spoken-of-before',
    sight: 1,
    points: 4,
    before: 1,
    examples: ['Tỉnh có kế hoạch riêng cho xã vùng cao. Cần đạt ⟦90%⟧ số hộ có nước sạch.'],
    counterexamples: ['Tỉnh lo cho xã vùng cao. Cần đạt ⟦90%⟧ số hộ có nước sạch.']
  },
  {
    id: 'licence/spoken-of-often',
    sight: 1,
    points: 3,
    before: MOST_BEFORE,
    examples: [
      'Kế hoạch y tế¶Kế hoạch có hai phần. Mục tiêu chung là sức khỏe. Mục tiêu riêng là nước sạch. Cần đạt ⟦90%⟧ số hộ có nước sạch.'
    ],
    counterexamples: ['Tỉnh có kế hoạch riêng cho xã vùng cao. Cần đạt ⟦90%⟧ số hộ có nước sạch.']
  },
  {
    id: 'licence/year-to-come',
    sight: 1,
    points: 3,
    is: ({ years, query: { year } }) => year !== undefined && years.some(y => y > year),
    examples: ['Tỉnh phấn đấu đến năm 2030 tỷ lệ hộ nghèo còn ⟦4%⟧.'],
    counterexamples: ['Tỉnh phấn đấu tỷ lệ hộ nghèo còn ⟦4%⟧.']
  },
  {
    id: 'licence/this-year',
    sight: 1,
    points: 1,
    is: ({ years, query: { year } }) => year !== undefined && years.includes(year),
    examples: ['Năm 2024, tỉnh phấn đấu thu ngân sách đạt ⟦9.000 tỷ đồng⟧.'],
    counterexamples: ['Năm 2023, tỉnh phấn đấu thu ngân sách đạt ⟦9.000 tỷ đồng⟧.']
  },
  {
    id: 'licence/set',
    sight: 1,
    points: 1,
    said: any('đặt ra|đề ra|đặt mục tiêu|xác định'),
    examples: ['Nghị quyết đề ra chỉ tiêu ⟦90%⟧ số xã có bác sĩ.'],
    counterexamples: ['Nghị quyết có chỉ tiêu ⟦90%⟧ số xã có bác sĩ.']
  },
  {
    id: 'licence/yearly',
    sight: 2,
    points: 1,
    clause: any('mỗi năm|bình quân|hằng năm|hàng năm'),
    examples: ['Huyện phấn đấu mỗi năm trồng ⟦200 ha⟧ rừng.'],
    counterexamples: ['Huyện phấn đấu trồng ⟦200 ha⟧ rừng.']
  },
  {
    id: 'licence/to-reach',
    sight: 1,
    points: 2,
    next: REACH,
    examples: ['Huyện phấn đấu sản lượng cá đạt ⟦9.000 tấn⟧.'],
    counterexamples: ['Huyện phấn đấu nuôi ⟦9.000 tấn⟧ cá.']
  },
  {
    id: 'licence/resolution',
    sight: 1,
    points: 1,
    said: any('nghị quyết|quyết định|chỉ thị'),
    examples: ['Theo nghị quyết, mục tiêu là ⟦90%⟧ số xã có bác sĩ.'],
    counterexamples: ['Mục tiêu là ⟦90%⟧ số xã có bác sĩ theo nghị quyết.']
  },
  {
    id: 'licence/behind-goal',
    points: 2,
    is: ({ query: { neighbours } }) => neighbours.previous === true,
    examples: ['Huyện phấn đấu 90% số xã có bác sĩ, ⟦80%⟧ số trạm y tế đạt chuẩn.'],
    counterexamples: ['Huyện phấn đấu ⟦90%⟧ số xã có bác sĩ, 80% số trạm y tế đạt chuẩn.']
  },
  {
    id: 'licence/before-goal',
    points: 3,
    is: ({ query: { neighbours } }) => neighbours.next === true,
    examples: ['Huyện phấn đấu ⟦90%⟧ số xã có bác sĩ, 80% số trạm y tế đạt chuẩn.'],
    counterexamples: ['Huyện phấn đấu 90% số xã có bác sĩ, ⟦80%⟧ số trạm y tế đạt chuẩn.']
  },
  {
    id: 'licence/of-quota',
    sight: 3,
    points: 2,
    said: /(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu)(?: [^\d;.:()]{0,60})?(?: 20\d\d)? ?\($/,
    examples: ['Số thu đạt 64,9% chỉ tiêu Bộ Tài chính giao (⟦4.100 tỷ đồng⟧).', 'Năm 2020 thu vượt dự toán (⟦352.000 tỷ đồng⟧).'],
    counterexamples: ['Phấn đấu hoàn thành mục tiêu nâng cấp các tuyến chính (dài ⟦120 km⟧).']
  },
  {
    id: 'licence/among-goals',
    points: 3,
    share: [1, 1],
    examples: ['Huyện phấn đấu ⟦90%⟧ số xã có bác sĩ. Phấn đấu 80% số trạm y tế đạt chuẩn.'],
    counterexamples: ['Huyện phấn đấu ⟦90%⟧ số xã có bác sĩ. Năm 2023 mới có 62% số trạm y tế đạt chuẩn.']
  },
  {
    id: 'licence/mostly-goals',
    points: 3,
    share: [HALF, MOST],
    examples: ['Huyện phấn đấu ⟦90%⟧ số xã có bác sĩ. Phấn đấu 80% số trạm y tế đạt chuẩn; năm 2023 mới là 62%.'],
    counterexamples: ['Huyện phấn đấu ⟦90%⟧ số xã có bác sĩ. Phấn đấu 80% số trạm y tế đạt chuẩn.']
  },
  {
    id: 'licence/goals-in-text',
    points: 7,
    text: 1,
    examples: ['Huyện phấn đấu ⟦90%⟧ số xã có bác sĩ.¶Phấn đấu 80% số trạm y tế đạt chuẩn.'],
    counterexamples: ['Huyện phấn đấu ⟦90%⟧ số xã có bác sĩ.¶Năm 2023 mới có 62% số trạm y tế đạt chuẩn.']
  },
  {
    id: 'licence/many-goals-in-text',
    points: 5,
    text: MOST_GOALS,
    examples: ['Huyện phấn đấu ⟦90%⟧ số xã có bác sĩ.¶Huyện phấn đấu năm 2026 có 80% xã, 70% trường, 60% chợ, 50% trạm y tế đạt chuẩn.'],
    counterexamples: ['Huyện phấn đấu ⟦90%⟧ số xã có bác sĩ.¶Phấn đấu 80% số trạm y tế đạt chuẩn.']
  }
]

/** Reasons against it. */
export const AGAINST: readonly Reason[] = [
  {
    id: 'licence/weak-word',
    sight: -1,
    points: -5,
    cue: WEAK,
    examples: ['Tỉnh sẽ có ⟦4 cây cầu⟧ mới.'],
    counterexamples: ['Tỉnh phấn đấu có ⟦4 cây cầu⟧ mới.']
  },
  {
    id: 'licence/weak-word-elsewhere',
    sight: -2,
    points: -2,
    cue: WEAK,
    rule: ['carried', 'list', 'part', 'header'],
    examples: ['Tỉnh sẽ nâng tỷ lệ hộ có nước sạch lên 90%, trong đó ở xã là ⟦80%⟧.'],
    counterexamples: ['Tỉnh sẽ có ⟦4 cây cầu⟧ mới.']
  },
  {
    id: 'licence/must',
    sight: -2,
    points: -2,
    cue: ['must'],
    examples: ['Mỗi trường phải có ⟦90%⟧ giáo viên đạt chuẩn.'],
    counterexamples: ['Mỗi trường sẽ có ⟦90%⟧ giáo viên đạt chuẩn.']
  },
  {
    id: 'licence/will-in-sentence',
    sight: -2,
    points: -1,
    said: any('sẽ'),
    examples: ['Tỉnh sẽ có ⟦4 cây cầu⟧ mới.'],
    counterexamples: ['Tỉnh phấn đấu có ⟦4 cây cầu⟧ mới.']
  },
  {
    id: 'licence/only-time',
    sight: -3,
    points: -2,
    cue: ['time'],
    examples: ['Năm 2026, doanh thu đạt ⟦900 tỷ đồng⟧.'],
    counterexamples: ['Đến năm 2026, doanh thu đạt ⟦900 tỷ đồng⟧.']
  },
  {
    id: 'licence/no-aim',
    sight: -3,
    points: -5,
    before: 'none',
    is: look => !look.isAimed,
    examples: ['Tỉnh sẽ có ⟦4 cây cầu⟧ mới.'],
    counterexamples: ['Theo kế hoạch, tỉnh sẽ có ⟦4 cây cầu⟧ mới.']
  },
  {
    id: 'licence/after-none',
    sight: -1,
    points: -1,
    is: ({ query }) => query.isGoalBefore === false,
    examples: ['Năm 2023 đạt 80%, phấn đấu năm 2026 đạt ⟦90%⟧.'],
    counterexamples: ['Phấn đấu năm 2026 đạt ⟦90%⟧.']
  },
  {
    id: 'licence/in-brackets',
    sight: -2,
    points: -2,
    is: look => look.isInBrackets,
    examples: ['Phấn đấu nâng cấp các tuyến chính (dài ⟦120 km⟧).'],
    counterexamples: ['Phấn đấu nâng cấp ⟦120 km⟧ đường.']
  },
  {
    id: 'licence/above',
    sight: -1,
    points: -1,
    comparator: ['>'],
    examples: ['Mục tiêu là ⟦trên 90%⟧ số xã có bác sĩ.'],
    counterexamples: ['Mục tiêu là ⟦ít nhất 90%⟧ số xã có bác sĩ.']
  },
  {
    id: 'licence/compared',
    sight: -1,
    points: -1,
    behind: any('so với|cùng kỳ'),
    examples: ['Phấn đấu doanh thu tăng ⟦8%⟧ so với năm trước.'],
    counterexamples: ['Phấn đấu doanh thu tăng ⟦8%⟧.']
  },
  {
    id: 'licence/project',
    sight: -1,
    points: -1,
    said: any('dự án|công trình|khu đô thị|tòa|căn hộ|nhà máy|gói thầu|khởi công|chủ đầu tư'),
    examples: ['Chủ đầu tư đặt mục tiêu đón ⟦9.000 khách⟧.'],
    counterexamples: ['Tỉnh đặt mục tiêu đón ⟦9.000 khách⟧.']
  },
  {
    id: 'licence/price',
    sight: -1,
    points: -2,
    said: any('giá|giá bán|phí|lệ phí|tiền|chi phí|mức đóng|lương|học phí|trị giá'),
    examples: ['Người mua sẽ trả chi phí khoảng ⟦2 triệu đồng⟧.'],
    counterexamples: ['Thành phố sẽ thu hút khoảng ⟦2 triệu khách⟧.']
  },
  {
    id: 'licence/survey',
    sight: -2,
    points: -1,
    said: any('khảo sát|người được hỏi|nghiên cứu|số liệu|thống kê|báo cáo'),
    examples: ['Theo báo cáo, tỉnh phấn đấu tăng trưởng ⟦9%⟧.'],
    counterexamples: ['Theo kế hoạch, tỉnh phấn đấu tăng trưởng ⟦9%⟧.']
  },
  {
    id: 'licence/rule-of-law',
    sight: -2,
    points: -1,
    clause: any(
      'quy định|trường hợp|điều kiện|luật|nghị định|thông tư|tiêu chuẩn|tiêu chí|thời hạn|thời gian|hồ sơ|thí sinh|người lao động'
    ),
    examples: ['Theo quy định, thí sinh phải đạt ⟦60%⟧ số điểm.'],
    counterexamples: ['Theo quy định, tỉnh phải đạt ⟦60%⟧ số xã nông thôn mới.']
  },
  {
    id: 'licence/court-or-match',
    sight: -3,
    points: -1,
    said: any('bị cáo|phạt tù|tòa|công an|lừa đảo|chiếm đoạt|khởi tố|ma túy|nạn nhân|tai nạn|trận|cầu thủ|hlv|huy chương'),
    examples: ['Công an phấn đấu xử lý ⟦90%⟧ tin báo trong năm.'],
    counterexamples: ['Thành phố sẽ thu hút khoảng ⟦2 triệu khách⟧.']
  },
  {
    id: 'licence/assigned',
    sight: -1,
    points: 1,
    clause: any('giao|được giao'),
    examples: ['Đơn vị phấn đấu thu đủ số vốn được giao là ⟦900 tỷ đồng⟧.'],
    counterexamples: ['Đơn vị phấn đấu thu đủ ⟦900 tỷ đồng⟧.']
  },
  {
    id: 'licence/in-place',
    sight: -2,
    points: -2,
    form: ['count'],
    next: BESIDE,
    examples: ['Phấn đấu đến năm 2030 mở 12 tuyến xe buýt qua ⟦9 huyện⟧.'],
    counterexamples: ['Phấn đấu đến năm 2030 mở ⟦12 tuyến⟧ xe buýt qua 9 huyện.']
  },
  {
    id: 'licence/foretold',
    sight: -5,
    points: -2,
    said: any('dự báo|ước tính|ước'),
    examples: ['Theo dự báo, mục tiêu đến năm 2030 là ⟦8%⟧.'],
    counterexamples: ['Mục tiêu đến năm 2030 là ⟦8%⟧.']
  },
  {
    id: 'licence/market',
    sight: -1,
    points: -1,
    said: any('cổ phiếu|vn-index|phiên|nhà đầu tư|chứng khoán|thị trường|khách hàng|sản phẩm'),
    examples: ['Thị trường kỳ vọng công ty đặt mục tiêu lãi ⟦900 tỷ đồng⟧.'],
    counterexamples: ['Công ty đặt mục tiêu lãi ⟦900 tỷ đồng⟧.']
  },
  {
    id: 'licence/far-count',
    sight: -1,
    points: -2,
    form: ['count', 'money', 'measure'],
    is: look => look.distance < 0 && !look.query.units.is(look.query.at - 1, STATED),
    examples: ['Đến năm 2030, tỉnh phấn đấu 60% số hộ dùng nước sạch. Nhờ ⟦12 trạm bơm⟧ mới, bà con đỡ vất vả.'],
    counterexamples: ['Đến năm 2030, tỉnh phấn đấu 60% số hộ dùng nước sạch. Có ⟦12 trạm⟧ bơm mới.']
  },
  {
    id: 'licence/size',
    sight: -1,
    points: -1,
    measured: SIZE,
    examples: ['Năm 2030, tỉnh phấn đấu tổng mức đầu tư là ⟦900 tỷ đồng⟧.'],
    counterexamples: ['Năm 2030, tỉnh phấn đấu doanh thu là ⟦900 tỷ đồng⟧.']
  },
  {
    id: 'licence/bound',
    sight: -2,
    points: -1,
    comparator: ['>='],
    is: ({ query: { lower, units, at } }) => lower.startsWith('từ ', units.start(at)),
    examples: ['Tỉnh phấn đấu giúp các dự án di dân ⟦từ 10.000 người trở lên⟧.'],
    counterexamples: ['Tỉnh phấn đấu đón ⟦ít nhất 10.000 người⟧.']
  },
  {
    id: 'licence/dimension',
    sight: -4,
    points: -1,
    is: look => DIMENSION.test(look.query.quantity.unit ?? ''),
    examples: ['Đến năm 2030 mở rộng luồng tàu thêm ⟦90 m⟧.'],
    counterexamples: ['Đến năm 2030 trồng thêm ⟦90 ha⟧ rừng.']
  },
  {
    id: 'licence/told',
    sight: -1,
    points: -1,
    said: any('cho biết|cho hay|nói|chia sẻ'),
    examples: ['Ông cho biết huyện phấn đấu trồng ⟦200 ha⟧ rừng.'],
    counterexamples: ['Huyện phấn đấu trồng ⟦200 ha⟧ rừng.']
  },
  {
    id: 'licence/not',
    sight: -1,
    points: -1,
    clause: any('không|chưa|chỉ(?! (?:tiêu|thị|đạo|số|dẫn))'),
    examples: ['Huyện phấn đấu không còn quá ⟦200 hộ⟧ nghèo.'],
    counterexamples: ['Huyện phấn đấu còn ⟦200 hộ⟧ nghèo.']
  },
  {
    id: 'licence/money',
    sight: -1,
    points: -1,
    form: ['money'],
    examples: ['Công ty đặt mục tiêu lãi ⟦900 tỷ đồng⟧.'],
    counterexamples: ['Công ty đặt mục tiêu trồng ⟦900 ha⟧ rừng.']
  },
  {
    id: 'licence/carried',
    sight: -1,
    points: -2,
    rule: ['carried', 'list'],
    examples: ['Huyện phấn đấu 90% số xã có bác sĩ. Tỷ lệ trạm y tế đạt chuẩn là ⟦80%⟧.'],
    counterexamples: ['Huyện phấn đấu ⟦90%⟧ số xã có bác sĩ.']
  },
  {
    id: 'licence/given',
    sight: -1,
    points: -1,
    clause: any('hỗ trợ|tặng|cho vay|tín dụng|trợ cấp|lương|phụ cấp|trị giá'),
    examples: ['Ngân hàng đặt mục tiêu dư nợ tín dụng ⟦900 tỷ đồng⟧.'],
    counterexamples: ['Ngân hàng đặt mục tiêu dư nợ ⟦900 tỷ đồng⟧.']
  },
  {
    id: 'licence/unnamed',
    sight: -1,
    points: 0,
    is: look => look.query.measured === undefined,
    examples: ['Đến năm 2030 phấn đấu đạt ⟦90%⟧.'],
    counterexamples: ['Đến năm 2030 phấn đấu tỷ lệ đô thị hóa đạt ⟦90%⟧.']
  },
  {
    id: 'licence/where',
    sight: -2,
    points: -1,
    said: any('thế giới|mỹ|trung quốc|châu âu|nhật bản|hàn quốc'),
    examples: ['Nhật Bản đặt mục tiêu đến năm 2030 có ⟦20%⟧ xe điện.'],
    counterexamples: ['Việt Nam đặt mục tiêu đến năm 2030 có ⟦20%⟧ xe điện.']
  },
  {
    id: 'licence/behind-none',
    points: -1,
    is: ({ query: { neighbours } }) => neighbours.previous === false,
    examples: ['Năm 2023 mới có 62% số xã có bác sĩ, phấn đấu năm 2026 đạt ⟦90%⟧.'],
    counterexamples: ['Phấn đấu năm 2026 có ⟦90%⟧ số xã có bác sĩ, năm 2023 mới là 62%.']
  },
  {
    id: 'licence/before-none',
    points: -2,
    is: ({ query: { neighbours } }) => neighbours.next === false,
    examples: ['Phấn đấu năm 2026 có ⟦90%⟧ số xã có bác sĩ, năm 2023 mới là 62%.'],
    counterexamples: ['Năm 2023 mới có 62% số xã có bác sĩ, phấn đấu năm 2026 đạt ⟦90%⟧.']
  },
  {
    id: 'licence/among-none',
    points: -4,
    share: [0, 0],
    examples: ['Huyện phấn đấu ⟦90%⟧ số xã có bác sĩ. Năm 2023 mới có 62% số trạm y tế đạt chuẩn.'],
    counterexamples: ['Huyện phấn đấu ⟦90%⟧ số xã có bác sĩ. Phấn đấu 80% số trạm y tế đạt chuẩn.']
  }
]
