import { parseFeed } from 'feedsmith'
import { hostOf } from '../site.ts'

/** An entry of a feed, whatever its dialect. */
export interface Entry {
  readonly content: string | undefined
  readonly summary: string | undefined
  readonly title: string | undefined
  readonly author: string | undefined
  readonly url: string | undefined
  readonly id: string | undefined
  readonly date: string | undefined
}

/** What a feed holds, and the host that it names as its own. */
export interface Feed {
  readonly entries: readonly Entry[]
  readonly site: string | null
}

/** The entries of a feed; null where it is none. Runs confined. */
export function entriesOf(xml: string): Feed | null {
  try {
    const { format, feed } = parseFeed(xml)
    if (format === 'json') return null
    return { entries: format === 'atom' ? atom(feed) : rss(feed), site: hostOf(linkOf(feed) ?? null) }
  } catch {
    return null
  }
}

type Loose = Readonly<Record<string, unknown>>

function rss(feed: unknown): readonly Entry[] {
  return list((feed as Loose)['items']).map(item => ({
    content: text(of(item['content'])['encoded']),
    summary: text(item['description']),
    title: text(item['title']),
    author: text(item['author']) ?? names(item['authors']) ?? names(of(item['dc'])['creators']) ?? text(of(item['dc'])['creator']),
    url: text(item['link']),
    id: text(of(item['guid'])['value']) ?? text(item['guid']),
    date: text(item['pubDate']) ?? text(of(item['dc'])['date']) ?? text(list1(of(item['dc'])['dates']))
  }))
}

function atom(feed: unknown): readonly Entry[] {
  return list((feed as Loose)['entries']).map(entry => ({
    content: text(entry['content']),
    summary: text(entry['summary']),
    title: text(entry['title']),
    author: names(entry['authors']),
    url: linkOf(entry),
    id: text(entry['id']),
    date: text(entry['published']) ?? text(entry['updated'])
  }))
}

function linkOf(thing: unknown): string | undefined {
  const told = text(of(thing)['link'])
  const links = list(of(thing)['links'])
  const own = links.find(link => link['rel'] === undefined || link['rel'] === 'alternate')
  return told ?? text(own?.['href'])
}

function names(value: unknown): string | undefined {
  const found = (Array.isArray(value) ? value : [])
    .map(person => text(person) ?? text(of(person)['name']))
    .filter(name => name !== undefined)
  return found.length === 0 ? undefined : found.join(', ')
}

function list(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? value.filter(item => item !== null && typeof item === 'object') : []
}

function list1(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value
}

function of(value: unknown): Loose {
  return value !== null && typeof value === 'object' ? (value as Loose) : {}
}

function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  // Dialects wrap a text with its type.
  return typeof of(value)['value'] === 'string' ? text(of(value)['value']) : undefined
}
