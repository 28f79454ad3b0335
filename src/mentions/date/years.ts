import type { TagRule } from '../../model/rule.ts'
import type { DateValue } from '../../model/values.ts'
import { edtfHalf, edtfMonth } from '../../text/edtf.ts'
import { anyOf, pattern } from '../../text/pattern.ts'
import { DASH, known, NOT_MORE, n, PART, Y } from './pattern-groups.ts'
import { USE } from './uses.ts'

const PERIOD_HEAD = anyOf(
  'giai đoạn',
  'thời kỳ',
  'giai đoạn từ',
  'thời kì',
  'nhiệm kỳ',
  'khóa',
  'giai đoạn từ năm',
  'giai đoạn năm',
  'các năm',
  'hai năm',
  'trong các năm',
  'những năm',
  'kế hoạch'
)
// A year that does not begin in January.
const SEASON = anyOf('năm học', 'niên độ', 'niên khóa', 'niên vụ', 'mùa giải')
const N_YEARS = '(?:(?:\\d{1,2}|hai|ba|bốn|năm|mười) năm )'

/** Periods of years. */
export const PERIODS: readonly TagRule<DateValue>[] = [
  {
    id: 'date/from-until',
    pattern: pattern`từ (?:(?:đầu|cuối|giữa) )?(?<span>(?:(?:tháng |ngày )?(?<fromMonth>0?[1-9]|1[0-2])/)?(?:năm )?${Y} đến (?:hết )?(?:(?:đầu|cuối|giữa|hết) )?(?:tháng (?<toMonth>0?[1-9]|1[0-2])(?:/| năm ))?(?:năm )?(?<toYear>(?:19|20)\d{2}))${NOT_MORE}`,
    produce: groups => {
      const side = (y: string | undefined, m: string | undefined) => (m === undefined ? y : edtfMonth(n(y), n(m)))
      const [from, to] = [side(groups['year'], groups['fromMonth']), side(groups['toYear'], groups['toMonth'])]
      return from !== undefined && to !== undefined && from < to ? known(`${from}/${to}`, groups, 'period') : undefined
    },
    examples: [
      { text: 'từ ⟦năm 2004 đến cuối tháng 8/2019⟧,', value: { edtf: '2004/2019-08' } },
      { text: 'từ ⟦năm 1983 đến 1987⟧', value: { edtf: '1983/1987' } }
    ],
    counterexamples: ['từ năm 2020 lên 2025']
  },
  {
    id: 'date/period',
    pattern: pattern`${USE}(?<span>(?:${PERIOD_HEAD} |(?<season>${SEASON}) |${N_YEARS})?(?:${N_YEARS})?(?:\(|từ )?(?:năm )?${Y}(?:${DASH}| đến (?:năm )?| tới (?:năm )?|/)(?:năm )?(?<toYear>(?:19|20)\d{2}))${NOT_MORE}(?:\)(?<=\([^()]{0,400}\)))?`,
    produce: groups => {
      const [from, to] = [n(groups['year']), n(groups['toYear'])]
      const value = to > from && to - from <= 80 ? known(`${from}/${to}`, groups) : undefined
      if (value !== undefined && groups['season'] !== undefined) return { ...value, use: 'season' }
      // `từ 2021-2025` is all of it, not from its beginning on.
      return value?.use === 'from' ? { ...value, use: null } : value
    },
    examples: [
      {
        text: [
          '⟦giai đoạn 2021-2025⟧',
          '⟦giai đoạn 2021- 2025⟧',
          'trong ⟦2021–2025⟧',
          'đến ⟦giai đoạn (2021- 2025⟧) sẽ',
          '⟦5 năm 2021-2025⟧',
          '⟦nhiệm kỳ 2021 - 2025⟧',
          '⟦năm 2021 đến năm 2025⟧'
        ],
        value: { edtf: '2021/2025' }
      },
      { text: 'năm nay là ⟦năm học 2025-2026⟧', value: { edtf: '2025/2026' } }
    ],
    counterexamples: ['2025-2021', '1.2021-2025.000']
  }
]

/** Years, alone or in lists, and decades. */
export const YEARS: readonly TagRule<DateValue>[] = [
  {
    id: 'date/from-on',
    pattern: pattern`${USE}(?<span>(?:giai đoạn )?(?:năm )?${Y} trở đi)(?![a-zà-ỹđ])`,
    produce: groups => {
      const value = known(`${groups['year']}/..`, groups)
      return value && { ...value, use: null }
    },
    examples: [{ text: ['từ ⟦năm 2026 trở đi⟧ đạt', '⟦giai đoạn 2026 trở đi⟧'], value: { edtf: '2026/..', use: null } }],
    counterexamples: ['từ năm 2026 trở lại']
  },
  {
    id: 'date/two-years',
    pattern: pattern`${USE}(?<span>(?:hai|2|02|các) năm ${Y}(?: và |, | & )(?<toYear>(?:19|20)\d{2}))${NOT_MORE}`,
    produce: groups => (n(groups['toYear']) === n(groups['year']) + 1 ? known(`${groups['year']}/${groups['toYear']}`, groups) : undefined),
    examples: [{ text: 'trong ⟦hai năm 2017 và 2018⟧,', value: { edtf: '2017/2018' } }],
    counterexamples: ['năm 2017 và 2018']
  },
  {
    id: 'date/year-list-tail',
    pattern: pattern`(?<span>${Y})(?<=(?:năm|đến) (?:19|20)\d{2}(?:(?:, (?:năm )?| và (?:năm )?)(?:19|20)\d{2}){0,12}(?:, | và )(?:19|20)\d{2})${NOT_MORE}(?! ?%)`,
    produce: groups => known(groups['year'], groups),
    examples: [{ text: 'đến năm 2025 và ⟦2030⟧ lần lượt', value: { edtf: '2030' } }],
    counterexamples: ['đạt 2025 và 2030 xã']
  },
  {
    id: 'date/school-or-part-year',
    pattern: pattern`${USE}(?<span>${PART}năm ${Y})${NOT_MORE}`,
    produce: groups => {
      const word = groups['part']
      if (word === 'nửa đầu') return known(edtfHalf(n(groups['year']), 1), groups)
      if (word === 'nửa cuối') return known(edtfHalf(n(groups['year']), 2), groups)
      return known(groups['year'], groups)
    },
    examples: [
      { text: 'đến ⟦năm 2025⟧ có', value: { edtf: '2025', use: 'by' } },
      { text: 'trước ⟦năm 2030⟧', value: { edtf: '2030', use: 'before' } },
      { text: 'tầm nhìn đến ⟦năm 2050⟧', value: { edtf: '2050', use: 'vision' } },
      { text: 'định hướng đến ⟦năm 2030⟧', value: { edtf: '2030', use: 'orientation' } },
      { text: 'đến ⟦cuối năm 2025⟧', value: { edtf: '2025', use: 'by', part: 'end' } },
      { text: 'đến hết ⟦năm 2025⟧', value: { edtf: '2025', use: 'by' } },
      { text: 'trong ⟦nửa cuối năm 2026⟧', value: { edtf: '2026-41' } }
    ],
    counterexamples: ['năm 20256', '5 năm']
  },
  {
    id: 'date/decade',
    pattern: pattern`(?<span>(?:thập niên|thập kỷ|những năm) (?<decade>(?:19|20)\d)0)${NOT_MORE}`,
    produce: groups => known(`${groups['decade']}X`, groups),
    examples: [{ text: 'từ ⟦những năm 2000⟧', value: { edtf: '200X' } }],
    counterexamples: ['những năm 2021-2025']
  },
  {
    id: 'date/bare-year-after-preposition',
    pattern: pattern`(?<use>đến|tới|vào|trước|tầm nhìn đến|tầm nhìn|định hướng đến|định hướng|hướng đến|hướng tới|so với|từ|cuối|đầu|giữa|hết|của năm|trong) (?<span>${Y})${NOT_MORE}(?! ?(?:%|tỷ|triệu|nghìn|người|hộ|xã|ha|tấn|doanh nghiệp|dn|đồng|usd|km|m2|lượt|căn|sản phẩm|trường|học sinh|lao động|dự án|điểm|tổ|thuê bao)(?![a-zà-ỹđ]))`,
    produce: groups => known(groups['year'], groups),
    examples: [
      { text: 'đến ⟦2025⟧ sẽ', value: { edtf: '2025', use: 'by' } },
      { text: 'tầm nhìn ⟦2045⟧', value: { edtf: '2045', use: 'vision' } }
    ],
    counterexamples: ['đến 2025 doanh nghiệp', 'tới 2.025 xã']
  },
  {
    id: 'date/bare-year',
    pattern: pattern`(?<span>(?<year>(?:19[4-9]|20[0-6])\d))${NOT_MORE}(?=$|[ ,.;:)("”\n'])(?! ?(?:%|phần trăm|(?:tỷ|triệu|nghìn|ngàn|người|hộ|xã|ha|tấn|doanh nghiệp|dn|đồng|usd|km|m2|m3|lượt|căn|sản phẩm|trường|học sinh|lao động|dự án|điểm|tổ|thuê bao|cây|con|ca|vụ|trẻ|suất|m|kg|mw|cán bộ|đảng viên|đoàn viên|hội viên|giáo viên|sinh viên|thí sinh|lít|gốc|tàu|chiếc|cơ sở|công nhân|bộ|tổ chức|khách|phần)(?![a-zà-ỹđ])))`,
    produce: (groups, around) =>
      // A year as a name's edition (`PCI 2024`), in brackets, or after a comma; not a house number, code or quantity.
      /(?:[a-zà-ỹđ"')] |[(]|\d{1,2}[/-]|, )$/.test(around.before) &&
      !/(?:số|trên|hơn|khoảng|gần|dưới|có|đạt|ít nhất|tối thiểu|iso|đường|phòng|nhà|mã|kênh|quốc lộ|tiêu chuẩn|tcvn|vượt|là|được|với|còn|tổng|thêm|cho|và|các|những) $/.test(
        around.before
      )
        ? known(groups['year'], groups)
        : undefined,
    examples: [
      { text: 'chỉ số pci ⟦2024⟧ cho thấy', value: { edtf: '2024' } },
      { text: 'hội nghị châu á ⟦2024⟧,', value: { edtf: '2024' } }
    ],
    counterexamples: ['có 2024 người', 'đạt 2025 xã', 'iso 2015 chuẩn']
  }
]
