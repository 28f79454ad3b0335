import { writeFileSync } from 'node:fs'
import { vi } from 'chrono-node'
import { loadLots } from '../../src/commands/benchmark/load.ts'
import { findTexts } from '../../src/commands/benchmark/texts.ts'

/** Runs chrono-node's Vietnamese on the texts of the benchmark that are found, and writes what it returns as NDJSON. */
export async function writeChronoNode(folder: string, operands: readonly string[], file: string): Promise<void> {
  const lines = (await loadLots(folder, undefined)).flatMap(lot => lot.lines)
  const texts = await findTexts(operands, lines, () => {})
  const published = new Map(lines.map(line => [line.sha256, line.published]))
  const rows = [...texts].map(([sha256, text]) => JSON.stringify({ sha256, output: datesOf(text, published.get(sha256) ?? null) }))
  writeFileSync(file, rows.map(row => `${row}\n`).join(''))
}

/** What chrono-node reads of a text. It knows no lines: each is read alone, or dates would run into each other. */
function datesOf(text: string, published: string | null): object[] {
  // Without a day it would take today's.
  const reference = new Date(`${published ?? '1970-01-01'}T12:00:00`)
  const found: object[] = []
  let start = 0
  for (const line of text.split('\n')) {
    for (const result of vi.parse(line, reference)) {
      // Where nothing says when the text is of, only what the text says itself is claimed.
      const isAnchored = published !== null || (result.start.isCertain('year') && (result.end?.isCertain('year') ?? true))
      if (isAnchored) found.push({ ...(JSON.parse(JSON.stringify(result)) as object), index: start + result.index })
    }
    start += line.length + 1
  }
  return found
}
