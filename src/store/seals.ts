import { hash } from 'node:crypto'
import type Database from 'better-sqlite3'

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
  return hash('sha256', JSON.stringify(values)).slice(0, DIGITS)
}

const lines = (table: string, owner: string, order: string): string =>
  `(SELECT group_concat(line, char(10)) FROM (SELECT line FROM ${table} WHERE ${owner} ORDER BY ${order}))`

/** The seal of a row of `inputs`: what never changes of it. */
export const INPUT_SEAL = 'muctieu_seal(id, sha256, source, reader, options, bytes)'

/** The seal of a row of `readings`, with what was said of it. */
export const READING_SEAL = `muctieu_seal(id, identity, input, article_id, source, key, url, external_id, site, title, published, title_is_text,
  rank, line, ${lines('diagnostics', 'reading = readings.id', 'id')})`

/** The first parts of an extraction's seal: what decides it, and its records. */
export const RECORDS_SEAL = `muctieu_seal(identity, article_id, published, title, title_is_text, options, ruleset) || ' ' ||
  muctieu_seal(${lines('records', 'extraction = extractions.id', 'ordinal')})`
/** How many letters of an extraction's seal these are. */
export const RECORDS_SEAL_LENGTH = 2 * DIGITS + 1

/** The seal of a row of `extractions`, with everything that was extracted. */
export const EXTRACTION_SEAL = `${RECORDS_SEAL} || ' ' || muctieu_seal(mentions, sentences,
  ${lines('rejections', 'extraction = extractions.id', 'ordinal')}, ${lines('diagnostics', 'extraction = extractions.id', 'id')})`

/** The first part of the seal of a row of `runs` that has ended: the row itself. */
export const RUN_ROW_SEAL = `muctieu_seal(id, name, status, ruleset, options, reading_options, code_version, reader, started, finished,
  input_set, counts, timings)`
/** How many letters of a run's seal these are. */
export const RUN_ROW_SEAL_LENGTH = DIGITS

/** The seal of a row of `runs` that has ended, with the articles and readings that belong to it. */
export const RUN_SEAL = `${RUN_ROW_SEAL} || ' ' || muctieu_seal(
  (SELECT group_concat(reading) FROM (SELECT reading FROM run_readings WHERE run = runs.id ORDER BY reading)),
  (SELECT group_concat(concat_ws(' ', article_id, reading, extraction, coalesce(duplicate_of, '-'), coalesce(superseded_by, '-')))
   FROM (SELECT * FROM run_articles WHERE run = runs.id ORDER BY article_id)))`

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

/** The migration that brings seals: what is stored already is sealed as it is. */
export const SEALS = `
ALTER TABLE inputs ADD COLUMN seal TEXT;
ALTER TABLE readings ADD COLUMN seal TEXT;
ALTER TABLE extractions ADD COLUMN seal TEXT;
-- Null until the run has ended.
ALTER TABLE runs ADD COLUMN seal TEXT;
ALTER TABLE decisions ADD COLUMN seal TEXT;

DROP TRIGGER decisions_of_removed;
DROP TRIGGER decisions_are_final;
UPDATE inputs SET seal = ${INPUT_SEAL};
UPDATE readings SET seal = ${READING_SEAL};
UPDATE extractions SET seal = ${EXTRACTION_SEAL};
UPDATE runs SET seal = ${RUN_SEAL} WHERE status <> 'running';
UPDATE decisions SET seal = ${DECISION_SEAL} WHERE NOT EXISTS (SELECT 1 FROM removals WHERE value = article_id);
CREATE TRIGGER decisions_are_final BEFORE UPDATE ON decisions
  WHEN NOT EXISTS (SELECT 1 FROM removals WHERE value = OLD.article_id)
  BEGIN SELECT raise(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decisions_of_removed AFTER INSERT ON removals BEGIN
  UPDATE decisions SET quote = NULL, subject = NULL, before = NULL, after = NULL, truth = NULL, note = NULL, seal = NULL
    WHERE article_id = NEW.value;
END;
`
