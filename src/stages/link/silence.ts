import type { Context } from './context.ts'

/** Whether so many paragraphs in a row between two sentences hold no number: the text speaks of other things there. */
export function fallsSilent(context: Context, from: number, to: number, paragraphs: number): boolean {
  let silent = 0
  for (let line = context.lineOf(from).index + 1; line < context.lineOf(to).index; line++) {
    const isSilent = (context.lines[line]?.sentences ?? []).every(s => context.mentionsOf(s.index).every(m => m.type !== 'quantity'))
    silent = isSilent ? silent + 1 : 0
    if (silent >= paragraphs) return true
  }
  return false
}
