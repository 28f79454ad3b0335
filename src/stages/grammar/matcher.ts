import nlp from 'compromise/one'
import type { Chunk, GrammarMatch, Slot } from '../../model/frame.ts'
import type { GrammarRule } from '../../model/rule.ts'

/**
 * The match engine of compromise over chunks of our own: it never tokenizes and never folds (its unicode table would make
 * `tính` and `tinh` one word, and only sometimes).
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
  /** Tags that must all occur. */
  readonly needs: readonly string[]
  /** Tags and words of which one of each list must occur. */
  readonly needsAny: readonly (readonly string[])[]
}

/** Parses a rule's pattern once. */
export function compileRule(rule: GrammarRule): CompiledRule {
  const regs = engine.parseMatch(rule.match)
  // Tags outside brackets, alternatives and optional parts must occur.
  const bare = rule.match.replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)[?+*]?(?:\{[^}]*\})?/g, ' ')
  const needs = [...bare.matchAll(/#(\w+)(?![\w?*]|\{0)/g)].map(m => m[1] as string).filter(t => t !== 'Noun')
  return { rule, regs, needs: [...new Set(needs)], needsAny: choicesOf(rule.match) }
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
export function matchRule({ rule, regs }: CompiledRule, chunks: readonly Chunk[], sentence: number): GrammarMatch[] {
  const terms = termsOf(chunks)
  const matches: GrammarMatch[] = []
  const { ptrs, byGroup } = match([terms], { regs })
  for (const [, from, to] of ptrs) {
    const slots: Record<string, Slot> = {}
    for (const name in byGroup) {
      const found = (byGroup[name] as Pointer[]).find(([, a, b]) => a >= from && b <= to)
      if (found !== undefined) slots[name] = { from: found[1], to: found[2] }
    }
    matches.push({ rule: rule.id, yields: rule.yields ?? {}, sentence, slots })
  }
  return matches
}

const cache = new WeakMap<readonly Chunk[], Term[]>()
function termsOf(chunks: readonly Chunk[]): Term[] {
  const known = cache.get(chunks)
  if (known !== undefined) return known
  const terms = chunks.map(c => ({ text: c.text, normal: c.text, pre: '', post: ' ', tags: c.tags }))
  cache.set(chunks, terms)
  return terms
}
