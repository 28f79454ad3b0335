import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BenchmarkLine, benchmarkLineSchema, isPartial, type Lot, lotsContent, parseLots } from '../../eval/benchmark/format.ts'
import type { ArticleRecord } from '../../model/article.ts'
import { UsageError } from '../../model/usage-error.ts'
import type { GoldLine } from '../../review/decisions/gold.ts'
import { sha256 } from '../../text/hash.ts'

/** An article with what was decided about it. */
export interface ReviewedArticle {
  readonly record: ArticleRecord
  readonly text: string
  readonly gold: GoldLine
  /** Whether somebody said that all of it was looked at: only then is what is not annotated known not to be there. */
  readonly isDone: boolean
}

type Entry = Readonly<Record<string, unknown>> & { readonly start: number; readonly end: number }

const GOAL = ['status', 'place', 'document', 'indicator', 'comparator', 'low', 'high', 'unit', 'value_kind', 'deadline']
const OTHER = ['status', 'low', 'high']
const RANK = ['status', 'place', 'document', 'subject', 'rank_kind', 'n_low', 'n_high', 'total', 'scope', 'deadline']

/**
 * A reviewed article as a line of the benchmark: whole where it was gone through to the end, else with what was decided of
 * single numbers. Undefined where nothing of it can be kept.
 */
export function lineOf({ record, text, gold, isDone }: ReviewedArticle): BenchmarkLine | undefined {
  const composed = text.normalize('NFC')
  const place = composed === text ? (offset: number) => offset : (offset: number) => text.slice(0, offset).normalize('NFC').length
  const entry = (e: Entry, fields: readonly string[]): object => ({
    start: place(e.start),
    end: place(e.end),
    ...Object.fromEntries(fields.map(name => [name, fieldOf(e[name], place)]))
  })
  const listed = (name: string) => gold.line[name] as readonly Entry[]
  const head = { article: record.id, sha256: sha256(composed), url: record.url, published: record.published, source: null }
  const whole = {
    ...head,
    quantities: listed('quantities').map(q => entry(q, q['status'] === 'goal' ? GOAL : OTHER)),
    ranks: listed('ranks').map(r => entry(r, RANK))
  }
  const judged = listed('quantities').filter(q => q['note'] !== 'unreviewed')
  const partial = { ...head, only: true, quantities: judged.map(q => entry(q, ['status'])) }
  const isWhole = isDone && gold.unreviewed === 0
  if (!isWhole && judged.length === 0) return undefined
  return benchmarkLineSchema.safeParse(isWhole ? whole : partial).data
}

/** A value; of what is measured its place and id, not its words. */
function fieldOf(value: unknown, place: (offset: number) => number): unknown {
  if (value === null || typeof value !== 'object') return value === '' ? null : (value ?? null)
  const { start, end, id } = value as { readonly start: number; readonly end: number; readonly id: string | null }
  return { start: place(start), end: place(end), id }
}

/** How lots of the review are said to be drawn: such a lot may be written again. */
const DRAWN = 'reviewed with muctieu, what it reads in view'

/** Writes the lines as a lot of a benchmark folder, which is made where there is none; a lot of readers is never overwritten. */
export async function writeLot(
  folder: string,
  {
    name,
    lines,
    reviewers,
    day
  }: { readonly name: string; readonly lines: readonly BenchmarkLine[]; readonly reviewers: number; readonly day: string }
): Promise<void> {
  const file = join(folder, 'lots.json')
  const content = await readFile(file, 'utf8').catch(() => '[]')
  const lots = parseLots(content)
  if (typeof lots === 'string') throw new UsageError(`${file} does not list lots: ${lots}.`)
  const known = lots.find(l => l.name === name)
  if (known !== undefined && known.drawn !== DRAWN) throw new UsageError(`There is a lot ${name} already, which was not made by a review.`)
  const lot: Lot = {
    name,
    date: day,
    unit: 'articles',
    count: lines.length,
    drawn: DRAWN,
    readers: Math.max(1, reviewers),
    agreement: null,
    kinds: lines.every(isPartial) ? ['quantities'] : ['quantities', 'ranks'],
    ...(lines.every(isPartial) ? { only: true as const } : {}),
    // Whoever judges with the program's reading in view says little about text that it has not seen.
    seen: true,
    seen_by: []
  }
  await mkdir(join(folder, 'lots'), { recursive: true })
  await writeFile(join(folder, 'lots', `${name}.ndjson`), lines.map(l => `${JSON.stringify(l)}\n`).join(''))
  await writeFile(file, lotsContent([...lots.filter(l => l !== known), lot]))
}
