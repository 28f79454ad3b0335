import { edtfOfTimex } from './calendar.ts'
import type { SystemLine } from './system.ts'

/** The TimeML that HeidelTime prints: the text with `TIMEX3` tags in it, its own signs unescaped. */

const TAG = /<(\/?)(TIMEX3INTERVAL|TIMEX3)((?:\s+[A-Za-z]+="[^"]*")*)\s*>/g
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'" }

/** The dates of what HeidelTime printed of a text; a sentence where it is not that text. */
export function readHeidelTime(content: unknown, text: string): SystemLine | string {
  if (typeof content !== 'string') return 'HeidelTime prints TimeML, a text.'
  const body = /<TimeML>\n?([\s\S]*?)\n?<\/TimeML>/.exec(content)?.[1]
  if (body === undefined) return 'There is no <TimeML> in it.'
  const place = follower(text)
  const dates: NonNullable<SystemLine['dates']> = []
  let open: { readonly start: number; readonly type: string; readonly value: string } | undefined
  let at = 0
  for (const tag of [...body.matchAll(TAG), undefined]) {
    if (!place.pass(body.slice(at, tag?.index ?? body.length))) return 'It is not of this text.'
    if (tag === undefined) break
    at = tag.index + tag[0].length
    const [, closing, name, attributes = ''] = tag
    if (name !== 'TIMEX3') continue
    if (closing === '') {
      const of = (key: string) => new RegExp(`\\s${key}="([^"]*)"`).exec(attributes)?.[1] ?? ''
      open = { start: place.next(), type: of('type'), value: of('value') }
    } else if (open !== undefined) {
      const edtf = open.type === 'DATE' || open.type === 'TIME' ? dateOf(open) : undefined
      if (edtf !== undefined) dates.push({ start: open.start, end: place.last(), edtf })
      open = undefined
    }
  }
  return { dates }
}

/** A part of a day (`2021-08-05TMO`) is its day; a clock time is no date of the benchmark. */
function dateOf({ type, value }: { readonly type: string; readonly value: string }): string | undefined {
  return type === 'TIME' && /T\d/.test(value) ? undefined : edtfOfTimex(value)
}

/** Follows a text through a copy of it in which spacing may differ and signs may be escaped. */
function follower(text: string) {
  let at = 0
  const isSpace = (c: string | undefined) => c !== undefined && /\s/.test(c)
  const skip = (): number => {
    let next = at
    while (isSpace(text[next])) next++
    return next
  }
  return {
    /** Where the next visible character stands. */
    next: skip,
    /** Behind the last character that was passed. */
    last: () => at,
    /** Goes on over a piece of the copy; false where it says something else. */
    pass(piece: string): boolean {
      for (let i = 0; i < piece.length; i++) {
        if (isSpace(piece[i])) continue
        const next = skip()
        // An escaped sign, unless the text itself has these letters.
        const entity = piece[i] === '&' ? (/^&[a-z]{2,4};/.exec(piece.slice(i, i + 6))?.[0] ?? '') : ''
        if (entity !== '' && ENTITIES[entity] === text[next] && !text.startsWith(entity, next)) i += entity.length - 1
        else if (piece[i] !== text[next]) return false
        at = next + 1
      }
      return true
    }
  }
}
