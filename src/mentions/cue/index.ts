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
  tags: ({ tags }) => tags
}
