import { BANDS, type Comparable, nearDuplicates } from '../../text/near-duplicates.ts'

/** What near-duplicates are told by, as far as it is known already: by article id. */
export interface Bands {
  add(id: string, bands: Int32Array): void
  of(id: string): Int32Array | undefined
}

/** A place for what is known, all of it in one piece. */
export function bandTable(): Bands {
  const places = new Map<string, number>()
  let table = new Int32Array(0)
  return {
    add: (id, bands) => {
      if (places.has(id)) return
      const at = places.size * BANDS
      places.set(id, at)
      if (at === table.length) {
        const larger = new Int32Array(2 * table.length + 1024 * BANDS)
        larger.set(table)
        table = larger
      }
      table.set(bands, at)
    },
    of: id => {
      const at = places.get(id)
      return at === undefined ? undefined : table.subarray(at, at + BANDS)
    }
  }
}

/** The near-duplicates among articles: the id of each but the original, with the original's id. */
export function originalsOf(articles: readonly Comparable[]): ReadonlyMap<string, string> {
  return new Map([...nearDuplicates(articles)].map(([id, { original }]) => [id, original]))
}
