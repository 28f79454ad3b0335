import { repairedTogether } from './encoding/decode.ts'
import { parsePage } from './html/dom.ts'
import { runsOf } from './html/runs.ts'
import { bytesInWords } from './limits.ts'
import { titleLine, withoutSoftHyphens } from './tidy.ts'
import { type Context, type Part, plainDraft, refusal } from './types.ts'
import { unpack, zipEntries } from './zip.ts'

/** The article of a Word file: paragraphs, list items and table rows as lines; headers, footers and comments are left out. */
export async function docxPart(bytes: Uint8Array, source: string, context: Context): Promise<Part> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const problem = checkParts(buffer, source, context)
  if (problem !== undefined) return problem
  const html = await htmlOf(buffer)
  if (html === null) return refusal(source, 'corrupt', `${source} is a corrupt Word file.`)
  const lines = runsOf(parsePage(withoutNoteMarks(html))).map(run => run.text)
  const whole = await repairedTogether(lines.join('\n'), [])
  const text = withoutSoftHyphens(whole.text)
  if (text.trim() === '') return refusal(source, 'empty', `${source} is a Word file without text.`)
  const title = titleLine(text)
  return {
    kind: 'draft',
    place: { source, inside: false },
    draft: { ...plainDraft(text, whole.encoding), title, titleIsText: title !== null }
  }
}

// What the converter will unpack is unpacked here first, in measure: it sets itself no limit.
function checkParts(buffer: Buffer, source: string, context: Context): Part | undefined {
  const most = context.limits.markupBytes
  for (const entry of zipEntries(buffer) ?? []) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue
    const content = unpack(buffer, entry, most)
    if (content === 'encrypted') return refusal(source, 'password-protected', `${source} is password-protected.`)
    if (content === 'too-large') return refusal(source, 'too-large', `${source} has markup of more than ${bytesInWords(most)}.`)
    if (typeof content === 'string') return refusal(source, 'corrupt', `${source} is a corrupt Word file.`)
    if (/<!(?:DOCTYPE|ENTITY)/i.test(content.toString('latin1'))) {
      return refusal(source, 'unsafe-markup', `${source} declares XML entities, which Word files never do; it was not read.`)
    }
  }
  return undefined
}

// The converter throws on anything it does not expect, deep nesting included.
async function htmlOf(buffer: Buffer): Promise<string | null> {
  const mammoth = (await import('mammoth')).default
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    return (await mammoth.convertToHtml({ buffer }, { convertImage, includeDefaultStyleMap: true })).value
  } catch {
    return null
  }
}

// `[1]` behind a word and `↑` behind a note are links between them.
function withoutNoteMarks(html: string): string {
  return html.replace(
    /<sup><a href="#(?:footnote|endnote)-\d+"[^>]*>\[\d+\]<\/a><\/sup>|<a href="#(?:footnote|endnote)-ref-\d+">↑<\/a>/g,
    ''
  )
}
