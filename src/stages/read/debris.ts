import { isSyllable } from '../../text/syllable.ts'

/**
 * What recognition and bad conversion make of frequent words: a vowel with its mark is taken for another (`toàn` → `tồn`,
 * `không` → `khơng`, `phòng` → `phịng`) or lost (`quân` → `qn`). None of these occurs in sound text of the genre.
 */
const CONFUSIONS =
  'kiểm sốt|hồn thành|hồn thiện|tồn quốc|tồn tỉnh|tồn dân|tồn diện|tồn bộ|an tồn|tồn cầu|thanh tốn|tính tốn|văn hố|hiện đại hố|cơng nghiệp hố|xã hội hố|hố học|hàng hố|cộng hõa|cộng hịa|hịa bình|quốc phịng|văn phịng|phịng chống|đề phịng|khơng|cơng|thơng|nơng|đơng|cịn|toàn qn|qn đội|qn sự|nhân dãn|nguyển|chun môn|chun gia|chun nghiệp|ngun nhân|ngun tắc|quyết đỉnh|nghỉ quyết|điều l'.split(
    '|'
  )

/** What synonym spinners make of fixed expressions: a part of a compound is exchanged. */
const SPUN =
  'tp phcm|văn phiên bản|tín đồ ký|tín đồ dân|tín đồ lao động|con tín đồ|mọi tín đồ|phiên bản thân|cơ phiên bản|nhật phiên bản|xuất phiên bản|kịch phiên bản|phiên bản sắc|quý khách bè|đăng quang quyết|thành thị hồ chí minh|lãnh đạo đạo|công tác việc|nhà nước nhà'.split(
    '|'
  )

/** What counting the words of a text found. */
export interface Found {
  readonly misspelled: ReadonlyMap<string, number>
  readonly words: number
  readonly confused: number
}

/** Whether a text reads like debris of recognition: its typical confusions, or many different misspelled syllables. */
export function isOcrDebris(text: string, { misspelled, words, confused }: Found): boolean {
  if (confused >= 3 && hits(text, CONFUSIONS) >= 3) return true
  const broken = [...misspelled].filter(([word]) => word.length >= 3 && !isGlued(word) && !FOREIGN.has(word))
  const times = broken.reduce((sum, [, count]) => sum + count, 0)
  return broken.length >= 6 && times > words * 0.025
}

/** Whether a text reads like the output of a synonym spinner. */
export function isSpun(text: string): boolean {
  return MAY_BE_SPUN.some(part => text.includes(part)) && hits(text, SPUN) >= 2
}

/** Words of the confusions that are rare elsewhere; only a text with several of them is searched for all. */
export const CONFUSED_WORDS: ReadonlySet<string> = new Set(
  'sốt hồn tồn tốn hố hõa hịa phịng khơng cơng thơng nơng đơng cịn qn dãn nguyển chun ngun đỉnh nghỉ'.split(' ')
)
const MAY_BE_SPUN = 'phcm|phiên bản|tín đồ|quý khách|đăng quang q|thành thị h|đạo đạo|tác việc'.split('|')

const FOREIGN = new Set(['ôtô', 'ôxy', 'ôxi', 'xêri', 'cácbon', 'pôpơlin', 'nilông', 'ôliu', 'gđ'])

// Each expression counts as often as it occurs, up to three times.
function hits(text: string, phrases: readonly string[]): number {
  const lower = text.toLowerCase()
  let sum = 0
  for (const phrase of phrases) {
    let found = 0
    for (let at = lower.indexOf(phrase); at >= 0 && found < 3; at = lower.indexOf(phrase, at + phrase.length)) {
      if (isEdge(lower, at - 1) && isEdge(lower, at + phrase.length)) found++
    }
    sum += found
  }
  return sum
}

function isEdge(text: string, at: number): boolean {
  return at < 0 || at >= text.length || !/\p{L}/u.test(text[at] as string)
}

function isGlued(word: string): boolean {
  for (let at = 2; at <= word.length - 2; at++)
    if (isSyllable(word.slice(0, at)) && /^[bcdđghklmnpqrstvx]/.test(word.slice(at)) && isSyllable(word.slice(at))) return true
  return false
}
