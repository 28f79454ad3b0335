import { sha256 } from '../text/hash.ts'
import { type SameField, sameJson } from './facts.ts'

// What an export adds to the lines of `extract`.
const ADDED = new Set(['start_cp', 'end_cp', 'claim_id', 'official_document_id'])
const HASH = '_sha256'
const MARK = 'sha256:'
const SHOWN = 12

/** A line of an export as `extract` prints it; words that a dataset without text holds back are named by their hash. */
export function asExtracted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(asExtracted)
  const line = value as Readonly<Record<string, unknown>>
  const made: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(line)) {
    const hash = line[`${key}${HASH}`]
    if (ADDED.has(key) || (key.endsWith(HASH) && key.slice(0, -HASH.length) in line)) continue
    made[key] = item === null && typeof hash === 'string' ? MARK + hash.slice(0, SHOWN) : asExtracted(item)
  }
  return made
}

/** Equal values, where words may be named by their hash. */
export const sameHidden: SameField = (field, before, after) => {
  const [b, a] = [before, after].map(hidden)
  return b === null && a === null ? sameJson(field, before, after) : (b ?? nameOf(before)) === (a ?? nameOf(after))
}

function hidden(value: unknown): string | null {
  return typeof value === 'string' && value.startsWith(MARK) ? value : null
}

function nameOf(value: unknown): string | null {
  return typeof value === 'string' ? MARK + sha256(value).slice(0, SHOWN) : null
}
