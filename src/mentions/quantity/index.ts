import * as z from 'zod'
import type { Groups, MentionType, Surroundings } from '../../model/rule.ts'
import type { Quantity } from '../../model/values.ts'
import { DIGITS, MULTIPLIER, parseNumeral, type SeparatorReading, WORDS } from '../../text/numerals.ts'
import { pattern } from '../../text/pattern.ts'
import { COMPARATOR_BEFORE, COMPARATOR_BEHIND, comparatorOf } from './comparators.ts'
import { COUNTED_NOUN, MEASURE_UNIT, MONEY_UNIT, measureUnit, moneyUnit, PER, perUnit } from './units.ts'

const schema = z.strictObject({
  low: z.number(),
  high: z.number(),
  comparator: z.enum(['=', '>', '>=', '<', '<=', '~', 'range']),
  unit: z.string().nullable()
})

const N = `(?:${DIGITS.source}|${WORDS.source})`
const NUMBER = `(?<low>${N})`
const MULT = `(?: ?(?<multiplier>${MULTIPLIER.source}))?`
const LOW_MULT = `(?: ?(?<lowMultiplier>${MULTIPLIER.source}))?`
const TO = ' ?(?:-|~|÷|đến|tới) ?'
const END = '(?![a-zà-ỹđ0-9])'
// `15 đồng chí` are comrades.
const NOT_MONEY = '(?! (?:chí|bào|thuận|bộ|hành|đội|phạm|nghiệp|tác giả|sáng lập|minh|ruộng)(?![a-zà-ỹđ]))'
const SIGN = ' ?(?:%|phần trăm)'
const POINTS = ' ?điểm (?:%|phần trăm)'
const PER_GROUP = `(?<per>${PER}+)?`
const BASE = `(?=(?: (?:của )?(?<base>grdp|gdp|kế hoạch|dự toán)${END})?)`

/** Low and high by their numerals; undefined when they are none or run backwards. */
function bounds(groups: Groups, reading: SeparatorReading): { low: number; high: number } | undefined {
  const { low, high, multiplier, lowMultiplier } = groups
  const top = parseNumeral(high ?? (low as string), multiplier, reading)
  const bottom = high === undefined ? top : parseNumeral(low as string, lowMultiplier ?? multiplier, reading)
  return top === undefined || bottom === undefined || bottom > top ? undefined : { low: bottom, high: top }
}

function quantity(groups: Groups, unit: string | null, form: Quantity['form'], reading: SeparatorReading = 'group'): Quantity | undefined {
  const range = bounds(groups, reading)
  if (range === undefined) return undefined
  const isRange = groups['high'] !== undefined && range.low < range.high
  const comparator = isRange ? 'range' : comparatorOf(groups['comparator'], groups['behind'], groups['from'])
  return {
    ...range,
    comparator,
    unit,
    form,
    isFrom: !isRange && groups['from'] !== undefined && groups['comparator'] === undefined && groups['behind'] === undefined
  }
}

// Words in front of a number that make it a label, an ordinal or a part of a text, not a quantity.
const LABEL =
  /(?:^|[^a-zà-ỹđ])(?:mức độ|mức|cấp độ|(?<!nâng |cung |phụ )cấp|bậc|điều|khoản|mục|chương|quận|phường|số|thứ|lần thứ|khóa|kỳ họp|lớp|khối|tập|đợt|loại|hạng|vị trí|top|tốp|tuyến số|quốc lộ|tỉnh lộ|đường tỉnh|vành đai|ql|đt|tổ|bảng|hình|trang|phiên bản|class|type|vòng|phút thứ|nghị định|nghị quyết|quyết định|chỉ thị|luật|covid-|tiểu khu|km|lô|tòa|block|chương trình|đề án|f|bước|khu phố|khóm|ấp|thôn) ?(?:số )?$/
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
  if (LABEL.test(around.before) && comparator === undefined) return undefined
  // `tính trên một đơn vị GRDP`: one of what it is counted by.
  if (low === 'một' && comparator === 'trên') return undefined
  const isEach = low === 'một' && EACH_HAS.test(around.before)
  if (high === undefined && WORD_COUNT.test(low) && !isEach && !(low === 'một' && comparator !== undefined)) return undefined
  return quantity(groups, noun + perUnit(groups['per']), 'count')
}

export const quantityMention: MentionType<Quantity> = {
  type: 'quantity',
  isPublic: true,
  schema,
  tags: ({ form, isFrom }) => [
    'Quantity',
    ...(isFrom ? ['From'] : []),
    form === 'percent' || form === 'points' || form === 'fraction' ? 'Percent' : form === 'count' ? 'Count' : 'Amount'
  ],
  publish: ({ low, high, comparator, unit }) => ({ low, high, comparator, unit }),
  rules: [
    {
      id: 'quantity/points',
      pattern: pattern`${COMPARATOR_BEFORE}(?<span>${NUMBER}(?:${TO}(?<high>${N}))?${POINTS})${PER_GROUP}${COMPARATOR_BEHIND}`,
      produce: groups => quantity(groups, `điểm phần trăm${perUnit(groups['per'])}`, 'points', 'decimal'),
      examples: [
        { text: 'tăng ⟦0,5 điểm phần trăm⟧ so với', value: { low: 0.5, unit: 'điểm phần trăm' } },
        { text: 'vượt ⟦1–2 điểm phần trăm⟧ so với', value: { low: 1, high: 2, comparator: 'range' } }
      ],
      counterexamples: ['đạt 68,5 điểm']
    },
    {
      id: 'quantity/percent-range',
      pattern: pattern`${COMPARATOR_BEFORE}(?<span>${NUMBER}(?: ?%)?${TO}(?<high>${N})${SIGN})${PER_GROUP}${COMPARATOR_BEHIND}${BASE}`,
      produce: groups => quantity(groups, `%${perUnit(groups['per'])}`, 'percent', 'decimal'),
      examples: [
        {
          text: ['đạt ⟦8,5-9%⟧', 'từ ⟦8,5% đến 9%⟧', 'đạt ⟦8,5% - 9%⟧', 'khoảng ⟦8,5 – 9%⟧'],
          value: { low: 8.5, high: 9, comparator: 'range', unit: '%' }
        },
        { text: 'hộ nghèo giảm ⟦1-1,5%⟧/năm', value: { low: 1, high: 1.5, unit: '%/năm' } },
        { text: 'từ ⟦17% đến 33%⟧.', value: { low: 17, high: 33 } }
      ],
      counterexamples: ['từ 30% xuống 20%', 'tỷ lệ 2021-2025']
    },
    {
      id: 'quantity/percent',
      pattern: pattern`${COMPARATOR_BEFORE}(?<span>${NUMBER}${SIGN})${PER_GROUP}${COMPARATOR_BEHIND}${BASE}`,
      produce: groups => quantity(groups, `%${perUnit(groups['per'])}`, 'percent', 'decimal'),
      glued: true,
      examples: [
        { text: 'chiếm tối thiểu ⟦20%⟧ GRDP', value: { low: 20, high: 20, comparator: '>=', unit: '%' } },
        { text: ['đạt từ ⟦85%⟧ trở lên', 'đạt ⟦85 %⟧ trở lên', 'không dưới ⟦85%⟧'], value: { low: 85, comparator: '>=' } },
        { text: 'còn dưới ⟦1%⟧', value: { low: 1, comparator: '<' } },
        { text: '⟦hai mươi lăm phần trăm⟧ dân số', value: { low: 25 } },
        { text: 'tăng bình quân ⟦8,5%⟧/năm', value: { low: 8.5, unit: '%/năm' } },
        { text: 'khoảng trên ⟦60%⟧ số hộ', value: { low: 60, comparator: '>' } },
        { text: 'tối thiểu đạt ⟦20%⟧', value: { comparator: '>=' } },
        { text: '⟦20%⟧GRDP', value: { low: 20 } }
      ],
      counterexamples: ['trên địa bàn 20 xã']
    },
    {
      id: 'quantity/double-digit',
      pattern: pattern`(?<span>(?:hai|2) (?:con|chữ) số)`,
      produce: () => ({ low: 10, high: 10, comparator: '>=', unit: '%', form: 'double-digit', isFrom: false }),
      examples: [
        { text: ['tăng trưởng ⟦hai con số⟧', 'tăng ⟦2 con số⟧', 'đạt ⟦hai chữ số⟧'], value: { low: 10, comparator: '>=', unit: '%' } }
      ],
      counterexamples: ['con số này', 'hai chữ ký số']
    },
    {
      id: 'quantity/ratio',
      pattern: pattern`gấp (?:lên )?${COMPARATOR_BEFORE}(?<span>(?<low>${N}|đôi|rưỡi|bội)(?:${TO}(?<high>${N}))?(?: lần)?)`,
      produce: groups => {
        const { low } = groups
        const word = { đôi: 2, rưỡi: 1.5 }[low as string]
        if (word !== undefined)
          return {
            low: word,
            high: word,
            comparator: comparatorOf(groups['comparator'], undefined),
            unit: 'lần',
            form: 'ratio',
            isFrom: false
          }
        return low === 'bội' ? undefined : quantity(groups, 'lần', 'ratio', 'decimal')
      },
      examples: [
        { text: 'tăng gấp ⟦2 lần⟧ so với', value: { low: 2, unit: 'lần' } },
        { text: 'tăng gấp ⟦đôi⟧', value: { low: 2, unit: 'lần' } },
        { text: 'gấp ⟦rưỡi⟧ năm 2020', value: { low: 1.5 } },
        { text: 'gấp hơn ⟦1,7 lần⟧', value: { low: 1.7, comparator: '>' } }
      ],
      counterexamples: ['gấp bội phần', 'gấp rút triển khai']
    },
    {
      id: 'quantity/fraction',
      pattern: pattern`${COMPARATOR_BEFORE}(?<span>(?<part>một|hai|ba|bốn|1|2|3|4)(?:/| phần )(?<whole>hai|ba|tư|bốn|năm|2|3|4|5)|một nửa)(?= (?:gdp|grdp|dân số|tổng|số|diện tích|lượng|kim ngạch|doanh nghiệp|hộ|xã|thôn|sản lượng|các|lao động|cán bộ))`,
      produce: groups => {
        const part = groups['part'] === undefined ? 1 : parseNumeral(groups['part'])
        const whole = groups['whole'] === undefined ? 2 : parseNumeral(groups['whole'])
        if (part === undefined || whole === undefined || part >= whole) return undefined
        const value = Number(((100 * part) / whole).toPrecision(6))
        return {
          low: value,
          high: value,
          comparator: comparatorOf(groups['comparator'], undefined),
          unit: '%',
          form: 'fraction',
          isFrom: false
        }
      },
      examples: [
        { text: 'chiếm gần ⟦1/4⟧ GDP', value: { low: 25, comparator: '~', unit: '%' } },
        { text: 'trên ⟦hai phần ba⟧ số xã', value: { low: 66.6667, comparator: '>' } },
        { text: '⟦một nửa⟧ dân số', value: { low: 50 } }
      ],
      counterexamples: ['ngày 1/4', 'đạt 3/2 chỉ tiêu']
    },
    {
      id: 'quantity/money-range',
      pattern: pattern`${COMPARATOR_BEFORE}(?<span>${NUMBER}${LOW_MULT}(?: ?${MONEY_UNIT})?${TO}(?<high>${N})${MULT} ?(?<unit>${MONEY_UNIT})${END}(?<per>${PER}+)?)`,
      produce: groups => quantity(groups, moneyUnit(groups['unit'] as string) + perUnit(groups['per']), 'money'),
      examples: [
        { text: 'đạt ⟦4.700-5.000 USD⟧', value: { low: 4700, high: 5000, comparator: 'range', unit: 'USD' } },
        { text: 'đạt khoảng ⟦2,3 - 2,5 tỷ USD⟧', value: { low: 2300000000, high: 2500000000, unit: 'USD' } },
        { text: 'từ ⟦115-120 triệu đồng/người/năm⟧', value: { low: 115000000, unit: 'VND/người/năm' } }
      ],
      counterexamples: ['từ năm 2021-2025']
    },
    {
      id: 'quantity/money',
      pattern: pattern`${COMPARATOR_BEFORE}(?<span>${NUMBER}${MULT} ?(?<unit>${MONEY_UNIT})${END}${NOT_MONEY}(?<per>${PER}+)?)${COMPARATOR_BEHIND}`,
      produce: groups => quantity(groups, moneyUnit(groups['unit'] as string) + perUnit(groups['per']), 'money'),
      examples: [
        { text: 'thu ngân sách đạt ⟦15.600 tỷ đồng⟧', value: { low: 15600000000000, unit: 'VND' } },
        { text: '⟦3,03 triệu tỷ đồng⟧', value: { low: 3030000000000000 } },
        { text: 'cổ tức ⟦1.300 đồng/cổ phiếu⟧', value: { low: 1300, unit: 'VND/cổ phiếu' } },
        { text: 'vượt mốc ⟦100.000 tỷ đồng⟧ vào', value: { comparator: '>' } },
        { text: 'hơn ⟦5 tỷ USD⟧', value: { low: 5000000000, unit: 'USD', comparator: '>' } }
      ],
      counterexamples: ['đồng bào', 'tỷ lệ đồng thuận', 'bầu 51 đồng chí vào']
    },
    {
      id: 'quantity/measure-range',
      pattern: pattern`${COMPARATOR_BEFORE}(?<span>${NUMBER}${LOW_MULT}${TO}(?<high>${N})${MULT} ?(?<unit>${MEASURE_UNIT})${END}(?<per>${PER}+)?)`,
      produce: (groups, around) =>
        LABEL.test(around.before) ? undefined : quantity(groups, measureUnit(groups['unit'] as string) + perUnit(groups['per']), 'measure'),
      examples: [
        { text: 'duy trì từ ⟦480.000 – 510.000 ha⟧', value: { low: 480000, high: 510000, unit: 'ha' } },
        { text: 'khoảng ⟦11,5 - 12,5 triệu tấn/năm⟧', value: { low: 11500000, high: 12500000, unit: 'tấn/năm' } }
      ],
      counterexamples: ['từ 5 đến các xã']
    },
    {
      id: 'quantity/count-range',
      pattern: pattern`${COMPARATOR_BEFORE}(?<span>(?<number>${NUMBER}${LOW_MULT}${TO}(?<high>${N})${MULT}) (?<noun>${COUNTED_NOUN})${END}(?<per>${PER}+)?)`,
      produce: (groups, around) => count(groups, around, groups['noun'] as string),
      examples: [
        { text: 'hình thành ⟦2-3 khu đô thị thông minh⟧', value: { low: 2, high: 3, comparator: 'range', unit: 'khu đô thị thông minh' } },
        { text: '⟦1.000 - 1.200 nghìn sản phẩm⟧', value: { low: 1000000, high: 1200000, unit: 'sản phẩm' } }
      ],
      counterexamples: ['mức độ 3-4 dịch vụ']
    },
    {
      id: 'quantity/count',
      pattern: pattern`${COMPARATOR_BEFORE}(?<span>(?<number>${NUMBER}${MULT}) (?<noun>${COUNTED_NOUN})${END}(?<per>${PER}+)?)${COMPARATOR_BEHIND}`,
      produce: (groups, around) => count(groups, around, groups['noun'] as string),
      examples: [
        { text: 'có ít nhất ⟦300 doanh nghiệp⟧ công nghệ số', value: { low: 300, comparator: '>=', unit: 'doanh nghiệp' } },
        { text: 'đón ⟦1,5 triệu lượt khách⟧', value: { low: 1500000, unit: 'lượt khách' } },
        { text: ['có ⟦05 xã⟧ đạt chuẩn', 'nâng cấp ⟦5 xã⟧'], value: { low: 5, unit: 'xã' } },
        { text: 'mỗi thôn có ⟦một nhân viên y tế⟧', value: { low: 1 } },
        { text: 'đạt ⟦12 bác sĩ/vạn dân⟧', value: { low: 12, unit: 'bác sĩ/vạn dân' } },
        { text: 'khởi công ⟦hai nhà ở xã hội⟧', value: { low: 2, unit: 'nhà ở xã hội' } }
      ],
      counterexamples: ['Quận 7 phường', 'một doanh nghiệp', 'mức độ 4 dịch vụ']
    },
    {
      id: 'quantity/measure',
      pattern: pattern`${COMPARATOR_BEFORE}(?<span>${NUMBER}${MULT} ?(?<unit>${MEASURE_UNIT})${END}(?<per>${PER}+)?)${COMPARATOR_BEHIND}`,
      produce: (groups, around) => {
        if (LABEL.test(around.before) && groups['comparator'] === undefined) return undefined
        if (WORD_COUNT.test(groups['low'] as string)) return undefined
        // `phụ nữ từ 18 tuổi trở lên`: an age says whom the words mean.
        if (groups['unit'] === 'tuổi' && AGED.test(around.before)) return undefined
        // An index of few points is printed with a decimal dot that looks like a group: `PAPI đạt 42.295 điểm`.
        const reading = groups['unit'] === 'điểm' && groups['multiplier'] === undefined ? 'decimal' : 'group'
        return quantity(groups, measureUnit(groups['unit'] as string) + perUnit(groups['per']), 'measure', reading)
      },
      examples: [
        { text: 'sản lượng ⟦7 triệu tấn⟧', value: { low: 7000000, unit: 'tấn' } },
        { text: 'PAPI đạt ⟦42.295 điểm⟧', value: { low: 42.295, unit: 'điểm' } },
        { text: 'tối thiểu ⟦40Mbps⟧', value: { low: 40, comparator: '>=', unit: 'Mbps' } },
        { text: 'dài ⟦183 km⟧', value: { low: 183, unit: 'km' } }
      ],
      counterexamples: ['Điều 5 mục', 'mạng 4G', 'phụ nữ từ 18 tuổi trở lên']
    },
    {
      id: 'quantity/money-short',
      pattern: pattern`${COMPARATOR_BEFORE}(?<span>${NUMBER}(?:(?:${LOW_MULT})${TO}(?<high>${N}))? (?<multiplier>(?:nghìn |ngàn |trăm )?t[ỷỉ]))(?! (?:lệ|số|trọng|suất|giá|phú))`,
      produce: groups => quantity(groups, 'VND', 'money'),
      examples: [{ text: 'khoảng ⟦3.000 tỷ⟧ mỗi năm', value: { low: 3000000000000, comparator: '~', unit: 'VND' } }],
      counterexamples: ['3 tỷ lệ', '20 tỷ phú']
    },
    {
      id: 'quantity/count-open',
      pattern: pattern`${COMPARATOR_BEFORE}(?<span>(?<number>(?<low>${DIGITS})${MULT}) (?<noun>[a-zà-ỹđ]+)${END})`,
      produce: (groups, around) => {
        const noun = groups['noun'] as string
        return NOT_COUNTED.has(noun) || noun.length < 2 ? undefined : count(groups, around, noun)
      },
      examples: [{ text: 'xây dựng ⟦10 robot⟧ tự hành', value: { low: 10, unit: 'robot' } }],
      counterexamples: ['đạt 20 và 30', 'số 12 đường', 'lần thứ 9 diễn ra']
    },
    {
      id: 'quantity/net-zero',
      pattern: pattern`(?<=ròng (?:khí nhà kính )?(?:(?:trở )?về |bằng |là |đạt |ở )?(?:mức |mốc )?(?:không )?"?)(?<span>không|0)(?="?(?:[^a-zà-ỹđ0-9.,]|[.,](?!\\d)|$))(?! (?:đạt|có|phải|thể|chỉ|được|còn|0))`,
      produce: () => ({ low: 0, high: 0, comparator: '=', unit: null, form: 'plain', isFrom: false }),
      examples: [
        {
          text: ['đạt phát thải ròng bằng ⟦không⟧ vào', 'cam kết phát thải ròng bằng “⟦0⟧” tại', 'đưa phát thải ròng về ⟦0⟧ (Net Zero)'],
          value: { low: 0, unit: null }
        }
      ],
      counterexamples: ['lãi ròng không đạt', 'bán ròng 1,5']
    },
    {
      id: 'quantity/plain',
      pattern: pattern`${COMPARATOR_BEFORE}(?<span>(?<low>${DIGITS})${MULT})(?=(?: ?[,.;)"](?!\d)|$| (?:và|vào|so với|theo|trong)(?: |$)|\n))`,
      produce: (groups, around) =>
        groups['comparator'] === undefined && !/(?:bằng|đạt|về mức|về|xuống còn|xuống|lên) (?:mức )?"?$/.test(around.before)
          ? undefined
          : quantity(groups, null, 'plain', /^0|^\d{1,2}[.,]\d/.test(groups['low'] as string) ? 'decimal' : 'group'),
      examples: [
        { text: ['số vụ giảm về ⟦0⟧ và', 'giữ ở mức bằng “⟦0⟧” vào'], value: { low: 0, unit: null } },
        { text: 'chỉ số đạt ⟦0,75⟧.', value: { low: 0.75 } },
        { text: 'số vụ cháy không vượt quá ⟦70⟧.', value: { low: 70, comparator: '<=' } }
      ],
      counterexamples: ['đạt 20 xã', 'lên 63/63']
    }
  ]
}
