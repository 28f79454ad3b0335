import type { Item } from '../../review/item.ts'
import { shortHash } from '../../text/hash.ts'

// A group of fewer is rare, and so many rare groups can be gone through one by one.
const LEAST = 5
const FEW = 20

/**
 * Gathers the rare groups of changes, where there are many: first those of one shape, whatever caused them; what is still rare
 * then by class and kind. What breaks something that gold says stands for itself. Every other change stays in its group.
 */
export function gathered(items: readonly Item[]): Item[] {
  const rare = rareOf(items)
  if (rare.size <= FEW) return [...items]
  const byShape = items.map(item => (rare.has(item.group) ? inGroup(item, 'shape', JSON.stringify(item.shape)) : item))
  const single = rareOf(byShape)
  return byShape.map(item => (single.has(item.group) ? inGroup(item, 'kind', '') : item))
}

/** The groups that have few members of which none broke anything. */
function rareOf(items: readonly Item[]): ReadonlySet<string | null> {
  const groups = Map.groupBy(items, item => item.group)
  const isRare = ([id, members]: [string | null, readonly Item[]]) =>
    id !== null && members.length < LEAST && members.every(m => m.verdict !== 'broke')
  return new Set([...groups].filter(isRare).map(([id]) => id))
}

function inGroup(item: Item, gathering: Item['gathering'], what: string): Item {
  return { ...item, gathering, group: shortHash(`gathered by ${gathering}`, item.class, item.kind, what) }
}
