import { labelOf } from '../../review/record-table.ts'
import type { Say } from '../../review/words/index.ts'

/** What is wrong with a value that was sent for a field. */
export interface Problem {
  readonly problem: 'anchor' | 'number' | 'place' | 'id' | 'date' | 'order' | 'range' | 'missing' | 'unfit'
  readonly field: string
  readonly typed: string
  /** What may be meant. */
  readonly like: string | null
}

/** Makes a problem. */
export function problem(field: string, what: Problem['problem'], typed = '', like: string | null = null): Problem {
  return { problem: what, field, typed, like }
}

/** Whether a value is one. */
export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'problem' in value
}

/** A problem as a sentence: which field, what was typed, and what is expected. */
export function problemInWords({ problem, field, typed, like }: Problem, say: Say): string {
  const words = say(`problem_${problem}`, { field: labelOf(field, say), typed: typed.slice(0, 80) })
  return like === null ? words : `${words} ${say('problem_like', { like })}`
}
