import type { AnyRecord } from '../model/record.ts'
import { sameHidden } from './exported.ts'
import { rulesOf } from './facts.ts'
import type { Method, Pair, Part } from './side.ts'

export const CAUSES = ['text', 'metadata', 'options', 'rules', 'code', 'unknown'] as const

/** Why a record may differ: the kind of thing that differs between the sides, and its names where they can be told. */
export interface Cause {
  readonly kind: (typeof CAUSES)[number]
  readonly names: readonly string[]
}

/** What differs between the methods of two sides. */
export interface MethodDifference {
  /** Rules left out on one side only. */
  readonly options: readonly string[]
  /** Rules, lexicons and gazetteers that are not the same on both sides. */
  readonly rules: readonly Part[]
  /** Files of code and packages that are not the same. */
  readonly code: readonly Part[]
  readonly isKnown: boolean
}

/** Compares how two sides were made. */
export function differenceOf(before: Method, after: Method): MethodDifference {
  const key = (p: Part) => `${p.kind} ${p.name} ${p.hash}`
  const [olds, news] = [new Set(before.parts.map(key)), new Set(after.parts.map(key))]
  const differing = [...before.parts.filter(p => !news.has(key(p))), ...after.parts.filter(p => !olds.has(key(p)))]
  const isTold = before.parts.length > 0 && after.parts.length > 0
  const parts = !isTold ? [] : [...new Map(differing.map(p => [`${p.kind} ${p.name}`, p])).values()]
  const isCode = (p: Part) => p.kind === 'code' || p.kind === 'library'
  const isKnown = before.ruleset === after.ruleset ? before.ruleset !== null : isTold
  return {
    options: oddOnes(leftOut(before), leftOut(after)),
    rules: parts.filter(p => !isCode(p)),
    code: parts.filter(isCode),
    isKnown
  }
}

/** The cause of a change: what is nearest to the record wins. */
export function causeOf(pair: Pair, difference: MethodDifference, before: AnyRecord | null, after: AnyRecord | null): Cause {
  if (pair.isTextChanged) return { kind: 'text', names: [] }
  const metadata = changedMetadata(pair)
  if (metadata.length > 0) return { kind: 'metadata', names: metadata }
  const own = new Set([...rulesOf(before), ...rulesOf(after)])
  const named = (names: readonly string[]) => names.filter(name => own.has(name))
  // A rule that is left out may act on a record that does not name it: by what it no longer takes away.
  if (difference.options.length > 0 && difference.rules.length + difference.code.length === 0)
    return { kind: 'options', names: difference.options }
  if (named(difference.options).length > 0) return { kind: 'options', names: named(difference.options) }
  const rules = difference.rules.map(p => p.name)
  if (named(rules).length > 0) return { kind: 'rules', names: named(rules) }
  if (difference.code.length > 0) return { kind: 'code', names: [] }
  if (rules.length > 0) return { kind: 'rules', names: rules.length === 1 ? rules : [] }
  return difference.options.length > 0 ? { kind: 'options', names: difference.options } : { kind: 'unknown', names: [] }
}

/** The metadata that anchors dates and differs between the sides of an article. */
export function changedMetadata({ before, after }: Pair): string[] {
  return (['published', 'title', 'language'] as const).filter(name => !sameHidden(name, before.record[name], after.record[name]))
}

function leftOut({ options }: Method): readonly string[] {
  return options === null ? [] : ((JSON.parse(options) as { readonly without?: readonly string[] }).without ?? [])
}

function oddOnes(a: readonly string[], b: readonly string[]): string[] {
  return [...a.filter(x => !b.includes(x)), ...b.filter(x => !a.includes(x))].toSorted()
}
