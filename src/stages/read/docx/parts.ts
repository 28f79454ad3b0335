import { inflationLeft } from '../allowance.ts'
import { overrun, refusedFor } from '../html/guard.ts'
import { bytesInWords } from '../limits.ts'
import { type Context, type Part, refusal } from '../types.ts'
import { startOf, unpack, zipEntries } from '../zip.ts'

type Parts = readonly (readonly [name: string, content: Uint8Array])[]

/**
 * The parts of a Word file, or of its like, that hold markup, whatever their names are, if they are safe to be read: their bytes,
 * elements and nesting are limited, all together, and they declare no entities. Images and whatever else is no markup is
 * left out.
 */
export function markupParts(archive: Buffer, source: string, context: Context, kind = 'a Word file'): Parts | Part {
  const { limits, spent } = context
  const entries = zipEntries(archive, limits.entries)
  if (entries === null || entries.length > limits.entries)
    return refusal(source, 'corrupt', `${source} is corrupt: ${kind} that cannot be unpacked.`)
  const parts = new Map<string, Uint8Array>()
  const tally = { elements: 0, attributes: 0 }
  const ofWord = { ...limits, elements: limits.wordElements }
  const notes = { printed: 0, told: 0 }
  let left = limits.fileBytes
  for (const entry of entries) {
    if (entry.isEncrypted) return refusal(source, 'password-protected', `${source} is password-protected.`)
    if (NO_PART.test(entry.name) || !MARKUP.test(startOf(archive, entry))) continue
    const most = Math.min(limits.markupBytes, left, inflationLeft(context))
    const content = unpack(archive, entry, most)
    if (content === 'too-large')
      return refusal(source, 'too-large', `${source} has markup of more than ${bytesInWords(most)} when unpacked.`)
    if (typeof content === 'string') return refusal(source, 'corrupt', `${source} is corrupt: ${kind} that cannot be unpacked.`)
    left -= content.length
    spent.inflatedBytes += content.length
    const markup = content.toString('latin1')
    if (/<!(?:DOCTYPE|ENTITY)/i.test(markup)) {
      return refusal(source, 'unsafe-markup', `${source} declares XML entities, which ${kind} never does; it was not read.`)
    }
    const excess = overrun(markup, ofWord, { isXml: true, tally })
    if (excess !== undefined) {
      const refused = refusedFor(excess, source, ofWord)
      return refusal(source, refused.code, refused.message)
    }
    notes.printed += markup.match(/<(?:\w{1,20}:)?(?:foot|end)noteReference[\s/>]/g)?.length ?? 0
    notes.told += markup.match(/<(?:\w{1,20}:)?(?:foot|end)note[\s/>]/g)?.length ?? 0
    // Its own bytes, not a view into the archive.
    parts.set(entry.name, Uint8Array.from(content))
  }
  // A note is printed once more wherever it is referred to; in a sound file that is one place.
  if (notes.printed > MOST_PLACES * (notes.told + 1)) {
    return refusal(source, 'too-large', `${source} refers to each of its notes more than ${MOST_PLACES} times.`)
  }
  return [...parts]
}

const MOST_PLACES = 10

// Pictures may be markup too, with a document type and a million elements.
const NO_PART = /\/$|(?:^|\/)(?:media|embeddings|fonts)\//i
// What cannot be unpacked may be markup.
const MARKUP = /^(?:\xef\xbb\xbf)?\s*(?:<|$)/
