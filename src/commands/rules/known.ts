import { REASONS } from '../../decisions/licence/licence.ts'
import { WORDS } from '../../decisions/licence/phrases.ts'
import { HEADERS, LEADS, NEITHER } from '../../decisions/table/headers.ts'
import { MENTIONS } from '../../mentions/index.ts'
import { RECORDS } from '../../records/index.ts'
import { REFUSALS } from '../../stages/link/refusals.ts'
import { STEPS } from '../../stages/normalize/steps.ts'

/** What a rule that is data may be. */
export const RULE_KINDS = ['normalize', 'slip', 'tagging', 'phrase', 'grammar', 'refusal', 'reason', 'header'] as const

/** A rule as people read it. */
export interface RuleInfo {
  readonly id: string
  /** A step of normalization, phrases that are read with a slip in them, a regular expression, the phrases of a gazetteer or lexicon, a pattern over chunks, why a number is no goal, what speaks for or against one, or what a header says of the figures of a table. */
  readonly kind: (typeof RULE_KINDS)[number]
  /** The regular expression or grammar pattern; null where there is none to show. */
  readonly pattern: string | null
  /** How many phrases a gazetteer or lexicon has. */
  readonly phrases: number | null
  /** Texts with the expected span in marks, and what is read from each. */
  readonly examples: readonly { readonly text: string; readonly value: unknown }[]
  readonly counterexamples: readonly string[]
}

let listed: readonly RuleInfo[] | undefined

/** All rules that are data, in the order in which they are applied. */
export function rules(): readonly RuleInfo[] {
  listed ??= [
    ...normalizeRules(),
    ...slipRules(),
    ...MENTIONS.flatMap(mentionRules),
    ...RECORDS.flatMap(grammarRules),
    ...conditionRules('refusal', REFUSALS, r => r.reason),
    ...conditionRules('reason', REASONS, r => r.points),
    wordsRule(),
    ...conditionRules('header', [NEITHER, ...HEADERS, ...LEADS], r => r.says)
  ]
  return listed
}

/** A rule by its id; undefined for what linking writes beside refusals, whose rules are code. */
export function ruleNamed(id: string): RuleInfo | undefined {
  return rules().find(rule => rule.id === id)
}

// On normalization everything else stands; what refusals and headers say, nothing else would.
const KEPT: ReadonlySet<RuleInfo['kind']> = new Set<RuleInfo['kind']>(['normalize', 'refusal', 'header'])

/** The ids of the rules that can be left out (`--without`): all but normalization, refusals and what headers of tables say. */
export function ruleIds(): ReadonlySet<string> {
  return new Set(rules().flatMap(rule => (KEPT.has(rule.kind) ? [] : [rule.id])))
}

function normalizeRules(): RuleInfo[] {
  return STEPS.map(step => ({
    id: step.id,
    kind: 'normalize',
    pattern: null,
    phrases: null,
    examples: step.examples.map(([text, value]) => ({ text, value })),
    counterexamples: []
  }))
}

function slipRules(): RuleInfo[] {
  return MENTIONS.flatMap(({ slips }) =>
    slips === undefined
      ? []
      : [
          {
            id: slips.id,
            kind: 'slip' as const,
            pattern: null,
            phrases: slips.phrases.length,
            examples: slips.examples.map(([text, value]) => ({ text, value })),
            counterexamples: slips.counterexamples
          }
        ]
  )
}

function mentionRules(type: (typeof MENTIONS)[number]): RuleInfo[] {
  const tagging = type.rules.map(
    (rule): RuleInfo => ({
      id: rule.id,
      kind: 'tagging',
      pattern: rule.pattern.source,
      phrases: null,
      examples: rule.examples.flatMap(({ text, value }) => [text].flat().map(one => ({ text: one, value }))),
      counterexamples: rule.counterexamples ?? []
    })
  )
  const phrases = Map.groupBy(type.entries ?? [], entry => entry.rule)
  const gazetteers = [...phrases].map(([id, entries]): RuleInfo => {
    return { id, kind: 'phrase', pattern: null, phrases: entries.length, examples: [], counterexamples: [] }
  })
  return [...tagging, ...gazetteers]
}

function grammarRules(type: (typeof RECORDS)[number]): RuleInfo[] {
  return (type.grammar?.rules ?? []).map(rule => ({
    id: rule.id,
    kind: 'grammar',
    pattern: rule.match,
    phrases: null,
    examples: rule.examples.map(({ text, slots }) => ({ text, value: slots })),
    counterexamples: rule.counterexamples ?? []
  }))
}

/** Rules that are conditions on a text, known by what they say of their examples. */
function wordsRule(): RuleInfo {
  const { id, phrases, examples, counterexamples } = WORDS
  return { id, kind: 'reason', pattern: null, phrases, examples: examples.map(text => ({ text, value: null })), counterexamples }
}

function conditionRules<R extends Pick<RuleInfo, 'id' | 'counterexamples'> & { readonly examples: readonly string[] }>(
  kind: 'reason' | 'refusal' | 'header',
  rules: readonly R[],
  said: (rule: R) => unknown
): RuleInfo[] {
  return rules.map(rule => {
    const examples = rule.examples.map(text => ({ text, value: said(rule) }))
    return { id: rule.id, kind, pattern: null, phrases: null, examples, counterexamples: rule.counterexamples }
  })
}
