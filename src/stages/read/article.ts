import type { Article } from '../../model/article.ts'
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts'
import { hasPile } from '../../text/compose.ts'
import { sha256 } from '../../text/hash.ts'
import { isSurelyVietnamese, otherLanguage } from './language.ts'
import { bytesInWords } from './limits.ts'
import { dayOfFileName } from './published.ts'
import { judgeQuality } from './quality.ts'
import { oneLine, tidy } from './tidy.ts'
import type { Context, Draft, Note, Place, ReadResult } from './types.ts'

/** Makes an article of a draft: the text layer, its hashes, its identity, what language it is in and how sound it is. */
export async function toResult(draft: Draft, place: Place, context: Pick<Context, 'options' | 'limits' | 'input'>): Promise<ReadResult> {
  const text = draft.text.isWellFormed() ? draft.text : draft.text.toWellFormed()
  if (text.trim() === '') return refuse('no-text', `${place.source} has no text.`, place.source, context)
  if (text.length > context.limits.textChars) {
    const most = bytesInWords(context.limits.textChars)
    return refuse('too-long', `${place.source} holds a text of ${text.length} characters; the limit is ${most}.`, place.source, context)
  }
  if (hasPile(text)) {
    const message = `${place.source} holds a text with combining marks piled up by the hundred, which no letter has.`
    return refuse('piled-marks', message, place.source, context)
  }
  const hash = sha256(text)
  const id = hash.slice(0, 16)
  const source = place.inside ? `${place.source}#${draft.externalId ?? id}` : place.source
  const published = draft.published ?? context.options.published ?? dayOfFileName(place.source) ?? null
  const language = isSurelyVietnamese(text) ? 'vi' : await otherLanguage(text)
  const doubts = language === 'vi' ? judgeQuality(text, source) : []
  const notes: Note[] = [...draft.notes, ...loneSurrogates(draft.text, source), ...doubts]
  if (language !== 'vi') notes.push(foreign(language, source))
  const article: Article = {
    text,
    titleIsText: draft.titleIsText,
    record: {
      kind: 'article',
      id,
      key: keyOf(draft, place, source),
      external_id: draft.externalId,
      url: draft.url,
      site: draft.site,
      author: orNull(draft.author),
      title: orNull(draft.title),
      published,
      language,
      encoding: draft.encoding,
      quality: doubts.length > 0 ? 'low' : 'ok',
      chars: text.length,
      sha256: hash,
      duplicate_of: null,
      sources: [{ source, external_id: draft.externalId, url: draft.url, published }]
    },
    ...(draft.tables.length === 0 ? {} : { tables: draft.tables })
  }
  return { kind: 'article', article, diagnostics: notes.map(note => toDiagnostic(note, id, source)), input: context.input }
}

/** The failure that stands for an input, or a part of one, that gave no article. */
export function refuse(
  code: string,
  message: string,
  source: string,
  context: Pick<Context, 'input'>,
  severity: Diagnostic['severity'] = 'error'
): ReadResult {
  return { kind: 'failure', diagnostic: diagnostic('read', code, severity, oneLine(message), { source }), input: context.input }
}

function toDiagnostic(note: Note, id: string, source: string): Diagnostic {
  const span = note.start === undefined || note.end === undefined ? {} : { start: note.start, end: note.end }
  const message = typeof note.message === 'string' ? note.message : note.message(source)
  return diagnostic('read', note.code, note.severity, oneLine(message), { article_id: id, source, ...span })
}

// Only a url or an id says what an article is across versions of its text (design.md §2, Identity).
function keyOf(draft: Draft, place: Place, source: string): string {
  if (draft.url !== null) return `url:${draft.url}`
  if (draft.externalId !== null) return `id:${draft.site ?? place.source}#${draft.externalId}`
  return `source:${source}`
}

function orNull(value: string | null): string | null {
  const clean = value === null ? '' : tidy(value)
  return clean === '' ? null : clean
}

function foreign(language: string, source: string): Note {
  const what = language === 'und' ? 'in no language the reader can tell' : `in language "${language}"`
  return { code: 'foreign-language', severity: 'info', message: `${source} is ${what}, not Vietnamese; it is kept without records.` }
}

function loneSurrogates(text: string, source: string): Note[] {
  if (text.isWellFormed()) return []
  const notes: Note[] = []
  for (const m of text.matchAll(/\p{Surrogate}/gu)) {
    const [start, end] = [m.index, m.index + 1]
    notes.push({ code: 'lone-surrogate', severity: 'warning', message: message(source, start), start, end })
    // One sentence says it; a text of nothing but surrogates would say it a million times.
    if (notes.length === 20) break
  }
  return notes
}

function message(source: string, start: number): string {
  return `${source} has half a character (a lone surrogate) at ${start}; it was replaced by U+FFFD.`
}
