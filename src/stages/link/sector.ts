import type { Context } from './context.ts'
import { once } from './nearest.ts'
import type { Phrase } from './phrase.ts'

// What any sector has, as a country has it: of whom it is said, only the sector tells.
const MEASURE =
  /^(?:(?:tổng|giá trị|kim ngạch|doanh số|mục tiêu|tốc độ|mức|tỷ lệ|con số) ){0,3}(?:xuất khẩu|nhập khẩu|xuất nhập khẩu|tăng trưởng|doanh thu|tổng thu|lợi nhuận|sản lượng|giá trị sản xuất|giá trị gia tăng|năng suất lao động)(?: (?:bình quân|hàng năm|hằng năm|hàng hóa|hàng hoá|xuất khẩu|nhập khẩu|cả năm|chung|kép)){0,3}$/i
const WORD = '[a-zà-ỹđ]{1,8}'
// What stands before `ngành` where it begins no sector's name, and what behind it: offices, whose aims are the country's.
const NO_NAME = '(?:các|từng|mọi|nhiều|số|hội|chuyên|liên|bộ,?|sở,?|cấp,?)'
const OFFICES =
  '(?:công thương|tài chính|ngân hàng|kho bạc|kế hoạch|thuế|hải quan|thống kê|liên quan|chức năng|trung ương|địa phương|nghề|khác|này|ta|đã|cũng|sẽ|đang|được|cần|phải)'
const AIM = '(?:đặt|đề ra|đưa ra|xác định|phấn đấu|hướng tới|hướng đến|kỳ vọng|tin tưởng|dự kiến|quyết tâm|tự tin)'
const SECTOR = new RegExp(
  `(?<![a-zà-ỹđ]|${NO_NAME} )ngành (?!${OFFICES}(?![a-zà-ỹđ]))${WORD}(?: ${WORD}){0,6}?(?= (?:(?:đã|cũng|sẽ|đang|vẫn) ){0,2}${AIM}(?![a-zà-ỹđ]))`,
  'g'
)
// What a sector is named with: where it is.
const WHERE = / (?:việt nam|cả nước|nước ta|tỉnh|thành phố)(?![a-zà-ỹđ])/
// Whose measure it is instead.
const OTHERS = /(?<![a-zà-ỹđ])(?:cả nước|nền kinh tế|kinh tế|gdp|grdp|chính phủ|toàn tỉnh|toàn thành phố|ngành)(?![a-zà-ỹđ])/
/** So far before its measure a sector stands at most. */
const BEFORE = 200

/** The sectors that a sentence says to aim at something. */
const sectorsIn = once((context, index): readonly Phrase[] => {
  const { start, end } = context.sentences[index] as { readonly start: number; readonly end: number }
  const { lower, text } = context.normalized
  return [...lower.slice(start, end).matchAll(SECTOR)].map(match => {
    const from = start + match.index
    const where = match[0].search(WHERE)
    const to = from + (where < 0 ? match[0].length : where)
    return { start: from, end: to, text: text.slice(from, to) }
  })
})

/**
 * The sector whose measure a phrase names with words that are said of any (`ngành da giày phấn đấu kim ngạch xuất khẩu đạt`):
 * the last one before it in its sentence. Undefined where none is, or where it is said of another between.
 */
export function sectorOf(context: Context, sentence: number, phrase: Phrase | undefined): Phrase | undefined {
  if (phrase === undefined || !MEASURE.test(phrase.text)) return undefined
  const sector = sectorsIn(context, sentence).findLast(s => s.end <= phrase.start)
  if (sector === undefined || phrase.start - sector.end > BEFORE) return undefined
  return OTHERS.test(context.normalized.lower.slice(sector.end, phrase.start)) ? undefined : sector
}
