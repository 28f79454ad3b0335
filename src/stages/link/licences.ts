import { LEAST, type Licence, licenceOf } from '../../decisions/licence/licence.ts'
import type { LicenceQuery } from '../../decisions/licence/query.ts'
import { AIM_WORD } from '../../mentions/words/licence.ts'
import type { Span } from '../../model/span.ts'
import type { Context } from './context.ts'
import { nearest, once } from './nearest.ts'
import { antecedent, unique } from './reasons.ts'
import type { StatusReading } from './status-reading.ts'
import type { ReadTarget } from './target-indicator.ts'

// So many lines begin a text; so many headers stand one in another; an aim is spoken of shortly before in so many lines.
const LEAD = 3
const MOST_HEADERS = 4
const SHORTLY = 3

// So many reasons are told with a refusal.
const MOST_TOLD = 4

/** The licences of an article's numbers, which are asked for in reading order. */
export class Licences {
  readonly #context: Context
  #sentence = -1
  #isGoalBefore: boolean | undefined

  constructor(context: Context) {
    this.#context = context
  }

  /** Notes that a number was read, as a goal or not: the next one of its sentence goes on with it. */
  passed(sentence: number, isGoal: boolean): void {
    this.#sentence = sentence
    this.#isGoalBefore = isGoal
  }

  /** The licence of a number that was read as a goal. */
  of(target: ReadTarget): Licence {
    const context = this.#context
    const { sentence } = target.frame
    const query: LicenceQuery = {
      units: context.unitsOf(sentence),
      at: target.at,
      lower: context.normalized.lower,
      sentence: context.sentences[sentence] as Span,
      quantity: target.quantity,
      evidence: (target.status as NonNullable<ReadTarget['status']>).evidence,
      measured: target.phrase?.text,
      isGoalBefore: this.#sentence === sentence ? this.#isGoalBefore : undefined,
      around: aroundOf(context, sentence)
    }
    return licenceOf(query, context.without)
  }
}

const aimIn = once((context, sentence): Span | undefined => {
  const units = context.unitsOf(sentence)
  const at = units.first(AIM_WORD)
  return at < 0 ? undefined : { start: units.start(at), end: units.end(at) }
})

const aimInLine = once((context, line): Span | undefined => {
  for (const s of context.lines[line]?.sentences ?? []) {
    const aim = aimIn(context, s.index)
    if (aim !== undefined) return aim
  }
  return undefined
})

const aimBefore = nearest((context, sentence) => aimIn(context, sentence))

/** Where aims and plans are spoken of around a sentence. */
function aroundOf(context: Context, sentence: number): LicenceQuery['around'] {
  const { index } = context.lineOf(sentence)
  const before = aimBefore(context, sentence - 1, undefined)
  const isShort = before !== undefined && index - context.lineOf(before.sentence).index <= SHORTLY
  return { lead: aimInLead(context, index), header: aimInHeader(context, index), before: isShort ? before.found : undefined }
}

function aimInLead(context: Context, line: number): Span | undefined {
  for (let i = 0; i < Math.min(LEAD, line); i++) {
    const aim = aimInLine(context, i)
    if (aim !== undefined) return aim
  }
  return undefined
}

function aimInHeader(context: Context, line: number): Span | undefined {
  let header = context.lines[line]?.header ?? -1
  for (let i = 0; header >= 0 && i < MOST_HEADERS; i++) {
    const aim = aimInLine(context, header)
    if (aim !== undefined) return aim
    header = context.lines[header]?.header ?? -1
  }
  return undefined
}

/** A goal that is licensed, told with the words elsewhere that its licence rests on; else what its words say without one. */
export function withLicence(reading: StatusReading, licence: Licence): StatusReading {
  const { evidence } = reading
  if (!licence.isGiven) return { ...reading, status: 'other', evidence: { ...evidence, rule: 'status/unlicensed' } }
  if (licence.far.length === 0) return reading
  const source = evidence.source === 'same_clause' ? 'carried' : evidence.source
  return { ...reading, evidence: { ...evidence, source, via: unique([...evidence.via, ...licence.far.map(antecedent)]) } }
}

/** Why a number without a licence is refused. */
export function unlicensed({ points, reasons }: Licence): { reason: string; message: string; rule: string } {
  const told = reasons.slice(0, MOST_TOLD).map(r => `${r.id.slice('licence/'.length)} ${r.points > 0 ? '+' : ''}${r.points}`)
  const against = reasons.find(r => r.points < 0)
  return {
    reason: 'status/unlicensed',
    message: `Nothing makes a goal of it: ${points} of ${LEAST} points${told.length === 0 ? '' : ` (${told.join(', ')})`}`,
    rule: against?.id ?? 'licence/none'
  }
}
