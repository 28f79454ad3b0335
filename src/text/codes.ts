// What is read behind the end of a text: no letter and no digit.
const BEHIND = 32
const AHEAD = 2
// Whether the machine stores the lower byte of a code unit first, as `utf16le` does.
const isLittle = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/**
 * The code units of a text as an array, which is read several times as fast as a string is. The array is longer than the text
 * and goes to the next one: spaces stand behind its end.
 */
export class CodeBuffer {
  #codes = new Uint16Array(8192)
  #bytes = Buffer.from(this.#codes.buffer)
  #length = 0

  /** The code units of `text`, until the next call. */
  load(text: string): Uint16Array {
    const { length } = text
    this.#length = length
    if (this.#codes.length < length + AHEAD) {
      this.#codes = new Uint16Array(length * 2 + AHEAD)
      this.#bytes = Buffer.from(this.#codes.buffer)
    }
    if (isLittle) this.#bytes.write(text, 'utf16le')
    else for (let i = 0; i < length; i++) this.#codes[i] = text.charCodeAt(i)
    this.#codes.fill(BEHIND, length, length + AHEAD)
    return this.#codes
  }

  /** The same, for good. */
  copied(): Uint16Array {
    return this.#codes.slice(0, this.#length + AHEAD)
  }
}
