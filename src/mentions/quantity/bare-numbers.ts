import type { TagRule } from '../../model/rule.ts'
import type { Quantity } from '../../model/values.ts'
import { DIGITS } from '../../text/numerals.ts'
import { pattern } from '../../text/pattern.ts'
import { COMPARATOR_BEFORE } from './comparators.ts'
import { MULT, quantity } from './numbers.ts'

/** Numbers without a unit. */
export const BARE_NUMBERS: readonly TagRule<Quantity>[] = [
  {
    id: 'quantity/net-zero',
    pattern: pattern`(?<=ròng (?:khí nhà kính )?(?:(?:trở )?về |bằng |là |đạt |ở )?(?:mức |mốc )?(?:không )?"?)(?<span>không|0)(?="?(?:[^a-zà-ỹđ0-9.,]|[.,](?!\\d)|$))(?! (?:đạt|có|phải|thể|chỉ|được|còn|0))`,
    produce: () => ({ low: 0, high: 0, comparator: '=', unit: null, form: 'plain', isFrom: false }),
    examples: [
      {
        text: ['đạt phát thải ròng bằng ⟦không⟧ vào', 'hứa phát thải ròng bằng “⟦0⟧” tại', 'kéo phát thải ròng về ⟦0⟧ (Net Zero)'],
        value: { low: 0, unit: null }
      }
    ],
    counterexamples: ['lãi ròng không đạt', 'bán ròng 1,5']
  },
  {
    id: 'quantity/plain',
    pattern: pattern`${COMPARATOR_BEFORE}(?<span>(?<low>${DIGITS})${MULT})(?=(?: ?[,.;)"](?!\d)|$| (?:và|vào|so với|theo|trong)(?: |$)|\n))`,
    produce: (groups, around) =>
      groups['comparator'] === undefined && !/(?:bằng|đạt|về mức|về|xuống còn|xuống|lên) (?:mức )?"?$/.test(around.before)
        ? undefined
        : quantity(groups, null, 'plain', /^0|^\d{1,2}[.,]\d/.test(groups['low'] as string) ? 'decimal' : 'group'),
    examples: [
      { text: ['số vụ giảm về ⟦0⟧ và', 'giữ ở mức bằng “⟦0⟧” vào'], value: { low: 0, unit: null } },
      { text: 'chỉ số đạt ⟦0,75⟧.', value: { low: 0.75 } },
      { text: 'số vụ cháy không vượt quá ⟦70⟧.', value: { low: 70, comparator: '<=' } }
    ],
    counterexamples: ['đạt 20 xã', 'lên 63/63']
  }
]
