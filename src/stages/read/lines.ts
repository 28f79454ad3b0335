/** One line of a byte stream without its line end; `bytes` is null where it was longer than allowed. */
export interface Line {
  readonly number: number
  readonly bytes: Uint8Array | null
}

const LF = 10
const CR = 13

/** The lines of a byte stream, holding no more than one line and one chunk at a time. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let number = 1
  let held: Uint8Array[] = []
  let heldBytes = 0
  let tooLong = false
  const take = (part: Uint8Array) => {
    if (tooLong || part.length === 0) return
    if (heldBytes + part.length > maxBytes) {
      tooLong = true
      held = []
      heldBytes = 0
      return
    }
    held.push(part)
    heldBytes += part.length
  }
  const flush = (): Line => {
    const bytes = held.length === 1 ? (held[0] as Uint8Array) : Buffer.concat(held, heldBytes)
    const line = { number, bytes: tooLong ? null : withoutReturn(bytes) }
    number++
    held = []
    heldBytes = 0
    tooLong = false
    return line
  }
  for await (const chunk of chunks) {
    let at = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, at)) {
      take(chunk.subarray(at, end))
      at = end + 1
      yield flush()
    }
    take(chunk.subarray(at))
  }
  if (heldBytes > 0 || tooLong) yield flush()
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes
}
