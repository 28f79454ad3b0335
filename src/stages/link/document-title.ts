import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { DocumentName, Place } from '../../model/values.ts'
import type { Context } from './context.ts'
import { datesWithin } from './dates-within.ts'
import { type LinkedDate, spanOf } from './linked-date.ts'
import { mentionsWithin } from './mentions-within.ts'

/** The title of a document and what it tells. */
export interface Title {
  readonly text: string | null
  readonly span: Span
  readonly period: { readonly value: string; readonly span: Span; readonly isSeason: boolean } | null
  readonly horizon: { readonly value: string; readonly span: Span } | null
  readonly places: readonly Mention<Place>[]
  /** Type words inside: a decision that approves a strategy may be spoken of as the strategy. */
  readonly types: ReadonlySet<string>
  readonly rule: string
}

// Between a document's number and its title: its date, its issuer.
const BETWEEN =
  /^(?:,? ?(?:ngày [^,;.]{3,24}?|\([^)]{3,30}\)|năm \d{4}|của (?:tp\.|[^,;.:"]){3,80}?|do [^,;.:"]{3,60}?ban hành|chuyên đề|vừa ban hành|mới ban hành|chính thức)){0,3},? ?$/
const OPENER = /(?:về việc|về|phê duyệt|ban hành|công bố|quy định|sửa đổi|hướng dẫn|")/g
// Where a title ends inside its sentence: at a goal, a relative clause, another verb.
const CLOSER =
  /(?<!(?:^| )tp)\.|[;:"”]|, (?!(?:định hướng|tầm nhìn|giai đoạn|thời kỳ|nhiệm kỳ|năm \d|đổi mới|chuyển đổi|phát triển|công nghệ|an toàn|du lịch|thể thao|thị xã|thành phố|tỉnh|xã hội|bảo vệ|bảo đảm|nâng cao|hội nhập|quản lý|sử dụng|xây dựng|đầu tư|giảm|hiệu quả|bền vững|vùng (?:đất|nước|biển|trời)|bến cảng|cầu cảng|khu bến|[a-zà-ỹđ]{1,20} (?:và|,)))| (?:với mục tiêu|với các mục tiêu|đặt mục tiêu|đặt ra|đề ra|nêu rõ|xác định|có hiệu lực|được ban hành|do [a-zà-ỹđ ]{3,40} ban hành|trong đó|nhằm|với nhiều|đã (?:đặt|xác|nêu|đề|được)|sẽ|yêu cầu|vừa được|có ít nhất|gồm|bao gồm|từ đó|là (?:một|cơ|động|căn)|tạo (?:cơ|điều|động)|để|cũng)(?![a-zà-ỹđ])/g

/** The title behind a document's number or type word, or undefined when none is printed there. */
export function titleAfter(context: Context, dates: readonly LinkedDate[], m: Mention): Title | undefined {
  const { lower, text } = context.normalized
  const sentence = context.sentences[m.sentence]
  if (sentence === undefined) return undefined
  const limit = sentence.end
  const rest = lower.slice(m.end, Math.min(limit, m.end + 220))
  OPENER.lastIndex = 0
  for (let opener = OPENER.exec(rest); opener !== null; opener = OPENER.exec(rest)) {
    const gap = rest.slice(0, opener.index)
    if (!BETWEEN.test(gap)) {
      if (gap.length > 120) return undefined
      continue
    }
    // A title is introduced by the word right behind the number, its date or its issuer.
    if (/[a-zà-ỹđ]$/.test(gap)) continue
    const start = m.end + opener.index
    const isQuoted = opener[0] === '"'
    const end = isQuoted ? quotedEnd(lower, start, limit) : closedEnd(lower, sentence.start, start + opener[0].length, limit)
    if (end === undefined || end - start < 8) return undefined
    const span = { start: isQuoted ? start + 1 : start, end }
    return describe(
      context,
      dates,
      span,
      text,
      opener[0] === 'về' || opener[0] === 'về việc' || isQuoted ? 'document/title-about' : 'document/title-approves'
    )
  }
  return undefined
}

const CLOSER_REACH = 48

function quotedEnd(lower: string, start: number, limit: number): number | undefined {
  const close = lower.slice(start + 1, limit + 1).indexOf('"')
  return close < 0 ? undefined : start + 1 + close
}

function closedEnd(lower: string, sentence: number, from: number, limit: number): number {
  // What a mark is told by may stand behind the sentence, but not far.
  const words = lower.slice(sentence, limit + CLOSER_REACH)
  CLOSER.lastIndex = from - sentence
  const close = CLOSER.exec(words)
  let end = close === null ? limit : Math.min(limit, sentence + close.index)
  while (end > from && /[\s,.…]/.test(lower[end - 1] as string)) end--
  return end
}

function describe(context: Context, dates: readonly LinkedDate[], span: Span, text: string, rule: string): Title {
  const inside = datesWithin(dates, span).filter(d => d.edtf !== null)
  const horizon = inside.find(d => d.mention.value.use === 'vision' || d.mention.value.use === 'orientation')
  const period = inside.find(d => d.edtf?.includes('/'))
  const until = inside.find(d => d.mention.value.use === 'by')
  const year = inside.find(d => /^\d{4}$/.test(d.edtf as string) && d.mention.value.use === null)
  const mentions = mentionsWithin(context, span)
  const read = (d: LinkedDate | undefined, value: (edtf: string) => string) =>
    d === undefined ? null : { value: value(d.edtf as string), span: spanOf(d.mention), isSeason: d.mention.value.use === 'season' }
  return {
    text: text.slice(span.start, span.end).replace(/\s+/g, ' '),
    span,
    period: period !== undefined ? read(period, e => e) : until !== undefined ? read(until, e => `../${e}`) : read(year, e => e),
    horizon: read(horizon, e => e),
    places: mentions.filter(m => m.type === 'place') as Mention<Place>[],
    types: new Set((mentions.filter(m => m.type === 'document_name') as Mention<DocumentName>[]).map(m => m.value.type)),
    rule
  }
}
