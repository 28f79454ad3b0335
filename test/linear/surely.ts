import { type Moves, START } from './moves.ts'

export type Sure = readonly (readonly bigint[])[]

/**
 * By place (its index + 1) and class of the letter before, the letters, or the edge, before which a match is sure to succeed
 * whatever comes behind them. The greatest such sets: a letter is kept while the match ends there or goes on to a place that
 * is sure on all letters; as every text has an end, it ends well.
 */
export function surely(moves: Moves): Sure {
  const { reads, classes, lettersOf, all } = moves
  const now = Array.from({ length: reads.length + 1 }, () => new Array<bigint>(classes).fill(all))
  const sureOn = (place: number, before: number): bigint => {
    const { ways, ends } = moves.from(place, before)
    let sum = ends
    for (const { to, letters, isSure } of ways)
      if (isSure) for (let own = 0; own < classes; own++) if (now[to + 1]?.[own] === all) sum |= letters & (lettersOf[own] as bigint)
    return sum
  }
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (let place = START; place < reads.length; place++)
      for (let before = 0; before < classes; before++) {
        const known = now[place + 1]?.[before] as bigint
        const sum = known & sureOn(place, before)
        if (sum === known) continue
        ;(now[place + 1] as bigint[])[before] = sum
        isChanged = true
      }
  }
  return now
}
