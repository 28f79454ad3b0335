import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { DocumentNumber } from '../../model/values.ts'

/** Mentions of one document that are being gathered. */
export interface Group {
  readonly full: string
  place: string | null
  readonly mentions: Mention<DocumentNumber>[]
  /** Who is said to have issued it, by its first mentions that tell. */
  readonly apart: Span[]
}

/** What is kept of a group to find it by. */
interface Kept {
  readonly keys: Set<string>
  /** The first mention of each of its different values. */
  readonly values: Map<string, Mention<DocumentNumber>>
}

// So many documents of one number are told apart, by so many words each; of 7,000 articles none has as many.
const MOST_OF_NUMBER = 64
const MOST_APART = 16

const yearlessKey = ({ type, number, organ }: DocumentNumber): string => `yearless ${type} ${number} ${organ}`

/** The documents of an article while its number mentions are sorted out, by what a further mention can find its own by. */
export class NumberGroups {
  readonly all: Group[] = []
  readonly #byKey = new Map<string, Group[]>()
  readonly #kept = new Map<Group, Kept>()

  /** Opens a group with its first mention. */
  open(m: Mention<DocumentNumber>, place: string | null): Group {
    const group: Group = { full: m.value.canonical, place, mentions: [], apart: [] }
    this.all.push(group)
    this.#kept.set(group, { keys: new Set(), values: new Map() })
    this.#index(group, `full ${group.full}`)
    this.add(group, m)
    return group
  }

  add(group: Group, m: Mention<DocumentNumber>): void {
    const { number, type, year, issuer, organ } = m.value
    group.mentions.push(m)
    this.#index(group, `number ${number}`)
    if (year !== null) this.#index(group, yearlessKey(m.value))
    const values = this.#kept.get(group)?.values
    const key = [type, year, issuer, organ].join(' ')
    const first = values?.get(key)
    if (first === undefined || m.start < first.start) values?.set(key, m)
  }

  /** Notes who is said to have issued a document. */
  tellApart(group: Group, issuer: Span): void {
    if (group.apart.length < MOST_APART) group.apart.push(issuer)
  }

  /** Those of one full number, in the order in which they were opened. */
  ofFull(full: string): readonly Group[] {
    return this.#byKey.get(`full ${full}`) ?? []
  }

  /** The last ones that a full number may be of. `Nghị định 52/NĐ-CP`, after `52/2013/NĐ-CP`: decrees and circulars have their year in the number. */
  like(value: DocumentNumber): readonly Group[] {
    const isYearless = (value.type === 'nghi_dinh' || value.type === 'thong_tu') && value.year === null
    const dated = isYearless ? (this.#byKey.get(yearlessKey(value)) ?? []) : []
    return [...dated.slice(-MOST_OF_NUMBER), ...this.ofFull(value.canonical).slice(-MOST_OF_NUMBER)]
  }

  /** The group that a bare number at `start` is completed from: the last with a fitting mention before it, else the first with one behind it. */
  completing(number: string, start: number, fits: (n: DocumentNumber) => boolean): Group | undefined {
    const groups = this.#byKey.get(`number ${number}`) ?? []
    const valuesOf = (g: Group) => [...(this.#kept.get(g)?.values.values() ?? [])]
    return (
      groups.slice(-MOST_OF_NUMBER).findLast(g => valuesOf(g).some(o => o.start < start && fits(o.value))) ??
      groups.slice(0, MOST_OF_NUMBER).find(g => valuesOf(g).some(o => fits(o.value)))
    )
  }

  #index(group: Group, key: string): void {
    const keys = this.#kept.get(group)?.keys
    if (keys === undefined || keys.has(key)) return
    keys.add(key)
    const groups = this.#byKey.get(key)
    if (groups === undefined) this.#byKey.set(key, [group])
    else groups.push(group)
  }
}
