import { confined } from '../confined/confined.ts'
import { repairedTogether } from '../encoding/decode.ts'
import { parsePage } from '../html/dom.ts'
import { overrun } from '../html/guard.ts'
import { runsOf } from '../html/runs.ts'
import { tablesIn } from '../html/tables.ts'
import { titleLine, withoutSoftHyphens } from '../tidy.ts'
import { type Context, type Part, plainDraft, refusal, tooCostly } from '../types.ts'
import { markupParts } from './parts.ts'

/** The article of a Word file: paragraphs, list items and table rows as lines; headers, footers and comments are left out. */
export async function docxPart(bytes: Uint8Array, source: string, context: Context): Promise<Part> {
  const parts = markupParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), source, context)
  if ('kind' in parts) return parts
  const { limits } = context
  const converted = await confined('word', { parts, chars: limits.markupBytes }, bytes.length, context)
  if ('problem' in converted && converted.problem === 'too-costly') return tooCostly(source)
  const html = 'output' in converted ? converted.output : null
  if (html === null) return refusal(source, 'corrupt', `${source} is a corrupt Word file.`)
  // Notes stand once more wherever they are referred to.
  if (html === 'too-long' || overrun(html.markup, { ...limits, elements: limits.wordElements }) !== undefined) {
    return refusal(source, 'too-large', `${source} holds a text that is too large for one article.`)
  }
  const lines = runsOf(parsePage(withoutNoteMarks(html.markup)))
  const whole = await repairedTogether(lines.map(line => line.text).join('\n'), [])
  const text = withoutSoftHyphens(whole.text)
  if (text.trim() === '') return refusal(source, 'empty', `${source} is a Word file without text.`)
  const title = titleLine(text)
  return {
    kind: 'draft',
    place: { source, inside: false },
    draft: { ...plainDraft(text, whole.encoding), title, titleIsText: title !== null, tables: tablesIn(text, lines) }
  }
}

// `[1]` behind a word and `↑` behind a note are links between them.
function withoutNoteMarks(html: string): string {
  return html.replace(
    /<sup><a href="#(?:footnote|endnote)-\d+"[^<>]*>\[\d+\]<\/a><\/sup>|<a href="#(?:footnote|endnote)-ref-\d+">↑<\/a>/g,
    ''
  )
}
