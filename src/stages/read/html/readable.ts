import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { parsePage } from './dom.ts'
import { isChrome, isEndMarker, isLinked, isPhotoLine } from './phrases.ts'
import { runsOf } from './runs.ts'

/** The lines of what Mozilla's Readability takes for the article; none where it finds none or fails on the page. */
export function readableLines(html: string): readonly string[] {
  const content = contentOf(html)
  if (content === null) return []
  return runsOf(parsePage(content))
    .filter(run => run.kind === 'content' && !isLinked(run) && !isChrome(run) && !isEndMarker(run) && !isPhotoLine(run))
    .map(run => run.text)
}

// A foreign parser on a foreign page: what it throws says only that it found nothing.
function contentOf(html: string): string | null {
  try {
    const { document } = parseHTML(html)
    return new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse()?.content ?? null
  } catch {
    return null
  }
}
