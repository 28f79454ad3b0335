import { composed } from '../../text/compose.ts'

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/g
const ETH = /[ÐƉ]/g
const SMALL_ETH = /[ðɖ]/g

/** A title or name as records show it: NFC, Đ for Ð, single spaces, nothing invisible, no lone surrogates. */
export function tidy(text: string): string {
  return composed(text.toWellFormed()).replace(ETH, 'Đ').replace(SMALL_ETH, 'đ').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g

/** A message as one line: control characters, which stand in names only, are written as `\\u000a`. */
export function oneLine(message: string): string {
  return message.replace(CONTROL, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const LINE_END = /[\r\n\u0085\u2028\u2029]/
const CLOSING = '"\'”’»)] \u00a0'
const FINAL_STOPS = '.!?…:;'

/** The first line of a text if it stands alone as a title: more text follows, and it does not end in a stop. */
export function titleLine(text: string): string | null {
  const start = text.search(/[^\s\ufeff]/)
  if (start < 0) return null
  const length = text.slice(start).search(LINE_END)
  if (length < 0 || !/\S/.test(text.slice(start + length))) return null
  const line = text.slice(start, start + length).trim()
  let end = line.length
  while (end > 0 && CLOSING.includes(line[end - 1] as string)) end--
  return end === 0 || FINAL_STOPS.includes(line[end - 1] as string) ? null : line
}

/** A text without soft hyphens, which are not to be seen. Only for text whose encoding is settled. */
export function withoutSoftHyphens(text: string): string {
  return text.includes('\u00ad') ? text.replaceAll('\u00ad', '') : text
}
