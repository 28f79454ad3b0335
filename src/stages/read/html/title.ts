import { composed } from '../../../text/compose.ts'
import { namesOf, parentOf } from './dom.ts'
import type { PageMeta } from './meta.ts'
import { isChrome, isEndMarker, isLinked, isProse } from './phrases.ts'
import type { Run } from './runs.ts'
import { isDateLine } from './when.ts'

/** The title of a page's article and the line it stands in, if it stands in one. */
export interface Title {
  readonly text: string | null
  readonly at: number | undefined
  /** Whether more than its place tells that this line is the title. */
  readonly isSure: boolean
}

const MIN = 8
const MAX = 300
const SURE = 25
const TITLED = /(?:^|[-_])(?:title|headline|tieu-?de|tit|titledetail|titlenews|heading)$/
const NOT_ARTICLE = /(?:^|[-_])(?:box|block|module|widget|cate|category|folder|site|logo|chuyen-?muc|other)(?:[-_]|$)/

/** Finds the title: the line before the article that looks most like one, checked against what the page's head says. */
export function findTitle(runs: readonly Run[], meta: PageMeta, start: number): Title {
  let best: { at: number; points: number } | undefined
  const firstProse = runs.findIndex((run, i) => i >= start && isProse(run) && run.kind === 'content')
  const until = firstProse < 0 ? start : firstProse
  for (let i = 0; i <= Math.min(until, runs.length - 1); i++) {
    const points = pointsOf(runs[i] as Run, meta) - Math.min(until - i, 30) * 2
    if (best === undefined || points >= best.points) best = { at: i, points }
  }
  if (best !== undefined && best.points > 0) return { text: (runs[best.at] as Run).text, at: best.at, isSure: best.points >= SURE }
  const told = meta.headlines[0] ?? meta.windowTitle
  return { text: told === null || told === undefined ? null : withoutSite(told, meta.site), at: undefined, isSure: false }
}

function pointsOf(run: Run, meta: PageMeta): number {
  const { text } = run
  if (run.kind === 'never' || run.kind === 'caption' || text.length < MIN || text.length > MAX || run.isRow) return -1000
  if (isDateLine(text) || isChrome(run) || isEndMarker(run)) return -1000
  // A headline may be a link to itself, a mere link is not a headline.
  const told = meta.headlines.some(h => agrees(text, h))
  let points = told ? 100 : 0
  if (isLinked(run) && !told && run.heading !== 1) return -1000
  if (isLinked(run)) points -= 50
  if (run.kind === 'boilerplate') points -= told ? 20 : 80
  if (meta.windowTitle !== null && !isLinked(run) && agrees(text, meta.windowTitle)) points += text.length >= 15 ? 60 : 20
  points += [0, 40, 25, 15, 5, 0, 0][run.heading] ?? 0
  points += classPoints(run) + (run.isLarge ? 20 : 0)
  // A paragraph is no headline, be it ever so near.
  if (!told && text.length > (/[.;,]$/.test(text) ? 120 : 160)) points -= 40
  return points + (text.length >= 20 ? 10 : 0) + 5
}

function classPoints(run: Run): number {
  let at: Run['element'] | null = run.element
  for (let i = 0; i < 2 && at !== null; i++) {
    const names = namesOf(at)
    if (names.some(name => TITLED.test(name))) return names.some(name => NOT_ARTICLE.test(name)) ? 5 : 30 - 10 * i
    at = parentOf(at)
  }
  return 0
}

// A window's title goes on behind the headline with the site's name, or is cut off.
function agrees(text: string, told: string): boolean {
  const [a, b] = [key(text), key(told)]
  if (a === '' || b === '') return false
  if (a === b) return true
  if (b.startsWith(a) || b.endsWith(a)) return a.length >= 15 || a.length * 2 >= b.length
  return b.length >= 30 && a.startsWith(b)
}

function key(text: string): string {
  return composed(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const SEPARATOR = /\s{1,20}[-–—|»:]{1,20}\s{1,20}(?=[^-–—|»]{2,60}$)/

function withoutSite(title: string, site: string | null): string {
  const m = SEPARATOR.exec(title)
  if (m === null || m.index < MIN) return title
  const behind = title.slice(m.index + m[0].length)
  const isSite =
    (site !== null && key(site).includes(key(behind))) || /báo|trang|cổng|tạp chí|đài|online|điện tử|\.vn|\.com|net$/i.test(behind)
  return isSite ? title.slice(0, m.index) : title
}
