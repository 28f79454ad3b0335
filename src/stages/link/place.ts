import type { Chunk, Field } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { Issuer, Place } from '../../model/values.ts'
import type { Context } from './context.ts'
import { spanOf } from './dates.ts'
import { evidence, type LinkedDocument, none } from './documents.ts'

const isPlace = (m: Mention | null): m is Mention<Place> => m?.type === 'place'
const isLocalIssuer = (m: Mention | null): m is Mention<Issuer> => m?.type === 'issuer' && (m.value as Issuer).place !== null
const isNationalIssuer = (m: Mention | null): m is Mention<Issuer> => m?.type === 'issuer' && (m.value as Issuer).level === 'national'

/** A place chunk that says where something ranks or what it is compared with, not whose goal it is. */
function isScope(chunks: readonly Chunk[], i: number): boolean {
  const before = chunks.slice(Math.max(0, i - 3), i).map(c => c.text).join(' ')
  return /(?:so với|bình quân|trung bình|mức|sang|từ|thị trường|xuất khẩu|nhập khẩu|ga|cầu|đường|tuyến|cao tốc|đi|gồm|với)(?: [a-zà-ỹđ]+)?$/.test(before)
}

/** Whose goal the number at chunk `at` is, as far as its own sentence says: the nearest place before it, else one behind it. */
export function placeInSentence(context: Context, sentence: number, at: number): Field<string> | undefined {
  const chunks = context.chunksOf(sentence)
  // In what the number counts a place says whose it is: `108.000 lượt khách đến huyện Bá Thước`.
  for (let i = at + 1; i < Math.min(chunks.length, at + 14); i++) {
    const c = chunks[i] as Chunk
    if (c.tags.has('Comma') || c.tags.has('Semicolon') || c.tags.has('Stop') || c.tags.has('Quantity') || c.tags.has('Date')) break
    if (c.mention?.type === 'place' && (c.mention.value as Place).level !== 'country' && /^(?:của|đến)$/.test(chunks[i - 1]?.text ?? '')) return { value: (c.mention.value as Place).id, evidence: evidence(spanOf(c.mention), 'place/behind-value') }
  }
  let national: Field<string> | undefined
  for (let i = at - 1; i >= 0; i--) {
    const found = read(chunks, i)
    if (found !== undefined) return found
    const m = chunks[i]?.mention ?? null
    // A national body that sets the goal itself, before the goal word.
    if (national === undefined && isNationalIssuer(m) && chunks.slice(i + 1, at).some(c => c.tags.has('Goal')) && !isOfDocument(chunks, i)) {
      national = { value: 'vn', evidence: evidence(spanOf(m), 'place/national-body', 'inferred') }
    }
  }
  return national
}

/** Whether an issuer only says whose document is meant (`Nghị quyết của Bộ Chính trị`, `được Thủ tướng giao`). */
function isOfDocument(chunks: readonly Chunk[], i: number): boolean {
  return chunks[i - 1]?.tags.has('Of') === true || /^(?:được|do|theo)$/.test(chunks[i - 1]?.text ?? '')
}

function read(chunks: readonly Chunk[], i: number): Field<string> | undefined {
  const m = chunks[i]?.mention ?? null
  if (isLocalIssuer(m)) return { value: m.value.place as string, evidence: evidence(m.parts['absorbed'] ?? spanOf(m), 'place/issuer') }
  if (!isPlace(m) || isScope(chunks, i)) return undefined
  if (m.value.level === 'country') return { value: 'vn', evidence: evidence(spanOf(m), 'place/country') }
  return { value: m.value.id, evidence: evidence(spanOf(m), 'place/named') }
}

/**
 * The place spoken of before: in the paragraph from near to far, then by the goal's document, then in earlier paragraphs.
 * A district or commune is carried only inside its paragraph: elsewhere it is where something stands, not whose goal it is.
 */
export function placeAbove(context: Context, sentence: number, document: LinkedDocument | undefined): Field<string | null> {
  const line = context.lineOf(sentence)
  const first = line.sentences[0]?.index ?? sentence
  for (let s = sentence - 1; s >= first; s--) {
    const found = lastPlaceOf(context, s, s === sentence - 1)
    if (found !== undefined) return carried(found)
  }
  if (document?.place.value != null && document.place.evidence !== null) {
    const { value, evidence: e } = document.place
    return { value, evidence: { ...e, source: 'document', rule: 'place/of-document' } }
  }
  for (let s = first - 1; s >= 0; s--) {
    const found = lastPlaceOf(context, s, false)
    if (found !== undefined) return carried(found)
  }
  // Nobody else is spoken of: what national bodies set is the country's.
  for (let s = sentence; s >= 0; s--) {
    const body = context.mentionsOf(s).findLast(isNationalIssuer)
    if (body !== undefined) return { value: 'vn', evidence: evidence(spanOf(body), 'place/national-body', 'inferred') }
  }
  return none
}

function carried(field: Field<string>): Field<string> {
  return { value: field.value, evidence: field.evidence === null ? null : { ...field.evidence, source: 'carried' } }
}

/** The last place of a sentence that it says something of. */
function lastPlaceOf(context: Context, sentence: number, withLocal: boolean): Field<string> | undefined {
  const chunks = context.chunksOf(sentence)
  for (let i = chunks.length - 1; i >= 0; i--) {
    const found = read(chunks, i)
    if (found === undefined) continue
    if (!withLocal && found.value.startsWith('other:') && found.evidence?.rule !== 'place/issuer') continue
    return found
  }
  return undefined
}
