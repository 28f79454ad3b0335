import { READER_VERSION } from '../../stages/read/version.ts'
import { shortHash } from '../../text/hash.ts'
import { programVersion } from '../version.ts'

/** What a program gives the same results by as another: its rules, its reader, its version. */
export interface WorkerKind {
  readonly kind: string
  readonly ruleset: string
  readonly codeVersion: string
  readonly reader: string
}

/** What this program is, with the rules of this hash. */
export function kindOf(ruleset: string): WorkerKind {
  const codeVersion = programVersion()
  return { kind: shortHash(JSON.stringify([ruleset, codeVersion, READER_VERSION])), ruleset, codeVersion, reader: READER_VERSION }
}

/** Why a worker leaves a run of another kind alone, in one sentence. */
export function refusalInWords(mine: WorkerKind, run: Omit<WorkerKind, 'kind'> & { readonly run: number }): string {
  const left = `Run ${run.run} is left to other workers: it is of`
  if (run.codeVersion !== mine.codeVersion) return `${left} version ${run.codeVersion} of this program, and this is ${mine.codeVersion}.`
  if (run.reader !== mine.reader) return `${left} reader ${run.reader}, and this is ${mine.reader}.`
  return `${left} ruleset ${run.ruleset.slice(0, 12)}, and these rules are ${mine.ruleset.slice(0, 12)}.`
}
