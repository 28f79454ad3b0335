/** Text as HTML, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, c => ENTITIES[c] as string)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Words in both languages; the page shows those of the reader's. */
export interface Words {
  readonly vi: string
  readonly en: string
}

/** Words in both languages as HTML. */
export function both({ vi, en }: Words): string {
  if (vi === en) return escapeHtml(vi)
  return `<span class="vi" lang="vi">${escapeHtml(vi)}</span><span class="en" lang="en">${escapeHtml(en)}</span>`
}

const BETWEEN = '\u0001'

/** Words as one string, for labels of a plot; `labelled` takes them apart in the finished SVG. */
export function label({ vi, en }: Words): string {
  return vi === en ? vi : `${vi}${BETWEEN}${en}`
}

/** A label cut to some letters in each of its languages. */
export function cutLabel(text: string, letters: number): string {
  const cut = (part: string): string =>
    [...part].length <= letters
      ? part
      : `${[...part]
          .slice(0, letters - 1)
          .join('')
          .trimEnd()}…`
  return text.split(BETWEEN).map(cut).join(BETWEEN)
}

/** Makes the labels of an SVG bilingual. */
export function labelled(svg: string): string {
  return svg.replace(
    new RegExp(`>([^<>${BETWEEN}]*)${BETWEEN}([^<>${BETWEEN}]*)<`, 'g'),
    (_, vi: string, en: string) => `><tspan class="vi">${vi}</tspan><tspan class="en">${en}</tspan><`
  )
}

/** An address that a link may lead to, or null. */
export function safeUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null
}
