import { getResolvedPDFJS } from 'unpdf'
import { linesOfPage, type Piece, type PrintedLine } from './lines.ts'

/** What the parser is given: a PDF whose bytes may be taken away, and how many pages and characters it may have. */
export interface PdfQuestion {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly chars: number
}

/** The printed lines of each page. */
export type Pages = readonly (readonly PrintedLine[])[]

// Loaded with this file: it is large.
const { getDocument } = await getResolvedPDFJS()

/** The pages of a PDF, or why they cannot be read. A foreign parser: whatever it throws, the file is corrupt. Runs confined. */
export async function pagesOf({ bytes, pages: most, chars }: PdfQuestion): Promise<Pages | 'password' | 'corrupt' | 'pages' | 'chars'> {
  try {
    // No warnings, because the parser prints them to standard output.
    const loading = getDocument({ data: bytes, verbosity: 0, useSystemFonts: false, disableFontFace: true })
    try {
      const document = await loading.promise
      if (document.numPages > most) return 'pages'
      const pages: (readonly PrintedLine[])[] = []
      let left = chars
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number)
        const pieces = await piecesOf(page, left)
        if (pieces === undefined) return 'chars'
        for (const piece of pieces) left -= piece.text.length
        pages.push(linesOfPage(pieces, number))
        page.cleanup()
      }
      return pages
    } finally {
      // What was cut short may fail at it.
      await loading.destroy().catch(() => undefined)
    }
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'password' : 'corrupt'
  }
}

interface Streamed {
  streamTextContent(): ReadableStream<{ readonly items: readonly object[] }>
}

// A piece at a time: pages may share what they print, and a small file may print it without end.
async function piecesOf(page: Streamed, most: number): Promise<readonly Piece[] | undefined> {
  const pieces: Piece[] = []
  let chars = 0
  const reader = page.streamTextContent().getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const item of next.value.items) {
      for (const piece of pieceOf(item)) {
        pieces.push(piece)
        // An empty piece costs as much as a letter.
        chars += Math.max(1, piece.text.length)
      }
    }
    if (chars > most) {
      await reader.cancel(new Error('It is enough.'))
      return undefined
    }
  }
  return pieces
}

function pieceOf(item: object): readonly Piece[] {
  const { str, transform, width, height } = item as { str?: unknown; transform?: readonly number[]; width?: number; height?: number }
  if (typeof str !== 'string' || transform === undefined) return []
  const [a = 0, b = 0, , , x = 0, y = 0] = transform
  return [{ text: str, x, y, width: width ?? 0, height: height || Math.hypot(a, b) }]
}
