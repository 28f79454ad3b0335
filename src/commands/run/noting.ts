import type { Store } from '../../store/open.ts'
import { noteProgress } from '../../store/progress.ts'

const MILLISECONDS = 1_000

/** Notes in the database how far a run is, once a second, for who looks on with `runs --watch`. */
export function notingIn(store: Store, run: number, now: () => Date): (behind: number, all: number) => void {
  let notedAt = now().getTime()
  return (behind, all) => {
    const at = now().getTime()
    if (at - notedAt < MILLISECONDS) return
    notedAt = at
    noteProgress(store, run, { behind: Math.round(behind), all })
  }
}
