import * as z from 'zod'
import type { Groups, MentionType, TagRule } from '../../model/rule.ts'
import type { DateUse, DateValue, PartialDate } from '../../model/values.ts'
import { edtfDay, edtfHalf, edtfMonth, edtfQuarter } from '../../text/edtf.ts'
import { parseWords } from '../../text/numerals.ts'
import { anyOf, pattern } from '../../text/pattern.ts'
import { monthsOf } from './resolve.ts'

export const DATE_ROLES = ['issued', 'deadline', 'period', 'horizon', 'status', 'event', 'other'] as const

const schema = z.strictObject({ edtf: z.string().nullable(), role: z.enum(DATE_ROLES) })

/** Words in front of a date → what they make of it. Longer ones first in effect: the alternation sorts by length. */
const USES: Readonly<Record<string, DateUse>> = {
  đến: 'by',
  tới: 'by',
  'đến hết': 'by',
  hết: 'by',
  'chậm nhất': 'by',
  'chậm nhất là': 'by',
  'chậm nhất đến': 'by',
  'muộn nhất': 'by',
  'muộn nhất là': 'by',
  'từ nay đến': 'by',
  'từ nay đến hết': 'by',
  'đến trước': 'before',
  'tính đến hết': 'as-of',
  'cho đến': 'by',
  'kể từ nay đến': 'by',
  'kéo dài đến': 'by',
  trước: 'before',
  'xong trước': 'before',
  vào: 'in',
  trong: 'in',
  'ngay trong': 'in',
  'ngay từ': 'in',
  từ: 'from',
  'kể từ': 'from',
  'bắt đầu từ': 'from',
  sau: 'from',
  'tính đến': 'as-of',
  'tính tới': 'as-of',
  'tính từ': 'from',
  'cập nhật đến': 'as-of',
  'lũy kế đến': 'as-of',
  'tầm nhìn': 'vision',
  'tầm nhìn đến': 'vision',
  'tầm nhìn tới': 'vision',
  'tầm nhìn dài hạn đến': 'vision',
  'định hướng': 'orientation',
  'định hướng đến': 'orientation',
  'định hướng tới': 'orientation',
  'hướng đến': 'by',
  'hướng tới': 'by',
  'nhìn đến': 'vision',
  'so với': 'compared',
  so: 'compared',
  'so với mức': 'compared',
  'hơn so với': 'compared'
}
const USE = `(?:(?<use>${anyOf(...Object.keys(USES))}) )?`
const PART =
  '(?:(?<part>đầu|giữa|cuối|hết|trong|cả|suốt|những tháng đầu|những tháng cuối|nửa đầu|nửa cuối|trung tuần|thượng tuần|hạ tuần|ngay) )?'
const Y = '(?<year>(?:19|20)\\d{2})'
const DAY = '(?<day>0?[1-9]|[12]\\d|3[01])'
const MONTH = '(?<month>0?[1-9]|1[0-2])'
const TO_DAY = '(?<toDay>0?[1-9]|[12]\\d|3[01])'
const TO_MONTH = '(?<toMonth>0?[1-9]|1[0-2])'
const SEP = ' ?[/.-] ?'
const NOT_MORE = '(?![/.-]?\\d|[.,]\\d)'
const DASH = ' ?-+ ?'
const QUARTER = '(?<quarter>iv|i{1,3}|[1-4])'
const DAYTIME = '(?:(?:lúc )?(?:\\d{1,2}(?:h|g|giờ) ?(?:\\d{2})? ?,? )?(?:rạng sáng|sáng sớm|sáng|trưa|chiều tối|chiều|tối|đêm|hôm|vào) )'
const WEEKDAY = '(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn),? )?'

const use = (groups: Groups): DateUse | null => (groups['use'] === undefined ? null : (USES[groups['use']] ?? null))
const part = (groups: Groups): DateValue['part'] => {
  const word = groups['part']
  if (word === undefined) return null
  return /đầu|thượng/.test(word) ? 'start' : /cuối|hết|hạ/.test(word) ? 'end' : /giữa|trung/.test(word) ? 'mid' : null
}
const known = (edtf: string | undefined | null, groups: Groups, as?: DateUse): DateValue | undefined =>
  edtf == null ? undefined : { edtf, partial: null, use: as ?? use(groups), part: part(groups) }
const unknown = (partial: PartialDate, groups: Groups): DateValue => ({ edtf: null, partial, use: use(groups), part: part(groups) })
const n = (text: string | undefined): number => Number(text)
const quarterOf = (text: string | undefined): number => ({ i: 1, ii: 2, iii: 3, iv: 4 })[text as string] ?? Number(text)

const PERIOD_HEAD = anyOf(
  'giai đoạn',
  'thời kỳ',
  'giai đoạn từ',
  'thời kì',
  'nhiệm kỳ',
  'khóa',
  'năm học',
  'niên độ',
  'niên khóa',
  'giai đoạn từ năm',
  'giai đoạn năm',
  'các năm',
  'hai năm',
  'trong các năm',
  'những năm',
  'niên vụ',
  'mùa giải',
  'kế hoạch'
)
const N_YEARS = '(?:(?:\\d{1,2}|hai|ba|bốn|năm|mười) năm )'

const MONTH_WORDS: Readonly<Record<string, number>> = {
  giêng: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12
}

const YEARS: readonly TagRule<DateValue>[] = [
  {
    id: 'date/from-until',
    pattern: pattern`từ (?:(?:đầu|cuối|giữa) )?(?<span>(?:(?:tháng |ngày )?(?<fromMonth>0?[1-9]|1[0-2])/)?(?:năm )?${Y} đến (?:hết )?(?:(?:đầu|cuối|giữa|hết) )?(?:tháng (?<toMonth>0?[1-9]|1[0-2])(?:/| năm ))?(?:năm )?(?<toYear>(?:19|20)\d{2}))${NOT_MORE}`,
    produce: groups => {
      const side = (y: string | undefined, m: string | undefined) => (m === undefined ? y : edtfMonth(n(y), n(m)))
      const [from, to] = [side(groups['year'], groups['fromMonth']), side(groups['toYear'], groups['toMonth'])]
      return from !== undefined && to !== undefined && from < to ? known(`${from}/${to}`, groups, 'period') : undefined
    },
    examples: [
      { text: 'từ ⟦năm 2002 đến cuối tháng 10/2020⟧,', value: { edtf: '2002/2020-10' } },
      { text: 'từ ⟦năm 1986 đến 1990⟧', value: { edtf: '1986/1990' } }
    ],
    counterexamples: ['từ năm 2020 lên 2025']
  },
  {
    id: 'date/period',
    pattern: pattern`${USE}(?<span>(?:${PERIOD_HEAD} |${N_YEARS})?(?:${N_YEARS})?(?:\(|từ )?(?:năm )?${Y}(?:${DASH}| đến (?:năm )?| tới (?:năm )?|/)(?:năm )?(?<toYear>(?:19|20)\d{2}))${NOT_MORE}(?:(?<=\([^()]*)\))?`,
    produce: groups => {
      const [from, to] = [n(groups['year']), n(groups['toYear'])]
      const value = to > from && to - from <= 80 ? known(`${from}/${to}`, groups) : undefined
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
    pattern: pattern`(?<span>${Y})(?<=(?:năm|đến) (?:19|20)\d{2}(?:(?:, (?:năm )?| và (?:năm )?)(?:19|20)\d{2})*(?:, | và )(?:19|20)\d{2})${NOT_MORE}(?! ?%)`,
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
      { text: 'trong ⟦nửa cuối năm 2025⟧', value: { edtf: '2025-41' } }
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

const DAYS: readonly TagRule<DateValue>[] = [
  {
    id: 'date/day-interval',
    pattern: pattern`${USE}\(?(?<span>(?:ngày )?${DAY}${SEP}${MONTH}${SEP}${Y}(?:${DASH}| đến (?:hết )?(?:ngày )?| tới (?:ngày )?)${TO_DAY}${SEP}${TO_MONTH}${SEP}(?<toYear>(?:19|20)\d{2}))${NOT_MORE}`,
    produce: groups => {
      const from = edtfDay(n(groups['year']), n(groups['month']), n(groups['day']))
      const to = edtfDay(n(groups['toYear']), n(groups['toMonth']), n(groups['toDay']))
      return from !== undefined && to !== undefined && from < to ? known(`${from}/${to}`, groups, 'period') : undefined
    },
    examples: [
      { text: ['từ ⟦ngày 17/7/2017 đến ngày 25/7/2017⟧', 'kỷ niệm (⟦17/7/2017 - 25/7/2017⟧)'], value: { edtf: '2017-07-17/2017-07-25' } }
    ],
    counterexamples: ['25/7/2017 - 17/7/2017']
  },
  {
    id: 'date/day-range',
    pattern: pattern`${USE}(?<span>${DAYTIME}?(?:ngày )?${DAY}(?:${SEP}${MONTH})?(?:${DASH}| đến (?:hết )?(?:ngày )?| và (?:ngày )?| tới (?:ngày )?)${TO_DAY}(?:${SEP}${TO_MONTH}(?:${SEP}${Y})?| tháng (?<toMonthWord>0?[1-9]|1[0-2])(?: năm (?<yearWord>(?:19|20)\d{2}))?))${NOT_MORE}(?! ?%)`,
    produce: groups => {
      const month = n(groups['toMonth'] ?? groups['toMonthWord'])
      const fromMonth = groups['month'] === undefined ? month : n(groups['month'])
      const year = groups['year'] ?? groups['yearWord']
      const [day, toDay] = [n(groups['day']), n(groups['toDay'])]
      if (year === undefined) {
        return fromMonth < month || (fromMonth === month && day < toDay)
          ? unknown({ unit: 'day-range', day, month: fromMonth, toDay, toMonth: month }, groups)
          : undefined
      }
      const from = edtfDay(n(year), fromMonth, day)
      const to = edtfDay(n(year), month, toDay)
      return from !== undefined && to !== undefined && from < to ? known(`${from}/${to}`, groups, 'period') : undefined
    },
    examples: [
      {
        text: ['từ ⟦25 - 27/02/2024⟧', 'từ ⟦ngày 25 đến ngày 27 tháng 02 năm 2024⟧', '⟦ngày 25 và 27/2/2024⟧'],
        value: { edtf: '2024-02-25/2024-02-27' }
      },
      { text: 'từ ⟦ngày 13 - 15.10⟧', value: { edtf: null, partial: { unit: 'day-range', day: 13, month: 10, toDay: 15, toMonth: 10 } } }
    ],
    counterexamples: ['xếp 10 - 15/63', 'giảm 5-10/12%']
  },
  {
    id: 'date/year-start-to-day',
    pattern: pattern`${USE}(?<span>đầu năm(?: (?<year>(?:19|20)\d{2}))? (?:đến|tới) (?:hết )?(?:ngày )?${TO_DAY}${SEP}${TO_MONTH}(?:${SEP}(?<toYear>(?:19|20)\d{2}))?)${NOT_MORE}`,
    produce: groups => {
      const [toDay, toMonth] = [n(groups['toDay']), n(groups['toMonth'])]
      const year = groups['toYear'] ?? groups['year']
      if (year === undefined) return { ...unknown({ unit: 'day-range', day: 1, month: 1, toDay, toMonth }, groups), use: 'as-of' }
      const to = edtfDay(n(year), toMonth, toDay)
      return to === undefined ? undefined : known(`${year}-01-01/${to}`, groups, 'period')
    },
    examples: [
      { text: 'từ ⟦đầu năm đến 23/10/2023⟧ đã', value: { edtf: '2023-01-01/2023-10-23' } },
      {
        text: 'từ ⟦đầu năm đến hết ngày 15/12⟧, thu',
        value: { edtf: null, partial: { unit: 'day-range', day: 1, month: 1, toDay: 15, toMonth: 12 } }
      }
    ],
    counterexamples: ['đầu năm đến nay']
  },
  {
    id: 'date/day',
    pattern: pattern`${USE}(?<span>${DAYTIME}?${WEEKDAY}(?:(?:vào )?ngày )?${DAY}${SEP}${MONTH}${SEP}${Y})${NOT_MORE}`,
    produce: groups => known(edtfDay(n(groups['year']), n(groups['month']), n(groups['day'])), groups),
    examples: [
      {
        text: ['⟦Ngày 11/6/2021⟧, tỉnh', '⟦11-6-2021⟧', '⟦ngày 11.6.2021⟧', '⟦ngày 11/06/2021⟧', '⟦sáng 11/6/2021⟧'],
        value: { edtf: '2021-06-11' }
      },
      { text: 'trước ⟦ngày 31/12/2025⟧', value: { edtf: '2025-12-31', use: 'before' } },
      { text: 'tính đến ⟦31/12/2024⟧', value: { edtf: '2024-12-31', use: 'as-of' } }
    ],
    counterexamples: ['31/6/2021', '24/7/20215']
  },
  {
    id: 'date/day-in-words',
    pattern: pattern`${USE}(?<span>${DAYTIME}?${WEEKDAY}(?:ngày |mùng |mồng )${DAY} tháng ${MONTH},? năm ${Y})`,
    produce: groups => known(edtfDay(n(groups['year']), n(groups['month']), n(groups['day'])), groups),
    examples: [{ text: '⟦ngày 11 tháng 6 năm 2021⟧', value: { edtf: '2021-06-11' } }],
    counterexamples: ['ngày 11 tháng 6 xã']
  },
  {
    id: 'date/day-and-month-in-words',
    pattern: pattern`${USE}(?<span>${DAYTIME}?(?:ngày |mùng |mồng )${DAY} tháng ${MONTH})${NOT_MORE}(?! (?:âm lịch|năm))`,
    produce: groups => unknown({ unit: 'day', day: n(groups['day']), month: n(groups['month']) }, groups),
    examples: [{ text: '⟦ngày 11 tháng 6⟧,', value: { edtf: null, partial: { unit: 'day', day: 11, month: 6 } } }],
    counterexamples: ['mùng 10 tháng 3 âm lịch']
  },
  {
    id: 'date/day-and-month',
    pattern: pattern`${USE}(?<span>(?:${DAYTIME}${WEEKDAY}(?:ngày )?|ngày ${WEEKDAY}|${WEEKDAY.slice(0, -1)})\(?${DAY} ?[/.-] ?${MONTH})(?![/.-]?\d|,\d| ?%)(?! (?:tỉnh|địa phương|huyện|xã|chỉ tiêu|tiêu chí|nhiệm vụ|điểm|phiếu|đại biểu))`,
    produce: groups => unknown({ unit: 'day', day: n(groups['day']), month: n(groups['month']) }, groups),
    examples: [
      { text: ['⟦ngày 11/6⟧, tỉnh', '⟦sáng 11/6⟧,', '⟦Ngày 11.6⟧', '⟦ngày 11-6⟧'], value: { partial: { unit: 'day', day: 11, month: 6 } } },
      { text: 'đến hết ⟦ngày 30/6⟧ giải ngân', value: { use: 'by' } }
    ],
    counterexamples: ['đạt 5/8 chỉ tiêu', 'ngày 11/63', 'ngày 40/6']
  },
  {
    id: 'date/day-after-preposition',
    pattern: pattern`(?<use>tính đến|đến|trước|hết|tới|từ|kể từ) (?<span>${DAY}/${MONTH})(?![/.-]?\d|,\d| ?%)(?! (?:tỉnh|địa phương|huyện|xã|chỉ tiêu|tiêu chí|nhiệm vụ|điểm|phiếu|số))`,
    produce: groups => unknown({ unit: 'day', day: n(groups['day']), month: n(groups['month']) }, groups),
    examples: [{ text: 'tính đến ⟦14/8⟧, cả', value: { use: 'as-of', partial: { unit: 'day', day: 14, month: 8 } } }],
    counterexamples: ['đến 14/8 tỉnh']
  },
  {
    id: 'date/national-day',
    pattern: pattern`(?<span>(?:2/9|30/4|1/5|19/5|3/2|27/7|8/3|20/10|20/11|22/12|10/10|26/3|1/6|21/6))(?<=(?:quốc khánh|lễ|dịp|ngày|nhân ngày|kỷ niệm|và|-|,) ?\d{1,2}/\d{1,2})(?![/.-]?\d| ?%)`,
    produce: groups => {
      const [day, month] = (groups['span'] as string).split('/')
      return unknown({ unit: 'day', day: n(day), month: n(month) }, groups)
    },
    examples: [{ text: 'chào mừng quốc khánh ⟦2/9⟧.', value: { partial: { unit: 'day', day: 2, month: 9 } } }],
    counterexamples: ['chiếm 2/9 tổng số']
  }
]

const MONTHS: readonly TagRule<DateValue>[] = [
  {
    id: 'date/months-of-year',
    pattern: pattern`${USE}(?<span>(?<count>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một) tháng (?:(?<side>đầu|cuối|còn lại)(?: của)? )?năm(?: (?:${Y}|(?<relative>nay|ngoái|trước)))?)(?!\d)`,
    produce: groups => {
      const count = /^\d/.test(groups['count'] as string) ? n(groups['count']) : parseWords(groups['count'] as string)
      if (
        count === undefined ||
        count < 1 ||
        count > 12 ||
        (groups['side'] === undefined && groups['year'] === undefined && groups['relative'] === undefined)
      )
        return undefined
      const from = groups['side'] === undefined || groups['side'] === 'đầu' ? 'start' : 'end'
      if (groups['year'] !== undefined) return known(monthsOf(n(groups['year']), count, from), groups)
      return unknown({ unit: 'months', months: count, from }, groups)
    },
    examples: [
      { text: ['⟦6 tháng đầu năm 2024⟧ đạt', '⟦sáu tháng đầu năm 2024⟧'], value: { edtf: '2024-40' } },
      { text: '⟦9 tháng năm 2021⟧', value: { edtf: '2021-01/2021-09' } },
      { text: '⟦7 tháng cuối năm 2025⟧', value: { edtf: '2025-06/2025-12' } },
      { text: '⟦9 tháng đầu năm⟧,', value: { partial: { unit: 'months', months: 9, from: 'start' } } }
    ],
    counterexamples: ['trong 3 tháng', '12 tháng qua']
  },
  {
    id: 'date/months-so-far',
    pattern: pattern`(?:tính chung|lũy kế|luỹ kế|trong|kết quả|qua|sơ bộ) (?<span>(?<count>\d{1,2}) tháng)(?=,| ước| đạt| tăng| giảm| toàn| tổng)`,
    produce: groups =>
      n(groups['count']) <= 12 ? unknown({ unit: 'months', months: n(groups['count']), from: 'start' }, groups) : undefined,
    examples: [{ text: 'tính chung ⟦2 tháng⟧ ước đạt', value: { partial: { unit: 'months', months: 2, from: 'start' } } }],
    counterexamples: ['trong 3 tháng tới']
  },
  {
    id: 'date/half',
    pattern: pattern`${USE}(?<span>nửa (?<half>đầu|cuối) năm(?: (?:nay|này))?)(?! (?:19|20)\d\d)`,
    produce: groups => unknown({ unit: 'half', half: groups['half'] === 'đầu' ? 1 : 2 }, groups),
    examples: [{ text: 'trong ⟦nửa đầu năm⟧,', value: { partial: { unit: 'half', half: 1 } } }],
    counterexamples: ['nửa năm qua']
  },
  {
    id: 'date/month',
    pattern: pattern`${USE}(?<span>${PART}(?:tháng |t)${MONTH}(?: ?[/.-] ?|,? năm )${Y})${NOT_MORE}`,
    produce: groups => known(edtfMonth(n(groups['year']), n(groups['month'])), groups),
    examples: [
      {
        text: ['⟦tháng 6/2021⟧', '⟦tháng 6-2021⟧', '⟦tháng 6 năm 2021⟧', '⟦tháng 06/2021⟧', '⟦T6/2021⟧', '⟦cuối tháng 6/2021⟧'],
        value: { edtf: '2021-06' }
      }
    ],
    counterexamples: ['tháng 13/2021']
  },
  {
    id: 'date/month-in-words',
    pattern: pattern`${USE}(?<span>${PART}tháng (?<word>mười một|mười hai|giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp)(?:(?:,? năm |/)${Y})?)(?! (?:âm lịch|qua|tới|nữa|trước|đầu|cuối|năm|tuổi|lương|lần|liên))(?![a-zà-ỹđ])`,
    produce: (groups, around) => {
      if (/(?:hằng|hàng|mỗi|từng) $/.test(around.before)) return undefined
      const month = MONTH_WORDS[groups['word'] as string] as number
      // Lunar months by name have no day on this calendar.
      if (groups['word'] === 'giêng' || groups['word'] === 'chạp') return undefined
      return groups['year'] === undefined ? unknown({ unit: 'month', month }, groups) : known(edtfMonth(n(groups['year']), month), groups)
    },
    examples: [{ text: 'trong ⟦tháng hai⟧ ước đạt', value: { partial: { unit: 'month', month: 2 } } }],
    counterexamples: ['tháng giêng', 'hằng tháng năm người']
  },
  {
    id: 'date/month-of-relative-year',
    pattern: pattern`${USE}(?<span>${PART}tháng ${MONTH} năm (?<relative>nay|ngoái|trước|sau|tới|này))`,
    produce: groups =>
      unknown({ unit: 'month-of', month: n(groups['month']), yearOffset: yearOffset(groups['relative'] as string) }, groups),
    examples: [{ text: 'từ ⟦tháng 8 năm ngoái⟧', value: { partial: { unit: 'month-of', month: 8, yearOffset: -1 } } }],
    counterexamples: ['tháng 8 năm 2020']
  },
  {
    id: 'date/month-alone',
    pattern: pattern`${USE}(?<span>${PART}tháng ${MONTH}(?: (?:vừa qua|này|tới|năm nay|hàng năm|hằng năm|vừa rồi))?)(?![/.-]?\d|[.,]\d| ?%| năm| ?-)`,
    produce: (groups, around) => (/\d $/.test(around.before) ? undefined : unknown({ unit: 'month', month: n(groups['month']) }, groups)),
    examples: [
      { text: ['⟦Tháng 5 vừa qua⟧, tỉnh', 'trong ⟦tháng 5⟧,', '⟦cuối tháng 5 vừa qua⟧'], value: { partial: { unit: 'month', month: 5 } } }
    ],
    counterexamples: ['tháng 5/2021', '3 tháng 5 ngày']
  },
  {
    id: 'date/quarter',
    pattern: pattern`${USE}(?<span>${PART}qu[ýí] ${QUARTER}(?:(?: ?[/.-] ?|,? năm )${Y}))${NOT_MORE}`,
    produce: groups => known(edtfQuarter(n(groups['year']), quarterOf(groups['quarter'])), groups),
    examples: [{ text: ['⟦quý II/2021⟧', '⟦Quý 2/2021⟧', '⟦quý II năm 2021⟧', '⟦quí 2/2021⟧'], value: { edtf: '2021-34' } }],
    counterexamples: ['quý khách', 'quý 5/2021']
  },
  {
    id: 'date/quarter-alone',
    pattern: pattern`${USE}(?<span>${PART}qu[ýí] ${QUARTER}(?:(?:,| và| -|-) ?qu[ýí] (?<toQuarter>iv|i{1,3}|[1-4]))?(?: (?<relative>năm nay|năm tới|năm sau|năm ngoái|năm trước|tới|này|vừa qua))?)(?![/.-]?\d|[a-zà-ỹđ]| năm (?:19|20))`,
    produce: groups => {
      const quarter = quarterOf(groups['quarter'])
      const relative = groups['relative']
      if (relative?.startsWith('năm') && groups['toQuarter'] === undefined)
        return unknown({ unit: 'quarter-of', quarter, yearOffset: yearOffset(relative.slice(4)) }, groups)
      return unknown(
        { unit: 'quarter', quarter, toQuarter: groups['toQuarter'] === undefined ? quarter : quarterOf(groups['toQuarter']) },
        groups
      )
    },
    examples: [
      { text: 'trong ⟦quý 1⟧ và', value: { partial: { unit: 'quarter', quarter: 1 } } },
      { text: '⟦Quý IV⟧ đạt', value: { partial: { unit: 'quarter', quarter: 4 } } }
    ],
    counterexamples: ['quý vị', 'quý 1/2021']
  }
]

function yearOffset(word: string): number {
  return /^(?:ngoái|trước)/.test(word) ? -1 : /^(?:sau|tới)/.test(word) ? 1 : 0
}

const RELATIVE: Readonly<Record<string, PartialDate>> = {
  'hôm nay': { unit: 'relative', of: 'day', offset: 0 },
  'ngày hôm nay': { unit: 'relative', of: 'day', offset: 0 },
  'sáng nay': { unit: 'relative', of: 'day', offset: 0 },
  'chiều nay': { unit: 'relative', of: 'day', offset: 0 },
  'tối nay': { unit: 'relative', of: 'day', offset: 0 },
  'trưa nay': { unit: 'relative', of: 'day', offset: 0 },
  'hôm qua': { unit: 'relative', of: 'day', offset: -1 },
  'ngày hôm qua': { unit: 'relative', of: 'day', offset: -1 },
  'chiều qua': { unit: 'relative', of: 'day', offset: -1 },
  'tối qua': { unit: 'relative', of: 'day', offset: -1 },
  'sáng qua': { unit: 'relative', of: 'day', offset: -1 },
  'hôm kia': { unit: 'relative', of: 'day', offset: -2 },
  'ngày mai': { unit: 'relative', of: 'day', offset: 1 },
  'tháng này': { unit: 'relative', of: 'month', offset: 0 },
  'tháng trước': { unit: 'relative', of: 'month', offset: -1 },
  'tháng qua': { unit: 'relative', of: 'month', offset: -1 },
  'tháng tới': { unit: 'relative', of: 'month', offset: 1 },
  'tháng sau': { unit: 'relative', of: 'month', offset: 1 },
  'quý này': { unit: 'relative', of: 'quarter', offset: 0 },
  'quý trước': { unit: 'relative', of: 'quarter', offset: -1 },
  'quý tới': { unit: 'relative', of: 'quarter', offset: 1 },
  'quý sau': { unit: 'relative', of: 'quarter', offset: 1 },
  'tuần này': { unit: 'relative', of: 'week', offset: 0 },
  'tuần trước': { unit: 'relative', of: 'week', offset: -1 },
  'tuần qua': { unit: 'relative', of: 'week', offset: -1 },
  'tuần tới': { unit: 'relative', of: 'week', offset: 1 },
  'tuần sau': { unit: 'relative', of: 'week', offset: 1 },
  'năm nay': { unit: 'relative', of: 'year', offset: 0 },
  'năm này': { unit: 'relative', of: 'year', offset: 0 },
  'cả năm nay': { unit: 'relative', of: 'year', offset: 0 },
  'năm ngoái': { unit: 'relative', of: 'year', offset: -1 },
  'năm trước': { unit: 'relative', of: 'year', offset: -1 },
  'năm qua': { unit: 'relative', of: 'year', offset: -1 },
  'năm tới': { unit: 'relative', of: 'year', offset: 1 },
  'năm sau': { unit: 'relative', of: 'year', offset: 1 },
  'năm kia': { unit: 'relative', of: 'year', offset: -2 },
  'cả năm': { unit: 'relative', of: 'year', offset: 0 },
  'đầu năm': { unit: 'relative', of: 'year', offset: 0 },
  'cuối năm': { unit: 'relative', of: 'year', offset: 0 },
  'giữa năm': { unit: 'relative', of: 'year', offset: 0 },
  'những tháng đầu năm': { unit: 'relative', of: 'year', offset: 0 },
  'những tháng cuối năm': { unit: 'relative', of: 'year', offset: 0 },
  'các tháng đầu năm': { unit: 'relative', of: 'year', offset: 0 },
  'các tháng cuối năm': { unit: 'relative', of: 'year', offset: 0 },
  'đầu năm nay': { unit: 'relative', of: 'year', offset: 0 },
  'cuối năm nay': { unit: 'relative', of: 'year', offset: 0 },
  'hết năm nay': { unit: 'relative', of: 'year', offset: 0 },
  'cuối năm ngoái': { unit: 'relative', of: 'year', offset: -1 },
  'đầu năm ngoái': { unit: 'relative', of: 'year', offset: -1 },
  'cuối năm trước': { unit: 'relative', of: 'year', offset: -1 }
}

const RELATIVES: readonly TagRule<DateValue>[] = [
  {
    id: 'date/same-period',
    pattern: pattern`${USE}(?<span>cùng (?<what>kỳ|kì|tháng|thời điểm|quý)(?: (?:của |tháng )?năm (?:${Y}|(?<relative>trước|ngoái|qua))| (?<bare>(?:19|20)\d{2}))?)(?!\d)`,
    produce: groups => {
      const year = groups['year'] ?? groups['bare']
      if (groups['what'] === 'tháng' && year === undefined && groups['relative'] === undefined) return undefined
      return unknown(
        { unit: 'same-period', years: 1, year: year === undefined ? null : n(year), isMonth: groups['what'] === 'tháng' },
        { ...groups, use: groups['use'] ?? 'so với' }
      )
    },
    examples: [
      {
        text: ['so với ⟦cùng kỳ năm trước⟧', 'so với ⟦cùng kỳ⟧'],
        value: { use: 'compared', partial: { unit: 'same-period', years: 1, year: null } }
      },
      { text: 'so ⟦cùng kỳ năm 2019⟧', value: { partial: { unit: 'same-period', year: 2019 } } }
    ],
    counterexamples: ['cùng kỷ luật', 'cùng tháng']
  },
  {
    id: 'date/same-day',
    pattern: pattern`(?<span>(?:(?:sáng|chiều|tối|trưa) )?cùng ngày)`,
    produce: groups => unknown({ unit: 'same-day' }, groups),
    examples: [{ text: '⟦Chiều cùng ngày⟧, đoàn', value: { partial: { unit: 'same-day' } } }],
    counterexamples: ['cùng ngành']
  },
  {
    id: 'date/years-after',
    pattern: pattern`${USE}(?<span>(?<count>5|10|năm|mười|ba|3) năm (?:tiếp theo|sau đó|sau nữa|kế tiếp))(?![a-zà-ỹđ])`,
    produce: groups => {
      const years = parseWords(groups['count'] as string) ?? n(groups['count'])
      return unknown({ unit: 'years-after', years }, groups)
    },
    examples: [{ text: '⟦Năm năm tiếp theo⟧, số khách', value: { partial: { unit: 'years-after', years: 5 } } }],
    counterexamples: ['những năm tiếp theo', '5 năm qua']
  },
  {
    id: 'date/vague-years',
    pattern: pattern`${USE}(?<span>(?:những|các) năm (?:tiếp theo|sau|tới|kế tiếp)|giai đoạn (?:sau|tiếp theo))(?![a-zà-ỹđ])`,
    produce: groups => unknown({ unit: 'vague' }, groups),
    examples: [{ text: 'hai con số trong ⟦những năm tiếp theo⟧', value: { edtf: null, partial: { unit: 'vague' } } }],
    counterexamples: ['những năm 2020']
  },
  {
    id: 'date/term-end',
    pattern: pattern`${USE}(?<span>(?:cuối|hết) (?:nhiệm kỳ|nhiệm kì)(?: này)?)(?! (?:20|trước|qua))`,
    produce: groups => ({ ...unknown({ unit: 'term-end' }, groups), part: 'end' as const }),
    examples: [{ text: 'đến ⟦cuối nhiệm kỳ⟧ đạt', value: { use: 'by', partial: { unit: 'term-end' } } }],
    counterexamples: ['cuối nhiệm kỳ 2020-2025', 'nhiệm kỳ này']
  },
  {
    id: 'date/relative',
    pattern: pattern`${USE}(?<span>${anyOf(...Object.keys(RELATIVE))})(?! (?:19|20)\d{2}| học|[./-]?\d)(?![a-zà-ỹđ])`,
    produce: (groups, around) => {
      const phrase = groups['span'] as string
      // `3 năm qua`, `nhiều năm tới`, `năm trước đó` and `hằng năm qua` are durations or vague.
      if (
        /(?:\d|hai|ba|bốn|năm|mười|mấy|vài|nhiều|các|những|hằng|hàng|mỗi|từng|trăm|nghìn|suốt|một|bao) $/.test(around.before) ||
        /^ (?:đó|đây|kia)/.test(around.after)
      )
        return undefined
      const value = unknown(RELATIVE[phrase] as PartialDate, groups)
      return { ...value, part: /đầu/.test(phrase) ? 'start' : /cuối|hết/.test(phrase) ? 'end' : /giữa/.test(phrase) ? 'mid' : value.part }
    },
    examples: [
      { text: 'Trong ⟦năm nay⟧, tỉnh', value: { use: 'in', partial: { unit: 'relative', of: 'year', offset: 0 } } },
      { text: '⟦Hôm nay⟧, 5 tỉnh', value: { partial: { of: 'day', offset: 0 } } },
      { text: 'so với ⟦tháng trước⟧', value: { use: 'compared', partial: { of: 'month', offset: -1 } } },
      { text: 'đến ⟦cuối năm⟧ đạt', value: { use: 'by', part: 'end' } }
    ],
    counterexamples: ['3 năm qua', 'những năm tới', 'đầu năm 2025', 'năm trước đó']
  }
]

export const date: MentionType<DateValue> = {
  type: 'date',
  isPublic: true,
  schema,
  rules: [...DAYS.slice(0, 4), ...YEARS.slice(0, 2), ...MONTHS, ...DAYS.slice(4), ...YEARS.slice(2), ...RELATIVES],
  tags: value => {
    const isPoint = value.use === 'by' || value.use === 'before' || value.use === 'vision' || value.use === 'orientation'
    return [
      'Date',
      ...(isPoint ? ['Deadline'] : []),
      ...(value.edtf?.includes('/') ? ['Period'] : []),
      ...(value.use === 'compared' ? ['Compared'] : [])
    ]
  },
  publish: value => ({ edtf: value.edtf, role: 'other' })
}
