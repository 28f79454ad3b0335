import type { Groups } from '../../model/rule.ts'
import type { DateUse } from '../../model/values.ts'
import { anyOf } from '../../text/pattern.ts'

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
  'tính hết': 'as-of',
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
/** What stands in front of a date, as group `use`; it is no part of the date. */
export const USE = `(?:(?<use>${anyOf(...Object.keys(USES))}) )?`

/** What the words in front of a date make of it. */
export const use = (groups: Groups): DateUse | null => (groups['use'] === undefined ? null : (USES[groups['use']] ?? null))
