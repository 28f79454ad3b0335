import type { Surroundings, TagRule } from '../../model/rule.ts'
import type { Rank } from '../../model/values.ts'
import { pattern } from '../../text/pattern.ts'
import { MORE_SCOPES, N, POSITION, SUPERLATIVE } from './pattern-groups.ts'
import { rank, toNumber } from './rank.ts'
import { SCOPE, scopeOf } from './scopes.ts'

// What somebody is to become stands in the same words as what somebody is (`trở thành …`, `là … hàng đầu Việt Nam`): an
// epithet, not a rank. So the linker keeps what these rules find only where it is strived for, and refuses the rest.

// A word that may stand between, without a number of its own.
const WORD = '[^ \\d.;:()"“”]{1,30}'
const BECOME = '(?:trở thành|(?<!hoàn |hình )thành(?! phố| viên| lập| công| tựu| tích| phần| ủy| đoàn)|là)'
const IN_SCOPE = `(?<scope> ${SCOPE})${MORE_SCOPES}`
/** Who is ranked: what is called the largest of its kind, but for those that only are large (`trung tâm lớn nhất`). */
const RANKED =
  '(?:nước|quốc gia|nền kinh tế|thị trường|tỉnh|thành phố|địa phương|đô thị|doanh nghiệp|công ty|tập đoàn|tổng công ty|hãng|ngân hàng|nhà|đơn vị|trường|đại học|tổ chức|quỹ|chuỗi|hệ thống|thương hiệu|cảng|sân bay|cảng hàng không|sàn|nhà cung cấp|điểm đến)'

const band = (around: Surroundings, scope: string | null, label = around.printed('band') ?? null): Rank => ({
  rank_kind: 'band',
  n_low: null,
  n_high: null,
  total: null,
  band: label,
  scope
})

// What stands first as a matter of importance (`là ưu tiên hàng đầu`, `nguyên nhân hàng đầu`), and others than who is spoken of (`thu hút các công ty hàng đầu`).
const OF_IMPORTANCE =
  /(?:ưu tiên|nhiệm vụ|mục tiêu|nguyên nhân|yếu tố|quan trọng|yêu cầu|vấn đề|trọng tâm|quốc sách|lựa chọn|thách thức|quan tâm|khách|tiêu chí|giải pháp)$/
const OF_OTHERS = /(?<!một trong )(?:^| )(?:các|những|nhiều|nơi|như|với|cùng|từ|bởi|giữa|ngang|thu hút|quy tụ|hội tụ)(?: |$)/

/** Whether the words between a verb of becoming and `hàng đầu` say who becomes it. */
const isOwn = (inside: string): boolean => !OF_IMPORTANCE.test(inside) && !OF_OTHERS.test(inside.replace(/một trong (?:những|các|số) /, ''))

/** Positions without a number that somebody is to reach. */
export const ASPIRATIONS: readonly TagRule<Rank>[] = [
  {
    id: 'rank/become-leading',
    pattern: pattern`${BECOME}(?<inside>(?! một trong (?!những|các|số))(?:(?! (?:đứng )?hàng đầu ) ${WORD}){1,18}) (?<span>(?<band>(?:đứng )?hàng đầu)${IN_SCOPE})`,
    produce: (groups, around) =>
      isOwn((groups['inside'] as string).trim()) ? band(around, scopeOf(around.printed('scope') as string), 'hàng đầu') : undefined,
    examples: [
      { text: 'trở thành nhà in sách ⟦hàng đầu tại Việt Nam⟧.', value: { rank_kind: 'band', n_low: null, scope: 'national' } },
      { text: 'phát triển thành một tập đoàn gốm sứ ⟦hàng đầu đất nước, của khu vực⟧ và có', value: { scope: 'national' } },
      { text: 'là trung tâm nghề cá hiện đại, có tầm quốc tế, ⟦hàng đầu ở Đông Nam Á⟧, nơi', value: { scope: 'sea' } },
      { text: 'trở thành một trong những vựa trái cây ⟦hàng đầu Việt Nam và khu vực⟧.', value: { rank_kind: 'band', scope: 'national' } }
    ],
    counterexamples: [
      'là ưu tiên hàng đầu của Việt Nam',
      'là nơi làm việc của các họa sĩ hàng đầu thế giới',
      'trở thành kho sách hàng đầu',
      'thành một trong ba kho sách hàng đầu cả nước'
    ]
  },
  {
    id: 'rank/leading-place',
    pattern: pattern`(?<span>(?:(?:đứng|nằm) (?:ở )?(?:vị trí |vị thế )?(?<band>hàng đầu)|(?<first>đi đầu))${IN_SCOPE})`,
    produce: (groups, around) => {
      const scope = scopeOf(around.printed('scope') as string)
      if (groups['first'] === undefined) return band(around, scope)
      return { rank_kind: 'leader', n_low: 1, n_high: 1, total: null, band: null, scope }
    },
    examples: [
      { text: 'sản xuất gốm ⟦đứng hàng đầu thế giới⟧;', value: { rank_kind: 'band', scope: 'world' } },
      { text: 'tỉnh ⟦đi đầu cả nước⟧ về', value: { rank_kind: 'leader', n_low: 1, n_high: 1, scope: 'national' } }
    ],
    counterexamples: ['đi đầu trong thi đua', 'đứng đầu', 'họa sĩ hàng đầu thế giới']
  },
  {
    id: 'rank/among-ranked',
    pattern: pattern`(?:${BECOME} )?(?<span>một trong (?:những|số các|các|${N}) (?<inside>${RANKED}(?:(?! (?:${SUPERLATIVE}) ) ${WORD}){0,12}) (?<band>${SUPERLATIVE})${IN_SCOPE})`,
    produce: (groups, around) => {
      if (groups['n'] === undefined) return band(around, scopeOf(around.printed('scope') as string))
      const read = rank('top_n', groups, around)
      return read?.n_low === 1 ? undefined : read
    },
    examples: [
      {
        text: 'trở thành ⟦một trong những hãng phim lớn nhất Việt Nam⟧.',
        value: { rank_kind: 'band', band: 'lớn nhất', scope: 'national' }
      },
      {
        text: 'trở thành ⟦một trong ba hãng xe đò đường dài lớn nhất khu vực Đông Nam Á⟧.',
        value: { rank_kind: 'top_n', n_low: 3, n_high: 3, scope: 'sea' }
      }
    ],
    counterexamples: ['một trong những trung tâm lớn nhất cả nước', 'một trong những công ty lớn', 'một trong 3 đột phá']
  },
  {
    id: 'rank/income-band',
    pattern: pattern`(?:trở thành|(?<!hoàn |hình )thành|là|chuyển sang|sang|lên|vào|gia nhập|thuộc)(?: (?:một|nhóm|các|những|hàng|hàng ngũ)){0,3} (?<span>(?<noun>nước|quốc gia|nền kinh tế)(?:(?! (?:thu nhập|mức thu nhập) ) ${WORD}){0,16} (?:mức )?(?<inside>thu nhập)(?: bình quân(?: đầu người)?)? (?:ở mức |đạt mức |mức )?(?<band>trung bình cao|trung bình khá|trung bình|cao|khá))(?! (?:hơn|gấp|nhất|thấp))`,
    produce: (groups, around) => (OTHER_CLAUSE.test(groups['span'] as string) ? undefined : band(around, 'world')),
    examples: [
      { text: 'trở thành ⟦nước phát triển, thu nhập cao⟧ vào', value: { rank_kind: 'band', band: 'cao', scope: 'world' } },
      {
        text: 'là ⟦nước đang phát triển, có nền công nghiệp hiện đại, thu nhập trung bình cao⟧.',
        value: { rank_kind: 'band', band: 'trung bình cao', scope: 'world' }
      },
      { text: 'gia nhập nhóm ⟦quốc gia có thu nhập cao⟧;', value: { band: 'cao', scope: 'world' } }
    ],
    counterexamples: ['bẫy thu nhập trung bình', 'vào nước, người lao động có thu nhập cao', 'là nước có thu nhập cao hơn']
  },
  {
    id: 'rank/developed-country',
    pattern: pattern`(?:trở thành|(?<!hoàn |hình )thành|là|gia nhập|vào)(?: (?:một|nhóm|các|những|hàng|hàng ngũ)){0,3} (?<span>(?:nước|quốc gia) (?<band>phát triển))(?=[.,;:)"”]|$| (?:vào|trước|đến|theo định hướng|trên thế giới|hàng đầu)(?: |$))`,
    produce: (_, around) => band(around, 'world'),
    examples: [{ text: 'trở thành ⟦quốc gia phát triển⟧ vào', value: { rank_kind: 'band', band: 'phát triển', scope: 'world' } }],
    counterexamples: ['là nước phát triển mạnh', 'ở các nước phát triển', 'trở thành nước đang phát triển']
  },
  {
    // `…; 30 nước dẫn đầu về …`, behind a group that is told in full.
    id: 'rank/listed',
    pattern: pattern`(?<span>(?<n>${POSITION})(?: ?(?:-|–|đến) ?(?<high>${POSITION}))? (?:các )?(?<noun>nước|quốc gia|nền kinh tế|tỉnh|tỉnh, thành phố|địa phương|trường đại học|đại học|trường|cơ sở giáo dục đại học) (?<superlative>dẫn đầu|đứng đầu|hàng đầu|tốt nhất)(?:${IN_SCOPE})?)`,
    produce: (groups, around) =>
      /[;,](?: và)? $| và $/.test(around.before) && (toNumber(groups['n']) ?? 0) > 1
        ? rank(groups['high'] === undefined ? 'top_n' : 'exact', groups, around)
        : undefined,
    examples: [
      { text: 'nhóm 40 nước dẫn đầu về in ấn; ⟦25 nước dẫn đầu⟧ về', value: { rank_kind: 'top_n', n_low: 25, scope: 'world' } },
      { text: 'châu Á, ⟦601 - 800 đại học hàng đầu thế giới⟧', value: { rank_kind: 'exact', n_low: 601, n_high: 800, scope: 'world' } }
    ],
    counterexamples: ['có 25 nước dẫn đầu', 'họp, 3 nước tham gia']
  }
]

// A comma and another subject: what has the income is somebody else.
const OTHER_CLAUSE = /, (?:người|hộ|nhưng|trong khi|với|là|nơi|giúp|tạo)(?: |$)| (?:người|dân|lao động|hộ) /
