import type { Groups, TagRule } from '../../model/rule.ts'
import type { DateValue } from '../../model/values.ts'
import { edtfDay } from '../../text/edtf.ts'
import { pattern } from '../../text/pattern.ts'
import { DASH, known, MONTH, MONTH_WORDS, NOT_MORE, n, unknown, Y } from './pattern-groups.ts'
import { USE } from './uses.ts'

const DAY = '(?<day>0?[1-9]|[12]\\d|3[01])'
const TO_DAY = '(?<toDay>0?[1-9]|[12]\\d|3[01])'
const TO_MONTH = '(?<toMonth>0?[1-9]|1[0-2])'
const SEP = ' ?[/.-] ?'
const DAYTIME = '(?:(?:lúc )?(?:\\d{1,2}(?:h|g|giờ) ?(?:\\d{2})? ?,? )?(?:rạng sáng|sáng sớm|sáng|trưa|chiều tối|chiều|tối|đêm|hôm|vào) )'
const MONTH_WORD = '(?<monthWord>mười một|mười hai|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)'
const monthOf = (groups: Groups): number => MONTH_WORDS[groups['monthWord'] ?? ''] ?? n(groups['month'])
const WEEKDAY = '(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn),? )?'

/** Days in figures and ranges of days. */
export const DAYS_IN_FIGURES: readonly TagRule<DateValue>[] = [
  {
    id: 'date/day-interval',
    pattern: pattern`${USE}\(?(?<span>(?:ngày )?${DAY}${SEP}${MONTH}${SEP}${Y}(?:${DASH}| đến (?:hết )?(?:ngày )?| tới (?:ngày )?)${TO_DAY}${SEP}${TO_MONTH}${SEP}(?<toYear>(?:19|20)\d{2}))${NOT_MORE}`,
    produce: groups => {
      const from = edtfDay(n(groups['year']), n(groups['month']), n(groups['day']))
      const to = edtfDay(n(groups['toYear']), n(groups['toMonth']), n(groups['toDay']))
      return from !== undefined && to !== undefined && from < to ? known(`${from}/${to}`, groups, 'period') : undefined
    },
    examples: [
      { text: ['từ ⟦ngày 12/5/2018 đến ngày 21/5/2018⟧', 'kỷ niệm (⟦12/5/2018 - 21/5/2018⟧)'], value: { edtf: '2018-05-12/2018-05-21' } }
    ],
    counterexamples: ['21/5/2018 - 12/5/2018']
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
      { text: 'từ ⟦đầu năm đến 18/9/2022⟧ đã', value: { edtf: '2022-01-01/2022-09-18' } },
      {
        text: 'từ ⟦đầu năm đến hết ngày 18/11⟧, khách',
        value: { edtf: null, partial: { unit: 'day-range', day: 1, month: 1, toDay: 18, toMonth: 11 } }
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
        text: ['⟦Ngày 17/5/2021⟧, tỉnh', '⟦17-5-2021⟧', '⟦ngày 17.5.2021⟧', '⟦ngày 17/05/2021⟧', '⟦sáng 17/5/2021⟧'],
        value: { edtf: '2021-05-17' }
      },
      { text: 'trước ⟦ngày 31/12/2025⟧', value: { edtf: '2025-12-31', use: 'before' } },
      { text: 'tính đến ⟦31/12/2024⟧', value: { edtf: '2024-12-31', use: 'as-of' } }
    ],
    counterexamples: ['31/6/2021', '24/7/20215']
  }
]

/** Days in words, and days without a year. */
export const OTHER_DAYS: readonly TagRule<DateValue>[] = [
  {
    id: 'date/day-in-words',
    pattern: pattern`${USE}(?<span>${DAYTIME}?${WEEKDAY}(?:ngày |mùng |mồng )?${DAY} tháng (?:${MONTH}|${MONTH_WORD}),? năm ${Y})${NOT_MORE}`,
    produce: groups => known(edtfDay(n(groups['year']), monthOf(groups), n(groups['day'])), groups),
    examples: [
      { text: ['⟦ngày 17 tháng 5 năm 2021⟧', '⟦17 tháng 5 năm 2021⟧', '⟦ngày 17 tháng năm năm 2021⟧'], value: { edtf: '2021-05-17' } },
      { text: '⟦mồng 3 tháng ba năm 2024⟧', value: { edtf: '2024-03-03' } }
    ],
    counterexamples: ['ngày 11 tháng 6 xã', '12 tháng năm 2020']
  },
  {
    id: 'date/day-and-month-in-words',
    pattern: pattern`${USE}(?<span>${DAYTIME}?(?:ngày |mùng |mồng )${DAY} tháng (?:${MONTH}${NOT_MORE}|${MONTH_WORD}))(?! (?:âm lịch|năm))(?![a-zà-ỹđ])`,
    produce: groups => unknown({ unit: 'day', day: n(groups['day']), month: monthOf(groups) }, groups),
    examples: [
      {
        text: ['⟦ngày 11 tháng 6⟧,', '⟦ngày 11 tháng sáu⟧,'],
        value: { edtf: null, partial: { unit: 'day', day: 11, month: 6 } }
      }
    ],
    counterexamples: ['mùng 10 tháng 3 âm lịch', 'mùng 5 tháng giêng']
  },
  {
    id: 'date/day-and-month',
    pattern: pattern`${USE}(?<span>(?:${DAYTIME}${WEEKDAY}(?:ngày )?|ngày ${WEEKDAY}|${WEEKDAY.slice(0, -1)})\(?${DAY} ?[/.-] ?${MONTH})(?![/.-]?\d|,\d| ?%)(?! (?:tỉnh|địa phương|huyện|xã|chỉ tiêu|tiêu chí|nhiệm vụ|điểm|phiếu|đại biểu))`,
    produce: groups => unknown({ unit: 'day', day: n(groups['day']), month: n(groups['month']) }, groups),
    examples: [
      { text: ['⟦ngày 11/6⟧, tỉnh', '⟦sáng 11/6⟧,', '⟦Ngày 11.6⟧', '⟦ngày 11-6⟧'], value: { partial: { unit: 'day', day: 11, month: 6 } } },
      { text: 'đến hết ⟦ngày 30/6⟧ trồng xong', value: { use: 'by' } }
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
