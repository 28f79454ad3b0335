// The script of the static report: reads the data that stands in the page, shows the list and one change at a time.
// It stands alone, without imports, because it is written into the page.

interface Index {
  readonly chunk: number
  readonly rules: readonly string[]
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly words: Readonly<Record<string, string>>
  readonly fields: readonly string[]
  readonly entries: readonly ReportEntry[]
}
type ReportEntry = readonly [number, number, string, string, string, string, string, string, string, readonly number[], string, number]
interface ReportArticle {
  readonly title: string
  readonly start: number
  readonly text: string | null
  readonly changes: readonly {
    readonly where: string
    readonly rows: string
    readonly segments: readonly [number, number, string, string, string][]
  }[]
}

const PAGE = 200
const index = JSON.parse(one('#index').textContent ?? '') as Index
const chunks = new Map<number, Promise<readonly ReportArticle[]>>()
const form = one<HTMLFormElement>('.filters form')
const list = one('.spine ol')
let shownEntries: readonly number[] = []
let current = -1

one('#work').hidden = false
// On a narrow page the changes come first.
if (matchMedia('(max-width: 760px)').matches) one('.summary').removeAttribute('open')
for (const name of ['class', 'kind', 'verdict', 'confidence', 'place'] as const) fill(name, Object.entries(index.names[name] ?? {}))
fill(
  'field',
  index.fields.map(f => [f, f])
)
fill(
  'rule',
  index.rules.map((r): [string, string] => [r, r]).toSorted(([a], [b]) => (a < b ? -1 : 1))
)
form.addEventListener('input', filter)
form.addEventListener('submit', event => event.preventDefault())
form.addEventListener('reset', () =>
  setTimeout(() => {
    ;(form.elements.namedItem('group') as HTMLInputElement).value = ''
    filter()
  })
)
document.addEventListener('click', event => {
  const target = event.target as Element
  const group = target.closest<HTMLElement>('[data-group]')?.dataset['group']
  const entry = target.closest<HTMLElement>('[data-entry]')?.dataset['entry']
  if (group !== undefined) {
    ;(form.elements.namedItem('group') as HTMLInputElement).value = group
    filter()
    one('#list').scrollIntoView()
  } else if (entry !== undefined) {
    event.preventDefault()
    void open(Number(entry))
  } else if (target.matches('.more')) more()
})
document.addEventListener('keydown', event => {
  const isTyping = (event.target as Element).matches('input, select, textarea')
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey || isTyping) return
  const by = event.code === 'KeyJ' ? 1 : event.code === 'KeyK' ? -1 : 0
  const next = shownEntries[shownEntries.indexOf(current) + by]
  if (by === 0 || next === undefined) return
  event.preventDefault()
  void open(next)
})
const unlocated = index.entries.flatMap((e, i) => (e[11] === 0 ? [i] : []))
if (unlocated.length > 0) {
  one('.unlocated').hidden = false
  one('.unlocated ol').append(...unlocated.slice(0, 500).map(line))
}
filter()

function filter(): void {
  const wanted = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  const q = fold(wanted['q'] ?? '')
  const is = (name: string, value: string) => !wanted[name] || wanted[name] === value
  shownEntries = index.entries.flatMap((e, i) => {
    const fits =
      is('class', e[2]) &&
      is('kind', e[3]) &&
      is('verdict', e[6]) &&
      is('group', e[7]) &&
      is('place', e[8]) &&
      is('confidence', e[10]) &&
      (!wanted['field'] || e[5].split(', ').includes(wanted['field'])) &&
      (!wanted['rule'] || e[9].some(r => index.rules[r] === wanted['rule'])) &&
      (q === '' || fold(`${e[4]} ${e[5]} ${index.names['place']?.[e[8]] ?? ''}`).includes(q))
    return fits ? [i] : []
  })
  list.replaceChildren()
  more()
  const first = shownEntries[0]
  if (first !== undefined && !shownEntries.includes(current)) void open(first)
}

function more(): void {
  one('.spine').querySelector('.more')?.remove()
  const from = list.children.length
  list.append(...shownEntries.slice(from, from + PAGE).map(line))
  const count = list.children.length
  one('.part').textContent =
    shownEntries.length === 0
      ? (index.words['list_none'] ?? '')
      : (index.words['list_part'] ?? '').replace('{a}', '1').replace('{b}', String(count)).replace('{n}', String(shownEntries.length))
  if (count >= shownEntries.length) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'more'
  button.textContent = index.words['report_more'] ?? ''
  list.after(button)
}

function line(i: number): HTMLElement {
  const [, , name, kind, quote, what, verdict] = index.entries[i] as ReportEntry
  const item = make('li', `c-${name}`)
  const link = make('a')
  link.href = '#item'
  link.dataset['entry'] = String(i)
  if (i === current) link.setAttribute('aria-current', 'true')
  const sign = make('span', 'sign', name === 'lost' ? '−' : name === 'gained' ? '+' : name === 'evidence' ? '·' : '~')
  sign.setAttribute('aria-hidden', 'true')
  const entry = make('span', 'entry')
  entry.append(
    make('span', 'quote', quote),
    make('span', 'what', `${index.names['class']?.[name] ?? name} · ${index.names['kind']?.[kind] ?? kind} · ${what}`)
  )
  link.append(sign, entry)
  if (verdict !== '') link.append(make('span', `chip gold-${verdict.replace(' ', '-')}`, index.names['verdict']?.[verdict] ?? verdict))
  item.append(link)
  return item
}

async function open(i: number): Promise<void> {
  current = i
  const [a, c, name, kind, quote, , verdict, , , , , isLocated] = index.entries[i] as ReportEntry
  const article = (await chunk(Math.floor(a / index.chunk)))[a % index.chunk]
  const change = article?.changes[c]
  if (current !== i || article === undefined || change === undefined) return
  for (const marked of document.querySelectorAll('.spine [aria-current]')) marked.removeAttribute('aria-current')
  const link = list.querySelector<HTMLElement>(`[data-entry="${i}"]`)
  link?.setAttribute('aria-current', 'true')
  link?.scrollIntoView({ block: 'nearest' })
  const title = make('h2', `c-${name}`, `${index.names['class']?.[name] ?? name} · ${index.names['kind']?.[kind] ?? kind} “${quote}”`)
  const where = make('p', 'where', `${article.title} · ${change.where}`)
  const parts: HTMLElement[] = [title, where]
  if (verdict !== '') parts.push(make('p', `chip gold-${verdict.replace(' ', '-')}`, index.names['verdict']?.[verdict] ?? verdict))
  if (isLocated === 0) parts.push(make('p', 'notice', index.words['not_located'] ?? ''))
  const table = make('div')
  // Made and escaped by the program; nothing else is ever read as markup.
  table.innerHTML = change.rows
  one('.item').replaceChildren(...parts, table)
  showText(article, change.segments)
}

function showText({ text, start }: ReportArticle, segments: readonly [number, number, string, string, string][]): void {
  const holder = one('.text')
  if (text === null) {
    holder.replaceChildren(index.words['no_text'] ?? '')
    return
  }
  const parts: (string | HTMLElement)[] = []
  let at = start
  for (const [from, to, element, classes, tag] of segments) {
    if (from > at) parts.push(text.slice(at - start, from - start))
    const mark = make(element as 'mark', classes, text.slice(from - start, to - start))
    if (tag !== '') {
      const label = make('span', 'tag')
      label.dataset['tag'] = tag
      mark.append(label)
    }
    parts.push(mark)
    at = to
  }
  parts.push(text.slice(at - start))
  holder.replaceChildren(...parts)
  const [source, anchor] = [one('.source'), holder.querySelector('.m-anchor')]
  if (anchor !== null) source.scrollTop += anchor.getBoundingClientRect().top - source.getBoundingClientRect().top - source.clientHeight / 3
}

function chunk(n: number): Promise<readonly ReportArticle[]> {
  const known = chunks.get(n)
  if (known !== undefined) return known
  const packed = Uint8Array.from(atob(one(`#chunk-${n}`).textContent ?? ''), c => c.charCodeAt(0))
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  const found = new Response(stream).json() as Promise<readonly ReportArticle[]>
  chunks.set(n, found)
  return found
}

function fill(name: string, options: readonly (readonly [string, string])[]): void {
  const select = form.elements.namedItem(name) as HTMLSelectElement
  select.append(new Option(index.words['filter_all'], ''), ...options.map(([value, label]) => new Option(label, value)))
  const label = select.closest('label')
  if (label !== null) label.hidden = options.length === 0
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, classes = '', text = ''): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  if (classes !== '') element.className = classes
  element.textContent = text
  return element
}

function one<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
  return document.querySelector(selector) as Kind
}
