import { PERIOD } from '../../mentions/words/tags.ts'
import type { DateValue } from '../../model/values.ts'
import { isDay, when } from './past-or-future.ts'
import { put } from './status-left-marks.ts'
import { belongsToOther } from './status-left-signs.ts'
import type { Way } from './status-left-way.ts'

/** A date: when the number holds or is due, if it is not another's. */
export function dates({ u, query, now, isPublished, marks, semicolons }: Way, i: number): boolean {
  const mention = u.mention(i)
  const value = mention?.value as DateValue | undefined
  if (value?.use === 'as-of' && semicolons === 0 && marks.weak < 0 && marks.future < 0) return put(marks, 'result', i)
  if (value === undefined || value.use === 'compared' || value.use === 'from' || query.issued.has(mention)) return false
  if (marks.future >= 0 || marks.past >= 0 || marks.present >= 0 || marks.period >= 0) return false
  const date = query.dates.get(mention)
  const side = value.use === 'vision' || value.use === 'orientation' ? 'future' : when(date, now, isPublished)
  // A day on which something is to happen is no time of an aim.
  if (side === 'future' && isDay(date) && value.use !== 'by' && value.use !== 'before') return false
  if (side === 'future' && u.is(i, PERIOD) && value.use === null) marks.period = i
  else if (side === 'future') marks.future = i
  else if (side === 'present') marks.present = i
  else if (side === 'past' && !belongsToOther(u, i)) {
    marks.past = i
    marks.isPastDue = value.use === 'by' || value.use === 'before'
  }
  return false
}
