import { h, svg } from './element.ts'
import { hrefOf, label, leftOut, line, mark, oneLine, picture, scopeName, subjectName, type View } from './frame.ts'
import { digits, say, words } from './language.ts'
import type { Fact } from './model.ts'
import { subjectKey } from './select.ts'

const MOST = 18
const STEPS = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500, 1000]
/** Rank goals: which rank is wanted, by what is ranked and among whom. The axis is one of ratios, and says so. */
export function rankPicture(view: View, width: number): HTMLElement {
  const ranks = view.goals.filter(g => g.kind === 'rank_goal')
  const drawable = ranks.filter(g => isDrawable(g))
  const groups = [...Map.groupBy(drawable, g => `${subjectKey(g)}|${g.scope ?? ''}`)].toSorted(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)
  )
  const [shown, rest] = [groups.slice(0, MOST), groups.slice(MOST).flatMap(([, facts]) => facts)]
  const left = Math.min(360, width * 0.45)
  const most = Math.max(10, ...shown.flatMap(([, facts]) => facts.map(rankOf)))
  const x = (n: number): number => left + 12 + (Math.log(n) * (width - left - 40)) / Math.log(most)
  const height = shown.length * 30
  const steps = STEPS.filter(n => n <= most && (width > 700 || [1, 3, 10, 30, 100, 500].includes(n)))
  const grid = steps.flatMap(n => [line(x(n), 0, x(n), height), label(x(n), height + 16, digits(n), { 'text-anchor': 'middle' })])
  const rows = shown.flatMap(([key, facts], i) => rankRow(view, key, facts, { left, x, y: i * 30 + 15 }))
  return h(
    'div',
    {},
    shown.length === 0 ? null : picture(words('Mục tiêu xếp hạng', 'Rank goals'), width, height + 24, ...grid, ...rows),
    leftOut(view, 'ranks', [
      ['rest', words('về chỉ số, phạm vi khác', 'of other subjects and scopes'), rest],
      [
        'none',
        words('không có thứ hạng bằng số, hoặc là mức tăng hạng', 'without a rank in numbers, or ranks to gain'),
        ranks.filter(g => !isDrawable(g))
      ]
    ])
  )
}

const rankOf = (g: Fact): number => (g.high ?? g.low) as number
const isDrawable = (g: Fact): boolean => (g.high ?? g.low ?? 0) > 0 && g.measure !== 'improve'

function rankRow(view: View, key: string, facts: readonly Fact[], at: { left: number; x: (n: number) => number; y: number }): SVGElement[] {
  const first = facts[0] as Fact
  const name = [subjectName(view.data, first) ?? say(words('không rõ về gì', 'not known of what')), scopeName(first.scope)]
    .filter(part => part !== null)
    .join(' · ')
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
  return [label(at.left - 4, at.y + 4, name, { 'text-anchor': 'end' }, Math.floor(at.left / 6.6)), ...spots]
}
