import type { Span } from '../model/span.ts'
import { oneLine } from '../text/visible.ts'
import type { Quoted } from './gold.ts'
import type { Disagreement } from './sheet.ts'

/** A disagreement in a few lines: what is wrong, the sentence with the place marked, what gold says and what was read. */
export function renderError(e: Disagreement): string {
  const what = e.problem === 'wrong' ? `${e.kind} ${e.field ?? ''}` : `${e.kind} ${e.problem}`
  const lines = [`${oneLine(e.article)} ${e.start}-${e.end}  ${what}  ${e.confidence ?? ''}`.trimEnd()]
  lines.push(`  ${e.sentence === null ? `⟦${oneLine(e.quote)}⟧` : marked(e.sentence, e)}`)
  if (e.problem !== 'spurious') lines.push(`  gold  ${said(e.expected)}${e.note ? `   (${oneLine(e.note)})` : ''}`)
  if (e.problem !== 'missed') lines.push(`  read  ${said(e.read)}${e.rule === null ? '' : `   by ${e.rule}`}`)
  return `${lines.join('\n')}\n`
}

const LONGEST = 320

/** The sentence with the span in marks, cut to the words around it where it is long. */
function marked({ start, quote: text }: Quoted, span: Span): string {
  const [from, to] = [Math.max(0, span.start - start), Math.min(text.length, span.end - start)]
  const room = Math.max(40, Math.floor((LONGEST - (to - from)) / 2))
  const before = from > room ? `… ${text.slice(from - room, from)}` : text.slice(0, from)
  const after = text.length - to > room ? `${text.slice(to, to + room)} …` : text.slice(to)
  return oneLine(`${before}⟦${text.slice(from, to)}⟧${after}`)
}

function said(value: unknown): string {
  if (value === null || value === undefined) return '—'
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(v => (v === null ? '—' : String(v))).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : oneLine(String(value))
}
