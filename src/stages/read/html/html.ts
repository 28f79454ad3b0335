import { decode, nearlyUtf8, repairedTogether } from '../encoding/decode.ts'
import { withoutMarkup } from '../encoding/markup.ts'
import { withoutSoftHyphens } from '../tidy.ts'
import { type Context, type Note, type Part, plainDraft, refusal } from '../types.ts'
import { bodyLines } from './body.ts'
import { isNeverArticle } from './boilerplate.ts'
import { withoutCredit } from './credit.ts'
import { collapse, type Element, type Page, parsePage } from './dom.ts'
import { check } from './guard.ts'
import { metaOf, type PageMeta } from './meta.ts'
import { isImprint, isProse } from './phrases.ts'
import { readableLines } from './readable.ts'
import { type Run, runsOf } from './runs.ts'
import { findSegment, proseIn, type Segment } from './segment.ts'
import { type Line, proseLine, tablesIn } from './tables.ts'
import { findTitle, type Title } from './title.ts'
import { findVisibleDay } from './visible-day.ts'

/** The article of a saved web page: its text block by block, with what the page says of title, day, author and site. */
export async function htmlPart(bytes: Uint8Array, source: string, context: Context): Promise<Part> {
  const strict = await decode(bytes, withoutMarkup)
  const decoded = strict ?? nearlyUtf8(bytes)
  if (decoded === undefined) return refusal(source, 'invalid-bytes', `${source} has bytes that are text in no known encoding.`)
  const notes: Note[] = []
  if (strict === undefined) {
    notes.push({
      code: 'invalid-bytes',
      severity: 'warning',
      message: `${source} has some bytes that are no valid UTF-8; they were replaced by U+FFFD.`
    })
  }
  const problem = check(decoded.text, source, context.limits)
  if (problem !== undefined) return problem
  const page = parsePage(decoded.text)
  const read = await readPage(page, decoded.text, context)
  if (read === undefined) return refusal(source, 'no-body', `${source} is a page without the text of an article.`)
  const { meta, title, published } = read
  const { lines, author } = withoutCredit(read.lines)
  const whole = await repairedTogether(lines.map(line => line.text).join('\n'), [title.text, meta.author ?? author])
  const text = withoutSoftHyphens(whole.text)
  return {
    kind: 'draft',
    place: { source, inside: false },
    draft: {
      ...plainDraft(text, whole.encoding === 'utf-8' ? decoded.encoding : whole.encoding.replace('utf-8', decoded.encoding)),
      title: whole.beside[0] ?? null,
      author: whole.beside[1] ?? null,
      url: meta.url,
      site: meta.site,
      published,
      tables: tablesIn(text, lines),
      notes
    }
  }
}

interface ReadPage {
  readonly lines: readonly Line[]
  readonly meta: PageMeta
  readonly title: Title
  readonly published: string | null
}

async function readPage(page: Page, html: string, context: Context): Promise<ReadPage | undefined> {
  const meta = metaOf(page)
  const runs = forgivingRuns(page)
  const rough = findSegment(runs, 0)
  const found = findTitle(runs, meta, rough?.start ?? runs.length)
  const segment = rough === undefined ? undefined : afterTitle(runs, found, rough)
  // The only paragraph of a page is no title.
  const title = found.at !== undefined && found.at >= (segment?.start ?? runs.length) ? NO_TITLE : found
  const lines = segment === undefined ? [] : bodyLines(runs, segment, title.at, title.text)
  const published = meta.published ?? findVisibleDay(runs, title.at, segment, meta.timeTag)
  // Pages drawn by a script, or shown in part to strangers, have their whole text in the metadata only.
  const told = meta.articleBody === null ? [] : collapseLines(meta.articleBody).map(proseLine)
  if (isEnough(told) && lengthOf(told) > 2 * lengthOf(lines)) return { lines: told, meta, title, published }
  if (isEnough(lines)) return { lines, meta, title, published }
  // Odd layouts may still be known to Readability.
  const isWorthIt = html.length <= MOST_FOR_READABILITY && runs.some(run => isProse(run) && run.kind !== 'caption' && !isImprint(run.text))
  const other = isWorthIt ? await readableLines(html, context) : []
  return isEnough(other) ? { lines: other, meta, title, published } : undefined
}

const MAX_PARDONS = 4
// Beside so much text of its own an element with a bad name is what it is called.
const MOST_BESIDE = 2000

// An element that is called a sidebar but holds most of the page's text is none.
function forgivingRuns(page: Page): readonly Run[] {
  const forgiven = new Set<Element>()
  let runs = runsOf(page)
  for (let i = 0; i < MAX_PARDONS; i++) {
    const blamed = new Map<Element, number>()
    let all = 0
    let content = 0
    for (const run of runs) {
      if (!isProse(run)) continue
      all += run.text.length
      if (run.kind === 'content') content += run.text.length
      if (run.blame !== null) blamed.set(run.blame, (blamed.get(run.blame) ?? 0) + run.text.length)
    }
    const [worst] = [...blamed].toSorted((a, b) => b[1] - a[1])
    if (worst === undefined || worst[1] * 2 < all) break
    if (content >= (isNeverArticle(worst[0]) ? 2 * LEAST_CHARS : MOST_BESIDE)) break
    forgiven.add(worst[0])
    runs = runsOf(page, forgiven)
  }
  return runs
}

const NO_TITLE: Title = { text: null, at: undefined, isSure: false }

function afterTitle(runs: readonly Run[], title: Title, rough: Segment): Segment {
  if (title.at === undefined || title.at < rough.start) return rough
  const behind = { start: title.at + 1, end: Math.max(title.at + 1, rough.end) }
  return title.isSure || proseIn(runs, behind) > 0 ? behind : rough
}

const LEAST_CHARS = 60

function isEnough(lines: readonly Line[]): boolean {
  const own = lines.filter(line => !isImprint(line.text))
  if (own.some(({ text }) => text.length >= LEAST_CHARS / 2 && /[.!?…]$/.test(text))) return true
  return own.some(line => line.text.length >= LEAST_CHARS) || lengthOf(own) >= 3 * LEAST_CHARS
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0)
}

function collapseLines(text: string): readonly string[] {
  return text
    .replace(/<\/(?:p|div|li|h\d)>|<br\s*\/?>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .split(/\n+/)
    .map(collapse)
    .filter(line => line !== '')
}

// Readability goes over a page many times.
const MOST_FOR_READABILITY = 1_500_000
