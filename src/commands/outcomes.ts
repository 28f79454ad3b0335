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
}

/** No outcome yet. */
export function noOutcomes(): Outcomes {
  return { done: 0, skipped: 0, refused: 0, failed: 0 }
}

/** The exit code that outcomes come to: 3 where some failed, 2 where all did. */
export function exitCodeOf({ done, skipped, refused, failed }: Readonly<Outcomes>): ExitCode {
  if (failed === 0) return 0
  return done + skipped + refused > 0 ? 3 : 2
}
