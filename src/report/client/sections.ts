import { countBars, SURE, SURENESS, subjectBars, sureness, yearBars } from './bars.ts'
import { documentCard, factCard } from './cards.ts'
import { comparison } from './compare.ts'
import { csvOf } from './csv.ts'
import { button, h } from './element.ts'
import { DOUBTS, hrefOf, type View } from './frame.ts'
import { digits, say, words } from './language.ts'
import { mapOf } from './map.ts'
import type { Fact, Words } from './model.ts'
import { checks } from './observed.ts'
import { valuePanels } from './panels.ts'
import { rankPicture } from './ranks.ts'
import { doubtful } from './series.ts'
import { checkTable, contradictionTable, moveTable } from './tables.ts'
import { documentsOf, timeline } from './timeline.ts'
import { virtualList } from './virtual.ts'

/** What parts of the page need besides what they show. */
export interface Reach {
  readonly byId: ReadonlyMap<string, Fact>
  /** How wide a picture may be in a part of the page. */
  readonly width: (id: string) => number
  readonly isWhole: boolean
  readonly showAll: () => void
  readonly setUnits: (units: 63 | 34) => void
}

/** A part of the page. */
export interface Section {
  readonly id: string
  readonly name: Words
  readonly says: Words | null
  readonly draw: (view: View, reach: Reach) => readonly (Node | null)[]
}

export const SECTIONS: readonly Section[] = [
  {
    id: 'map',
    name: words('Theo tỉnh, thành phố', 'By province'),
    says: words('Mỗi ô là một tỉnh; bấm vào ô để lọc.', 'A tile is a province; press one to filter.'),
    draw: (view, reach) => [unitButtons(view, reach), mapOf(view)]
  },
  {
    id: 'subjects',
    name: words('Theo chỉ tiêu', 'By subject'),
    says: words('Bấm vào một đoạn của thanh để xem các câu văn.', 'Follow a piece of a bar to its sentences.'),
    draw: (view, { width }) => [sureness(), subjectBars(view, width('subjects'))]
  },
  {
    id: 'years',
    name: words('Theo năm đến hạn', 'By the year they are due'),
    says: null,
    draw: (view, { width }) => [yearBars(view, width('years'))]
  },
  {
    id: 'compare',
    name: words('So sánh: nơi nào đặt, mức nào, khi nào', 'Compared: who sets it, at what level, by when'),
    says: words('Bấm vào giá trị để xem câu văn, vào tên cột để xếp.', 'Follow a value to its sentence; press a column’s name to sort.'),
    draw: view => [orNothing(view.goals.length, () => comparison(view))]
  },
  {
    id: 'reached',
    name: words('Đã đạt chưa?', 'Was it reached?'),
    says: words(
      'Mục tiêu bên cạnh số đo được của cùng nơi, cùng chỉ tiêu, cùng đơn vị; chỉ kết luận khi số là của đúng thời điểm đến hạn.',
      'A goal beside what was measured of the same place, subject and unit; a verdict is given only by numbers of the time it was due.'
    ),
    draw: drawChecks
  },
  {
    id: 'values',
    name: words('Giá trị đặt ra', 'Values that are set'),
    says: words(
      'Theo năm đến hạn; mỗi hình một chỉ tiêu và một đơn vị. Màu và hình của dấu chỉ nơi đặt.',
      'By the year they are due; each panel is one subject in one unit. Color and form tell the place.'
    ),
    draw: (view, { width, isWhole, showAll }) => [
      orNothing(view.goals.filter(g => g.kind === 'target').length, () => valuePanels(view, width('values'), isWhole, showAll))
    ]
  },
  {
    id: 'ranks',
    name: words('Mục tiêu xếp hạng', 'Rank goals'),
    says: words(
      'Xếp hạng về gì, trong phạm vi nào; “nhóm N” vẽ ở N. Trục theo tỷ lệ: từ 1 đến 10 xa bằng từ 10 đến 100.',
      'Ranked by what, among whom; “among the first N” stands at N. The axis is one of ratios: from 1 to 10 is as far as from 10 to 100.'
    ),
    draw: (view, { width }) => [orNothing(view.goals.filter(g => g.kind === 'rank_goal').length, () => rankPicture(view, width('ranks')))]
  },
  {
    id: 'moved',
    name: words('Mục tiêu thay đổi', 'How goals moved'),
    says: words(
      'Cùng nơi, chỉ tiêu, đơn vị và hạn: về sau, hoặc văn bản sau, nêu khác đi.',
      'One place, subject, unit and deadline: told otherwise later, or by a later document.'
    ),
    draw: drawMoves
  },
  {
    id: 'documents',
    name: words('Văn bản theo thời gian', 'Documents over time'),
    says: words(
      'Theo ngày ban hành; vòng càng to càng nhiều bài nhắc đến. Bấm vào để xem văn bản đặt ra gì.',
      'By the day they were issued; the more articles, the larger. Follow one to what it sets.'
    ),
    draw: drawDocuments
  },
  {
    id: 'contradictions',
    name: words('Số liệu trái nhau', 'Contradictions'),
    says: words('Cùng nơi, cùng chỉ tiêu, cùng hạn mà số khác nhau.', 'One place, one subject, one deadline, and different numbers.'),
    draw: drawContradictions
  },
  { id: 'quality', name: words('Chất lượng dữ liệu', 'Data quality'), says: null, draw: drawQuality },
  { id: 'goals', name: words('Các mục tiêu và câu văn', 'Goals and their sentences'), says: null, draw: drawGoals }
]

const DOUBTS_NAME = words('giá trị có lẽ đọc sai, nên xem lại', 'values that may be misread, to be reviewed')

function orNothing(count: number, draw: () => HTMLElement): HTMLElement {
  return count === 0 ? h('p', { class: 'note' }, say(words('Không có gì.', 'There is nothing.'))) : draw()
}

function drawChecks({ data, goals, ...view }: View): (Node | null)[] {
  const found = checks(goals, data.observed, data.subjects)
  return [orNothing(found.length, () => checkTable({ data, goals, ...view }, found))]
}

function drawMoves(view: View, { byId }: Reach): (Node | null)[] {
  const { count, table } = moveTable(view, byId)
  return [orNothing(count, () => table)]
}

function drawDocuments(view: View, { width }: Reach): (Node | null)[] {
  const documents = documentsOf(view)
  if (documents.length === 0) return [orNothing(0, () => h('div'))]
  const list = h(
    'details',
    {},
    h('summary', {}, `${say(words('Danh sách', 'List'))}: ${digits(documents.length)} ${say(words('văn bản', 'documents'))}`)
  )
  list.addEventListener(
    'toggle',
    () => list.childElementCount === 1 && list.append(virtualList(documents, d => documentCard(view.data, d)))
  )
  return [timeline(view, documents, width('documents')), list]
}

function drawContradictions(view: View, { byId }: Reach): (Node | null)[] {
  const { count, table } = contradictionTable(view, byId)
  return [orNothing(count, () => table)]
}

function drawQuality(view: View): (Node | null)[] {
  const { data, goals } = view
  const doubts = doubtful(goals)
  const { rejections, diagnostics, articlesWithoutGoal, duplicates } = data.quality
  const fact = (name: Words, count: number): HTMLElement => h('li', {}, `${say(name)}: `, h('b', {}, digits(count)))
  const sure = SURE.map(id => fact(SURENESS[id] as Words, goals.filter(g => g.confidence === id).length))
  const others = [
    fact(words('bài không có mục tiêu nào', 'articles without a goal'), articlesWithoutGoal),
    fact(words('bài gần như trùng', 'near-duplicates'), duplicates)
  ]
  return [
    h('ul', {}, ...sure, ...others),
    doubts.length === 0
      ? null
      : h('p', {}, h('a', { href: hrefOf(view, DOUBTS, DOUBTS_NAME, doubts) }, `${digits(doubts.length)} ${say(DOUBTS_NAME)}`)),
    h('h3', {}, say(words('Ứng viên bị loại, theo lý do', 'Refused candidates, by reason'))),
    orNothing(rejections.length, () => countBars(rejections)),
    h('h3', {}, say(words('Cảnh báo, theo mã', 'Diagnostics, by code'))),
    orNothing(diagnostics.length, () => countBars(diagnostics))
  ]
}

function drawGoals({ data, goals }: View): (Node | null)[] {
  const save = button(
    say(words('Tải CSV', 'Save as CSV')),
    () => {
      const address = URL.createObjectURL(new Blob([csvOf(goals, data)], { type: 'text/csv;charset=utf-8' }))
      h('a', { href: address, download: 'muctieu.csv' }).click()
      setTimeout(() => URL.revokeObjectURL(address), 10_000)
    },
    { class: 'save' }
  )
  const count = h(
    'p',
    { class: 'shown' },
    `${digits(goals.length)} / ${digits(data.goals.length)} ${say(words('mục tiêu', 'goals'))} `,
    save
  )
  return [count, virtualList(goals, goal => factCard(data, goal))]
}

function unitButtons({ units }: View, { setUnits }: Reach): HTMLElement {
  const one = (list: 63 | 34, name: Words): HTMLElement =>
    button(say(name), () => setUnits(list), { 'aria-pressed': String(units === list), 'data-show-units': list })
  return h(
    'div',
    { class: 'units' },
    one(63, words('63 tỉnh (đến 30/6/2025)', '63 (to June 2025)')),
    one(34, words('34 tỉnh (từ 1/7/2025)', '34 (from July 2025)'))
  )
}
