import { h, svg } from './element.ts'
import { digits, say, words } from './language.ts'
import type { DocumentFact, Fact, ReportData, Words } from './model.ts'
import type { Wish } from './select.ts'

/** What a set is called that is offered for review. */
export const DOUBTS = 'doubts'

export const MEASURES: Readonly<Record<string, Words>> = {
  level: words('mức', 'level'),
  growth: words('tăng trưởng', 'growth'),
  change: words('mức thay đổi', 'change'),
  ratio: words('tỷ lệ', 'ratio')
}

/** Some goals under one name, which a link opens. */
export interface FactSet {
  readonly title: Words
  readonly facts: readonly Fact[]
  readonly documents?: readonly DocumentFact[]
}

/** What is drawn: the data, what of it fits, and what can be asked of the page. */
export interface View {
  readonly data: ReportData
  readonly goals: readonly Fact[]
  readonly wish: Wish
  readonly units: 63 | 34
  /** What links of this drawing open, by the part of the address behind `s-`. */
  readonly sets: Map<string, FactSet>
  /** Asks for something else. */
  change(part: Partial<Wish>, goTo?: string): void
}

/** The address that shows some goals with their sentences: of one its own. */
export function hrefOf(view: View, key: string, title: Words, facts: readonly Fact[]): string {
  const [only] = facts
  if (facts.length === 1 && only !== undefined) return `#${only.kind === 'observation' ? 'o' : 'g'}-${only.id}`
  return openingOf(view, key, { title, facts })
}

/** The address that opens a set. */
export function openingOf(view: View, key: string, set: FactSet): string {
  view.sets.set(key, set)
  return `#s-${encodeURIComponent(key)}`
}

/** What a picture does not show: how many, why, and the way to them. */
export function leftOut(view: View, picture: string, parts: readonly (readonly [string, Words, readonly Fact[]])[]): HTMLElement | null {
  const some = parts.filter(([, , facts]) => facts.length > 0)
  if (some.length === 0) return null
  const links = some.flatMap(([key, title, facts], i) => [
    i === 0 ? '' : ' · ',
    h('a', { href: hrefOf(view, `${picture}:${key}`, title, facts), 'data-left': facts.length }, `${digits(facts.length)} ${say(title)}`)
  ])
  return h('p', { class: 'note left' }, `${say(words('Không vẽ ở đây:', 'Not drawn here:'))} `, ...links)
}

/** A picture. Its marks are links; the Tab key reaches the first, arrow keys the others. */
export function picture(name: Words, width: number, height: number, ...children: (Node | string | null)[]): SVGElement {
  const figure = svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': say(name), class: 'picture' },
    ...children
  )
  const marks = [...figure.querySelectorAll('a')]
  for (const [i, mark] of marks.entries()) mark.setAttribute('tabindex', i === 0 ? '0' : '-1')
  figure.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[(event as KeyboardEvent).key]
    const at = marks.findIndex(own => own.contains(event.target as Element))
    const next = step === undefined ? undefined : marks[at + step]
    if (next === undefined) return
    event.preventDefault()
    marks[at]?.setAttribute('tabindex', '-1')
    next.setAttribute('tabindex', '0')
    next.focus()
  })
  return figure
}

/** A shape that leads somewhere and says what it is. */
export function mark(href: string, says: string, shape: SVGElement): SVGElement {
  shape.append(svg('title', {}, says))
  return svg('a', { href, 'aria-label': says }, shape)
}

/** Text in a picture, cut to the letters it has room for, and what stands behind it all the same. */
export function label(
  x: number,
  y: number,
  text: string,
  attributes: Readonly<Record<string, string | number>> = {},
  letters = 99,
  behind = ''
): SVGElement {
  const all = [...text]
  const cut =
    all.length <= letters
      ? text
      : `${all
          .slice(0, letters - 1)
          .join('')
          .trimEnd()}…`
  return svg('text', { x, y, ...attributes }, `${cut}${behind}`, cut === text ? null : svg('title', {}, `${text}${behind}`))
}

/** A line of a grid. */
export function line(x1: number, y1: number, x2: number, y2: number, kind = 'grid'): SVGElement {
  return svg('line', { x1, y1, x2, y2, class: kind })
}

/** What a goal is, in one line. */
export function oneLine({ data }: View, g: Fact): string {
  const parts = [placeName(data, g), aboutWhat(data, g), say(g.value), g.when === null ? null : say(g.when)]
  return parts.filter(part => part !== null).join(' · ')
}

/** The name of a fact's place; of the provinces of one name, the one after the merger says so. */
export function placeName({ places, merged }: ReportData, { place, units }: Pick<Fact, 'place' | 'units'>): string | null {
  if (place === null) return null
  const name = places[place]
  const isJoined = units !== 63 && (place in merged || Object.values(merged).includes(place))
  const list = !isJoined ? '' : units === 34 ? ' (34)' : say(words(' (63 hay 34?)', ' (63 or 34?)'))
  return `${name === undefined ? place : say(name)}${list}`
}

/** What a fact is about, in the catalogue's words or as printed. */
export function subjectName({ subjects }: ReportData, { subject, text }: Pick<Fact, 'subject' | 'text'>): string | null {
  const known = subject === null ? undefined : subjects[subject]
  return known === undefined ? text : say(known)
}

const SCOPES: Readonly<Record<string, readonly [string, string]>> = {
  national: ['cả nước', 'the country'],
  asean: ['ASEAN', 'ASEAN'],
  sea: ['Đông Nam Á', 'Southeast Asia'],
  asia: ['châu Á', 'Asia'],
  world: ['thế giới', 'the world']
}

/** Among whom a rank is, in words. */
export function scopeName(scope: string | null): string | null {
  if (scope === null) return null
  const known = SCOPES[scope]
  return known === undefined ? scope.replace(/^(?:region|other):/, '') : say(words(known[0], known[1]))
}

/** What a fact is about; a rank also says among whom. */
export function aboutWhat(data: ReportData, fact: Fact): string | null {
  const scope = fact.kind === 'target' ? null : scopeName(fact.scope)
  const subject =
    subjectName(data, fact) ?? (fact.kind === 'rank_goal' ? say(words('không rõ xếp hạng về gì', 'not known ranked by what')) : null)
  const parts = [subject, scope].filter(part => part !== null)
  return parts.length === 0 ? null : parts.join(', ')
}
