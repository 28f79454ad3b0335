import { confined } from '../confined/confined.ts'
import type { Context } from '../types.ts'
import { parsePage } from './dom.ts'
import { overrun } from './guard.ts'
import { isChrome, isEndMarker, isLinked, isPhotoLine } from './phrases.ts'
import { runsOf } from './runs.ts'
import type { Line } from './tables.ts'

/** The lines of what Mozilla's Readability takes for the article; none where it finds none or fails on the page. */
export async function readableLines(html: string, context: Context): Promise<readonly Line[]> {
  const made = await confined('page', html, html.length, context)
  const content = 'output' in made ? made.output : null
  if (content === null || overrun(content, context.limits) !== undefined) return []
  return runsOf(parsePage(content)).filter(
    run => run.kind === 'content' && !isLinked(run) && !isChrome(run) && !isEndMarker(run) && !isPhotoLine(run)
  )
}
