import type { Context } from 'hono'
import type { Say } from '../../review/words/index.ts'
import { Refusal } from './refusal.ts'

/** How much is listened to: code units of an address, bytes of a body, fields of a form. No page sends a tenth of it. */
export const LIMITS = { address: 8000, body: 1 << 20, fields: 500 } as const
// What is too much is read to its end and dropped: whoever is cut off while sending never hears why. Not without end.
const DROPPED = 1 << 30
// In what people type, only line ends and tabs are control characters.
const CONTROLS = /[^\P{Cc}\t\n\r]/gu

/** The form that a request sent. Throws a `Refusal` where it is none, or too much. */
export async function formOf(c: Context, say: Say): Promise<URLSearchParams> {
  const text = await bodyOf(c, say)
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json' && !isJson(text)) throw new Refusal(400, say('sent_json'))
  if (text !== '' && type !== 'application/x-www-form-urlencoded') throw new Refusal(415, say('sent_type'))
  if (text.split('&').length > LIMITS.fields) throw new Refusal(413, say('sent_fields', { n: LIMITS.fields }))
  if (!isEncodedWell(text)) throw new Refusal(400, say('sent_encoding'))
  return new URLSearchParams([...new URLSearchParams(text)].map(([name, value]) => [name, value.replace(CONTROLS, '')]))
}

/** Whether every percent sign in an address or a form begins a character of UTF-8. */
export function isEncodedWell(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

async function bodyOf(c: Context, say: Say): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length
    if (size <= LIMITS.body) chunks.push(chunk)
    else if (size > DROPPED) break
  }
  if (size > LIMITS.body) throw new Refusal(413, say('sent_bytes', { n: LIMITS.body }))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new Refusal(400, say('sent_utf8'))
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
