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
  for (let i = at - 1; i >= 0; i--) {
    const found = read(chunks, i, true)
    if (found !== undefined) return found
  }
  for (let i = at + 1; i < chunks.length; i++) {
    if (chunks[i]?.tags.has('Semicolon') || chunks[i]?.tags.has('Stop')) break
    const found = chunks[i - 1]?.tags.has('Of') ? read(chunks, i, true) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

function read(chunks: readonly Chunk[], i: number, localOnly: boolean): Field<string> | undefined {
  const m = chunks[i]?.mention ?? null
  if (isLocalIssuer(m)) return { value: m.value.place as string, evidence: evidence(m.parts['absorbed'] ?? spanOf(m), 'place/issuer') }
  if (!isPlace(m) || isScope(chunks, i)) return undefined
  if (m.value.level === 'country' && (!localOnly || /^(?:cả nước|toàn quốc|nước ta|việt nam)$/.test(chunks[i]?.text ?? ''))) return { value: 'vn', evidence: evidence(spanOf(m), 'place/country') }
  return m.value.level === 'country' ? undefined : { value: m.value.id, evidence: evidence(spanOf(m), 'place/named') }
}

/** The place spoken of before: in the paragraph from near to far, then by the goal's document, then in earlier paragraphs, then in the title. */
export function placeAbove(context: Context, sentence: number, document: LinkedDocument | undefined): Field<string | null> {
  const line = context.lineOf(sentence)
  const first = line.sentences[0]?.index ?? sentence
  for (let s = sentence - 1; s >= first; s--) {
    const found = lastPlaceOf(context, s)
    if (found !== undefined) return carried(found)
  }
  if (document?.place.value != null && document.place.evidence !== null) {
    const { value, evidence: e } = document.place
    return { value, evidence: { ...e, source: 'document', rule: 'place/of-document' } }
  }
  for (let s = first - 1; s >= 0; s--) {
    const found = lastPlaceOf(context, s)
    if (found !== undefined) return carried(found)
  }
  return none
}

function carried(field: Field<string>): Field<string> {
  return { value: field.value, evidence: field.evidence === null ? null : { ...field.evidence, source: 'carried' } }
}

/** The last place of a sentence that it says something of, or `vn` where a national body speaks. */
function lastPlaceOf(context: Context, sentence: number): Field<string> | undefined {
  const chunks = context.chunksOf(sentence)
  for (let i = chunks.length - 1; i >= 0; i--) {
    const found = read(chunks, i, true)
    if (found !== undefined) return found
    const m = chunks[i]?.mention ?? null
    if (isNationalIssuer(m)) return { value: 'vn', evidence: evidence(spanOf(m), 'place/national-body', 'inferred') }
  }
  return undefined
}
