import nlp from 'compromise/one'
import type { Chunk, GrammarMatch, Slot } from '../../model/frame.ts'
import type { GrammarRule } from '../../model/rule.ts'
import { bitOf, type TagBits, union, WordClass } from '../../text/word-class.ts'
import { execute, type Match } from './executor.ts'
import { type Program, programOf } from './program.ts'
import type { Terms } from './terms.ts'

/**
 * Compromise is the language of the patterns and their parser; it gets chunks of our own, so it never tokenizes and never
 * folds (its unicode table would make `tính` and `tinh` one word, and only sometimes). What it parsed is run by our own
 * executor, which is much faster and takes the same steps.
 */
interface Term {
  readonly text: string
  readonly normal: string
  readonly pre: string
  readonly post: string
  readonly tags: ReadonlySet<string>
}
type Pointer = readonly [number, number, number]
interface Engine {
  readonly model: () => { one: { unicode: Record<string, string>; aliases: Record<string, string> } }
  readonly methods: () => {
    one: {
      match: (sentences: readonly (readonly Term[])[], query: { regs: unknown }) => { ptrs: Pointer[]; byGroup: Record<string, Pointer[]> }
    }
  }
  readonly world: () => { hooks: string[] }
  readonly parseMatch: (pattern: string) => readonly unknown[]
}

const engine = nlp as unknown as Engine
engine.model().one.unicode = {}
engine.model().one.aliases = {}
engine.world().hooks = ['machine', 'index']
const match = engine.methods().one.match

/** A grammar rule ready to match, with what a sentence must hold for it to have a chance. */
export interface CompiledRule {
  readonly rule: GrammarRule
  readonly regs: readonly unknown[]
  /** Undefined for a pattern that only the engine of compromise can run. */
  readonly program: Program | undefined
  /** Tags that must all occur. */
  readonly needs: TagBits
  /** Classes of which a unit each must occur. */
  readonly needsAny: readonly WordClass[]
}

/** Parses a rule's pattern once. */
export function compileRule(rule: GrammarRule): CompiledRule {
  const regs = engine.parseMatch(rule.match)
  // Tags outside brackets, alternatives and optional parts must occur.
  const bare = rule.match.replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)[?+*]?(?:\{[^{}]*\})?/g, ' ')
  const needs = [...bare.matchAll(/#(\w+)(?![\w?*]|\{0)/g)].map(m => m[1] as string).filter(t => t !== 'Noun')
  return {
    rule,
    regs,
    program: programOf(regs),
    needs: needs.map(bitsOfTag).reduce(union, NO_BITS),
    needsAny: choicesOf(rule.match).flatMap(classOf)
  }
}

const NO_BITS: TagBits = { low: 0, high: 0 }
// A tag beyond those that have bits is asked for nowhere else: the engine finds out.
const bitsOfTag = (tag: string): TagBits => bitOf(tag) ?? NO_BITS

/** Units with one of some tags (`#Reach`), or that begin with one of some words; none where a tag has no bit. */
function classOf(choices: readonly string[]): WordClass[] {
  const tags = choices.filter(c => c.startsWith('#')).map(c => bitOf(c.slice(1)))
  if (tags.includes(undefined)) return []
  const first = new Set(choices)
  const begins = { test: (spelling: string): boolean => first.has(firstWordOf(spelling)) }
  return [new WordClass((tags as TagBits[]).reduce(union, NO_BITS), { list: [], tests: [begins] })]
}

function firstWordOf(spelling: string): string {
  const space = spelling.indexOf(' ')
  return space < 0 ? spelling : spelling.slice(0, space)
}

/** The first tags and words of the alternatives of each part that must occur: `(hoàn thành|#Reach)` → hoàn, Reach. */
function choicesOf(pattern: string): string[][] {
  const groups = [...pattern.matchAll(/(?:^|[\s])\(([^()[\]]*)\)(?=\s|$|\+)/g)].map(m =>
    (m[1] as string).split('|').map(a => a.trim().split(' ')[0] as string)
  )
  return groups.filter(g => g.every(first => /^#?[\p{L}]+$/u.test(first)))
}

/** All matches of a rule in one sentence, from left to right; those of a pattern without a program are asked of the engine. */
export function matchRule(
  { rule, regs, program }: CompiledRule,
  terms: Terms,
  chunks: () => readonly Chunk[],
  sentence: number
): GrammarMatch[] {
  const found = program === undefined ? matchWithEngine(regs, chunks()) : execute(program, terms)
  return found.map(({ slots }) => ({ rule: rule.id, yields: rule.yields ?? {}, sentence, slots }))
}

/** The same by the engine of compromise, which knows the whole language: for patterns that have no program, and as the oracle. */
export function matchWithEngine(regs: readonly unknown[], chunks: readonly Chunk[]): Match[] {
  const terms = chunks.map(c => ({ text: c.text, normal: c.text, pre: '', post: ' ', tags: c.tags }))
  const { ptrs, byGroup } = match([terms], { regs })
  return ptrs.map(([, from, to]) => {
    const slots: Record<string, Slot> = {}
    for (const name in byGroup) {
      const found = (byGroup[name] as Pointer[]).find(([, a, b]) => a >= from && b <= to)
      if (found !== undefined) slots[name] = { from: found[1], to: found[2] }
    }
    return { from, to, slots }
  })
}
