import { inflateSync } from 'node:zlib'
import { repairedTogether } from '../encoding/decode.ts'
import { bytesInWords } from '../limits.ts'
import { titleLine, withoutSoftHyphens } from '../tidy.ts'
import { type Context, type Note, type Part, plainDraft, refusal } from '../types.ts'
import { linesOfPage, type Piece, type PrintedLine, withoutRunningLines } from './lines.ts'
import { paragraphsOf } from './paragraphs.ts'

/** The article of a PDF with text: paragraphs put together again, without running titles and page numbers. */
export async function pdfPart(bytes: Uint8Array, source: string, context: Context): Promise<Part> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (isBomb(buffer, context.limits.unpackedBytes)) {
    return refusal(
      source,
      'too-large',
      `${source} is larger than the limit of ${bytesInWords(context.limits.unpackedBytes)} when unpacked.`
    )
  }
  const read = await pagesOf(bytes, context.limits.pages)
  if (read === 'password') return refusal(source, 'password-protected', `${source} is password-protected.`)
  if (read === 'too-many') return refusal(source, 'too-large', `${source} has more than ${context.limits.pages} pages.`)
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

type Pages = readonly (readonly PrintedLine[])[]

// A foreign parser: whatever it throws, the file is one it cannot read.
async function pagesOf(bytes: Uint8Array, maxPages: number): Promise<Pages | 'password' | 'corrupt' | 'too-many'> {
  const { getDocumentProxy } = await import('unpdf')
  try {
    // A copy, because the parser takes the buffer away; no warnings, because it prints them to standard output.
    const document = await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true
    })
    try {
      if (document.numPages > maxPages) return 'too-many'
      const pages: (readonly PrintedLine[])[] = []
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number)
        const content = await page.getTextContent()
        pages.push(linesOfPage(content.items.flatMap(pieceOf), number))
        page.cleanup()
      }
      return pages
    } finally {
      await document.loadingTask.destroy()
    }
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'password' : 'corrupt'
  }
}

function pieceOf(item: object): readonly Piece[] {
  const { str, transform, width, height } = item as { str?: unknown; transform?: readonly number[]; width?: number; height?: number }
  if (typeof str !== 'string' || transform === undefined) return []
  const [a = 0, b = 0, , , x = 0, y = 0] = transform
  return [{ text: str, x, y, width: width ?? 0, height: height || Math.hypot(a, b) }]
}

const STREAM = Buffer.from('stream')

// What the parser will unpack is unpacked here first, in measure: it sets itself no limit.
function isBomb(buffer: Buffer, maxBytes: number): boolean {
  let left = maxBytes
  for (let at = buffer.indexOf(STREAM); at >= 0; at = buffer.indexOf(STREAM, at + STREAM.length)) {
    if (buffer.subarray(at - 3, at).toString('latin1') === 'end') continue
    let start = at + STREAM.length
    if (buffer[start] === 0x0d) start++
    if (buffer[start] === 0x0a) start++
    const end = buffer.indexOf('endstream', start)
    try {
      left -= inflateSync(buffer.subarray(start, end < 0 ? buffer.length : end), { maxOutputLength: Math.max(1, left) }).length
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return true
    }
    if (left <= 0) return true
  }
  return false
}
