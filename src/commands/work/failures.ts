import { diagnostic } from '../../model/diagnostic.ts'
import { DEFAULT_LIMITS } from '../../stages/read/limits.ts'
import { moreOfAKind } from '../../stages/read/more-of-a-kind.ts'
import type { ShardFailure } from './shard-work.ts'

/** What several failures of a kind in one input are told as: as many as a run tells, and how many more there are. */
export function inFewFailures(failures: readonly ShardFailure[], most = DEFAULT_LIMITS.failuresOfAKind): ShardFailure[] {
  const seen = new Map<string, ShardFailure[]>()
  const told = failures.filter(failure => {
    if (!failure.isOfPart) return true
    const { code, source } = failure.diagnostic
    const input = failure.inputs[0]
    const name = JSON.stringify([code, input?.sha256, input?.source ?? source])
    const same = seen.get(name) ?? []
    same.push(failure)
    seen.set(name, same)
    return same.length <= most
  })
  return [...told, ...[...seen.values()].flatMap(same => (same.length > most ? [closing(same, most)] : []))]
}

function closing(same: readonly ShardFailure[], most: number): ShardFailure {
  const [first] = same as readonly [ShardFailure, ...ShardFailure[]]
  const { stage, code, severity } = first.diagnostic
  const source = first.inputs[0]?.source ?? first.diagnostic.source
  const message = moreOfAKind(String(source), same.length - most, code)
  return { ...first, diagnostic: diagnostic(stage, code.slice(code.indexOf('/') + 1), severity, message, { source }) }
}
