import type { Span } from '../../model/span.ts'
import type { Context } from './context.ts'
import type { LinkedDocument } from './linked-document.ts'
import { startOf } from './sentence-words.ts'

// Links that no word of the number's own sentence makes.
const FAR: ReadonlySet<string | undefined> = new Set(['document/carried', 'document/of-article', 'document/same-issuer'])

// Documents by their titles that set how the whole economy is to grow.
const OF_ECONOMY =
  /tăng trưởng|kinh tế ?[-–,] ?xã hội|phát triển kinh tế(?! tư nhân| tập thể| số| xanh| biển| tuần hoàn)|dự toán|quy hoạch|chiến lược/i

const GROWTH =
  /(?<!vào )(?:mục tiêu tăng trưởng|(?:tốc độ )?tăng trưởng (?:kinh tế|gdp)|tốc độ tăng (?:kinh tế|gdp|tổng sản phẩm)|tạo (?:đà|lực|thế|nền tảng|tiền đề)[^;.,]{0,24} tăng trưởng)/g

// What may stand between the words for growth and its figure.
const FILLER =
  /^(?:[\s"“”(),–-]|(?:cao|gdp|kinh tế|của|cả nước|đất nước|tỉnh|việt nam|trong|trên|từ|đạt|là|ở|mức|khoảng|năm|nay|tới|và|hoặc|phấn đấu|phấn đầu|giai đoạn|bình quân|tối thiểu|ít nhất|hướng tới|trở lên|tiếp theo|những|các|cho|hai|con|chữ|số|\d[\d.,%/]*(?![\d.,%/]))(?![a-zà-ỹđ]))*$/

/**
 * `nhằm đạt mục tiêu tăng trưởng 8%`: how much the country's economy is to grow, in a text about a document on something
 * else. Everybody drives at it, and only a document on the economy, or one that the sentence names, sets it.
 */
export function growthOfCountry(
  context: Context,
  document: LinkedDocument,
  rule: string | undefined,
  sentence: number,
  at: number
): Span | undefined {
  if (!FAR.has(rule) || OF_ECONOMY.test(document.title?.text ?? '')) return undefined
  // A resolution of the government or the assembly without a title may well be on the economy, where it is spoken of nearby.
  const isResolution =
    document.title === null && document.type.value === 'nghi_quyet' && /^(?:chinh_phu|quoc_hoi)$/.test(document.issuer.value ?? '')
  const start = context.sentences[sentence]?.start ?? 0
  if (isResolution && rule === 'document/carried') return undefined
  const before = context.normalized.lower.slice(start, startOf(context, sentence, at))
  const found = [...before.matchAll(GROWTH)].at(-1)
  if (found === undefined || !FILLER.test(before.slice(found.index + found[0].length))) return undefined
  return { start: start + found.index, end: start + found.index + found[0].length }
}
