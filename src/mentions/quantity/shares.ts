import type { TagRule } from '../../model/rule.ts'
import type { Quantity } from '../../model/values.ts'
import { parseNumeral } from '../../text/numerals.ts'
import { pattern } from '../../text/pattern.ts'
import { COMPARATOR_BEFORE, COMPARATOR_BEHIND, comparatorOf } from './comparators.ts'
import { END, N, NUMBER, quantity, TO } from './numbers.ts'
import { PER, perUnit } from './units.ts'

const SIGN = ' ?(?:%|phần trăm)'
const POINTS = ' ?điểm (?:%|phần trăm)'
const PER_GROUP = `(?<per>${PER}{1,4})?`
const BASE = `(?=(?: ?(?:của |vào )?(?<base>grdp|gdp|kế hoạch|dự toán)${END})?)`

/** Percentages, points, ratios and fractions. */
export const SHARES: readonly TagRule<Quantity>[] = [
  {
    id: 'quantity/points',
    pattern: pattern`${COMPARATOR_BEFORE}(?<span>${NUMBER}(?:${TO}(?<high>${N}))?${POINTS})${PER_GROUP}${COMPARATOR_BEHIND}`,
    produce: groups => quantity(groups, `điểm phần trăm${perUnit(groups['per'])}`, 'points', 'decimal'),
    examples: [
      { text: 'tăng ⟦0,5 điểm phần trăm⟧ so với', value: { low: 0.5, unit: 'điểm phần trăm' } },
      { text: 'nhích ⟦2–3 điểm phần trăm⟧ so với', value: { low: 2, high: 3, comparator: 'range' } }
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
      { text: 'hộ nghèo giảm ⟦2-2,5%⟧/năm', value: { low: 2, high: 2.5, unit: '%/năm' } },
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
      { text: 'chiếm tối thiểu ⟦24%⟧ GRDP', value: { low: 24, high: 24, comparator: '>=', unit: '%' } },
      { text: ['đạt từ ⟦85%⟧ trở lên', 'đạt ⟦85 %⟧ trở lên', 'không dưới ⟦85%⟧'], value: { low: 85, comparator: '>=' } },
      { text: 'còn dưới ⟦1%⟧', value: { low: 1, comparator: '<' } },
      { text: '⟦hai mươi lăm phần trăm⟧ dân số', value: { low: 25 } },
      { text: 'tăng bình quân ⟦8,5%⟧/năm', value: { low: 8.5, unit: '%/năm' } },
      { text: 'khoảng trên ⟦60%⟧ số hộ', value: { low: 60, comparator: '>' } },
      { text: 'tối thiểu đạt ⟦20%⟧', value: { comparator: '>=' } },
      { text: 'ít nhất bằng ⟦2%⟧', value: { comparator: '>=' } },
      { text: 'tối đa lên đến ⟦20%⟧', value: { comparator: '<=' } },
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
      { text: 'gấp hơn ⟦1,9 lần⟧', value: { low: 1.9, comparator: '>' } }
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
  }
]
