import type { Diagnostic } from '../model/diagnostic.ts'
import { inFew } from '../text/in-few.ts'
import type { ExitCode } from './command.ts'

/** How many inputs came to what. */
export interface Outcomes {
  /** Articles read and extracted. */
  done: number
  /** Articles that were known already. */
  skipped: number
  /** Articles that somebody had removed before. */
  refused: number
  /** Inputs, or parts of them, that gave no article. */
  failed: number
  /** Of such, those that somebody knows of and has acknowledged. */
  acknowledged: number
  /** Files that were not opened, since their names are those of no text. */
  left: number
}

/** No outcome yet. */
export function noOutcomes(): Outcomes {
  return { done: 0, skipped: 0, refused: 0, failed: 0, acknowledged: 0, left: 0 }
}

/** The exit code that outcomes come to: 3 where some failed, 2 where all did. */
export function exitCodeOf({ done, skipped, refused, failed, acknowledged }: Readonly<Outcomes>): ExitCode {
  if (failed === 0) return 0
  return done + skipped + refused + acknowledged > 0 ? 3 : 2
}

/** Whether something that gave no article is a failure; else it is a file that nobody would take for one. */
export function isFailure({ severity }: Pick<Diagnostic, 'severity'>): boolean {
  return severity === 'error'
}

/** The sentence that tells of files that were left, by their names; undefined where there are none. */
export function leftInWords(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined
  const files = names.length === 1 ? 'One file was' : `${names.length} files were`
  return `${files} skipped, not a text format: ${inFew(names)}.`
}
