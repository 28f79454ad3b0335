import { addressOf, decoded, hashOf, isOpening } from './address.ts'
import { h } from './element.ts'
import { filterForm } from './filters.ts'
import { Standing } from './focus.ts'
import type { FactSet, View } from './frame.ts'
import { fillHeader, header, TITLE } from './header.ts'
import { languageNow, say, setLanguage, words } from './language.ts'
import type { Fact, ReportData } from './model.ts'
import { fillPaper } from './paper.ts'
import { Parts, partFrames } from './parts.ts'
import { NO_WISH, Selection, type Wish } from './select.ts'
import { Side } from './side.ts'

/** The page: what is asked for stands in its address, and everything drawn follows from that. */
class Page {
  private readonly data: ReportData
  private readonly selection: Selection
  private readonly byId: ReadonlyMap<string, Fact>
  private readonly parts = new Parts()
  private readonly side = new Side()
  private wish: Wish = NO_WISH
  private units: 63 | 34
  private open = ''
  private isWhole = false
  private sets = new Map<string, FactSet>()
  private view: View
  private fill: (wish: Wish) => void = () => {}

  constructor(data: ReportData) {
    this.data = data
    this.selection = new Selection(data)
    this.byId = new Map(data.goals.map(g => [g.id, g]))
    const of = (units: number): number => data.goals.filter(g => g.units === units).length
    this.units = of(34) > of(63) ? 34 : 63
    setLanguage(data.language)
    this.view = this.viewNow()
  }

  start(): void {
    const section = this.read()
    this.frame()
    this.side.makeRoom(this.open !== '')
    this.draw()
    this.drawSheet()
    addEventListener('hashchange', () => this.follow())
    document.addEventListener('click', event => this.click(event))
    document.addEventListener('keydown', event => event.key === 'Escape' && this.open !== '' && this.show(''))
    let width = innerWidth
    addEventListener('resize', () => {
      if (innerWidth === width) return
      width = innerWidth
      this.drawParts()
    })
    addEventListener('beforeprint', () => fillPaper(this.view, this.byId))
    if (section !== null) this.parts.goTo(section)
  }

  /** Takes what the address asks for; gives the part of the page that it names, where it names one. */
  private read(): string | null {
    const hash = location.hash.slice(1)
    const address = addressOf(hash)
    if (address === null) {
      this.open = decoded(hash)
      this.write(false)
      return null
    }
    this.wish = address.wish
    this.open = address.open
    this.units = address.units ?? this.units
    if (address.language !== null) setLanguage(address.language)
    return address.section
  }

  private write(isNew: boolean): void {
    const language = languageNow() === this.data.language ? {} : { lang: languageNow() }
    const hash = hashOf(this.wish, this.open, { ...language, units: String(this.units) })
    if (isNew) history.pushState(null, '', hash)
    else history.replaceState(null, '', hash)
  }

  private asked(): string {
    return JSON.stringify([this.wish, this.units, languageNow()])
  }

  private follow(): void {
    const [before, language] = [this.asked(), languageNow()]
    this.read()
    if (language !== languageNow()) this.frame()
    const isWider = this.side.makeRoom(this.open !== '')
    if (before !== this.asked()) this.draw()
    else if (isWider) this.drawParts()
    this.drawSheet()
  }

  private click(event: MouseEvent): void {
    const link = (event.target as Element).closest('a[href^="#"]')
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return
    const address = (link.getAttribute('href') as string).slice(1)
    event.preventDefault()
    if (isOpening(address)) {
      this.side.comeFrom(link)
      this.show(decoded(address))
    } else this.parts.goTo(address)
  }

  /** Opens an address beside the page, or closes what is open. */
  private show(address: string): void {
    this.open = address
    this.write(true)
    if (this.side.makeRoom(address !== '')) {
      this.drawParts()
      this.side.hold()
    }
    this.drawSheet()
  }

  private change(part: Partial<Wish>, goTo?: string): void {
    this.wish = { ...this.wish, ...part }
    this.open = ''
    this.write(!('text' in part && Object.keys(part).length === 1))
    this.side.makeRoom(false)
    this.draw()
    this.drawSheet()
    if (goTo !== undefined) this.parts.goTo(goTo)
  }

  private speak(): void {
    const standing = new Standing()
    setLanguage(languageNow() === 'vi' ? 'en' : 'vi')
    this.write(false)
    this.frame()
    this.draw()
    this.drawSheet()
    standing.focus()
  }

  /** What stays while filters change. */
  private frame(): void {
    document.documentElement.lang = languageNow()
    document.title = `${say(TITLE)} · muctieu`
    const { ruleset, of } = this.data
    const { form, fill } = filterForm(this.data, part => this.change(part))
    this.fill = fill
    const [map, subjects, years, ...rest] = partFrames() as [HTMLElement, HTMLElement, HTMLElement, ...HTMLElement[]]
    document.getElementById('app')?.replaceChildren(
      header(this.data, form, () => this.speak()),
      h('main', {}, h('div', { class: 'grid' }, map, h('div', {}, subjects, years)), ...rest),
      h('footer', {}, h('p', {}, `muctieu · ${say(words('bộ luật', 'ruleset'))} ${ruleset} · ${of}`))
    )
  }

  private viewNow(): View {
    const goals = this.selection.goals(this.wish)
    return { data: this.data, goals, wish: this.wish, units: this.units, sets: this.sets, change: (part, goTo) => this.change(part, goTo) }
  }

  private draw(): void {
    const standing = new Standing()
    this.sets = new Map()
    this.view = this.viewNow()
    this.fill(this.wish)
    fillHeader(this.view, this.selection, (part, goTo) => this.change(part, goTo))
    this.drawParts()
    standing.focus()
  }

  private drawParts(): void {
    const again = (): void => {
      const standing = new Standing()
      this.drawParts()
      standing.focus()
    }
    this.parts.draw(this.view, {
      byId: this.byId,
      width: id => Math.floor(document.getElementById(id)?.clientWidth ?? 800),
      isWhole: this.isWhole,
      showAll: () => {
        this.isWhole = true
        again()
      },
      setUnits: units => {
        this.units = units
        this.view = { ...this.view, units }
        this.write(false)
        again()
      }
    })
  }

  private drawSheet(): void {
    if (this.open === '') {
      this.side.hide()
      return
    }
    // What some goals are called is known when their part of the page is drawn.
    if (this.open.startsWith('s-')) this.parts.drawUntil(() => this.sets.has(this.open.slice(2)))
    this.side.show(this.view, this.open, () => this.show(''))
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
