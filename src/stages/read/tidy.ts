const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/g
const ETH = /[ÐƉ]/g
const SMALL_ETH = /[ðɖ]/g

/** A title or name as records show it: NFC, Đ for Ð, single spaces, nothing invisible, no lone surrogates. */
export function tidy(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(ETH, 'Đ').replace(SMALL_ETH, 'đ').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
}

const CLOSING = /["'”’»)\]\s]+$/
const FINAL_STOP = /[.!?…:;]$/

/** The first line of a text if it stands alone as a title: more text follows, and it does not end in a stop. */
export function titleLine(text: string): string | null {
  const m = /^[\s\ufeff]*([^\r\n\u0085\u2028\u2029]*\S)[^\S\r\n\u0085\u2028\u2029]*(?=[\r\n\u0085\u2028\u2029])/.exec(text)
  if (m === null) return null
  const line = m[1] as string
  if (text.slice(m[0].length).trim() === '') return null
  return FINAL_STOP.test(line.replace(CLOSING, '')) || line.replace(CLOSING, '') === '' ? null : line
}
