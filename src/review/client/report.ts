// The script of the static report: shows the list and one change at a time.

import { chunk, fold, index, inWords, make, one, type ReportEntry, showText } from './report-parts.ts'

const PAGE = 200
const form = one<HTMLFormElement>('.filters form')
const list = one('.spine ol')
let shownEntries: readonly number[] = []
const searched: string[] = []
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
form.addEventListener('input', narrow)
form.addEventListener('submit', event => event.preventDefault())
form.addEventListener('reset', () =>
  setTimeout(() => {
    ;(form.elements.namedItem('group') as HTMLInputElement).value = ''
    narrow()
  })
)
document.addEventListener('click', event => {
  const target = event.target as Element
  const group = target.closest<HTMLElement>('[data-group]')?.dataset['group']
  if (group !== undefined) {
    ;(form.elements.namedItem('group') as HTMLInputElement).value = group
    narrow()
    one('#list').scrollIntoView()
  } else if (target.matches('.more')) more()
})
document.addEventListener('keydown', event => {
  const isTyping = (event.target as Element).matches('input, select, textarea')
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey || isTyping) return
  const by = event.code === 'KeyJ' ? 1 : event.code === 'KeyK' ? -1 : 0
  const next = shownEntries[shownEntries.indexOf(current) + by]
  if (by === 0 || next === undefined) return
  event.preventDefault()
  named(next)
  void open(next)
})
addEventListener('hashchange', () => follow())
const unlocated = index.entries.flatMap((e, i) => (e[11] === 0 ? [i] : []))
if (unlocated.length > 0) {
  one('.unlocated').hidden = false
  one('.unlocated ol').append(...unlocated.slice(0, 500).map(line))
}
filter()
if (!follow() && shownEntries[0] !== undefined) void open(shownEntries[0])

/** Opens what the address names; gives whether it names a change. */
function follow(): boolean {
  const id = location.hash.slice(1)
  if (!/^[0-9a-f]{16}$/.test(id)) return false
  const i = index.entries.findIndex(e => e[12] === id)
  if (i < 0) stale()
  else void open(i).then(arrive)
  return true
}

// Who followed an address is led to the change and, where both fit the window, to its line in the list.
function arrive(): void {
  list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  one('#item').scrollIntoView({ block: matchMedia('(max-width: 760px)').matches ? 'start' : 'nearest' })
}

/** Makes the address that of a change, without a step to go back. */
function named(i: number): void {
  history.replaceState(null, '', `#${index.entries[i]?.[12] ?? ''}`)
}

// Whoever follows an old link is not shown another change for it.
function stale(): void {
  current = -1
  for (const marked of document.querySelectorAll('.spine [aria-current]')) marked.removeAttribute('aria-current')
  one('.item').replaceChildren(make('p', 'notice', index.words['report_stale'] ?? ''))
  one('.text').replaceChildren()
  one('#item').scrollIntoView({ block: 'nearest' })
}

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
      (q === '' || folded(i).includes(q))
    return fits ? [i] : []
  })
  list.replaceChildren()
  more()
}

/** Narrows the list to what the form asks for, and opens the first of it where the open one is not among it. */
function narrow(): void {
  filter()
  const first = shownEntries[0]
  if (first === undefined || shownEntries.includes(current)) return
  if (location.hash !== '') named(first)
  void open(first)
}

/** Draws more of the list, at least as far as an entry of it. */
function more(until = 0): void {
  one('.spine').querySelector('.more')?.remove()
  const from = list.children.length
  list.append(...shownEntries.slice(from, Math.max(from + PAGE, until + 1)).map(line))
  const count = list.children.length
  one('.part').textContent =
    shownEntries.length === 0
      ? (index.words['list_none'] ?? '')
      : (index.words['list_part'] ?? '').replace('{a}', '1').replace('{b}', inWords(count)).replace('{n}', inWords(shownEntries.length))
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
  link.href = `#${index.entries[i]?.[12]}`
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
  const [a, c, name, kind, quote, , verdict, , , , , isLocated, id] = index.entries[i] as ReportEntry
  const article = (await chunk(Math.floor(a / index.chunk)))[a % index.chunk]
  const change = article?.changes[c]
  if (current !== i || article === undefined || change === undefined) return
  for (const marked of document.querySelectorAll('.spine [aria-current]')) marked.removeAttribute('aria-current')
  const place = shownEntries.indexOf(i)
  if (place >= list.children.length) more(place)
  const link = list.querySelector<HTMLElement>(`[data-entry="${i}"]`)
  link?.setAttribute('aria-current', 'true')
  if (link !== null) inSight(link)
  const title = make('h2', `c-${name}`, `${index.names['class']?.[name] ?? name} · ${index.names['kind']?.[kind] ?? kind} “${quote}”`)
  const where = make('p', 'where', `${article.title} · ${change.where}`)
  const address = make('a', 'address', '#')
  address.href = `#${id}`
  address.title = index.words['report_link'] ?? ''
  address.setAttribute('aria-label', address.title)
  title.append(' ', address)
  const parts: HTMLElement[] = [title, where]
  if (verdict !== '') parts.push(make('p', `chip gold-${verdict.replace(' ', '-')}`, index.names['verdict']?.[verdict] ?? verdict))
  if (isLocated === 0) parts.push(make('p', 'notice', index.words['not_located'] ?? ''))
  const table = make('div')
  // Made and escaped by the program; nothing else is ever read as markup.
  table.innerHTML = change.rows
  one('.item').replaceChildren(...parts, table)
  showText(article, change.segments)
}

// The list alone is moved: who has just come stands at the head of the page.
function inSight(link: HTMLElement): void {
  const [box, own] = [one('.spine').getBoundingClientRect(), link.getBoundingClientRect()]
  const by = own.top < box.top ? own.top - box.top : Math.max(0, own.bottom - box.bottom)
  one('.spine').scrollTop += by
}

function fill(name: string, options: readonly (readonly [string, string])[]): void {
  const select = form.elements.namedItem(name) as HTMLSelectElement
  select.append(new Option(index.words['filter_all'], ''), ...options.map(([value, label]) => new Option(label, value)))
  const label = select.closest('label')
  if (label !== null) label.hidden = options.length === 0
}

// Folding thousands of lines for each letter that is typed would be felt.
function folded(i: number): string {
  const [, , , , quote, what, , , place] = index.entries[i] as ReportEntry
  searched[i] ??= fold(`${quote} ${what} ${index.names['place']?.[place] ?? ''}`)
  return searched[i]
}
