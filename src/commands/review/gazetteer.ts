import { INDICATORS, RANK_SUBJECTS } from '../../mentions/indicator/catalogue.ts'
import { PROVINCES } from '../../mentions/place/units.ts'
import type { Suggestions } from '../../review/edit-form.ts'
import { stripMarks } from '../../text/fold.ts'
import { isOneEditApart } from '../../text/one-edit.ts'
import { placeInWords } from '../words.ts'

/** The names that forms suggest: of places, indicators, and what ranks are about. */
export const SUGGESTIONS: Suggestions = {
  place: [{ name: 'Việt Nam', aside: '' }, ...PROVINCES.map(p => ({ name: p.name, aside: p.code34 === null ? '→ 2025' : '' }))],
  indicator: INDICATORS.map(i => ({ name: i.name, aside: i.id })),
  subject: RANK_SUBJECTS.map(s => ({ name: s.name, aside: s.id }))
}

const key = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
const PLACES = new Map([
  ['vn', 'vn'],
  [key('Việt Nam'), 'vn'],
  ...PROVINCES.flatMap(p => [p.id, p.name, ...p.aliases].map((name): [string, string] => [key(name), p.id]))
])
const INDICATOR_IDS = new Map(INDICATORS.flatMap(i => [i.id, i.name].map((name): [string, string] => [key(name), i.id])))
const SUBJECT_IDS = new Map(RANK_SUBJECTS.flatMap(s => [s.id, s.name].map((name): [string, string] => [key(name), s.id])))

/** The id of a place by its name, as it was before or by its id; null where none is called so. */
export function placeNamed(typed: string, before: unknown): string | null {
  if (typeof before === 'string' && [before, placeInWords(before)].includes(typed)) return before
  return typed.startsWith('other:') && typed.length > 6 ? typed : (PLACES.get(key(typed)) ?? null)
}

/** A place whose name is nearly that; null where there is none. */
export function placeLike(typed: string): string | null {
  const bare = (name: string) => stripMarks(key(name))
  const found = PROVINCES.find(p => bare(p.name) === bare(typed)) ?? PROVINCES.find(p => isOneEditApart(bare(p.name), bare(typed)))
  return found?.name ?? null
}

/** The id of an indicator, or of what a rank is about, by name or id; null where none is called so. */
export function namedId(field: string, typed: string): string | null {
  return (field === 'subject' ? SUBJECT_IDS : INDICATOR_IDS).get(key(typed)) ?? null
}
