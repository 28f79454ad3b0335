import type { Chunk, Frame, GrammarMatch, Slot } from '../../model/frame.ts'
import type { Mention } from '../../model/mention.ts'
import type { GrammarRule } from '../../model/rule.ts'
import type { Units } from '../../text/units.ts'
import { tagged } from '../../text/word-class.ts'
import { type CompiledRule, compileRule, matchRule } from './matcher.ts'
import type { Table } from './table.ts'
import { type Outline, outlineOf } from './terms.ts'

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
export function grammar(sentence: number, table: Table, grammars: readonly CompiledGrammar[]): Frame[] {
  const frames: Frame[] = []
  const mentions = table.mentionsOf(sentence)
  if (mentions.length === 0) return frames
  for (const compiled of grammars) {
    let found: readonly Read[] | undefined
    const readingsOf = (anchor: Mention) => (found ??= read(table, sentence, compiled)).find(r => r.anchor === anchor)?.readings ?? NONE
    for (const m of mentions) if (m.type === compiled.anchor) frames.push(new Candidate(compiled.kind, sentence, m, readingsOf))
  }
  return frames
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

/** The readings of one anchor. Lists of them, not maps: most sentences have one number, and an article may have 100,000 sentences. */
interface Read {
  readonly anchor: Mention
  readonly readings: GrammarMatch[]
}

const NONE: readonly GrammarMatch[] = []

/** All readings of one grammar in one sentence, by anchor. A rule runs only where the sentence holds the classes it needs. */
function read(table: Table, sentence: number, { slot, rules }: CompiledGrammar): readonly Read[] {
  const units = table.unitsOf(sentence)
  const outline = withoutBrackets(units)
  const read: Read[] = []
  const { low, high } = units.tagsWithin()
  for (const rule of rules) {
    const { needs, needsAny } = rule
    if ((low & needs.low) !== needs.low || (high & needs.high) !== needs.high || !needsAny.every(c => units.any(c))) continue
    for (const found of matches(rule, table, units, outline)) {
      const anchor = units.mention(found.slots[slot]?.from ?? -1)
      if (anchor === null) continue
      const known = read.find(r => r.anchor === anchor)
      if (known === undefined) read.push({ anchor, readings: [found] })
      else known.readings.push(found)
    }
  }
  return read
}

const OPEN = tagged('Open')
const CLOSE = tagged('Close')

/** The outline of a sentence with brackets; null for one without. */
function withoutBrackets(units: Units): Outline | null {
  if (!units.any(OPEN)) return null
  const indices: number[] = []
  let depth = 0
  for (let i = 0; i < units.length; i++) {
    if (units.is(i, OPEN)) depth++
    else if (units.is(i, CLOSE)) depth = Math.max(0, depth - 1)
    else if (depth === 0) indices.push(i)
  }
  return outlineOf(units, indices)
}

/** Matches of a rule: outside brackets as if these were not there, inside them with all around. */
function matches(rule: CompiledRule, table: Table, units: Units, outline: Outline | null): GrammarMatch[] {
  const { sentence } = units
  const chunks = () => table.chunksOf(sentence)
  if (outline === null) return matchRule(rule, units, chunks, sentence)
  const { indices, outside } = outline
  const back = ({ from, to }: Slot): Slot => ({ from: indices[from] as number, to: (indices[to - 1] as number) + 1 })
  const bare = () => indices.map(i => chunks()[i] as Chunk)
  const mapped = matchRule(rule, outline, bare, sentence).map(m => ({
    ...m,
    slots: Object.fromEntries(Object.entries(m.slots).map(([name, slot]) => [name, back(slot)]))
  }))
  const within = matchRule(rule, units, chunks, sentence).filter(m => !Object.values(m.slots).every(s => outside.has(s.from)))
  return [...mapped, ...within]
}
