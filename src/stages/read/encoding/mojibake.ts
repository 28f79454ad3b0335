import { byteOf } from './windows-1252.ts'

const MAX_LAYERS = 3

/**
 * Undoes UTF-8 that was read as windows-1252 or Latin-1, as often as it was done. Tolerant: characters that are no part
 * of such a sequence stay, and `Ã ` (whose no-break space became a space) is `à`.
 */
export function undoMojibake(text: string): { text: string; layers: number } {
  let layers = 0
  let current = text
  while (layers < MAX_LAYERS) {
    const next = undoOnce(current)
    if (next === current) break
    current = next
    layers++
  }
  return { text: current, layers }
}

function undoOnce(text: string): string {
  const out: string[] = []
  let copied = 0
  for (let i = 0; i < text.length; i++) {
    const lead = text.charCodeAt(i)
    if (lead < 0xc2 || lead > 0xf4) continue
    const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    const bytes = [lead]
    for (let k = 1; k < length; k++) {
      const next = text[i + k]
      const byte = next === undefined ? undefined : byteOf(next)
      if (byte === undefined || byte < 0x80 || byte > 0xbf) break
      bytes.push(byte)
    }
    const character = bytes.length === length ? decoded(bytes) : lead === 0xc3 && text[i + 1] === ' ' ? 'à' : undefined
    if (character === undefined) continue
    out.push(text.slice(copied, i), character)
    copied = i + length
    i += length - 1
  }
  return copied === 0 ? text : out.join('') + text.slice(copied)
}

// The least that so many bytes stand for: what fewer could say is not valid.
const LEAST = [0, 0, 0x80, 0x800, 0x10000]

function decoded(bytes: readonly number[]): string | undefined {
  const [lead = 0, ...rest] = bytes
  const code = rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), lead & (0xff >> (bytes.length + 1)))
  const isValid = code >= (LEAST[bytes.length] as number) && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isValid ? String.fromCodePoint(code) : undefined
}
