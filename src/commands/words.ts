import { DOCUMENT_TYPES } from '../mentions/document-number/types.ts'
import { provinceOf } from '../mentions/place/units.ts'
import type { AnyRecord } from '../model/record.ts'
import { numberInWords } from '../report/client/digits.ts'

const TYPE_NAMES = new Map(DOCUMENT_TYPES.map(type => [type.id, type.name]))
const COMPARATOR_WORDS: Readonly<Record<string, string>> = {
  '>': 'trên ',
  '>=': 'tối thiểu ',
  '<': 'dưới ',
  '<=': 'tối đa ',
  '~': 'khoảng '
}
const MOD_WORDS: Readonly<Record<string, string>> = { by: 'đến ', before: 'trước ', in: 'trong ' }

/** The Vietnamese name of a place id; null where there is no place. */
export function placeInWords(place: unknown): string | null {
  if (typeof place !== 'string') return null
  if (place === 'vn') return 'Việt Nam'
  return place.startsWith('other:') ? place.slice('other:'.length) : (provinceOf(place)?.name ?? place)
}

/** What a language says of a value. */
export interface ValueWords {
  /** By comparator, each with the space behind it. */
  readonly comparators: Readonly<Record<string, string>>
  readonly up: string
  readonly down: string
  number(n: number): string
  rank(record: AnyRecord): string
}

/** How a value is told in Vietnamese: `trên 25% GRDP`, `top 10`. */
export const VIETNAMESE: ValueWords = {
  comparators: COMPARATOR_WORDS,
  up: 'tăng ',
  down: 'giảm ',
  number: n => numberInWords(n),
  rank: rankInWords
}

/** The value of a target or of a rank: `trên 25% GRDP`, `top 10`; in Vietnamese where no other language is given. */
export function valueInWords(record: AnyRecord, { comparators, up, down, number, rank } = VIETNAMESE): string {
  if ('rank_kind' in record) return rank(record)
  const { low, high, comparator, direction } = record as unknown as {
    low: number
    high: number
    comparator: string
    direction: string | null
  }
  const unit = typeof record['unit'] === 'string' ? record['unit'] : ''
  const numbers = low === high ? number(low) : `${number(low)}–${number(high)}`
  const change = direction === 'up' ? up : direction === 'down' ? down : ''
  return `${change}${comparators[comparator] ?? ''}${numbers}${unit.startsWith('%') || unit === '' ? '' : ' '}${unit}`
}

function rankInWords(record: AnyRecord): string {
  const {
    rank_kind: kind,
    n_low: low,
    n_high: high
  } = record as unknown as { rank_kind: string; n_low: number | null; n_high: number | null }
  const n = low === high ? `${low ?? ''}` : `${low}–${high}`
  const total = typeof record['total'] === 'number' ? `/${record['total']}` : ''
  if (kind === 'top_n') return `top ${n}`
  if (kind === 'leader') return 'dẫn đầu'
  if (kind === 'improve') return low === null ? 'cải thiện thứ hạng' : `tăng ${n} bậc`
  if (kind === 'band') return `nhóm ${String(record['band'])}`
  return kind === 'at_least' ? `hạng ${n}${total} trở lên` : `hạng ${n}${total}`
}

/** A date in EDTF as Vietnamese print it: `năm 2025`, `tháng 6/2021`, `ngày 17/5/2021`, `giai đoạn 2021-2025`. */
export function dateInWords(edtf: unknown): string | null {
  if (typeof edtf !== 'string') return null
  if (edtf.includes('/')) return `giai đoạn ${edtf.replaceAll('..', '…').replace('/', '-')}`
  const [year = '', month, day] = edtf.split('-')
  if (month === undefined) return year.endsWith('X') ? `thập niên ${year.replace('X', '0')}` : `năm ${year}`
  const part = Number(month)
  if (part >= 40) return `6 tháng ${part === 40 ? 'đầu' : 'cuối'} năm ${year}`
  if (part >= 33) return `quý ${part - 32}/${year}`
  return day === undefined ? `tháng ${part}/${year}` : `ngày ${Number(day)}/${Number(month)}/${year}`
}

/** When a goal is to be reached: `đến năm 2025`. */
export function deadlineInWords(record: AnyRecord): string | null {
  const date = dateInWords(record['deadline'])
  if (date === null) return null
  return `${date.startsWith('giai') ? '' : (MOD_WORDS[String(record['deadline_mod'])] ?? '')}${date}`
}

/** A document record by its type and number: `Nghị quyết 147-NQ/TU`. */
export function documentInWords(document: AnyRecord): string {
  const type = typeof document['type'] === 'string' ? (TYPE_NAMES.get(document['type']) ?? document['type']) : ''
  const number = typeof document['number'] === 'string' ? document['number'] : ''
  return `${type} ${number}`.trim() || document.anchor.quote
}

/** What a goal or observation is about, as it was printed. */
export function subjectInWords(record: AnyRecord): string | null {
  const named = (record['indicator'] ?? record['subject'] ?? null) as { readonly text: string } | null
  return named?.text ?? null
}

/** A target or rank goal as a sentence: `Hậu Giang, kinh tế số: 25% GRDP, đến năm 2025 (Nghị quyết 147-NQ/TU)`. */
export function recordInWords(record: AnyRecord, document: AnyRecord | undefined): string {
  const place = placeInWords(record['place'])
  const deadline = deadlineInWords(record)
  const named = document === undefined ? record['document_number'] : documentInWords(document)
  return [
    place === null ? '' : `${place}, `,
    `${subjectInWords(record) ?? '(không rõ chỉ tiêu)'}: ${valueInWords(record)}`,
    deadline === null ? '' : `, ${deadline}`,
    typeof named === 'string' ? ` (${named})` : ''
  ].join('')
}
