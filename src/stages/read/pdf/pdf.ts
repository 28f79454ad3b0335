import { confined } from '../confined/confined.ts'
import { repairedTogether } from '../encoding/decode.ts'
import { bytesInWords } from '../limits.ts'
import { titleLine, withoutSoftHyphens } from '../tidy.ts'
import { type Context, type Note, type Part, plainDraft, refusal, tooCostly } from '../types.ts'
import { withoutRunningLines } from './lines.ts'
import { paragraphsOf } from './paragraphs.ts'
import { isBomb } from './unpack.ts'

/** The article of a PDF with text: paragraphs put together again, without running titles and page numbers. */
export async function pdfPart(bytes: Uint8Array, source: string, context: Context): Promise<Part> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const { limits } = context
  if (await isBomb(buffer, limits.pdfBytes)) {
    return refusal(source, 'too-large', `${source} is larger than the limit of ${bytesInWords(limits.pdfBytes)} when unpacked.`)
  }
  // A copy, because the parser takes the buffer away.
  const question = { bytes: Uint8Array.from(bytes), pages: limits.pages, chars: limits.textChars }
  const made = await confined('pdf', question, bytes.length, context)
  if ('problem' in made && made.problem === 'too-costly') return tooCostly(source)
  const read = 'output' in made ? made.output : 'corrupt'
  if (read === 'password') return refusal(source, 'password-protected', `${source} is password-protected.`)
  if (read === 'pages') return refusal(source, 'too-large', `${source} has more than ${limits.pages} pages.`)
  if (read === 'chars') return refusal(source, 'too-long', `${source} holds a text of more than ${limits.textChars} characters.`)
  if (read === 'corrupt') return refusal(source, 'corrupt', `${source} is a corrupt or cut off PDF.`)
  const empty = read.filter(page => page.length === 0).length
  const text = paragraphsOf(withoutRunningLines(read)).join('\n')
  if (text.replace(/\P{L}/gu, '').length < 3 * read.length || text.trim() === '') {
    return refusal(
      source,
      'scanned',
      `${source} has pages without text, probably a scan; its text would have to be recognized (OCR) first.`
    )
  }
  const notes: Note[] = []
  if (empty > 0)
    notes.push({ code: 'pages-without-text', severity: 'warning', message: `${source} has ${empty} of ${read.length} pages without text.` })
  if (!buffer.subarray(-2048).includes('%%EOF'))
    notes.push({ code: 'truncated', severity: 'warning', message: `${source} seems to be cut off; what could be read was read.` })
  const whole = await repairedTogether(text, [])
  const shown = withoutSoftHyphens(whole.text)
  const title = titleLine(shown)
  return {
    kind: 'draft',
    place: { source, inside: false },
    draft: { ...plainDraft(shown, whole.encoding), title, titleIsText: title !== null, notes }
  }
}
