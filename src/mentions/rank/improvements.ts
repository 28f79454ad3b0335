import type { TagRule } from '../../model/rule.ts'
import type { Rank } from '../../model/values.ts'
import { pattern } from '../../text/pattern.ts'
import { N } from './pattern-groups.ts'
import { rank } from './rank.ts'

/** Ranks that are to be bettered, by so many places or not. */
export const IMPROVEMENTS: readonly TagRule<Rank>[] = [
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
  }
]
