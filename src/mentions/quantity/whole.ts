import type { WholeQuantity } from '../../model/knowledge.ts'
import { AMOUNTS } from './amounts.ts'
import { SHARES } from './shares.ts'

// In the order in which the tagger asks; at a text's first letter, and to its last.
const RULES = [...SHARES, ...AMOUNTS].map(({ id, pattern, produce }) => ({
  id,
  produce,
  whole: new RegExp(`(?:${pattern.source})$`, 'y')
}))

/** The quantity that a whole text in lower case is: `trên 95%`, `15.000 tỷ đồng`, `85-90 m2 sàn/người`; without some rules. */
export function readQuantity(text: string, without: ReadonlySet<string>): WholeQuantity | undefined {
  for (const { id, whole, produce } of RULES) {
    if (without.has(id)) continue
    whole.lastIndex = 0
    const match = whole.exec(text)
    if (match === null) continue
    const groups = match.groups ?? {}
    const quantity = produce(groups, { before: '', after: '', printed: group => groups[group] })
    if (quantity === undefined) continue
    const span = groups['span'] ?? text
    const start = text.indexOf(span)
    return { quantity, span: { start, end: start + span.length }, rule: id }
  }
  return undefined
}
