type Add = (name: string, amount: number) => void
/** What a call cost, by what it was called on, with and what it gave. */
type Cost = (on: Lengthy, given: readonly unknown[], gave: unknown) => number
interface Lengthy {
  readonly length: number
}

const lengthOf = (value: unknown): number => (value as Lengthy | undefined)?.length ?? 0
const all: Cost = on => on.length
const result: Cost = (_, __, gave) => lengthOf(gave)
const first: Cost = (_, given) => lengthOf(given[0])
const search: Cost = (on, given, at) => {
  const start = Number(given[1] ?? 0)
  return (typeof at === 'number' && at >= 0 ? Math.max(0, at - start) : Math.max(0, on.length - start)) + 1
}
const searchBack: Cost = (on, given, at) => {
  const start = Math.min(on.length, Number(given[1] ?? on.length))
  return (typeof at === 'number' && at >= 0 ? Math.max(0, start - at) : start) + 1
}

const OF_STRINGS: Readonly<Record<string, Cost>> = {
  ...{ indexOf: search, lastIndexOf: searchBack, includes: all, startsWith: first, endsWith: first },
  ...{ slice: result, substring: result, toLowerCase: all, toUpperCase: all, normalize: all, trim: all, trimStart: all, trimEnd: all },
  ...{ split: all, repeat: result, toWellFormed: all, isWellFormed: all, replaceAll: all, padStart: result, padEnd: result }
}
const OF_ARRAYS: Readonly<Record<string, Cost>> = {
  ...{ indexOf: search, lastIndexOf: searchBack, includes: all, slice: result, concat: result, join: result, flat: result },
  ...{
    fill: all,
    reverse: all,
    toReversed: all,
    shift: all,
    unshift: all,
    splice: (on, given, gave) => on.length - Number(given[0]) + lengthOf(gave)
  },
  ...{ sort: on => on.length * Math.log2(on.length + 1), toSorted: on => on.length * Math.log2(on.length + 1) }
}
const OF_TYPED_ARRAYS: Readonly<Record<string, Cost>> = {
  ...{ slice: result, indexOf: search, includes: all, set: first },
  fill: (on, given) => Math.max(0, Number(given[2] ?? on.length) - Number(given[1] ?? 0))
}

/**
 * Begins to count what V8's coverage does not: work inside built-in functions, by their names. Each is charged for the
 * characters or items that it goes over; a regular expression for what it came past, which holds as none takes more than
 * linear time (the lint in `linear.test.ts`). For a process that does nothing else.
 */
export function countBuiltIns(): Map<string, number> {
  const work = new Map<string, number>()
  const add: Add = (name, amount) => void work.set(name, (work.get(name) ?? 0) + amount)
  const typed = Object.getPrototypeOf(Uint8Array.prototype) as object
  for (const [owner, prototype, costs] of [
    ['String', String.prototype, OF_STRINGS],
    ['Array', Array.prototype, OF_ARRAYS],
    ['TypedArray', typed, OF_TYPED_ARRAYS]
  ] as const)
    for (const [method, cost] of Object.entries(costs)) wrap(prototype, method, cost, amount => add(`${owner}.${method}`, amount))
  // Spread, destructuring, loops over items, `new Set`: whatever asks an iterator.
  for (const items of [[], new Map(), new Set()])
    wrap(
      Object.getPrototypeOf(items[Symbol.iterator]()),
      'next',
      () => 1,
      amount => add('iterator.next', amount)
    )
  countRegExp(amount => add('RegExp', amount))
  return work
}

function wrap(prototype: object, method: string, cost: Cost, add: (amount: number) => void): void {
  const original = Reflect.get(prototype, method) as (...given: unknown[]) => unknown
  // A method that is no constructor and takes any number of arguments, as the original one.
  const counted = {
    [method](this: Lengthy, ...given: unknown[]): unknown {
      const gave = Reflect.apply(original, this, given)
      add(cost(this, given, gave))
      return gave
    }
  }[method]
  Object.defineProperty(prototype, method, { value: counted, writable: true, configurable: true, enumerable: false })
}

/** All that strings and expressions do with expressions calls `exec`, once it is no more the engine's own. */
function countRegExp(add: (amount: number) => void): void {
  const { exec } = RegExp.prototype
  RegExp.prototype.exec = function counted(this: RegExp, text: string): RegExpExecArray | null {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const found = exec.call(this, text)
    const end = found === null ? (this.sticky ? from : lengthOf(text)) : found.index + found[0].length
    add(Math.max(0, end - from) + 1)
    return found
  }
}
