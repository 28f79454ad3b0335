import * as z from 'zod'
import type { MentionType } from '../../model/rule.ts'
import type { Cue } from '../../model/values.ts'
import { LEXICON } from './lexicon.ts'

const tagsOf = new Map<string, string[]>()
for (const { tags, phrases } of LEXICON) {
  for (const phrase of phrases) tagsOf.set(phrase, [...new Set([...(tagsOf.get(phrase) ?? []), ...tags])])
}

export const cue: MentionType<Cue> = {
  type: 'cue',
  isPublic: false,
  schema: z.strictObject({ tags: z.array(z.string()) }),
  rules: [],
  entries: [...tagsOf].map(([phrase, tags]) => ({ phrase, value: { tags }, rule: 'cue/lexicon' })),
  slips: {
    id: 'cue/slip',
    phrases: ['phấn đấu', 'chỉ tiêu', 'mục tiêu', 'tăng trưởng', 'so với cùng kỳ', 'hoàn thành'],
    firm: ['phấn đấu', 'hoàn thành', 'tăng trưởng'],
    others: ['chi tiêu', 'hưng phấn đầu', 'tăng trường hợp', 'tăng trường học', 'tăng trường lớp', 'tăng trường đại', 'hoàn thanh toán'],
    examples: [['tỉnh phấn đâu đạt 20%', 'tỉnh phấn đấu đạt 20%']],
    counterexamples: ['tăng chi tiêu 5%', 'hưng phấn đầu phiên', 'trong 3 danh mức tiêu thụ']
  },
  tags: ({ tags }) => tags
}
