import { bitOf, type TagBits, union, type WordClass, words } from '../../text/word-class.ts'

/** What one chunk must be: have one of the tags or be one of the words. */
export interface Test extends TagBits {
  readonly words: WordClass | null
}

/** A test in an alternative of several chunks; `isGreedy` takes as many more as pass it. */
export interface Step {
  readonly test: Test
  readonly isGreedy: boolean
}

/** One element of a pattern, as compromise parsed it: a test of one chunk, or alternatives of which the first that fits counts. */
export interface Part {
  readonly test: Test | null
  readonly choices: readonly (readonly Step[])[] | null
  readonly isOptional: boolean
  readonly isGreedy: boolean
  readonly min: number | undefined
  readonly max: number | undefined
  readonly group: string | null
}

/** A pattern ready to run. */
export interface Program {
  readonly parts: readonly Part[]
  /** The number of chunks that a sentence needs at least. */
  readonly shortest: number
  /** What the first chunk of every match is; null where it may be anything. */
  readonly lead: Test | null
  /** Whether the pattern begins with a run of chunks that pass one test: where it fails behind the run, it fails from all of it. */
  readonly beginsWithRun: boolean
}

/** An element of a pattern in the form in which compromise parses it. */
interface Reg {
  readonly tag?: string
  readonly word?: string
  readonly fastOr?: ReadonlySet<string>
  readonly choices?: readonly (readonly Reg[])[]
  readonly operator?: string
  readonly optional?: boolean
  readonly greedy?: boolean
  readonly min?: number
  readonly max?: number
  readonly group?: string
}

const PART_KEYS = new Set('tag word fastOr choices operator optional greedy min max group groupStart groupEnd'.split(' '))
const STEP_KEYS = new Set('tag word fastOr operator greedy'.split(' '))

/** The program of a parsed pattern; undefined where it uses what the executor does not know (`!`, `.`, `^`, `$`, `&&`, regular expressions). */
export function programOf(regs: readonly unknown[]): Program | undefined {
  const parts: Part[] = []
  for (const reg of regs as readonly Reg[]) {
    const part = partOf(reg)
    if (part === undefined) return undefined
    parts.push(part)
  }
  const [first] = parts
  return {
    parts,
    shortest: parts.filter(p => !p.isOptional).length,
    lead: first === undefined || first.isOptional ? null : leadOf(first),
    beginsWithRun: first !== undefined && !first.isOptional && isRun(first)
  }
}

/** Whether a part takes all chunks that pass one test, from anywhere in them. */
export const isRun = ({ isGreedy, choices }: Part): boolean => isGreedy && choices?.length === 1 && choices[0]?.length === 1

/** What the first chunk is that a part takes. */
function leadOf({ test, choices }: Part): Test | null {
  if (choices === null) return test
  return anyOf(choices.flatMap(steps => steps[0]?.test ?? []))
}

/** What passes one of some tests. */
function anyOf(tests: readonly Test[]): Test {
  const [first, ...rest] = tests.flatMap(test => test.words ?? [])
  return { ...tests.reduce<TagBits>(union, { low: 0, high: 0 }), words: first?.or(...rest) ?? null }
}

function partOf(reg: Reg): Part | undefined {
  if (!Object.keys(reg).every(key => PART_KEYS.has(key)) || (reg.operator ?? 'or') !== 'or') return undefined
  const { optional = false, greedy = false, min, max, group = null } = reg
  const common = { isOptional: optional, isGreedy: greedy, min, max, group }
  if (reg.choices === undefined) {
    const test = testOf(reg)
    return test && { ...common, test, choices: null }
  }
  const choices: Step[][] = []
  for (const choice of reg.choices) {
    const steps: Step[] = []
    for (const one of choice) {
      const test = Object.keys(one).every(key => STEP_KEYS.has(key)) ? testOf(one) : undefined
      if (test === undefined) return undefined
      steps.push({ test, isGreedy: one.greedy ?? false })
    }
    choices.push(steps)
  }
  return { ...common, test: null, choices: merged(choices) }
}

function testOf({ tag, word, fastOr }: Reg): Test | undefined {
  if (word !== undefined) return { low: 0, high: 0, words: words(word) }
  if (fastOr !== undefined) return { low: 0, high: 0, words: words([...fastOr].join('|')) }
  const bits = tag === undefined ? undefined : bitOf(tag)
  return bits && { ...bits, words: null }
}

/** Alternatives of one chunk each are one test: which of them fits makes no difference. */
function merged(choices: readonly (readonly Step[])[]): readonly (readonly Step[])[] {
  if (choices.some(steps => steps.length !== 1 || steps[0]?.isGreedy)) return choices
  return [[{ test: anyOf(choices.map(steps => (steps[0] as Step).test)), isGreedy: false }]]
}
