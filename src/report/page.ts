import { createHash } from 'node:crypto'
import type { ReportData, ReportGoal } from './data.ts'
import { both, escapeHtml, type Words } from './html.ts'
import { contradictionTable, documentList, goalList } from './lists.ts'
import { tileMap } from './map.ts'
import { bars, bySubject, byYear, ranks, timeline, values } from './plots.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'

const TITLE: Words = { vi: 'Mục tiêu trong báo chí', en: 'Targets in the news' }

/** The report as one HTML page that needs nothing else. Equal data give equal bytes. */
export function page(data: ReportData): string {
  const { goals, documents, contradictions, language } = data
  const catalogued = goals.filter(g => g.subject?.id != null)
  const uncatalogued = goals.length - catalogued.length
  const outside = `<p class="note">${both({ vi: `+ ${uncatalogued} mục tiêu có chỉ tiêu ngoài danh mục`, en: `+ ${uncatalogued} goals for what the catalogue does not have` })}</p>`
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${language}" data-lang="${language}" data-units="${mainUnits(goals)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${TITLE[language]} · muctieu</title>
<style>${STYLE}</style>
</head>
<body>
${header(data)}
<main>
<div class="grid">
${section('map', { vi: 'Theo tỉnh, thành phố', en: 'By province' }, { vi: 'Mỗi ô là một tỉnh; bấm vào ô để lọc.', en: 'A tile is a province; press one to filter.' }, unitButtons() + tileMap(data))}
<div>
${section('subjects', SUBJECTS, { vi: 'Mỗi đoạn của thanh là một mục tiêu; bấm vào để xem câu văn.', en: 'Each piece of a bar is one goal; follow it to its sentence.' }, LEGEND + byOr(catalogued, () => bySubject(goals, SUBJECTS)) + outside)}
${section(
  'years',
  YEARS,
  null,
  byOr(
    goals.filter(g => g.year !== null),
    () => byYear(goals, YEARS)
  )
)}
</div>
</div>
${section('values', { vi: 'Giá trị đặt ra (%)', en: 'Values that are set (%)' }, { vi: 'Theo năm đến hạn, các chỉ tiêu được nêu nhiều nhất.', en: 'By the year they are due, for what is set most often.' }, valuePanels(goals))}
${section(
  'ranks',
  RANKS,
  { vi: 'Thứ hạng muốn đạt; trong nhóm N thì vẽ ở N.', en: 'The rank that is wanted; “among the first N” stands at N.' },
  byOr(
    goals.filter(g => g.kind === 'rank_goal'),
    () => ranks(goals, RANKS)
  )
)}
${section(
  'documents',
  DOCUMENTS,
  { vi: 'Theo ngày ban hành; vòng càng to càng nhiều bài nhắc đến.', en: 'By the day they were issued; the more articles, the larger.' },
  byOr(
    documents.filter(d => d.day !== null),
    () => timeline(documents, DOCUMENTS)
  ) + folded({ vi: `Danh sách ${documents.length} văn bản`, en: `List of ${documents.length} documents` }, documentList(documents))
)}
${section(
  'contradictions',
  { vi: 'Số liệu trái nhau', en: 'Contradictions' },
  { vi: 'Cùng nơi, cùng chỉ tiêu, cùng hạn mà số khác nhau.', en: 'One place, one subject, one deadline, and different numbers.' },
  byOr(contradictions, () =>
    folded(
      { vi: `${contradictions.length} trường hợp`, en: `${contradictions.length} cases` },
      contradictionTable(contradictions),
      contradictions.length <= FEW_CONTRADICTIONS
    )
  )
)}
${quality(data)}
${section('goals', { vi: 'Các mục tiêu và câu văn', en: 'Goals and their sentences' }, null, `<p class="shown">${both({ vi: 'Đang hiện', en: 'Showing' })} <b data-shown>${goals.length}</b> / ${goals.length}</p>${goalList(goals)}`)}
</main>
<footer><p>muctieu · ${both({ vi: 'bộ luật', en: 'ruleset' })} ${escapeHtml(data.ruleset)} · ${escapeHtml(data.of)}</p></footer>
<script>${SCRIPT}</script>
</body>
</html>
`
}

// More of them would push everything else away.
const FEW_CONTRADICTIONS = 40
const SUBJECTS: Words = { vi: 'Theo chỉ tiêu', en: 'By subject' }
const YEARS: Words = { vi: 'Theo năm đến hạn', en: 'By the year they are due' }
const RANKS: Words = { vi: 'Mục tiêu xếp hạng', en: 'Rank goals' }
const DOCUMENTS: Words = { vi: 'Văn bản theo thời gian', en: 'Documents over time' }
const CONFIDENCE: Readonly<Record<string, Words>> = {
  high: { vi: 'chắc chắn', en: 'sure' },
  medium: { vi: 'khá chắc', en: 'fairly sure' },
  low: { vi: 'không chắc', en: 'unsure' }
}
const LEGEND = `<p class="legend">${Object.entries(CONFIDENCE)
  .map(([id, words]) => `<span><i class="${id}"></i>${both(words)}</span>`)
  .join('')}</p>`
const NOTHING = `<p class="note">${both({ vi: 'Không có gì.', en: 'There is nothing.' })}</p>`

function header(data: ReportData): string {
  const { goals, documents, articles, contradictions, observations, firstPublished, lastPublished } = data
  const facts: readonly (readonly [number, Words])[] = [
    [articles, { vi: 'bài báo', en: 'articles' }],
    [goals.filter(g => g.kind === 'target').length, { vi: 'mục tiêu', en: 'targets' }],
    [goals.filter(g => g.kind === 'rank_goal').length, { vi: 'mục tiêu xếp hạng', en: 'rank goals' }],
    [documents.length, { vi: 'văn bản', en: 'documents' }],
    [observations, { vi: 'số liệu khác', en: 'other numbers' }],
    [contradictions.length, { vi: 'số liệu trái nhau', en: 'contradictions' }]
  ]
  const period = firstPublished === null ? '' : `${firstPublished} – ${lastPublished}`
  return `<header>
<div class="top"><div><h1>${both(TITLE)}</h1><p class="note">${escapeHtml(period)}</p></div><div><button type="button" data-speak="en" lang="en">English</button><button type="button" data-speak="vi" lang="vi">Tiếng Việt</button></div></div>
<ul class="facts">${facts.map(([n, words]) => `<li><b>${n}</b>${both(words)}</li>`).join('')}</ul>
${filters(goals)}
<p class="shown" role="status">${both({ vi: 'Đang hiện', en: 'Showing' })} <b data-shown>${goals.length}</b> / ${goals.length} ${both({ vi: 'mục tiêu', en: 'goals' })}</p>
</header>`
}

function filters(goals: readonly ReportGoal[]): string {
  const places = new Map<string, Words>()
  const subjects = new Map<string, Words>()
  for (const { place, subject } of goals) {
    if (place !== null) {
      const units = place.units === null ? (place.id === 'vn' || place.id.startsWith('other:') ? '' : '63') : String(place.units)
      places.set(`${place.id}@${units}`, units === '34' ? { vi: `${place.name.vi} (34)`, en: `${place.name.en} (34)` } : place.name)
    }
    if (subject?.id != null) subjects.set(subject.id, subject.name)
  }
  const select = (name: string, words: Words, options: Iterable<readonly [string, Words]>): string =>
    field(
      words,
      `<select name="${name}"><option value="" data-en="all">tất cả</option>${[...options].map(([id, w]) => `<option value="${escapeHtml(id)}" data-en="${escapeHtml(w.en)}">${escapeHtml(w.vi)}</option>`).join('')}</select>`
    )
  const year = (name: string, words: Words): string =>
    field(words, `<input name="${name}" type="number" inputmode="numeric" min="1900" max="2999">`)
  const kinds: readonly (readonly [string, Words])[] = [
    ['target', { vi: 'giá trị', en: 'value' }],
    ['rank_goal', { vi: 'thứ hạng', en: 'rank' }]
  ]
  return `<form class="filters" autocomplete="off">
${field({ vi: 'Tìm chữ', en: 'Words' }, '<input name="text" type="search">')}
${select('place', { vi: 'Nơi', en: 'Place' }, byName(places))}
${select('subject', { vi: 'Chỉ tiêu', en: 'Subject' }, byName(subjects))}
${select('kind', { vi: 'Loại', en: 'Kind' }, kinds)}
${select('confidence', { vi: 'Độ chắc', en: 'Confidence' }, Object.entries(CONFIDENCE))}
${year('from', { vi: 'Từ năm', en: 'From year' })}
${year('to', { vi: 'Đến năm', en: 'To year' })}
<button type="reset">${both({ vi: 'Bỏ lọc', en: 'Clear' })}</button>
</form>`
}

function field(words: Words, control: string): string {
  return `<label>${both(words)}${control}</label>`
}

function byName(names: ReadonlyMap<string, Words>): [string, Words][] {
  return [...names].toSorted(([, a], [, b]) => (a.en < b.en ? -1 : a.en > b.en ? 1 : 0))
}

function section(id: string, name: Words, says: Words | null, content: string): string {
  return `<section id="${id}"><h2>${both(name)}</h2>${says === null ? '' : `<p class="note">${both(says)}</p>`}${content}</section>`
}

function folded(name: Words, content: string, isOpen = false): string {
  return `<details${isOpen ? ' open' : ''}><summary>${both(name)}</summary>${content}</details>`
}

function byOr(items: readonly unknown[], draw: () => string): string {
  return items.length === 0 ? NOTHING : draw()
}

function valuePanels(goals: readonly ReportGoal[]): string {
  const panels = values(goals)
  return panels.length === 0
    ? NOTHING
    : `<div class="panels">${panels.map(({ subject, svg }) => `<div><h3>${both(subject)}</h3>${svg}</div>`).join('')}</div>`
}

function quality({ quality: { rejections, diagnostics, articlesWithoutGoal, duplicates }, goals }: ReportData): string {
  const confidence = ['high', 'medium', 'low'].map(id => ({ id, count: goals.filter(g => g.confidence === id).length }))
  const says = confidence.map(({ id, count }) => `<li><i class="dot ${id}"></i>${both(CONFIDENCE[id] as Words)}: <b>${count}</b></li>`)
  const facts = [
    `<li>${both({ vi: 'bài không có mục tiêu nào', en: 'articles without a goal' })}: <b>${articlesWithoutGoal}</b></li>`,
    `<li>${both({ vi: 'bài gần như trùng', en: 'near-duplicates' })}: <b>${duplicates}</b></li>`
  ]
  const refused: Words = { vi: 'Ứng viên bị loại, theo lý do', en: 'Refused candidates, by reason' }
  const told: Words = { vi: 'Cảnh báo, theo mã', en: 'Diagnostics, by code' }
  const content = `<ul>${says.join('')}${facts.join('')}</ul><h3>${both(refused)}</h3>${byOr(rejections, () => bars(rejections, refused))}<h3>${both(told)}</h3>${byOr(diagnostics, () => bars(diagnostics, told))}`
  return section('quality', { vi: 'Chất lượng dữ liệu', en: 'Data quality' }, null, content)
}

/** The list of provinces that most goals are to be read in. */
function mainUnits(goals: readonly ReportGoal[]): 63 | 34 {
  const of = (units: number): number => goals.filter(g => g.place?.units === units).length
  return of(34) > of(63) ? 34 : 63
}

function unitButtons(): string {
  const button = (units: number, words: Words): string => `<button type="button" data-show-units="${units}">${both(words)}</button>`
  return `<div class="units">${button(63, { vi: '63 tỉnh (đến 30/6/2025)', en: '63 (to June 2025)' })}${button(34, { vi: '34 tỉnh (từ 1/7/2025)', en: '34 (from July 2025)' })}</div>`
}
