import type { MentionType } from '../../model/rule.ts'
import type { Span } from '../../model/span.ts'
import { isLetterAt } from '../../text/characters.ts'
import { type Found, NO_PARTS, UNPLACED } from './found.ts'

/** A name that a mention introduced, and from where on it stands for it. */
interface Name {
  readonly name: string
  readonly value: unknown
  readonly rule: string
  /** The mention that introduced it. */
  readonly introduced: Span
  from: number
}

/** Finds names that a mention introduced where they stand alone behind it (`huyện Văn Chấn` … `Văn Chấn`). */
export function repeat(found: Found[], types: readonly MentionType[], match: string): void {
  for (const type of types) {
    if (type.names === undefined) continue
    const own = found.filter(m => m.type === type.type)
    const names = new Map<string, Name>()
    for (const mention of own)
      for (const introduced of type.names(mention.value))
        if (!names.has(introduced.name))
          names.set(introduced.name, { ...introduced, introduced: { start: mention.start, end: mention.end }, from: mention.end })
    if (names.size === 0) continue
    const covered = new Uint8Array(match.length)
    for (const { start, end } of own) covered.fill(1, start, end)
    for (const { name, start } of places([...names.values()], match)) {
      const end = start + name.name.length
      if (isLetterAt(match, end) || covered.subarray(start, end).includes(1)) continue
      const span = { start, end }
      const { value, rule } = name
      found.push({
        type: type.type,
        ...span,
        outer: span,
        parts: { introduced: name.introduced },
        value,
        rule,
        tags: type.tags(value, NO_PARTS),
        sentence: UNPLACED
      })
    }
  }
}

/** Where the names stand behind no letter, in one pass: at a place names are looked up by those lengths that names which begin alike have. */
function places(names: readonly Name[], match: string): { readonly name: Name; readonly start: number }[] {
  const head = names.reduce((least, { name }) => Math.min(least, name.length), MOST_HEAD)
  const byName = new Map(names.map(name => [name.name, name]))
  const lengths = new Map<string, Set<number>>()
  for (const { name } of names) {
    const begin = name.slice(0, head)
    lengths.set(begin, (lengths.get(begin) ?? new Set()).add(name.length))
  }
  const firsts = new Set(names.map(({ name }) => name.charCodeAt(0)))
  const earliest = names.reduce((least, { from }) => Math.min(least, from), match.length)
  const places: { name: Name; start: number }[] = []
  for (let start = earliest; start < match.length; start++) {
    if (!firsts.has(match.charCodeAt(start)) || isLetterAt(match, start - 1)) continue
    for (const length of lengths.get(match.slice(start, start + head)) ?? []) {
      const name = byName.get(match.slice(start, start + length))
      if (name === undefined || start < name.from) continue
      name.from = start + length
      places.push({ name, start })
    }
  }
  return places
}

// By so many code units at most names are told apart before they are looked up.
const MOST_HEAD = 8
