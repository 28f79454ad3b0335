import { measuresFor } from '../../eval/benchmark/measures.ts'
import { figuresOf, type Result } from '../../eval/benchmark/results.ts'
import { scoreLine } from '../../eval/benchmark/score.ts'
import { CLAIMS } from '../../eval/benchmark/systems/system.ts'
import { type Output, outputOf } from '../../eval/output.ts'
import type { ArticleScore } from '../../eval/score.ts'
import { extractorOf } from '../extractor.ts'
import { currentRuleset } from '../ruleset/load.ts'
import { programVersion } from '../version.ts'
import type { LoadedLot } from './load.ts'
import type { SystemOutput } from './systems.ts'
import { articleFor } from './texts.ts'

/** A lot with the scores of those of its texts that were found. */
export interface ScoredLot {
  readonly lot: LoadedLot
  readonly texts: readonly ArticleScore[]
}

/** Scores a system on the texts of lots that were found; what it did not read it missed. */
export function scoreSystem(lots: readonly LoadedLot[], texts: ReadonlyMap<string, string>, system: SystemOutput): readonly ScoredLot[] {
  const nothing = outputOf(null)
  return lots.map(lot => ({
    lot,
    texts: lot.lines.flatMap(line => {
      const text = texts.get(line.sha256)
      return text === undefined ? [] : [scoreLine(line, system.outputs.get(line.sha256) ?? nothing, text)]
    })
  }))
}

/** What this version reads of the texts that were found; `tell` hears of extractions that broke off. */
export async function readOurselves(
  lots: readonly LoadedLot[],
  texts: ReadonlyMap<string, string>,
  tell: (sentence: string) => void
): Promise<SystemOutput> {
  const extract = extractorOf({ without: [] })
  const outputs = new Map<string, Output>()
  for (const line of lots.flatMap(l => l.lines)) {
    const text = texts.get(line.sha256)
    if (text === undefined || outputs.has(line.sha256)) continue
    const extraction = extract(await articleFor(line, text))
    if ('kind' in extraction) tell(extraction.message)
    else outputs.set(line.sha256, outputOf(extraction))
  }
  return { name: ownName(), claims: new Set(CLAIMS), outputs, problems: [] }
}

/** How this version is called: its number and the hash of its rules. */
function ownName(): string {
  return `muctieu ${programVersion()} (${currentRuleset().hash.slice(0, 8)})`
}

/** What a system scored, by lot and pooled; lots in which only some numbers were judged are in no pool. */
export function resultOf(
  system: SystemOutput,
  scored: readonly ScoredLot[],
  { day, guidelines }: { readonly day: string; readonly guidelines: number }
): Result {
  const measures = measuresFor(system.claims)
  const isOwn = /^muctieu\b/.test(system.name)
  const isPresent = system.name === ownName()
  const commit = /^muctieu@([0-9a-f]+)/.exec(system.name)?.[1]
  // A lot without annotations of what a system reads says nothing of it.
  const found = scored.filter(s => s.texts.length > 0 && s.lot.kinds.some(kind => system.claims.has(kind)))
  const pool = (isSeen: boolean) => {
    const members = found.filter(s => s.lot.seen === isSeen && s.lot.only === undefined)
    const texts = members.flatMap(s => s.texts)
    return texts.length === 0
      ? null
      : figuresOf(
          texts,
          members.reduce((n, s) => n + s.lot.lines.length, 0),
          measures
        )
  }
  const hadSeen = ({ lot }: ScoredLot) => isOwn && (isPresent ? lot.seen : commit !== undefined && lot.seen_by.includes(commit))
  return {
    system: system.name,
    ruleset: isPresent ? currentRuleset().hash : null,
    day,
    guidelines,
    unseen: scored.filter(s => !s.lot.seen).map(s => s.lot.name),
    learnt_from: scored.filter(hadSeen).map(s => s.lot.name),
    lots: Object.fromEntries(found.map(s => [s.lot.name, figuresOf(s.texts, s.lot.lines.length, measures)])),
    pooled: { unseen: pool(false), seen: pool(true) }
  }
}
