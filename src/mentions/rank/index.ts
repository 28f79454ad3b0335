import * as z from 'zod'
import type { Groups, MentionType, Surroundings, TagRule } from '../../model/rule.ts'
import type { Rank } from '../../model/values.ts'
import { parseNumeral, WORDS } from '../../text/numerals.ts'
import { anyOf, pattern } from '../../text/pattern.ts'
import { SCOPE, scopeOf } from './scopes.ts'

export const RANK_KINDS = ['top_n', 'exact', 'at_least', 'band', 'leader', 'improve'] as const

const schema = z.strictObject({
  rank_kind: z.enum(RANK_KINDS),
  n_low: z.number().nullable(),
  n_high: z.number().nullable(),
  total: z.number().nullable(),
  band: z.string().nullable(),
  scope: z.string().nullable()
})

const N = `(?<n>\\d{1,3}(?:\\.\\d{3})?|${WORDS.source})`
const TOTAL = '(?: ?(?:/|trên tổng số|trên|trong tổng số|trong số) ?(?<total>\\d{2,3}))?'
const MEMBER =
  '(?:(?:tiếp tục |giữ vững |duy trì |luôn )?(?:thuộc|nằm trong|nằm ở|nằm|lọt vào|lọt|trở lại|quay lại|vào|đứng trong|đứng vào|có tên trong|xếp trong|được xếp vào|xếp vào|ở trong|trong|vươn lên|lên|ngang bằng với|đứng|ở|giữ vững|giữ vị trí|giữ|duy trì)(?: danh sách| bảng xếp hạng| vị trí trong| vị trí| thứ hạng trong)? )'
const TOP = '(?:nhóm|top|tốp|"top"|danh sách)'
const NOUN =
  '(?<noun>(?:tỉnh, ?thành phố trực thuộc trung ương|tỉnh, ?thành phố|tỉnh/thành phố|tỉnh, ?thành|tỉnh/thành|tỉnh thành|tỉnh và thành phố|tỉnh|địa phương|thành phố trực thuộc tỉnh|thành phố trực thuộc trung ương|thành phố|nước|quốc gia, vùng lãnh thổ|quốc gia và vùng lãnh thổ|quốc gia, nền kinh tế|quốc gia|nền kinh tế|bộ, cơ quan ngang bộ|bộ, ngành|trường đại học|cơ sở giáo dục đại học|cơ sở|trường|đơn vị|doanh nghiệp|ngân hàng|thị trường|huyện|quận|đội|điểm đến|đô thị|trung tâm))'
const SUPERLATIVE = anyOf(
  'dẫn đầu',
  'đứng đầu',
  'hàng đầu',
  'cao nhất',
  'tốt nhất',
  'lớn nhất',
  'nhanh nhất',
  'mạnh nhất',
  'thấp nhất',
  'phát triển nhất',
  'tiên tiến nhất',
  'hấp dẫn nhất',
  'phát triển hàng đầu',
  'cao hàng đầu',
  'nhiều nhất',
  'uy tín nhất',
  'đáng sống nhất',
  'tiêu biểu nhất',
  'sạch nhất',
  'dẫn đầu nhất',
  'hiện đại nhất'
)
// A group's own words, up to its first superlative: `có tỷ lệ giải ngân cao nhất`, `xuất khẩu gạo, cà phê lớn nhất`.
const NEXT = `(?! (?:${SUPERLATIVE}|và nhóm|và top)(?: |[,.;]|$)) `
const NOT_SCOPE = `(?! ${SCOPE}(?! có ))`
const INSIDE = `(?: (?:trong |của )?(?:cả nước|toàn quốc)(?= có ))?${NOT_SCOPE}(?<inside>(?: (?:xuất khẩu|nhập khẩu|sản xuất|tiêu thụ|chế biến)(?:${NEXT}[^ .;:"()]+){1,14}|(?:${NEXT}[^ ,.;:"()]+){1,14}))?`
const INSIDE_VERB = `(?<inside> (?:có|đạt|phát triển|xuất khẩu|nhập khẩu|sản xuất|tăng trưởng)(?:${NEXT}[^ ,.;:"()]+){0,12})?`
const BAND = `(?<band>${SUPERLATIVE}|đầu|cao|rất tốt|tốt|khá|trung bình cao|trung bình khá|trung bình thấp|trung bình|phát triển khá|phát triển cao)`
const AT_SCOPE = `(?<scope> ${SCOPE})?`

function toNumber(text: string | undefined): number | null {
  if (text === undefined) return null
  const ordinal: Readonly<Record<string, number>> = { nhất: 1, nhì: 2 }
  return ordinal[text] ?? parseNumeral(text) ?? null
}

/** Scope as printed, else by the total or by who is ranked: provinces are ranked in the country, countries in the world. */
function scope(groups: Groups, around: Surroundings): string | null {
  if (groups['scope'] !== undefined) return scopeOf(around.printed('scope') ?? groups['scope'])
  const noun = groups['noun'] ?? ''
  if (groups['total'] === '63' || groups['total'] === '34' || groups['total'] === '64') return 'national'
  if (/^(?:tỉnh|địa phương|thành phố trực thuộc|bộ)/.test(noun)) return 'national'
  if (/^(?:nước|quốc gia|nền kinh tế)/.test(noun)) return 'world'
  return null
}

function rank(kind: Rank['rank_kind'], groups: Groups, around: Surroundings): Rank | undefined {
  const low = toNumber(groups['n'])
  const high = groups['high'] === undefined ? low : toNumber(groups['high'])
  if ((groups['n'] !== undefined && low === null) || (low !== null && high !== null && high < low)) return undefined
  const total = toNumber(groups['total'])
  return {
    rank_kind: kind,
    n_low: low,
    n_high: high,
    total,
    band: null,
    scope:
      groups['fellows'] === undefined
        ? scope(groups, around)
        : `other:${[groups['noun'], (around.printed('fellows') as string).trim().replace(/^trong /, '')].filter(Boolean).join(' ')}`
  }
}

const rules: readonly TagRule<Rank>[] = [
  {
    id: 'rank/top-n',
    pattern: pattern`(?<span>(?<member>${MEMBER})?${TOP} (?:các )?${N}${TOTAL}(?: ${NOUN})?(?:${INSIDE} (?<superlative>${SUPERLATIVE}))?${AT_SCOPE}(?<fellows> (?:cùng|trong) (?:ngành|lĩnh vực|các nước [^,.;:]{3,40}))?)`,
    produce: (groups, around) => {
      // `nhóm 2` alone is a label; a group of a ranking says who is in it, or that one belongs to it.
      const isTop = /(?:^| )(?:top|tốp|"top") /.test(groups['span'] as string)
      const isCounted = groups['superlative'] !== undefined || groups['total'] !== undefined || groups['scope'] !== undefined
      if (!isTop && isCounted && groups['noun'] === undefined && groups['total'] === undefined && groups['member'] === undefined)
        return undefined
      // `chỉ số PCI trở lại nhóm 10.`: one enters it, and nothing follows that would say what the group is of.
      if (!isTop && !isCounted) {
        const isEntered =
          /^(?:thuộc|vào|lọt|trở lại|quay lại|nằm trong|đứng trong|lọt vào|vươn lên|duy trì|giữ) /.test(groups['member'] ?? '') &&
          (toNumber(groups['n']) ?? 0) >= 3
        if (!isEntered || groups['noun'] !== undefined || !/^(?: ?[.,;)]| và | về |$)/.test(around.after)) return undefined
      }
      return rank('top_n', groups, around)
    },
    examples: [
      {
        text: 'phấn đấu ⟦thuộc nhóm 15 tỉnh, thành phố dẫn đầu cả nước⟧ về',
        value: { rank_kind: 'top_n', n_low: 15, n_high: 15, total: null, scope: 'national' }
      },
      { text: 'sẽ ⟦thuộc nhóm ba địa phương dẫn đầu⟧ về', value: { n_low: 3, scope: 'national' } },
      { text: '⟦nằm trong nhóm 20/63 địa phương dẫn đầu⟧.', value: { n_low: 20, total: 63, scope: 'national' } },
      { text: ['⟦lọt top 10⟧ về', '⟦vào tốp 10⟧ về', 'PCI ⟦trở lại nhóm 10⟧.'], value: { n_low: 10, scope: null } },
      { text: '⟦nằm trong nhóm 10 địa phương có quy mô kinh tế lớn nhất của cả nước⟧ dựa', value: { n_low: 10, scope: 'national' } },
      { text: 'Việt Nam ⟦thuộc nhóm 30 nước dẫn đầu thế giới⟧ về', value: { n_low: 30, scope: 'world' } },
      { text: '⟦nằm trong nhóm 3 nước dẫn đầu khu vực ASEAN⟧', value: { n_low: 3, scope: 'asean' } },
      { text: 'và ⟦nhóm 60 nước dẫn đầu trên thế giới⟧ về', value: { n_low: 60, scope: 'world' } }
    ],
    counterexamples: ['nhóm 1 là nhóm kinh doanh', 'thuộc nhóm 3 theo Luật', 'chia thành nhóm 3 khách hàng', 'nhóm giải pháp']
  },
  {
    id: 'rank/one-of-n',
    pattern: pattern`(?<span>(?:là |trở thành |thuộc |nằm trong |đứng )?(?:một|1) trong (?:số |những |các )?${N} ${NOUN}${INSIDE} (?<superlative>${SUPERLATIVE})${AT_SCOPE})`,
    produce: (groups, around) => rank('top_n', groups, around),
    examples: [
      { text: '⟦một trong năm thành phố trực thuộc tỉnh dẫn đầu cả nước⟧ về', value: { rank_kind: 'top_n', n_low: 5, scope: 'national' } },
      { text: '⟦là 1 trong 4 tỉnh có giá trị xuất khẩu cao nhất⟧', value: { n_low: 4 } }
    ],
    counterexamples: ['một trong những trung tâm hàng đầu', 'một trong 3 đột phá']
  },
  {
    id: 'rank/within-n',
    pattern: pattern`(?<span>${MEMBER}${N}(?:/(?<total>\d{2,3}))? ${NOUN}${INSIDE} (?<superlative>${SUPERLATIVE})${AT_SCOPE})`,
    produce: (groups, around) =>
      /^(?:lên|vào|đứng đầu|ở|trong|giữ) (?:một|1) /.test(groups['span'] as string) ? undefined : rank('top_n', groups, around),
    examples: [
      { text: '⟦nằm trong 5 tỉnh, thành phố cao nhất⟧', value: { rank_kind: 'top_n', n_low: 5, scope: 'national' } },
      { text: '⟦thuộc 3 nước dẫn đầu khu vực ASEAN⟧', value: { n_low: 3, scope: 'asean' } }
    ],
    counterexamples: ['trong 3 nước này']
  },
  {
    id: 'rank/at-least',
    pattern: pattern`(?<span>(?:(?:xếp hạng|xếp|đứng|đạt|nằm ở) )?(?:(?:từ|hạng|thứ|vị trí|thứ hạng) ){1,3}${N}${TOTAL}(?: ${NOUN})? trở lên${AT_SCOPE})`,
    produce: (groups, around) =>
      /^(?:từ|đạt từ) /.test(groups['span'] as string) && !/hạng|thứ|vị trí/.test((groups['span'] as string) + around.before.slice(-12))
        ? undefined
        : rank('at_least', groups, around),
    examples: [
      { text: '⟦xếp hạng từ 15 trở lên⟧.', value: { rank_kind: 'at_least', n_low: 15, n_high: 15 } },
      { text: ['⟦từ thứ 20 trở lên⟧', '⟦xếp thứ 20 trở lên⟧', '⟦vị trí thứ 20 trở lên⟧'], value: { rank_kind: 'at_least', n_low: 20 } }
    ],
    counterexamples: ['đạt từ 15 trở lên', 'từ 18 tuổi trở lên']
  },
  {
    id: 'rank/not-below',
    pattern: pattern`(?<span>(?:không (?:thấp|kém|dưới)(?: hơn)?|không xếp dưới) (?:vị trí thứ |vị trí |hạng |thứ hạng |thứ ){1,2}${N}${TOTAL}(?: ${NOUN})?${AT_SCOPE})`,
    produce: (groups, around) => rank('at_least', groups, around),
    examples: [{ text: 'phấn đấu ⟦không thấp hơn thứ 20⟧', value: { rank_kind: 'at_least', n_low: 20, n_high: 20 } }],
    counterexamples: ['không thấp hơn 20%']
  },
  {
    id: 'rank/exact',
    pattern: pattern`(?<span>(?<verb>(?:được )?(?:xếp hạng|xếp|đứng|giữ vững|giữ|duy trì|đạt|ở|lên|vươn lên|tăng lên|từ|cao|lớn)?) ?(?<place>(?:ở |giữ )?(?:vị trí thứ|vị trí|thứ hạng thứ|thứ hạng|hạng thứ|hạng|thứ)) ${N}(?:${' ?(?:-|đến) ?'}(?<high>\d{1,3}))?${TOTAL}(?: ${NOUN}(?: trong cả nước| cả nước| trong vùng| của vùng| vùng)?)?${AT_SCOPE})(?! (?:trở lên|tuổi|trở đi))`,
    produce: (groups, around) => {
      const span = groups['span'] as string
      const isOrdinalOnly = groups['place'] === 'thứ' && groups['verb'] === '' && groups['total'] === undefined
      // Weekdays, list numbers and ordinals (`thứ năm`, `Thứ hai,`, `lần thứ 9`, `kỳ họp thứ 9`) are no positions.
      if (
        isOrdinalOnly ||
        /(?:lần|kỳ họp|khóa|ngày|phiên|năm|phút|sáng|chiều|quý|tháng|đợt|vòng|phiên họp|người|con|cuộc|nhiệm kỳ|nghị) (?:thứ )?$/.test(
          around.before
        )
      )
        return undefined
      if (
        /^(?:ở|từ|lên|đạt|duy trì)? ?hạng (?:\d|mục)/.test(span) &&
        groups['total'] === undefined &&
        groups['scope'] === undefined &&
        !/xếp|đứng|thứ/.test(span)
      )
        return undefined
      return rank('exact', groups, around)
    },
    examples: [
      { text: '⟦xếp vị trí 10 - 15/63⟧.', value: { rank_kind: 'exact', n_low: 10, n_high: 15, total: 63, scope: 'national' } },
      { text: '⟦vị trí 5/14 tỉnh vùng⟧ này', value: { n_low: 5, total: 14 } },
      { text: ['⟦đứng thứ 5 cả nước⟧,', '⟦đứng thứ năm cả nước⟧.'], value: { rank_kind: 'exact', n_low: 5, scope: 'national' } },
      { text: '⟦xếp thứ 3/63 tỉnh, thành phố⟧.', value: { n_low: 3, total: 63, scope: 'national' } },
      { text: '⟦đứng thứ 30 trên thế giới⟧, tăng', value: { n_low: 30, scope: 'world' } },
      { text: '⟦đứng thứ hai Đông Nam Á⟧', value: { n_low: 2, scope: 'sea' } },
      { text: '⟦giữ vững vị trí thứ hai⟧ về', value: { n_low: 2 } }
    ],
    counterexamples: ['thứ Năm', 'lần thứ 9', 'Thứ hai, đẩy mạnh', 'kỳ họp thứ 9']
  },
  {
    id: 'rank/bare-of-total',
    pattern: pattern`(?<span>(?:xếp|đứng|xếp hạng|hạng|vị trí) ?(?:thứ )?(?<n>\d{1,3})/(?<total>\d{2,3})(?: ${NOUN})?(?: trong cả nước| cả nước)?${AT_SCOPE})`,
    produce: (groups, around) => rank('exact', groups, around),
    examples: [{ text: '⟦xếp 14/63 tỉnh, thành phố⟧', value: { rank_kind: 'exact', n_low: 14, total: 63, scope: 'national' } }],
    counterexamples: ['đạt 18/20 chỉ tiêu']
  },
  {
    id: 'rank/band',
    pattern: pattern`(?<span>${MEMBER}(?:nhóm|top|tốp)(?: (?:các )?${NOUN})?${INSIDE_VERB} "?${BAND}"?(?: trở lên)?${AT_SCOPE})(?! (?:tư|vào|tiên|độ|đẳng|cấp|ra))`,
    produce: (groups, around) => ({
      rank_kind: 'band',
      n_low: null,
      n_high: null,
      total: null,
      band: around.printed('band') ?? null,
      scope: scope(groups, around)
    }),
    examples: [
      {
        text: 'sẽ ⟦thuộc nhóm dẫn đầu vùng Bắc Trung bộ⟧ về',
        value: { rank_kind: 'band', n_low: null, band: 'dẫn đầu', scope: 'region:Bắc Trung bộ' }
      },
      { text: 'mức thu nhập ⟦thuộc nhóm trung bình cao⟧', value: { rank_kind: 'band', band: 'trung bình cao' } },
      { text: '⟦thuộc nhóm đứng đầu cả nước⟧', value: { rank_kind: 'band', scope: 'national' } }
    ],
    counterexamples: ['nhóm khách hàng cao cấp', 'vào nhóm đầu tư']
  },
  {
    id: 'rank/leader',
    pattern: pattern`(?<span>(?:tiếp tục |giữ vững |duy trì )?(?:vị trí |vị thế |ngôi )?(?:dẫn đầu|đứng đầu|đứng thứ nhất|xếp thứ nhất|số một|số 1|hạng nhất)(?: (?:trong )?(?<total>\d{1,2}) tỉnh| các tỉnh)?(?<scope> ${SCOPE}))`,
    produce: (groups, around) => ({
      rank_kind: 'leader',
      n_low: 1,
      n_high: 1,
      total: toNumber(groups['total']),
      band: null,
      scope: scope(groups, around)
    }),
    examples: [
      { text: 'PCI ⟦đứng đầu 5 tỉnh Tây Nguyên⟧,', value: { rank_kind: 'leader', total: 5, scope: 'region:Tây Nguyên' } },
      { text: 'tỉnh ⟦dẫn đầu cả nước⟧ về', value: { rank_kind: 'leader', n_low: 1, n_high: 1, scope: 'national' } },
      { text: '⟦đứng đầu khu vực Bắc Trung Bộ⟧ và', value: { scope: 'region:Bắc Trung Bộ' } }
    ],
    counterexamples: ['dẫn dắt cả nước', 'ngành dẫn đầu', 'đầu tiên cả nước']
  },
  {
    id: 'rank/leader-in-field',
    pattern: pattern`(?<span>(?:dẫn đầu|đứng đầu))(?= (?:về|trong) [a-zà-ỹđ])`,
    produce: (_, around) =>
      /(?:tỉnh|thành phố|phố|địa phương|nước|quốc gia|nhất|ngành|nhóm|người|cơ quan|đơn vị|cấp ủy|tổ chức|trường) $/.test(around.before)
        ? undefined
        : { rank_kind: 'leader', n_low: 1, n_high: 1, total: null, band: null, scope: null },
    examples: [{ text: 'và ⟦dẫn đầu⟧ về an toàn thông tin', value: { rank_kind: 'leader', n_low: 1, scope: null } }],
    counterexamples: ['nhóm ba địa phương dẫn đầu về', 'người đứng đầu trong cơ quan', 'dẫn đầu']
  },
  {
    id: 'rank/superlative',
    pattern: pattern`(?<span>(?:cao nhất|tốt nhất)(?<scope> ${SCOPE}))`,
    produce: (groups, around) => ({ rank_kind: 'leader', n_low: 1, n_high: 1, total: null, band: null, scope: scope(groups, around) }),
    examples: [{ text: 'tăng trưởng ⟦cao nhất cả nước⟧.', value: { rank_kind: 'leader', scope: 'national' } }],
    counterexamples: ['cao nhất từ trước đến nay']
  },
  {
    id: 'rank/improve',
    pattern: pattern`(?<span>(?:tăng|cải thiện|nâng|thăng|tăng hạng|nâng hạng)(?: (?:ít nhất|tối thiểu|thêm|được|từ|khoảng)){0,2} ${N}(?: ?- ?(?<high>\d{1,2}))? (?:bậc|hạng|thứ hạng))(?! (?:học|thuế|lương|thang))`,
    produce: (groups, around) => rank('improve', groups, around),
    examples: [
      { text: '⟦tăng ít nhất 3 bậc⟧ so với', value: { rank_kind: 'improve', n_low: 3, n_high: 3 } },
      { text: '⟦tăng 2-3 bậc⟧', value: { n_low: 2, n_high: 3 } }
    ],
    counterexamples: ['tăng 3 bậc lương', 'tăng 5 điểm']
  },
  {
    id: 'rank/improve-unstated',
    pattern: pattern`(?<span>(?:cải thiện|nâng cao|nâng|tăng) (?:vị trí )?(?:thứ hạng|thứ bậc|xếp hạng|vị trí xếp hạng))`,
    produce: () => ({ rank_kind: 'improve', n_low: null, n_high: null, total: null, band: null, scope: null }),
    examples: [{ text: '⟦cải thiện thứ hạng⟧ PCI', value: { rank_kind: 'improve', n_low: null } }],
    counterexamples: ['cải thiện môi trường']
  },
  {
    id: 'rank/no-fall',
    pattern: pattern`(?<span>không (?:để )?(?:tụt|giảm|rớt) (?:hạng|bậc|thứ hạng))`,
    produce: () => ({ rank_kind: 'improve', n_low: null, n_high: null, total: null, band: null, scope: null }),
    examples: [{ text: 'phấn đấu ⟦không tụt hạng⟧', value: { rank_kind: 'improve', n_low: null } }],
    counterexamples: ['không giảm']
  },
  {
    id: 'rank/level-of',
    pattern: pattern`(?<span>(?:đạt|ở|trở thành|là|thành) (?:mức|(?:tỉnh có )?(?<inside>trình độ(?: phát triển)?)|tỉnh (?<field>phát triển)) (?<band>khá|trung bình cao|trung bình khá|trung bình|cao)(?<scope> (?:của|trong|so với) (?:cả nước|toàn quốc|cả vùng|vùng|khu vực|thế giới)(?! [a-zà-ỹđ]{2,} [a-zà-ỹđ])))`,
    produce: (groups, around) => ({
      rank_kind: 'band',
      n_low: null,
      n_high: null,
      total: null,
      band: around.printed('band') ?? null,
      scope: scopeOf((groups['scope'] as string).replace('so với', ''))
    }),
    examples: [
      { text: 'phấn đấu ⟦đạt mức trung bình cao của toàn quốc⟧.', value: { rank_kind: 'band', band: 'trung bình cao', scope: 'national' } },
      { text: '⟦trở thành tỉnh phát triển khá của cả nước⟧', value: { rank_kind: 'band', band: 'khá', scope: 'national' } }
    ],
    counterexamples: ['bằng mức bình quân chung của cả nước', 'đạt mức khá']
  },
  {
    id: 'rank/among-leading',
    pattern: pattern`(?<span>(?:(?:trở thành|là) )?một trong (?:những|số các|các) (?:nước|quốc gia|nền kinh tế|tỉnh|địa phương)${INSIDE} (?<band>${SUPERLATIVE})(?<scope> ${SCOPE}))`,
    produce: (groups, around) =>
      groups['inside'] === undefined
        ? undefined
        : { rank_kind: 'band', n_low: null, n_high: null, total: null, band: around.printed('band') ?? null, scope: scope(groups, around) },
    examples: [
      {
        text: '⟦trở thành một trong những nước có nền nông nghiệp hàng đầu thế giới⟧ với',
        value: { rank_kind: 'band', band: 'hàng đầu', scope: 'world' }
      }
    ],
    counterexamples: ['là một trong những trung tâm hàng đầu thế giới', 'một trong những tỉnh dẫn đầu cả nước']
  },
  {
    id: 'rank/market-class',
    pattern: pattern`(?<span>nâng hạng (?<inside>[^,.;:"()]{3,50}?)(?: từ [^,.;:"()]{3,40}?)? (?:lên|thành) (?<band>(?:thị trường )?(?:mới nổi|cận biên|phát triển)))`,
    produce: (_, around) => ({
      rank_kind: 'band',
      n_low: null,
      n_high: null,
      total: null,
      band: around.printed('band') ?? null,
      scope: 'world'
    }),
    examples: [
      {
        text: '⟦nâng hạng thị trường chứng khoán từ thị trường cận biên lên thị trường mới nổi⟧,',
        value: { rank_kind: 'band', band: 'thị trường mới nổi' }
      }
    ],
    counterexamples: ['nâng hạng sao khách sạn']
  }
]

export const rankMention: MentionType<Rank> = {
  type: 'rank',
  isPublic: true,
  schema,
  rules,
  tags: () => ['Rank'],
  publish: value => value
}
