import { setImmediate, setTimeout } from 'node:timers/promises'
import type { GoldArticle } from '../../eval/gold.ts'
import { type ArticleScore, scoreArticle } from '../../eval/score.ts'
import { summarize } from '../../eval/summary.ts'
import { wrongOnly } from '../../eval/wrong-only.ts'
import type { Counting, Worth } from '../../review/pages/worth.ts'
import { optionsKey } from '../extraction-options.ts'
import type { Library } from './library.ts'

/** What rules are worth by gold: worked out when somebody asks, once for each rule. */
export interface RuleWorth {
  /** How many articles it takes to read. */
  readonly articles: number
  /** What is known of a rule; null where nobody asked yet. */
  known(rule: string): Worth | null
  /** Asks for a rule, and waits for it as long as `patience` milliseconds: what it is worth, else how far the reading is. */
  ask(rule: string, patience: number): Promise<Worth | Counting>
}

interface Asked {
  readonly found: Promise<Worth>
  worth: Worth | null
  done: number
}

/**
 * Scores the gold articles that are in a library with a rule and without, both by the rules of this program and with what the
 * run leaves out. Gives way to other work between articles; two rules that are asked for at a time are read one after the other.
 */
export function ruleWorth(
  gold: readonly GoldArticle[],
  library: Library,
  { without, signal }: { readonly without: readonly string[]; readonly signal: AbortSignal }
): RuleWorth {
  const ids = new Set(library.ids)
  const here = gold.filter(g => ids.has(idOf(g)))
  const scored = new Map<string, readonly ArticleScore[]>()
  const asked = new Map<string, Asked>()
  let before: Promise<unknown> = Promise.resolve()

  async function scores(leftOut: readonly string[], tell: () => void): Promise<readonly ArticleScore[]> {
    const key = optionsKey({ without: leftOut })
    const known = scored.get(key)
    if (known !== undefined) return known
    const { extractorOf } = await import('../extractor.ts')
    const extract = extractorOf({ without: leftOut })
    const found: ArticleScore[] = []
    for (const article of here) {
      signal.throwIfAborted()
      await setImmediate()
      const { article: text } = library.open(idOf(article))
      const extraction = extract(text)
      found.push(scoreArticle(article, 'kind' in extraction ? null : { text: text.text, extraction }))
      tell()
    }
    scored.set(key, found)
    return found
  }

  async function worthOf(rule: string, now: { done: number }): Promise<Worth> {
    const others = without.filter(r => r !== rule)
    const on = await scores(others, () => now.done++)
    now.done = here.length
    const off = await scores([...others, rule], () => now.done++)
    return { ...compared(on, off), articles: here.length, absent: gold.length - here.length }
  }

  function begin(rule: string): Asked {
    const now = { done: 0, worth: null as Worth | null }
    const found = before.then(async () => {
      now.worth = await worthOf(rule, now)
      return now.worth
    })
    // Who asked hears what went wrong; who does not ask again need not.
    before = found.catch(() => asked.delete(rule))
    return Object.assign(now, { found })
  }

  return {
    articles: here.length,
    known: rule => asked.get(rule)?.worth ?? null,
    async ask(rule, patience) {
      const now = asked.get(rule) ?? begin(rule)
      asked.set(rule, now)
      const worth = await Promise.race([now.found, setTimeout(patience, null, { ref: false })])
      return worth ?? { done: now.done, of: 2 * here.length }
    }
  }
}

function compared(on: readonly ArticleScore[], off: readonly ArticleScore[]): Pick<Worth, 'scores' | 'loses' | 'gains'> {
  const [a, b] = [on, off].map(scores => summarize(scores, { kind: null, field: null }, { intervals: false }).scores)
  const labels = Object.keys(a ?? {}).filter(label => a?.[label]?.tp !== b?.[label]?.tp || a?.[label]?.pred !== b?.[label]?.pred)
  return {
    scores: labels.map(label => ({ label, with: a?.[label]?.f1 ?? null, without: b?.[label]?.f1 ?? null })),
    loses: wrongOnly(off, on),
    gains: wrongOnly(on, off)
  }
}

function idOf({ sha256 }: GoldArticle): string {
  return sha256.slice(0, 16)
}
