/** One line of a byte stream without its line end; `bytes` is null where it is longer than allowed. */
export interface Line {
  readonly number: number
  readonly bytes: Uint8Array | null
}

const LF = 10
const CR = 13

/**
 * The lines of a byte stream, holding no more than one line and one chunk at a time. A line that is too long is given as
 * soon as that is known, so that who reads an unpacked stream can stop. Empty lines are counted, but not given. The first has
 * the number `first`.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, maxBytes: number, first = 1): AsyncGenerator<Line> {
  let number = first
  let held: Uint8Array[] = []
  let heldBytes = 0
  let skipping = false
  for await (const chunk of chunks) {
    let at = 0
    while (at < chunk.length) {
      const lineEnd = chunk.indexOf(LF, at)
      const end = lineEnd < 0 ? chunk.length : lineEnd
      if (!skipping && heldBytes + end - at > maxBytes) {
        skipping = true
        held = []
        heldBytes = 0
        yield { number, bytes: null }
      }
      if (!skipping && end > at) {
        held.push(chunk.subarray(at, end))
        heldBytes += end - at
      }
      at = end + 1
      if (lineEnd < 0) continue
      if (!skipping && heldBytes > 0) yield { number, bytes: joined(held, heldBytes) }
      number++
      held = []
      heldBytes = 0
      skipping = false
    }
  }
  if (heldBytes > 0) yield { number, bytes: joined(held, heldBytes) }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts, length)
  return bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes
}
