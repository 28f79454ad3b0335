import { CLASSES } from './change.ts'
import type { Summary } from './summary.ts'

/** The rows of the summary by kind: a head, then one row a kind, with the fields that changed and how often. */
export function kindRows(summary: Summary): string[][] {
  const head = ['kind', 'same', '-lost', '+gained', '~reclassified', '~changed', '~moved', '·evidence', 'fields changed']
  const rows = summary.kinds.map(k => [
    k.kind,
    String(k.same),
    ...CLASSES.map(name => String(k.counts[name])),
    Object.entries(k.fields)
      .map(([field, n]) => `${field}×${n}`)
      .join(' ')
  ])
  return [head, ...rows]
}

/** The counts of a diff in one line: `1 lost · 1 gained · 4 changed · 33 same`. */
export function countsLine(summary: Summary): string {
  const same = summary.kinds.reduce((n, k) => n + k.same, 0)
  const changed = CLASSES.flatMap(name =>
    summary.classes[name] === 0 ? [] : [`${summary.classes[name]} ${name === 'evidence' ? 'with other evidence only' : name}`]
  )
  return [...changed, `${same} same`].join(' · ')
}

/** The counts of gold's verdicts in one line, broken first; empty where there was no gold. */
export function verdictsLine({ verdicts }: Summary): string {
  if (verdicts === null) return ''
  return `gold: ${Object.entries(verdicts)
    .map(([name, n]) => `${n} ${name}`)
    .join(' · ')}`
}
