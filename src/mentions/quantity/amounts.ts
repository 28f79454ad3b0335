import type { Groups, Surroundings, TagRule } from '../../model/rule.ts'
import type { Quantity } from '../../model/values.ts'
import { DIGITS } from '../../text/numerals.ts'
import { pattern } from '../../text/pattern.ts'
import { COMPARATOR_BEFORE, COMPARATOR_BEHIND } from './comparators.ts'
import { END, LOW_MULT, MULT, N, NUMBER, quantity, TO } from './numbers.ts'
import { COUNTED_NOUN, countedUnit, MEASURE_UNIT, MONEY_UNIT, MORE_BEFORE_PER, measureUnit, moneyUnit, PER, perUnit } from './units.ts'

// `15 đồng chí` are comrades.
const NOT_MONEY =
  '(?! (?:chí|bào|thuận|bộ|hành|đội|phạm|nghiệp|đều|ý|thời|tình|nhất|loạt|điệu|dạng|tác giả|sáng lập|minh|ruộng)(?![a-zà-ỹđ]))'

// Words in front of a number that make it a label, an ordinal or a part of a text, not a quantity.
const LABEL =
  /(?:^|[^a-zà-ỹđ])(?:mức độ|(?<!(?:đạt|ở|lên|xuống|về|tới|đến|còn) )mức|cấp độ|(?<!nâng |cung |phụ )cấp|bậc|giai đoạn|điều|khoản|mục|chương|quận|phường|(?<!con )số|thứ|lần thứ|khóa|kỳ họp|lớp|khối|tập|đợt|loại|hạng|vị trí|top|tốp|tuyến số|quốc lộ|tỉnh lộ|đường tỉnh|vành đai|ql|đt|(?<!mỗi )tổ|bảng|hình|trang|phiên bản|class|type|vòng|phút thứ|nghị định|nghị quyết|quyết định|chỉ thị|luật|covid-|tiểu khu|km|lô|tòa|block|chương trình|đề án|f|bước|khu phố|khóm|ấp|thôn) ?(?:số )?$/
// One-syllable words that are no counted thing.
const NOT_COUNTED = new Set(
  'và hoặc là của trong trên dưới tại với cho được đã sẽ đang để từ đến tới so tăng giảm đạt chiếm lên xuống vào ở theo do bởi như cùng còn này đó kia trở mới nhưng thì mà khi nếu nên có không cả hay hơn rồi ra về qua sau trước giữa ngoài bằng các những mỗi mọi tuy vì nhờ nhằm gồm bao thuộc gấp nữa nay xưa nào ai gì đều cũng chỉ vẫn phải cần nghìn ngàn triệu tỷ tỉ trăm vạn phần rưỡi tương lần trung bình quân mươi chục tháng tuổi'.split(
    ' '
  )
)
const AGED =
  /(?:trẻ em|trẻ|người|phụ nữ|dân số|lao động|độ tuổi|học sinh|thanh niên|nam|nữ|công dân|cán bộ|người dân|bé|em|đủ)(?: [^,.;:]{0,24})?$/
// `mỗi thôn có một nhân viên y tế`: one is the number meant.
const EACH_HAS = /(?:^|[^a-zà-ỹđ])mỗi [^.;:]{2,40} có $/
const WORD_COUNT = /^(?:một|năm|tư|không|mốt|lăm)$/

/** A count; number words count only where they cannot be an article (`một`) or a year (`năm`). */
function count(groups: Groups, around: Surroundings, noun: string): Quantity | undefined {
  const { low = '', high, comparator } = groups
  if (LABEL.test(around.before) && comparator === undefined && groups['multiplier'] === undefined) return undefined
  // `tính trên một đơn vị GRDP`: one of what it is counted by.
  if (low === 'một' && comparator === 'trên') return undefined
  // `mốc hai con số` is a size of a number.
  if (noun === 'con' && around.after.startsWith(' số')) return undefined
  // `Thủ tướng hai nước`: both of them, not a number of them.
  if (/^(?:nước|quốc gia|bên|miền)$/.test(noun) && (low === 'hai' || (low === '2' && /(?:cả|giữa|của) $/.test(around.before))))
    return undefined
  const isEach = low === 'một' && EACH_HAS.test(around.before)
  if (
    high === undefined &&
    groups['multiplier'] === undefined &&
    WORD_COUNT.test(low) &&
    !isEach &&
    !(low === 'một' && comparator !== undefined)
  )
    return undefined
  return quantity(groups, countedUnit(noun) + (groups['more'] ?? '') + perUnit(groups['per']), 'count')
}

/** Amounts of money, measures and counts. */
export const AMOUNTS: readonly TagRule<Quantity>[] = [
  {
    id: 'quantity/money-range',
    pattern: pattern`${COMPARATOR_BEFORE}(?<span>${NUMBER}${LOW_MULT}(?: ?${MONEY_UNIT})?${TO}(?<high>${N})${MULT} ?(?<unit>${MONEY_UNIT})${END}(?<per>${PER}{1,4})?)`,
    produce: groups => quantity(groups, moneyUnit(groups['unit'] as string) + perUnit(groups['per']), 'money'),
    examples: [
      { text: 'đạt ⟦3.600-3.900 USD⟧', value: { low: 3600, high: 3900, comparator: 'range', unit: 'USD' } },
      { text: 'đạt khoảng ⟦1,6 - 1,9 tỷ USD⟧', value: { low: 1600000000, high: 1900000000, unit: 'USD' } },
      { text: 'từ ⟦84-88 triệu đồng/người/năm⟧', value: { low: 84000000, unit: 'VND/người/năm' } }
    ],
    counterexamples: ['từ năm 2021-2025']
  },
  {
    id: 'quantity/money',
    pattern: pattern`${COMPARATOR_BEFORE}(?<span>${NUMBER}${MULT} ?(?<unit>${MONEY_UNIT})${END}${NOT_MONEY}(?<per>${PER}{1,4})?)${COMPARATOR_BEHIND}`,
    produce: groups => quantity(groups, moneyUnit(groups['unit'] as string) + perUnit(groups['per']), 'money'),
    examples: [
      { text: 'thu ngân sách đạt ⟦12.700 tỷ đồng⟧', value: { low: 12700000000000, unit: 'VND' } },
      { text: '⟦2,06 triệu tỷ đồng⟧', value: { low: 2060000000000000 } },
      { text: 'cổ tức ⟦1.700 đồng/cổ phiếu⟧', value: { low: 1700, unit: 'VND/cổ phiếu' } },
      { text: 'thu ⟦58,813 tỷ đồng/năm⟧', value: { low: 58813000000000 } },
      { text: 'xuất khẩu ⟦3,488 tỷ USD⟧', value: { low: 3488000000 } },
      { text: 'vượt mốc ⟦40.000 tỷ đồng⟧ vào', value: { comparator: '>' } },
      { text: 'hơn ⟦5 tỷ USD⟧', value: { low: 5000000000, unit: 'USD', comparator: '>' } }
    ],
    counterexamples: ['đồng bào', 'tỷ lệ đồng thuận', 'bầu 51 đồng chí vào', 'mức tăng không đồng đều']
  },
  {
    id: 'quantity/count-range',
    pattern: pattern`${COMPARATOR_BEFORE}(?<span>(?<number>${NUMBER}${LOW_MULT}${TO}(?<high>${N})${MULT}) (?<noun>${COUNTED_NOUN})${END}(?<per>${PER}{1,4})?)`,
    produce: (groups, around) => count(groups, around, groups['noun'] as string),
    examples: [
      { text: 'hình thành ⟦4-5 khu đô thị thông minh⟧', value: { low: 4, high: 5, comparator: 'range', unit: 'khu đô thị thông minh' } },
      { text: '⟦700 - 850 nghìn sản phẩm⟧', value: { low: 700000, high: 850000, unit: 'sản phẩm' } },
      { text: 'đạt hơn ⟦31 đến hơn 44 triệu lượt khách/năm⟧', value: { low: 31000000, high: 44000000, comparator: 'range' } }
    ],
    counterexamples: ['mức độ 3-4 dịch vụ']
  },
  {
    id: 'quantity/measure-range',
    pattern: pattern`${COMPARATOR_BEFORE}(?<span>${NUMBER}${LOW_MULT}(?: ?${MEASURE_UNIT})?${TO}(?<high>${N})${MULT} ?(?<unit>${MEASURE_UNIT})${END}(?<per>${PER}{1,4})?)`,
    produce: (groups, around) =>
      (LABEL.test(around.before) && groups['multiplier'] === undefined) || (groups['unit'] === 'tuổi' && AGED.test(around.before))
        ? undefined
        : quantity(groups, measureUnit(groups['unit'] as string) + perUnit(groups['per']), 'measure'),
    examples: [
      { text: 'duy trì từ ⟦36.000 – 38.000 ha⟧', value: { low: 36000, high: 38000, unit: 'ha' } },
      { text: 'đạt từ ⟦2,6 triệu tấn đến 3,8 triệu tấn⟧', value: { low: 2600000, high: 3800000, unit: 'tấn' } },
      { text: 'năng lượng sơ cấp ⟦155 - 160 triệu tấn⟧', value: { low: 155000000 } },
      { text: 'khoảng ⟦3,5 - 4,5 triệu tấn/năm⟧', value: { low: 3500000, high: 4500000, unit: 'tấn/năm' } },
      { text: 'còn ⟦300 - 310 kgOE/1.000 USD GDP⟧', value: { low: 300, unit: 'kgOE/1.000 USD GDP' } }
    ],
    counterexamples: ['từ 5 đến các xã', 'trẻ em từ 2-6 tuổi']
  },
  {
    id: 'quantity/count',
    pattern: pattern`${COMPARATOR_BEFORE}(?<span>(?<number>${NUMBER}${MULT}) (?<noun>${COUNTED_NOUN})${END}${MORE_BEFORE_PER}?(?<per>${PER}{1,4})?)${COMPARATOR_BEHIND}`,
    produce: (groups, around) => count(groups, around, groups['noun'] as string),
    examples: [
      { text: 'có ít nhất ⟦140 doanh nghiệp⟧ chế biến gỗ', value: { low: 140, comparator: '>=', unit: 'doanh nghiệp' } },
      { text: 'đón ⟦2,6 triệu lượt khách⟧', value: { low: 2600000, unit: 'lượt khách' } },
      { text: ['đón ⟦17,523 nghìn lượt khách⟧', 'đón ⟦17.523 lượt khách⟧', 'đón ⟦17,523 lượt khách⟧'], value: { low: 17523 } },
      { text: ['có ⟦05 xã⟧ đạt chuẩn', 'nâng cấp ⟦5 xã⟧'], value: { low: 5, unit: 'xã' } },
      { text: 'mỗi thôn có ⟦một nhân viên y tế⟧', value: { low: 1 } },
      { text: 'đạt ⟦12 bác sĩ/vạn dân⟧', value: { low: 12, unit: 'bác sĩ/vạn dân' } },
      { text: 'khởi công ⟦hai nhà ở xã hội⟧', value: { low: 2, unit: 'nhà ở xã hội' } },
      { text: 'có ⟦9 hộ sản xuất/nghìn dân⟧', value: { low: 9, unit: 'hộ sản xuất/nghìn dân' } },
      { text: 'lập ⟦90 doanh nghiệp⟧/năm 2027', value: { low: 90, unit: 'doanh nghiệp' } }
    ],
    counterexamples: ['Thủ tướng hai nước hội đàm', 'quy định của cả 2 nước', 'Quận 7 phường', 'một doanh nghiệp', 'mức độ 4 dịch vụ']
  },
  {
    id: 'quantity/measure',
    pattern: pattern`${COMPARATOR_BEFORE}(?<span>${NUMBER}${MULT} ?(?<unit>${MEASURE_UNIT})${END}${MORE_BEFORE_PER}?(?<per>${PER}{1,4})?)${COMPARATOR_BEHIND}`,
    produce: (groups, around) => {
      if (LABEL.test(around.before) && groups['comparator'] === undefined && groups['multiplier'] === undefined) return undefined
      if (WORD_COUNT.test(groups['low'] as string)) return undefined
      // `phụ nữ từ 18 tuổi trở lên`: an age says whom the words mean.
      if (groups['unit'] === 'tuổi' && AGED.test(around.before)) return undefined
      // An index of few points is printed with a decimal dot that looks like a group: `PAPI đạt 42.295 điểm`.
      const reading = groups['unit'] === 'điểm' && groups['multiplier'] === undefined ? 'decimal' : undefined
      return quantity(groups, measureUnit(groups['unit'] as string) + (groups['more'] ?? '') + perUnit(groups['per']), 'measure', reading)
    },
    examples: [
      { text: 'sản lượng ⟦7 triệu tấn⟧', value: { low: 7000000, unit: 'tấn' } },
      { text: 'PAPI đạt ⟦41.738 điểm⟧', value: { low: 41.738, unit: 'điểm' } },
      { text: 'tối thiểu ⟦40Mbps⟧', value: { low: 40, comparator: '>=', unit: 'Mbps' } },
      { text: 'dài ⟦67 km⟧', value: { low: 67, unit: 'km' } },
      { text: 'chia ⟦5 tấn thư/ngày⟧', value: { low: 5, unit: 'tấn thư/ngày' } }
    ],
    counterexamples: ['Điều 5 mục', 'mạng 4G', 'phụ nữ từ 18 tuổi trở lên']
  },
  {
    id: 'quantity/money-short',
    pattern: pattern`${COMPARATOR_BEFORE}(?<span>${NUMBER}(?:(?:${LOW_MULT})${TO}(?<high>${N}))? (?<multiplier>(?:nghìn |ngàn |trăm )?t[ỷỉ])(?! (?:lệ|số|trọng|suất|giá|phú))(?<per>${PER}{1,4})?)`,
    produce: groups => quantity(groups, `VND${perUnit(groups['per'])}`, 'money'),
    examples: [
      { text: 'khoảng ⟦3.000 tỷ⟧ mỗi năm', value: { low: 3000000000000, comparator: '~', unit: 'VND' } },
      { text: 'thu ⟦3 tỷ/ngày⟧', value: { low: 3000000000, unit: 'VND/ngày' } }
    ],
    counterexamples: ['3 tỷ lệ', '20 tỷ phú']
  },
  {
    id: 'quantity/count-open',
    pattern: pattern`${COMPARATOR_BEFORE}(?<span>(?<number>(?<low>${DIGITS})${MULT}) (?<noun>[a-zà-ỹđ]{1,30})${END})`,
    produce: (groups, around) => {
      const noun = groups['noun'] as string
      return NOT_COUNTED.has(noun) || noun.length < 2 || groups['low'] === '0' ? undefined : count(groups, around, noun)
    },
    examples: [{ text: 'xây dựng ⟦10 robot⟧ tự hành', value: { low: 10, unit: 'robot' } }],
    counterexamples: ['đạt 20 và 30', 'số 12 đường', 'lần thứ 9 diễn ra']
  }
]
