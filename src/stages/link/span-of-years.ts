import type { Chunk } from '../../model/frame.ts'
import type { Quantity } from '../../model/values.ts'
import { isPercent } from './target-unit.ts'

/** Whether `mỗi năm` stands behind a date in the clause of the number at `at`. */
function isEachYear(chunks: readonly Chunk[], at: number, said: Chunk): boolean {
  const each = chunks.findLastIndex((c, i) => i < at && c.start > said.start && /^(?:mỗi|hằng|hàng) năm$/.test(c.text))
  if (each < 0 || chunks.slice(each, at).some(c => c.tags.has('Quantity'))) return false
  // Behind a comma another deed goes on with it (`luân phiên, điều động 1.000 bác sĩ`), another measure does not.
  const comma = chunks.findLastIndex((c, i) => i > each && i < at && c.tags.has('Comma'))
  return comma < 0 || !chunks.slice(comma, at).some(c => ['Head', 'Indicator', 'Reach'].some(t => c.tags.has(t)))
}

// The name of what is counted takes up so many chunks at most before its period.
const NAME_REACH = 9

/** Whether the number is a rate for each year, or a sum over years, by its unit and the words of its clause. */
export function spanOfYears(chunks: readonly Chunk[], at: number, quantity: Quantity, unit: string | null): 'rate' | 'sum' | null {
  for (let i = at - 1; i >= Math.max(0, at - 7); i--) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Comma') || c.tags.has('Semicolon') || c.tags.has('Quantity')) break
    if (c.text === 'năm' && /^(?:\d{1,2}|hai|ba|bốn|năm|mười)$/.test(chunks[i - 1]?.text ?? '')) return 'sum'
    if (c.tags.has('Rate') && /năm|bình quân giai đoạn/.test(c.text)) return 'rate'
    if (c.tags.has('Period') && i >= at - 4 && (quantity.form === 'count' || quantity.form === 'money')) return 'sum'
  }
  // `trồng một tỷ cây giai đoạn 2021-2025`: right behind what is counted, a period is that of a sum.
  // `tiết kiệm 8% tổng năng lượng tiêu thụ giai đoạn 2019-2030`, `đạt 8% trong cả giai đoạn …`: over all its years.
  const isSaved = chunks.slice(Math.max(0, at - 3), at).some(c => /^tiết kiệm(?: |$)/.test(c.text))
  for (let i = at + 1; i < Math.min(chunks.length, at + NAME_REACH); i++) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Period') && (quantity.form === 'count' || quantity.form === 'money' || isSaved || chunks[i - 1]?.text === 'cả'))
      return 'sum'
    if (!(c.tags.has('Noun') || c.tags.has('Country')) || c.tags.has('Subject')) break
  }
  if (isMadeOver(chunks, at, quantity)) return 'sum'
  // `Trong giai đoạn 2025-2030, mỗi năm các địa phương luân chuyển 1.000 bác sĩ`
  const last = chunks.findLastIndex((c, i) => i < at && c.tags.has('Date'))
  const said = chunks[last]
  // `cả giai đoạn 2021 - 2030 giảm 45 triệu tấn`: over all of it.
  if (!isPercent(quantity) && said?.tags.has('Period') && /^(?:cả|riêng|cùng|trong cùng|toàn)$/.test(chunks[last - 1]?.text ?? ''))
    return 'sum'
  if (!isPercent(quantity) && said?.tags.has('Period') && isEachYear(chunks, at, said)) return 'rate'
  // `2,4 triệu tấn/năm` of what is made; an income or turnover of so much a year is a level.
  return unit === '%/năm' || (quantity.form === 'measure' && unit?.endsWith('/năm') === true) ? 'rate' : null
}

const MADE =
  /^(?:xây dựng|xây mới|trồng|trồng mới|đào tạo|phát triển|đầu tư|cải tạo|nâng cấp|hoàn thành|tăng thêm|thêm|bổ sung|thành lập|mở|giải quyết)(?: |$)/
// So many chunks before its number stands the verb, and so many behind it the period.
const VERB_REACH = 4
const PERIOD_REACH = 16

/** `giai đoạn 2021-2025, thành phố cần xây dựng 50 công viên`: what is made in a period is a sum over it, where no other time is said. */
function isMadeOver(chunks: readonly Chunk[], at: number, { form, unit }: Quantity): boolean {
  const isThing = form === 'count' || form === 'money' || (form === 'measure' && /^(?:ha|m2|m²|km)(?: |$)/.test(unit ?? ''))
  const verb = chunks.findLastIndex((c, i) => i < at && i >= at - VERB_REACH && MADE.test(c.text))
  if (!isThing || verb < 0 || chunks.slice(verb + 1, at).some(c => ['Comma', 'Reach', 'Head', 'Indicator'].some(t => c.tags.has(t))))
    return false
  const end = chunks.findIndex((c, i) => i > at && ['Quantity', 'Semicolon', 'Stop'].some(t => c.tags.has(t)))
  const behind = chunks.slice(at + 1, Math.min(end < 0 ? chunks.length : end, at + PERIOD_REACH)).find(c => c.tags.has('Date'))
  const date = behind ?? chunks.slice(0, at).findLast(c => c.tags.has('Date'))
  return date?.tags.has('Period') === true
}
