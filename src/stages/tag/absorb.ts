import type { MentionType } from '../../model/rule.ts'
import { bySpan } from '../../model/span.ts'
import { partitionPoint } from '../../text/partition-point.ts'
import type { Found } from './found.ts'
import { withPart } from './located.ts'

// How far behind a mention one that it absorbs may begin, in code units.
const REACH = 16

/** Joins a mention with one right behind it where its type says so: `UBND` + `tỉnh Bắc Giang`. */
export function absorb(found: Found[], types: readonly MentionType[], lower: string): void {
  for (const type of types) {
    const { absorbs } = type
    if (absorbs === undefined) continue
    const others = found.filter(m => m.type === absorbs.type).toSorted(bySpan)
    for (const [index, mention] of found.entries()) {
      if (mention.type !== type.type) continue
      const other = behind(others, mention)
      if (other === undefined || !absorbs.gap.test(lower.slice(mention.end, Math.max(mention.end, other.start)))) continue
      const value = absorbs.merge(mention.value, other.value)
      if (value === undefined) continue
      found[index] = {
        ...mention,
        end: other.end,
        outer: { start: mention.outer.start, end: other.end },
        value,
        parts: withPart(mention.parts, 'absorbed', { start: other.start, end: other.end })
      }
    }
  }
}

/** The first of the others (in order) that begins inside this one's last word (`Đảng bộ tỉnh` and `tỉnh Nghệ An`) or soon behind. */
function behind(others: readonly Found[], { start, end }: Found): Found | undefined {
  for (let i = partitionPoint(others, other => other.start <= start); i < others.length; i++) {
    const other = others[i] as Found
    if (other.start > end + REACH) return undefined
    if (other.end > end) return other
  }
  return undefined
}
