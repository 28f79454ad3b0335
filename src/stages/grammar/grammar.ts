import type { Chunk, Frame, GrammarMatch, Slot } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { GrammarRule } from '../../model/rule.ts'
import { type CompiledRule, canMatch, compileRule, matchRule } from './matcher.ts'

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
 * Frames of one sentence: one for each anchor mention. Its readings, in the order of the rules, are worked out when they
 * are first asked for, for all anchors of the sentence at once: most numbers of the news are no candidates.
 */
export function grammar(
  sentence: number,
  mentions: readonly Mention[],
  chunksOf: (sentence: number) => readonly Chunk[],
  grammars: readonly CompiledGrammar[]
): Frame[] {
  return grammars.flatMap(compiled => {
    const anchors = mentions.filter(m => m.type === compiled.anchor)
    let found: ReadonlyMap<Mention, readonly GrammarMatch[]> | undefined
    const readingsOf = (anchor: Mention) => (found ??= read(chunksOf(sentence), sentence, compiled)).get(anchor) ?? []
    return anchors.map(anchor => new Candidate(compiled.kind, sentence, anchor, readingsOf))
  })
}

class Candidate implements Frame {
  readonly kind: string
  readonly sentence: number
  readonly anchor: Mention
  readonly #readingsOf: (anchor: Mention) => readonly GrammarMatch[]

  constructor(kind: string, sentence: number, anchor: Mention, readingsOf: (anchor: Mention) => readonly GrammarMatch[]) {
    this.kind = kind
    this.sentence = sentence
    this.anchor = anchor
    this.#readingsOf = readingsOf
  }

  get readings(): readonly GrammarMatch[] {
    return this.#readingsOf(this.anchor)
  }
}

/** All readings of one grammar in one sentence, by anchor. A rule runs only where the sentence holds the tags it needs. */
function read(chunks: readonly Chunk[], sentence: number, { slot, rules }: CompiledGrammar): Map<Mention, GrammarMatch[]> {
  const present = new Set<string>()
  for (const c of chunks) {
    for (const t of c.tags) present.add(t)
    const space = c.text.indexOf(' ')
    present.add(space < 0 ? c.text : c.text.slice(0, space))
  }
  const outline = outlineOf(chunks)
  const readings = new Map<Mention, GrammarMatch[]>()
  for (const rule of rules) {
    if (!canMatch(rule, present)) continue
    for (const found of matches(rule, chunks, outline, sentence)) {
      const anchor = chunks[found.slots[slot]?.from ?? -1]?.mention
      if (anchor == null) continue
      const known = readings.get(anchor)
      if (known === undefined) readings.set(anchor, [found])
      else known.push(found)
    }
  }
  return readings
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
  const mapped = matchRule(rule, outline.chunks, sentence).map(m => ({
    ...m,
    slots: Object.fromEntries(Object.entries(m.slots).map(([name, slot]) => [name, back(slot)]))
  }))
  const within = matchRule(rule, chunks, sentence).filter(m => !Object.values(m.slots).every(s => outside.has(s.from)))
  return [...mapped, ...within]
}
