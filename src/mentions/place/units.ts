import provinces from './provinces.json' with { type: 'json' }

/** A province of the list of 63 (to 2025-06-30), of the list of 34 (since 2025-07-01), or of both. */
export interface Province {
  readonly id: string
  readonly name: string
  readonly en: string
  readonly type: string
  readonly code63: string | null
  readonly region63: string | null
  readonly code34: string | null
  readonly region34: string | null
  readonly type34: string | null
  readonly merged_into: string | null
  readonly aliases: readonly string[]
}

export const PROVINCES: readonly Province[] = provinces

const BY_ID = new Map(PROVINCES.map(p => [p.id, p]))

/** The province of an id, or undefined (`vn`, `other:…` have none). */
export function provinceOf(id: string): Province | undefined {
  return BY_ID.get(id)
}

/** First day of the 34 units (Resolution 202/2025/QH15). */
export const MERGER_DAY = '2025-07-01'

/**
 * The list (63 or 34) a province id is to be read in: by the day where there is one, else by the only list that has the
 * id, else null.
 */
export function unitsOf(id: string, day: string | null): 63 | 34 | null {
  const province = BY_ID.get(id)
  if (province === undefined) return null
  if (province.code34 === null) return 63
  if (province.code63 === null) return 34
  if (day !== null) return day < MERGER_DAY ? 63 : 34
  return null
}
