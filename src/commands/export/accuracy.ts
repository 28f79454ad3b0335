import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Manifest } from '../../export/manifest.ts'
import { UsageError } from '../../model/usage-error.ts'

/** The scores of this program on its own corpus, where they are at hand. */
const OWN = fileURLToPath(new URL('../../../corpus/baseline.json', import.meta.url))

/** How good the extraction is, from what `muctieu eval --json` prints or from a baseline; null where nobody measured it. */
export function accuracyFrom(path: string | undefined, shown = path): Manifest['accuracy'] {
  if (path === undefined) return existsSync(OWN) ? read(OWN, OWN) : null
  return read(path, shown ?? path)
}

function read(path: string, shown: string): Manifest['accuracy'] {
  let value: { readonly articles?: unknown; readonly scores?: Readonly<Record<string, unknown>> }
  try {
    value = JSON.parse(readFileSync(path, 'utf8')) as typeof value
  } catch {
    throw new UsageError(`${shown} cannot be read as JSON; --accuracy wants what "muctieu eval --json" prints.`)
  }
  if (typeof value?.articles !== 'number' || typeof value.scores !== 'object')
    throw new UsageError(`${shown} holds no scores; --accuracy wants what "muctieu eval --json" prints.`)
  const f1 = Object.entries(value.scores).flatMap(([label, score]) => {
    const number = typeof score === 'number' ? score : (score as { readonly f1?: unknown } | null)?.f1
    return typeof number === 'number' ? [[label, Math.round(number * 1e6) / 1e6] as const] : []
  })
  return { articles: value.articles, f1: Object.fromEntries(f1) }
}
