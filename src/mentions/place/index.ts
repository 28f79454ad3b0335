import * as z from 'zod'
import type { Entry, MentionType, PhraseHit, TagRule } from '../../model/rule.ts'
import type { Place } from '../../model/values.ts'
import { isUpperAt } from '../../text/characters.ts'
import { LOWER, UPPER } from '../../text/letters.ts'
import { pattern } from '../../text/pattern.ts'
import provinces from './provinces.json' with { type: 'json' }

const schema = z.strictObject({ id: z.string() })

/** Phrases that hold a province's name and are something else. */
const BLOCKED = [
  'Thái Bình Dương',
  'Điện Biên Phủ',
  'Đồng Tháp Mười',
  'Cách mạng Tháng Tám',
  'Hòa Bình Dương',
  'sông Đồng Nai',
  'đường Hồ Chí Minh',
  'Chủ tịch Hồ Chí Minh',
  'Bác Hồ',
  'tư tưởng Hồ Chí Minh',
  'tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'Đoàn TNCS Hồ Chí Minh',
  'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  'Học viện Chính trị quốc gia Hồ Chí Minh',
  'Đội Thiếu niên Tiền phong Hồ Chí Minh',
  'Xa lộ Hà Nội',
  'sông Sài Gòn',
  'Đại Nam',
  'Việt Nam Cộng hòa',
  'Hải Dương học',
  'vịnh Thái Bình',
  'Liên hoan Phim Việt Nam',
  'Mặt trận Tổ quốc Việt Nam',
  'Đảng Cộng sản Việt Nam',
  'Lao động Việt Nam',
  'Ngân hàng Nhà nước Việt Nam',
  'Tổng Liên đoàn Lao động Việt Nam',
  'Hội Liên hiệp Phụ nữ Việt Nam',
  'Hội Nông dân Việt Nam',
  'Vịnh Bắc Bộ'
]
// Family names and titles before a name make it a person's; heads of institutions make it part of their name.
const NAMED_AFTER =
  /(?:ông|bà|anh|chị|em|cô|chú|bác|đồng chí|đ\/c|nguyễn|trần|lê|phạm|hoàng|trương|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|phan|huỳnh|đinh|mai|lương|cao|tô|đoàn|đại học|trường đại học|trường đh|đh|học viện|đường|phố|cầu|sông|vịnh|(?<!cảng )biển|chợ|ga|nhiệt điện|thủy điện|đạm|xi măng|nhà máy|báo|tạp chí|clb|câu lạc bộ|bệnh viện|khách sạn|gốm|chiến thắng|trận|quân khu|mặt trận) $/
const LOWER_LEVEL = /(?:huyện|quận|thị xã|thị trấn|phường|xã|đặc khu|h\.|q\.|p\.|tx\.?) ?$/
const PREFIX = /(?:(?:tỉnh|thành phố|thủ đô|tp\.?|t\.p\.?) ?)$/

/** What a phrase of the gazetteer stands for: a place's id, null for another thing's name. */
interface Hit {
  readonly id: string | null
  readonly isCity: boolean
  readonly needsPrefix: boolean
}

function entries(): Entry<Hit>[] {
  const list: { phrase: string; hit: Hit }[] = []
  for (const p of provinces) {
    const isCity = p.type === 'city'
    for (const phrase of [p.name, ...p.aliases]) list.push({ phrase, hit: { id: p.id, isCity, needsPrefix: phrase === 'Hồ Chí Minh' } })
  }
  list.push({ phrase: 'HCM', hit: { id: 'ho_chi_minh', isCity: true, needsPrefix: true } })
  for (const phrase of ['TPHCM', 'TP.HCM', 'TP HCM', 'Tp.HCM', 'TP. HCM', 'HCMC'])
    list.push({ phrase, hit: { id: 'ho_chi_minh', isCity: true, needsPrefix: false } })
  for (const phrase of BLOCKED) list.push({ phrase, hit: { id: null, isCity: false, needsPrefix: false } })
  for (const phrase of ['Việt Nam', 'cả nước', 'nước ta', 'toàn quốc', 'VN'])
    list.push({ phrase, hit: { id: 'vn', isCity: false, needsPrefix: false } })
  return list.map(({ phrase, hit }) => ({ phrase, value: hit, rule: 'place/gazetteer' }))
}

const PROVINCE_NAMES = new Set(provinces.flatMap(p => [p.name, ...p.aliases]))

/** Whether every syllable of the span begins with a capital (`Cao Bằng`, not `cao bằng`). */
function isTitleCase(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if ((i === start || text[i - 1] === ' ' || text[i - 1] === '-') && text[i] !== '-' && text[i] !== ' ' && !isUpperAt(text, i))
      return false
  }
  return true
}

/** The place a phrase stands for here, with its prefix in the span; undefined where it is another thing's name. */
function accept(hit: PhraseHit, entry: Entry<Hit>): { span: { start: number; end: number }; value: Place } | undefined {
  const { id, isCity, needsPrefix } = entry.value
  const { match, lower, start, end } = hit
  if (id === null) return undefined
  if (id === 'vn') return { span: { start, end }, value: { id, level: 'country', isCity: false } }
  if (!isTitleCase(match, start, end)) return undefined
  const before = lower.slice(Math.max(0, start - 24), start)
  const prefix = PREFIX.exec(before)?.[0] ?? ''
  if (prefix === '') {
    if (needsPrefix || NAMED_AFTER.test(before) || LOWER_LEVEL.test(before)) return undefined
    // A capital word right before or behind without a comma continues another name (`Nguyễn Hòa Bình`, `Hà Nam Ninh`).
    if (isInsideName(match, start, end)) return undefined
  }
  const printedCity = /^(?:thành phố|tp|t\.p)/.test(prefix)
  const from = start - prefix.length
  // `thành phố Thái Nguyên` is the city inside the province; only a centrally-run city's name means the unit itself.
  if (printedCity && !isCity && entry.phrase !== 'Huế' && entry.phrase !== 'Đồng Nai') {
    return { span: { start: from, end }, value: { id: `other:${match.slice(from, end)}`, level: 'local', isCity: true } }
  }
  return { span: { start: from, end }, value: { id, level: 'province', isCity: isCity || printedCity } }
}

function isInsideName(match: string, start: number, end: number): boolean {
  const next = /^ (\p{Lu}\p{Ll}+)(?= \p{Lu}| \p{Ll}|[.,;:]|$)/u.exec(match.slice(end, end + 16))
  const previous = /(\p{Lu}\p{Ll}+) $/u.exec(match.slice(Math.max(0, start - 12), start))
  return (next !== null && NAME_TAIL.has(next[1] as string)) || (previous !== null && NAME_HEAD.has(previous[1] as string))
}

const NAME_TAIL = new Set(['Phủ', 'Dương', 'Mười', 'Cộng', 'Ninh'])
const NAME_HEAD = new Set(
  'Nguyễn Trần Lê Phạm Hoàng Trương Vũ Võ Đặng Bùi Đỗ Hồ Ngô Lý Phan Huỳnh Đinh Mai Lương Tô Văn Thị Xuân Minh Đức Ngọc Thanh Quốc Hữu'.split(
    ' '
  )
)

const WORD = `[${UPPER}][${LOWER}']`
const NAME = `(?:${WORD}{1,20}(?:[ -](?!UBND|HĐND)${WORD}{0,20}){0,3}|\\d{1,2})`

const TITLED = /(?:chủ tịch|bí thư|giám đốc|trưởng|phó|cán bộ|công an)[^,.;:]{0,40}$/i
const FAMILY =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Trương|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Mai|Lương|Cao|Tô|Đoàn|Hà|Tạ|Lâm|Châu|Thái|Kim|Thạch|Vi|Lò|Sùng|Giàng|Hà|Quách|Trịnh|Chu|Tống|Từ|Lưu|Đào|Kiều'
const PERSON = new RegExp(`^\\S+(?: xã| phố| trấn)? (?:${FAMILY})(?: [${UPPER}][${LOWER}']+){2}`)

const rules: readonly TagRule<Place>[] = [
  {
    id: 'place/local-unit',
    pattern: pattern`(?<span>(?:[Hh]uyện(?: đảo| miền núi| vùng cao| biên giới)?|[Qq]uận|[Tt]hị xã|[Tt]hị trấn|[Pp]hường|[Xx]ã(?: đảo)?|[Đđ]ặc khu|TX\.?|[Tt]hành phố (?!Hà Nội|Hải Phòng|Đà Nẵng|Cần Thơ|Hồ Chí Minh|Huế|Đồng Nai)|TP\.? ?(?!Hà Nội|Hải Phòng|Đà Nẵng|Cần Thơ|Hồ Chí Minh|HCM|Huế|Đồng Nai)(?=[${UPPER}][${LOWER}])) ?${NAME})`,
    produce: (groups, around) => {
      const span = groups['span'] as string
      // `Chủ tịch UBND huyện Lê Văn Nhựt`: behind a title and the unit's word stands a person.
      if (TITLED.test(around.before) && PERSON.test(span)) return undefined
      return { id: `other:${span.replace(/\s+/g, ' ')}`, level: 'local', isCity: /^(?:thành phố|TP)/i.test(span) }
    },
    examples: [
      { text: 'tại ⟦huyện Đông Giang⟧ (tỉnh Quảng Nam)', value: { id: 'other:huyện Đông Giang', level: 'local' } },
      { text: 'tại ⟦huyện đảo Hòn Sậy⟧', value: { id: 'other:huyện đảo Hòn Sậy' } },
      { text: '⟦huyện Quảng Ninh⟧ (Quảng Bình)', value: { id: 'other:huyện Quảng Ninh' } },
      { text: '⟦phường Bắc Giang⟧, Bắc Ninh', value: { id: 'other:phường Bắc Giang' } },
      { text: '⟦thành phố Thái Nguyên⟧', value: { id: 'other:thành phố Thái Nguyên', isCity: true } },
      { text: '⟦TP.Tân An⟧ phát triển', value: { id: 'other:TP.Tân An' } },
      { text: 'dân ⟦Quận 7⟧', value: { id: 'other:Quận 7' } }
    ],
    counterexamples: ['Chủ tịch UBND huyện Lê Văn Nhựt cho biết', 'toàn huyện có', 'xã hội số', 'TP.Đà Nẵng', 'thành phố Hải Phòng']
  },
  {
    id: 'place/area',
    pattern: pattern`(?<span>(?:[Kk]hu bảo tồn(?: thiên nhiên| biển| loài và sinh cảnh)?|[Vv]ườn quốc gia|[Kk]hu dự trữ sinh quyển|[Kk]hu kinh tế(?: cửa khẩu| ven biển)?|[Kk]hu du lịch(?: quốc gia| sinh thái)?) ${NAME})`,
    produce: groups => ({ id: `other:${(groups['span'] as string).replace(/\s+/g, ' ')}`, level: 'local', isCity: false }),
    examples: [
      { text: 'tại ⟦Khu bảo tồn thiên nhiên Pù Nhung⟧, tỉnh', value: { id: 'other:Khu bảo tồn thiên nhiên Pù Nhung', level: 'local' } }
    ],
    counterexamples: ['khu du lịch sinh thái', 'khu kinh tế trọng điểm']
  },
  {
    id: 'place/capital',
    pattern: pattern`(?<span>[Tt]hủ đô)(?! (?:Hà Nội|[${UPPER}]))`,
    produce: () => ({ id: 'ha_noi', level: 'province', isCity: true }),
    examples: [{ text: 'phát triển ⟦Thủ đô⟧ văn hiến', value: { id: 'ha_noi' } }],
    counterexamples: ['Thủ đô Hà Nội', 'thủ đô Viêng Chăn']
  }
]

/** What the `value` of a printed mention holds. */
export type PlaceMention = z.output<typeof schema>

export const place: MentionType<Place, Hit> = {
  type: 'place',
  isPublic: true,
  isCaseSensitive: true,
  schema,
  rules,
  entries: entries(),
  accept,
  slips: {
    id: 'place/slip',
    phrases: provinces.map(p => p.name),
    others: provinces.flatMap(p => p.aliases),
    behind: /(?:^|[^\p{L}])(?:tỉnh(?: ủy)?|thành phố) $/u,
    examples: [
      ['tại Bắc Gaing, năm 2025', 'tại Bắc Giang, năm 2025'],
      ['Ủy ban nhân dân tỉnh Nghệ Aan', 'Ủy ban nhân dân tỉnh Nghệ An'],
      ['tỉnh Vỉnh Phúc', 'tỉnh Vĩnh Phúc']
    ],
    counterexamples: ['ông Nguyễn Quang Bình', 'tỉnh Hồ Nam (Trung Quốc)', 'tỉnh Hải Nam', 'không cao băng năm trước']
  },
  names: ({ id, level, isCity }) => {
    const name =
      /^other:(?:[Hh]uyện(?: đảo| miền núi| vùng cao| biên giới)?|[Xx]ã đảo|[Tt]hị xã|[Tt]hành phố|TP\.?|[Qq]uận|TX\.?|[Kk]hu bảo tồn thiên nhiên|[Kk]hu bảo tồn|[Vv]ườn quốc gia) ?(.+)$/.exec(
        id
      )?.[1]
    return name === undefined || !name.includes(' ') || PROVINCE_NAMES.has(name)
      ? []
      : [{ name, value: { id, level, isCity }, rule: 'place/bare-local' }]
  },
  tags: value => ['Place', ...(value.level === 'country' ? ['Country'] : value.level === 'province' ? ['Province'] : ['Local'])],
  publish: ({ id }) => ({ id })
}
