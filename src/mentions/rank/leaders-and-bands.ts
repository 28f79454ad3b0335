import type { Surroundings, TagRule } from '../../model/rule.ts'
import type { Rank } from '../../model/values.ts'
import { pattern } from '../../text/pattern.ts'
import { AT_SCOPE, INSIDE, MEMBER, NEXT, NOUN, SUPERLATIVE, SUPERLATIVES } from './pattern-groups.ts'
import { fellows, scope, toNumber } from './rank.ts'
import { SCOPE, scopeOf } from './scopes.ts'

const INSIDE_VERB = `(?<inside> (?:có|đạt|phát triển|xuất khẩu|nhập khẩu|sản xuất|tăng trưởng)(?:${NEXT}[^ ,.;:"()]{1,30}){0,12})?`
const BAND = `(?<band>${SUPERLATIVES}|đầu|cao|rất tốt|tốt|khá|trung bình cao|trung bình khá|trung bình thấp|trung bình|phát triển khá|phát triển cao)`

// Others that lead, named to be like them or to work with them: `các nước dẫn đầu ASEAN`.
const OTHERS = /(?:^| )(?:các|những|nhiều|một số) [^ ,.;:]{1,12}(?: [^ ,.;:]{1,12}){0,3} $/

/** A band by its printed words, without a number. */
const band = (around: Surroundings, scope: string | null): Rank => ({
  rank_kind: 'band',
  n_low: null,
  n_high: null,
  total: null,
  band: around.printed('band') ?? null,
  scope
})

/** Who is first, and leading groups without a number. */
export const LEADERS: readonly TagRule<Rank>[] = [
  {
    id: 'rank/band',
    pattern: pattern`(?<span>${MEMBER}(?:nhóm|top|tốp)(?: (?:các )?${NOUN})?${INSIDE_VERB} "?${BAND}"?(?: trở lên)?(?:(?<fellows>(?: trong| so với| của)? (?:các|những) (?!tỉnh(?:, thành phố)? (?:vùng|khu vực|tiểu vùng|miền (?:trung|bắc|nam|tây|núi phía)) )(?:nước|quốc gia|nền kinh tế|tỉnh|địa phương|thành phố|đô thị|trường|doanh nghiệp) [^,.;:()"|]{3,40}?(?=[,.;:()"|]|$| (?:về|trong|vào|và|đến|trên|theo) ))|${AT_SCOPE}))(?! (?:tư|vào|tiên|độ|đẳng|cấp|ra))`,
    produce: (groups, around) => band(around, groups['fellows'] === undefined ? scope(groups, around) : fellows(around)),
    examples: [
      {
        text: 'cần ⟦thuộc nhóm dẫn đầu vùng Bắc Trung bộ⟧ về',
        value: { rank_kind: 'band', n_low: null, band: 'dẫn đầu', scope: 'region:Bắc Trung bộ' }
      },
      { text: 'mức thu nhập ⟦thuộc nhóm trung bình cao⟧', value: { rank_kind: 'band', band: 'trung bình cao' } },
      { text: '⟦thuộc nhóm đứng đầu cả nước⟧', value: { rank_kind: 'band', scope: 'national' } },
      {
        text: '⟦thuộc nhóm dẫn đầu trong các tỉnh miền núi nghèo⟧ về nuôi ong',
        value: { rank_kind: 'band', scope: 'other:các tỉnh miền núi nghèo' }
      }
    ],
    counterexamples: ['nhóm khách hàng cao cấp', 'vào nhóm đầu tư']
  },
  {
    id: 'rank/leader',
    pattern: pattern`(?<span>(?:tiếp tục |giữ vững |duy trì )?(?:vị trí |vị thế |ngôi )?(?:dẫn đầu|đứng đầu|đứng thứ nhất|xếp thứ nhất|số một|số 1|hạng nhất)(?: (?:trong )?(?<total>\d{1,2}) tỉnh| các tỉnh)?(?<scope> ${SCOPE}))`,
    produce: (groups, around) =>
      OTHERS.test(around.before)
        ? undefined
        : { rank_kind: 'leader', n_low: 1, n_high: 1, total: toNumber(groups['total']), band: null, scope: scope(groups, around) },
    examples: [
      { text: 'PCI ⟦đứng đầu 5 tỉnh Tây Nguyên⟧,', value: { rank_kind: 'leader', total: 5, scope: 'region:Tây Nguyên' } },
      { text: 'tỉnh ⟦dẫn đầu cả nước⟧ về', value: { rank_kind: 'leader', n_low: 1, n_high: 1, scope: 'national' } },
      { text: '⟦đứng đầu khu vực Bắc Trung Bộ⟧ với', value: { scope: 'region:Bắc Trung Bộ' } }
    ],
    counterexamples: ['dẫn dắt cả nước', 'ngành dẫn đầu', 'đầu tiên cả nước', 'ngang với các nước dẫn đầu ASEAN']
  },
  {
    id: 'rank/leader-in-field',
    pattern: pattern`(?<span>(?:dẫn đầu|đứng đầu))(?= (?:về|trong) [a-zà-ỹđ])`,
    produce: (_, around) =>
      /(?:tỉnh|thành phố|phố|địa phương|nước|quốc gia|nhất|ngành|nhóm|người|cơ quan|đơn vị|cấp ủy|tổ chức|trường) $/.test(around.before)
        ? undefined
        : { rank_kind: 'leader', n_low: 1, n_high: 1, total: null, band: null, scope: null },
    examples: [{ text: 'và ⟦dẫn đầu⟧ về nuôi tôm', value: { rank_kind: 'leader', n_low: 1, scope: null } }],
    counterexamples: ['nhóm ba địa phương dẫn đầu về', 'người đứng đầu trong cơ quan', 'dẫn đầu']
  },
  {
    id: 'rank/superlative',
    pattern: pattern`(?<span>(?:cao nhất|tốt nhất)(?<scope> ${SCOPE}))`,
    produce: (groups, around) => ({ rank_kind: 'leader', n_low: 1, n_high: 1, total: null, band: null, scope: scope(groups, around) }),
    examples: [{ text: 'tăng trưởng ⟦cao nhất cả nước⟧.', value: { rank_kind: 'leader', scope: 'national' } }],
    counterexamples: ['cao nhất từ trước đến nay']
  }
]

/** Levels and classes that one belongs to or is raised to. */
export const CLASSES: readonly TagRule<Rank>[] = [
  {
    id: 'rank/level-of',
    pattern: pattern`(?<span>(?:đạt|ở|trở thành|là|thành) (?!mức cao )(?:mức|(?:tỉnh có )?(?<inside>trình độ(?: phát triển)?)|tỉnh (?<field>phát triển)) (?<band>khá|trung bình cao|trung bình khá|trung bình|cao)(?<scope> (?:của|trong|so với) (?:cả nước|toàn quốc|cả vùng|vùng|khu vực|thế giới)(?! [a-zà-ỹđ]{2,30} [a-zà-ỹđ])))`,
    produce: (groups, around) => band(around, scopeOf((groups['scope'] as string).replace('so với', ''))),
    examples: [
      { text: 'phấn đấu ⟦đạt mức trung bình khá của toàn quốc⟧.', value: { rank_kind: 'band', band: 'trung bình khá', scope: 'national' } },
      { text: '⟦là tỉnh phát triển trung bình khá của cả nước⟧', value: { rank_kind: 'band', band: 'trung bình khá', scope: 'national' } }
    ],
    counterexamples: ['bằng mức bình quân chung của cả nước', 'đạt mức khá', 'kinh tế số đạt mức cao của thế giới']
  },
  {
    // How plans of provinces say where the province is to stand.
    id: 'rank/developed',
    pattern: pattern`(?<span>(?:trở thành|là|thành) (?:một trong (?:những|số các|các) )?(?:tỉnh|thành phố|địa phương) (?<inside>(?:có )?(?:trình độ )?phát triển) (?<band>trung bình khá|khá|hàng đầu)(?:(?:,| và|, và)? (?:toàn diện|bền vững|năng động|nhanh|hiện đại|xanh|thông minh|văn minh)){0,5}(?<scope> ${SCOPE}))`,
    produce: (groups, around) => band(around, scope(groups, around)),
    examples: [
      {
        text: '⟦là tỉnh phát triển khá, toàn diện và bền vững trong vùng Trung du và miền núi Bắc Bộ⟧;',
        value: { rank_kind: 'band', band: 'khá', scope: 'region:Trung du và miền núi Bắc Bộ' }
      },
      {
        text: '⟦là một trong những tỉnh phát triển khá của vùng Đồng bằng sông Cửu Long⟧, có',
        value: { rank_kind: 'band', scope: 'region:Đồng bằng sông Cửu Long' }
      }
    ],
    counterexamples: ['là tỉnh phát triển nhanh và bền vững', 'là tỉnh khá của cả nước']
  },
  {
    id: 'rank/among-leading',
    pattern: pattern`(?<span>(?:(?:trở thành|là) )?một trong (?:những|số các|các) (?:nước|quốc gia|nền kinh tế|tỉnh|địa phương)${INSIDE} (?<band>${SUPERLATIVE})(?<scope> ${SCOPE}))`,
    produce: (groups, around) => (groups['inside'] === undefined ? undefined : band(around, scope(groups, around))),
    examples: [
      {
        text: '⟦trở thành một trong những nước có nghề đóng tàu hàng đầu thế giới⟧ với',
        value: { rank_kind: 'band', band: 'hàng đầu', scope: 'world' }
      }
    ],
    counterexamples: ['là một trong những trung tâm hàng đầu thế giới', 'một trong những tỉnh dẫn đầu cả nước']
  },
  {
    id: 'rank/market-class',
    pattern: pattern`(?<span>nâng hạng(?: (?!từ )(?<inside>[^,.;:"()]{3,50}?))?(?: từ [^,.;:"()]{3,40}?)? (?:lên|thành) (?<band>(?:thị trường )?(?:mới nổi|cận biên|phát triển)))`,
    produce: (_, around) => band(around, 'world'),
    examples: [
      {
        text: '⟦nâng hạng thị trường cổ phiếu từ thị trường cận biên lên thị trường mới nổi⟧,',
        value: { rank_kind: 'band', band: 'thị trường mới nổi' }
      },
      { text: 'thị trường chứng khoán được ⟦nâng hạng từ cận biên lên mới nổi⟧ vào', value: { band: 'mới nổi' } }
    ],
    counterexamples: ['nâng hạng sao khách sạn']
  }
]
