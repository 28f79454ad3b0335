import { anyOf } from '../../text/pattern.ts'

export type Comparator = '=' | '>' | '>=' | '<' | '<=' | '~' | 'range'

/** Words before a number and what they say. Source: the genre's fixed phrases. */
const BEFORE: Readonly<Record<string, Comparator>> = {
  trên: '>',
  hơn: '>',
  'cao hơn': '>',
  'lớn hơn': '>',
  'nhiều hơn': '>',
  'vượt mốc': '>',
  'vượt mức': '>',
  'vượt ngưỡng': '>',
  'vượt con số': '>',
  'vượt trên': '>',
  'vượt qua mốc': '>',
  quá: '>',
  '>': '>',
  'khoảng trên': '>',
  'khoảng hơn': '>',
  'ước trên': '>',
  'trên mức': '>',
  'vượt hơn': '>',
  'tối thiểu': '>=',
  'ít nhất': '>=',
  'không dưới': '>=',
  'không thấp hơn': '>=',
  'không ít hơn': '>=',
  'thấp nhất': '>=',
  '≥': '>=',
  'tối thiểu khoảng': '>=',
  'ít nhất khoảng': '>=',
  'không nhỏ hơn': '>=',
  'lớn hơn hoặc bằng': '>=',
  'cao hơn hoặc bằng': '>=',
  dưới: '<',
  'ít hơn': '<',
  'thấp hơn': '<',
  'nhỏ hơn': '<',
  'chưa đến': '<',
  'chưa tới': '<',
  'chưa đầy': '<',
  '<': '<',
  'dưới mức': '<',
  'khoảng dưới': '<',
  'tối đa': '<=',
  'không quá': '<=',
  'không vượt quá': '<=',
  'không vượt': '<=',
  'nhiều nhất': '<=',
  'cao nhất là': '<=',
  '≤': '<=',
  'không cao hơn': '<=',
  'nhỏ hơn hoặc bằng': '<=',
  'thấp hơn hoặc bằng': '<=',
  khoảng: '~',
  'xấp xỉ': '~',
  chừng: '~',
  'vào khoảng': '~',
  gần: '~',
  'trên dưới': '~',
  'ước khoảng': '~',
  'quanh mức': '~',
  'ước tính khoảng': '~',
  '~': '~',
  'gần như': '~',
  ngót: '~',
  tầm: '~',
  'khoảng gần': '~'
}

/** Words behind a number. They win over words before it. */
const BEHIND: Readonly<Record<string, Comparator>> = {
  'trở lên': '>=',
  'hoặc cao hơn': '>=',
  'trở xuống': '<=',
  'hoặc thấp hơn': '<='
}

// A copula may stand between: `tối thiểu đạt 20%`, `ít nhất là 5 xã`, `đạt từ 85%`, `tối đa lên đến 5 tỷ`.
const FILLER =
  '(?: (?:là|cũng|phải|đạt|đạt từ|đạt khoảng|đạt được|được|có|mức|ở mức|từ|khoảng|là từ|là khoảng|(?:cũng )?phải(?: là| có| bằng| đạt(?: từ)?)?|sẽ có|đạt mức|còn|bằng|(?:lên )?(?:đến|tới)))?'

/** A comparator and the space behind it, as group `comparator`; a `từ` before the number as group `from`. `cao hơn là 7,7%` names the number. */
export const COMPARATOR_BEFORE = `(?:(?:(?!(?:(?:cao|thấp|lớn|nhỏ|nhiều|ít) )?hơn là )(?<comparator>${anyOf(...Object.keys(BEFORE))})${FILLER} ?)?(?:(?<from>từ(?: mức)?) )?)`
/** A comparator behind the number, as group `behind`. */
export const COMPARATOR_BEHIND = `(?: (?<behind>${anyOf(...Object.keys(BEHIND))}))?`

/** What the printed comparator words say of one number. `từ 8%` without an upper end is a floor. */
export function comparatorOf(before: string | undefined, behind: string | undefined, from?: string): Comparator {
  return (behind && BEHIND[behind]) || (before && BEFORE[before]) || (from ? '>=' : '=')
}
