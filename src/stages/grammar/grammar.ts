import type { Chunk, Frame, GrammarMatch, Slot } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { GrammarRule } from '../../model/rule.ts'
import { type CompiledRule, compileRule, matchRule } from './matcher.ts'

/** Grammar rules of one record kind: a frame for each mention of type `anchor`, read by the rules that put it in slot `slot`. */
export interface FrameGrammar {
  readonly kind: string
  readonly anchor: string
  readonly slot: string
  readonly rules: readonly GrammarRule[]
}

export interface CompiledGrammar {
  readonly kind: string
  readonly anchor: string
  readonly slot: string
  readonly rules: readonly CompiledRule[]
}

/** Parses all patterns once. */
export function compileGrammar(grammars: readonly FrameGrammar[]): readonly CompiledGrammar[] {
  return grammars.map(g => ({ ...g, rules: g.rules.map(compileRule) }))
}

/**
 * Frames of one sentence: one for each anchor mention, with the readings of all rules in the order of the rules. A rule
 * runs only where the sentence holds the tags it needs.
 */
export function grammar(chunks: readonly Chunk[], sentence: number, grammars: readonly CompiledGrammar[]): Frame[] {
  const frames: Frame[] = []
  const present = new Set<string>()
  for (const c of chunks) for (const t of c.tags) present.add(t)
  const outline = outlineOf(chunks)
  for (const { kind, anchor, slot, rules } of grammars) {
    const anchors = new Map<number, Mention>()
    chunks.forEach((c, i) => {
      if (c.mention?.type === anchor) anchors.set(i, c.mention)
    })
    if (anchors.size === 0) continue
    const readings = new Map<number, GrammarMatch[]>([...anchors.keys()].map(i => [i, []]))
    for (const rule of rules) {
      if (!rule.needs.every(t => present.has(t))) continue
      for (const found of matches(rule, chunks, outline, sentence)) {
        const at = found.slots[slot]?.from
        if (at !== undefined) readings.get(at)?.push(found)
      }
    }
    for (const [i, mention] of anchors) frames.push({ kind, sentence, anchor: mention, readings: readings.get(i) ?? [] })
  }
  return frames
}

/** A sentence without what stands in brackets, and where each of its chunks stands in the sentence. */
interface Outline {
  readonly chunks: readonly Chunk[]
  readonly indices: readonly number[]
}

/** The outline of a sentence with brackets; null for one without. */
function outlineOf(chunks: readonly Chunk[]): Outline | null {
  if (!chunks.some(c => c.tags.has('Open'))) return null
  const indices: number[] = []
  let depth = 0
  chunks.forEach((c, i) => {
    if (c.tags.has('Open')) depth++
    else if (c.tags.has('Close')) depth = Math.max(0, depth - 1)
    else if (depth === 0) indices.push(i)
  })
  return { chunks: indices.map(i => chunks[i] as Chunk), indices }
}

/** Matches of a rule: outside brackets as if these were not there, inside them with all around. */
function matches(rule: CompiledRule, chunks: readonly Chunk[], outline: Outline | null, sentence: number): GrammarMatch[] {
  if (outline === null) return matchRule(rule, chunks, sentence)
  const { indices } = outline
  const outside = new Set(indices)
  const back = ({ from, to }: Slot): Slot => ({ from: indices[from] as number, to: (indices[to - 1] as number) + 1 })
  const mapped = matchRule(rule, outline.chunks, sentence).map(m => ({ ...m, slots: Object.fromEntries(Object.entries(m.slots).map(([name, slot]) => [name, back(slot)])) }))
  const within = matchRule(rule, chunks, sentence).filter(m => !Object.values(m.slots).every(s => outside.has(s.from)))
  return [...mapped, ...within]
}
