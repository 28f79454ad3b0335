import { h, safeUrl } from './element.ts'
import { aboutWhat, placeName } from './frame.ts'
import { digits, say, words } from './language.ts'
import type { DocumentFact, Fact, Place, ReportData } from './model.ts'

/** A goal or a number with its sentence and where it was read. */
export function factCard(data: ReportData, fact: Fact): HTMLElement {
  const what = [placeName(data, fact), aboutWhat(data, fact)].filter(part => part !== null).join(', ')
  const when = fact.when === null ? '' : `, ${say(fact.when)}`
  const document = fact.document === null ? undefined : data.documents[fact.document]
  return h(
    'li',
    { 'data-id': `${fact.kind === 'observation' ? 'o' : 'g'}-${fact.id}`, class: 'card', 'data-place': fact.place ?? '' },
    h(
      'div',
      { class: 'head' },
      h('i', { class: `dot ${fact.confidence}`, 'aria-hidden': 'true' }),
      `${what}${what === '' ? '' : ': '}${say(fact.value)}${when}`,
      document === undefined ? null : ' · ',
      document === undefined ? null : h('a', { href: `#d-${document.id}` }, document.name)
    ),
    quoted(data, fact),
    origin(data, fact.article)
  )
}

/** A document as an item of a list. */
export function documentCard(data: ReportData, document: DocumentFact): HTMLElement {
  const { id, name, issuer, issued, title, articles } = document
  const head = [issuer === null ? null : say(issuer), issued].filter(part => part !== null).join(' · ')
  const count = `${digits(articles.length)} ${say(words('bài', articles.length === 1 ? 'article' : 'articles'))}`
  return h(
    'li',
    { class: 'card' },
    h('div', { class: 'head' }, h('a', { href: `#d-${id}` }, name), head === '' ? null : ` · ${head}`, ` · ${count}`),
    title === null ? null : h('div', { lang: 'vi' }, title),
    quoted(data, document)
  )
}

/** The sentence with the part that says it. */
export function quoted({ sentences }: ReportData, { sentence, from, to }: Place): HTMLElement {
  const text = sentences[sentence] ?? ''
  return h('q', { lang: 'vi' }, text.slice(0, from), h('mark', {}, text.slice(from, to)), text.slice(to))
}

/** The article that something stands in. */
export function origin({ articles }: ReportData, article: number): HTMLElement {
  const { title, url, published, source } = articles[article] ?? { title: null, url: null, published: null, source: '' }
  const link = safeUrl(url)
  const name = title ?? source
  const named = link === null ? h('span', { lang: 'vi' }, name) : h('a', { href: link, rel: 'noreferrer', lang: 'vi' }, name)
  return h('div', { class: 'tail' }, named, published === null ? null : ` · ${published}`)
}
