/** What bytes 80-9F of windows-1252 stand for; the five bytes it leaves undefined stay control characters. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const BYTES = new Map([...HIGH].map((character, i) => [character, 0x80 + i]))

/** The byte that windows-1252 or Latin-1 has for a character, or undefined. */
export function byteOf(character: string): number | undefined {
  const code = character.charCodeAt(0)
  if (character.length === 1 && code < 0x100) return code
  return BYTES.get(character)
}

/** The bytes of a text that was decoded as windows-1252 or Latin-1; undefined where it has other characters. */
export function bytesOf(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf(text[i] as string)
    if (byte === undefined) return undefined
    bytes[i] = byte
  }
  return bytes
}

/** Bytes as characters of windows-1252. */
export function textOf(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  return latin.replace(/[\u0080-\u009f]/g, c => HIGH[c.charCodeAt(0) - 0x80] as string)
}
