import type { Gate } from './gate.ts'
import type { Figure, Figures, Result } from './results.ts'

/** Results for people: a table for each pool and lot. */

const LABEL = 54

/** What a system scored, one measure a line. */
export function renderResult({ system, pooled, lots, learnt_from }: Result): string {
  const parts = [`${system}\n`]
  if (pooled.unseen !== null) parts.push(block('unseen lots, pooled', pooled.unseen))
  if (pooled.seen !== null) parts.push(block('seen lots, pooled', pooled.seen))
  for (const [name, figures] of Object.entries(lots))
    parts.push(block(`${name}${learnt_from.includes(name) ? ' (learnt from)' : ''}`, figures))
  return parts.join('\n')
}

function block(title: string, { texts, of, measures }: Figures): string {
  const head = `${`${title}: ${texts} of ${of} texts`.padEnd(LABEL)}  score  95 %         right / read / gold`
  return `${[head, ...Object.entries(measures).map(([label, figure]) => row(label, figure))].join('\n')}\n`
}

function row(label: string, [value, low, high, right, read, gold]: Figure): string {
  const interval = low === null || high === null ? ''.padEnd(11) : `${low.toFixed(3)}–${high.toFixed(3)}`
  return `${label.padEnd(LABEL)}  ${digits(value)}  ${interval}  ${right} / ${read}${gold === null ? '' : ` / ${gold}`}`
}

const digits = (value: number | null): string => (value === null ? '  —  ' : value.toFixed(3))

/** What a gate found, as sentences. */
export function gateInWords({ lots, falls }: Gate): string[] {
  if (lots.length === 0) return ['No unseen lot is whole among these texts and in the kept results: nothing was compared.']
  if (falls.length === 0) return [`No pooled score of ${lots.join(', ')} fell by more than its interval.`]
  return falls.map(
    ({ label, before, now, interval: [low, high] }) =>
      `${label} fell from ${digits(before)} to ${digits(now)} (95 % ${digits(low)}–${digits(high)}) on ${lots.join(', ')}.`
  )
}
