import type { Counts, State } from './moves.ts'

/** The states that were met; one that is no more than another, place by place, leads to nothing new. */
export class Seen {
  /** How many comparisons were made: what finding out has cost. */
  compared = 0
  readonly #byPlace = new Map<string, Counts[]>()

  /** Whether the state is new. */
  add({ before, counts }: State): boolean {
    const lists = Array.from(counts.keys(), place => this.#at(`${before}/${place}`))
    const shortest = lists.reduce((least, list) => (list.length < least.length ? list : least))
    for (let i = shortest.length - 1; i >= 0; i--) {
      this.compared++
      if (isWithin(counts, shortest[i] as Counts)) return false
    }
    this.compared++
    const kept = new Map(counts)
    for (const list of lists) list.push(kept)
    return true
  }

  #at(key: string): Counts[] {
    const known = this.#byPlace.get(key)
    if (known !== undefined) return known
    const made: Counts[] = []
    this.#byPlace.set(key, made)
    return made
  }
}

function isWithin(less: Counts, more: Counts): boolean {
  if (less.size > more.size) return false
  for (const [place, count] of less) if (count > (more.get(place) ?? 0)) return false
  return true
}
