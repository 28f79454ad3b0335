import type { Slot } from '../../model/frame.ts'
import type { Part, Program, Step, Test } from './program.ts'
import type { Terms } from './terms.ts'

/** One match with its whole extent and its groups, as chunk indices. */
export interface Match extends Slot {
  readonly slots: Readonly<Record<string, Slot>>
}

/**
 * All matches of a program in one sentence, from left to right, none over another. Takes the same steps as the engine of
 * compromise does (no way back, an optional element gives way to the next, groups grow as their elements match), which is
 * the oracle of its test; only tags and words are compared by number, and a place is left at its first element.
 */
export function execute({ parts, shortest }: Program, terms: Terms): Match[] {
  const matches: Match[] = []
  const [first] = parts
  if (first === undefined) return matches
  const lead = first.isOptional ? null : first.test
  const runs = new Int32Array(parts.length * 2)
  for (let i = 0; i < terms.length; i++) {
    if (terms.length - i < shortest) break
    if (lead !== null && !passes(terms, i, lead)) continue
    const match = matchAt(parts, terms, i, runs)
    if (match === undefined) continue
    matches.push(match)
    i = Math.max(i, match.to - 1)
  }
  return matches
}

function passes({ base, columns: { low, high, lexeme } }: Terms, at: number, test: Test): boolean {
  const i = base + at
  if (((low[i] as number) & test.low) !== 0 || ((high[i] as number) & test.high) !== 0) return true
  return test.words?.spells(lexeme[i] as number) === true
}

/** Whether a chunk is what the next element begins with. Compromise never looks ahead into alternatives. */
function foresees(terms: Terms, at: number, part: Part | undefined): boolean {
  return part !== undefined && part.test !== null && passes(terms, at, part.test)
}

interface Group {
  readonly start: number
  length: number
}

/** The match that begins at `from`. `runs` remembers, by part, the last run of chunks that a repeated test took: later starts reach its end at once. */
function matchAt(parts: readonly Part[], terms: Terms, from: number, runs: Int32Array): Match | undefined {
  const { length } = terms
  const groups: Record<string, Group> = {}
  let at = from
  for (let p = 0; p < parts.length; p++) {
    const part = parts[p] as Part
    const { group } = part
    if (at >= length) {
      for (let rest = p; rest < parts.length; rest++) if (!(parts[rest] as Part).isOptional) return undefined
      break
    }
    if (part.choices !== null) {
      const taken = takeRun(part, terms, at, runs, p * 2)
      if (taken === 0 && !part.isOptional) return undefined
      if (taken > 0 && group !== null) (groups[group] ??= { start: at, length: 0 }).length += taken
      at += taken
      continue
    }
    if (!passes(terms, at, part.test as Test)) {
      if (part.isOptional) continue
      return undefined
    }
    const start = at
    // An optional element gives way where the next fits this chunk but not the one behind it.
    if (part.isOptional && foresees(terms, at, parts[p + 1]) && !(at + 1 < length && foresees(terms, at + 1, parts[p + 1]))) p++
    at++
    if (part.isGreedy) {
      const end = takeMore(parts[p] as Part, parts[p + 1], terms, at)
      if (end === undefined) return undefined
      at = end
    }
    if (group !== null) {
      const own = (groups[group] ??= { start, length: 0 })
      own.length += at - from > 1 && (parts[p] as Part).isGreedy ? at - start : 1
    }
  }
  return at === from ? undefined : { from, to: at, slots: slotsOf(groups) }
}

function slotsOf(groups: Readonly<Record<string, Group>>): Record<string, Slot> {
  const slots: Record<string, Slot> = {}
  for (const name in groups) {
    const { start, length } = groups[name] as Group
    slots[name] = { from: start, to: start + length }
  }
  return slots
}

/** The number of chunks that alternatives take from `at` on. */
function takeRun({ choices, isGreedy }: Part, terms: Terms, at: number, runs: Int32Array, run: number): number {
  if (choices === null) return 0
  // Within the last run each chunk passed by itself only where all alternatives are of one chunk.
  const isSimple = isGreedy && choices.length === 1 && choices[0]?.length === 1
  if (isSimple && at >= (runs[run] as number) && at < (runs[run + 1] as number)) return (runs[run + 1] as number) - at
  let taken = takeChoice(choices, terms, at)
  if (!isGreedy) return taken
  for (let more = taken; more > 0; taken += more) more = takeChoice(choices, terms, at + taken)
  runs[run] = at
  runs[run + 1] = at + taken
  return taken
}

function takeChoice(choices: readonly (readonly Step[])[], terms: Terms, at: number): number {
  for (const steps of choices) {
    let end = at
    for (const { test, isGreedy } of steps) {
      if (end >= terms.length || !passes(terms, end, test)) {
        end = at
        break
      }
      end++
      if (isGreedy) while (end < terms.length && passes(terms, end, test)) end++
    }
    if (end > at) return end - at
  }
  return 0
}

/** Where a repeated element whose first chunk was taken stops: before what the next element fits, once it is long enough. */
function takeMore(part: Part, next: Part | undefined, terms: Terms, from: number): number | undefined {
  const { min, max } = part
  let at = from
  for (; at < terms.length; at++) {
    const count = at - from + 1
    if (foresees(terms, at, next) && (min === undefined || count >= min)) return at
    if (max !== undefined && count === max) return at
    if (part.test === null || !passes(terms, at, part.test)) return min !== undefined && count < min ? undefined : at
  }
  return min !== undefined && at - from + 1 < min ? undefined : at
}
