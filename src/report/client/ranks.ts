import { sureness } from './bars.ts'
import { h, svg } from './element.ts'
import { hrefOf, label, leftOut, line, mark, oneLine, picture, scopeName, subjectName, type View } from './frame.ts'
import { digits, say, words } from './language.ts'
import type { Fact } from './model.ts'
import { farRanks, rankOf, ranksOf } from './series.ts'

const MOST = 18
const STEPS = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500, 1000]
// Narrower pages have what is ranked and among whom on two lines.
const WIDE = 700
const LETTER = 6.6

/** Rank goals: which rank is wanted, by what is ranked and among whom. The axis is one of ratios, and says so. */
export function rankPicture(view: View, width: number): HTMLElement {
  const ranks = view.goals.filter(g => g.kind === 'rank_goal')
  const groups = ranksOf(ranks)
  const drawable = new Set(groups.flatMap(([, facts]) => facts))
  const far = new Set(groups.flatMap(([, facts]) => [...farRanks(facts)]))
  const near = groups.map(([key, facts]) => [key, facts.filter(g => !far.has(g))] as const).filter(([, facts]) => facts.length > 0)
  const [shown, rest] = [near.slice(0, MOST), near.slice(MOST).flatMap(([, facts]) => facts)]
  return h(
    'div',
    {},
    ...(shown.length === 0 ? [] : [sureness(), rankRows(view, shown, width)]),
    leftOut(view, 'ranks', [
      ['rest', words('về chỉ số, phạm vi khác', 'of other subjects and scopes'), rest],
      ['far', words('cách xa các thứ hạng khác, nên xem lại', 'far from the other ranks, to be reviewed'), [...far]],
      [
        'none',
        words('không có thứ hạng bằng số, hoặc là mức tăng hạng', 'without a rank in numbers, or ranks to gain'),
        ranks.filter(g => !drawable.has(g))
      ]
    ])
  )
}

function rankRows(view: View, shown: ReturnType<typeof ranksOf>, width: number): SVGElement {
  const isWide = width > WIDE
  const left = Math.min(360, width * 0.45)
  const most = Math.max(10, ...shown.flatMap(([, facts]) => facts.map(rankOf)))
  const x = (n: number): number => left + 12 + (Math.log(n) * (width - left - 40)) / Math.log(most)
  const step = isWide ? 30 : 38
  const height = shown.length * step
  const steps = STEPS.filter(n => n <= most && (isWide || [1, 3, 10, 30, 100, 500].includes(n)))
  const grid = steps.flatMap(n => [line(x(n), 0, x(n), height), label(x(n), height + 16, digits(n), { 'text-anchor': 'middle' })])
  const rows = shown.flatMap(([key, facts], i) => rankRow(view, key, facts, { left, x, y: (i + 0.5) * step, isWide }))
  return picture(words('Mục tiêu xếp hạng', 'Rank goals'), width, height + 24, ...grid, ...rows)
}

interface RowPlace {
  readonly left: number
  readonly x: (n: number) => number
  readonly y: number
  readonly isWide: boolean
}

function rankRow(view: View, key: string, facts: readonly Fact[], at: RowPlace): SVGElement[] {
  const first = facts[0] as Fact
  const subject = subjectName(view.data, first) ?? say(words('không rõ về gì', 'not known of what'))
  const scope = scopeName(first.scope)
  const name = [subject, scope].filter(part => part !== null).join(' · ')
  const spots = [...Map.groupBy(facts, rankOf)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([rank, members]) => {
      const says = members.length === 1 ? oneLine(view, members[0] as Fact) : `${name}: ${digits(rank)} (${digits(members.length)})`
      const dot = svg('circle', {
        class: `rank is-${(members[0] as Fact).confidence}`,
        cx: at.x(rank),
        cy: at.y,
        r: Math.min(13, 4.5 + Math.sqrt(members.length))
      })
      return mark(hrefOf(view, `rank:${key}:${rank}`, words(says, says), members), says, dot)
    })
  return [...rowName(subject, scope, at), ...spots]
}

/** What is ranked, cut where there is no room for it, and among whom, which tells rows of one subject apart and is never cut off. */
function rowName(subject: string, scope: string | null, { left, y, isWide }: RowPlace): SVGElement[] {
  const letters = Math.floor(left / LETTER)
  const end = { 'text-anchor': 'end' }
  if (isWide || scope === null) {
    const behind = scope === null ? '' : ` · ${scope}`
    const room = Math.max(8, letters - behind.length)
    const whole = `${subject}${behind}`
    return [[...whole].length <= letters ? label(left - 4, y + 4, whole, end) : label(left - 4, y + 4, subject, end, room, behind)]
  }
  return [label(left - 4, y - 3, subject, end, letters), label(left - 4, y + 12, scope, { ...end, class: 'soft' }, letters)]
}
