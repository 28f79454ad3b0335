import type { TagRule } from '../../model/rule.ts'
import type { Rank } from '../../model/values.ts'
import { pattern } from '../../text/pattern.ts'
import { AT_SCOPE, INSIDE, MEMBER, N, NOUN, POSITION, SUPERLATIVE, SUPERLATIVES, TOTAL } from './pattern-groups.ts'
import { rank, toNumber } from './rank.ts'

const TOP = '(?:nhóm|top|tốp|"top"|danh sách)'

/** Places in a ranking by their number: among the first so many, exactly, or at least. */
export const POSITIONS: readonly TagRule<Rank>[] = [
  {
    // A bracket of a ranking: where one stands in it.
    id: 'rank/bracket',
    pattern: pattern`(?<span>${MEMBER}?${TOP} (?<n>${POSITION}) ?(?:-|–|đến) ?(?<high>${POSITION})(?: (?:các )?${NOUN})?(?: (?<superlative>${SUPERLATIVES}))?${AT_SCOPE})`,
    produce: (groups, around) => {
      // `nhóm 5 - 10 người` is a size.
      const isRanking = /top|tốp/.test(groups['span'] as string) || groups['scope'] !== undefined || groups['superlative'] !== undefined
      return isRanking ? rank('exact', groups, around) : undefined
    },
    examples: [
      {
        text: '⟦tốp 401 - 600 các trường đại học hàng đầu thế giới⟧ và',
        value: { rank_kind: 'exact', n_low: 401, n_high: 600, scope: 'world' }
      },
      { text: '⟦nằm trong top 10-15 cả nước⟧ về', value: { n_low: 10, n_high: 15, scope: 'national' } }
    ],
    counterexamples: ['nhóm 10 tỉnh - thành', 'chia vào nhóm 5 - 10 người']
  },
  {
    id: 'rank/top-n',
    pattern: pattern`(?<span>(?<member>${MEMBER})?${TOP}:? (?:các )?${N}${TOTAL}(?: ${NOUN})?(?:${INSIDE} (?<superlative>${SUPERLATIVES}))?${AT_SCOPE}(?<fellows> (?:cùng ngành|cùng lĩnh vực|trong ngành(?! )|(?:cùng|trong) các nước [^,.;:]{3,40}))?)`,
    produce: (groups, around) => {
      // `nhóm 2` alone is a label; a group of a ranking says who is in it, or that one belongs to it.
      const isTop = /(?:^| )(?:top|tốp|"top") /.test(groups['span'] as string)
      const isCounted = groups['superlative'] !== undefined || groups['total'] !== undefined || groups['scope'] !== undefined
      if (!isTop && isCounted && groups['noun'] === undefined && groups['total'] === undefined && groups['member'] === undefined)
        return undefined
      // `chỉ số PCI trở lại nhóm 10.`: one enters it, and nothing follows that would say what the group is of.
      if (!isTop && !isCounted) {
        const isEntered =
          /^(?:thuộc|vào|lọt|trở lại|quay lại|nằm trong|đứng trong|(?:được )?xếp hạng trong|lọt vào|vươn lên|duy trì|giữ) /.test(
            groups['member'] ?? ''
          ) && (toNumber(groups['n']) ?? 0) >= 3
        if (
          !isEntered ||
          groups['noun'] !== undefined ||
          !/^(?: ?[.,;)]| và | về | (?:của|theo) (?:các )?bảng xếp hạng |$)/.test(around.after)
        )
          return undefined
      }
      return rank('top_n', groups, around)
    },
    examples: [
      {
        text: 'phấn đấu ⟦thuộc nhóm 18 tỉnh, thành phố dẫn đầu cả nước⟧ về',
        value: { rank_kind: 'top_n', n_low: 18, n_high: 18, total: null, scope: 'national' }
      },
      { text: 'cần ⟦thuộc nhóm tám địa phương dẫn đầu⟧ về', value: { n_low: 8, scope: 'national' } },
      { text: '⟦nằm trong nhóm 20/63 địa phương dẫn đầu⟧.', value: { n_low: 20, total: 63, scope: 'national' } },
      { text: ['⟦lọt top 10⟧ về', '⟦vào tốp 10⟧ về', 'PCI ⟦trở lại nhóm 10⟧.'], value: { n_low: 10, scope: null } },
      { text: '⟦nằm trong nhóm 12 địa phương có số hồ chứa lớn nhất của cả nước⟧ dựa', value: { n_low: 12, scope: 'national' } },
      { text: 'Việt Nam ⟦thuộc nhóm 35 nước dẫn đầu thế giới⟧ về', value: { n_low: 35, scope: 'world' } },
      { text: '⟦nằm trong nhóm 4 nước dẫn đầu khu vực ASEAN⟧', value: { n_low: 4, scope: 'asean' } },
      { text: 'và ⟦nhóm 55 nước dẫn đầu trên thế giới⟧ về', value: { n_low: 55, scope: 'world' } },
      { text: '⟦thuộc nhóm: 45 nước dẫn đầu⟧ về in ấn; 25 nước', value: { n_low: 45, scope: 'world' } },
      { text: '⟦được xếp hạng trong nhóm 120⟧ của bảng xếp hạng quốc tế', value: { n_low: 120 } },
      { text: '⟦lọt vào nhóm 8 hãng tàu được ưa chuộng nhất châu Á⟧,', value: { n_low: 8, scope: 'asia' } }
    ],
    counterexamples: ['nhóm 1 là nhóm kinh doanh', 'thuộc nhóm 3 theo Luật', 'chia thành nhóm 3 khách hàng', 'nhóm giải pháp']
  },
  {
    id: 'rank/one-of-n',
    pattern: pattern`(?<span>(?:là |trở thành |thuộc |nằm trong |đứng )?(?:một|1) trong (?:số |những |các )?${N} ${NOUN}${INSIDE} (?<superlative>${SUPERLATIVE})${AT_SCOPE})`,
    produce: (groups, around) => rank('top_n', groups, around),
    examples: [
      { text: '⟦một trong sáu thành phố trực thuộc tỉnh dẫn đầu cả nước⟧ về', value: { rank_kind: 'top_n', n_low: 6, scope: 'national' } },
      { text: '⟦là 1 trong 6 tỉnh có sản lượng mật ong cao nhất⟧', value: { n_low: 6 } }
    ],
    counterexamples: ['một trong những trung tâm hàng đầu', 'một trong 3 đột phá']
  },
  {
    id: 'rank/within-n',
    pattern: pattern`(?<span>${MEMBER}${N}(?:/(?<total>\d{2,3}))? ${NOUN}${INSIDE} (?<superlative>${SUPERLATIVE})${AT_SCOPE})`,
    produce: (groups, around) =>
      /^(?:lên|vào|đứng đầu|ở|trong|giữ) (?:một|1) /.test(groups['span'] as string) ? undefined : rank('top_n', groups, around),
    examples: [
      { text: '⟦nằm trong 7 tỉnh, thành phố cao nhất⟧', value: { rank_kind: 'top_n', n_low: 7, scope: 'national' } },
      { text: '⟦thuộc 4 nước dẫn đầu khu vực ASEAN⟧', value: { n_low: 4, scope: 'asean' } }
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
      // `các thành phố hạng hai`, `giữ hạng 2`: a class, not a place in a ranking.
      const isClass = groups['place'] === 'hạng' && /^(?:giữ)?$/.test(groups['verb'] as string)
      if (isClass && groups['total'] === undefined && groups['scope'] === undefined) return undefined
      return rank('exact', groups, around)
    },
    examples: [
      { text: '⟦xếp vị trí 10 - 15/63⟧.', value: { rank_kind: 'exact', n_low: 10, n_high: 15, total: 63, scope: 'national' } },
      { text: '⟦vị trí 5/14 tỉnh vùng⟧ này', value: { n_low: 5, total: 14 } },
      { text: ['⟦đứng thứ 5 cả nước⟧,', '⟦đứng thứ năm cả nước⟧.'], value: { rank_kind: 'exact', n_low: 5, scope: 'national' } },
      { text: '⟦xếp thứ 9/63 tỉnh, thành phố⟧.', value: { n_low: 9, total: 63, scope: 'national' } },
      { text: '⟦đứng thứ 46 trên thế giới⟧, hơn', value: { n_low: 46, scope: 'world' } },
      { text: '⟦đứng thứ hai Đông Nam Á⟧', value: { n_low: 2, scope: 'sea' } },
      { text: '⟦giữ vững vị trí thứ hai⟧ về', value: { n_low: 2 } }
    ],
    counterexamples: ['thứ Năm', 'các đô thị hạng hai', 'giữ hạng 3', 'lần thứ 9', 'Thứ hai, đẩy mạnh', 'kỳ họp thứ 9']
  },
  {
    id: 'rank/bare-of-total',
    pattern: pattern`(?<span>(?:xếp|đứng|xếp hạng|hạng|vị trí) ?(?:thứ )?(?<n>\d{1,3})/(?<total>\d{2,3})(?: ${NOUN})?(?: trong cả nước| cả nước)?${AT_SCOPE})`,
    produce: (groups, around) => rank('exact', groups, around),
    examples: [{ text: '⟦xếp 23/63 tỉnh, thành phố⟧', value: { rank_kind: 'exact', n_low: 23, total: 63, scope: 'national' } }],
    counterexamples: ['đạt 18/20 chỉ tiêu']
  }
]
