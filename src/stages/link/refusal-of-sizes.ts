import { type RefusalRule, wordsBefore } from './refusal-candidate.ts'

const SPECIFICATION = /(?:trọng tải|dung tích xi|khối lượng chuyên chở|chuyên chở|đường kính|sức chứa|sức chở)/i
// `tàu 10.000 tấn`, `cho tàu đến 200.000 tấn`
const SIZED = /(?:^| )(?:tàu|trọng tải|tải trọng|xe)(?: có| tải)?(?: đến| tới| trên| dưới)?$/

const LEFT_OUT = /(?:^| )(?:(?:không|chưa) (?:bao gồm|gồm|tính|kể)|ngoại trừ)$/

/** How large, how much, how far: what something is, or from where on it counts as such. */
export const OF_SIZES: readonly RefusalRule[] = [
  {
    id: 'refusal/given-away',
    reason: 'value/allotted',
    message: 'What is given away is no goal',
    applies: c => /(?:^| )tặng(?: thêm| ngay)?$/.test(wordsBefore(c, 2)),
    examples: ['Năm 2025 nhà mạng sẽ tặng ⟦30 GB⟧ dữ liệu cho khách hàng.'],
    counterexamples: ['Năm 2025 nhà mạng phấn đấu đạt ⟦30 triệu thuê bao⟧.']
  },
  {
    id: 'refusal/land-handed-over',
    reason: 'value/allotted',
    message: 'Land that is handed over is no goal',
    applies: c =>
      /^(?:m2|m²|ha|hecta)$/.test(c.unit ?? '') && c.status === 'status/goal-word' && /(?:^| )(?:giao|cho thuê)$/.test(wordsBefore(c, 2)),
    examples: ['Thành phố vừa ban hành Quyết định số 2214/QĐ-UBND về việc giao ⟦57.749 m2⟧ đất cho quận.'],
    counterexamples: ['Năm 2025 thành phố phấn đấu trồng ⟦57 ha⟧ rừng.']
  },
  {
    id: 'refusal/left-out',
    reason: 'value/left-out',
    message: 'The number counts what is left out',
    applies: c => LEFT_OUT.test(wordsBefore(c, 4)),
    examples: ['Đến năm 2030 phấn đấu đạt 50 MW (không bao gồm ⟦10 MW⟧ điện mái nhà).'],
    counterexamples: ['Đến năm 2030 phấn đấu đạt 50 MW (bao gồm ⟦10 MW⟧ điện mái nhà).']
  },
  {
    id: 'refusal/seats',
    reason: 'value/dimension',
    message: 'How many seats something has says what it is',
    applies: c =>
      /^chỗ(?: ngồi)?$/.test(c.unit ?? '') &&
      /(?:^| )(?:xe|ô tô|ôtô)(?: con| khách| buýt)?(?: loại)?(?: từ| dưới| trên)?$/.test(wordsBefore(c, 4)),
    examples: ['Đến năm 2030 phấn đấu giảm thuế cho xe ⟦dưới 9 chỗ⟧ ngồi.'],
    counterexamples: ['Đến năm 2030 phấn đấu nhà hát có ⟦900 chỗ⟧ ngồi.']
  },
  {
    id: 'refusal/put-in-charge',
    reason: 'value/allotted',
    message: 'What somebody is put in charge of is no goal',
    applies: c => c.form === 'count' && /(?:^| )giao .{3,80} làm chủ đầu tư$/.test(wordsBefore(c, 20)),
    examples: ['Năm 2025 Quốc hội sẽ giao Ban Quản lý Sông Đà làm chủ đầu tư ⟦2 dự án⟧ thành phần.'],
    counterexamples: ['Năm 2025 Ban Quản lý Sông Đà phấn đấu hoàn thành ⟦2 dự án⟧ thành phần.']
  },
  {
    id: 'refusal/specification',
    reason: 'value/dimension',
    message: 'What something is built for is no goal by itself',
    applies: c => c.form === 'measure' && SPECIFICATION.test(c.phrase),
    examples: ['Đến năm 2030 cảng đón tàu có trọng tải ⟦50.000 tấn⟧.'],
    counterexamples: ['Phấn đấu đến năm 2030 sản lượng qua cảng đạt ⟦50.000 tấn⟧.']
  },
  {
    id: 'refusal/capacity',
    reason: 'value/dimension',
    message: 'What something is built for is no goal',
    applies: c => c.form === 'measure' && c.before?.text === 'công suất' && /^(?:với|có)$/.test(c.chunks[c.at - 2]?.text ?? ''),
    examples: ['Đến năm 2030 phấn đấu xây nhà máy với công suất ⟦500 MW⟧.'],
    counterexamples: ['Đến năm 2030 phấn đấu công suất điện gió đạt ⟦500 MW⟧.']
  },
  {
    id: 'refusal/tonnage',
    reason: 'value/dimension',
    message: 'What something is built for is no goal by itself',
    applies: c => c.unit === 'tấn' && SIZED.test(wordsBefore(c, 3)),
    examples: ['Đến năm 2030 phấn đấu đón được tàu ⟦10.000 tấn⟧.'],
    counterexamples: ['Đến năm 2030 phấn đấu thu mua ⟦10.000 tấn⟧ lúa.']
  },
  {
    id: 'refusal/compared',
    reason: 'value/compared',
    message: 'The number tells how two things compare',
    applies: c => c.form === 'ratio' && /^(?:mức )?(?:bình quân|trung bình)/.test(`${c.next?.text} ${c.chunks[c.at + 2]?.text}`),
    examples: ['Phấn đấu đến năm 2030 thu nhập gấp ⟦1,5 lần⟧ bình quân chung.'],
    counterexamples: ['Phấn đấu đến năm 2030 thu nhập tăng gấp ⟦1,5 lần⟧ năm 2020.']
  },
  {
    id: 'refusal/smaller-or-larger',
    reason: 'value/threshold',
    message: 'The number bounds what a rule holds for',
    applies: c =>
      /^(?:nhỏ|lớn) hơn(?! hoặc bằng)/.test(c.word) ||
      (/^(?:nhỏ|lớn) hơn hoặc bằng/.test(c.word) && /(?:^| )(?:có|với) (?:công suất|lưu lượng|quy mô)/.test(wordsBefore(c, 8))),
    examples: ['Đến năm 2030 phấn đấu cấp phép cho giếng có lưu lượng ⟦nhỏ hơn 1,5 m3⟧.'],
    counterexamples: ['Đến năm 2030 phấn đấu lượng nước cấp đạt ⟦1,5 triệu m3⟧.']
  },
  {
    // `nguồn thải lớn (từ 250 m3/ngày đêm trở lên)`, `tải lượng ở mức thấp (dưới 1.000 bản sao/ml)`: what is called so.
    id: 'refusal/called-so',
    reason: 'value/threshold',
    message: 'The number bounds what is called so',
    applies: c =>
      c.before?.tags.has('Open') === true &&
      ((c.form === 'measure' && c.quantity.isFrom) ||
        ((c.form === 'count' || c.form === 'measure') &&
          /^(?:thấp|cao|lớn|nhỏ|nặng|nhẹ|vừa|siêu nhỏ)$/.test(c.chunks[c.at - 2]?.text ?? ''))),
    examples: ['Phấn đấu đến năm 2030 kiểm soát 90% nguồn thải lớn (⟦dưới 250 m3⟧).'],
    counterexamples: ['Phấn đấu đến năm 2030 xử lý nước thải (⟦250 m3/ngày đêm⟧).']
  },
  {
    id: 'refusal/size-named',
    reason: 'value/project-size',
    message: 'The size of a project is no goal by itself',
    applies: c => /^(?:có |với |nâng cấp )?quy mô$/i.test(c.phrase) && /^(?:ha|m2|m²|km2|hecta)$/.test(c.unit ?? ''),
    examples: ['Đến năm 2030 phấn đấu lấp đầy khu công nghiệp Bản Bo, quy mô ⟦407 ha⟧.'],
    counterexamples: ['Đến năm 2030 phấn đấu trồng mới ⟦407 ha⟧ rừng.']
  },
  {
    id: 'refusal/support-limit',
    reason: 'value/threshold',
    message: 'The number bounds what a rule holds for',
    applies: c => c.quantity.comparator === '<=' && c.chunks.slice(0, c.at).some(k => /^(?:được |mức )?hỗ trợ/.test(k.text)),
    examples: ['Đến năm 2030 hỗ trợ mỗi hộ không quá ⟦30 triệu đồng⟧.'],
    counterexamples: ['Đến năm 2030 phấn đấu nợ thuế không quá ⟦30 tỷ đồng⟧.']
  }
]
