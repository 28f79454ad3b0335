import type { Slot } from '../../model/frame.ts'
import { isRun, type Part, type Program, type Step, type Test } from './program.ts'
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
export function execute({ parts, shortest, lead, beginsWithRun }: Program, terms: Terms): Match[] {
  const matches: Match[] = []
  if (parts.length === 0) return matches
  if (runs.length < parts.length * 2) runs = new Int32Array(parts.length * 2)
  runs.fill(0, 0, parts.length * 2)
  const last = terms.length - shortest
  for (let i = 0; i <= last; i++) {
    if (lead !== null && !passes(terms, i, lead)) continue
    const to = endAt(parts, terms, i, null)
    if (to >= 0) {
      const groups: Groups = {}
      endAt(parts, terms, i, groups)
      matches.push({ from: i, to, slots: slotsOf(groups) })
      i = Math.max(i, to - 1)
    } else if (beginsWithRun) i = Math.max(i, (runs[1] as number) - 1)
  }
  return matches
}

// By part of the program that runs, where the last run of chunks that it took begins and ends: later starts reach its end at once.
let runs = new Int32Array(64)

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

type Groups = Record<string, Group>

/** Where the match ends that begins at `from`, or -1; `groups` takes what its groups hold, once it is known that there is one. */
function endAt(parts: readonly Part[], terms: Terms, from: number, groups: Groups | null): number {
  const { length } = terms
  let at = from
  for (let p = 0; p < parts.length; p++) {
    const part = parts[p] as Part
    const { group } = part
    if (at >= length) {
      for (let rest = p; rest < parts.length; rest++) if (!(parts[rest] as Part).isOptional) return -1
      break
    }
    if (part.choices !== null) {
      const taken = takeRun(part, terms, at, p * 2)
      if (taken === 0 && !part.isOptional) return -1
      if (groups !== null && group !== null && taken > 0) (groups[group] ??= { start: at, length: 0 }).length += taken
      at += taken
      continue
    }
    if (!passes(terms, at, part.test as Test)) {
      if (part.isOptional) continue
      return -1
    }
    const start = at
    // An optional element gives way where the next fits this chunk but not the one behind it.
    if (part.isOptional && foresees(terms, at, parts[p + 1]) && !(at + 1 < length && foresees(terms, at + 1, parts[p + 1]))) p++
    at++
    if (part.isGreedy) {
      const end = takeMore(parts[p] as Part, parts[p + 1], terms, at)
      if (end < 0) return -1
      at = end
    }
    if (groups !== null && group !== null) {
      const own = (groups[group] ??= { start, length: 0 })
      own.length += at - from > 1 && (parts[p] as Part).isGreedy ? at - start : 1
    }
  }
  return at === from ? -1 : at
}

function slotsOf(groups: Readonly<Groups>): Record<string, Slot> {
  const slots: Record<string, Slot> = {}
  for (const name in groups) {
    const { start, length } = groups[name] as Group
    slots[name] = { from: start, to: start + length }
  }
  return slots
}

/** The number of chunks that alternatives take from `at` on. */
function takeRun(part: Part, terms: Terms, at: number, run: number): number {
  const { choices, isGreedy } = part
  if (choices === null) return 0
  // Within the last run each chunk passed by itself only where all alternatives are of one chunk.
  if (isRun(part) && at >= (runs[run] as number) && at < (runs[run + 1] as number)) return (runs[run + 1] as number) - at
  let taken = takeChoice(choices, terms, at)
  if (!isGreedy) return taken
  for (let more = taken; more > 0; taken += more) more = takeChoice(choices, terms, at + taken)
  runs[run] = at
  runs[run + 1] = at + taken
  return taken
}

function takeChoice(choices: readonly (readonly Step[])[], terms: Terms, at: number): number {
  for (let c = 0; c < choices.length; c++) {
    const steps = choices[c] as readonly Step[]
    let end = at
    for (let s = 0; s < steps.length; s++) {
      const { test, isGreedy } = steps[s] as Step
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

/** Where a repeated element whose first chunk was taken stops: before what the next element fits, once it is long enough; -1 where it is too short. */
function takeMore(part: Part, next: Part | undefined, terms: Terms, from: number): number {
  const { min, max } = part
  let at = from
  for (; at < terms.length; at++) {
    const count = at - from + 1
    if (foresees(terms, at, next) && (min === undefined || count >= min)) return at
    if (max !== undefined && count === max) return at
    if (part.test === null || !passes(terms, at, part.test)) return min !== undefined && count < min ? -1 : at
  }
  return min !== undefined && at - from + 1 < min ? -1 : at
}
