import { sha256 } from '../text/hash.ts'
import type { CodePoints } from './code-points.ts'
import type { Line } from './table.ts'

/** What a value of the contract is published with. */
export interface Form {
  readonly withText: boolean
  readonly codePoints: CodePoints
}

/** Fields of a record that are text of the article; a document's title and what restricts an indicator. */
const PHRASES = ['title', 'qualifier'] as const

/**
 * A line as it is exported: every span also in code points, every quote and phrase with its hash, and itself only where
 * the dataset is with text.
 */
export function publishedLine(line: Line, form: Form): Line {
  const published = publishedValue(line, form) as Record<string, unknown>
  return PHRASES.some(phrase => phrase in published) ? withHashes(published, form) : published
}

function publishedValue(value: unknown, form: Form): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(item => publishedValue(item, form))
  const made: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    if (key === 'quote') {
      made['quote'] = form.withText ? item : null
      made['quote_sha256'] = hashOf(item)
    } else {
      made[key] = publishedValue(item, form)
      if (key === 'end' && 'start' in value) {
        made['start_cp'] = codePoint(value.start, form)
        made['end_cp'] = codePoint(item, form)
      }
    }
  }
  return made
}

function withHashes(line: Record<string, unknown>, form: Form): Line {
  const made: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(line)) {
    const isPhrase = (PHRASES as readonly string[]).includes(key)
    made[key] = isPhrase && !form.withText ? null : item
    if (isPhrase) made[`${key}_sha256`] = hashOf(item)
  }
  return made
}

function codePoint(offset: unknown, { codePoints }: Form): number | null {
  return typeof offset === 'number' ? codePoints(offset) : null
}

// The same words are quoted again and again.
const hashes = new Map<string, string>()
const MOST_HASHES = 100_000

/** SHA-256 of a text; null of null. */
export function hashOf(text: unknown): string | null {
  if (typeof text !== 'string') return null
  const known = hashes.get(text)
  if (known !== undefined) return known
  const hash = sha256(text)
  if (hashes.size >= MOST_HASHES) hashes.clear()
  hashes.set(text, hash)
  return hash
}
