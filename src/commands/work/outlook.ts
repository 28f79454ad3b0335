import type { Postgres } from '../../store/postgres/client.ts'
import { type OpenRun, openRuns } from '../../store/postgres/plans.ts'
import { refusalInWords, type WorkerKind } from './kind.ts'

/** What a worker knows of the runs that are under way, and what keeps it from working. */
export interface Outlook {
  /** Looks for runs; gives those that are of this worker's kind. */
  look(): Promise<readonly OpenRun[]>
  /** A run that is under way; undefined where it is not, or not any more. */
  runOf(run: number): Promise<OpenRun | undefined>
  /** Notes what keeps this worker from some work, and tells it once; null where nothing does any more. */
  note(sentence: string | null): void
  /** What was noted last. */
  readonly says: string | null
}

/** Looks at the runs of a store; `say` is told once of each that is left to workers of another kind. */
export function openOutlook(postgres: Pick<Postgres, 'use'>, kind: WorkerKind, say: (sentence: string) => void): Outlook {
  let known: ReadonlyMap<number, OpenRun> = new Map()
  let says: string | null = null
  const told = new Set<string>()
  const note = (sentence: string | null): void => {
    says = sentence
    if (sentence === null || told.has(sentence)) return
    told.add(sentence)
    say(sentence)
  }
  const look = async (): Promise<readonly OpenRun[]> => {
    const runs = await postgres.use(openRuns)
    known = new Map(runs.map(run => [run.run, run]))
    for (const run of runs) if (run.kind !== kind.kind) note(refusalInWords(kind, run))
    return runs.filter(run => run.kind === kind.kind)
  }
  return {
    look,
    runOf: async run => {
      if (!known.has(run)) await look()
      return known.get(run)
    },
    note,
    get says() {
      return says
    }
  }
}
