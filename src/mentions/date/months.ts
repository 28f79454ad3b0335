import type { TagRule } from '../../model/rule.ts'
import type { DateValue } from '../../model/values.ts'
import { edtfMonth, edtfQuarter } from '../../text/edtf.ts'
import { parseWords } from '../../text/numerals.ts'
import { pattern } from '../../text/pattern.ts'
import { known, MONTH, MONTH_WORDS, NOT_MORE, n, PART, unknown, Y } from './pattern-groups.ts'
import { monthsOf } from './resolve.ts'
import { USE } from './uses.ts'

const QUARTER = '(?<quarter>iv|i{1,3}|[1-4]|một|hai|ba|bốn|tư)'
const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, một: 1, hai: 2, ba: 3, bốn: 4, tư: 4 }
const quarterOf = (text: string | undefined): number => QUARTERS[text as string] ?? Number(text)

/** Months, quarters and halves of years. */
export const MONTHS: readonly TagRule<DateValue>[] = [
  {
    id: 'date/months-of-year',
    pattern: pattern`${USE}(?<span>(?<count>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một) tháng (?:(?<side>đầu|cuối|còn lại) )?(?:của )?năm(?: (?:${Y}|(?<relative>nay|ngoái|trước)))?)(?!\d)`,
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
      { text: ['⟦9 tháng năm 2021⟧', '⟦9 tháng của năm 2021⟧'], value: { edtf: '2021-01/2021-09' } },
      { text: '⟦7 tháng cuối năm 2025⟧', value: { edtf: '2025-06/2025-12' } },
      { text: '⟦9 tháng đầu năm⟧,', value: { partial: { unit: 'months', months: 9, from: 'start' } } }
    ],
    counterexamples: ['trong 3 tháng', '12 tháng qua']
  },
  {
    id: 'date/quarters-of-year',
    pattern: pattern`${USE}(?<span>(?<count>hai|ba|2|3) quý đầu(?: của)? năm(?: (?:${Y}|(?<relative>nay|ngoái|trước)))?)(?!\d)`,
    produce: groups => {
      const count = 3 * (parseWords(groups['count'] as string) ?? n(groups['count']))
      if (groups['year'] !== undefined) return known(monthsOf(n(groups['year']), count, 'start'), groups)
      return unknown({ unit: 'months', months: count, from: 'start' }, groups)
    },
    examples: [{ text: ['⟦3 quý đầu năm 2023⟧ tăng', '⟦ba quý đầu năm 2023⟧ tăng'], value: { edtf: '2023-01/2023-09' } }],
    counterexamples: ['quý đầu năm 2023']
  },
  {
    id: 'date/months-so-far',
    pattern: pattern`(?:tính chung|lũy kế|luỹ kế|trong|kết quả|qua|sơ bộ) (?<span>(?<count>\d{1,2}) tháng)(?=,| ước| đạt| tăng| giảm| toàn| tổng)`,
    produce: groups =>
      n(groups['count']) <= 12 ? unknown({ unit: 'months', months: n(groups['count']), from: 'start' }, groups) : undefined,
    examples: [{ text: 'tính chung ⟦4 tháng⟧ ước đạt', value: { partial: { unit: 'months', months: 4, from: 'start' } } }],
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
      { text: ['⟦Tháng 5 vừa qua⟧, đoàn', 'trong ⟦tháng 5⟧,', '⟦cuối tháng 5 vừa qua⟧'], value: { partial: { unit: 'month', month: 5 } } }
    ],
    counterexamples: ['tháng 5/2021', '3 tháng 5 ngày']
  },
  {
    id: 'date/quarter',
    pattern: pattern`${USE}(?<span>${PART}qu[ýí] ${QUARTER}(?:(?: ?[/.-] ?|,? (?:của )?năm )${Y}))${NOT_MORE}`,
    produce: groups => known(edtfQuarter(n(groups['year']), quarterOf(groups['quarter'])), groups),
    examples: [
      {
        text: ['⟦quý II/2021⟧', '⟦Quý 2/2021⟧', '⟦quý II năm 2021⟧', '⟦quí 2/2021⟧', '⟦quý hai năm 2021⟧', '⟦quý 2 của năm 2021⟧'],
        value: { edtf: '2021-34' }
      }
    ],
    counterexamples: ['quý khách', 'quý 5/2021']
  },
  {
    id: 'date/quarter-alone',
    pattern: pattern`${USE}(?<span>${PART}qu[ýí] ${QUARTER}(?:(?:,| và| -|-) ?qu[ýí] (?<toQuarter>iv|i{1,3}|[1-4]))?(?: (?<relative>năm nay|năm tới|năm sau|năm ngoái|năm trước|tới|này|vừa qua))?)(?![/.-]?\d|[a-zà-ỹđ]| (?:của )?năm (?:19|20)| quý)`,
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
      { text: '⟦Quý IV⟧ đạt', value: { partial: { unit: 'quarter', quarter: 4 } } },
      { text: 'trong ⟦quý ba⟧, doanh', value: { partial: { unit: 'quarter', quarter: 3 } } }
    ],
    counterexamples: ['quý vị', 'quý 1/2021', 'ba quý']
  },
  {
    // As reports of markets print them: `Q3/25`, `4Q25`, `2H25`, `6T/2025`.
    id: 'date/short',
    pattern: pattern`${USE}(?<span>(?:q(?<quarter>[1-4])[/.-]?|(?<before>[1-4])q|(?<half>[12])h|(?<months>[1-9]|1[0-2])t/?)(?:(?<year>20\d{2})|(?<short>[12]\d)))(?![\d/a-zà-ỹđ]|[.,]\d)`,
    produce: groups => {
      const year = n(groups['year'] ?? `20${groups['short']}`)
      const quarter = groups['quarter'] ?? groups['before']
      if (quarter !== undefined) return known(edtfQuarter(year, n(quarter)), groups)
      if (groups['half'] !== undefined) return known(monthsOf(year, 6, groups['half'] === '1' ? 'start' : 'end'), groups)
      return known(monthsOf(year, n(groups['months']), 'start'), groups)
    },
    examples: [
      { text: ['trong ⟦Q3/25⟧ đạt', 'trong ⟦Q3/2025⟧,', 'trong ⟦3Q25⟧ đạt'], value: { edtf: '2025-35' } },
      { text: 'trong ⟦2H25⟧ đạt', value: { edtf: '2025-41' } },
      { text: 'trong ⟦9T/2025⟧ đạt', value: { edtf: '2025-01/2025-09' } }
    ],
    counterexamples: ['Q3 và Q4', '25T hàng', '5t25kg']
  }
]

function yearOffset(word: string): number {
  return /^(?:ngoái|trước)/.test(word) ? -1 : /^(?:sau|tới)/.test(word) ? 1 : 0
}
