import { hash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { type PackedExtraction, RECORD_COLUMNS, REJECTION_COLUMNS } from './packing/rows.ts'

/**
 * Seals: a short hash of a row and of what belongs to it, written with it and compared when it is read. A bit that the disk
 * lost in a record is a record that nobody ever read from a text; SQLite itself would not notice.
 */

const DIGITS = 16

/** Gives a connection the function that seals are made with. */
export function registerSeal(db: Database.Database): void {
  db.function('muctieu_seal', { varargs: true, deterministic: true, directOnly: true }, (...values: unknown[]) => sealOf(values))
}

/** The seal of some values. */
export function sealOf(values: readonly unknown[]): string {
  const plain = values.map(value => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value))
  return hash('sha256', JSON.stringify(plain)).slice(0, DIGITS)
}

/** One seal of rows that belong to something, in their order; SQL makes the same with `rowSeals`. */
export function sealOfRows(rows: readonly (readonly unknown[])[]): string | null {
  return rows.length === 0 ? null : rows.map(row => sealOf(row)).join('')
}

/** What lines that belong to a row make up in its seal; SQL makes the same with `lineSeals`. */
export function joinedLines(lines: readonly object[]): string | null {
  return lines.length === 0 ? null : lines.map(line => JSON.stringify(line)).join('\n')
}

/** SQL for the lines that belong to a row. */
export const lineSeals = (table: string, owner: string, order: string): string =>
  `(SELECT group_concat(line, char(10)) FROM (SELECT line FROM ${table} WHERE ${owner} ORDER BY ${order}))`

const rowSeals = (table: string, columns: readonly string[]): string =>
  `(SELECT group_concat(seal, '') FROM (SELECT muctieu_seal(${columns.join(', ')}) AS seal FROM ${table}
    WHERE extraction = extractions.id ORDER BY ordinal))`

/** The seal of a row of `terms`. */
export const TERM_SEAL = 'muctieu_seal(id, name, source, rule, keys)'

/** The seal of a row of `methods`. */
export const METHOD_SEAL = 'muctieu_seal(id, ruleset, options)'

/** The seal of a row of `inputs`: what never changes of it. */
export const INPUT_SEAL = 'muctieu_seal(id, sha256, source, reader, options, bytes)'

/** The seal of a row of `readings`, with what was said of it. */
export const READING_SEAL = `muctieu_seal(id, identity, input, article_id, source, own_key, url, external_id, site, title, published,
  title_is_text, more, ${lineSeals('diagnostics', 'reading = readings.id', 'id')})`

/** The first parts of an extraction's seal: what decides it, and its records. */
export const RECORDS_SEAL = `muctieu_seal(identity, article_id, published, title, title_is_text,
  (SELECT options FROM methods WHERE id = method), (SELECT ruleset FROM methods WHERE id = method), terms) || ' ' ||
  muctieu_seal(${rowSeals('records', RECORD_COLUMNS)})`
/** How many letters of an extraction's seal these are. */
export const RECORDS_SEAL_LENGTH = 2 * DIGITS + 1

/** The seal of a row of `extractions`, with everything that was extracted. */
export const EXTRACTION_SEAL = `${RECORDS_SEAL} || ' ' || muctieu_seal(mentions, mention_ids, quotes, sentences,
  ${rowSeals('rejections', REJECTION_COLUMNS)}, ${lineSeals('diagnostics', 'extraction = extractions.id', 'id')})`

/** The seals of what was extracted, behind that of what decides it: as SQL makes them of the stored rows. */
export function packedSeals(packed: PackedExtraction): readonly [records: string, rest: string] {
  const { mentions, mentionIds, quotes, sentences, records, rejections, diagnostics } = packed
  return [
    sealOf([sealOfRows(records)]),
    sealOf([mentions, mentionIds, quotes, sentences, sealOfRows(rejections), joinedLines(diagnostics)])
  ]
}

/** The first part of the seal of a row of `runs` that has ended: the row itself. */
export const RUN_ROW_SEAL = `muctieu_seal(id, name, status, ruleset, options, reading_options, code_version, reader, started, finished,
  input_set, counts, timings, what_if, is_complete)`
/** How many letters of a run's seal these are. */
export const RUN_ROW_SEAL_LENGTH = DIGITS

/** The second part: the articles and readings that belong to it. */
export const RUN_HOLDS_SEAL = `muctieu_seal(
  (SELECT group_concat(reading) FROM (SELECT reading FROM run_readings WHERE run = runs.id ORDER BY reading)),
  (SELECT group_concat(concat_ws(' ', article_id, reading, extraction, coalesce(duplicate_of, '-'), coalesce(superseded_by, '-')))
   FROM (SELECT * FROM run_articles WHERE run = runs.id ORDER BY article_id)))`

/** The seal of a row of `runs` that has ended, with the articles and readings that belong to it. */
export const RUN_SEAL = `${RUN_ROW_SEAL} || ' ' || ${RUN_HOLDS_SEAL}`

/** The columns of a decision that its seal is of, in order. */
export const DECISION_COLUMNS = [
  'token',
  'at',
  'reviewer',
  'action',
  'origin',
  'article_id',
  'sha256',
  'kind',
  'start',
  'end',
  'quote',
  'subject',
  'before',
  'after',
  'truth',
  'reason',
  'note',
  'target',
  'batch',
  'base_run',
  'new_run',
  'program',
  'ruleset'
] as const

/** The seal of a row of `decisions`; those of removed articles have none. */
export const DECISION_SEAL = `muctieu_seal(${DECISION_COLUMNS.map(name => `"${name}"`).join(', ')})`
