import { AIM_WORD } from '../../mentions/words/licence.ts'
import { CLOSE, OPEN, PAUSE, STOP } from '../../mentions/words/tags.ts'
import type { Evidence } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'
import type { Quantity } from '../../model/values.ts'
import type { Units } from '../../text/units.ts'
import { clauseBefore } from '../clause.ts'
import type { Wording } from '../wording.ts'

/** A number that was read as a goal, with what is known of it and of the text around. */
export interface LicenceQuery {
  readonly units: Units
  /** The unit that the number is. */
  readonly at: number
  /** The normalized text in lower case. */
  readonly lower: string
  readonly sentence: Span
  readonly quantity: Quantity
  /** The words that make a goal of it. */
  readonly evidence: Evidence
  /** What it measures, in lower case; undefined where nothing is named. */
  readonly measured: string | undefined
  /** The words of its sentence. */
  readonly wording: Wording
  /** Whether the number before it in the sentence was read as a goal; undefined for the first. */
  readonly isGoalBefore: boolean | undefined
  readonly neighbours: Neighbours
  /** Aims and plans that are spoken of in sentences before its own, the nearest first; of many so many as make a difference. */
  readonly before: readonly Span[]
  /** The year in which the text was written, where that is known. */
  readonly year: number | undefined
}

/** What the numbers around a number are at first sight, by what their own sentences say. */
export interface Neighbours {
  /** Whether the one before it and the one behind it in its sentence is a goal; undefined where there is none. */
  readonly previous: boolean | undefined
  readonly next: boolean | undefined
  /** Which part of the numbers in other sentences of its paragraph are goals; undefined where there are none. */
  readonly share: number | undefined
  /** Goals in other sentences of its paragraph, and in other paragraphs: so many as make a difference. */
  readonly paragraph: readonly Span[]
  readonly text: readonly Span[]
}

/** What is around a number that stands alone. */
export const NOTHING_AROUND: Neighbours = { previous: undefined, next: undefined, share: undefined, paragraph: [], text: [] }

/** So many goals in other paragraphs are many. */
export const MOST_GOALS = 4

/** In so many sentences before a number aims are spoken of often. */
export const MOST_BEFORE = 4

/** What kind of word makes a goal of a number. */
export type Cue = 'aim' | 'quota' | 'strive' | 'plan' | 'set' | 'will' | 'must' | 'ensure' | 'wish' | 'due' | 'time' | 'other'

const CUES: readonly (readonly [Cue, RegExp])[] = [
  ['strive', /phấn đấu|quyết tâm|nỗ lực|cố gắng/],
  ['aim', /mục tiêu/],
  ['quota', /chỉ tiêu/],
  ['will', /sẽ/],
  ['must', /cần|phải|yêu cầu/],
  ['plan', /kế hoạch|quy hoạch|dự toán/],
  ['due', /(?:đến|tới|trước|hết)(?: .{0,12})?(?:20\d\d|năm|tháng|quý|ngày)/],
  ['time', /20\d\d|năm|tháng|quý|ngày/],
  ['ensure', /bảo đảm|đảm bảo/],
  ['wish', /hướng|mong|hứa|kỳ vọng|cam kết|tham vọng/],
  ['set', /đặt|đề ra|xác định|nêu|giao/]
]

// What stands further than this from a number in its sentence is not read for it, in code units.
const MOST_SAID = 240
const MOST_BEHIND = 80

const END = PAUSE.or(STOP)

/** What is said around a number, worked out once and when it is asked for. */
class Said {
  readonly #query: LicenceQuery
  readonly cue: Cue
  readonly distance: number
  #clause: string | undefined
  #said: string | undefined
  #behind: string | undefined
  #years: readonly number[] | undefined

  constructor(query: LicenceQuery) {
    this.#query = query
    const { evidence, sentence, units, at, lower } = query
    const { start, end } = evidence
    const words = start === null || end === null ? '' : lower.slice(start, end)
    this.cue = CUES.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other'
    const isNear = start !== null && start >= sentence.start && start < sentence.end
    this.distance = isNear ? Math.abs(at - units.at(start)) : -1
  }

  get clause(): string {
    const { units, at, lower } = this.#query
    return (this.#clause ??= clauseBefore(units, at, lower))
  }

  get said(): string {
    const { units, at, lower, sentence } = this.#query
    const start = units.start(at)
    return (this.#said ??= lower.slice(Math.max(sentence.start, start - MOST_SAID), start))
  }

  get behind(): string {
    if (this.#behind !== undefined) return this.#behind
    const { units, at, lower, sentence } = this.#query
    const next = units.first(END, at + 1)
    const end = units.end(at)
    return (this.#behind = lower.slice(end, Math.min(next < 0 ? sentence.end : units.start(next), end + MOST_BEHIND)))
  }

  get years(): readonly number[] {
    return (this.#years ??= [...`${this.said}|${this.behind}`.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => Number(year)))
  }
}

/** What reasons look at. */
export class Look {
  readonly query: LicenceQuery
  readonly #said: Said

  constructor(query: LicenceQuery, said: Said = new Said(query)) {
    this.query = query
    this.#said = said
  }

  /** The same number with other things around it. */
  among(around: Partial<Pick<LicenceQuery, 'before' | 'neighbours'>>): Look {
    return new Look({ ...this.query, ...around }, this.#said)
  }

  /** What kind of word makes a goal of the number. */
  get cue(): Cue {
    return this.#said.cue
  }

  /** Units between that word and the number; -1 where it stands in another sentence. */
  get distance(): number {
    return this.#said.distance
  }

  /** The words before the number in its clause. */
  get clause(): string {
    return this.#said.clause
  }

  /** The words before the number in its sentence. */
  get said(): string {
    return this.#said.said
  }

  /** The words behind the number in its clause. */
  get behind(): string {
    return this.#said.behind
  }

  /** The years that its sentence names around it. */
  get years(): readonly number[] {
    return this.#said.years
  }

  get isInBrackets(): boolean {
    const { units, at } = this.query
    const open = units.last(OPEN, at)
    return open >= 0 && units.last(CLOSE, at) < open
  }

  /** Whether its own sentence speaks of an aim or a plan before it. */
  get isAimed(): boolean {
    return this.query.units.any(AIM_WORD, 0, this.query.at)
  }
}
