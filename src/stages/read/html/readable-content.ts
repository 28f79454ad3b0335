import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

/** The markup of what Readability takes for a page's article, or null. Runs confined. */
export function contentOf(html: string): string | null {
  // A foreign parser on a foreign page: what it throws says only that it found nothing.
  try {
    const { document } = parseHTML(html)
    return new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse()?.content ?? null
  } catch {
    return null
  }
}
