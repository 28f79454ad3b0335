import type { Change } from '../../diff/change.ts'
import { shiftOf } from '../../diff/group.ts'
import { shown } from '../../diff/words.ts'
import type { AnyRecord } from '../../model/record.ts'
import type { Item, Shape } from '../../review/item.ts'
import { shortHash } from '../../text/hash.ts'

// What tells one record that only one side has from another at a glance.
const FACTS = ['status', 'measure', 'value_kind', 'rank_kind', 'type'] as const
// What makes two of them say the same.
const CLAIMS = ['low', 'high', 'unit', 'comparator', 'n_low', 'n_high', 'number', 'title', 'place', 'deadline'] as const

type Grouped = Pick<Change, 'class' | 'kind' | 'before' | 'after' | 'fields'>

/** How a change is grouped: by cause and shape, and within that by its values. */
export function alikeOf(change: Grouped, cause: string | null): Pick<Item, 'group' | 'gathering' | 'alike' | 'same' | 'shape'> {
  const shape = shapeOf(change)
  const parts = [change.class, change.kind, JSON.stringify(shape)]
  // Whichever rule it was, a change that came of the text is of the text.
  const group = shortHash(cause ?? '', ...parts)
  return { group, gathering: 'cause', alike: group, same: shortHash(group, valuesOf(change)), shape }
}

const ARROW = ' → '

/** What changes alike have in common: the fields that changed, and how. */
export function shapeOf({ before, after, fields }: Grouped): Shape {
  // How sure the program is follows from the rest.
  const told = fields.length > 1 ? fields.filter(f => f !== 'confidence') : fields
  const shifts = told.map(field => {
    const shift = shiftOf(field, before, after).slice(field.length + 1)
    const arrow = shift.lastIndexOf(ARROW)
    return arrow < 0 ? { field, before: '', after: '' } : { field, before: shift.slice(0, arrow), after: shift.slice(arrow + ARROW.length) }
  })
  const record = (after ?? before) as AnyRecord
  const facts =
    fields.length > 0 ? [] : FACTS.flatMap(field => (typeof record[field] === 'string' ? [{ field, value: record[field] as string }] : []))
  return { shifts, facts }
}

function valuesOf({ before, after, fields }: Grouped): string {
  const named = (record: AnyRecord | null) => shown(record?.['indicator'] ?? record?.['subject'])
  const side = (record: AnyRecord | null) =>
    fields.length > 0
      ? fields.map(f => (f === 'anchor' ? record?.anchor.quote : shown(record?.[f])))
      : [named(record), ...CLAIMS.map(f => shown(record?.[f]))]
  return JSON.stringify([side(before), side(after)])
}
