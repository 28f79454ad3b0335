import type { Method } from './reading.ts'

/** A run as it is stored; times in ISO 8601, counts and timings as JSON objects of numbers; yes is 1. */
export interface RunRow {
  readonly id: number
  readonly name: string | null
  readonly status: 'running' | 'done' | 'interrupted'
  readonly ruleset: string
  readonly options: string
  readonly reading_options: string
  readonly code_version: string
  readonly reader: string
  readonly started: string
  readonly finished: string | null
  readonly input_set: string | null
  readonly counts: Readonly<Record<string, number>>
  readonly timings: Readonly<Record<string, number>>
  /** An experiment: it never becomes the current state. */
  readonly what_if: 0 | 1
  /** Its rules had read all that the state before it held: the newest such run makes the state. */
  readonly is_complete: 0 | 1
}

/** What is known of a run when it begins. */
export interface RunStart extends Method {
  readonly name: string | null
  readonly readingOptions: string
  readonly codeVersion: string
  readonly reader: string
  readonly started: string
  readonly isWhatIf: boolean
}

/** What is known of it when it ends. */
export interface RunEnd {
  readonly status: 'done' | 'interrupted'
  readonly finished: string
  readonly inputSet: string
  readonly counts: Readonly<Record<string, number>>
  readonly timings: Readonly<Record<string, number>>
}
