import { fold } from './language.ts'
import type { Fact, ReportData } from './model.ts'

/** What a reader asked for: it stands in the address. */
export interface Wish {
  readonly text: string
  /** As `where` of a fact says it. */
  readonly place: string
  /** As `subjectKey` gives it. */
  readonly subject: string
  /** Fields of policy. */
  readonly fields: readonly string[]
  readonly kind: string
  readonly confidence: string
  readonly from: string
  readonly to: string
  readonly unit: string
  /** level, change, growth, ratio. */
  readonly measure: string
}

export const NO_WISH: Wish = {
  text: '',
  place: '',
  subject: '',
  fields: [],
  kind: '',
  confidence: '',
  from: '',
  to: '',
  unit: '',
  measure: ''
}

/** What a fact is about: the id of the catalogue, else its words without tones; empty where nothing is known. */
export function subjectKey({ subject, text }: Pick<Fact, 'subject' | 'text'>): string {
  if (subject !== null || text === null) return subject ?? ''
  let key = folded.get(text)
  if (key === undefined) {
    key = `:${fold(text)}`
    folded.set(text, key)
  }
  return key
}

// Asked for every goal by every part of the page.
const folded = new Map<string, string>()

/** The goals of a report that a reader can choose among. */
export class Selection {
  private readonly data: ReportData
  private readonly searched = new Map<Fact, string>()
  private readonly fields = new Map<string, readonly Fact[]>()

  constructor(data: ReportData) {
    this.data = data
  }

  /** The goals that fit, in their order. */
  goals(wish: Wish): Fact[] {
    const text = fold(wish.text.trim())
    const [from, to] = [Number(wish.from || Number.NaN), Number(wish.to || Number.NaN)]
    return this.data.goals.filter(
      goal =>
        (wish.place === '' || goal.where === wish.place) &&
        (wish.subject === '' || subjectKey(goal) === wish.subject) &&
        (wish.fields.length === 0 || wish.fields.some(field => this.isOf(goal, field))) &&
        (wish.kind === '' || goal.kind === wish.kind) &&
        (wish.unit === '' || (goal.unit ?? '') === wish.unit) &&
        (wish.measure === '' || goal.measure === wish.measure) &&
        (wish.confidence === '' || goal.confidence === wish.confidence) &&
        (Number.isNaN(from) || (goal.year !== null && goal.year >= from)) &&
        (Number.isNaN(to) || (goal.year !== null && goal.year <= to)) &&
        (text === '' || this.wordsOf(goal).includes(text))
    )
  }

  /** All goals of some fields of policy, whatever is asked for. */
  ofFields(fields: readonly string[]): readonly Fact[] {
    const name = fields.join()
    const found = this.fields.get(name) ?? this.data.goals.filter(goal => fields.some(field => this.isOf(goal, field)))
    this.fields.set(name, found)
    return found
  }

  /** Whether a goal belongs to a field of policy; `rank` is every rank. */
  isOf(goal: Fact, field: string): boolean {
    if (field === 'rank') return goal.kind === 'rank_goal'
    return goal.subject !== null && this.data.subjects[goal.subject]?.field === field
  }

  private wordsOf(goal: Fact): string {
    let found = this.searched.get(goal)
    if (found === undefined) {
      const { places, subjects, sentences, articles } = this.data
      const place = goal.place === null ? null : places[goal.place]
      const subject = goal.subject === null ? null : subjects[goal.subject]
      const parts = [place?.vi, place?.en, subject?.vi, subject?.en, goal.value.vi, sentences[goal.sentence], articles[goal.article]?.title]
      found = fold(parts.filter(part => part != null).join(' \n '))
      this.searched.set(goal, found)
    }
    return found
  }
}

/** A wish as an address writes it, without what is not wished. */
export function wishToAddress(wish: Wish): URLSearchParams {
  const given = Object.entries({ ...wish, fields: wish.fields.join(',') }).filter(([, value]) => value !== '')
  return new URLSearchParams(given)
}

/** The wish of an address; what it does not say is not wished. */
export function wishOfAddress(address: URLSearchParams): Wish {
  const texts = Object.fromEntries(Object.keys(NO_WISH).map(name => [name, address.get(name) ?? '']))
  return { ...(texts as unknown as Wish), fields: (address.get('fields') ?? '').split(',').filter(field => field !== '') }
}
