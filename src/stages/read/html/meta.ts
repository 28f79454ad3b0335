import { hostOf } from '../site.ts'
import { attribute, type Element, elementsOf, isElement, type Page, parentOf, textOf } from './dom.ts'
import { type JsonLd, jsonLdOf } from './json-ld.ts'
import { dayOfPage } from './when.ts'

/** What a page says of itself beside its text. */
export interface PageMeta {
  /** Headlines by JSON-LD, OpenGraph and the like, the more trustworthy first. */
  readonly headlines: readonly string[]
  /** The `<title>`, which often has the site's name in it. */
  readonly windowTitle: string | null
  readonly published: string | null
  readonly author: string | null
  readonly url: string | null
  readonly site: string | null
  readonly articleBody: string | null
  /** The day of the first `<time>` behind the first heading. */
  readonly timeTag: string | null
}

const DATE_NAMES =
  'article:published_time og:published_time og:article:published_time article:published datepublished pubdate publishdate publish_date publish-date publication_date publicationdate sailthru.date dc.date.issued dc.date dcterms.created dcterms.issued dc.date.created date parsely-pub-date cxenseparse:recs:publishtime article.published created'.split(
    ' '
  )
const TITLE_NAMES = ['og:title', 'twitter:title', 'dc.title', 'title', 'headline']
const AUTHOR_NAMES = ['author', 'article:author', 'dc.creator', 'byl', 'parsely-author', 'twitter:creator']

const ITEMS = new Set(['headline', 'datepublished', 'datecreated', 'author', 'url'])
const MOST = 1000

/** Collects what a page says of itself: JSON-LD, OpenGraph, microdata, meta tags, canonical link. */
export function metaOf(page: Page): PageMeta {
  const metas = new Map<string, string>()
  const items = new Map<string, string>()
  let canonical: string | undefined
  let base: string | undefined
  let windowTitle: string | null = null
  let time: string | undefined
  let anyTime: string | undefined
  let hasHeading = false
  for (const element of elementsOf(page)) {
    if (element.name === 'meta') addMeta(metas, element)
    if (element.name === 'link' && /(?:^|\s)canonical(?:$|\s)/i.test(element.attribs['rel'] ?? '')) canonical ??= attribute(element, 'href')
    if (element.name === 'base') base ??= attribute(element, 'href')
    if (element.name === 'title' && windowTitle === null && isHead(element)) windowTitle = textOf(element).slice(0, MOST) || null
    if (element.name === 'h1' || element.name === 'h2') hasHeading = true
    if (element.name === 'time' && hasHeading) anyTime ??= attribute(element, 'datetime')
    const item = attribute(element, 'itemprop')
    if (item !== undefined) addItem(items, item, element)
    if (
      element.name === 'time' &&
      ('pubdate' in element.attribs || /publish|entry-date|post-date|created/i.test(element.attribs['class'] ?? ''))
    ) {
      time ??= attribute(element, 'datetime')
    }
  }
  const ld = jsonLdOf(page)
  const url = webAddress([canonical, metas.get('og:url'), items.get('url'), ld?.url, savedFrom(page)], base)
  const first = (names: readonly string[]) => names.map(name => metas.get(name)).find(value => value !== undefined)
  return {
    headlines: [ld?.headline, items.get('headline'), first(TITLE_NAMES)].filter(h => h !== undefined && h !== null),
    windowTitle,
    published: publishedOf([
      ld?.published,
      ...DATE_NAMES.map(name => metas.get(name)),
      items.get('datepublished'),
      items.get('datecreated'),
      time
    ]),
    author: authorOf(ld, items.get('author') ?? first(AUTHOR_NAMES), metas.get('og:site_name')),
    url,
    site: hostOf(url) ?? hostOf(base ?? null) ?? metas.get('og:site_name') ?? ld?.site ?? null,
    articleBody: ld?.body ?? null,
    timeTag: publishedOf([anyTime])
  }
}

function addMeta(metas: Map<string, string>, element: Element): void {
  const name = (attribute(element, 'property') ?? attribute(element, 'name') ?? attribute(element, 'itemprop'))?.toLowerCase()
  const content = attribute(element, 'content')
  if (name !== undefined && content !== undefined && !metas.has(name)) metas.set(name, content.slice(0, MOST))
}

function addItem(items: Map<string, string>, names: string, element: Element): void {
  if (
    !names
      .toLowerCase()
      .split(/\s+/)
      .some(name => ITEMS.has(name) && !items.has(name))
  )
    return
  const value =
    attribute(element, 'content') ??
    attribute(element, 'datetime') ??
    (element.name === 'a' && names === 'url' ? attribute(element, 'href') : undefined)
  for (const name of names.toLowerCase().split(/\s+/)) {
    if (items.has(name) || !ITEMS.has(name)) continue
    const shown = (value ?? textOf(element)).slice(0, MOST)
    if (shown !== '') items.set(name, shown)
  }
}

function isHead(element: Element): boolean {
  return parentOf(element)?.name !== 'svg'
}

function publishedOf(values: readonly (string | null | undefined)[]): string | null {
  for (const value of values) {
    const day = value === undefined || value === null ? undefined : dayOfPage(value)
    if (day !== undefined) return day
  }
  return null
}

function authorOf(ld: JsonLd | null, named: string | undefined, siteName: string | undefined): string | null {
  for (const name of [ld?.author, named]) {
    if (
      name === undefined ||
      name === null ||
      /^https?:|^@|^admin(?:istrator)?$|^\d+$|@|\.(?:vn|com|net|org)$/i.test(name) ||
      name.length > 120
    )
      continue
    if (name !== ld?.site && name !== siteName) return name.replace(/^(?:viết bởi|đăng bởi|tác giả|người viết|theo|by)\s*:?\s+/i, '')
  }
  return null
}

// The address of a home page names no article: all pages of a site would share it.
function webAddress(candidates: readonly (string | null | undefined)[], base: string | undefined): string | null {
  for (const candidate of candidates) {
    if (candidate === undefined || candidate === null || candidate.length > 4 * MOST) continue
    const plain = candidate.replace(/^.*?\/web\/\d{4,14}[a-z_]*\/(?=https?:)/, '')
    const url = URL.parse(plain) ?? (base === undefined ? null : URL.parse(plain, base))
    if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') continue
    if (/^\/(?:index\.\w+|home|trang-chu)?$/i.test(url.pathname) && url.search === '') continue
    url.hash = ''
    url.username = ''
    url.password = ''
    return url.href
  }
  return null
}

/** Browsers write where a page was saved from into a comment. */
function savedFrom(page: Page): string | null {
  for (const node of page.children.slice(0, 12).flatMap(n => (isElement(n) ? [n, ...n.children.slice(0, 6)] : [n]))) {
    if (node.type !== 'comment') continue
    const m = /saved from url=\(\d+\)(\S+)/.exec(node.data)
    if (m !== null) return m[1] as string
  }
  return null
}
