import type { Kind } from './sheet.ts'

/** A measure with precision and recall: names of counts. */
export interface ScoreMeasure {
  readonly label: string
  readonly kind: Kind
  /** The fields it depends on; empty for finding things at all. */
  readonly fields: readonly string[]
  readonly right: string
  readonly read: string
  readonly gold: string
}

/** A measure that is a share: names of counts. */
export interface ShareMeasure {
  readonly label: string
  readonly kind: Kind
  readonly field: string
  readonly right: string
  readonly of: string
}

const GOAL_CORE = ['value', 'comparator', 'indicator', 'deadline']
const RANK_CORE = ['kind', 'n', 'deadline']

function score(kind: Kind, prefix: string, label: string, right: string, fields: readonly string[] = []): ScoreMeasure {
  return { label, kind, fields, right: `${prefix}.${right}`, read: `${prefix}.read`, gold: `${prefix}.gold` }
}

/** Precision, recall and F1, in the order they are printed. The first eight are named as the independent scorer names them. */
export const SCORES: readonly ScoreMeasure[] = [
  score('document_number', 'number', 'document number (canonical)', 'right', ['canonical']),
  score('date', 'date', 'date (EDTF value)', 'right', ['edtf']),
  score('target', 'goal', 'goal detected', 'found'),
  score('target', 'goal', 'goal core (value, comparator, indicator, deadline)', 'core', GOAL_CORE),
  score('target', 'goal', 'goal full (core + place + document)', 'full', [...GOAL_CORE, 'place', 'document']),
  score('rank_goal', 'rank', 'rank goal detected', 'found'),
  score('rank_goal', 'rank', 'rank goal core', 'core', RANK_CORE),
  score('rank_goal', 'rank', 'rank goal full (core + subject + scope + total)', 'full', [...RANK_CORE, 'subject', 'scope', 'total']),
  score('rank_observation', 'rank_observation', 'rank observation detected', 'found'),
  score('document', 'document', 'document detected', 'found'),
  score('document', 'document', 'document full (all that gold says)', 'full', [
    'number',
    'type',
    'issuer',
    'place',
    'issued',
    'title',
    'period',
    'horizon'
  ]),
  score('sentence', 'sentence', 'sentence (both ends)', 'right')
]

function share(kind: Kind, field: string, label: string, right: string, of: string): ShareMeasure {
  return { kind, field, label, right, of }
}

/** A field of matched pairs, as `checkFields` counts it. */
function field(kind: Kind, prefix: string, name: string, label: string): ShareMeasure {
  return share(kind, name, label, `${prefix}.${name}.right`, `${prefix}.${name}.of`)
}

const words = (name: string): string => name.replaceAll('_', ' ')

/** Shares, in the order they are printed. Those of goals, percentages, numbers and dates are named as the independent scorer names them. */
export const SHARES: readonly ShareMeasure[] = [
  ...['value', 'comparator', 'unit', 'kind', 'deadline', 'place', 'document', 'indicator'].map(name => field('target', 'goal', name, name)),
  field('target', 'goal', 'document_where_any', 'document where gold has one'),
  ...['qualifier', 'direction', 'baseline', 'document_anchor'].map(name => field('target', 'goal', name, words(name))),
  share('percent', 'covered', 'percent covered', 'percent.found', 'percent.gold'),
  share('percent', 'goal', 'percent goal/not-goal right', 'percent.goal.right', 'percent.gold'),
  share('percent', 'status', 'percent status right (five ways)', 'percent.status.right', 'percent.gold'),
  share('document_number', 'type', 'document type (of right numbers)', 'number.type.right', 'number.right'),
  share('document_number', 'issued', 'issue date (of right numbers)', 'number.issued.right', 'number.right'),
  share('date', 'role', 'date role (of right dates)', 'date.role.right', 'date.right'),
  ...['value', 'qualifier', 'direction', 'baseline', 'as_of'].map(name =>
    field('observation', 'observation', name, `observation ${words(name)}`)
  ),
  ...['kind', 'n', 'deadline', 'subject', 'total', 'scope', 'place', 'document', 'band', 'document_anchor'].map(name =>
    field('rank_goal', 'rank', name, `rank ${words(name)}`)
  ),
  ...['status', 'kind', 'n', 'subject', 'total', 'scope', 'band', 'as_of'].map(name =>
    field('rank_observation', 'rank_observation', name, `rank observation ${words(name)}`)
  ),
  ...['number', 'type', 'issuer', 'place', 'issued', 'title', 'period', 'horizon'].map(name =>
    field('document', 'document', name, `document record ${name}`)
  )
]

/** What a report is narrowed to; null is everything. */
export interface Selection {
  readonly kind: Kind | null
  readonly field: string | null
}

/** Whether a score belongs to a selection: its kind, and a field it depends on. */
export function isScoreSelected(measure: ScoreMeasure, { kind, field: name }: Selection): boolean {
  return (kind === null || kind === measure.kind) && (name === null || measure.fields.includes(name))
}

/** Whether a share belongs to a selection. */
export function isShareSelected(measure: ShareMeasure, { kind, field: name }: Selection): boolean {
  return (kind === null || kind === measure.kind) && (name === null || name === measure.field)
}

/** All names of fields that something is measured of. */
export const FIELDS: readonly string[] = [...new Set([...SCORES.flatMap(s => s.fields), ...SHARES.map(s => s.field)])].toSorted()
