import { h } from './element.ts'
import { aboutWhat, hrefOf, placeName, type View } from './frame.ts'
import { digits, fold, say, words } from './language.ts'
import type { Contradiction, Fact, Words } from './model.ts'
import type { Check, Verdict } from './observed.ts'
import { type Cell, sortable } from './table.ts'

const VERDICTS: Readonly<Record<Verdict, Words>> = {
  reached: words('đạt', 'reached'),
  missed: words('chưa đạt', 'missed'),
  disputed: words('nguồn nói khác nhau', 'sources differ'),
  so_far: words('số gần nhất trước hạn', 'latest number before'),
  undated: words('số liệu không rõ ngày', 'number without a day')
}

/** Goals beside what was measured. */
export function checkTable(view: View, checks: readonly Check[]): HTMLElement {
  const heads = [
    words('Nơi', 'Place'),
    words('Chỉ tiêu', 'Subject'),
    words('Mục tiêu', 'Goal'),
    words('Hạn', 'Due'),
    words('Đo được', 'Measured'),
    words('Lúc', 'When'),
    words('Kết quả', 'Verdict')
  ]
  const rows = checks.map(({ goals, seen, verdict }): Cell[] => {
    const g = goals[0] as Fact
    const first = seen[0] as Fact
    const measured = [...Map.groupBy(seen, o => say(o.value))].map(([value, own]) => link(view, `seen:${g.id}:${value}`, value, own))
    return [
      text(placeName(view.data, g)),
      text(aboutWhat(view.data, g)),
      { show: link(view, `goal:${g.id}`, say(g.value), goals), by: g.low },
      { show: String(g.when === null ? '' : say(g.when)), by: g.year },
      { show: h('div', { class: 'values' }, ...measured), by: first.low },
      { show: first.when === null ? '–' : say(first.when), by: first.year },
      { show: h('b', { class: `verdict ${verdict}` }, say(VERDICTS[verdict])), by: Object.keys(VERDICTS).indexOf(verdict) }
    ]
  })
  return sortable('reached', heads.map(say), rows)
}

/** How goals moved over time, as the claims tell it; those that a fitting goal is among. */
export function moveTable(view: View, byId: ReadonlyMap<string, Fact>): { readonly count: number; readonly table: HTMLElement } {
  const shown = new Set(view.goals.map(g => g.id))
  const fitting = view.data.moves.filter(({ steps }) => steps.some(step => step.goals.some(id => shown.has(id))))
  const rows = fitting.map(({ steps }): Cell[] => {
    const told = steps.map(step => ({ ...step, facts: step.goals.flatMap(id => byId.get(id) ?? []) }))
    const goal = told[0]?.facts[0] as Fact
    const links = told.flatMap(({ since, document, facts }, i) => [
      i === 0 ? '' : ' → ',
      link(view, `step:${goal.id}:${i}`, say((facts[0] as Fact).value), facts),
      h('small', {}, ` ${[since, document].filter(part => part !== null).join(', ')}`)
    ])
    const count = told.reduce((sum, { facts }) => sum + facts.length, 0)
    return [
      text(placeName(view.data, goal)),
      text(aboutWhat(view.data, goal)),
      { show: goal.when === null ? '' : say(goal.when), by: goal.year },
      { show: h('span', {}, ...links), by: goal.low },
      { show: digits(count), by: count }
    ]
  })
  const heads = [
    words('Nơi', 'Place'),
    words('Chỉ tiêu', 'Subject'),
    words('Hạn', 'Due'),
    words('Đã nêu, theo ngày', 'Told, by day'),
    words('Số lần nêu', 'Times told')
  ]
  return { count: fitting.length, table: sortable('moved', heads.map(say), rows) }
}

const DOCUMENTS: Readonly<Record<Contradiction['documents'], Words>> = {
  same: words('cùng một văn bản', 'one document'),
  different: words('khác văn bản', 'different documents'),
  unknown: words('không rõ văn bản', 'document unknown')
}
/** Values that contradict each other, each with the way to its sentences; those that a fitting goal is among. */
export function contradictionTable(view: View, byId: ReadonlyMap<string, Fact>): { readonly count: number; readonly table: HTMLElement } {
  const shown = new Set(view.goals.map(g => g.id))
  const fitting = view.data.contradictions.filter(c => c.values.some(v => v.goals.some(id => shown.has(id))))
  const rows = fitting.map((c): Cell[] => {
    const g = byId.get(c.values[0]?.goals[0] ?? '') as Fact
    const values = c.values.flatMap(({ value, document, goals }, i) => [
      i === 0 ? '' : ' ≠ ',
      link(
        view,
        `said:${g.id}:${i}`,
        say(value),
        goals.flatMap(id => byId.get(id) ?? [])
      ),
      document === null ? '' : h('small', {}, ` (${document})`)
    ])
    const kind = say(DOCUMENTS[c.documents])
    const when = g.when === null ? '' : say(g.when)
    return [
      text(placeName(view.data, g)),
      text(aboutWhat(view.data, g)),
      { show: when, by: g.year },
      { show: h('span', {}, ...values), by: c.values.length },
      { show: kind, by: kind }
    ]
  })
  const heads = [
    words('Nơi', 'Place'),
    words('Chỉ tiêu', 'Subject'),
    words('Hạn', 'Due'),
    words('Giá trị được nêu', 'Values reported'),
    words('Nguồn', 'Said by')
  ]
  return { count: fitting.length, table: sortable('contradictions', heads.map(say), rows) }
}

function link(view: View, key: string, name: string, facts: readonly Fact[]): HTMLElement {
  const more = facts.length > 1 ? ` ×${facts.length}` : ''
  return h('a', { href: hrefOf(view, key, words(name, name), facts), class: 'value' }, `${name}${more}`)
}

const text = (words: string | null): Cell => ({ show: words ?? '', by: words === null ? null : fold(words) })
