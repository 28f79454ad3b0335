/** Whether two words are one edit apart: a letter more, less or other, or two neighbors that changed places. */
export function isOneEditApart(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a.charCodeAt(head) === b.charCodeAt(head)) head++
  let tail = 0
  while (tail < most - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++
  // What differs in each.
  const [left, right] = [a.length - head - tail, b.length - head - tail]
  if (left <= 1 && right <= 1) return left + right > 0
  return left === 2 && right === 2 && a[head] === b[head + 1] && a[head + 1] === b[head]
}
