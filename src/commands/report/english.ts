import type { AnyRecord } from '../../model/record.ts'
import { numberInWords } from '../../report/client/digits.ts'
import type { ValueWords } from '../words.ts'

const COMPARATORS: Readonly<Record<string, string>> = { '>': 'over ', '>=': 'at least ', '<': 'under ', '<=': 'at most ', '~': 'about ' }
const MODS: Readonly<Record<string, string>> = { by: 'by ', before: 'before ', in: 'in ' }
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** How a value is told in English: `over 25% GRDP`, `among the first 10`. Units stay as printed. */
export const ENGLISH: ValueWords = {
  comparators: COMPARATORS,
  up: 'up ',
  down: 'down ',
  number: n => numberInWords(n, ',', '.'),
  rank: rankInEnglish
}

function rankInEnglish(record: AnyRecord): string {
  const {
    rank_kind: kind,
    n_low: low,
    n_high: high
  } = record as unknown as Record<'rank_kind' | 'n_low' | 'n_high', string | number | null>
  const n = low === high ? `${low ?? ''}` : `${low}–${high}`
  const total = typeof record['total'] === 'number' ? ` of ${record['total']}` : ''
  if (kind === 'top_n') return `among the first ${n}`
  if (kind === 'leader') return 'first'
  if (kind === 'improve') return low === null ? 'a better rank' : `up ${n} ranks`
  if (kind === 'band') return `group ${String(record['band'])}`
  return kind === 'at_least' ? `rank ${n}${total} or better` : `rank ${n}${total}`
}

/** A date in EDTF in English: `2025`, `June 2021`, `17 May 2021`, `2021–2025`. */
export function dateInEnglish(edtf: unknown): string | null {
  if (typeof edtf !== 'string') return null
  if (edtf.includes('/')) return edtf.replaceAll('..', '…').replace('/', '–')
  const [year = '', month, day] = edtf.split('-')
  if (month === undefined) return year.endsWith('X') ? `${year.replace('X', '0')}s` : year
  const part = Number(month)
  if (part >= 40) return `${part === 40 ? 'first' : 'second'} half of ${year}`
  if (part >= 33) return `Q${part - 32} ${year}`
  return `${day === undefined ? '' : `${Number(day)} `}${MONTHS[part - 1] ?? month} ${year}`
}

/** When a goal is to be reached, in English: `by 2025`. */
export function deadlineInEnglish(record: AnyRecord): string | null {
  const date = dateInEnglish(record['deadline'])
  if (date === null) return null
  return `${String(record['deadline']).includes('/') ? '' : (MODS[String(record['deadline_mod'])] ?? '')}${date}`
}
