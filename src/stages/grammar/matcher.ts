import nlp from 'compromise/one'
import type { Chunk, GrammarMatch, Slot } from '../../model/frame.ts'
import type { GrammarRule } from '../../model/rule.ts'
import { execute, type Match } from './executor.ts'
import { type Program, programOf } from './program.ts'
import { type Terms, termsOf } from './terms.ts'

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
  readonly needs: readonly string[]
  /** Tags and words of which one of each list must occur. */
  readonly needsAny: readonly (readonly string[])[]
}

/** Parses a rule's pattern once. */
export function compileRule(rule: GrammarRule): CompiledRule {
  const regs = engine.parseMatch(rule.match)
  // Tags outside brackets, alternatives and optional parts must occur.
  const bare = rule.match.replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)[?+*]?(?:\{[^{}]*\})?/g, ' ')
  const needs = [...bare.matchAll(/#(\w+)(?![\w?*]|\{0)/g)].map(m => m[1] as string).filter(t => t !== 'Noun')
  return { rule, regs, program: programOf(regs), needs: [...new Set(needs)], needsAny: choicesOf(rule.match) }
}

/** The first tags and words of the alternatives of each part that must occur: `(hoàn thành|#Reach)` → hoàn, Reach. */
function choicesOf(pattern: string): string[][] {
  const groups = [...pattern.matchAll(/(?:^|[\s])\(([^()[\]]*)\)(?=\s|$|\+)/g)].map(m =>
    (m[1] as string).split('|').map(a => a.trim().split(' ')[0] as string)
  )
  return groups.filter(g => g.every(first => /^#?[\p{L}]+$/u.test(first))).map(g => g.map(first => first.replace('#', '')))
}

/** Whether a sentence with these tags and words can match the rule at all. */
export function canMatch({ needs, needsAny }: CompiledRule, present: ReadonlySet<string>): boolean {
  return needs.every(t => present.has(t)) && needsAny.every(any => any.some(t => present.has(t)))
}

/** All matches of a rule in one sentence, from left to right. */
export function matchRule({ rule, regs, program }: CompiledRule, chunks: readonly Chunk[], sentence: number): GrammarMatch[] {
  const found = program === undefined ? matchWithEngine(regs, chunks) : execute(program, sentenceTerms(chunks))
  return found.map(({ slots }) => ({ rule: rule.id, yields: rule.yields ?? {}, sentence, slots }))
}

const cache = new WeakMap<readonly Chunk[], Terms>()
function sentenceTerms(chunks: readonly Chunk[]): Terms {
  const known = cache.get(chunks)
  if (known !== undefined) return known
  const terms = termsOf(chunks)
  cache.set(chunks, terms)
  return terms
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
