import type { Licence, Sight } from '../../decisions/licence/licence.ts'
import { ADVERB, AND, DATE, PAUSE, REACH } from '../../mentions/words/tags.ts'
import type { Evidence, Field, Frame } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Quantity } from '../../model/values.ts'
import { words } from '../../text/word-class.ts'
import type { Context } from './context.ts'
import { evidence, none } from './evidence.ts'
import { goesOnGrowing } from './growth-said.ts'
import { bestReading, isAnaphor } from './indicator.ts'
import { lastMeasure } from './indicator-bare.ts'
import type { Choice } from './indicator-refined.ts'
import type { Kind } from './kind.ts'
import { limitOf } from './limit.ts'
import type { Phrase } from './phrase.ts'
import { nameIntroduced } from './place-before.ts'
import { withheld } from './reasons.ts'
import type { Refusal } from './refusals.ts'
import { sectorOf } from './sector.ts'
import type { StatusReading } from './status-reading.ts'
import { isPercent, unitOf } from './target-unit.ts'
import { zippedNumber } from './zip.ts'

const IS = words('là')
const SAYS_HOW_MUCH = DATE.or(ADVERB, REACH, AND, IS)

/** What a number is by itself. */
export interface FirstSight {
  /** What one read as a goal looks like. */
  readonly sight?: Sight
  /** Why one read as a goal is none, whatever is around. */
  readonly refusal?: Refusal
}

const NO_GOAL: FirstSight = {}

interface Described {
  readonly phrase: Phrase | undefined
  readonly qualifier: Phrase | undefined
  /** Rule that read the qualifier. */
  readonly qualifierRule: 'indicator/part-of' | 'indicator/limit' | 'indicator/sector'
  readonly indicatorField: Field<{ id: string | null; text: string } | null>
  readonly unit: string | null
}

/**
 * A number that was read, kept for what later numbers say of the same indicator. What it measures is worked out when it
 * is asked for: of most numbers nobody asks.
 */
export class ReadTarget {
  readonly frame: Frame
  readonly at: number
  readonly quantity: Quantity
  #status: StatusReading | undefined
  #licence: Licence | undefined
  /** What it is before the numbers around it are looked at. */
  firstSight: FirstSight = NO_GOAL
  /** What kind of value it is, once that was decided (`kindOf`). */
  kind: Kind | undefined
  readonly #context: Context
  readonly #read: readonly ReadTarget[]
  readonly #index: number
  #best: { readonly choice: Choice | undefined } | undefined
  #described: Described | undefined
  #named: { readonly target: ReadTarget | undefined } | undefined

  /** `read` holds the numbers read before, and may grow. */
  constructor(context: Context, frame: Frame, at: number, status: StatusReading | undefined, read: readonly ReadTarget[]) {
    this.frame = frame
    this.at = at
    this.quantity = frame.anchor.value as Quantity
    this.#status = status
    this.#context = context
    this.#read = read
    this.#index = read.length
  }

  get status(): StatusReading | undefined {
    return this.#status
  }

  /** What makes a goal of it; undefined for what was not read as one. */
  get licence(): Licence | undefined {
    return this.#licence
  }

  /** Says what its status is, once its licence is known. */
  decide(status: StatusReading, licence: Licence): void {
    this.#status = status
    this.#licence = licence
  }

  get best(): Choice | undefined {
    return (this.#best ??= { choice: bestReading(this.#context, this.frame) }).choice
  }

  /** The words that say what is measured; those of an earlier number where it is elided. */
  get phrase(): Phrase | undefined {
    return this.#description.phrase
  }

  /** A part that the number is said of, where the indicator is said of more. */
  get qualifier(): Phrase | undefined {
    return this.#description.qualifier
  }

  get qualifierRule(): Described['qualifierRule'] {
    return this.#description.qualifierRule
  }

  get indicatorField(): Described['indicatorField'] {
    return this.#description.indicatorField
  }

  get unit(): string | null {
    return this.#description.unit
  }

  /** The numbers read before in the sentence, the last one first. */
  *before(): Generator<ReadTarget> {
    for (let i = this.#index - 1; i >= 0; i--) {
      const target = this.#read[i] as ReadTarget
      if (target.frame.sentence !== this.frame.sentence) return
      yield target
    }
  }

  /** The last number before in the paragraph whose indicator is known. */
  get namedBefore(): ReadTarget | undefined {
    if (this.#named !== undefined) return this.#named.target
    const line = this.#context.lineOf(this.frame.sentence)
    const passed: ReadTarget[] = [this]
    let target: ReadTarget | undefined
    for (let i = this.#index - 1; i >= 0; i--) {
      const other = this.#read[i] as ReadTarget
      if (this.#context.lineOf(other.frame.sentence) !== line) break
      if (other.phrase !== undefined) target = other
      else if (other.#named !== undefined) target = other.#named.target
      else {
        passed.push(other)
        continue
      }
      break
    }
    // Who asks next need not come past them again.
    for (const other of passed) other.#named = { target }
    return target
  }

  get #description(): Described {
    return (this.#described ??= describe(this.#context, this))
  }
}

// Numbers point back at the measure of numbers before them over so many steps at most: each step is told in the evidence of all after it.
const LONGEST_CHAIN = 16

/** The indicator and unit of one number; the indicator is that of an earlier number where it is elided. */
function describe(context: Context, target: ReadTarget): Described {
  const { frame, at, quantity, best } = target
  const shared = shareOfCount(context, target, best) ?? sameCount(context, target, best) ?? sameGrowth(context, target, best)
  const phrase = shared === undefined ? best?.phrase : undefined
  const antecedent = shared ?? antecedentOf(context, target, best)
  const unit = unitOf(context, frame, at, quantity, antecedent, phrase)
  const part = best?.qualifier
  const qualification = qualified(context, frame, phrase, part, antecedent)
  if (phrase !== undefined && !isAnaphor(phrase)) {
    const rule = best?.rule ?? best?.reading.rule ?? 'target/elided'
    return { phrase, ...qualification, unit, indicatorField: namedBy(context, frame, phrase, rule) }
  }
  const { value, evidence: e } = antecedent?.indicatorField ?? none
  if (antecedent !== undefined && value !== null && e !== null && e.via.length < LONGEST_CHAIN) {
    const pointing = phrase === undefined ? [] : [{ start: phrase.start, end: phrase.end, role: 'antecedent' as const }]
    const entry: Evidence = {
      ...e,
      source: phrase === undefined ? 'carried' : 'anaphor',
      rule: phrase === undefined ? 'indicator/elided' : 'indicator/anaphor',
      via: [...e.via, ...pointing, ...(phrase === undefined ? nameIntroduced(context, frame) : [])]
    }
    return { phrase: antecedent.phrase, ...qualification, unit, indicatorField: { value, evidence: entry } }
  }
  const alone = { ...qualification, qualifier: undefined, unit }
  // A pronoun that points at nothing read before is all there is.
  const last = part ?? phrase
  if (last !== undefined) {
    const entry = evidence(last, best?.reading.rule ?? 'target/elided')
    return { phrase: last, ...alone, indicatorField: { value: { id: null, text: last.text }, evidence: entry } }
  }
  const measure = lastMeasure(context, context.unitsOf(frame.sentence), at)
  if (measure !== undefined)
    return { phrase: measure.phrase, ...alone, indicatorField: namedBy(context, frame, measure.phrase, measure.rule) }
  return { phrase: undefined, ...alone, indicatorField: withheld(nameIntroduced(context, frame), 'indicator/elided') }
}

/** An indicator by its words; those of another sentence are carried to the number. */
function namedBy(context: Context, frame: Frame, phrase: Phrase, rule: string): Described['indicatorField'] {
  const isElsewhere = phrase.start < (context.sentences[frame.sentence]?.start ?? 0)
  return { value: { id: null, text: phrase.text }, evidence: evidence(phrase, rule, isElsewhere ? 'carried' : 'same_clause') }
}

/** What a number is said of a part of: the part itself, what limits it, or whose it is; that of what it goes on with, if it has none. */
function qualified(
  context: Context,
  frame: Frame,
  own: Phrase | undefined,
  part: Phrase | undefined,
  antecedent: ReadTarget | undefined
): Pick<Described, 'qualifier' | 'qualifierRule'> {
  if (part !== undefined) return { qualifier: part, qualifierRule: 'indicator/part-of' }
  const phrase = own ?? antecedent?.phrase
  const limit = limitOf(context, frame, phrase)
  if (limit !== undefined) return { qualifier: limit, qualifierRule: 'indicator/limit' }
  const isCarried = own === undefined && antecedent?.qualifierRule === 'indicator/limit' && antecedent.frame.sentence === frame.sentence
  if (isCarried) return { qualifier: antecedent.qualifier, qualifierRule: antecedent.qualifierRule }
  return { qualifier: sectorOf(context, frame.sentence, phrase), qualifierRule: 'indicator/sector' }
}

/** `có 31 xã đạt chuẩn văn hóa, chiếm 29,4% tổng số xã`: the share is of what was just counted. */
function shareOfCount(context: Context, target: ReadTarget, best: Choice | undefined): ReadTarget | undefined {
  const { frame, at } = target
  const base = /^(?:các )?(?:tổng )?số (.+)$/i.exec(best?.phrase?.text ?? '')?.[1]?.toLowerCase()
  const before = context.unitsOf(frame.sentence).text(at - 1)
  if (base === undefined || best?.reading.rule !== 'target/share-of' || !/^(?:chiếm|bằng|đạt|tương đương)/.test(before)) return undefined
  for (const t of target.before()) {
    if (at - t.at >= 24 || t.quantity.form !== 'count' || t.phrase === undefined) continue
    if (base.startsWith((t.quantity.unit ?? '?').split('/')[0] as string)) return t
  }
  return undefined
}

/** The number said before of the same indicator: the one that brackets hang on, else the last in the sentence, else in the paragraph. */
function antecedentOf(context: Context, target: ReadTarget, best: Choice | undefined): ReadTarget | undefined {
  const { frame } = target
  const link = best?.reading.yields['link']
  const isPronoun = best?.phrase !== undefined && isAnaphor(best.phrase)
  const isPart = best?.qualifier !== undefined || best?.isElided === true
  if (link === undefined && !isPronoun && !isPart) return undefined
  if (link === 'after') {
    const slot = best?.reading.slots['after']
    return readAs(target, slot === undefined ? undefined : context.unitsOf(frame.sentence).mention(slot.from))
  }
  const units = context.unitsOf(frame.sentence)
  const paired = zippedNumber(units, units.placeOf(frame.anchor))
  return paired !== undefined ? readAs(target, paired) : target.namedBefore
}

/** `dân số đến năm 2030 là 11 triệu người; đến năm 2050 là 14 triệu người`: a bare count goes on with what was counted so before. */
function sameCount(context: Context, target: ReadTarget, best: Choice | undefined): ReadTarget | undefined {
  if (best?.reading.rule !== 'target/count-of' || !BARE_COUNT.test(best.phrase?.text ?? '')) return undefined
  const units = context.unitsOf(target.frame.sentence)
  const from = units.last(PAUSE, target.at)
  if (from < 0 || !units.every(SAYS_HOW_MUCH, from + 1, target.at)) return undefined
  for (const before of target.before())
    if (before.quantity.unit === target.quantity.unit)
      return before.phrase !== undefined && !BARE_COUNT.test(before.phrase.text) ? before : undefined
  return undefined
}

/** The growth said before in the sentence that a number goes on with in another time. */
function sameGrowth(context: Context, target: ReadTarget, best: Choice | undefined): ReadTarget | undefined {
  const text = best?.phrase?.text
  const [before] = target.before()
  if (text === undefined || before?.phrase === undefined || !isPercent(target.quantity)) return undefined
  return goesOnGrowing(context, target.frame, text, before.phrase.text) ? before : undefined
}

const BARE_COUNT = /^(?:người|lượt)$/i

/** The number read before in the sentence of a target that a mention holds. */
function readAs(target: ReadTarget, mention: Mention | null | undefined): ReadTarget | undefined {
  for (const t of target.before()) if (t.frame.anchor === mention) return t
  return undefined
}
