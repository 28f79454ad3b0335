import type { Graph, Read, Step } from './steps.ts'

/** A read step that is reached without reading, or the end (`to` undefined). */
export interface Reached {
  readonly to: Read | undefined
  /** The letters, or the edge, that may come next. */
  readonly letters: bigint
  /** In how many ways. */
  readonly count: number
  /** Whether it is reached whatever else the text holds: by no look-around that was only taken as satisfied. */
  readonly isSure: boolean
}

/** What can be reached from a step without reading, by the letter before it. */
export class Reacher {
  /** By letter (the edge last), the class of letters that no guard tells apart. */
  readonly classOf: readonly number[]
  readonly classes: number
  readonly #all: bigint
  readonly #known = new Map<string, readonly Reached[]>()
  /** By class, a letter that is in it. */
  readonly #letterOf: readonly bigint[]

  constructor(graph: Graph) {
    this.#all = (graph.edge << 1n) - 1n
    const guards = [...new Set(behindGuards(graph.start))]
    const ids = new Map<string, number>()
    const letterOf: bigint[] = []
    this.classOf = Array.from({ length: graph.letters.length + 1 }, (_, letter) => {
      const bit = 1n << BigInt(letter)
      const key = guards.map(guard => ((guard & bit) === 0n ? 0 : 1)).join('')
      const known = ids.get(key)
      if (known !== undefined) return known
      ids.set(key, letterOf.length)
      return letterOf.push(bit) - 1
    })
    this.classes = letterOf.length
    this.#letterOf = letterOf
  }

  /** What is reached from `step` when a letter of the class `before` was read last. */
  from(step: Step, before: number): readonly Reached[] {
    return this.#from(step, before, '')
  }

  // `loops` are those whose present round has read nothing: another round of them would be endless, and is not tried.
  #from(step: Step, before: number, loops: string): readonly Reached[] {
    if (step.kind === 'read') return [{ to: step, letters: step.letters, count: 1, isSure: true }]
    if (step.kind === 'end') return [{ to: undefined, letters: this.#all, count: 1, isSure: true }]
    if (step.kind === 'dead') return []
    const key = `${step.id}/${before}/${loops}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const made = this.#through(step, before, loops)
    this.#known.set(key, made)
    return made
  }

  #through(step: Step & { kind: 'fork' | 'guard' | 'look' }, before: number, loops: string): readonly Reached[] {
    if (step.kind === 'guard') {
      if (!step.isBehind) return this.#from(step.next, before, loops).flatMap(reached => narrowed(reached, step.letters))
      return (step.letters & (this.#letterOf[before] as bigint)) === 0n ? [] : this.#from(step.next, before, loops)
    }
    if (step.kind === 'look') {
      const body = step.body === undefined ? [] : this.#from(step.body, before, '')
      return merged([...body, ...this.#from(step.next, before, loops).map(reached => ({ ...reached, isSure: false }))])
    }
    if (!step.isLoop) return merged(step.ways.flatMap(way => this.#from(way, before, loops)))
    const mark = `,${step.id};`
    if (loops.includes(mark)) return []
    const [body, next] = step.ways as [Step, Step]
    return merged([...this.#from(body, before, loops + mark), ...this.#from(next, before, loops)])
  }
}

function narrowed(reached: Reached, letters: bigint): Reached[] {
  const both = reached.letters & letters
  return both === 0n ? [] : [{ ...reached, letters: both }]
}

function merged(all: readonly Reached[]): Reached[] {
  const found = new Map<string, Reached>()
  for (const one of all) {
    const key = `${one.to?.index}/${one.letters}/${one.isSure}`
    const known = found.get(key)
    found.set(key, known === undefined ? one : { ...one, count: known.count + one.count })
  }
  return [...found.values()]
}

function behindGuards(start: Step): bigint[] {
  const found: bigint[] = []
  const seen = new Set<Step>()
  const open: Step[] = [start]
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (seen.has(step) || step.kind === 'end' || step.kind === 'dead') continue
    seen.add(step)
    if (step.kind === 'guard' && step.isBehind) found.push(step.letters)
    if (step.kind === 'fork') open.push(...step.ways)
    else open.push(step.next)
    if (step.kind === 'look' && step.body !== undefined) open.push(step.body)
  }
  return found
}
