import { normalize } from '../../src/stages/normalize/normalize.ts'
import { lineKinds } from '../../src/stages/segment/lines.ts'

/** A text with the lines that are headings in capitals, as some pages set them. */
export function upperHeadings(text: string): string {
  const kinds = lineKinds(normalize(text).text)
  const lines = text.split('\n')
  // Lines that normalization joins are none that a page sets as a heading.
  const own = new Map(
    normalize(text)
      .text.split('\n')
      .map((line, i) => [line, kinds[i]?.kind])
  )
  return lines.map(line => (own.get(normalize(line).text) === 'heading' ? line.toUpperCase() : line)).join('\n')
}
