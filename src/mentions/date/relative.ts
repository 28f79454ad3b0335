import type { TagRule } from '../../model/rule.ts'
import type { DateValue, PartialDate } from '../../model/values.ts'
import { parseWords } from '../../text/numerals.ts'
import { anyOf, pattern } from '../../text/pattern.ts'
import { n, unknown, Y } from './pattern-groups.ts'
import { USE } from './uses.ts'

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
  'sang năm': { unit: 'relative', of: 'year', offset: 1 },
  'năm kế tiếp': { unit: 'relative', of: 'year', offset: 1 },
  'năm tiếp theo': { unit: 'relative', of: 'year', offset: 1 },
  'quý nay': { unit: 'relative', of: 'quarter', offset: 0 },
  'quý hiện tại': { unit: 'relative', of: 'quarter', offset: 0 },
  'quý tiếp theo': { unit: 'relative', of: 'quarter', offset: 1 },
  'cả tuần': { unit: 'relative', of: 'week', offset: 0 },
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

/** Times that are told by the article's own day or by another time of it. */
export const RELATIVES: readonly TagRule<DateValue>[] = [
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
    pattern: pattern`${USE}(?<span>(?:những|các) năm (?:tiếp theo|sau|tới|kế tiếp)|giai đoạn (?:sau|tiếp theo)|thời gian (?:tới|sắp tới|đầu|nhanh nhất|sớm nhất|ngắn nhất))(?![a-zà-ỹđ])`,
    produce: groups => unknown({ unit: 'vague' }, groups),
    examples: [
      {
        text: ['ba vụ lúa trong ⟦những năm tiếp theo⟧', 'trong ⟦thời gian tới⟧, phấn đấu', 'trong ⟦thời gian sớm nhất⟧'],
        value: { edtf: null, partial: { unit: 'vague' } }
      }
    ],
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
