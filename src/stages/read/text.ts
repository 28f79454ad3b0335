import { decode } from './encoding/decode.ts'
import { titleLine } from './tidy.ts'
import { type Part, plainDraft } from './types.ts'

/** The article of a plain text file. */
export async function textPart(bytes: Uint8Array, source: string): Promise<Part> {
  const place = { source, inside: false }
  const refuse = (code: string, message: string): Part => ({ kind: 'refusal', place, refusal: { code, message } })
  const decoded = await decode(bytes)
  if (decoded === undefined)
    return isBinary(bytes)
      ? refuse('binary', `${source} is a binary file, not text.`)
      : refuse('invalid-bytes', `${source} has bytes that are text in no known encoding.`)
  if (isControlled(decoded.text)) return refuse('binary', `${source} is a binary file, not text.`)
  if (decoded.text.trim() === '') return refuse('empty', `${source} is empty.`)
  const title = titleLine(decoded.text)
  return { kind: 'draft', place, draft: { ...plainDraft(decoded.text, decoded.encoding), title, titleIsText: title !== null } }
}

const CONTROL_SHARE = 0.02

/** Whether bytes are those of no text: zeros, or many control characters. */
export function isBinary(bytes: Uint8Array): boolean {
  // A byte order mark says that it is meant for text, zeros and all.
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false
  let controls = 0
  const end = Math.min(bytes.length, 64 * 1024)
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] as number
    if (byte === 0) return true
    if (byte < 9 || (byte > 13 && byte < 32)) controls++
  }
  return controls > end * CONTROL_SHARE
}

function isControlled(text: string): boolean {
  const sample = text.slice(0, 64 * 1024)
  return (sample.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0) > sample.length * CONTROL_SHARE
}
