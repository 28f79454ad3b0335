import type { GrammarRule } from '../../model/rule.ts'

/** What a rank is about. Slots: `rank`, `subject`. The first rule in this order that fits a rank reads it. */
export const RANK_RULES: readonly GrammarRule[] = [
  {
    id: 'rank_goal/about',
    match:
      '[<rank>#Rank] #Adverb? (về|trong|ở) (việc|mặt|lĩnh vực|bảng)? [<subject>#Inner (#Inner|#And|#Of|#Comma|#Open|#Close|#Dash|#Quote){0,40}]',
    examples: [
      { text: 'thuộc nhóm 12 tỉnh, thành phố dẫn đầu cả nước về nuôi tôm.', slots: { subject: 'nuôi tôm' } },
      {
        text: 'dẫn đầu về chế biến nông sản, nuôi trồng dược liệu của cả nước',
        slots: { subject: 'chế biến nông sản , nuôi trồng dược liệu của cả nước' }
      }
    ],
    counterexamples: ['xếp thứ 5 cả nước.']
  },
  {
    id: 'rank_goal/of-subject',
    match:
      '[<subject>#Inner (#Inner|#And|#Of|#Dash|#Quote){0,40} (#Open #Inner+ #Close)?] (#Adverb|#Goal|#Weak|#Ensure|#Result|#Reach|#Comma|#Date|#Forecast|#Quote){0,4} [<rank>#Rank]',
    examples: [
      {
        text: 'chỉ số chung về phát triển xanh thuộc nhóm 18 tỉnh, thành phố dẫn đầu cả nước',
        slots: { subject: 'chỉ số chung về phát triển xanh' }
      },
      { text: 'Chỉ số PCI của tỉnh Lào Cai phấn đấu xếp vị trí 10-15/63', slots: { subject: 'chỉ số pci của tỉnh lào cai' } }
    ],
    counterexamples: ['xếp thứ 5 cả nước.']
  },
  {
    id: 'rank_goal/improve-of',
    match: '[<rank>#Rank] [<subject>#Inner+ (#Open #Inner+ #Close)?]',
    examples: [{ text: 'cải thiện thứ hạng chỉ số PCI;', slots: { subject: 'chỉ số pci' } }],
    counterexamples: ['cải thiện thứ hạng.']
  },
  {
    id: 'rank_goal/alone',
    match: '[<rank>#Rank]',
    examples: [{ text: 'phấn đấu lọt top 10.', slots: { rank: 'lọt top 10' } }],
    counterexamples: ['phấn đấu đạt 10%']
  }
]
