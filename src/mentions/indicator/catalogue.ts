import type { SubjectName, ValueClass } from '../../model/knowledge.ts'
import { matchKey } from '../../text/fold.ts'
import catalogue from './catalogue.json' with { type: 'json' }
import subjects from './rank-subjects.json' with { type: 'json' }

/** An indicator of the catalogue. `phrases` are parts that must stand in an indicator phrase in this order, joined by `…`. */
export interface Indicator {
  readonly id: string
  readonly name: string
  readonly en: string
  readonly pillar: string
  readonly unit: string
  readonly kind: string
  readonly better: string
  readonly phrases: readonly string[]
  readonly accepts: string
  readonly excludes: readonly string[]
}

/** What a rank can be about: an index or a field. */
export interface RankSubject {
  readonly id: string
  readonly name: string
  readonly en: string
  readonly phrases: readonly string[]
  /** Who is ranked: provinces in the country, countries in the world, or either. */
  readonly ranks: string
}

export const INDICATORS: readonly Indicator[] = catalogue
export const RANK_SUBJECTS: readonly RankSubject[] = subjects

/** Whether `phrase` stands in `text` on word boundaries, from `from` on: the offset behind it, or -1. */
function find(text: string, phrase: string, from: number): number {
  for (let at = text.indexOf(phrase, from); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = text[at - 1]
    const after = text[at + phrase.length]
    if ((before === undefined || !isLetter(before)) && (after === undefined || !isLetter(after))) return at + phrase.length
  }
  return -1
}

const isLetter = (c: string) => /[\p{L}\p{N}]/u.test(c)

interface Compiled<T> {
  readonly entry: T
  readonly parts: readonly string[]
  readonly length: number
}

function compile<T extends { readonly phrases: readonly string[] }>(entries: readonly T[]): Compiled<T>[] {
  return entries
    .flatMap(entry => entry.phrases.map(p => ({ entry, parts: p.split(' … ').map(matchKey), length: p.replaceAll(' … ', ' ').length })))
    .toSorted((a, b) => b.length - a.length)
}

/** Phrases in order, longest first, with where those are that begin with a word. */
interface Phrases<T> {
  readonly all: readonly Compiled<T>[]
  readonly byWord: ReadonlyMap<string, readonly number[]>
}

function indexed<T extends { readonly phrases: readonly string[] }>(entries: readonly T[]): Phrases<T> {
  const all = compile(entries)
  const byWord = Map.groupBy(all.keys(), index => wordsOf(all[index]?.parts[0] ?? '')[0] ?? '')
  return { all, byWord }
}

/** The runs of letters and digits of a text; what stands outside the basic plane ends one, as `find` has it. */
function wordsOf(text: string): string[] {
  const basic = /[\ud800-\udfff]/.test(text) ? text.replace(/[\u{10000}-\u{10ffff}]/gu, ' ') : text
  return basic.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The longest phrase that stands in a text and whose entry fits; only those are asked whose first word does. */
function longestIn<T>(text: string, { all, byWord }: Phrases<T>, fits: (entry: T) => boolean): Compiled<T> | undefined {
  let longest = all.length
  for (const word of wordsOf(text)) {
    const begun = byWord.get(word)
    if (begun === undefined) continue
    for (const index of begun) {
      if (index >= longest) break
      const { entry, parts } = all[index] as Compiled<T>
      if (holds(text, parts) && fits(entry)) longest = index
    }
  }
  return all[longest]
}

const INDICATOR_PHRASES = indexed(INDICATORS)
const SUBJECT_PHRASES = indexed(RANK_SUBJECTS)

/** Whether all parts stand in the text in their order. */
function holds(text: string, parts: readonly string[]): boolean {
  // `= phát triển` is the whole text and no part of one.
  if (parts[0]?.startsWith('= ')) return text === parts[0].slice(2)
  let at = 0
  for (const part of parts) {
    at = find(text, part, at)
    if (at < 0) return false
  }
  return true
}

/**
 * The catalogue id of an indicator phrase, or null when it is outside the catalogue: the longest phrase that stands in it,
 * whose indicator accepts the value, and none of whose exclusions do. Never guesses between near ones.
 */
export function identifyIndicator(phrase: string, accepts: (kind: ValueClass, units: string) => boolean): string | null {
  const key = matchKey(phrase)
  const fits = ({ accepts: kind, unit, excludes }: Indicator) =>
    accepts(kind as ValueClass, unit) && excludes.every(x => find(key, x, 0) < 0)
  const found = longestIn(key, INDICATOR_PHRASES, fits)
  return found?.entry.id ?? null
}

/**
 * What a rank is about, by the longest phrase in its text, or null. `isAbroad` tells a rank among countries from one
 * among provinces: `đổi mới sáng tạo` is another index in each.
 */
export function identifySubject(phrase: string, isAbroad: boolean | null): SubjectName | null {
  const key = matchKey(phrase)
  const found = longestIn(key, SUBJECT_PHRASES, ({ ranks }) => isAbroad === null || ranks === 'any' || (ranks === 'country') === isAbroad)
  if (found === undefined) return null
  const { id, ranks } = found.entry
  return {
    id,
    scope: ranks === 'province' ? 'national' : ranks === 'country' ? 'world' : null,
    isCompound: found.parts.some(p => / và |,/.test(p))
  }
}

const MEASURE = /^(?:tỷ lệ|tỉ lệ|tốc độ|mức|giá trị|tổng|số|grdp|gdp|thu nhập|kim ngạch|quy mô|năng suất|chỉ số|tăng trưởng)(?: |$)/

/** The catalogue indicator that a rank counts, or null: only what names a measure, since any field can be ranked. */
export function identifyMeasure(phrase: string): string | null {
  return MEASURE.test(matchKey(phrase)) ? identifyIndicator(phrase, () => true) : null
}
