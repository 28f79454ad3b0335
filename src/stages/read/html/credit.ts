import type { Line } from './tables.ts'

/** Lines of an article without the credit they end in, and the person that it names. */
export interface Uncredited {
  readonly lines: readonly Line[]
  readonly author: string | null
}

// In either case of its first letter; what follows must begin like a name.
const SOURCE =
  /^[(\-–—\s]*(?:[Tt]heo|[Nn]guồn(?: tin)?|[Tt]ác giả|[Nn]gười viết|(?:[Tt]in|[Bb]ài)(?:(?:,| và) ảnh)?)(?:\s*:\s*|\s+)\p{Lu}[^.;]*\.?\)?$/u
const NAME = /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,4}$/u
// Behind these a list goes on.
const OPEN = /[:;,]$/
const LONGEST = 60

/** Takes the credit off the end of an article's lines: `Theo TTXVN`, or the name of who wrote it, unless a list ends in it. */
export function withoutCredit(lines: readonly Line[]): Uncredited {
  const last = lines.at(-1)?.text
  const before = lines.at(-2)?.text
  if (last === undefined || before === undefined || last.length > LONGEST || /\d/.test(last)) return { lines, author: null }
  if (NAME.test(last) && !NAME.test(before) && !OPEN.test(before)) return { lines: lines.slice(0, -1), author: last }
  return SOURCE.test(last) ? { lines: lines.slice(0, -1), author: null } : { lines, author: null }
}
