import type { Interval } from './bootstrap.ts'
import type { Bands, Score, Share, Summary } from './summary.ts'

/** The readable report: what is measured one a line, undefined as a dash. */

const LABEL = 53

/** The tables of one set of articles. */
export function renderSummary(name: string, summary: Summary): string {
  const scores = Object.entries(summary.scores).filter(([, s]) => s.pred + s.gold > 0)
  const shares = Object.entries(summary.shares).filter(([, s]) => s.of > 0)
  const articles = `${summary.articles} ${summary.articles === 1 ? 'article' : 'articles'}`
  const lines = [`${name} (${articles})`, '']
  if (scores.length > 0) {
    lines.push(`${''.padEnd(LABEL)}    P      R      F1    95 %           right / read / gold`)
    for (const [label, score] of scores) lines.push(scoreLine(label, score, summary.intervals[label] ?? null))
    lines.push('')
  }
  if (shares.length > 0) {
    lines.push(`${''.padEnd(LABEL)}                share  95 %           right / of`)
    for (const [label, share] of shares) lines.push(shareLine(label, share, summary.intervals[label] ?? null))
    lines.push('')
  }
  lines.push(...bandLines('goals', summary.bands.target), ...bandLines('rank goals', summary.bands.rank_goal))
  return `${lines.join('\n').trimEnd()}\n`
}

function scoreLine(label: string, s: Score, interval: Interval | null): string {
  return `${label.padEnd(LABEL)}  ${cell(s.p)}  ${cell(s.r)}  ${cell(s.f1)}  ${range(interval)}  ${s.tp} / ${s.pred} / ${s.gold}`
}

function shareLine(label: string, s: Share, interval: Interval | null): string {
  return `${label.padEnd(LABEL)}                ${cell(s.value)}  ${range(interval)}  ${s.right} / ${s.of}`
}

function bandLines(title: string, bands: Bands | null): string[] {
  const rows = Object.entries(bands ?? {}).filter(([, b]) => b.read > 0)
  if (rows.length === 0) return []
  const head = `${`${title} by confidence`.padEnd(26)}  read  share  found   core   full  right of those read`
  return [head, ...rows.map(([name, b]) => bandLine(name, b)), '']
}

function bandLine(name: string, b: Bands['high']): string {
  const number = (n: number) => String(n).padStart(5)
  return `  ${name.padEnd(23)}  ${number(b.read)}  ${cell(b.share)}  ${number(b.found)}  ${number(b.core)}  ${number(b.full)}  ${cell(b.full_precision)}`
}

/** F1 and shares of several sets side by side. */
export function renderSets(sets: readonly { readonly name: string; readonly summary: Summary }[]): string {
  const labels = (pick: (s: Summary) => object) => [...new Set(sets.flatMap(s => Object.keys(pick(s.summary))))]
  const width = Math.max(7, ...sets.map(s => s.name.length + 2))
  const value = (v: number | null | undefined) => (v == null ? '—' : v.toFixed(3)).padStart(width)
  const rows = [
    ...labels(s => s.scores).map(label => ({ label, values: sets.map(s => s.summary.scores[label]?.f1) })),
    ...labels(s => s.shares).map(label => ({ label, values: sets.map(s => s.summary.shares[label]?.value) }))
  ].filter(row => row.values.some(v => v != null))
  const head = `${'F1 and shares of each set'.padEnd(LABEL)}${sets.map(s => s.name.padStart(width)).join('')}`
  return `${[head, ...rows.map(r => r.label.padEnd(LABEL) + r.values.map(value).join(''))].join('\n')}\n`
}

/** A share with three digits, or a dash where it is undefined. */
export function cell(value: number | null): string {
  return value === null ? '  —  ' : value.toFixed(3)
}

function range(interval: Interval | null): string {
  return interval === null ? '             ' : `${interval[0].toFixed(3)}–${interval[1].toFixed(3)}  `
}
