import type * as z from 'zod'
import type { Article } from '../../model/article.ts'
import type { Extraction } from '../../model/extraction.ts'
import type { ReadResult } from '../../stages/read/read.ts'
import { sha256 } from '../../text/hash.ts'
import { type ExtractionLine, extractionLineSchema, type FailureLine, failureLineSchema, LINE_FORMAT, type MadeBy } from './schema.ts'

/** A line that can be stored: what was read, and what was made of it where that is an article. */
export interface Accepted {
  readonly result: Exclude<ReadResult, { readonly kind: 'skipped' }>
  readonly extraction: Extraction | null
}

/** Why a line is not stored: a code and the end of a sentence that begins with the line. */
export interface Refused {
  readonly code: string
  readonly why: string
}

type Value = Readonly<Record<string, unknown>>

/** Judges a line that was parsed, by what this program would have made it. */
export function judge(value: Value, mine: MadeBy): Accepted | Refused {
  const kind = value['kind']
  if (kind !== 'extraction' && kind !== 'failure') return { code: 'no-extraction', why: 'is no line of "muctieu extract --as articles".' }
  return otherMaker(value, mine) ?? (kind === 'failure' ? judgeFailure(value) : judgeExtraction(value))
}

/** What tells of another maker is said before anything else: of its lines nothing else is known. */
function otherMaker(value: Value, mine: MadeBy): Refused | undefined {
  const { format, reader, ruleset, options } = value
  if (format !== LINE_FORMAT)
    return { code: 'other-format', why: `is of format ${shown(format)}, and this version of muctieu takes format ${LINE_FORMAT}.` }
  if (ruleset !== mine.ruleset)
    return {
      code: 'other-ruleset',
      why: `was extracted by ruleset ${shown(ruleset)}, and the rules here are ${mine.ruleset.slice(0, 12)}: extract it anew.`
    }
  if (reader !== mine.reader) return { code: 'other-reader', why: `was read by reader ${shown(reader)}, and this one is ${mine.reader}.` }
  if (JSON.stringify(options) === JSON.stringify(mine.options)) return undefined
  const without = (options as MadeBy['options'] | null | undefined)?.without
  const said = Array.isArray(without) ? `without ${without.map(rule => String(rule).slice(0, 60)).join(', ')}` : 'with all rules'
  return { code: 'other-options', why: `was extracted ${said}; say the same --without to import it.` }
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 12) : 'none'
}

function judgeFailure(value: Value): Accepted | Refused {
  const checked = failureLineSchema.safeParse(value)
  if (!checked.success) return broken(checked.error)
  const { input, diagnostic } = value as unknown as FailureLine
  return { result: { kind: 'failure', diagnostic, input }, extraction: null }
}

// Keys stand as they were printed, since some are hashed so; what the schema gives back has an order of its own.
function judgeExtraction(value: Value): Accepted | Refused {
  const checked = extractionLineSchema.safeParse(value)
  if (!checked.success) return broken(checked.error)
  const line = value as unknown as ExtractionLine
  const wrong = wrongIn(line)
  if (wrong !== undefined) return { code: 'bad-extraction', why: `does not hold together: ${wrong}.` }
  const { text, article: record, title_is_text: titleIsText, tables, input, reading, mentions, sentences, rejections } = line
  const article: Article = { text, record, titleIsText, ...(tables.length === 0 ? {} : { tables }) }
  const records = line.records as unknown as Extraction['records']
  const extraction = { article: record, records, mentions, sentences, rejections, diagnostics: line.diagnostics } as unknown as Extraction
  return { result: { kind: 'article', article, diagnostics: reading, input }, extraction }
}

function broken(error: z.ZodError): Refused {
  const [issue] = error.issues
  const path = issue?.path.map(String).join('.').slice(0, 80) ?? ''
  const message = issue?.message.slice(0, 120) ?? 'unknown'
  return { code: 'bad-extraction', why: `is not as its schema says${path === '' ? '' : ` at ${path}`}: ${message}.` }
}

/** What of a line contradicts its own text, in words. */
function wrongIn({ text, article, records, mentions, sentences, rejections, tables }: ExtractionLine): string | undefined {
  if (!text.isWellFormed()) return 'its text has half a character'
  const hash = sha256(text)
  if (article.sha256 !== hash || article.id !== hash.slice(0, 16) || article.chars !== text.length) return 'its article is of another text'
  const said = [...(records as unknown as Extraction['records']), ...mentions, ...sentences, ...rejections]
  if (said.some(line => (line as { readonly article_id: string }).article_id !== article.id)) return 'some of it is of another article'
  return wrongSpan([said, tables], text)
}

/** What is wrong with the first wrong span among all that a value holds, in words. What has no place has no words. */
function wrongSpan(value: unknown, text: string): string | undefined {
  if (value === null || typeof value !== 'object') return undefined
  const { start, end, quote } = value as Value
  if (typeof start === 'number' && typeof end === 'number') {
    if (start > end || end > text.length) return 'a span lies outside its text'
    if (typeof quote === 'string' && text.slice(start, end) !== quote) return 'a quote does not stand in its text'
  }
  for (const item of Object.values(value)) {
    const wrong = wrongSpan(item, text)
    if (wrong !== undefined) return wrong
  }
  return undefined
}
