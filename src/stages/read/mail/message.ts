import PostalMime, { type Address } from 'postal-mime'

/** A mail as its parser gives it: what it says, and the files it carries. */
export interface Message {
  readonly subject: string | null
  readonly author: string | null
  /** ISO 8601, or whatever stands in the header. */
  readonly date: string | null
  readonly html: string | null
  readonly text: string | null
  readonly attachments: readonly { readonly name: string; readonly isInline: boolean; readonly content: Uint8Array }[]
}

/** Parses a mail; null where the parser throws, or where there is no header and so no mail. Runs confined. */
export async function messageOf(bytes: Uint8Array): Promise<Message | null> {
  try {
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: 32, maxRfc822NestingDepth: 4 })
    if (mail.headers.length === 0) return null
    return {
      subject: mail.subject ?? null,
      author: nameOf(mail.from),
      date: mail.date ?? null,
      html: mail.html ?? null,
      text: mail.text ?? null,
      attachments: mail.attachments.map(({ filename, mimeType, related, content }) => ({
        name: filename ?? `attachment.${mimeType.slice(mimeType.indexOf('/') + 1)}`,
        isInline: related === true,
        content: typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(bytesOf(content))
      }))
    }
  } catch {
    return null
  }
}

function bytesOf(content: ArrayBuffer | Uint8Array): Uint8Array {
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}

function nameOf(from: Address | undefined): string | null {
  if (from === undefined) return null
  return from.name !== '' ? from.name : (from.address ?? null)
}
