import { elementsOf, type Page } from './dom.ts'

/** What a page's JSON-LD says of its article. */
export interface JsonLd {
  readonly headline: string | null
  readonly published: string | null
  readonly author: string | null
  readonly url: string | null
  readonly site: string | null
  readonly body: string | null
}

type Thing = Readonly<Record<string, unknown>>

const ARTICLE = /(?:Article|BlogPosting|Report|NewsItem)$/
const MAX_DEPTH = 12
const MAX_THINGS = 2000
const MOST = 1000
const MOST_NAMES = 100

/** The article that JSON-LD describes; null where the page has none. Broken JSON is passed over. */
export function jsonLdOf(page: Page): JsonLd | null {
  for (const element of elementsOf(page)) {
    if (element.name !== 'script' || !/ld\+json/i.test(element.attribs['type'] ?? '')) continue
    const raw = element.children.map(child => (child.type === 'text' ? child.data : '')).join('')
    const article = thingsOf(parse(raw)).find(thing => typesOf(thing).some(type => ARTICLE.test(type)))
    if (article !== undefined) return read(article)
  }
  return null
}

function read(article: Thing): JsonLd {
  return {
    headline: text(article['headline']) ?? text(article['name']),
    published: text(article['datePublished']) ?? text(article['dateCreated']),
    author: nameOf(article['author']),
    url: text(article['url']) ?? idOf(article['mainEntityOfPage']),
    site: nameOf(article['publisher']),
    body: typeof article['articleBody'] === 'string' ? article['articleBody'] : null
  }
}

function thingsOf(value: unknown): readonly Thing[] {
  const things: Thing[] = []
  const queue: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let i = 0; i < queue.length && queue.length < MAX_THINGS; i++) {
    const { value: at, depth } = queue[i] as { value: unknown; depth: number }
    if (at === null || typeof at !== 'object' || depth > MAX_DEPTH) continue
    if (!Array.isArray(at)) things.push(at as Thing)
    for (const child of Object.values(at).slice(0, MAX_THINGS)) queue.push({ value: child, depth: depth + 1 })
  }
  return things
}

function typesOf(thing: Thing): readonly string[] {
  const type = thing['@type']
  return (Array.isArray(type) ? type : [type]).filter(t => typeof t === 'string')
}

function nameOf(value: unknown): string | null {
  if (Array.isArray(value)) {
    const names = value.slice(0, MOST_NAMES).flatMap(one => (Array.isArray(one) ? [] : (nameOf(one) ?? [])))
    return names.length === 0 ? null : names.join(', ')
  }
  if (value !== null && typeof value === 'object') return text((value as Thing)['name'])
  return text(value)
}

function idOf(value: unknown): string | null {
  if (value !== null && typeof value === 'object') return text((value as Thing)['@id']) ?? text((value as Thing)['url'])
  return text(value)
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, MOST) : null
}

// Pages write line breaks into strings, and wrap the script into comments.
function parse(raw: string): unknown {
  const json = raw.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/g, '')
  try {
    return JSON.parse(json)
  } catch {
    try {
      return JSON.parse(json.replace(/[\u0000-\u001f]+/g, ' '))
    } catch {
      return null
    }
  }
}
