import type { AST } from '@eslint-community/regexpp'

/** A set of code units as sorted, disjoint, inclusive ranges. */
export type CodeSet = readonly (readonly [number, number])[]

const LAST = 0xffff
const DIGITS: CodeSet = [[48, 57]]
const WORD: CodeSet = [...DIGITS, [65, 90], [95, 95], [97, 122]]
const LINE_ENDS: CodeSet = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029]
]
const SPACES: CodeSet = [
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff]
]
const ANY: CodeSet = [[0, LAST]]

/** The code units that one element of a pattern without the flags `u` and `v` matches. */
export function codeSetOf(element: AST.Character | AST.CharacterSet | AST.CharacterClass): CodeSet {
  if (element.type === 'Character') return [[element.value, element.value]]
  if (element.type === 'CharacterClass') {
    const union = element.elements.flatMap(part =>
      part.type === 'CharacterClassRange' ? [[part.min.value, part.max.value] as const] : [...rangesOf(part)]
    )
    return element.negate ? complement(joined(union)) : joined(union)
  }
  return rangesOf(element)
}

function rangesOf(part: AST.Element | AST.CharacterClassElement | AST.ClassStringDisjunction): CodeSet {
  if (part.type === 'Character') return [[part.value, part.value]]
  if (part.type !== 'CharacterSet') return ANY
  if (part.kind === 'any') return complement(LINE_ENDS)
  const set = part.kind === 'digit' ? DIGITS : part.kind === 'space' ? SPACES : part.kind === 'word' ? WORD : ANY
  return 'negate' in part && part.negate ? complement(set) : set
}

function joined(ranges: readonly (readonly [number, number])[]): CodeSet {
  const out: [number, number][] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1)
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}

function complement(set: CodeSet): CodeSet {
  const out: [number, number][] = []
  let next = 0
  for (const [from, to] of set) {
    if (from > next) out.push([next, from - 1])
    next = to + 1
  }
  if (next <= LAST) out.push([next, LAST])
  return out
}

/** Code units in as few classes as the sets can tell apart; `classOf` maps a unit to its class, `members` a set to its classes. */
export interface CodeClasses {
  readonly count: number
  readonly classOf: Uint16Array
  /** By set, 1 for each class that is in it. */
  readonly members: readonly Uint8Array[]
}

/** The coarsest classes of code units that no set cuts through. */
export function codeClasses(sets: readonly CodeSet[]): CodeClasses {
  const starts: number[][] = Array.from({ length: LAST + 2 }, () => EMPTY)
  const mark = (at: number, set: number) => {
    if (starts[at] === EMPTY) starts[at] = []
    ;(starts[at] as number[]).push(set)
  }
  sets.forEach((set, index) => {
    for (const [from, to] of set) {
      mark(from, index)
      mark(to + 1, index)
    }
  })
  const classOf = new Uint16Array(LAST + 1)
  const classes = new Map<string, number>()
  const contents: number[][] = []
  const inside = new Set<number>()
  let current = 0
  for (let code = 0; code <= LAST; code++) {
    const changes = starts[code] as number[]
    if (changes.length > 0 || code === 0) {
      for (const set of changes) if (!inside.delete(set)) inside.add(set)
      const content = [...inside].toSorted((a, b) => a - b)
      const key = content.join()
      current = classes.get(key) ?? classes.size
      if (current === classes.size) {
        classes.set(key, current)
        contents.push(content)
      }
    }
    classOf[code] = current
  }
  const members = sets.map(() => new Uint8Array(classes.size))
  contents.forEach((content, index) => {
    for (const set of content) (members[set] as Uint8Array)[index] = 1
  })
  return { count: classes.size, classOf, members }
}

const EMPTY: number[] = []
