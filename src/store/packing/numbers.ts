/** Whole numbers from 0 on as bytes, seven bits in each; small numbers take one. */
export function bytesOfNumbers(numbers: readonly number[]): Buffer {
  const bytes: number[] = []
  for (let number of numbers) {
    for (; number > 127; number = Math.floor(number / 128)) bytes.push((number & 127) | 128)
    bytes.push(number)
  }
  return Buffer.from(bytes)
}

/** The numbers of such bytes. */
export function numbersOfBytes(bytes: Uint8Array): number[] {
  const numbers: number[] = []
  let [number, scale] = [0, 1]
  for (const byte of bytes) {
    number += (byte & 127) * scale
    scale *= 128
    if (byte > 127) continue
    numbers.push(number)
    number = 0
    scale = 1
  }
  return numbers
}

/** Spans as bytes: each as its distance from the end of the one before, and its length. */
export function bytesOfSpans(spans: readonly { readonly start: number; readonly end: number }[]): Buffer {
  const numbers: number[] = []
  let last = 0
  for (const { start, end } of spans) {
    const gap = start - last
    // The sign goes into the lowest bit.
    numbers.push(gap < 0 ? -2 * gap - 1 : 2 * gap, end - start)
    last = end
  }
  return bytesOfNumbers(numbers)
}

/** The spans of such bytes. */
export function spansOfBytes(bytes: Uint8Array): { start: number; end: number }[] {
  const numbers = numbersOfBytes(bytes)
  const spans: { start: number; end: number }[] = []
  let last = 0
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const gap = numbers[i] as number
    const start = last + (gap % 2 === 0 ? gap / 2 : -(gap + 1) / 2)
    last = start + (numbers[i + 1] as number)
    spans.push({ start, end: last })
  }
  return spans
}
