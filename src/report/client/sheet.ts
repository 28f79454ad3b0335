import { documentCard, factCard, origin, quoted } from './cards.ts'
import { button, h } from './element.ts'
import { type FactSet, placeName, subjectName, type View } from './frame.ts'
import { digits, say, words } from './language.ts'
import type { DocumentFact, Fact, ReportData } from './model.ts'
import { checks } from './observed.ts'
import { checkTable } from './tables.ts'
import { listed } from './virtual.ts'

/** What the sheet beside the page shows of an address: `g-…` a goal, `o-…` a number, `d-…` a document, `s-…` some goals. */
export function sheetOf(view: View, address: string): HTMLElement {
  const { data } = view
  const [kind, id] = [address.slice(0, 2), address.slice(2)]
  if (kind === 'd-') {
    const at = data.documents.findIndex(d => d.id === id)
    if (at >= 0) return documentSheet(view, data.documents[at] as DocumentFact, at)
  }
  const fact = kind === 'g-' ? data.goals.find(g => g.id === id) : kind === 'o-' ? data.observed.find(o => o.id === id) : undefined
  if (fact !== undefined) return factSheet(view, fact)
  const set = kind === 's-' ? view.sets.get(id) : undefined
  if (set !== undefined) return setSheet(view, set, /(?:^|:)(?:doubts|far|years)$/.test(id))
  return h(
    'div',
    {},
    h('h2', {}, say(words('Không có', 'Not here'))),
    h(
      'p',
      {},
      say(
        words(
          'Địa chỉ này không dẫn đến gì trong báo cáo với bộ lọc hiện tại.',
          'This address leads to nothing in this report, as it is filtered now.'
        )
      )
    )
  )
}

function factSheet(view: View, fact: Fact): HTMLElement {
  const { data } = view
  const found =
    fact.kind === 'observation'
      ? []
      : checks(
          data.goals.filter(g => isAlike(g, fact)),
          data.observed,
          data.subjects
        ).filter(c => c.goals.includes(fact))
  const others = data.goals.filter(g => g !== fact && isAlike(g, fact))
  return h(
    'div',
    {},
    h('h2', {}, subjectName(data, fact) ?? say(words('Mục tiêu', 'Goal'))),
    h('ol', { class: 'goals' }, factCard(data, fact)),
    found.length === 0 ? null : h('h3', {}, say(words('Đã đạt chưa?', 'Was it reached?'))),
    found.length === 0 ? null : h('ol', { class: 'goals' }, ...found.flatMap(c => c.seen.map(o => factCard(data, o)))),
    found.length === 0 ? null : checkTable(view, found),
    others.length === 0
      ? null
      : h('h3', {}, `${say(words('Cùng nơi, cùng chỉ tiêu', 'Same place, same subject'))} (${digits(others.length)})`),
    listed(others, g => factCard(data, g), 5),
    h('p', { class: 'note' }, 'muctieu explain ', h('code', {}, fact.id))
  )
}

const isAlike = (a: Fact, b: Fact): boolean =>
  a.place !== null &&
  a.where === b.where &&
  a.kind === b.kind &&
  a.subject === b.subject &&
  (a.subject !== null || (a.text !== null && a.text === b.text))

function setSheet({ data }: View, { title, facts, documents }: FactSet, isDoubtful: boolean): HTMLElement {
  if (documents !== undefined)
    return h(
      'div',
      {},
      h('h2', {}, say(title)),
      listed(documents, d => documentCard(data, d), 20)
    )
  return h(
    'div',
    {},
    h('h2', {}, say(title)),
    h('p', { class: 'note' }, `${digits(facts.length)} ${say(words('mục tiêu', 'goals'))}`),
    isDoubtful ? reviewing(data) : null,
    listed(facts, fact => withExplanation(factCard(data, fact), isDoubtful ? fact : null), 20)
  )
}

/** How values that may be misread are judged. */
function reviewing({ review }: ReportData): HTMLElement {
  return h(
    'p',
    { class: 'note' },
    say(words('Có lẽ máy đọc sai. Để duyệt: chạy ', 'The machine may have misread them. To judge them, run ')),
    h('code', {}, review),
    say(
      words(
        ' rồi tìm câu văn trong danh sách; lệnh dưới mỗi câu cho biết vì sao máy đọc như vậy.',
        ' and search its list for the sentence; the command below each says why it was read so.'
      )
    )
  )
}

function withExplanation(card: HTMLElement, fact: Fact | null): HTMLElement {
  if (fact !== null) card.append(h('div', { class: 'tail' }, h('code', {}, `muctieu explain ${fact.id}`)))
  return card
}

/** The page of a document: what it sets, for whom, and who reports it. */
function documentSheet({ data }: View, document: DocumentFact, at: number): HTMLElement {
  const goals = data.goals.filter(g => g.document === at)
  const places = [...Map.groupBy(goals, g => placeName(data, g) ?? say(words('không rõ nơi', 'no place')))].toSorted(
    ([, x], [, y]) => y.length - x.length
  )
  const card = documentCard(data, document)
  const articles = document.articles.map(article => h('li', {}, origin(data, article)))
  return h(
    'div',
    {},
    h('h2', {}, document.name),
    h(
      'ol',
      { class: 'goals' },
      h(
        'li',
        { 'data-id': `d-${document.id}`, class: 'card' },
        ...[...card.children].slice(0, -1),
        quoted(data, document),
        origin(data, document.article)
      )
    ),
    h('h3', {}, `${say(words('Đặt ra', 'Sets'))}: ${digits(goals.length)} ${say(words('mục tiêu', 'goals'))}`),
    places.length === 0 ? null : h('p', { class: 'note' }, places.map(([name, own]) => `${name} (${digits(own.length)})`).join(', ')),
    listed(goals, g => factCard(data, g), 20),
    h('h3', {}, `${say(words('Bài nhắc đến', 'Articles that name it'))} (${digits(articles.length)})`),
    h('ol', {}, ...articles)
  )
}

/** The row above a sheet: the way back. */
export function sheetBar(close: () => void): HTMLElement {
  return h('div', { class: 'sheet-bar' }, button(`✕ ${say(words('Đóng', 'Close'))}`, close, { class: 'close' }))
}
