import type { Note } from './types.ts'

/** Why a Vietnamese text is of low quality; empty for a sound one. */
export function judgeQuality(_text: string, _source: string): readonly Note[] {
  return []
}
