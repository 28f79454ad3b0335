import { parseFeed } from 'feedsmith'
import { decode, repairedTogether } from './encoding/decode.ts'
import { withoutMarkup } from './encoding/markup.ts'
import { collapse, parsePage } from './html/dom.ts'
import { isChrome, isLinked } from './html/phrases.ts'
import { runsOf } from './html/runs.ts'
import { dayOfPage } from './html/when.ts'
import { bytesInWords } from './limits.ts'
import { hostOf } from './site.ts'
import { withoutSoftHyphens } from './tidy.ts'
import { type Context, type Note, type Part, plainDraft, refusal } from './types.ts'

/** An entry of a feed, whatever its dialect. */
interface Entry {
  readonly content: string | undefined
  readonly summary: string | undefined
  readonly title: string | undefined
  readonly author: string | undefined
  readonly url: string | undefined
  readonly id: string | undefined
  readonly date: string | undefined
}

/** The articles of an RSS or Atom feed: every item with content. Nothing it links to is fetched, no entity is expanded. */
export async function* feedParts(bytes: Uint8Array, source: string, context: Context): AsyncGenerator<Part> {
  const decoded = await decode(bytes, withoutMarkup)
  if (decoded === undefined) return yield refusal(source, 'invalid-bytes', `${source} has bytes that are text in no known encoding.`)
  if (decoded.text.length > context.limits.markupBytes) {
    return yield refusal(source, 'too-large', `${source} has markup of more than ${bytesInWords(context.limits.markupBytes)}.`)
  }
  const feed = entriesOf(withoutDoctype(decoded.text))
  if (feed === null) return yield refusal(source, 'not-a-feed', `${source} is XML, but no RSS or Atom feed that can be read.`)
  if (feed.entries.length === 0) return yield refusal(source, 'no-articles', `The feed ${source} has no items.`)
  for (const [index, entry] of feed.entries.entries()) {
    const where = `${source}, item ${index + 1}`
    const [lines, isSummary] = linesOf(entry)
    if (lines.length === 0) {
      yield { kind: 'refusal', place: { source, inside: true }, refusal: { code: 'no-text', message: `${where}, has no content.` } }
      continue
    }
    const whole = await repairedTogether(lines.join('\n'), [plain(entry.title), plain(entry.author)])
    const url = entry.url !== undefined && hostOf(entry.url) !== null ? entry.url : null
    const notes: Note[] = isSummary
      ? [{ code: 'summary-only', severity: 'info', message: `${where}, has no content but its summary.` }]
      : []
    yield {
      kind: 'draft',
      place: { source, inside: true },
      draft: {
        ...plainDraft(withoutSoftHyphens(whole.text), whole.encoding === 'utf-8' ? decoded.encoding : whole.encoding),
        title: whole.beside[0] ?? null,
        author: whole.beside[1] ?? null,
        url,
        site: hostOf(url) ?? feed.site,
        externalId: entry.id ?? null,
        published: entry.date === undefined ? null : (dayOfPage(entry.date) ?? null),
        notes
      }
    }
  }
}

function linesOf(entry: Entry): readonly [readonly string[], boolean] {
  const content = entry.content === undefined ? [] : textLines(entry.content)
  if (content.length > 0) return [content, false]
  return [entry.summary === undefined ? [] : textLines(entry.summary), true]
}

function textLines(html: string): readonly string[] {
  return runsOf(parsePage(html))
    .filter(run => run.kind === 'content' && !isChrome(run) && !(isLinked(run) && run.text.length < 200))
    .map(run => run.text)
}

function plain(value: string | undefined): string | null {
  const text = value === undefined ? '' : collapse(value.replace(/<[^<>]{0,1000}>/g, ' '))
  return text === '' ? null : text
}

// Without a document type there are no entities to expand.
function withoutDoctype(xml: string): string {
  const start = xml.slice(0, 65536).search(/<!DOCTYPE/i)
  if (start < 0) return xml
  const subset = xml.indexOf('[', start)
  const close = xml.indexOf('>', start)
  const end = subset >= 0 && subset < close ? xml.indexOf('>', xml.indexOf(']', subset)) : close
  return end < 0 ? '' : xml.slice(0, start) + xml.slice(end + 1)
}

function entriesOf(xml: string): { entries: readonly Entry[]; site: string | null } | null {
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
