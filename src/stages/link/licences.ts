import type { Licence } from '../../decisions/licence/licence.ts'
import { type LicenceQuery, MOST_BEFORE, NOTHING_AROUND } from '../../decisions/licence/query.ts'
import type { Observed } from '../../decisions/observed/observed.ts'
import { Wording } from '../../decisions/wording.ts'
import { AIM_FIRST, AIM_SECOND, AIM_WORD } from '../../mentions/words/licence.ts'
import type { Span } from '../../model/span.ts'
import type { Context } from './context.ts'
import { keeper } from './kept.ts'
import { nearest, once } from './nearest.ts'
import { antecedent, unique } from './reasons.ts'
import type { StatusReading } from './status-reading.ts'
import type { ReadTarget } from './target-indicator.ts'

// So many reasons are told with a refusal.
const MOST_TOLD = 4

/** What the licence of a number that was read as a goal is asked of, by itself. */
export function queryFor(context: Context, target: ReadTarget): LicenceQuery {
  const { sentence } = target.frame
  const previous = target.before().next().value
  return {
    units: context.unitsOf(sentence),
    at: target.at,
    lower: context.normalized.lower,
    sentence: context.sentences[sentence] as Span,
    quantity: target.quantity,
    evidence: (target.status as NonNullable<ReadTarget['status']>).evidence,
    measured: target.phrase?.text.toLowerCase(),
    wording: wordingOf(context, sentence),
    // By what its own sentence says: what lies elsewhere is told only where it speaks for a goal.
    isGoalBefore: previous === undefined ? undefined : previous.firstSight.sight?.isGoal === true,
    neighbours: NOTHING_AROUND,
    before: aimsBefore(context, sentence),
    year: yearOf(context)
  }
}

const lastRead = keeper((): { sentence: number; wording: Wording | undefined } => ({ sentence: -1, wording: undefined }))

/** The words of a sentence, kept until another one is asked for: numbers are read in order, and a text may have a hundred thousand. */
function wordingOf(context: Context, sentence: number): Wording {
  const last = lastRead(context)
  if (last.sentence === sentence && last.wording !== undefined) return last.wording
  last.sentence = sentence
  return (last.wording = new Wording(context.unitsOf(sentence)))
}

// So much of a sentence before a share is read for its years, in characters.
const MOST_SAID = 300

/** What a share that is no goal is told by. */
export function observedFor(context: Context, { frame: { sentence }, at, status }: ReadTarget): Observed {
  const units = context.unitsOf(sentence)
  return {
    wording: wordingOf(context, sentence),
    at,
    reading: status && { status: status.status, rule: status.evidence.rule },
    said: context.normalized.lower.slice(Math.max(context.sentences[sentence]?.start ?? 0, units.start(at) - MOST_SAID), units.start(at)),
    year: yearOf(context)
  }
}

function yearOf({ article }: Context): number | undefined {
  const year = Number.parseInt(article.record.published ?? '', 10)
  return Number.isNaN(year) ? undefined : year
}

const aimIn = once((context, sentence): Span | undefined => {
  if (!context.table.mayRead(sentence, AIM_FIRST, AIM_SECOND)) return undefined
  const units = context.unitsOf(sentence)
  const at = units.first(AIM_WORD)
  return at < 0 ? undefined : { start: units.start(at), end: units.end(at) }
})

const aimBefore = nearest((context, sentence) => aimIn(context, sentence))

/** Aims and plans that are spoken of before a sentence, the nearest first. */
function aimsBefore(context: Context, sentence: number): Span[] {
  const found: Span[] = []
  for (let s = sentence; found.length < MOST_BEFORE; ) {
    const last = aimBefore(context, s - 1, undefined)
    if (last === undefined) break
    found.push(last.found)
    s = last.sentence
  }
  return found
}

/** A goal that is licensed, told with the words elsewhere that its licence rests on; else what its words say without one. */
export function withLicence(reading: StatusReading, licence: Licence): StatusReading {
  const { evidence } = reading
  if (!licence.isGiven) return { ...reading, status: 'other', evidence: { ...evidence, source: 'inferred', rule: 'status/unlicensed' } }
  if (licence.far.length === 0) return reading
  const source = evidence.source === 'same_clause' ? 'carried' : evidence.source
  return { ...reading, evidence: { ...evidence, source, via: unique([...evidence.via, ...licence.far.map(antecedent)]) } }
}

/** Why a number without a licence is refused. */
export function unlicensed({ points, reasons, phrases }: Licence): { reason: string; message: string; rule: string } {
  const told = [
    ...reasons.slice(0, MOST_TOLD).map(r => `${r.id.slice('licence/'.length)} ${signed(r.points)}`),
    ...phrases.slice(0, MOST_TOLD).map(p => `“${p.words}” ${p.zone} ${signed(p.points)}`)
  ]
  const against = reasons.find(r => r.points < 0)
  return {
    reason: 'status/unlicensed',
    message: `Nothing makes a goal of it: ${points} points${told.length === 0 ? '' : ` (${told.join(', ')})`}`,
    rule: against?.id ?? 'licence/none'
  }
}

const signed = (points: number): string => (points > 0 ? `+${points}` : String(points))
