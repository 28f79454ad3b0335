import type { Via } from '../../model/frame.ts'
import type { Context, Line } from './context.ts'
import { antecedent } from './reasons.ts'

/** A header above a line, with the words by which it was reached. */
export interface Above {
  readonly line: Line
  readonly via: readonly Via[]
}

/** The headers above a line, nearest first; `past`: what kept further ones away. */
export interface Headers {
  readonly above: Iterable<Above>
  readonly past: readonly Via[]
}

// So many headers above each other are asked; of 7,000 articles none has more than eleven.
const MOST_LEVELS = 16

/** All headers above a line: its own, the one above that, and so on. They are climbed to when they are asked for, and not kept. */
export function headersAbove(context: Context, from: Line): Headers {
  return from.header < 0 && from.barriers.length === 0 ? NO_HEADERS : new LineHeaders(context, from)
}

// What most lines of the news have.
const NO_HEADERS: Headers = { above: [], past: [] }

class LineHeaders implements Headers, Iterable<Above> {
  readonly #context: Context
  readonly #from: Line

  constructor(context: Context, from: Line) {
    this.#context = context
    this.#from = from
  }

  get above(): Iterable<Above> {
    return this
  }

  [Symbol.iterator](): Iterator<Above> {
    return climb(this.#context, this.#from)
  }

  get past(): Via[] {
    const past: Via[] = []
    for (const line of led(this.#context, this.#from)) past.push(...barriersOf(this.#context, line))
    return past
  }
}

function* climb(context: Context, from: Line): Generator<Above> {
  let via: readonly Via[] = []
  for (const line of led(context, from)) {
    via = [...via, ...(line === from ? [] : [openingOf(context, line.index, 'header')]), ...barriersOf(context, line)]
    const header = context.lines[line.header]
    if (header !== undefined) yield { line: header, via }
  }
}

/** A line, the line that leads it, the one that leads that, and so on. */
function* led(context: Context, from: Line): Generator<Line> {
  let levels = 0
  for (let line: Line | undefined = from; line !== undefined && levels < MOST_LEVELS; line = context.lines[line.header]) {
    yield line
    levels++
  }
}

const barriersOf = (context: Context, line: Line): Via[] => line.barriers.map(b => openingOf(context, b, 'header'))

/** The first words of a paragraph. */
export function openingOf(context: Context, line: number, role: Via['role'] = 'antecedent'): Via {
  const { start, end } = context.lines[line]?.sentences[0] ?? { start: 0, end: 0 }
  return { ...antecedent({ start, end: Math.min(end, start + OPENING) }), role }
}

const OPENING = 24
