import { type Candidate, isStated, type RefusalRule, wordsBefore } from './refusal-candidate.ts'

const PROJECT_SIZE =
  /^(?:tổng nhu cầu|nhu cầu vốn|tổng vốn ngân sách|vốn ngân sách|vốn đầu tư công|vốn sự nghiệp|nguồn vốn|số vốn|nguồn lực|tổng nguồn lực|nguồn kinh phí|dự toán|tổng dự toán|tổng mức đầu tư|tổng vốn đầu tư|mức đầu tư|kinh phí|tổng kinh phí|chiều dài|tổng chiều dài|diện tích|tổng diện tích|công suất|chiều rộng|quy mô(?! (?:doanh thu|nhân lực|nhân sự|kinh tế|nền kinh tế|thị trường|dân số|ngành|gdp|grdp|vốn hóa|đào tạo|đàn|tuyển sinh))|vốn điều lệ|độ sâu|độ cao)/i

/** `tỉnh sẽ có 4 đô thị`: what somebody named is to have. */
function isToHave({ chunks, at }: Candidate): boolean {
  let i = at - 1
  while (i > 0 && /^(?:sẽ có|sẽ|có|tổng|cộng|tổng cộng|tổng số)$/.test(chunks[i]?.text ?? '')) i--
  const subject = chunks[i]
  return (
    chunks[i + 1]?.text === 'sẽ có' &&
    subject !== undefined &&
    ['Place', 'Issuer', 'Subject', 'Organization', 'Noun'].some(t => subject.tags.has(t)) &&
    !/^(?:vậy|đó|này|thế)$/.test(subject.text)
  )
}

/** Whether the phrase in front of a number begins with the name of a measure, or its sentence with the phrase. */
function isMeasured({ chunks, reading }: Candidate): boolean {
  const slot = reading?.slots['indicator']
  if (slot === undefined) return false
  const first = chunks[slot.from]
  return (
    first?.tags.has('Head') === true ||
    first?.tags.has('Indicator') === true ||
    slot.from === 0 ||
    ['Colon', 'Semicolon', 'Boundary'].some(t => chunks[slot.from - 1]?.tags.has(t))
  )
}

/** Whether another sentence decides the status of a number that is no part of another one. */
const isFar = ({ isOwn, status }: Candidate): boolean => !isOwn && status !== 'status/part'

/** What the word that makes it a goal cannot bear: nothing is named, or the word is weak or far away. */
export const BY_STATUS: readonly RefusalRule[] = [
  {
    id: 'refusal/part-of-no-goal',
    reason: 'value/part',
    message: 'The whole that it is a part of is no goal',
    applies: c => c.status === 'status/part' && c.previous?.frame.sentence !== c.target.frame.sentence,
    examples: ['Bộ trưởng yêu cầu ba địa phương rà soát các dự án chậm; trong đó, Lai Châu có ⟦20 dự án⟧.'],
    counterexamples: ['Đến năm 2030 sẽ quy hoạch 17 bến thuyền, trong đó có ⟦3 bến⟧ du lịch.']
  },
  {
    id: 'refusal/worked-on',
    reason: 'value/process',
    message: 'The number counts what is being worked on',
    applies: c => c.before?.tags.has('Process') === true,
    examples: ['Để đạt mục tiêu tăng trưởng 8% năm 2025, tỉnh tháo gỡ ⟦12 dự án⟧ vướng mắc.'],
    counterexamples: ['Năm 2025 phấn đấu hoàn thành ⟦12 dự án⟧.']
  },
  {
    id: 'refusal/length-alone',
    reason: 'value/dimension',
    message: 'A dimension is no goal by itself',
    applies: c => /^(?:m|mét|cm)$/.test(c.unit ?? '') && c.status !== 'status/goal-word',
    examples: ['Đến năm 2030 mở rộng luồng tàu thêm ⟦90 m⟧.'],
    counterexamples: ['Đến năm 2030 phấn đấu chiều cao trung bình của thanh niên đạt ⟦168 cm⟧.']
  },
  {
    id: 'refusal/inside-phrase',
    reason: 'value/inside-phrase',
    message: 'The count stands inside another phrase',
    applies: c => c.form === 'count' && /^target\/(?:with|change-in|colon)$/.test(c.reading?.rule ?? ''),
    examples: ['Đến năm 2030 công ty sẽ bán đấu giá trên ⟦580 triệu cổ phần⟧.'],
    counterexamples: [
      'Đến năm 2030 công ty phấn đấu có ⟦580 triệu cổ phần⟧.',
      'Đến năm 2030, lượng hành khách từ ⟦3,1 đến 3,3 nghìn lượt⟧.'
    ]
  },
  {
    id: 'refusal/goal-word-far',
    reason: 'status/far',
    message: 'The goal word of the count stands in another sentence',
    applies: c => isFar(c) && c.source === 'carried' && (c.form === 'count' || (c.form === 'money' && !isMeasured(c))) && !isStated(c),
    examples: ['Đến năm 2030, tỉnh phấn đấu 60% số hộ dùng nước sạch. Nhờ ⟦12 trạm bơm⟧ mới, bà con đỡ vất vả.'],
    counterexamples: ['Đến năm 2030, tỉnh phấn đấu 60% số hộ dùng nước sạch. Có ⟦12 trạm⟧ bơm mới.']
  },
  {
    id: 'refusal/size-of-project',
    reason: 'value/project-size',
    message: 'The size of a project is no goal by itself',
    applies: c => isFar(c) && c.status !== 'status/header' && PROJECT_SIZE.test(c.phrase) && !/xã hội/.test(c.phrase),
    examples: ['Đến năm 2030, tỉnh phấn đấu mở 5 tuyến đường. Tổng mức đầu tư là ⟦900 tỷ đồng⟧.'],
    counterexamples: ['Đến năm 2030, tỉnh phấn đấu mở 5 tuyến đường. Thu ngân sách đạt ⟦900 tỷ đồng⟧.']
  },
  {
    id: 'refusal/unnamed-far',
    reason: 'status/far',
    message: 'The goal word stands in another sentence and nothing is named that the number measures',
    applies: c => isFar(c) && c.source === 'carried' && c.reading?.yields['link'] !== undefined,
    examples: [
      'Đến năm 2030, tỉnh phấn đấu 60% số hộ dùng nước sạch. Sản xuất đạt 7,7 triệu tấn xăng các loại, tương đương ⟦9,24 triệu m3⟧.'
    ],
    counterexamples: ['Mục tiêu đến năm 2030:¶Sản xuất đạt 7,7 triệu tấn xăng các loại, tương đương ⟦9,24 triệu m3⟧.']
  }
]

/** What names nothing, or is a goal by a weak word only; asked before what else may be said of the number. */
export const BY_WEAKNESS: readonly RefusalRule[] = [
  {
    id: 'refusal/nothing-named',
    reason: 'indicator/missing',
    message: 'Nothing is named that the number measures',
    applies: c => c.phrase === '' && c.reading?.yields['link'] === undefined,
    examples: [
      'Năm 2024 tỉnh hoàn thành 15/15 chỉ tiêu được Quốc hội giao, trong đó vượt chỉ tiêu được giao về số bác sĩ/vạn dân (⟦12,5 bác sĩ⟧).'
    ],
    counterexamples: ['Phấn đấu đến năm 2030 trồng mới ⟦407 ha⟧ rừng.']
  },
  {
    id: 'refusal/weak-word',
    reason: 'status/weak',
    message: 'Only a weak word makes it a goal',
    applies: c =>
      c.status === 'status/weak-goal-word' &&
      (c.form === 'count' || c.form === 'money') &&
      c.quantity.comparator === '=' &&
      !c.before?.tags.has('Do') &&
      !(c.form === 'count' && isToHave(c)) &&
      // `hải quan còn phải thu 515 tỷ đồng`: who has a quota owes it.
      !(c.form === 'money' && /(?:^| )phải (?:tăng )?thu(?: nộp| được)?$/.test(wordsBefore(c, 4))) &&
      !(c.form === 'money' && (c.before?.tags.has('Reach') || /(?:đạt|có)$/.test(c.before?.text ?? ''))),
    examples: ['Tỉnh cần rà soát các dự án với vốn ⟦900 tỷ đồng⟧.'],
    counterexamples: ['Đến năm 2030 tỉnh sẽ có ⟦4 đô thị⟧ loại V.', 'Từ nay đến hết năm, hải quan tỉnh còn phải thu ⟦515 tỷ đồng⟧.']
  }
]
