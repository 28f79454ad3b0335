// What the script of the static report stands on: the data in the page, a change in its text, elements.

export interface Index {
  readonly chunk: number
  readonly rules: readonly string[]
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly words: Readonly<Record<string, string>>
  readonly fields: readonly string[]
  readonly entries: readonly ReportEntry[]
}
export type ReportEntry = readonly [
  number,
  number,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  readonly number[],
  string,
  number,
  string
]
export interface ReportArticle {
  readonly title: string
  readonly start: number
  readonly text: string | null
  readonly changes: readonly {
    readonly where: string
    readonly rows: string
    readonly segments: readonly [number, number, string, string, string][]
  }[]
}

export const index = JSON.parse(one('#index').textContent ?? '') as Index
const chunks = new Map<number, Promise<readonly ReportArticle[]>>()

export function showText({ text, start }: ReportArticle, segments: readonly [number, number, string, string, string][]): void {
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

export function chunk(n: number): Promise<readonly ReportArticle[]> {
  const known = chunks.get(n)
  if (known !== undefined) return known
  const packed = Uint8Array.from(atob(one(`#chunk-${n}`).textContent ?? ''), c => c.charCodeAt(0))
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  const found = new Response(stream).json() as Promise<readonly ReportArticle[]>
  chunks.set(n, found)
  return found
}

export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
}

/** A count as the language of the page writes it. */
export function inWords(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3}){1,7}$)/g, document.documentElement.lang === 'vi' ? '.' : ',')
}

export function make<Name extends keyof HTMLElementTagNameMap>(name: Name, classes = '', text = ''): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  if (classes !== '') element.className = classes
  element.textContent = text
  return element
}

export function one<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
  return document.querySelector(selector) as Kind
}
