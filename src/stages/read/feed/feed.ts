import { confined } from '../confined/confined.ts'
import { decode, repairedTogether } from '../encoding/decode.ts'
import { withoutMarkup } from '../encoding/markup.ts'
import { collapse, parsePage } from '../html/dom.ts'
import { type Excess, overrun, refusedFor } from '../html/guard.ts'
import { isChrome, isLinked } from '../html/phrases.ts'
import { runsOf } from '../html/runs.ts'
import { type Line, tablesIn } from '../html/tables.ts'
import { dayOfPage } from '../html/when.ts'
import { bytesInWords, type Limits } from '../limits.ts'
import { hostOf } from '../site.ts'
import { withoutSoftHyphens } from '../tidy.ts'
import { type Context, type Note, type Part, plainDraft, refusal, tooCostly } from '../types.ts'
import type { Entry } from './entries.ts'

/** The articles of an RSS or Atom feed: every item with content. Nothing it links to is fetched, no entity is expanded. */
export async function* feedParts(bytes: Uint8Array, source: string, context: Context): AsyncGenerator<Part> {
  const decoded = await decode(bytes, withoutMarkup)
  if (decoded === undefined) return yield refusal(source, 'invalid-bytes', `${source} has bytes that are text in no known encoding.`)
  if (decoded.text.length > context.limits.markupBytes) {
    return yield refusal(source, 'too-large', `${source} has markup of more than ${bytesInWords(context.limits.markupBytes)}.`)
  }
  const made = await confined('feed', withoutDoctype(decoded.text), bytes.length, context)
  if ('problem' in made && made.problem === 'too-costly') return yield tooCostly(source)
  const feed = 'output' in made ? made.output : null
  if (feed === null) return yield refusal(source, 'not-a-feed', `${source} is XML, but no RSS or Atom feed that can be read.`)
  if (feed.entries.length === 0) return yield refusal(source, 'no-articles', `The feed ${source} has no items.`)
  for (const [index, entry] of feed.entries.entries()) {
    const where = `${source}, item ${index + 1}`
    const excess = overrunOf(entry, context.limits)
    if (excess !== undefined) {
      const refused = refusedFor(excess, `${where},`, context.limits)
      yield inside(source, refused.code, refused.message)
      continue
    }
    const [lines, isSummary] = linesOf(entry)
    if (lines.length === 0) {
      yield inside(source, 'no-text', `${where}, has no content.`)
      continue
    }
    const whole = await repairedTogether(lines.map(line => line.text).join('\n'), [plain(entry.title), plain(entry.author)])
    const text = withoutSoftHyphens(whole.text)
    const url = entry.url !== undefined && hostOf(entry.url) !== null ? entry.url : null
    const notes: Note[] = isSummary
      ? [{ code: 'summary-only', severity: 'info', message: `${where}, has no content but its summary.` }]
      : []
    yield {
      kind: 'draft',
      place: { source, inside: true },
      draft: {
        ...plainDraft(text, whole.encoding === 'utf-8' ? decoded.encoding : whole.encoding),
        title: whole.beside[0] ?? null,
        author: whole.beside[1] ?? null,
        url,
        site: hostOf(url) ?? feed.site,
        externalId: entry.id ?? null,
        published: entry.date === undefined ? null : (dayOfPage(entry.date) ?? null),
        tables: tablesIn(text, lines),
        notes
      }
    }
  }
}

function inside(source: string, code: string, message: string): Part {
  return { kind: 'refusal', place: { source, inside: true }, refusal: { code, message } }
}

function overrunOf({ content, summary }: Entry, limits: Limits): Excess | undefined {
  return overrun(content ?? '', limits) ?? overrun(summary ?? '', limits)
}

function linesOf(entry: Entry): readonly [readonly Line[], boolean] {
  const content = entry.content === undefined ? [] : textLines(entry.content)
  if (content.length > 0) return [content, false]
  return [entry.summary === undefined ? [] : textLines(entry.summary), true]
}

function textLines(html: string): readonly Line[] {
  return runsOf(parsePage(html)).filter(run => run.kind === 'content' && !isChrome(run) && !(isLinked(run) && run.text.length < 200))
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
