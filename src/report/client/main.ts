import { button, h } from './element.ts'
import { filterForm, questions } from './filters.ts'
import type { FactSet, View } from './frame.ts'
import { digits, languageNow, say, setLanguage, words } from './language.ts'
import type { Fact, ReportData, Words } from './model.ts'
import { type Reach, SECTIONS } from './sections.ts'
import { NO_WISH, Selection, type Wish, wishOfAddress, wishToAddress } from './select.ts'
import { sheetBar, sheetOf } from './sheet.ts'

/** The parts that are drawn at once: the map and what stands beside it. */
const FIRST = 3
const app = document.getElementById('app') as HTMLElement
const panel = document.getElementById('panel') as HTMLElement

/** The page: what is asked for stands in its address, and everything drawn follows from that. */
class Page {
  private readonly data: ReportData
  private readonly selection: Selection
  private readonly byId: ReadonlyMap<string, Fact>
  private wish: Wish = NO_WISH
  private units: 63 | 34
  private open = ''
  private isWhole = false
  private sets = new Map<string, FactSet>()
  private view: View | null = null
  private fill: (wish: Wish) => void = () => {}
  private waiting: (() => void)[] = []
  private back: HTMLElement | SVGElement | null = null

  constructor(data: ReportData) {
    this.data = data
    this.selection = new Selection(data)
    this.byId = new Map(data.goals.map(g => [g.id, g]))
    const of = (units: number): number => data.goals.filter(g => g.units === units).length
    this.units = of(34) > of(63) ? 34 : 63
    setLanguage(data.language)
  }

  start(): void {
    const section = this.read()
    this.frame()
    this.draw()
    addEventListener('hashchange', () => this.follow())
    document.addEventListener('click', event => this.click(event))
    document.addEventListener('keydown', event => event.key === 'Escape' && this.open !== '' && this.show(''))
    let width = innerWidth
    addEventListener('resize', () => {
      if (innerWidth === width) return
      width = innerWidth
      this.draw()
    })
    addEventListener('beforeprint', () => this.finish())
    if (section !== null) this.goTo(section)
  }

  private goTo(section: string): void {
    this.finish()
    document.getElementById(section)?.scrollIntoView()
  }

  /** Takes what the address asks for; gives the part of the page that it names, where it names one. */
  private read(): string | null {
    const hash = location.hash.slice(1)
    if (/^[gods]-/.test(hash)) {
      this.open = decoded(hash)
      this.write(false)
      return null
    }
    const address = new URLSearchParams(hash)
    if (!hash.includes('=')) {
      ;[this.wish, this.open] = [NO_WISH, '']
      return hash === '' ? null : hash
    }
    this.wish = wishOfAddress(address)
    this.open = address.get('open') ?? ''
    const [language, units] = [address.get('lang'), address.get('units')]
    if (language === 'vi' || language === 'en') setLanguage(language)
    if (units === '63' || units === '34') this.units = units === '63' ? 63 : 34
    return null
  }

  private write(isNew: boolean): void {
    const address = wishToAddress(this.wish)
    if (languageNow() !== this.data.language) address.set('lang', languageNow())
    if (this.view !== null) address.set('units', String(this.units))
    if (this.open !== '') address.set('open', this.open)
    const hash = `#${address.toString()}`
    if (isNew) history.pushState(null, '', hash)
    else history.replaceState(null, '', hash)
  }

  private follow(): void {
    const before = JSON.stringify([this.wish, this.units, languageNow()])
    const language = languageNow()
    this.read()
    if (language !== languageNow()) this.frame()
    if (before === JSON.stringify([this.wish, this.units, languageNow()])) {
      this.finish()
      this.drawSheet()
    } else this.draw()
  }

  private click(event: MouseEvent): void {
    const link = (event.target as Element).closest('a[href^="#"]')
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return
    const address = (link.getAttribute('href') as string).slice(1)
    event.preventDefault()
    if (/^[gods]-/.test(address)) {
      if (!panel.contains(link)) this.back = link as HTMLElement
      this.show(decoded(address))
    } else this.goTo(address)
  }

  /** Opens an address beside the page, or closes what is open. */
  private show(address: string): void {
    this.open = address
    this.write(true)
    this.finish()
    this.drawSheet()
  }

  private change(part: Partial<Wish>, goTo?: string): void {
    this.wish = { ...this.wish, ...part }
    this.open = ''
    this.write(!('text' in part && Object.keys(part).length === 1))
    this.draw()
    if (goTo !== undefined) this.goTo(goTo)
  }

  /** What stays while filters change: the form keeps the focus. */
  private frame(): void {
    document.documentElement.lang = languageNow()
    document.title = `${say(TITLE)} · muctieu`
    const other = languageNow() === 'vi' ? 'en' : 'vi'
    const speak = button(
      other === 'en' ? 'English' : 'Tiếng Việt',
      () => {
        setLanguage(other)
        this.write(false)
        this.frame()
        this.draw()
      },
      { lang: other, 'data-speak': other }
    )
    const { firstPublished, lastPublished, ruleset, of } = this.data
    const period = firstPublished === null ? '' : `${firstPublished} – ${lastPublished}`
    const filters = filterForm(this.data, part => this.change(part))
    this.fill = filters.fill
    const links = SECTIONS.map(({ id, name }) => h('a', { href: `#${id}` }, say(name)))
    const parts = SECTIONS.map(({ id, name, says }) =>
      h(
        'section',
        { id },
        h('h2', {}, say(name)),
        says === null ? null : h('p', { class: 'note' }, say(says)),
        h('div', { class: 'content' })
      )
    )
    const [map, subjects, years, ...rest] = parts as [HTMLElement, HTMLElement, HTMLElement, ...HTMLElement[]]
    app.replaceChildren(
      h(
        'header',
        {},
        h('div', { class: 'top' }, h('div', {}, h('h1', {}, say(TITLE)), h('p', { class: 'note' }, period)), speak),
        h('ul', { class: 'facts' }),
        h('div', { id: 'questions' }),
        filters.form,
        h('p', { class: 'shown', role: 'status' }),
        h('nav', {}, ...links)
      ),
      h('main', {}, h('div', { class: 'grid' }, map, h('div', {}, subjects, years)), ...rest),
      h('footer', {}, h('p', {}, `muctieu · ${say(words('bộ luật', 'ruleset'))} ${ruleset} · ${of}`))
    )
  }

  private draw(): void {
    this.sets = new Map()
    delete document.documentElement.dataset['drawn']
    const goals = this.selection.goals(this.wish)
    this.view = { data: this.data, goals, wish: this.wish, units: this.units, sets: this.sets, change: part => this.change(part) }
    this.fill(this.wish)
    this.drawHeader(goals)
    const reach: Reach = {
      byId: this.byId,
      width: id => Math.floor(document.getElementById(id)?.clientWidth ?? 800),
      isWhole: this.isWhole,
      showAll: () => {
        this.isWhole = true
        this.draw()
      },
      setUnits: units => {
        this.units = units
        this.write(false)
        this.draw()
      }
    }
    const view = this.view
    this.waiting = SECTIONS.map(({ id, draw }) => () => {
      const content = document.querySelector(`#${id} > .content`)
      content?.replaceChildren(...draw(view, reach).filter(node => node !== null))
    })
    this.drawSome(FIRST)
    if (this.open !== '') this.finish()
    this.drawSheet()
  }

  /** Draws the next parts, and leaves the others for when the browser has shown them: what is asked for last comes first. */
  private drawSome(count: number): void {
    for (const draw of this.waiting.splice(0, count)) draw()
    const left = this.waiting
    if (left.length > 0) setTimeout(() => this.waiting === left && this.drawSome(1))
    else document.documentElement.dataset['drawn'] = 'all'
  }

  /** Draws what is still to be drawn: links and addresses may lead into it. */
  private finish(): void {
    this.drawSome(this.waiting.length)
  }

  private drawHeader(goals: readonly Fact[]): void {
    const { data } = this
    const isAll = goals.length === data.goals.length
    const count = (kind: Fact['kind'], facts: readonly Fact[]): number => facts.filter(g => g.kind === kind).length
    const ids = new Set(goals.map(g => g.id))
    const facts: [string, number, number, Words][] = [
      [
        'articles',
        isAll ? data.articles.length : new Set(goals.map(g => g.article)).size,
        data.articles.length,
        words('bài báo', 'articles')
      ],
      ['targets', count('target', goals), count('target', data.goals), words('mục tiêu', 'targets')],
      ['ranks', count('rank_goal', goals), count('rank_goal', data.goals), words('mục tiêu xếp hạng', 'rank goals')],
      [
        'documents',
        isAll ? data.documents.length : new Set(goals.flatMap(g => g.document ?? [])).size,
        data.documents.length,
        words('văn bản', 'documents')
      ],
      [
        'contradictions',
        data.contradictions.filter(c => c.values.some(v => v.goals.some(id => ids.has(id)))).length,
        data.contradictions.length,
        words('số liệu trái nhau', 'contradictions')
      ]
    ]
    const items = facts.map(([id, some, all, name]) =>
      h(
        'li',
        { 'data-fact': id },
        h('b', {}, digits(some)),
        some === all ? null : h('small', {}, ` / ${digits(all)}`),
        h('span', {}, say(name))
      )
    )
    app.querySelector('.facts')?.replaceChildren(...items)
    const status = app.querySelector('.shown[role=status]')
    status?.replaceChildren(
      `${say(words('Đang hiện', 'Showing'))} `,
      h('b', { 'data-shown': goals.length }, digits(goals.length)),
      ` / ${digits(data.goals.length)} ${say(words('mục tiêu', 'goals'))}`
    )
    app.querySelector('#questions')?.replaceChildren(questions(data, this.selection, this.wish, (part, goTo) => this.change(part, goTo)))
  }

  private drawSheet(): void {
    const isShown = this.open !== '' && this.view !== null
    document.documentElement.classList.toggle('with-sheet', isShown)
    panel.hidden = !isShown
    if (this.view === null || !isShown) {
      panel.replaceChildren()
      const to = this.back
      this.back = null
      if (to?.isConnected === true) to.focus({ preventScroll: true })
      return
    }
    panel.setAttribute('aria-label', say(words('Câu văn', 'Sentences')))
    panel.replaceChildren(
      sheetBar(() => this.show('')),
      sheetOf(this.view, this.open)
    )
    panel.scrollTop = 0
    panel.querySelector<HTMLElement>('.close')?.focus({ preventScroll: true })
  }
}

const TITLE: Words = words('Mục tiêu trong báo chí', 'Targets in the news')

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The data that stand compressed in the page. */
async function unpacked(): Promise<ReportData> {
  const packed = atob(document.getElementById('data')?.textContent ?? '')
  const bytes = Uint8Array.from(packed, c => c.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return (await new Response(stream).json()) as ReportData
}

unpacked().then(data => new Page(data).start())
