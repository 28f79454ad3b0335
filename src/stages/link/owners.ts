import { BODY, OBLIQUE, OWNER_ALONE, OWNER_FIRST, OWNER_SECOND, REGION } from '../../mentions/words/owners.ts'
import type { Field } from '../../model/frame.ts'
import type { Span } from '../../model/span.ts'
import type { Units } from '../../text/units.ts'
import { isAssigner } from './assigner.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { once } from './nearest.ts'

// So much text before a name is read for what it stands in.
const BEFORE = 16
// `Đến hết ngày 20/9, Chi cục Hải quan X thu …`: a subject behind a time, which begins its sentence.
const LED =
  /^(?:Đến|Tính|Trong|Năm|Tháng|Quý|Hết|Từ đầu|Riêng|Ngay|Sang|Bước sang|Hiện|Hiện nay|Mới đây|Trước đó|Theo đó|Cụ thể|Tuy nhiên|Do đó|Ngoài ra|Đồng thời|Bên cạnh đó)(?: [^,;.]{1,50})?, $/
// So much text before a name may be such a time.
const LEAD = 64
const assigns = (units: Units, { end }: Span): boolean => isAssigner(units, units.at(end - 1))

/** The bodies and regions that a sentence names, in reading order. */
const namedIn = once((context, sentence): readonly Span[] => {
  if (!mayName(context, sentence)) return NONE
  const { start = 0, end = 0 } = context.sentences[sentence] ?? {}
  const text = context.normalized.match.slice(start, end)
  return [...text.matchAll(BODY), ...text.matchAll(REGION)]
    .map(m => ({ start: start + m.index, end: start + m.index + m[0].length }))
    .toSorted((a, b) => a.start - b.start)
})

const NONE: readonly Span[] = []

/** Whether words stand in a sentence with which the name of a body or a region begins. */
const mayName = ({ table }: Context, sentence: number): boolean =>
  table.mayRead(sentence, OWNER_ALONE) || table.mayRead(sentence, OWNER_FIRST, OWNER_SECOND)

/** The bodies and regions that a sentence names otherwise than as where something is. */
export const ownersIn = once((context, sentence): readonly Span[] => {
  const text = context.normalized.match
  const first = context.sentences[sentence]?.start ?? 0
  const units = context.unitsOf(sentence)
  const isOblique = ({ start }: Span): boolean =>
    OBLIQUE.test(text.slice(Math.max(first, start - BEFORE), start)) && !(start - first < LEAD && LED.test(text.slice(first, start)))
  return namedIn(context, sentence).filter(o => !isOblique(o) && !assigns(units, o))
})

/** A body or region as a place. */
export const named = (context: Context, owner: Span): string => `other:${context.normalized.text.slice(owner.start, owner.end)}`

/** The body whose name a place is a part of: `Trường Đại học Y Hà Nội`. */
export function ownerAround(context: Context, sentence: number, place: Span): Field<string> | undefined {
  const owner = namedIn(context, sentence).find(o => o.start < place.start && place.end <= o.end)
  return owner && { value: named(context, owner), evidence: evidence(owner, 'place/owner') }
}

/** The body or region that was named last before a number in its sentence, unless a place or company was named since. */
export function ownerInSentence(context: Context, sentence: number, at: number): Field<string> | undefined {
  const units = context.unitsOf(sentence)
  const start = units.start(at)
  const owner = ownersIn(context, sentence).findLast(o => o.end <= start)
  if (owner === undefined) return undefined
  const isOver = context.mentionsOf(sentence).some(
    m =>
      (m.type === 'place' || m.type === 'organization') &&
      m.start >= owner.end &&
      m.end <= start &&
      // `Cụm công nghiệp Sông Cầu (huyện Sông Đà)`: where the body itself is.
      context.normalized.lower[m.start - 1] !== '(' &&
      !assigns(units, m)
  )
  return isOver ? undefined : { value: named(context, owner), evidence: evidence(owner, 'place/owner') }
}
