import type { Span } from '../model/span.ts'
import { comparable, wordOverlap } from '../text/similarity.ts'

/** When a value that was read counts as the gold's. Free text needs half of its words, everything else is equal or not. */

const ENOUGH = 0.5

/** An indicator or subject as records name it. */
export interface Named {
  readonly id: string | null
  readonly text: string
}

/** Shared part of two spans: their intersection over their union, 0 to 1. */
export function overlapShare(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

/** Two numbers, up to rounding. */
export function sameNumber(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}

/** Two texts without regard to case and spacing; null is the empty text. */
export function sameText(a: string | null, b: string | null): boolean {
  return comparable(a) === comparable(b)
}

/** An indicator or subject: the same catalogue id, or at least half of the words. */
export function sameNamed(gold: { readonly id: string | null; readonly quote: string } | null, read: Named | null): boolean {
  if (gold === null || read === null) return gold === read
  return (gold.id !== null && gold.id === read.id) || wordOverlap(gold.quote, read.text) >= ENOUGH
}

/** A place: the same id, or for two named in words at least half of them. */
export function samePlace(gold: string | null, read: string | null): boolean {
  if (sameText(gold, read)) return true
  return isOther(gold) && isOther(read) && wordOverlap(gold.slice(6), read.slice(6)) >= ENOUGH
}

const isOther = (place: string | null): place is string => comparable(place).startsWith('other:')

/** A rank's scope: the same kind, and behind a colon at least half of the words. */
export function sameScope(gold: string | null, read: string | null): boolean {
  const [kind, text] = splitScope(gold)
  const [readKind, readText] = splitScope(read)
  return kind === readKind && (text === readText || wordOverlap(text, readText) >= ENOUGH)
}

function splitScope(scope: string | null): [string, string] {
  const text = comparable(scope)
  const colon = text.indexOf(':')
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)]
}

const SPELLED: Readonly<Record<string, string>> = { phầntrăm: '%', đồng: 'vnd' }

/** A unit, without regard to case and spaces. */
export function sameUnit(gold: string | null, read: string | null): boolean {
  return unitKey(gold) === unitKey(read)
}

function unitKey(unit: string | null): string {
  const key = comparable(unit).replaceAll(' ', '')
  return SPELLED[key] ?? key
}
