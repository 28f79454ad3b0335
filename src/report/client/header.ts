import { SURENESS } from './bars.ts'
import { button, h } from './element.ts'
import { FIELDS, questions } from './filters.ts'
import { MEASURES, placeName, subjectName, type View } from './frame.ts'
import { digits, languageNow, say, words } from './language.ts'
import type { Fact, ReportData, Words } from './model.ts'
import { SECTIONS } from './sections.ts'
import { NO_WISH, type Selection, subjectKey, type Wish } from './select.ts'

export const TITLE: Words = words('Mục tiêu trong báo chí', 'Targets in the news')

/** What stands above the parts of the page and stays while filters change: the form keeps the focus. */
export function header(data: ReportData, form: HTMLElement, speak: () => void): HTMLElement {
  const other = languageNow() === 'vi' ? 'en' : 'vi'
  const speaking = button(other === 'en' ? 'English' : 'Tiếng Việt', speak, { lang: other, 'data-speak': other })
  const links = SECTIONS.map(({ id, name }) => h('a', { href: `#${id}` }, say(name)))
  return h(
    'header',
    {},
    h(
      'div',
      { class: 'top' },
      h('div', {}, h('h1', {}, say(TITLE)), h('p', { class: 'note' }, periodOf(data)), unfinished(data)),
      speaking
    ),
    h('ul', { class: 'facts' }),
    h('div', { id: 'questions' }),
    foldButton(),
    h('div', { id: 'filters' }, h('p', { class: 'chips', id: 'fields' }), form),
    h('p', { class: 'shown', role: 'status' }),
    h('nav', { 'aria-label': say(words('Các phần', 'Parts')) }, ...links)
  )
}

function unfinished({ isUnfinished }: ReportData): HTMLElement | null {
  const says = words(
    'Lần chạy chưa xong: những bài nó chưa đọc không có ở đây.',
    'The run did not come to its end: what it has not read is missing here.'
  )
  return isUnfinished ? h('p', { class: 'note unfinished' }, say(says)) : null
}

/** From the first day of publication to the last. */
export function periodOf({ firstPublished, lastPublished }: ReportData): string {
  return firstPublished === null ? '' : `${firstPublished} – ${lastPublished}`
}

/** On narrow screens the filters are folded; this opens them. */
function foldButton(): HTMLElement {
  const fold = button(
    '',
    () => {
      const isOpen = document.documentElement.classList.toggle('with-filters')
      fold.setAttribute('aria-expanded', String(isOpen))
    },
    { class: 'fold', 'aria-controls': 'filters' }
  )
  fold.setAttribute('aria-expanded', String(document.documentElement.classList.contains('with-filters')))
  return fold
}

/** Fills the header: totals of what fits, and what is asked for. */
export function fillHeader(view: View, selection: Selection, change: (part: Partial<Wish>, goTo?: string) => void): void {
  const { data, goals, wish } = view
  const { asks, chips } = questions(selection, wish, change)
  document.querySelector('.facts')?.replaceChildren(...totals(view))
  document.getElementById('questions')?.replaceChildren(asks)
  document.getElementById('fields')?.replaceChildren(...chips)
  const asked = askedFor(view)
  const count = asked.length === 0 ? '' : ` (${digits(asked.length)})`
  document.querySelector('.fold')?.replaceChildren(`${say(words('Bộ lọc', 'Filters'))}${count}`)
  document
    .querySelector('.shown[role=status]')
    ?.replaceChildren(
      `${say(words('Đang hiện', 'Showing'))} `,
      h('b', { 'data-shown': goals.length }, digits(goals.length)),
      ` / ${digits(data.goals.length)} ${say(words('mục tiêu', 'goals'))}${asked.length === 0 ? '' : `: ${asked.join(', ')}`}`
    )
}

/** What is asked for, in words. */
export function askedFor({ data, wish, goals }: View): string[] {
  const named = (key: string, fits: (g: Fact) => boolean, name: (g: Fact) => string | null): string => {
    const one = goals.find(fits) ?? data.goals.find(fits)
    return (one === undefined ? null : name(one)) ?? key.replace(/^:/, '')
  }
  const parts: [keyof Wish, () => string][] = [
    ['fields', () => wish.fields.map(field => say(FIELDS[field] ?? words(field, field))).join(' + ')],
    ['text', () => `“${wish.text}”`],
    [
      'place',
      () =>
        named(
          wish.place,
          g => g.where === wish.place,
          g => placeName(data, g)
        )
    ],
    [
      'subject',
      () =>
        named(
          wish.subject,
          g => subjectKey(g) === wish.subject,
          g => subjectName(data, g)
        )
    ],
    ['unit', () => wish.unit],
    ['measure', () => say(MEASURES[wish.measure] ?? words(wish.measure, wish.measure))],
    ['kind', () => say(wish.kind === 'target' ? words('giá trị', 'values') : words('thứ hạng', 'ranks'))],
    ['confidence', () => say(SURENESS[wish.confidence] ?? words(wish.confidence, wish.confidence))],
    ['from', () => `${say(words('từ năm', 'from'))} ${wish.from}`],
    ['to', () => `${say(words('đến năm', 'to'))} ${wish.to}`]
  ]
  return parts.flatMap(([name, says]) => (String(wish[name]) === String(NO_WISH[name]) ? [] : [says()]))
}

/** How many there are of everything, beside how many there are without filters. */
export function totals({ data, goals }: View): HTMLElement[] {
  const isAll = goals.length === data.goals.length
  const count = (kind: Fact['kind'], facts: readonly Fact[]): number => facts.filter(g => g.kind === kind).length
  const ids = new Set(goals.map(g => g.id))
  const [articles, documents] = [data.articles.length, data.documents.length]
  const told = data.contradictions.filter(c => c.values.some(v => v.goals.some(id => ids.has(id))))
  const facts: [string, number, number, Words][] = [
    ['articles', isAll ? articles : new Set(goals.map(g => g.article)).size, articles, words('bài báo', 'articles')],
    ['targets', count('target', goals), count('target', data.goals), words('mục tiêu', 'targets')],
    ['ranks', count('rank_goal', goals), count('rank_goal', data.goals), words('mục tiêu xếp hạng', 'rank goals')],
    ['documents', isAll ? documents : new Set(goals.flatMap(g => g.document ?? [])).size, documents, words('văn bản', 'documents')],
    ['contradictions', told.length, data.contradictions.length, words('số liệu trái nhau', 'contradictions')]
  ]
  return facts.map(([id, some, all, name]) =>
    h(
      'li',
      { 'data-fact': id },
      h('b', {}, digits(some)),
      some === all ? null : h('small', {}, ` / ${digits(all)}`),
      h('span', {}, say(name))
    )
  )
}
