import type { Chunk, Frame, GrammarMatch } from '../../model/frame.ts'
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
  for (const { kind, anchor, slot, rules } of grammars) {
    const anchors = new Map<number, Mention>()
    chunks.forEach((c, i) => {
      if (c.mention?.type === anchor) anchors.set(i, c.mention)
    })
    if (anchors.size === 0) continue
    const readings = new Map<number, GrammarMatch[]>([...anchors.keys()].map(i => [i, []]))
    for (const rule of rules) {
      if (!rule.needs.every(t => present.has(t))) continue
      for (const found of matchRule(rule, chunks, sentence)) {
        const at = found.slots[slot]?.from
        if (at !== undefined) readings.get(at)?.push(found)
      }
    }
    for (const [i, mention] of anchors) frames.push({ kind, sentence, anchor: mention, readings: readings.get(i) ?? [] })
  }
  return frames
}
